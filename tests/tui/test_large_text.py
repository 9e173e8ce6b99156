"""Large text: the phrase, the notes and what is being typed, in letters of several cells."""

import time
from collections.abc import Iterator
from string import ascii_letters, digits

import pytest
from rich.cells import cell_len
from textual.geometry import Offset, Size

from convoguide import symbols
from convoguide.config import Settings
from convoguide.services.conduct import Sitting
from convoguide.tui.large import (
    HALVES,
    POINTS,
    QUARTERS,
    can_be_drawn,
    draw,
    large_lines,
    to_read_along,
)
from convoguide.tui.widgets.large_line import LargeLine
from convoguide.tui.widgets.line_view import LineView
from tests.tui.talking import HOSTILE, SMALL, SVAS, Talking, run, sit, talking

LARGE = Settings(large_text=True)
SIZES = pytest.mark.parametrize("size", [SMALL, (100, 32), (120, 40), (250, 80)])
WAYS = pytest.mark.parametrize("way", ["steps", "afterwards"])
BLOCKS = frozenset("▘▝▀▖▌▞▛▗▚▐▜▄▙▟█")


@pytest.fixture(autouse=True)
def own_symbols() -> Iterator[None]:
    yield
    symbols.use(ascii_forms=False)


def strip_of(talk: Talking) -> LargeLine:
    return talk.app.talk.query_one(LargeLine)


def drawn(talk: Talking) -> list[str]:
    """The rows of the strip as they are on the screen."""
    region = strip_of(talk).region
    return [line.ljust(region.right)[1:] for line in talk.lines()[region.y : region.bottom]]


def begins(rows: list[str], text: str, width: int) -> bool:
    scale = to_read_along(width - 2)
    return all(
        row.startswith(large.rstrip()) for row, large in zip(rows, draw(text, scale), strict=False)
    )


@WAYS
@SIZES
def test_what_is_typed_is_drawn_large_and_the_caret_stays_in_the_field(
    way: str, size: tuple[int, int]
) -> None:
    async def story() -> None:
        async with talking(sit(SVAS, way), size=size, settings=LARGE) as talk:
            assert not strip_of(talk).display
            await talk.type("Åsa är öm")
            assert begins(drawn(talk), "Åsa är öm", size[0])
            field = talk.app.talk.field
            assert talk.app.cursor_position == field.content_region.offset + Offset(9, 0)
            assert "Åsa är öm" in talk.screen
            await talk.press("left", "left")
            assert talk.app.cursor_position == field.content_region.offset + Offset(7, 0)
            await talk.press("enter")
            assert not strip_of(talk).display
            assert talk.texts(talk.sitting.step) or talk.texts("other")

    run(story())


@WAYS
@SIZES
def test_nothing_is_cut_while_one_types_and_the_field_does_not_move(
    way: str, size: tuple[int, int]
) -> None:
    async def story() -> None:
        async with talking(sit(SVAS, way), size=size, settings=LARGE) as talk:
            before = talk.app.talk.field.region
            await talk.type("en lång anteckning " * 4)
            assert talk.app.talk.field.region == before
            feed, strip = talk.app.talk.query_one("#feed", LineView), strip_of(talk)
            assert feed.display
            assert feed.size.height >= 8
            for widget in (feed, strip):
                assert 0 <= widget.region.y < widget.region.bottom <= before.y
                assert widget.region.right <= size[0]
            assert strip.size.height % to_read_along(strip.size.width).rows == 0

    run(story())


@WAYS
@SIZES
def test_the_notes_of_the_step_stand_large_below_and_are_reached_by_scrolling(
    way: str, size: tuple[int, int]
) -> None:
    async def story() -> None:
        sitting = sit(SVAS, way)
        async with talking(sitting, size=size, settings=LARGE) as talk:
            for text in ("Vill hem", "Är rädd för smärta och för att inte få luft om natten"):
                await talk.type(text, "enter", "backspace")
            feed = talk.app.talk.query_one("#feed", LineView)
            rows = ["".join(words for words, _style in row.parts) for row in feed.rows]
            wanted = [
                line
                for note in sitting.conversation.entry(sitting.step).notes
                for line in (
                    "",
                    *large_lines(f"– {note.text}", feed.scrollable_content_region.width, 0),
                )
            ]
            assert rows[-len(wanted) :] == wanted
            # What was just noted is in sight; the beginning of it where it is longer than that.
            last = [n for n, row in enumerate(feed.rows) if row.tag == (sitting.step, 1)]
            assert feed.scroll_offset.y <= last[0] < feed.scroll_offset.y + feed.size.height
            if feed.max_scroll_y:
                assert "Page Down reads on" in talk.flat
                await talk.press(*["pageup"] * 9)
                assert feed.scroll_offset.y == 0
                await talk.press(*["pagedown"] * 9)
                assert feed.scroll_offset.y == feed.max_scroll_y

    run(story())


