"""Write the two whole rehearsals into docs/practice.md. `scripts/rehearsals` runs this."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from convoguide import i18n
from convoguide.services import debrief_text, rehearse

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "practice.md"
TURNS = Path(__file__).parent / "rehearsing"
CASE, SEED = "hjartsvikt-trappan", 1
BEGIN, END = (
    "<!-- made by scripts/rehearsals: begin -->",
    "<!-- made by scripts/rehearsals: end -->",
)
TOLD = {
    "good": ("A good talk", "Feelings are met, leave is asked, the outlook is told as wanted."),
    "poor": ("A poor talk", "In a hurry: terms, a lecture, false comfort, advice unasked."),
}


def main(arguments: list[str]) -> int:
    """Bring the page up to date; with `--check` say whether it is."""
    parser = argparse.ArgumentParser(prog="scripts/rehearsals", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 on a change")
    options = parser.parse_args(arguments)
    page = PAGE.read_text("utf-8")
    before, _begin, rest = page.partition(BEGIN)
    _old, _end, after = rest.partition(END)
    fresh = f"{before}{BEGIN}\n\n{made()}\n{END}{after}"
    if options.check:
        return 0 if fresh == page else 1
    PAGE.write_text(fresh, "utf-8", newline="\n")
    return 0


def made() -> str:
    """Both rehearsals as Markdown, in the words of the English interface."""
    i18n.use("en")
    return "\n".join(_rehearsal(level) for level in TOLD)


def _rehearsal(level: str) -> str:
    lines = rehearse.script_lines((TURNS / f"{level}.txt").read_bytes(), level)
    practice = rehearse.run_script(CASE, lines, seed=SEED)
    title, about = TOLD[level]
    command = f"convoguide practice {CASE} --script scripts/rehearsing/{level}.txt --seed {SEED}"
    spoken = [
        f"{n}. **{who or 'You'}**: {text or '(silence)'}"
        for n, who, text in rehearse.transcript(practice)
    ]
    told = "\n".join(debrief_text.as_lines(practice.debrief()))
    return "\n".join(
        (
            f"### {title}\n",
            f"{about} `{command}`:\n",
            *spoken,
            "\nThe debrief:\n",
            f"```text\n{told}\n```\n",
        )
    )


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
