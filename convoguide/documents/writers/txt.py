"""Plain text for pasting into a journal: no wrapping, no markup, table rows tab-separated."""

from collections.abc import Iterable

from convoguide.documents.assembled import Document, FilledSection, Line, Table
from convoguide.quotation import within

TO_WRITE_ON = "_" * 24


def write(document: Document, *, full: bool = False, apart: bool = False) -> str:
    """The document as text with `\\n` line ends.

    A journal is one line a section unless `full`; other documents always have a paragraph a
    section. `apart` gives the notes held apart, alone.
    """
    if apart:
        return _lines(compact_section(section, document.language) for section in document.apart)
    opening = [told(line, document.language) for line in document.opening]
    if document.reader == "journal" and not full:
        sections = [s for s in document.sections if not s.empty]
        return _lines([*opening, *(compact_section(s, document.language) for s in sections)])
    night = [told(line, document.language) for line in document.for_the_night]
    blocks = [_lines(line.text for line in document.notices)] if document.notices else []
    blocks.append(_lines([document.title, *opening, *night]))
    blocks += [section_text(s, document.language) for s in document.sections if not s.empty]
    return "\n".join(blocks)


def section_text(section: FilledSection, language: str) -> str:
    """One section as it is copied alone: its heading, its lines, its table's rows."""
    lines = [section.heading, *(told(line, language) for line in section.lines)]
    return _lines([*lines, *(table_rows(section.table) if section.table else ())])


def table_rows(table: Table) -> list[str]:
    """The table's rows under its column headings, cells apart by tabs."""
    return ["\t".join(row) for row in (table.columns, *table.rows)]


def compact_section(section: FilledSection, language: str) -> str:
    """The section on one line: `Heading: text; text`."""
    told_lines = [told_compactly(line, language) for line in section.lines]
    return f"{section.heading}: " + "; ".join(told_lines)


def told(line: Line, language: str) -> str:
    """A line that stands by itself."""
    text = " ".join(filter(None, (quoted(line, language), TO_WRITE_ON if line.blank else "")))
    return f"{line.label}: {text}" if line.label else text


def told_compactly(line: Line, language: str) -> str:
    """A line among others on one line: whose voice it is stands behind the words it belongs to.

    A label before them would seem to hold for what follows after the semicolon too.
    """
    if not line.label or line.standing or line.step is None or line.note is None:
        return told(line, language)
    return f"{quoted(line, language)} ({line.label[:1].lower()}{line.label[1:]})"


def quoted(line: Line, language: str) -> str:
    """The line's text, in the language's quotation marks where it is the person's own words."""
    if not line.quoted:
        return line.text
    return within(line.text, language)


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