def test_large_text_is_asked_for_and_left_in_both_ways_but_not_in_the_quiet_one() -> None:
    async def story() -> None:
        for way in ("steps", "afterwards", "jot"):
            async with talking(sit(SVAS, way)) as talk:
                await talk.letter("l")
                await talk.type("hej")
                assert strip_of(talk).display is (way != "jot")
                if way == "jot":
                    assert not BLOCKS & set(talk.screen)
                    continue
                await talk.press("backspace", "backspace", "backspace")
                assert not strip_of(talk).display
                await talk.letter("l")
                await talk.type("hej")
                assert not strip_of(talk).display
                assert not BLOCKS & set("".join(talk.lines()[1:-1]))

    run(story())


def test_half_a_line_is_shown_large_as_soon_as_that_is_asked_for() -> None:
    async def story() -> None:
        async with talking(sit(SVAS, "steps")) as talk:
            await talk.type("halv")
            await talk.letter("l")
            assert begins(drawn(talk), "halv", 80)
            await talk.letter("l")
            assert not strip_of(talk).display
            assert talk.field == "halv"

    run(story())


def test_afterwards_the_list_is_a_pane_of_its_own_beside_the_large_topic() -> None:
    async def story() -> None:
        async with talking(sit(SVAS, "afterwards"), settings=LARGE) as talk:
            shown = []
            for _press in range(4):
                shown.append(
                    next(
                        each.id
                        for each in talk.app.talk.query("#body LineView").results(LineView)
                        if each.display
                    )
                )
                await talk.letter("t")
            assert shown == ["feed", "topics", "summary", "feed"]
        async with talking(sit(SVAS, "afterwards"), settings=LARGE, size=(120, 40)) as talk:
            views = talk.app.talk.query("#body LineView").results(LineView)
            assert [each.id for each in views if each.display] == ["feed", "topics"]
            await talk.press("down")
            feed = talk.app.talk.query_one("#feed", LineView)
            width = feed.scrollable_content_region.width
            title = large_lines(talk.title(talk.sitting.step), width, 0)
            assert title[0].strip() in talk.screen

    run(story())


@WAYS
def test_a_resize_at_any_moment_keeps_what_is_typed_and_draws_it_anew(way: str) -> None:
    async def story() -> None:
        async with talking(sit(SVAS, way), settings=LARGE) as talk:
            await talk.type("ett två")
            for width, height in ((250, 80), (120, 40), (60, 12), (40, 12), (80, 24)):
                await talk.resize(width, height)
                await talk.settle()
                assert talk.field == "ett två"
                assert talk.app.talk.query_one("#field").region.bottom <= height
            assert begins(drawn(talk), "ett två", 80)
            await talk.type(" tre")
            assert begins(drawn(talk), "ett två tre", 80)

    run(story())


def test_on_a_terminal_with_few_glyphs_the_letters_are_of_ascii() -> None:
    symbols.use(ascii_forms=True)

    async def story() -> None:
        async with talking(sit(SVAS, "steps"), settings=LARGE) as talk:
            await talk.type("Få öl")
            rows = drawn(talk)
            assert len(rows) == POINTS.rows
            assert all(row.isascii() for row in rows)
            assert begins(rows, "Få öl", 80)

    run(story())


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_is_pasted_is_shown_large_or_plain_and_breaks_nothing(text: str) -> None:
    async def story() -> None:
        async with talking(sit(SVAS, "steps"), settings=LARGE) as talk:
            await talk.paste(text)
            for key in ("home", "right", "right", "end", "backspace", "ctrl+home", "ctrl+end"):
                await talk.press(key)
                assert all(cell_len(row) <= 80 for row in drawn(talk))
            await talk.press("enter")
            assert talk.screen

    run(story())


NAMES = "Åse Øygård Çelik Müller Élise Hélène Zoë Niño Đặng Šarūnas Čáhppeš Łukasz Þór Guðrún Aïda"


