"""Settings, help, identify, documents, the first start: what each says and does."""

import json
from dataclasses import fields
from pathlib import Path

import pytest

from convoguide import config, i18n
from convoguide.config import Settings
from convoguide.core.conversation import to_file
from convoguide.services import content
from convoguide.services.keep import MemoryKeeper
from convoguide.tui.bindings import ACTIONS, actions_of
from convoguide.tui.dialogs.palette import PaletteDialog
from convoguide.tui.screens.settings import SETTINGS_SHOWN
from tests.tui.shelling import KEPT, kept, run, running, sit

# Folders are set by whoever looks after the computer, in the settings file.
IN_THE_FILE_ALONE = {"organisation_packs"}


def test_every_setting_can_be_changed_in_the_app() -> None:
    known = {each.name for each in fields(Settings)}
    assert set(SETTINGS_SHOWN) == known - IN_THE_FILE_ALONE


def test_each_setting_offers_its_default_and_only_what_may_be_saved() -> None:
    for name, (_label, _meaning, values) in SETTINGS_SHOWN.items():
        default = getattr(Settings(), name)
        assert default in values or default is None, name
        for value in values:
            data = {name: value}
            place = config.home()
            place.settings_file.parent.mkdir(parents=True, exist_ok=True)
            place.settings_file.write_text(json.dumps(data), encoding="utf-8")
            assert getattr(config.read_settings(place), name) == value


def test_a_changed_setting_holds_at_once_and_at_the_next_start() -> None:
    async def story() -> None:
        async with running() as app:
            await app.press("t", "down", "down", "down", "enter")
            assert "dark" in app.screen
            await app.press("b")
            assert "light" in app.app.theme
            assert config.read_settings(config.home()).theme == "light"

    run(story())


def test_the_language_of_the_interface_changes_at_once() -> None:
    async def story() -> None:
        async with running() as app:
            await app.press("t", "enter")
            app.app.screen.choose("1")  # type: ignore[attr-defined]
            await app.settle()
            assert i18n.current() == "sv"

    run(story())


def test_help_says_what_a_screen_is_for_and_names_every_key_of_it() -> None:
    async def story() -> None:
        async with running(size=(110, 60)) as app:
            for keys, place in (
                ((), "home"),
                (("enter",), "conversation"),
            ):
                await app.press(*keys, "f1")
                for each in actions_of(place):
                    assert each.help in app.screen, each.id
                assert "Example" in app.screen
                await app.press("q")

    run(story())


def test_a_question_mark_calls_help_where_nothing_is_typed() -> None:
    async def story() -> None:
        async with running() as app:
            await app.press("question_mark")
            assert app.name == "HelpScreen"
            await app.press("q")
            assert app.name == "HomeScreen"

    run(story())


def test_ticked_criteria_go_along_into_the_conversation_and_nothing_is_scored() -> None:
    async def story() -> None:
        async with running(start="identify", size=(100, 50)) as app:
            assert app.name == "IdentifyScreen"
            checklist = content.checklist("en")
            await app.press("down", "enter")
            for _answer in checklist.answers[1:]:
                await app.press("down")
            await app.press("space")
            assert app.screen.count("[x]") == 1
            assert app.screen.count("(x)") == 1
            await app.press("b", "enter")
            assert app.name == "ConversationScreen"
            identified = app.app.screen.sitting.conversation.identified  # type: ignore[attr-defined]
            assert identified.criteria == (checklist.criteria[0].id,)
            assert identified.would_be_surprised is False
            assert identified.on is not None

    run(story())


def test_documents_are_listed_with_what_they_are_for_and_made_from_a_saved_conversation() -> None:
    async def story() -> None:
        sitting = sit()
        sitting.fill(label="rum 12")
        sitting.note("Hinna till dopet", step="hopes")
        async with running(kept(MemoryKeeper(), sitting), size=(80, 60)) as app:
            await app.press("d")
            for document_id in content.document_ids():
                assert document_id in app.app.screen.tags()  # type: ignore[attr-defined]
            await app.press("enter")
            assert "rum 12" in app.screen
            await app.press("enter")
            assert app.name == "ReviewScreen"
            await app.press("q")
            assert app.name == "DocumentsScreen"

    run(story())


