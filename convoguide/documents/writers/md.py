"""Markdown (CommonMark): what a person wrote is escaped, so that a reader sees it as it stands."""

import re

from convoguide.documents.assembled import Document, FilledSection, Line, Table
from convoguide.documents.writers import txt

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


def write(document: Document, *, full: bool = False, apart: bool = False) -> str:
    """The document as Markdown; compact journals have a paragraph a section."""
    language = document.language
    if apart:
        return _paragraphs([_compact(section, language) for section in document.apart])
    opening = [escape(txt.told(line, language)) for line in document.opening]
    sections = [section for section in document.sections if not section.empty]
    if document.reader == "journal" and not full:
        return _paragraphs([*opening, *(_compact(section, language) for section in sections)])
    blocks = [f"**{escape(notice.text)}**" for notice in document.notices]
    blocks += [f"# {escape(document.title)}", *opening]
    if document.for_the_night:
        blocks.append("\n".join(_item(line, language) for line in document.for_the_night))
    for section in sections:
        blocks.append(f"## {escape(section.heading)}")
        if section.lines:
            blocks.append("\n".join(_item(line, language) for line in section.lines))
        if section.table:
            blocks.append(_table(section.table))
    return _paragraphs(blocks)


def _table(table: Table) -> str:
    rows = [tuple(map(escape, row)) for row in (table.columns, *table.rows)]
    rows.insert(1, ("---",) * len(table.columns))
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def _item(line: Line, language: str) -> str:
    return f"- {escape(txt.told(line, language))}"


def _compact(section: FilledSection, language: str) -> str:
    told = "; ".join(escape(txt.told_compactly(line, language)) for line in section.lines)
    return f"**{escape(section.heading)}:** {told}"


def _paragraphs(blocks: list[str]) -> str:
    return "\n\n".join(blocks) + "\n" if blocks else ""
