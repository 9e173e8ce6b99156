"""Markdown (CommonMark): what a person wrote is escaped, so that a reader sees it as it stands."""

import re
from collections.abc import Mapping

from convoguide.documents.assembled import Document, FilledSection, Line, Table
from convoguide.documents.writers import txt
from convoguide.documents.writers.footnotes import NO_TITLES, Footnotes

# Characters that CommonMark or the common table and strike-through extensions act on anywhere in
# a line; a backslash before them leaves the character itself.
_ACTIVE = re.compile(r"([\\`*_{}\[\]<>#|~&$^=])")
# What acts only at the start of a line: list marks, and a number before a dot or bracket.
_LEADING = re.compile(r"^(\s*)([-+])|^(\s*\d+)([.)])")
# An address that some readers would turn into a link.
_AUTOLINK = re.compile(r"(?i)\b(https?|ftp)(:)(?=//)|\b(www)(\.)")


def escape(text: str) -> str:
    """The text so that Markdown shows its very characters."""
    text = _ACTIVE.sub(r"\\\1", text)
    text = _AUTOLINK.sub(lambda m: f"{m[1] or m[3]}\\{m[2] or m[4]}", text)
    return _LEADING.sub(lambda m: f"{m[1] or m[3] or ''}\\{m[2] or m[4]}", text)


def write(
    document: Document,
    *,
    full: bool = False,
    apart: bool = False,
    footnotes: bool = False,
    steps: Mapping[str, str] = NO_TITLES,
) -> str:
    """The document as Markdown; compact journals have a paragraph a section.

    `footnotes` says of each line where it comes from, its step by the name it has in `steps`.
    """
    language = document.language
    notes = Footnotes(language, on=footnotes, steps=steps)
    if apart:
        blocks = [_compact(section, language, notes) for section in document.apart]
    elif document.reader == "journal" and not full:
        blocks = [_standing(line, language, notes) for line in document.opening]
        sections = [section for section in document.sections if not section.empty]
        blocks += [_compact(section, language, notes) for section in sections]
    else:
        blocks = _whole(document, notes)
    definitions = [f"[^{number}]: {escape(text)}" for number, text in notes.texts()]
    return _paragraphs([*blocks, "\n".join(definitions)] if definitions else blocks)


def _whole(document: Document, notes: Footnotes) -> list[str]:
    language = document.language
    blocks = [f"**{escape(notice.text)}**" for notice in document.notices]
    blocks.append(f"# {escape(document.title)}")
    blocks += [_standing(line, language, notes) for line in document.opening]
    if document.for_the_night:
        blocks.append("\n".join(_item(line, language, notes) for line in document.for_the_night))
    for section in document.sections:
        if section.empty:
            continue
        blocks.append(f"## {escape(section.heading)}")
        if section.lines:
            blocks.append("\n".join(_item(line, language, notes) for line in section.lines))
        if section.table:
            blocks.append(_table(section.table, notes))
    return blocks


def _table(table: Table, notes: Footnotes) -> str:
    rows = [tuple(map(escape, table.columns)), ("---",) * len(table.columns)]
    for cells, path in zip(table.rows, table.paths, strict=True):
        first, *others = map(escape, cells)
        rows.append((_marked(first, notes.of_path(path)), *others))
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def _standing(line: Line, language: str, notes: Footnotes) -> str:
    return _marked(escape(txt.told(line, language)), notes.of_line(line))


def _item(line: Line, language: str, notes: Footnotes) -> str:
    return f"- {_standing(line, language, notes)}"


def _compact(section: FilledSection, language: str, notes: Footnotes) -> str:
    told = "; ".join(
        _marked(escape(txt.told_compactly(line, language)), notes.of_line(line))
        for line in section.lines
    )
    return f"**{escape(section.heading)}:** {told}"


def _marked(escaped: str, number: int | None) -> str:
    if number is None:
        return escaped
    # An exclamation mark before the bracket would make an image of the two.
    return re.sub(r"!\Z", r"\\!", escaped) + f"[^{number}]"


def _paragraphs(blocks: list[str]) -> str:
    return "\n\n".join(blocks) + "\n" if blocks else ""
