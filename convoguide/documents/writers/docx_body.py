"""What stands on the pages of a Word document. Imported only where one is made."""

import unicodedata
from collections.abc import Sequence

from docx.document import Document as Word
from docx.text.paragraph import Paragraph

from convoguide.documents.assembled import Document, FilledSection, Line, Table
from convoguide.documents.writers.docx_page import BELOW_A_FRAME, Styles, add_table, storable
from convoguide.documents.writers.footnotes import Footnotes
from convoguide.documents.writers.pieces import HELD_APART, are_compact, are_items, pieces
from convoguide.i18n import Language


class Body:
    """The paragraphs and tables of one document, from the notices to the list of sources."""

    def __init__(self, word: Word, document: Document, notes: Footnotes) -> None:
        self._word = word
        self._styles = Styles(word)
        self._document = document
        self._notes = notes

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
        for text in (told.label if compact else "", told.before, told.text, told.after):
            _write(paragraph, text)
        self._mark(paragraph, self._notes.of_line(line))
        if told.blank:
            paragraph.add_run(" \t" if told.text else "\t")

    def _table(self, table: Table, heading: str) -> None:
        rows = add_table(self._word, self._styles, table.columns, len(table.rows), heading)
        for paragraphs, texts, path in zip(rows, table.rows, table.paths, strict=True):
            for paragraph, text in zip(paragraphs, texts, strict=True):
                _write(paragraph, text)
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
        paragraph = self._word.add_paragraph(storable(text))
        self._styles.set(paragraph, style)
        return paragraph


def _write(paragraph: Paragraph, text: str) -> None:
    """A run that holds just this text; right to left where the text itself begins so."""
    if text:
        run = paragraph.add_run(storable(text))
        if _begins_right_to_left(text):
            run.font.rtl = True


def _begins_right_to_left(text: str) -> bool:
    strong = (each for each in map(unicodedata.bidirectional, text) if each in ("L", "R", "AL"))
    return next(strong, "L") != "L"