@pytest.mark.parametrize("scale", [POINTS, HALVES, QUARTERS], ids=["points", "halves", "quarters"])
def test_names_and_all_nordic_letters_are_drawn(scale: object) -> None:
    assert isinstance(scale, type(POINTS))
    for letter in "åäöæøÅÄÖÆØéèêëüÉÈÜáàíóúýčđŋšŧžÁČĐŊŠŦŽðþÐÞçñïôõâßœ0123456789.,;:!?()-%/+=&\"'":
        rows = draw(letter, scale)
        assert len(rows) == scale.rows
        assert all(len(row) == scale.cells for row in rows)
        assert letter not in "".join(rows), letter
    assert can_be_drawn(NAMES)
    for letter in set(NAMES) - {" ", "ặ"}:
        assert not any(each.isalpha() for row in draw(letter, scale) for each in row), letter


def test_no_two_letters_look_alike() -> None:
    letters = ascii_letters + digits + "åäöæøÅÄÖÆØéèêëüÉÈáàčšžđðþÐ"
    seen: dict[tuple[str, ...], str] = {}
    for letter in letters:
        rows = tuple(draw(letter, HALVES))
        assert rows not in seen, (letter, seen.get(rows))
        seen[rows] = letter


def test_a_letter_that_is_not_drawn_stands_plain_among_the_large_ones() -> None:
    rows = draw("a漢b", QUARTERS)
    assert rows[2][3] == "漢"
    assert [len(row) for row in rows] == [12, 12, 11, 12]  # the letter itself takes two cells
    assert "e\u0301" not in "".join(draw("e\u0301", QUARTERS))
    assert draw("e\u0301", QUARTERS) == draw("é", QUARTERS)


def test_a_text_from_right_to_left_is_left_as_it_is() -> None:
    assert not can_be_drawn("שלום")
    assert not can_be_drawn("السلام عليكم")
    assert not can_be_drawn("漢字漢字")
    assert large_lines("שלום", 40, 0) == ["שלום"]


def test_a_long_text_is_drawn_beyond_the_height_rather_than_small() -> None:
    lines = large_lines("ord " * 40, 78, 10)
    assert len(lines) > 10
    assert BLOCKS & set("".join(lines))
    assert all(len(line) <= 78 for line in lines)


def test_a_key_draws_only_what_has_changed_and_costs_little() -> None:
    async def story() -> None:
        async with talking(sit(SVAS, "steps"), size=(250, 80), settings=LARGE) as talk:
            await talk.type("Hon vill vara hemma så länge det går ")
            strip = strip_of(talk)
            drawn_anew: list[int] = []
            refresh = strip.refresh

            def watched(*regions: object, **options: object) -> object:
                drawn_anew.extend(each.width for each in regions)  # type: ignore[attr-defined]
                return refresh(*regions, **options)  # type: ignore[arg-type]

            strip.refresh = watched  # type: ignore[method-assign, assignment]
            text = talk.field
            began = time.perf_counter()
            for _round in range(50):
                strip.tell(text + "x", len(text) + 1)
                strip.tell(text, len(text))
            assert (time.perf_counter() - began) / 100 < 0.01
            assert drawn_anew
            assert max(drawn_anew) < strip.size.width

    run(story())


def test_the_strip_grows_with_the_window() -> None:
    strip = LargeLine()
    assert strip.needed(Size(80, 24)) == QUARTERS.rows
    assert strip.needed(Size(80, 18)) == 0
    assert strip.needed(Size(120, 40)) == 2 * QUARTERS.rows
    assert strip.needed(Size(250, 80)) == 3 * HALVES.rows
    symbols.use(ascii_forms=True)
    assert strip.needed(Size(80, 24)) == POINTS.rows


def test_a_read_only_conversation_can_be_read_large() -> None:
    async def story() -> None:
        other = sit(SVAS, "steps")
        other.note("Vill hem", step="offered")
        sitting = Sitting(other.guide, other.conversation, way="steps", read_only=True)
        async with talking(sitting, settings=LARGE) as talk:
            sitting.jump("offered")
            talk.app.talk.show_talk()
            await talk.settle()
            feed = talk.app.talk.query_one("#feed", LineView)
            assert any(row.tag == ("offered", 0) for row in feed.rows)

    run(story())


def test_a_window_that_shows_all_of_it_no_longer_says_that_there_is_more() -> None:
    async def story() -> None:
        async with talking(sit(SVAS, "steps"), settings=Settings(large_text=True)) as talk:
            await talk.press("f4")
            await talk.type("hopes", "enter")
            await talk.type("Planerar resan med dottern.", "enter")
            await talk.until(lambda: "Page Down" in talk.screen)
            await talk.resize(200, 60)
            await talk.until(lambda: "Page Down" not in talk.screen)

    run(story())
