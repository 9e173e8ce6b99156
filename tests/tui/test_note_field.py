"""The note field: every printable key types, a paste arrives whole, nothing steers the terminal."""

import string
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual import constants, events
from textual._xterm_parser import XTermParser

from convoguide.tui.editing import EditedText
from convoguide.tui.keys import settle_escape
from convoguide.tui.typed import incoming
from convoguide.tui.wrapping import cut, drawn, spans, wrapped
from tests.tui.talking import HOSTILE, run, talking

_TEXTS = st.text(
    st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from(" \t\u200d\u0301漢👩é-"))
)


def test_every_printable_key_types() -> None:
    async def story() -> None:
        async with talking() as talk:
            typed = "".join(each for each in string.printable if each.isprintable()) + "åäöæøÅÄÖ«»–"
            await talk.type(typed)
            assert talk.field == typed

    run(story())


def test_a_pasted_text_of_many_lines_arrives_whole() -> None:
    async def story() -> None:
        async with talking() as talk:
            pasted = "\r\n".join(f"line {n} [/] {{x}} 👩‍👩‍👧" for n in range(200))
            await talk.type("before ")
            await talk.paste(pasted)
            assert talk.field == "before " + pasted.replace("\r\n", "\n")
            assert talk.texts("offered") == []
            await talk.press("enter")
            assert talk.texts("offered") == ["before " + pasted.replace("\r\n", "\n")]

    run(story())


def test_a_paste_after_escape_goes_into_the_field_too() -> None:
    async def story() -> None:
        async with talking() as talk:
            await talk.press("escape")
            await talk.paste("one\ntwo")
            assert talk.field == "one\ntwo"

    run(story())


def test_escape_and_enter_begins_a_new_line() -> None:
    async def story() -> None:
        async with talking() as talk:
            await talk.type("one")
            await talk.press("escape", "enter")
            await talk.type("two", "enter")
            assert talk.texts("offered") == ["one\ntwo"]

    run(story())


def test_escape_twice_goes_back_to_typing_and_says_so_in_between() -> None:
    async def story() -> None:
        async with talking() as talk:
            await talk.type("a")
            await talk.press("escape")
            assert "back to typing" in talk.screen
            await talk.press("escape")
            await talk.type("b")
            assert talk.field == "ab"
            assert "back to typing" not in talk.screen

    run(story())


def test_an_escape_and_its_letter_sent_at_once_are_the_same() -> None:
    async def story() -> None:
        async with talking() as talk:
            await talk.type("half")
            await talk.press("alt+n")
            assert talk.sitting.step == "capacity"
            await talk.press("alt+p")
            assert talk.sitting.step == "offered"
            await talk.press("alt+2")
            assert len(talk.texts("offered")) == 1
            await talk.press("alt+enter")
            assert talk.field == "half\n"

    run(story())


def test_a_terminal_that_sends_escape_and_a_key_at_once_is_understood() -> None:
    settle_escape()
    for character, key in {"f": "alt+f", "b": "alt+b", "1": "alt+1", "\r": "alt+enter"}.items():
        parser = XTermParser()
        sent = [*parser.feed("\x1b" + character)]
        time.sleep(constants.ESCAPE_DELAY * 1.5)
        sent += parser.tick()
        assert [event.key for event in sent if isinstance(event, events.Key)] == [key]


def test_control_characters_are_taken_out_where_text_comes_in() -> None:
    async def story() -> None:
        async with talking() as talk:
            await talk.paste("a\x1b[31mred\x07\x9b2J\x00 \ud800b")
            assert talk.field == "a [31mred 2J  ?b"

    run(story())


@pytest.mark.parametrize(
    ("keys", "left"),
    [
        (["backspace"], "one two thre"),
        (["ctrl+w"], "one two "),
        (["alt+backspace"], "one two "),
        (["home", "delete"], "ne two three"),
        (["home", "ctrl+delete"], " two three"),
        (["home", "right", "X"], "oXne two three"),
        (["ctrl+left", "X"], "one two Xthree"),
        (["home", "ctrl+right", "X"], "oneX two three"),
        (["ctrl+home", "X", "ctrl+end", "Y"], "Xone two threeY"),
        (["left", "left", "X"], "one two thrXee"),
        (["ctrl+a", "X", "ctrl+e", "Y"], "Xone two threeY"),
        (["ctrl+left", "ctrl+u"], "three"),
        (["ctrl+left", "ctrl+k"], "one two "),
    ],
)
def test_the_keys_of_a_text_field_do_what_they_do_elsewhere(keys: list[str], left: str) -> None:
    async def story() -> None:
        async with talking() as talk:
            await talk.type("one two three")
            await talk.press(*keys)
            assert talk.field == left

    run(story())


@pytest.mark.parametrize(
    ("keys", "left"),
    [
        (["ctrl+left", "ctrl+u"], "one\ntwo"),
        (["ctrl+home", "down", *["right"] * 4, "ctrl+k"], "one\nword"),
    ],
)
def test_a_line_is_emptied_whole_however_it_is_wrapped(keys: list[str], left: str) -> None:
    async def story() -> None:
        async with talking() as talk:
            await talk.paste("one\n" + "word " * 40 + "two")
            await talk.press(*keys)
            assert talk.field == left

    run(story())


def test_a_click_puts_the_caret_there() -> None:
    async def story() -> None:
        async with talking() as talk:
            await talk.paste("abcdef\nghijkl")
            await talk.pilot.click("#field", offset=(3, 0))
            await talk.type("X")
            assert talk.field == "abXcdef\nghijkl"

    run(story())


@pytest.mark.parametrize("text", HOSTILE)
def test_the_caret_never_stands_inside_what_is_drawn_as_one_character(text: str) -> None:
    edited = EditedText()
    edited.put(text)
    edited.move(0)
    places = [0]
    while edited.caret < len(text):
        edited.move(edited.beside(1))
        places.append(edited.caret)
    back = [edited.caret]
    while edited.caret > 0:
        edited.move(edited.beside(-1))
        back.append(edited.caret)
    assert places == back[::-1]
    for place in places[:-1]:
        assert text[place] != "\u200d"
        assert text[place] != "\u0301"


@given(_TEXTS, st.integers(2, 40))
def test_wrapping_loses_nothing_and_keeps_within_the_width(text: str, width: int) -> None:
    paragraph = text.replace("\n", " ")
    found = spans(paragraph, width)
    assert "".join(paragraph[start:end] for start, end in found) == paragraph
    for start, end in found:
        assert cell_len(drawn(paragraph[start:end]).rstrip()) <= width


@given(_TEXTS, st.integers(1, 40))
def test_what_is_cut_to_a_width_fits_it(text: str, width: int) -> None:
    assert cell_len(cut(text, width)) <= width


@given(_TEXTS, st.integers(8, 40))
def test_wrapped_words_are_the_words_of_the_text(text: str, width: int) -> None:
    clean = incoming(text)
    assert "".join("".join(wrapped(clean, width)).split()) == "".join(clean.split())
