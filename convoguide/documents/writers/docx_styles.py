"""The styles of a Word document: type, frames, room to write on. Imported where one is made."""

from typing import Any, cast

from docx.document import Document as Word
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

FONT = "Calibri"
INK, WARNING = RGBColor(0x1A, 0x1A, 0x1A), RGBColor(0x7A, 0, 0)


def define(word: Word, size: int, width: int) -> None:
    """The styles that the pages use, for text of that many points set that wide."""
    normal = _style(word, "Normal", size=size, after=4)
    normal.paragraph_format.line_spacing = 1.15
    normal.paragraph_format.widow_control = True
    _style(word, "Heading 1", size=size + 7, after=8, bold=True)
    _style(word, "Heading 2", size=size + 2, before=12, after=3, bold=True)
    _style(word, "List Bullet", size=size, after=3)
    _style(word, "Cell", size=size, before=2, after=2)
    _style(word, "After a table", size=4)
    notice = _style(word, "Notice", size=size, after=2, bold=True, color=WARNING)
    night = _style(word, "For the night", size=size, after=2)
    for framed, color in ((notice, "7A0000"), (night, "1A1A1A")):
        _box(framed, color, ("top", "left", "bottom", "right"))
        framed.paragraph_format.left_indent = framed.paragraph_format.right_indent = Mm(2)
        framed.paragraph_format.keep_together = True
    banner = _style(word, "Banner", size=11, bold=True, color=WARNING)
    _box(banner, "7A0000", ("bottom",))
    foot = _style(word, "Footer", size=9)
    foot.paragraph_format.tab_stops.clear_all()
    foot.paragraph_format.tab_stops.add_tab_stop(Emu(width), WD_TAB_ALIGNMENT.RIGHT)
    # Room for a hand: the line runs to the margin, with a pen's height above it.
    room = _style(word, "To fill in", size=size, before=14, after=4)
    room.paragraph_format.tab_stops.add_tab_stop(
        Emu(width), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES
    )
    # In a paragraph that reads from the right, Word's right is where its lines end.
    _style(word, "Logo", size=size, after=6).paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    source = _style(word, "Source", size=size - 2, after=1)
    source.paragraph_format.left_indent, source.paragraph_format.first_line_indent = Mm(11), Mm(-11)
    source.paragraph_format.tab_stops.add_tab_stop(Mm(11))


def _style(
    word: Word,
    name: str,
    *,
    size: int,
    before: int = 0,
    after: int = 0,
    bold: bool = False,
    color: RGBColor = INK,
) -> ParagraphStyle:
    """The paragraph style of that name, made where the template has none."""
    styles = word.styles
    known = name in styles
    found = styles[name] if known else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style = cast("ParagraphStyle", found)
    if not known:
        style.base_style = styles["Normal"]
    name_font(style.element.get_or_add_rPr().get_or_add_rFonts())
    style.font.size, style.font.bold, style.font.color.rgb = Pt(size), bold, color
    style.font.cs_bold = bold
    _size_of_complex_scripts(style, size)
    style.paragraph_format.space_before = Pt(before)
    style.paragraph_format.space_after = Pt(after)
    return style


def _size_of_complex_scripts(style: ParagraphStyle, size: int) -> None:
    """Arabic, Hebrew and the like have a size of their own, in half points, next to the usual."""
    properties: Any = style.element.rPr
    for old in properties.findall(qn("w:szCs")):
        properties.remove(old)
    sized = OxmlElement("w:szCs")
    sized.set(qn("w:val"), str(size * 2))
    properties.find(qn("w:sz")).addnext(sized)


def name_font(fonts: Any) -> None:
    """A font by its name instead of the theme's, so that Word and others show the same."""
    for key in list(fonts.attrib):
        del fonts.attrib[key]
    for key in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{key}"), FONT)


def _box(style: ParagraphStyle, color: str, sides: tuple[str, ...]) -> None:
    borders = OxmlElement("w:pBdr")
    for side in sides:
        put(borders, f"w:{side}", val="single", sz="12", space="4", color=color)
    # The schema wants borders before spacing, indents and the like.
    style.element.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc"
    )


def put(parent: Any, name: str, **attributes: str) -> None:
    """One more element in another, with its attributes."""
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    parent.append(element)
