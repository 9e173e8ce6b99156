"""One accessible page: no script, nothing from outside, for a screen, a phone and a printer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from convoguide.documents.assembled import Document, FilledSection, Line, Table
from convoguide.documents.writers.footnotes import NO_TITLES, Footnotes
from convoguide.documents.writers.picture import Picture
from convoguide.documents.writers.pieces import HELD_APART, Pieces, are_compact, are_items, pieces
from convoguide.i18n import N_, Language

ROOM = N_("Line to write on")


@dataclass(frozen=True)
class ShownLine:
    """A line with the number of its footnote, if it has one."""

    pieces: Pieces
    mark: int | None


@dataclass(frozen=True)
class ShownRow:
    """A row of a table with the number of its footnote, if it has one."""

    cells: tuple[str, ...]
    mark: int | None


@dataclass(frozen=True)
class ShownSection:
    """A section as the template sets it: `compact` is one paragraph, `items` a list."""

    heading: str
    compact: bool
    items: bool
    lines: tuple[ShownLine, ...]
    columns: tuple[str, ...]
    rows: tuple[ShownRow, ...]


def write(
    document: Document,
    *,
    full: bool = False,
    apart: bool = False,
    footnotes: bool = False,
    template: Path,
    steps: Mapping[str, str] = NO_TITLES,
    logo: Picture | None = None,
) -> str:
    """The document as a page made by that template, in Jinja's immutable sandbox.

    Journals have a paragraph a section unless `full`; `apart` gives the notes held apart, alone;
    `footnotes` says of each line where it comes from, its step by the name it has in `steps`;
    `logo` stands at the head.
    """
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    page = environment.from_string(template.read_text(encoding="utf-8"))
    notes = Footnotes(document.language, on=footnotes, steps=steps)
    return page.render({**_view(document, notes, full=full, apart=apart), "logo": logo})


def _view(document: Document, notes: Footnotes, *, full: bool, apart: bool) -> dict[str, object]:
    """What the template is handed; footnotes are numbered in the order of the page."""
    said = Language(document.language).gettext
    compact = are_compact(document, full=full, apart=apart)
    notices = [line.text for line in document.notices if line.text != document.banner]
    opening = () if apart else _lines(document.opening, document, notes)
    night = () if compact else _lines(document.for_the_night, document, notes)
    sections = [
        _section(section, document, notes, compact=compact)
        for section in (document.apart if apart else document.sections)
        if not section.empty
    ]
    return {
        "language": document.language,
        "right_to_left": Language(document.language).right_to_left,
        "reader": document.reader,
        "title": document.title,
        "banner": document.banner,
        "notices": [*notices, *([said(HELD_APART)] if apart else [])],
        "opening": opening,
        "night": night,
        "sections": sections,
        "sources": notes.texts(),
        "words": {"sources": notes.heading, "room": said(ROOM)},
    }


def _section(
    section: FilledSection, document: Document, notes: Footnotes, *, compact: bool
) -> ShownSection:
    return ShownSection(
        heading=section.heading,
        compact=compact,
        items=not compact and are_items(section.lines),
        lines=_lines(section.lines, document, notes, compact=compact),
        columns=section.table.columns if section.table else (),
        rows=_rows(section.table, notes) if section.table else (),
    )


def _lines(
    lines: Sequence[Line], document: Document, notes: Footnotes, *, compact: bool = False
) -> tuple[ShownLine, ...]:
    return tuple(
        ShownLine(pieces(line, document.language, compact=compact), notes.of_line(line))
        for line in lines
    )


def _rows(table: Table, notes: Footnotes) -> tuple[ShownRow, ...]:
    return tuple(
        ShownRow(cells, notes.of_path(path))
        for cells, path in zip(table.rows, table.paths, strict=True)
    )
