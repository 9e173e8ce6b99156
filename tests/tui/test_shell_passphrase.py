"""The passphrase: when it is asked, what a wrong one does, and typing while its key is derived."""

import threading

import pytest
from textual.widgets import Input

from convoguide.services.keep import Draft
from convoguide.tui.dialogs.change_passphrase import ChangeDialog
from tests.tui.shelling import PASSPHRASE, Locked, kept, run, running, sit


def _draft() -> Locked:
    sitting = sit()
    sitting.fill(label="rum 12")
    sitting.note("Vill hem", step="hopes")
    return kept(Locked(), sitting)  # type: ignore[return-value]


def test_it_is_never_asked_before_something_is_opened() -> None:
    async def story() -> None:
        async with running(_draft()) as app:
            assert app.name == "HomeScreen"

    run(story())


def test_a_draft_opens_with_the_passphrase_and_home_then_knows_its_label() -> None:
    async def story() -> None:
        async with running(_draft()) as app:
            await app.press("enter")
            assert app.name == "PassphraseDialog"
            await app.type(PASSPHRASE, "enter")
            await app.until(lambda: app.name == "ConversationScreen")
            await app.press("escape", "q")
            await app.until(lambda: "rum 12" in app.screen)

    run(story())


def test_a_wrong_passphrase_says_so_leaves_everything_and_asks_again() -> None:
    async def story() -> None:
        keeper = _draft()
        async with running(keeper) as app:
            await app.press("enter")
            await app.type("fel", "enter")
            await app.until(lambda: "That is not the passphrase" in app.screen)
            assert keeper.locked
            assert len(keeper.drafts()) == 1
            assert app.app.screen.query_one("#passphrase", Input).value == ""
            await app.type(PASSPHRASE, "enter")
            await app.until(lambda: app.name == "ConversationScreen")

    run(story())


def test_what_is_typed_as_passphrase_is_never_shown() -> None:
    async def story() -> None:
        async with running(_draft()) as app:
            await app.press("enter")
            await app.type("hemligt")
            assert "hemligt" not in app.screen

    run(story())


def test_escaping_from_the_passphrase_of_a_draft_leaves_one_at_home() -> None:
    async def story() -> None:
        async with running(_draft()) as app:
            await app.press("enter", "escape", "escape")
            assert app.name == "HomeScreen"

    run(story())


def test_one_types_in_a_new_conversation_while_the_key_is_derived() -> None:
    async def story() -> None:
        gate = threading.Event()
        keeper = Locked(wait=lambda: gate.wait(10))
        async with running(keeper, start="svas-kronoberg") as app:
            assert app.name == "PassphraseDialog"
            app.settle = app._drawn  # type: ignore[method-assign]  # the key takes its time
            try:
                await app.type(PASSPHRASE)
                await app.press("enter")
                await app.until(lambda: app.name == "ConversationScreen")
                await app.type("Vill hem")
                await app.press("enter")
                assert keeper.locked
                notes = app.app.screen.sitting.conversation.notes()  # type: ignore[attr-defined]
                assert [note.text for _step, _index, note in notes] == ["Vill hem"]
            finally:
                gate.set()
            await app.until(lambda: not keeper.locked)

    run(story())


def test_a_wrong_passphrase_after_typing_has_begun_keeps_what_was_typed() -> None:
    async def story() -> None:
        keeper = Locked()
        async with running(keeper, start="svas-kronoberg") as app:
            await app.type("fel", "enter")
            await app.until(lambda: "That is not the passphrase" in app.screen)
            await app.type(PASSPHRASE, "enter")
            await app.until(lambda: app.name == "ConversationScreen" and not keeper.locked)
            await app.type("Vill hem", "enter")
            assert len(keeper.drafts()) == 1

    run(story())


def test_the_first_passphrase_is_asked_twice_and_must_be_the_same() -> None:
    async def story() -> None:
        keeper = Locked(exists=False)
        async with running(keeper, start="svas-kronoberg") as app:
            assert "cannot be recovered" in app.screen
            await app.type("ett", "enter")
            await app.type("annat", "enter")
            assert "The two are not the same" in app.screen
            fields = [*app.app.screen.query(Input)]
            assert [field.value for field in fields] == ["", "", ""]
            assert fields[0].has_focus
            await app.type("ett", "enter")
            assert "The two are not the same" not in app.screen
            await app.type("ett", "enter", "enter")  # the second leaves the PIN empty
            await app.until(lambda: keeper.made_with == "ett")
            assert app.name == "ConversationScreen"

    run(story())


@pytest.mark.parametrize("keys", [("escape", "q"), ("escape", "escape")])
def test_cancelling_the_first_passphrase_begins_nothing(keys: tuple[str, ...]) -> None:
    async def story() -> None:
        keeper = Locked(exists=False)
        async with running(keeper, start="svas-kronoberg") as app:
            assert app.name == "PassphraseDialog"
            await app.press(*keys)
            assert app.name == "HomeScreen"
            assert keeper.locked
            assert not keeper.drafts()

    run(story())


def test_a_new_conversation_goes_on_unsaved_by_escape_twice_and_not_by_cancel() -> None:
    async def story() -> None:
        async with running(_draft(), start="svas-kronoberg") as app:
            assert "Esc twice goes on without saving" in " ".join(app.screen.split())
            await app.press("escape", "q")
            assert app.name == "HomeScreen"
        async with running(_draft(), start="svas-kronoberg") as app:
            await app.press("escape", "escape")
            assert app.name == "ConversationScreen"

    run(story())


def test_enter_in_an_empty_line_says_what_is_needed_there() -> None:
    async def story() -> None:
        async with running(Locked(exists=False), start="svas-kronoberg") as app:
            await app.press("enter")
            assert "Type a passphrase first." in app.screen
            assert app.app.screen.query_one("#passphrase", Input).has_focus
            await app.type("ett", "enter")
            assert "Type a passphrase first." not in app.screen
            await app.press("enter")
            assert "Type the same passphrase once more." in app.screen
            assert app.app.screen.query_one("#again", Input).has_focus

    run(story())


def test_a_mistyped_new_passphrase_is_asked_for_twice_again_and_the_old_one_stays() -> None:
    async def story() -> None:
        async with running(_draft()) as app:
            app.app.push_screen(ChangeDialog())
            await app.settle()
            await app.type("gammal", "enter")
            await app.type("ny", "enter")
            await app.type("nny", "enter")
            assert "The two are not the same" in app.screen
            fields = [*app.app.screen.query(Input)]
            assert [field.value for field in fields] == ["gammal", "", ""]
            assert fields[1].has_focus

    run(story())


def test_a_forgotten_passphrase_can_only_begin_a_new_store_beside_the_old_one() -> None:
    async def story() -> None:
        keeper = _draft()
        async with running(keeper) as app:
            await app.press("enter", "enter")
            assert "stay encrypted" in app.screen
            await app.press("n")
            assert keeper.set_aside == 0
            await app.press("enter", "y")
            assert keeper.set_aside == 1
            assert "/somewhere/store-1" in app.screen

    run(story())


def test_drafts_know_only_their_time_while_locked() -> None:
    keeper = _draft()
    assert {type(each) for each in keeper.drafts()} == {Draft}
    assert {each.label for each in keeper.drafts()} == {None}
