"""The letter home on the screen: what stands there, and one line after the other to be worded."""

import pytest

from convoguide import i18n
from convoguide.config import Settings
from convoguide.services.conduct import Sitting
from convoguide.services.keep import MemoryKeeper
from tests.tui.shelling import HOSTILE, Running, kept, run, running, sit


def _talk() -> Sitting:
    sitting = sit()
    sitting.note("The garden in spring", "patient", step="what_matters")
    sitting.note("Dyspnoea at night", step="worries")
    sitting.note("My sister knows", "patient", step="family")
    sitting.note("No intensive care", step="treatment_limits")
    sitting.note("She cannot go on", "relative", step="family")
    sitting.jump("worries")
    return sitting


async def _to_letter(app: Running) -> None:
    await app.press("enter", "f9", "l")
    assert app.name == "LetterScreen"


def _letter(sitting: Sitting) -> list[tuple[str, str]]:
    return [(line.step, line.text) for line in sitting.conversation.letter]


def test_what_stands_by_itself_is_shown_and_the_rest_is_offered() -> None:
    async def story() -> None:
        async with running(kept(MemoryKeeper(), _talk())) as app:
            await _to_letter(app)
            above, below = app.screen.split("2 lines to put into plain words")
            assert "The garden in spring" in above
            assert "Dyspnoea at night" in below
            assert "My sister knows" in below
            for never in ("No intensive care", "She cannot go on"):
                assert never not in app.screen

    run(story())


def test_enter_alone_puts_nothing_of_the_notes_into_the_letter() -> None:
    async def story() -> None:
        sitting = _talk()
        async with running(kept(MemoryKeeper(), sitting)) as app:
            await _to_letter(app)
            await app.press("w", "enter", "enter")
            assert app.name == "LetterScreen"
            assert _letter(sitting) == []

    run(story())


def test_one_key_takes_over_the_words_of_the_note_to_be_changed_and_accepted() -> None:
    async def story() -> None:
        sitting = _talk()
        async with running(kept(MemoryKeeper(), sitting)) as app:
            await _to_letter(app)
            await app.press("w")
            assert "F2 takes the note's own words" in app.screen
            await app.press("f2")
            assert app.screen.count("Dyspnoea at night") == 2
            assert _letter(sitting) == []
            await app.press("f2")
            await app.type(", you said", "enter")
            assert _letter(sitting) == [("worries", "Dyspnoea at night, you said")]

    run(story())


def test_wording_begins_at_the_marked_line() -> None:
    async def story() -> None:
        async with running(kept(MemoryKeeper(), _talk())) as app:
            await _to_letter(app)
            await app.press("end", "w")
            assert app.name == "WordingDialog"
            assert "Line 2 of 2" in app.screen
            assert "My sister knows" in app.screen

    run(story())


def test_lines_are_worded_one_at_a_time_in_an_empty_field_under_the_note() -> None:
    async def story() -> None:
        sitting = _talk()
        keeper = kept(MemoryKeeper(), sitting)
        async with running(keeper) as app:
            await _to_letter(app)
            await app.press("w")
            assert app.name == "WordingDialog"
            assert "Line 1 of 2" in app.screen
            assert app.screen.count("Dyspnoea at night") == 1
            await app.type("You fear the nights.", "enter")
            assert "Line 2 of 2" in app.screen
            await app.press("tab")
            assert app.name == "LetterScreen"
            assert _letter(sitting) == [("worries", "You fear the nights.")]
            assert "[x] You fear the nights." in app.screen
            assert "[ ]" in app.screen
            assert keeper.drafts()

    run(story())


def test_an_accepted_line_is_worded_anew_taken_away_and_brought_back() -> None:
    async def story() -> None:
        sitting = _talk()
        async with running(kept(MemoryKeeper(), sitting)) as app:
            await _to_letter(app)
            await app.press("w", "f2", "enter", "tab")
            assert _letter(sitting) == [("worries", "Dyspnoea at night")]
            await app.press("home", "enter")
            await app.type(" and when alone", "enter")
            assert _letter(sitting) == [("worries", "Dyspnoea at night and when alone")]
            assert app.name == "LetterScreen"
            await app.press("x")
            assert _letter(sitting) == []
            await app.press("z")
            assert _letter(sitting) == [("worries", "Dyspnoea at night and when alone")]
            await app.press("z", "z", "y")
            assert _letter(sitting) == [("worries", "Dyspnoea at night")]

    run(story())


