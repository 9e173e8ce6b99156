"""The curtain: hides everything at once, from anywhere, and loses nothing."""

import threading

import pytest
from textual.widgets import Input

from convoguide.services.keep import MemoryKeeper
from tests.tui.shelling import PASSPHRASE, Locked, Paper, Running, kept, rich, run, running, sit


def test_it_covers_a_conversation_and_any_key_brings_it_back_as_it_was_in_memory() -> None:
    async def story() -> None:
        sitting = sit()
        sitting.note("Vill hem", step="offered")
        async with running(kept(MemoryKeeper(), sitting)) as app:
            await app.press("enter")
            await app.type("halv mening")
            await app.press("f8")
            assert "Vill" not in app.screen
            assert "halv" not in app.screen
            assert "Press any key" in app.screen
            await app.press("x")
            assert "halv mening" in app.screen
            assert "halv meningx" not in app.screen

    run(story())


def test_escape_and_c_covers_dialogs_too_and_keeps_what_was_typed_in_them() -> None:
    async def story() -> None:
        async with running(kept(MemoryKeeper(), rich("x"))) as app:
            await app.press("j", "d")
            await app.type("Cosmic Syd")
            await app.press("escape", "c")
            assert app.name == "CurtainScreen"
            await app.press("x")
            assert app.app.screen.query_one(Input).value.endswith("Cosmic Syd")

    run(story())


@pytest.mark.parametrize("key", ["full_stop", "f1", "t", "d", "i"])
def test_it_covers_the_palette_the_help_and_every_other_screen(key: str) -> None:
    async def story() -> None:
        async with running() as app:
            await app.press(key)
            below = app.name
            assert below != "HomeScreen"
            await app.press("f8")
            assert app.name == "CurtainScreen"
            await app.press("x")
            assert app.name == below

    run(story())


def test_with_a_passphrase_it_reopens_by_the_sessions_pin() -> None:
    async def story() -> None:
        async with running(kept(Locked(), rich("x"))) as app:
            await app.press("enter")
            await app.type(PASSPHRASE)
            app.app.screen.query_one("#pin", Input).value = "4711"
            await app.press("enter")
            await app.until(lambda: app.name == "ConversationScreen")
            await app.press("f8")
            assert "PIN" in app.screen
            await app.type("4711", "enter")
            assert app.name == "ConversationScreen"

    run(story())


def test_after_five_wrong_pins_only_the_passphrase_reopens() -> None:
    async def story() -> None:
        async with running(kept(Locked(), rich("x"))) as app:
            await app.press("enter")
            await app.type(PASSPHRASE)
            app.app.screen.query_one("#pin", Input).value = "4711"
            await app.press("enter")
            await app.until(lambda: app.name == "ConversationScreen")
            await app.press("f8")
            for _try in range(5):
                await app.type("0000", "enter")
            await app.type("4711", "enter")
            await app.until(lambda: "not the passphrase" in app.screen)
            assert app.name == "CurtainScreen"
            await app.type(PASSPHRASE, "enter")
            await app.until(lambda: app.name == "ConversationScreen")

    run(story())


def test_without_a_pin_the_passphrase_reopens() -> None:
    async def story() -> None:
        async with running(kept(Locked(), rich("x"))) as app:
            await app.press("enter")
            await app.type(PASSPHRASE, "enter")
            await app.until(lambda: app.name == "ConversationScreen")
            await app.press("f8", "x", "escape", "enter")
            await app.until(lambda: "not the passphrase" in app.screen)
            await app.type(PASSPHRASE, "enter")
            await app.until(lambda: app.name == "ConversationScreen")

    run(story())


def test_who_began_without_the_passphrase_is_not_locked_out_of_what_was_typed() -> None:
    async def story() -> None:
        keeper = Locked()
        async with running(keeper, start="svas-kronoberg") as app:
            await app.press("escape", "escape")
            assert app.name == "ConversationScreen"
            await app.type("Vill hem", "enter")
            await app.press("f8")
            assert "Vill hem" not in app.screen
            await app.press("x")
            assert app.name == "ConversationScreen"
            assert "Vill hem" in app.screen

    run(story())


def test_a_draft_that_is_just_being_opened_never_shows_above_the_curtain() -> None:
    async def story() -> None:
        gate = threading.Event()
        keeper = kept(Locked(wait=lambda: gate.wait(10)), rich("Vill hem"))
        async with running(keeper) as app:
            settle, app.settle = app.settle, app._drawn  # type: ignore[method-assign]
            try:
                await app.press("enter")
                await app.type(PASSPHRASE)
                await app.press("enter", "f8")
                assert app.name == "CurtainScreen"
            finally:
                gate.set()
            app.settle = settle  # type: ignore[method-assign]
            await app.settle()
            assert app.name == "CurtainScreen"
            await app.type(PASSPHRASE, "enter")
            await app.until(lambda: app.name == "ConversationScreen")

    run(story())


def _idle(app: Running, seconds: float) -> None:
    """As if nothing had been pressed for so long."""
    app.app.idle_seconds = lambda: seconds  # type: ignore[method-assign]


def test_it_comes_by_itself_after_the_idle_minutes_and_later_in_a_conversation() -> None:
    async def story() -> None:
        async with running(kept(MemoryKeeper(), rich("x"))) as app:
            _idle(app, 4 * 60)
            app.app._cover_when_idle()
            await app.settle()
            assert app.name == "HomeScreen"
            _idle(app, 5 * 60 + 1)
            app.app._cover_when_idle()
            await app.settle()
            assert app.name == "CurtainScreen"
            await app.press("x", "enter")
            assert app.name == "ConversationScreen"
            _idle(app, 29 * 60)
            app.app._cover_when_idle()
            await app.settle()
            assert app.name == "ConversationScreen"
            _idle(app, 31 * 60)
            app.app._cover_when_idle()
            await app.settle()
            assert app.name == "CurtainScreen"

    run(story())


def test_covering_clears_the_clipboard() -> None:
    async def story() -> None:
        paper = Paper()
        async with running(kept(MemoryKeeper(), rich("x")), copies=paper) as app:
            await app.press("j", "b", "y")
            assert paper.held
            await app.press("f8")
            assert not paper.held

    run(story())


def test_the_curtain_says_nothing_of_any_patient() -> None:
    async def story() -> None:
        async with running(kept(MemoryKeeper(), rich("Kajsa Andersson"))) as app:
            await app.press("enter", "f9", "f8")
            assert "Kajsa" not in app.markup()
            assert "Samtal" not in app.screen

    run(story())
