"""Every symbol that is printed, with a form in ASCII for terminals that have few glyphs.

The Linux console draws two hundred letters and a handful of signs; a terminal whose encoding is
not UTF-8 has fewer. There a sign that is missing would be a lozenge, so its ASCII form is shown.
Letters stay what they are, and documents, files and what is copied never change: this is about
the screen.

No other symbol is used in the app and in plain mode; a test holds their sources to this table.
"""

import os
import sys
from collections.abc import Mapping

SYMBOLS = {
    "…": "...",
    "–": "-",
    "—": "-",
    "−": "-",
    "×": "x",
    "·": "-",
    "•": "*",
    "→": "->",
    "«": '"',
    "»": '"',
    "“": '"',
    "”": '"',
    "„": '"',
    "’": "'",
    "‘": "'",
    "⟦": "[",
    "⟧": "]",
    "©": "(c)",
    "\u00a0": " ",
    "\u202f": " ",
}
"""A symbol and its form where the room for a text is not yet measured."""

_IN_ONE_CELL = {"…": "~", "→": ">", "©": "c"}
"""The same where it is: a cut line keeps its width and its sign that it was cut."""


def _drawn() -> dict[str, str]:
    """Box drawing and blocks, which borders, bars and large letters are made of."""
    lines = {chr(code): "+" for code in range(0x2500, 0x2580)}
    lines |= dict.fromkeys("─━┄┅┈┉╌╍═╴╶╸╺╼╾", "-") | dict.fromkeys("│┃┆┇┊┋╎╏║╵╷╹╻╽╿", "|")
    blocks = {chr(code): "#" for code in range(0x2580, 0x25A0)}
    blocks |= dict.fromkeys("▏▎▍▌▐▕", "|") | dict.fromkeys("▁▂▔▀▄", "-") | dict.fromkeys("░", " ")
    return lines | blocks


_TEXT = str.maketrans(SYMBOLS)
_CELLS = str.maketrans(SYMBOLS | _IN_ONE_CELL | _drawn())

_ascii = False


def needed(encoding: str | None = None, environ: Mapping[str, str] = os.environ) -> bool:
    """Whether the terminal has few glyphs: the Linux console, or an encoding that is not UTF-8.

    The encoding is that of the standard output unless told otherwise.
    """
    if encoding is None:
        encoding = getattr(sys.__stdout__, "encoding", None)
    utf8 = (encoding or "utf-8").lower().replace("-", "").replace("_", "") == "utf8"
    return environ.get("TERM") == "linux" or not utf8


def use(ascii_forms: bool) -> None:
    """Show the ASCII forms from now on, in this process, or the symbols themselves."""
    global _ascii  # noqa: PLW0603  # as the interface's language: one process, one screen
    _ascii = ascii_forms


def in_ascii() -> bool:
    """Whether the ASCII forms are shown."""
    return _ascii


def shown(text: str) -> str:
    """The text as it is to be shown; for words whose room is measured afterwards."""
    return text.translate(_TEXT) if _ascii else text


def cells(text: str) -> str:
    """The text in symbols that every terminal has, each as wide as it was."""
    return text.translate(_CELLS)
