"""A document filled from a conversation, before any format: plain frozen values.

What a person wrote stands in `Line.text` alone, so that a writer can keep it literal; every line
knows where it came from.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """One line of a section.

    `label` is ours («Relative», «Applies as a wish …»); `quoted` says that `text` is the person's
    own words. `step` and `note` name the note it came from, `path` the JSON Pointer of what it
    came from outside the entries.
    """

    text: str
    label: str = ""
    quoted: bool = False
    standing: bool = False
    """The label must stand before the text in every form: it changes what the text means."""
    step: str | None = None
    note: int | None = None
    path: str | None = None
    blank: bool = False
    """Something is missing here: room to write on follows."""


@dataclass(frozen=True)
class Table:
    """Rows under column headings; each row with the place its cells came from."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    paths: tuple[str, ...]


@dataclass(frozen=True)
class FilledSection:
    """A heading with what stands under it."""

    id: str
    heading: str
    lines: tuple[Line, ...] = ()
    table: Table | None = None

    @property
    def empty(self) -> bool:
        return not self.lines and self.table is None


@dataclass(frozen=True)
class Document:
    """A whole document.

    `notices` stand above everything else, `banner` on every page. `opening` is what it begins
    with; `for_the_night` repeats whole notes for whoever is called at night, and is not their
    place. `apart` are the notes held apart, `left_out` the names of steps it shows less of.
    """

    id: str
    title: str
    language: str
    reader: str
    opening: tuple[Line, ...]
    sections: tuple[FilledSection, ...]
    for_the_night: tuple[Line, ...] = ()
    notices: tuple[Line, ...] = ()
    banner: str = ""
    apart: tuple[FilledSection, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def apart_count(self) -> int:
        """How many notes were held apart."""
        return sum(len(section.lines) for section in self.apart)
