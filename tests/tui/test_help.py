"""Help where one stands: every screen and dialog has an entry of its own, and it can be called."""

import importlib
import pkgutil
from typing import Any

import pytest
from rich.cells import cell_len
from textual.screen import Screen

import convoguide.tui
from convoguide import i18n
from convoguide.services.keep import MemoryKeeper
from convoguide.tui.bindings import actions_of
from convoguide.tui.dialogs.letters import Choice, LetterDialog
from convoguide.tui.helps import HELPS, help_of
from convoguide.tui.screens.help import HelpScreen
from tests.tui.shelling import Locked, Running, kept, rich, run, running

WITHOUT = {
    "CurtainScreen": "it hides everything, and says itself how it is drawn back",
    "HelpScreen": "it is the help; F1 leaves it",
}
FRAMES = {
    "Place", "Dialog", "PointedDialog", "ReadingDialog", "Listing", "Loaded", "Masking", "Since",
    "Saving",
}  # fmt: skip
"""What screens are made of, and nobody sees by itself."""

LAYERS = ("talk_", "rehearsal_")
"""Modules with what one screen is made of, layer on layer."""


def _screens() -> set[str]:
    """The names of all classes in `tui` that are shown as a screen."""
    for found in pkgutil.walk_packages(convoguide.tui.__path__, "convoguide.tui."):
        importlib.import_module(found.name)
    known: set[type] = set()
    waiting: list[type[Any]] = [Screen]
    while waiting:
        for kind in waiting.pop().__subclasses__():
            if kind not in known:
                known.add(kind)
                waiting.append(kind)
    ours = {
        kind.__name__
        for kind in known
        if kind.__module__.startswith("convoguide.")
        and not kind.__module__.rpartition(".")[2].startswith(LAYERS)
    }
    return ours - FRAMES


def test_every_screen_and_dialog_has_an_entry_of_its_own() -> None:
    screens = _screens()
    assert {"HomeScreen", "ConversationScreen", "LetterDialog", "FormDialog"} <= screens
    assert screens - set(HELPS) == set(WITHOUT)


def test_every_entry_belongs_to_a_screen_or_to_a_question() -> None:
    kinds = {name for name in HELPS if name[0].isupper()}
    assert kinds <= _screens()


def test_each_entry_says_what_it_is_for_and_gives_one_example() -> None:
    for name, found in HELPS.items():
        assert found.about.endswith((".", "?")), name
        assert found.example.startswith("Example: "), name
        assert found.example.endswith("."), name


def test_a_question_can_have_an_entry_of_its_own() -> None:
    plain = LetterDialog("?", [Choice("a", "a", "A")])
    voice = LetterDialog("?", [Choice("a", "a", "A")], help_id="voice")
    assert help_of(plain) is HELPS["LetterDialog"]
    assert help_of(voice) is HELPS["voice"]


def _says(app: Running, text: str) -> bool:
    return " ".join(text.split()) in " ".join(app.screen.split())


@pytest.mark.parametrize(
    ("keys", "name"),
    [
        ((), "HomeScreen"),
        (("d",), "DocumentsScreen"),
        (("t",), "SettingsScreen"),
        (("i",), "IdentifyScreen"),
        (("n",), "TallyScreen"),
        (("p",), "PasteDialog"),
        (("full_stop",), "PaletteDialog"),
        (("enter",), "ConversationScreen"),
        (("enter", "f4"), "JumpDialog"),
        (("enter", "escape", "o"), "OutcomeDialog"),
        (("enter", "escape", "v"), "LetterDialog"),
        (("enter", "escape", "x"), "FactsDialog"),
        (("enter", "f9"), "ReviewScreen"),
        (("enter", "f9", "l"), "LetterScreen"),
        (("enter", "escape", "j"), "JournalScreen"),
        (("enter", "escape", "j", "d"), "TextDialog"),
    ],
)
def test_f1_tells_of_the_very_screen_one_stands_on_and_leads_back(
    keys: tuple[str, ...], name: str
) -> None:
    async def story() -> None:
        async with running(kept(MemoryKeeper(), rich("x")), size=(110, 60)) as app:
            await app.press(*keys)
            screen = app.app.screen
            assert app.name == name
            await app.press("f1")
            assert app.name == "HelpScreen"
            assert _says(app, help_of(screen).about)
            assert _says(app, help_of(screen).example)
            for each in actions_of(screen.PLACE):  # type: ignore[attr-defined]  # all have one
                if each.id != "palette":
                    assert _says(app, each.help), each.id
            await app.press("f1")
            assert app.app.screen is screen

    run(story())


def test_help_over_a_dialog_throws_nothing_away_that_was_typed_in_it() -> None:
    async def story() -> None:
        async with running(kept(MemoryKeeper(), rich("x"))) as app:
            await app.press("enter", "escape", "j", "d")
            await app.type("Cosmic")
            await app.press("f1", "q")
            await app.type(" igen")
            assert "Cosmic igen" in app.screen

    run(story())


def test_a_question_mark_is_text_in_a_note_and_help_after_escape() -> None:
    async def story() -> None:
        async with running() as app:
            await app.press("enter")
            await app.type("Varför?")
            assert app.app.screen.field.text == "Varför?"  # type: ignore[attr-defined]
            await app.press("escape", "question_mark")
            assert app.name == "HelpScreen"
            await app.press("q")
            await app.press("alt+question_mark")
            assert app.name == "HelpScreen"
            await app.press("q")
            assert app.app.screen.field.text == "Varför?"  # type: ignore[attr-defined]

    run(story())


def test_help_is_among_the_commands_that_the_palette_finds() -> None:
    async def story() -> None:
        async with running() as app:
            await app.press("enter", "escape", "full_stop")
            await app.type("help", "enter")
            assert app.name == "HelpScreen"

    run(story())


def test_the_passphrase_is_explained_and_help_shows_none_of_it() -> None:
    async def story() -> None:
        async with running(kept(Locked(), rich("x"))) as app:
            await app.press("enter")
            assert app.name == "PassphraseDialog"
            await app.type("hemligt")
            await app.press("f1")
            assert _says(app, HELPS["PassphraseDialog"].about)
            assert "hemligt" not in app.screen

    run(story())


@pytest.mark.parametrize("locale", i18n.LOCALES)
def test_no_line_of_help_is_wider_than_a_small_window(locale: str) -> None:
    i18n.use(locale)
    for name, found in HELPS.items():
        for place in ("conversation", "form"):
            for row in HelpScreen(place, found, typing=True).rows(76):
                assert sum(cell_len(text) for text, _style in row.parts) <= 76, name
