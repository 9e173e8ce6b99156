"""In a window without room a clear word stands there, and nothing that is typed gets lost."""

import pytest

from convoguide.config import Settings
from convoguide.core.text import collapse
from tests.tui.practising import meet, rehearsing
from tests.tui.shelling import run, running
from tests.tui.test_resize import _typed

TINY = ((30, 10), (20, 6), (8, 2), (1, 1))


@pytest.mark.parametrize("keys", [("enter",), ("enter", "f4"), ("enter", "escape", "x", "enter")])
def test_the_word_comes_and_goes_while_one_types(keys: tuple[str, ...]) -> None:
    async def story() -> None:
        async with running(settings=Settings(keep="memory", locale="en", way="steps")) as app:
            await app.press(*keys)
            await app.type("ord")
            field, name = app.app.focused, app.name
            for size in TINY:
                await app.resize(*size)
                if size[0] >= 20:
                    assert "too small" in collapse(app.screen)
                await app.type("x")
            await app.resize(40, 12)
            assert "too small" not in app.screen
            await app.resize(80, 24)
            assert app.app.focused is field
            assert app.name == name
            assert _typed(app) == "ordxxxx"

    run(story())


def test_a_screen_that_is_opened_in_a_small_window_says_so_at_once() -> None:
    async def story() -> None:
        async with running(size=(30, 8)) as app:
            assert "30 by 8" in collapse(app.screen)
            await app.press("t")
            assert app.name == "SettingsScreen"
            assert "30 by 8" in collapse(app.screen)
            await app.resize(31, 9)
            assert "31 by 9" in collapse(app.screen)
            await app.resize(80, 24)
            assert "too small" not in app.screen
            await app.press("q")
            assert app.name == "HomeScreen"
            assert "too small" not in app.screen

    run(story())


def test_a_rehearsal_goes_on_where_it_was() -> None:
    async def story() -> None:
        async with rehearsing() as app:
            await meet(app)
            await app.type("hej")
            await app.resize(20, 5)
            assert "small" in app.screen
            await app.resize(250, 80)
            await app.resize(80, 24)
            assert _typed(app) == "hej"

    run(story())
