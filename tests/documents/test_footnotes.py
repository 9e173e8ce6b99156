import io
import re
from typing import Any

import docx as python_docx
import pytest
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from convoguide.core.text import collapse
from convoguide.documents.assembled import Document, Line
from convoguide.documents.writers import docx, html, md
from convoguide.documents.writers.footnotes import Footnotes, part_of, source_of, titles
from convoguide.i18n import Language
from convoguide.services import content, document
from tests.documents.page import read
from tests.documents.test_html import TEMPLATE
from tests.documents.whole import lines, whole
from tests.making import HOSTILE, talk

ENGLISH = Language("en")
NAMES = titles(content.guide("svas-kronoberg"), ENGLISH)


def sources(made: Document) -> list[str]:
    """Every source of the document in words, each once, in the order of the document."""
    found = [
        source_of(line, ENGLISH, NAMES)
        for line in (*made.opening, *made.for_the_night)
        if line.text
    ]
    for section in made.sections:
        found += [source_of(line, ENGLISH, NAMES) for line in section.lines if line.text]
        if section.table:
            found += [part_of(path, ENGLISH) for path in section.table.paths]
    return list(dict.fromkeys(filter(None, found)))


def making(document_id: str, **parts: Any) -> Document:
    return document.make(whole(**parts), document_id, "en")


@pytest.mark.parametrize("document_id", content.document_ids())
@pytest.mark.parametrize("guide_id", content.conversation_guide_ids())
def test_every_source_is_told_in_words(document_id: str, guide_id: str) -> None:
    made = document.make(whole(guide_id), document_id, "en")
    names = titles(content.guide(guide_id), ENGLISH)
    paths = [path for each in made.sections if each.table for path in each.table.paths]
    told = [source_of(line, ENGLISH, names) for line in lines(made)]
    for text in (*told, *(part_of(path, ENGLISH) for path in paths)):
        assert "/" not in text
    for line in lines(made):
        if line.step is not None:
            assert names[line.step] in source_of(line, ENGLISH, names)


def test_notes_and_parts_are_counted_from_one() -> None:
    assert source_of(Line("x", step="hopes", note=0), ENGLISH, {"hopes": "Hope"}) == (
        "Step “Hope”, note 1"
    )
    assert part_of("/actions/0", ENGLISH) == "Actions, number 1"


def test_a_step_without_a_name_is_called_by_its_id() -> None:
    assert "kalmar:extra" in source_of(Line("x", step="kalmar:extra", note=2), ENGLISH, NAMES)


def test_a_line_of_the_letter_names_the_line_and_its_step() -> None:
    line = Line("x", step="hopes", path="/letter/1")
    assert source_of(line, ENGLISH, {"hopes": "Hope"}) == (
        "Lines of the letter home, number 2; Step “Hope”"
    )


def test_lines_of_one_source_share_a_footnote() -> None:
    notes = Footnotes("en")
    first, other = Line("a", step="hopes", note=0), Line("b", step="hopes", note=1)
    assert [notes.of_line(each) for each in (first, other, first)] == [1, 2, 1]
    assert [number for number, _text in notes.texts()] == [1, 2]


def test_steps_that_bear_one_name_do_not_share_a_footnote() -> None:
    notes = Footnotes("en", steps={"a": "Hope", "b": "Hope"})
    assert notes.of_line(Line("x", step="a", note=0)) != notes.of_line(Line("x", step="b", note=0))


def test_our_own_words_and_empty_lines_have_no_footnote() -> None:
    notes = Footnotes("en")
    assert notes.of_line(Line("We")) is None
    assert notes.of_line(Line("", blank=True, path="/palliative_plan/signed_by")) is None
    assert notes.texts() == []


@pytest.mark.parametrize("document_id", content.document_ids())
@pytest.mark.parametrize("full", [False, True])
def test_markdown_says_of_each_line_where_it_comes_from(document_id: str, full: bool) -> None:
    made = making(document_id)
    page = md.write(made, full=full, footnotes=True, steps=NAMES)
    reader = MarkdownIt("gfm-like", {"linkify": False}).use(footnote_plugin)
    told, defined = [], 0
    for token in reader.parse(page):
        defined += token.type == "footnote_open"
        told += [child for child in token.children or () if child.type == "footnote_ref"]
    used = list(dict.fromkeys(child.meta["id"] for child in told))
    assert used == list(range(defined))
    definitions = re.findall(r"^\[\^(\d+)\]: (.+)$", page, re.MULTILINE)
    assert [int(number) for number, _ in definitions] == list(range(1, defined + 1))
    expected = sources(made)
    if made.reader != "journal" or full:
        assert [text for _, text in definitions] == [md.escape(each) for each in expected]
    else:  # a compact journal has no lines for the night, so its order is another
        assert sorted(text for _, text in definitions) == sorted(map(md.escape, expected))


@pytest.mark.parametrize("note", [*HOSTILE, "Nej!", "\\", "a\\!", "[^1]"])
def test_a_footnote_in_markdown_leaves_the_note_as_it_stands(note: str) -> None:
    made = document.make(talk(entries={"hopes": {"notes": [note, "sist"]}}), "journal-svas")
    reader = MarkdownIt("commonmark").use(footnote_plugin)
    for full in (False, True):
        page = md.write(made, full=full, footnotes=True)
        children = [child for token in reader.parse(page) for child in token.children or ()]
        assert not {"image", "link_open"} & {child.type for child in children}
        assert collapse(note) in "".join(child.content for child in children)
        assert sum(child.type == "footnote_ref" for child in children) == 2


@pytest.mark.parametrize("document_id", content.document_ids())
def test_a_page_leads_from_each_line_to_where_it_comes_from(document_id: str) -> None:
    made = making(document_id)
    page = read(html.write(made, template=TEMPLATE, full=True, footnotes=True, steps=NAMES))
    (listed,) = [each for each in page.all("section") if each.attributes.get("role")]
    items = listed.all("li")
    assert [each.seen for each in items] == [
        f"[{number}] {collapse(text)}" for number, text in enumerate(sources(made), start=1)
    ]
    targets = [each.attributes["id"] for each in items]
    used = [(each.attributes["href"] or "").removeprefix("#") for each in page.all("a")]
    assert list(dict.fromkeys(used)) == targets


@pytest.mark.parametrize("document_id", content.document_ids())
def test_a_word_document_lists_at_its_end_where_the_lines_come_from(document_id: str) -> None:
    made = making(document_id)
    word = python_docx.Document(
        io.BytesIO(docx.write(made, full=True, footnotes=True, steps=NAMES))
    )
    listed = [each.text for each in word.paragraphs if each.style and each.style.name == "Source"]
    expected = sources(made)
    assert listed == [f"[{number}]\t{text}" for number, text in enumerate(expected, start=1)]
    assert [each.text for each in word.paragraphs[-len(listed) :]] == listed
    raised = [
        run.text.strip()
        for each in [*word.paragraphs, *(c.paragraphs[0] for t in word.tables for c in t._cells)]
        for run in each.runs
        if run.font.superscript
    ]
    assert {int(each.strip("[]")) for each in raised} == set(range(1, len(expected) + 1))


@pytest.mark.parametrize("document_id", content.document_ids())
def test_without_being_asked_no_document_shows_footnotes(document_id: str) -> None:
    made = making(document_id)
    page = html.write(made, template=TEMPLATE, full=True)
    assert "source-1" not in page
    assert "[^1]" not in md.write(made, full=True)
    word = python_docx.Document(io.BytesIO(docx.write(made, full=True)))
    assert not [e for e in word.paragraphs if e.style and e.style.name == "Source"]
