import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from convoguide.core.text import clean, collapse
from convoguide.documents.writers.md import escape
from convoguide.services import document
from tests.making import HOSTILE, talk

READERS = (MarkdownIt("commonmark"), MarkdownIt("gfm-like", {"linkify": False}))


def seen(markdown: str, reader: MarkdownIt) -> str:
    """The characters that a reader of the rendered page sees."""
    shown = []
    for token in reader.parse(markdown):
        for child in token.children or ():
            assert child.type in (
                "text",
                "softbreak",
                "strong_open",
                "strong_close",
                "text_special",
            )
            shown.append(child.content if child.type != "softbreak" else "\n")
    return "".join(shown)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("note", HOSTILE)
def test_a_reader_of_the_page_sees_a_notes_own_characters(reader: MarkdownIt, note: str) -> None:
    entries = {"hopes": {"notes": [note, {"text": note, "voice": "patient"}]}}
    for full in (False, True):
        page = document.written(
            document.make(talk(entries=entries), "journal-svas"), "md", full=full
        )
        assert seen(page, reader).count(collapse(note)) == 2


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Zl", "Zp"]), min_size=1))
def test_any_text_comes_through_an_item_of_a_list(text: str) -> None:
    note = collapse(clean(text))
    if note:
        assert seen(f"- {escape(note)}\n", READERS[0]) == note


def test_a_table_keeps_its_cells_apart() -> None:
    conversation = talk(actions=[{"what": "a | b", "responsible": "*c*"}])
    page = document.written(document.make(conversation, "plan"), "md")
    tokens = READERS[1].parse(page)
    cells = [token.content for token in tokens if token.type == "inline"]
    assert "a \\| b" in cells or "a | b" in cells
