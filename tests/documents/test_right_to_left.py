"""Documents in a language that reads from the right, in Word and on paper; notes as they were."""

import io
from collections.abc import Iterator
from datetime import date
from typing import Any

import docx as python_docx
import pytest
from docx.document import Document as Word
from docx.oxml.ns import qn

from convoguide.core.text import collapse
from convoguide.dates import format_day
from convoguide.documents.writers import docx
from convoguide.services import content, document, packs
from convoguide.services.local import forget
from tests.documents import printed, rich
from tests.documents.whole import cells, own, whole
from tests.making import HOSTILE, talk
from tests.packing import EXAMPLE, pack_data, written

DOCUMENTS = content.shipped_document_ids()


@pytest.fixture(autouse=True)
def in_use() -> Iterator[None]:
    """The example pack, which brings Arabic."""
    packs.add(EXAMPLE)
    yield
    forget()


def opened(document_id: str, locale: str = "ar") -> Word:
    made = document.make(whole(), document_id, locale)
    return python_docx.Document(io.BytesIO(docx.write(made, full=True)))


def runs(word: Word) -> list[Any]:
    tables = [each for each in word.iter_inner_content() if hasattr(each, "rows")]
    inside = [p for table in tables for row in table.rows for c in row.cells for p in c.paragraphs]
    return [run for paragraph in (*word.paragraphs, *inside) for run in paragraph.runs]


@pytest.mark.parametrize("document_id", DOCUMENTS)
def test_paragraphs_pages_and_tables_of_a_word_document_begin_at_the_right(
    document_id: str,
) -> None:
    word = opened(document_id)
    normal: Any = word.styles["Normal"].element
    assert normal.pPr.find(qn("w:bidi")) is not None
    section: Any = word.sections[0]._sectPr
    assert section.find(qn("w:bidi")) is not None
    for table in word.tables:
        assert table._tbl.tblPr.find(qn("w:bidiVisual")) is not None
    defaults: Any = word.styles.element.find(qn("w:docDefaults"))
    assert [each.get(qn("w:bidi")) for each in defaults.iter(qn("w:lang"))] == ["ar"]


def test_what_reads_from_the_left_is_not_turned() -> None:
    word = opened("plan", "sv")
    assert "w:bidi/" not in word.styles.element.xml
    assert all(t._tbl.tblPr.find(qn("w:bidiVisual")) is None for t in word.tables)
    assert not any(run.font.rtl for run in runs(word) if run.text.isascii())


@pytest.mark.parametrize("document_id", DOCUMENTS)
def test_every_note_stands_in_the_word_document_as_it_was_written(document_id: str) -> None:
    made = document.make(whole(), document_id, "ar")
    found = [run.text for run in runs(opened(document_id))]
    for text in filter(None, [*(line.text for line in own(made, full=True)), *cells(made)]):
        assert text in found
        found.remove(text)


def test_our_own_words_are_marked_as_reading_from_the_right_and_a_swedish_note_is_not() -> None:
    made = document.make(talk(entries={"hopes": {"notes": ["Vill hem."]}}), "journal-svas", "ar")
    word = python_docx.Document(io.BytesIO(docx.write(made, full=True)))
    by_text = {run.text: bool(run.font.rtl) for run in runs(word)}
    assert by_text["الآمال"]
    assert not by_text["Vill hem."]


@pytest.mark.parametrize("document_id", DOCUMENTS)
def test_paper_is_tagged_with_its_language_and_holds_every_note(document_id: str) -> None:
    made = document.make(rich.svas(), document_id, "ar")
    paper = printed.made(made, full=True)
    assert str(printed.reader(paper).root_object["/Lang"]) == "ar"
    held = printed.text(paper)
    for line in own(made, full=True):
        if line.step and line.note is not None:
            words = [word for word in collapse(line.text).split() if word.isalpha()]
            assert all(word in held for word in words)


def test_a_heading_stands_at_the_right_and_the_first_column_of_a_table_too() -> None:
    from_left = printed.words(printed.made(document.make(rich.svas(), "plan", "sv")))[0]
    from_right = printed.words(printed.made(document.make(rich.svas(), "plan", "ar")))[0]

    def place(words: list[printed.Word], text: str) -> float:
        return next(word.left for word in words if text in word.text)

    assert place(from_left, "Koordinator") < 100
    assert place(from_right, "Koordinator") > 300
    # Name and telephone, as they stand in the table of contacts.
    assert place(from_left, "jourteam") < place(from_left, "010-555")
    assert place(from_right, "Märta") > place(from_right, "+46")


@pytest.mark.parametrize("document_id", ["contact-sheet", "plan"])
def test_a_number_to_call_is_read_in_its_own_order(document_id: str) -> None:
    paper = printed.made(document.make(rich.svas(), document_id, "ar"))
    for page in printed.words(paper):
        for index, word in enumerate(page):
            if word.text == "070-123":
                following = page[index + 1]
                assert following.text == "45"
                assert following.left > word.right


@pytest.mark.parametrize("note", HOSTILE)
def test_a_hostile_note_does_not_break_the_page(note: str) -> None:
    made = document.make(talk(entries={"hopes": {"notes": [note]}}), "journal-svas", "ar")
    assert printed.made(made, full=True).startswith(b"%PDF")
    word = python_docx.Document(io.BytesIO(docx.write(made, full=True)))
    assert collapse(note) in [run.text for run in runs(word)]


def test_a_date_keeps_its_order_beside_letters_that_read_from_the_left() -> None:
    assert format_day(date(2026, 11, 20), "sv") == "2026-11-20"
    told = format_day(date(2026, 11, 20), "ar")
    assert told[0] == "\u2067"
    assert told[-1] == "\u2069"
    assert "2026" in told


def test_a_further_language_that_reads_from_the_left_makes_a_word_document_too(
    tmp_path: Any,
) -> None:
    pack = pack_data("north", languages={"se": {"name": "Davvisámegiella"}})
    texts = {"texts/se.yaml": {"texts": {"journal-svas/hopes/heading": "Doaivagat"}}}
    packs.add(written(tmp_path / "p", pack, texts))
    word = opened("journal-svas", "se")
    assert "Doaivagat" in [paragraph.text for paragraph in word.paragraphs]
    assert word.core_properties.language == "se"
    assert "w:bidi/" not in word.styles.element.xml
