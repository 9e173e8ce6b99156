"""docs/keys.md: all keys, from the one table of the app. What stands above the mark is by hand."""

import sys
from pathlib import Path

from convoguide.tui import bindings
from convoguide.tui.bindings import ANYWHERE, PLACES, Action, actions_of
from convoguide.tui.helps import HELPS

PAGE = Path(__file__).resolve().parents[1] / "docs" / "keys.md"
MARK = "<!-- From here on written by scripts/keys. -->\n"

TITLES = {
    "home": "Home",
    "conversation": "In a conversation",
    "review": "In the review",
    "journal": "On the way into the journal",
    "letter": "The letter home",
    "wording": "Wording a line of the letter",
    "identify": "Should a conversation be offered?",
    "documents": "Documents",
    "tally": "Tally",
    "settings": "Settings",
    "help": "Help",
    "cases": "The cases",
    "case": "A case",
    "rehearsal": "In a rehearsal",
    "debrief": "After a rehearsal",
    "progress": "Progress",
    "compared": "Two attempts beside each other",
    "form": "In a form",
    "list": "In a list of facts",
    "filing": "Putting jots under their steps",
    "pasting": "Pasting an earlier talk",
    "dialog": "In a question",
    "first_start": "The first start",
}
"""What each place is called, in the order of the page."""

_KINDS = {
    "conversation": "ConversationScreen",
    "form": "FormDialog",
    "filing": "FilingDialog",
    "wording": "WordingDialog",
    "dialog": "LetterDialog",
    "home": "HomeScreen",
}
"""The screen whose own keys, which the table does not hold, stand with a place."""


def listed() -> str:
    """The part of the page that follows the mark."""
    everywhere = [each for each in bindings.ACTIONS if ANYWHERE in each.where]
    parts = [_table("Everywhere", [("Escape", "The next letter is a command")], everywhere)]
    for place in sorted(PLACES, key=list(TITLES).index):
        own = [each for each in actions_of(place) if each not in everywhere]
        keys = HELPS[_KINDS[place]].keys if place in _KINDS else ()
        if own or keys:
            parts.append(_table(TITLES[place], keys, own))
    return "\n".join(parts)


def _table(
    title: str, keys: "tuple[tuple[str, str], ...] | list[tuple[str, str]]", actions: list[Action]
) -> str:
    rows = [f"| {key} | | {does} |" for key, does in keys]
    for each in actions:
        key = each.key.upper() if each.key else ""
        letter = f"`{each.letter}`" if each.letter else ""
        rows.append(f"| {key} | {letter} | {each.label}: {each.help} |")
    head = f"## {title}\n\n| key | letter | does |\n| --- | --- | --- |\n"
    return head + "\n".join(rows) + "\n"


def page() -> str:
    """The whole page, with its list as the table is now."""
    before, mark, _after = PAGE.read_text(encoding="utf-8").partition(MARK)
    return f"{before}{mark}\n{listed()}"


def main() -> int:
    """Write the page, or with --check say whether it is current."""
    new = page()
    if "--check" in sys.argv[1:]:
        current = PAGE.read_text(encoding="utf-8") == new
        if not current:
            print("docs/keys.md is not current: run scripts/keys", file=sys.stderr)
        return int(not current)
    PAGE.write_text(new, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
