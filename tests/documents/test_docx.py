import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx as python_docx
import pytest
from docx.document import Document as Word
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table
from docx.text.paragraph import Paragraph
from hypothesis import given, settings
from hypothesis import strategies as st

from convoguide.core.text import clean, collapse
from convoguide.documents.assembled import Document, FilledSection, Line
from convoguide.documents.writers import docx, txt
from convoguide.services import content, document
from tests.documents.whole import SIGNED, cells, lines, own, whole
from tests.making import HOSTILE, talk

VOICES = ("patient", "relative", "clinician")
TAGS = {"sv": "sv-SE", "nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}


def opened(made: Document, **options: Any) -> Word:
    return python_docx.Document(io.BytesIO(docx.write(made, **options)))


def tables(word: Word) -> list[Table]:
    return [each for each in word.iter_inner_content() if isinstance(each, Table)]


def paragraphs(word: Word) -> Iterator[Paragraph]:
    """The paragraphs of the body, those of the tables' cells too."""
    yield from word.paragraphs
    for table in tables(word):
        yield from (each for row in table.rows for cell in row.cells for each in cell.paragraphs)


def texts(word: Word) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(word)]


def runs(word: Word) -> list[str]:
    return [run.text for paragraph in paragraphs(word) for run in paragraph.runs]


@pytest.mark.parametrize("document_id", ["journal-svas", "plan"])
@pytest.mark.parametrize("full", [False, True])
def test_a_reader_of_the_document_sees_a_notes_own_characters(document_id: str, full: bool) -> None:
    notes = [{"text": note, "voice": voice} for note in HOSTILE for voice in VOICES]
    entries = {"strength": {"notes": notes}}
    word = opened(document.make(talk(entries=entries), document_id), full=full)
    for note in HOSTILE:
        assert runs(word).count(collapse(note)) == len(VOICES)
        assert "\n".join(texts(word)).count(collapse(note)) >= len(VOICES)


def having(title: str, *notes: str) -> Document:
    told = tuple(map(Line, notes))
    return Document("x", title, "sv", "plan", (), (FilledSection("s", title, told),))


ANY = st.text(
    alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff"), min_size=1
)


@settings(max_examples=20)
@given(st.lists(ANY, min_size=10, max_size=40))
def test_any_text_stands_in_the_document_as_it_is(found: list[str]) -> None:
    title, *notes = [collapse(clean(text)) for text in found]
    word = opened(having(title, *notes))
    assert texts(word) == [title, title, *notes]
    assert word.core_properties.title == title


def test_a_character_that_no_such_file_can_hold_does_not_cost_the_document() -> None:
    assert texts(opened(having("a", "a\uffffb\ufffec")))[-1] == "a\ufffdb\ufffdc"


@pytest.mark.parametrize("document_id", content.document_ids())
@pytest.mark.parametrize("guide_id", content.conversation_guide_ids())
def test_every_line_and_cell_of_every_document_is_in_the_file(
    document_id: str, guide_id: str
) -> None:
    made = document.make(whole(guide_id), document_id)
    for full in (False, True):
        found = runs(opened(made, full=full))
        for text in filter(None, [*(line.text for line in own(made, full=full)), *cells(made)]):
            assert text in found
            found.remove(text)


def test_a_compact_journal_says_what_the_plain_text_says() -> None:
    made = document.make(whole(), "journal-svas")
    sections = [each for each in made.sections if not each.empty]
    assert texts(opened(made))[-len(sections) :] == [
        txt.compact_section(each, "sv") for each in sections
    ]


@pytest.mark.parametrize("document_id", content.document_ids())
def test_a_line_that_stands_alone_says_what_the_plain_text_says(document_id: str) -> None:
    made = document.make(whole(), document_id)
    shown = texts(opened(made, full=True))
    for line in lines(made):
        assert txt.told(line, "sv").replace(txt.TO_WRITE_ON, "\t") in shown


@pytest.mark.parametrize("document_id", content.document_ids())
def test_title_and_sections_are_real_headings(document_id: str) -> None:
    made = document.make(whole(), document_id)
    found = [
        (each.style.name, each.text)
        for each in opened(made, full=True).paragraphs
        if each.style and (each.style.name or "").startswith("Heading")
    ]
    sections = [("Heading 2", each.heading) for each in made.sections if not each.empty]
    assert found == [("Heading 1", made.title), *sections]


@pytest.mark.parametrize("document_id", ["plan", "palliative-plan"])
def test_tables_are_real_ones_with_a_header_row_that_is_repeated(document_id: str) -> None:
    made = document.make(whole(), document_id)
    filled = [(each.heading, each.table) for each in made.sections if each.table]
    found = tables(opened(made))
    assert len(found) == len(filled) > 0
    for (heading, table), shown in zip(filled, found, strict=True):
        rows = [tuple(cell.text for cell in row.cells) for row in shown.rows]
        assert rows == [table.columns, *table.rows]
        repeated = [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in shown.rows]
        assert repeated == [True] + [False] * len(table.rows)
        caption = shown._tbl.tblPr.find(qn("w:tblCaption"))
        assert caption is not None
        assert caption.get(qn("w:val")) == heading


@pytest.mark.parametrize("locale", TAGS)
def test_the_language_is_set_in_styles_settings_and_properties(locale: str) -> None:
    word = opened(document.make(whole(), "plan", locale))
    (default,) = word.styles.element.find(qn("w:docDefaults")).iter(qn("w:lang"))
    assert default.get(qn("w:val")) == TAGS[locale]
    (setting,) = word.settings.element.iter(qn("w:themeFontLang"))
    assert setting.get(qn("w:val")) == TAGS[locale]
    assert word.core_properties.language == TAGS[locale]
    body = word.element.body.xml
    assert 'w:lang w:val="en-US"' not in body + word.styles.element.xml


