"""The terminal's own cursor is where one types, else where the mark is: magnifiers follow it."""

import pytest
from textual.geometry import Offset

from convoguide.config import Settings
from convoguide.services.keep import MemoryKeeper
from convoguide.tui.widgets.action_line import ActionLine
from tests.tui.practising import meet, rehearsing
from tests.tui.shelling import Locked, Running, kept, rich, run, running

EN = Settings(keep="memory", locale="en", way="steps")


def under(app: Running, width: int = 1) -> str:
    """What stands at the cursor."""
    x, y = app.app.cursor_position
    return app.lines()[y][x : x + width]


def test_in_a_list_it_stands_on_the_mark_also_after_scrolling_and_coming_back() -> None:
    async def story() -> None:
        async with running(kept(MemoryKeeper(), rich("Vill hem")), settings=EN) as app:
            assert under(app) == ">"
            for key in ("down", "end", "home"):
                await app.press(key)
                assert under(app) == ">", key
            await app.press("t")
            for _press in range(14):
                await app.press("down")
                assert under(app) == ">"
            await app.press("q")
            assert under(app) == ">"
            await app.press("d", "q")
            assert under(app) == ">"
            await app.resize(60, 18)
            assert under(app) == ">"

    run(story())


def test_in_the_field_it_stands_at_the_caret_and_goes_along_to_dialogs_and_back() -> None:
    async def story() -> None:
        async with running(settings=EN) as app:
            await app.press("enter")
            await app.type("abcdef")
            await app.press("left", "left")
            assert under(app, 2) == "ef"
            typing = app.app.cursor_position
            await app.press("escape")
            line = app.app.screen.query_one(ActionLine)
            assert line.region.contains_point(app.app.cursor_position)
            await app.press("w")
            assert under(app) == ">", "in the dialog"
            await app.press("down")
            assert under(app) == ">"
            await app.press("escape", "escape")
            assert app.app.cursor_position == typing
            for size in ((250, 80), (120, 40), (80, 24)):
                await app.resize(*size)
                assert under(app, 2) == "ef"

    run(story())


def test_at_the_answers_it_stands_on_the_one_that_space_would_tick() -> None:
    async def story() -> None:
        async with running(settings=EN) as app:
            await app.press("enter", "tab")
            assert under(app) == ">"
            first = app.app.cursor_position
            await app.press("down")
            assert under(app) == ">"
            assert app.app.cursor_position.y == first.y + 1
            await app.press("tab")
            field = app.app.screen.query_one("#field")
            assert app.app.focused is field
            assert field.region.contains_point(app.app.cursor_position)

    run(story())


@pytest.mark.parametrize("keys", [("f4",), ("escape", "full_stop")])
def test_where_one_types_to_find_something_it_stays_with_what_is_typed(
    keys: tuple[str, ...],
) -> None:
    async def story() -> None:
        async with running(settings=EN) as app:
            await app.press("enter", *keys)
            await app.type("ho")
            x, y = app.app.cursor_position
            assert app.lines()[y][:x].rstrip().endswith("ho")

    run(story())


def test_at_a_passphrase_it_stands_behind_what_is_typed() -> None:
    async def story() -> None:
        async with running(Locked(), start="svas-kronoberg") as app:
            await app.type("abc")
            focused = app.app.focused
            assert focused is not None
            assert app.app.cursor_position == focused.content_region.offset + Offset(3, 0)

    run(story())


def test_in_a_rehearsal_it_stands_in_the_field() -> None:
    async def story() -> None:
        async with rehearsing() as app:
            await meet(app)
            await app.type("hej")
            x, y = app.app.cursor_position
            assert app.lines()[y][:x].endswith("hej")

    run(story())
