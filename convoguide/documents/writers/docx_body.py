"""What stands on the pages of a Word document. Imported only where one is made."""

from collections.abc import Sequence

from docx.document import Document as Word
from docx.image.exceptions import (
    InvalidImageStreamError,
    UnexpectedEndOfFileError,
    UnrecognizedImageError,
)
from docx.text.paragraph import Paragraph

from convoguide.documents.assembled import Document, FilledSection, Line, Table
from convoguide.documents.writers import docx_page
from convoguide.documents.writers.docx_page import (
    BELOW_A_FRAME,
    Styles,
    add_table,
    mark_direction,
    storable,
)
from convoguide.documents.writers.footnotes import Footnotes
from convoguide.documents.writers.picture import Picture
from convoguide.documents.writers.pieces import HELD_APART, are_compact, are_items, pieces
from convoguide.i18n import Language

_FIRST_STRONG, _END = "\u2068", "\u2069"
"""What stands between the two has the direction of its own first letter (Unicode FSI, PDI)."""


class Body:
    """The paragraphs and tables of one document, from the notices to the list of sources."""

    def __init__(self, word: Word, document: Document, notes: Footnotes) -> None:
        self._word = word
        self._styles = Styles(word)
        self._right_to_left = Language(document.language).right_to_left
        self._document = document
        self._notes = notes

    def logo(self, picture: Picture) -> None:
        """The picture at the head, at the end of the line; left out where it cannot be drawn."""
        try:
            drawn = docx_page.add_logo(self._word, picture)
        except (UnrecognizedImageError, UnexpectedEndOfFileError, InvalidImageStreamError):
            return
        self._styles.set(drawn, "Logo")

    def fill(self, *, full: bool, apart: bool) -> None:
        """Write it all, in the order of the document."""
        document = self._document
        compact = are_compact(document, full=full, apart=apart)
        self._notices([line.text for line in document.notices])
        self._paragraph("Heading 1", document.title)
        if apart:
            self._notices([Language(document.language).gettext(HELD_APART)])
        else:
            self._lines(document.opening, "Normal")
        if not compact:
            self._frame(self._lines(document.for_the_night, "For the night"))
        for section in document.apart if apart else document.sections:
            if section.empty:
                continue
            if compact:
                self._compact(section)
            else:
                self._section(section)
        self._sources()

    def _notices(self, texts: Sequence[str]) -> None:
        self._frame([self._paragraph("Notice", text) for text in texts])

    def _frame(self, paragraphs: Sequence[Paragraph]) -> None:
        """Paragraphs of one frame have their distance from the text below in the last of them."""
        for paragraph in paragraphs[-1:]:
            paragraph.paragraph_format.space_after = BELOW_A_FRAME

    def _section(self, section: FilledSection) -> None:
        self._paragraph("Heading 2", section.heading)
        self._lines(section.lines, "List Bullet" if are_items(section.lines) else "Normal")
        if section.table:
            self._table(section.table, section.heading)

    def _compact(self, section: FilledSection) -> None:
        paragraph = self._paragraph("Normal")
        self._styles.strong(paragraph, f"{section.heading}:")
        for place, line in enumerate(section.lines):
            paragraph.add_run("; " if place else " ")
            self._told(paragraph, line, compact=True)
        if section.table:
            self._table(section.table, section.heading)

    def _lines(self, lines: Sequence[Line], style: str) -> list[Paragraph]:
        paragraphs = []
        for line in lines:
            paragraphs.append(self._paragraph("To fill in" if line.blank else style))
            self._told(paragraphs[-1], line, compact=False)
        return paragraphs

    def _told(self, paragraph: Paragraph, line: Line, *, compact: bool) -> None:
        told = pieces(line, self._document.language, compact=compact)
        if told.label and not compact:
            self._styles.strong(paragraph, told.label)
        _write(paragraph, f"{told.label}{told.before}" if compact else told.before)
        self._set_apart(paragraph, told.text)
        _write(paragraph, told.after)
        self._mark(paragraph, self._notes.of_line(line))
        if told.blank:
            paragraph.add_run(" \t" if told.text else "\t")

    def _set_apart(self, paragraph: Paragraph, text: str) -> None:
        """What a person wrote, in a run of its own. On a page that reads from the right its
        direction is its own too: a number or a name would turn round with what stands beside it."""
        isolated = self._right_to_left and text
        for each in (_FIRST_STRONG, text, _END) if isolated else (text,):
            _write(paragraph, each)

    def _table(self, table: Table, heading: str) -> None:
        rows = add_table(
            self._word,
            self._styles,
            table.columns,
            len(table.rows),
            heading,
            rtl=self._right_to_left,
        )
        for paragraphs, texts, path in zip(rows, table.rows, table.paths, strict=True):
            for paragraph, text in zip(paragraphs, texts, strict=True):
                self._set_apart(paragraph, text)
            self._mark(paragraphs[0], self._notes.of_path(path))
        self._paragraph("After a table")

    def _sources(self) -> None:
        texts = self._notes.texts()
        if texts:
            self._paragraph("Heading 2", self._notes.heading)
        for number, text in texts:
            self._paragraph("Source", f"[{number}]\t{text}")

    def _mark(self, paragraph: Paragraph, number: int | None) -> None:
        # In brackets: a bare raised figure behind «5» reads as «51» once it is copied as text.
        if number is not None:
            paragraph.add_run(f"\u00a0[{number}]").font.superscript = True

    def _paragraph(self, style: str, text: str = "") -> Paragraph:
        paragraph = self._word.add_paragraph()
        self._styles.set(paragraph, style)
        _write(paragraph, text)
        return paragraph


def _write(paragraph: Paragraph, text: str) -> None:
    """A run that holds just this text; right to left where the text itself begins so."""
    if text:
        mark_direction(paragraph.add_run(storable(text)))
