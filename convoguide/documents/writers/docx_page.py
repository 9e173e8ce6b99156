"""The sheet that a Word document is written on: language, margins, header, footer, tables.

Imported only where a document is made.
"""

import re
import unicodedata
from collections.abc import Sequence
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document as Word
from docx.enum.table import WD_TABLE_DIRECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Mm, Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from convoguide.documents.writers.docx_styles import define, name_font, put
from convoguide.documents.writers.picture import Picture
from convoguide.i18n import Language

TAGS = {"sv": "sv-SE", "nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}
"""The languages as Word knows them."""

USED_TABLES = ("TableNormal", "TableGrid")
SHADE = "F0F0F0"
# The wider left margin is for the holes of a ward's binder.
LEFT, RIGHT, TOP, BOTTOM = Mm(25), Mm(20), Mm(22), Mm(20)
TEXT_WIDTH = Mm(210) - LEFT - RIGHT
BELOW_A_FRAME = Pt(10)
LOGO_HEIGHT, LOGO_WIDTH = Mm(14), Mm(70)
_STRONG = ("L", "R", "AL")
# No date of our own making: the writer has no clock, and the same document gives the same bytes.
_EARLIEST = (1980, 1, 1, 0, 0, 0)
# What XML cannot hold in any spelling.
_NOT_IN_XML = re.compile("[\ufffe\uffff]")


class Styles:
    """The styles of a document by name, looked up once: python-docx searches them all each time."""

    def __init__(self, word: Word) -> None:
        self._ids = {str(style.name): style.style_id for style in word.styles}

    def set(self, paragraph: Paragraph, name: str) -> None:
        """The paragraph is of that style from now on."""
        paragraph._p.style = self._ids[name]

    def strong(self, paragraph: Paragraph, text: str) -> None:
        """More text in the paragraph, set off as strong."""
        run = paragraph.add_run(storable(text))
        run._r.style = self._ids["Strong"]
        mark_direction(run)


def mark_direction(run: Run) -> None:
    """Mark a run whose text begins right to left as such: Word takes fonts and order from it."""
    strong = (each for each in map(unicodedata.bidirectional, run.text) if each in _STRONG)
    if next(strong, "L") != "L":
        run.font.rtl = True


def storable(text: str) -> str:
    """The text as a Word file can hold it: a reader sees that a non-character stood there."""
    return _NOT_IN_XML.sub("\ufffd", text)


def new(title: str, language: str, *, large: bool) -> Word:
    """An empty A4 document in that language, without the traces of the template it is made from.

    `large` is for a sheet that is read from a wall at home.
    """
    word = docx.Document()
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = LEFT, RIGHT
    section.top_margin, section.bottom_margin = TOP, BOTTOM
    section.header_distance = section.footer_distance = Mm(10)
    _slim(word)
    tag, right_to_left = TAGS.get(language, language), Language(language).right_to_left
    _properties(word, title, tag)
    _language(word, tag, right_to_left=right_to_left)
    define(word, 15 if large else 11, TEXT_WIDTH)
    if right_to_left:
        _from_the_right(word)
    return word


def running(word: Word, title: str, banner: str) -> None:
    """The banner at the head of every page, the title and the page's number at its foot."""
    section = word.sections[0]
    if banner:
        head = section.header.paragraphs[0]
        head.style = word.styles["Banner"]
        head.add_run(storable(banner))
    foot = section.footer.paragraphs[0]
    foot.add_run(storable(f"{title}\t"))
    _field(foot, "PAGE")
    foot.add_run(" / ")
    _field(foot, "NUMPAGES")


def add_table(
    word: Word, styles: Styles, columns: Sequence[str], count: int, caption: str, *, rtl: bool
) -> list[list[Paragraph]]:
    """A table with that many empty rows below a header row that is repeated on every page.

    With `rtl` the first column is the one at the right. Returns the paragraphs of the empty cells,
    row by row.
    """
    table = word.add_table(rows=count + 1, cols=len(columns), style="Table Grid")
    if rtl:
        table.table_direction = WD_TABLE_DIRECTION.RTL
    put(table._tbl.tblPr, "w:tblCaption", val=storable(caption))
    for cell, name in zip(table.rows[0].cells, columns, strict=True):
        styles.strong(cell.paragraphs[0], name)
        cell.paragraphs[0].paragraph_format.keep_with_next = True
        put(cell._tc.get_or_add_tcPr(), "w:shd", val="clear", color="auto", fill=SHADE)
    for row in table.rows:
        put(row._tr.get_or_add_trPr(), "w:cantSplit")
    put(table.rows[0]._tr.get_or_add_trPr(), "w:tblHeader")
    if len(columns) <= 3:  # what was agreed takes more room than who does it
        widths = (TEXT_WIDTH // 2, *[TEXT_WIDTH // 2 // (len(columns) - 1)] * (len(columns) - 1))
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Emu(width)
            for cell in column.cells:
                cell.width = Emu(width)
    rows = [[cell.paragraphs[0] for cell in row.cells] for row in table.rows]
    for paragraph in (paragraph for row in rows for paragraph in row):
        styles.set(paragraph, "Cell")
    return rows[1:]


def add_logo(word: Word, picture: Picture) -> Paragraph:
    """A paragraph with the picture, no higher and no wider than a letter's head has room for."""
    paragraph = word.add_paragraph()
    drawn = paragraph.add_run().add_picture(BytesIO(picture.content))
    scale = min(LOGO_HEIGHT / drawn.height, LOGO_WIDTH / drawn.width)
    drawn.height, drawn.width = Emu(round(drawn.height * scale)), Emu(round(drawn.width * scale))
    about: Any = drawn._inline.docPr
    about.set("descr", storable(picture.alt))
    return paragraph


def packed(word: Word) -> bytes:
    """The file's bytes, with one fixed date for all that is in it."""
    raw, packed_again = BytesIO(), BytesIO()
    word.save(raw)
    with ZipFile(raw) as source, ZipFile(packed_again, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = ZipInfo(name, _EARLIEST)
            entry.compress_type = ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return packed_again.getvalue()


def _properties(word: Word, title: str, tag: str) -> None:
    properties = word.core_properties
    properties.title, properties.language = storable(title), tag
    properties.author = properties.comments = properties.last_modified_by = ""
    element: Any = properties._element
    for name in ("dcterms:created", "dcterms:modified"):
        for found in element.findall(qn(name)):
            element.remove(found)


def _slim(word: Word) -> None:
    """Without what the template brings along and no reader needs: a picture, tables' styles."""
    unwanted = ("/thumbnail", "/stylesWithEffects", "/customXml", "/extended-properties")
    for relations in (word.part.package.rels, word.part.rels):
        for key in [key for key, each in relations.items() if each.reltype.endswith(unwanted)]:
            del relations[key]
    styles: Any = word.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:styleId")) not in USED_TABLES:
            styles.remove(style)


def _from_the_right(word: Word) -> None:
    """Paragraphs, columns and pages that begin at the right; every style is built on the first."""
    normal: Any = word.styles["Normal"].element.get_or_add_pPr()
    section: Any = word.sections[0]._sectPr
    # Each has its place in the schema.
    behind = ("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing")
    normal.insert_element_before(OxmlElement("w:bidi"), *behind, "w:jc", "w:outlineLvl", "w:rPr")
    section.insert_element_before(OxmlElement("w:bidi"), "w:rtlGutter", "w:docGrid")


def _language(word: Word, tag: str, *, right_to_left: bool) -> None:
    name = "w:bidi" if right_to_left else "w:val"
    defaults: Any = word.styles.element.find(qn("w:docDefaults"))
    for language in defaults.iter(qn("w:lang")):
        language.set(qn(name), tag)
        language.attrib.pop(qn("w:eastAsia"), None)
    for fonts in defaults.iter(qn("w:rFonts")):
        name_font(fonts)
    settings: Any = word.settings.element
    for language in settings.iter(qn("w:themeFontLang")):
        language.set(qn(name), tag)
        language.attrib.pop(qn("w:eastAsia"), None)
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")  # below that Word opens it in its compatibility mode


def _field(paragraph: Paragraph, instruction: str) -> None:
    """A field that the reading program fills in, such as the number of the page."""
    for kind, text in (
        ("begin", ""),
        ("", instruction),
        ("separate", ""),
        ("shown", "1"),
        ("end", ""),
    ):
        run: Any = paragraph.add_run()._r
        if kind == "shown":
            run.text = text
        elif kind:
            put(run, "w:fldChar", fldCharType=kind)
        else:
            told = OxmlElement("w:instrText")
            told.text = text
            run.append(told)