def test_the_banner_is_in_the_header_of_every_page() -> None:
    made = document.make(whole(), "palliative-plan")
    word = opened(made)
    (section,) = word.sections
    assert [each.text for each in section.header.paragraphs] == [made.banner]
    assert not section.different_first_page_header_footer
    assert not word.settings.odd_and_even_pages_header_footer


def test_a_signed_plan_has_no_banner() -> None:
    made = document.make(whole(palliative_plan=SIGNED), "palliative-plan")
    assert "".join(each.text for each in opened(made).sections[0].header.paragraphs) == ""


def test_missing_consent_is_the_first_line() -> None:
    made = document.make(whole(consent=None), "sbar")
    assert texts(opened(made))[0] == made.notices[0].text


def test_where_something_is_missing_a_line_to_write_on_runs_to_the_margin() -> None:
    made = document.make(talk("forhandssamtale", "nb"), "contact-sheet")
    rooms = [each for each in opened(made).paragraphs if each.text.endswith("\t")]
    assert len(rooms) == sum(line.blank for line in lines(made)) > 0
    for room in rooms:
        assert room.style is not None
        assert room.style.name == "To fill in"


def test_what_is_held_apart_is_a_file_of_its_own_that_says_so() -> None:
    made = document.make(whole(), "journal-svas")
    title, notice, *sections = texts(opened(made, apart=True))
    assert title == made.title
    assert notice
    assert sections == [txt.compact_section(each, "sv") for each in made.apart]
    assert not any("hemligt" in each for each in texts(opened(made)))


def test_the_page_is_a4_with_room_for_the_holes_of_a_binder() -> None:
    (section,) = opened(document.make(talk(), "plan")).sections
    assert (round(section.page_width or 0, -3), round(section.page_height or 0, -3)) == (
        round(Mm(210), -3),
        round(Mm(297), -3),
    )
    assert (section.left_margin or 0) >= Mm(24)


def test_the_properties_name_the_title_and_no_one() -> None:
    made = document.make(whole(), "plan")
    found = opened(made).core_properties
    assert found.title == made.title
    assert found.author == found.last_modified_by == found.comments == ""
    assert found.created is None
    assert found.modified is None


@pytest.mark.parametrize("document_id", content.document_ids())
def test_the_file_holds_no_macro_no_picture_and_nothing_from_outside(document_id: str) -> None:
    made = document.make(whole(), document_id)
    with zipfile.ZipFile(io.BytesIO(docx.write(made, footnotes=True))) as file:
        names = file.namelist()
        relations = [file.read(name).decode() for name in names if name.endswith(".rels")]
        types = file.read("[Content_Types].xml").decode()
    assert not [
        name for name in names if re.search(r"vba|media|thumbnail|embed", name, re.IGNORECASE)
    ]
    assert not any('TargetMode="External"' in each for each in relations)
    assert "macroEnabled" not in types


def test_the_same_document_gives_the_same_bytes() -> None:
    made = document.make(whole(), "palliative-plan")
    assert docx.write(made, footnotes=True) == docx.write(made, footnotes=True)


def test_text_in_other_scripts_is_as_large_as_the_rest() -> None:
    for document_id in ("plan", "contact-sheet"):
        styles = opened(document.make(whole(), document_id)).styles
        for name in ("Normal", "Heading 1", "Heading 2", "List Bullet", "Cell", "Notice"):
            found = styles[name].element.rPr
            assert found.find(qn("w:sz")).get(qn("w:val")) == found.find(qn("w:szCs")).get(
                qn("w:val")
            )


def test_text_from_right_to_left_is_marked_so_and_no_other() -> None:
    notes = ["مرحبا 12 mg", "\u202eשלום", "vanligt", "12"]
    made = document.make(talk(entries={"hopes": {"notes": notes}}), "journal-svas")
    marked = {
        run.text: bool(run.font.rtl)
        for paragraph in opened(made).paragraphs
        for run in paragraph.runs
    }
    assert [marked[note] for note in notes] == [True, True, False, False]


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_shows_every_line_of_every_document(tmp_path: Path) -> None:
    made = {each: document.make(whole(), each) for each in content.document_ids()}
    for name, each in made.items():
        (tmp_path / f"{name}.docx").write_bytes(docx.write(each, full=True))
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "txt:Text (encoded):UTF8",
            "--outdir",
            tmp_path,
            *sorted(tmp_path.glob("*.docx")),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    for name, each in made.items():
        text = collapse((tmp_path / f"{name}.txt").read_text(encoding="utf-8-sig"))
        for shown in (*(line.text for line in lines(each)), *cells(each), each.title):
            assert collapse(shown) in text


@pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext")),
    reason="LibreOffice and pdftotext are not installed",
)
def test_every_printed_page_bears_the_banner(tmp_path: Path) -> None:
    made = document.make(whole(), "palliative-plan")
    (tmp_path / "plan.docx").write_bytes(docx.write(made))
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            tmp_path,
            tmp_path / "plan.docx",
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    text = subprocess.run(
        ["pdftotext", tmp_path / "plan.pdf", "-"], check=True, capture_output=True, timeout=60
    ).stdout.decode()
    pages = text.rstrip("\f").split("\f")
    assert len(pages) > 1
    assert all(made.banner in collapse(each) for each in pages)
