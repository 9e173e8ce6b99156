"""How it looks and is reached: dialogs in every language, any size of window, keys, the mouse."""

import pytest

from convoguide import i18n
from convoguide.config import Settings
from convoguide.services.keep import MemoryKeeper
from convoguide.tui.bindings import ACTIONS, ANYWHERE, FOOTERS, PLACES, actions_of
from convoguide.tui.screens.listing import Listing
from convoguide.tui.widgets.action_line import ActionLine
from tests.tui.shelling import Locked, Running, kept, rich, run, running

LOCALES = ("sv", "nb", "nn", "en")
# What a terminal, a shell or a browser takes for itself before any program sees it.
TAKEN = {"f3", "f5", "f6", "f7", "f10", "f11", "f12"}


def _whole(app: Running) -> None:
    """Nothing hangs over an edge: each widget lies inside the window, and dialogs show all."""
    width, height = app.app.size
    screen = app.app.screen
    for widget in screen.query("*"):
        if not widget.display or not widget.size:
            continue
        region = widget.region
        assert region.right <= width, widget
        if "box" in widget.classes:
            assert region.bottom <= height - 1, app.screen
            assert widget.virtual_size.height <= widget.size.height, app.screen
    line = screen.query_one(ActionLine)
    assert line.region.bottom == height
    assert all(len(each) <= width for each in app.lines())


@pytest.mark.parametrize("locale", LOCALES)
def test_every_screen_and_dialog_fits_80_by_24(locale: str) -> None:
    async def story() -> None:
        settings = Settings(keep="memory", locale=locale)
        i18n.use(locale)
        async with running(kept(MemoryKeeper(), rich("x")), settings=settings) as app:
            _whole(app)
            for key, dialog in (("t", "enter"), ("d", "enter"), ("i", "b"), ("f1", ""), ("x", "")):
                await app.press(key)
                _whole(app)
                if dialog:
                    await app.press(dialog)
                    _whole(app)
                    await app.press("escape", "escape")
                await app.press("escape", "q")
                assert app.name == "HomeScreen"
            await app.press("enter", "f9")
            _whole(app)
            await app.press("x")
            _whole(app)
            await app.press("escape", "escape", "j")
            _whole(app)
            for key in "bfd":
                await app.press(key)
                _whole(app)
                await app.press("escape", "escape")

    run(story())


@pytest.mark.parametrize("locale", LOCALES)
def test_the_questions_of_the_first_start_and_the_passphrase_fit_80_by_24(locale: str) -> None:
    async def story() -> None:
        letter = {"sv": "s", "nb": "b", "nn": "n", "en": "e"}[locale]
        settings = Settings()
        async with running(Locked(exists=False), settings=settings) as app:
            _whole(app)
            await app.press(letter)
            _whole(app)
            await app.press("p", "enter")
            _whole(app)
            await app.type("ett", "enter")
            await app.type("annat", "enter")
            _whole(app)
        settings = Settings(keep="passphrase", locale=locale)
        i18n.use(locale)
        async with running(kept(Locked(), rich("x")), settings=settings) as app:
            await app.press("enter")
            _whole(app)
            await app.type("fel", "enter")
            _whole(app)
            await app.press("enter")
            _whole(app)

    run(story())


def test_any_size_of_window_at_any_moment_is_borne() -> None:
    async def story() -> None:
        async with running(kept(MemoryKeeper(), rich("x"))) as app:
            for keys in ((), ("t",), ("enter",), ("escape", "escape", "q", "d")):
                await app.press(*keys)
                for size in ((200, 60), (20, 6), (1, 1), (80, 24)):
                    await app.pilot.resize_terminal(*size)
                    await app.settle()
                assert app.app.return_code is None
                assert app.screen.strip()

    run(story())


def test_on_a_wide_window_the_lines_stay_within_what_an_eye_takes_in() -> None:
    async def story() -> None:
        keeper = kept(MemoryKeeper(), rich("många ord " * 60))
        async with running(keeper, size=(200, 60)) as app:
            for keys in ((), ("d",), ("q", "t"), ("q", "enter", "f9"), ("j",)):
                await app.press(*keys)
                if isinstance(app.app.screen, Listing):
                    assert max(len(each.rstrip()) for each in app.lines()[1:-1]) <= 104

    run(story())


def test_without_colour_the_marked_line_is_told_by_a_sign(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    async def story() -> None:
        async with running() as app:
            assert any(each.startswith(" > Serious") for each in app.lines())
            await app.press("down")
            assert any(each.startswith(" > Advance") for each in app.lines())

    run(story())


@pytest.mark.parametrize("place", PLACES)
def test_no_two_actions_of_a_place_share_a_letter_or_a_key(place: str) -> None:
    actions = actions_of(place)
    letters = [each.letter for each in actions if each.letter]
    keys = [each.key for each in actions if each.key]
    assert len(letters) == len(set(letters))
    assert len(keys) == len(set(keys))
    assert not set(keys) & TAKEN
    assert not any("ctrl" in key or "alt" in key for key in keys)
    assert {each.id for each in actions} >= set(FOOTERS[place])


def test_every_action_can_be_reached_and_says_what_it_does() -> None:
    for each in ACTIONS:
        assert each.letter or each.key
        assert each.help
        assert set(each.where) <= {*PLACES, ANYWHERE}


def test_what_is_marked_with_the_mouse_does_not_go_to_a_clipboard_that_nobody_clears() -> None:
    async def story() -> None:
        async with running() as app:
            assert not app.app.ALLOW_SELECT
            assert not {"ctrl+q"} & set(app.app._bindings.key_to_bindings)

    run(story())


def test_the_mouse_chooses_a_row_and_an_action() -> None:
    async def story() -> None:
        async with running() as app:
            row = next(n for n, line in enumerate(app.lines()) if "Settings" in line)
            await app.pilot.click(offset=(6, row))
            await app.settle()
            assert app.name == "SettingsScreen"
            foot = app.lines()[-1]
            await app.pilot.click(offset=(foot.index("q Back") + 3, app.app.size.height - 1))
            await app.settle()
            assert app.name == "HomeScreen"

    run(story())
