"""A line taken apart for formats that set its pieces differently, worded as `txt` words it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from convoguide.documents.assembled import Document, Line
from convoguide.documents.writers import txt
from convoguide.i18n import N_

HELD_APART = N_("Held apart from the journal text.")

# Never in a text: control characters are taken out where text comes in.
_PLACE = "\0"


@dataclass(frozen=True)
class Pieces:
    """`label + before + text + after` is the line as plain text says it, without blank room.

    `text` is what a person may have written: it is set apart, so that its direction and its
    characters act on nothing around it.
    """

    label: str
    before: str
    text: str
    after: str
    blank: bool


def pieces(line: Line, language: str, *, compact: bool = False) -> Pieces:
    """The line's pieces, as it stands by itself or, if compact, among others in a paragraph."""
    told = txt.told_compactly if compact else txt.told
    whole = told(replace(line, text=_PLACE, blank=False), language)
    before, _, after = whole.partition(_PLACE)
    label = f"{line.label}: "
    if not line.label or not before.startswith(label):
        label = ""
    return Pieces(label, before.removeprefix(label), line.text, after, line.blank)


def are_compact(document: Document, *, full: bool, apart: bool) -> bool:
    """Whether a section is one paragraph: in journals unless `full`, and for what is held apart."""
    return apart or (document.reader == "journal" and not full)


def are_items(lines: Sequence[Line]) -> bool:
    """Whether the lines of a section read as a list: several, and neither boxes nor room to fill.

    A mark in front of a single line, a ticked box or a line to write on would only be in the way.
    """
    if any(line.blank for line in lines):
        return False
    return len(lines) > 1 and not all(line.text.startswith(("[x] ", "[ ] ")) for line in lines)
