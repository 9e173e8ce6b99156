"""Hold both conversations, write docs/tour*.md; exit 1 at the first thing that is not as told."""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from touring import forhandssamtale, svas
from touring.page import LANGUAGES, page, path, told
from touring.talk import Seen, Talk
from touring.terminal import ROOT, Mismatch, Terminal

_STEPS = '{"locale": "nb", "keep": "memory", "way": "steps"}'


def main(arguments: list[str]) -> int:
    """Run the tour; `--check` writes nothing."""
    parser = argparse.ArgumentParser(prog="scripts/tour", description=__doc__)
    parser.add_argument("--check", action="store_true", help="hold them, write nothing")
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "docs", metavar="FOLDER")
    options = parser.parse_args(arguments)
    if shutil.which("tmux") is None:
        parser.error("tmux is not on the path")
    try:
        with tempfile.TemporaryDirectory(prefix="convoguide-tour-") as folder:
            afterwards = _afterwards(Path(folder, "first"))
            stepwise = _step_by_step(Path(folder, "second"))
    except Mismatch as error:
        print(f"scripts/tour: {error}", file=sys.stderr)
        return 1
    if not options.check:
        for language in LANGUAGES:
            text = page(language, afterwards, stepwise)
            path(options.output, language).write_text(text, encoding="utf-8", newline="\n")
    return 0


def _afterwards(home: Path) -> Seen:
    """The SVAS, on a computer that never saw the program."""
    home.mkdir()
    terminal = Terminal(home)
    try:
        talk = Talk(terminal, svas, told("svas"), listed=True)
        talk.first_start()
        talk.frame()
        talk.hold()
        talk.finish()
        talk.check()
        return talk.seen
    finally:
        terminal.end()


def _step_by_step(home: Path) -> Seen:
    """The forhåndssamtale, with nothing kept on disk."""
    home.mkdir()
    (home / "settings.json").write_text(_STEPS, encoding="utf-8")
    terminal = Terminal(home, "start", forhandssamtale.GUIDE, "--no-save")
    try:
        talk = Talk(terminal, forhandssamtale, told("forhandssamtale"), listed=False)
        talk.frame()
        talk.hold()
        talk.finish()
        talk.check()
        return talk.seen
    finally:
        terminal.end()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