def test_undo_here_takes_back_nothing_that_is_not_of_the_letter() -> None:
    async def story() -> None:
        sitting = _talk()
        async with running(kept(MemoryKeeper(), sitting)) as app:
            await _to_letter(app)
            before = sitting.conversation
            await app.press("z")
            assert sitting.conversation == before
            assert "nothing to undo" in app.screen

    run(story())


def test_an_accepted_line_cannot_be_emptied_and_escape_twice_keeps_what_was_accepted() -> None:
    async def story() -> None:
        sitting = _talk()
        async with running(kept(MemoryKeeper(), sitting)) as app:
            await _to_letter(app)
            await app.press("w", "f2", "enter", "tab", "home", "enter")
            for _character in "Dyspnoea at night":
                await app.press("backspace")
            await app.press("enter")
            assert "plain words" in app.screen
            await app.press("escape", "escape")
            assert app.name == "LetterScreen"
            assert _letter(sitting) == [("worries", "Dyspnoea at night")]

    run(story())


def test_the_letter_is_reached_from_the_conversation_the_documents_and_the_commands() -> None:
    async def story() -> None:
        async with running(kept(MemoryKeeper(), _talk())) as app:
            await app.press("enter", "escape", "=")
            assert app.name == "LetterScreen"
            await app.press("q")
            assert app.name == "ConversationScreen"
            await app.press("f9", "full_stop")
            await app.type("word the letter", "enter")
            assert app.name == "LetterScreen"
            await app.press("q", "q", "escape", "q", "d")
            while "> Letter home: To you" not in app.screen:
                await app.press("down")
            await app.press("enter", "a")
            assert "Word the letter: 2 lines on offer" in app.screen
            await app.press("home", "down", "enter")
            assert app.name == "LetterScreen"
            await app.press("q")
            assert app.name == "ReviewScreen"

    run(story())


def test_a_conversation_that_can_only_be_read_shows_its_letter_and_changes_nothing() -> None:
    async def story() -> None:
        sitting = _talk()
        keeper = kept(MemoryKeeper(), sitting)
        sitting.read_only = True
        async with running(keeper) as app:
            await _to_letter(app)
            await app.press("w")
            assert app.name == "LetterScreen"
            assert "only be read" in app.screen

    run(story())


def test_what_people_write_is_shown_as_it_stands() -> None:
    async def story() -> None:
        sitting = sit()
        for text in HOSTILE:
            sitting.note(text, step="worries")
        async with running(kept(MemoryKeeper(), sitting), size=(120, 60)) as app:
            await _to_letter(app)
            for _text in HOSTILE:
                await app.press("w", "f2", "enter", "escape", "escape")
            assert len(sitting.conversation.letter) == len(HOSTILE)
            assert "[@click=app.exit()]press[/]" in app.screen
            assert app.app.return_code is None

    run(story())


@pytest.mark.parametrize("locale", ["sv", "nb", "nn", "en"])
def test_the_letter_and_its_dialog_are_whole_on_80_by_24(locale: str) -> None:
    i18n.use(locale)

    async def story() -> None:
        sitting = _talk()
        sitting.note("ord " * 300, step="worries")
        async with running(
            kept(MemoryKeeper(), sitting), settings=Settings(keep="memory", locale=locale)
        ) as app:
            await _to_letter(app)
            assert "F8" in app.lines()[-1]
            await app.press("w", "tab")
            dialog = app.app.screen
            for widget in dialog.query(".box, .box > *"):
                assert dialog.region.contains_region(widget.region), widget
            assert dialog.query_one("#words").region.height >= 3
            assert "F8" in app.lines()[-1]

    run(story())
