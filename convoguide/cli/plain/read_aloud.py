"""A document's text as lines that make sense alone.

On paper a table tells by position what a cell is, a rule is written on, and a box is ticked. Said
aloud or felt a line at a time, each cell has its column's name, and the rest is told in words. What
is copied or written to a file keeps its own form.
"""

import re

from convoguide.i18n import gettext as _
from convoguide.services import document

_RULE = re.compile(r"_{3,}")
_BOX = re.compile(r"\[( |x)\] ")


def as_said(made: document.Document, text: str) -> str:
    """The text of this document, line by line, for a reader who has one line at a time."""
    heads = [
        tuple(section["table"]["columns"])
        for section in document.as_data(made)["sections"]
        if "table" in section
    ]
    columns: tuple[str, ...] | None = None
    said = []
    for line in text.splitlines():
        cells = tuple(line.split("\t"))
        if cells in heads:
            columns = cells
            continue
        if columns is not None and len(cells) == len(columns):
            said.append(_row(columns, cells))
            continue
        columns = None
        said.append(_in_words(line.replace("\t", " ")))
    return "\n".join(said)


def _row(columns: tuple[str, ...], cells: tuple[str, ...]) -> str:
    told = [f"{name}: {cell}" for name, cell in zip(columns, cells, strict=True) if cell]
    return _in_words("; ".join(told))


def _in_words(line: str) -> str:
    line = _RULE.sub(_("(to be filled in by hand)"), line)
    box = _BOX.match(line)
    if box is None:
        return line
    state = _("ticked") if box[1] == "x" else _("not ticked")
    return f"{line[box.end() :]}: {state}"