def test_a_document_is_made_from_a_conversation_file_and_a_bad_one_is_named(
    tmp_path: Path,
) -> None:
    async def story() -> None:
        sitting = sit()
        sitting.note("Hinna till dopet", step="hopes")
        good, bad = tmp_path / "good.json", tmp_path / "bad.json"
        good.write_text(json.dumps(to_file(sitting.conversation)), encoding="utf-8")
        bad.write_text('{"format": "x", "secret": "Kajsa"}', encoding="utf-8")
        async with running(size=(100, 40)) as app:
            await app.press("d")
            for path, words in ((bad, "bad.json"), (tmp_path / "no.json", "no.json")):
                await app.press("enter", "f")
                await app.type(str(path), "enter")
                assert words in app.screen.replace("\n", "").replace(" ", "")
                assert "Kajsa" not in app.screen
            screen = app.app.screen
            screen.view.mark("journal-svas")  # type: ignore[attr-defined]
            await app.press("enter", "f")
            await app.type(str(good), "enter")
            assert app.name == "ReviewScreen"
            assert "Hinna till dopet" in app.screen

    run(story())


@pytest.mark.parametrize(("letter", "locale"), [("s", "sv"), ("b", "nb"), ("n", "nn"), ("e", "en")])
def test_the_first_start_asks_for_language_and_keeping_and_nothing_else(
    letter: str, locale: str
) -> None:
    async def story() -> None:
        async with running(settings=Settings()) as app:
            assert "Svenska" in app.screen
            await app.press(letter)
            await app.press("m")
            assert app.name == "HomeScreen"
            saved = config.read_settings(config.home())
            assert (saved.locale, saved.keep) == (locale, "memory")
            assert i18n.current() == locale

    run(story())


def test_the_first_start_says_that_a_forgotten_passphrase_cannot_be_helped() -> None:
    async def story() -> None:
        async with running(settings=Settings()) as app:
            await app.press("e")
            assert "cannot be recovered" in " ".join(app.screen.split())

    run(story())


def test_a_later_start_asks_nothing() -> None:
    async def story() -> None:
        async with running(settings=KEPT) as app:
            assert app.name == "HomeScreen"

    run(story())


def test_the_palette_has_every_action_of_the_screen_and_no_screenshot() -> None:
    async def story() -> None:
        async with running() as app:
            for keys, place in (((), "home"), (("enter",), "conversation")):
                await app.press(*keys)
                screen = app.app.screen
                await app.press("escape", "full_stop")
                palette = app.app.screen
                assert isinstance(palette, PaletteDialog)
                assert [each.id for each in palette.found] == [
                    each.id
                    for each in actions_of(place)
                    if each.id != "palette" and screen.available(each.id)  # type: ignore[attr-defined]
                ]
                assert not any("creenshot" in each.label for each in palette.found)
                await app.press("escape", "escape")
                assert app.app.screen is screen
            assert list(app.app.get_system_commands(app.app.screen)) == []

    run(story())


def test_a_command_is_found_by_a_few_letters_and_done() -> None:
    async def story() -> None:
        async with running() as app:
            await app.press("full_stop")
            await app.type("docum")
            assert "Settings" not in app.screen
            await app.press("enter")
            assert app.name == "DocumentsScreen"

    run(story())


def test_the_palette_says_so_where_nothing_fits() -> None:
    async def story() -> None:
        async with running() as app:
            await app.press("full_stop")
            await app.type("[/] qqq")
            assert "No command matches" in app.screen
            await app.press("enter")
            assert app.name == "PaletteDialog"

    run(story())


def test_no_two_actions_of_a_screen_share_a_key_and_none_is_a_terminals_or_a_browsers() -> None:
    taken = {"f3", "f5", "f6", "f7", "f10", "f11", "f12"}
    from convoguide.tui.bindings import FOOTERS, PLACES

    for place in PLACES:
        letters = [each.letter for each in actions_of(place) if each.letter]
        keys = [each.key for each in actions_of(place) if each.key]
        assert len(letters) == len(set(letters)), place
        assert len(keys) == len(set(keys)), place
        assert not taken & set(keys)
        known = {each.id for each in actions_of(place)}
        assert set(FOOTERS[place]) <= known, place
    assert not any(each.key and "ctrl" in each.key for each in ACTIONS)
    assert all(len(each.letter or "x") == 1 for each in ACTIONS)
