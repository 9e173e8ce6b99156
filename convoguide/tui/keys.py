"""How a lone Escape and the letter after it arrive, whatever the terminal makes of them.

A terminal sends one and the same bytes for Alt+f and for Escape, f. Textual reads some of those
pairs as other keys (a word to the right, «¡», …), and waits a tenth of a second to tell an Escape
from the beginning of a function key. Here Escape and a letter is how every action is reached, so
the pair always arrives as `alt+` and the letter, and the wait is short.
"""

import os
from types import SimpleNamespace

ESCAPE = "\x1b"
SIGNS = {
    ".": "full_stop",
    "=": "equals_sign",
    "+": "plus",
    "-": "minus",
    "*": "asterisk",
    ",": "comma",
    "#": "number_sign",
    "&": "ampersand",
    "?": "question_mark",
}
"""The signs that stand for an action beside the letters, and what Textual calls their keys."""
_WAIT = 0.04
"""Seconds. A function key's bytes come together; a quick hand needs longer between two keys."""


def settle_escape() -> None:
    """Make Escape and one more key arrive as such in this process; twice is as good as once.

    `ESCDELAY` in the environment keeps its say about the wait, which a slow line may need.
    """
    from textual import constants
    from textual._ansi_sequences import ANSI_SEQUENCES_KEYS

    known: dict[str, object] = ANSI_SEQUENCES_KEYS  # type: ignore[assignment]
    for character in "bf1234567890":
        known[ESCAPE + character] = (SimpleNamespace(value=f"alt+{character}"),)
    for sign, name in SIGNS.items():
        known[ESCAPE + sign] = (SimpleNamespace(value=f"alt+{name}"),)
    known[ESCAPE + "\r"] = (SimpleNamespace(value="alt+enter"),)
    if "ESCDELAY" not in os.environ:
        constants.ESCAPE_DELAY = _WAIT  # type: ignore[misc]  # read anew for every Escape


def letter_of(key: str) -> str | None:
    """The letter or digit of an Alt combination, which is the same as Escape and that letter."""
    if not key.startswith("alt+"):
        return None
    rest = key.removeprefix("alt+").removeprefix("shift+")
    return {"question_mark": "?"}.get(rest, rest.lower())
