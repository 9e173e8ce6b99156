"""How safe it is, in words; undo and redo; reading only; many notes; the mouse."""

import threading
import time
from typing import ClassVar

import pytest

from convoguide.config import Settings
from convoguide.core.conversation import Note
from convoguide.services.conduct import Sitting
from convoguide.services.keep import MemoryKeeper, SaveState
from tests.tui.talking import Talking, clock, run, sit, talking


class ToldKeeper(MemoryKeeper):
    """A keeper whose state is what the test says, told from a thread as a store tells it."""

    now_is = SaveState.SAVED

    def state(self, conversation_id: str) -> SaveState:
        return self.now_is

    def save(self, sitting: Sitting) -> None:
        """Nothing is told by itself."""

    def tell(self, sitting: Sitting, state: SaveState, reason: str = "") -> None:
        """Say the state from another thread."""
        told = (str(sitting.conversation.id), state, reason)
        thread = threading.Thread(target=self.on_state, args=told)
        thread.start()
        thread.join()


@pytest.mark.parametrize("way", ["steps", "afterwards", "jot"])
def test_the_save_state_is_always_said_in_words(way: str) -> None:
    async def story() -> None:
        keeper = ToldKeeper()
        async with talking(sit(way=way), keeper=keeper) as talk:
            assert "saved" in talk.flat
            for state, words in (
                (SaveState.WAITING, "not yet saved"),
                (SaveState.SAVING, "saving …"),
                (SaveState.SAVED, "saved"),
                (SaveState.MEMORY, "memory only, nothing is kept"),
                (SaveState.READ_ONLY, "read-only, open in another window"),
            ):
                keeper.tell(talk.sitting, state)
                await talk.settle()
                assert words in talk.flat
            why = "the disk is full; make room, or copy the text into the journal now, as it is."
            keeper.tell(talk.sitting, SaveState.FAILED, why)
            await talk.settle()
            assert f"not saved: {why}" in talk.flat

    run(story())


def test_the_state_of_another_conversation_is_not_told_here() -> None:
    async def story() -> None:
        keeper = ToldKeeper()
        async with talking(sit(), keeper=keeper) as talk:
            another = talk.sitting.conversation.having(id="x")
            other = Sitting(talk.sitting.guide, another, now=clock())
            keeper.tell(other, SaveState.FAILED, "no")
            await talk.settle()
            assert "not saved" not in talk.flat

    run(story())


def test_whoever_listened_before_hears_the_state_too_and_alone_afterwards() -> None:
    async def story() -> None:
        keeper, heard = ToldKeeper(), []
        before = keeper.on_state = lambda *told: heard.append(told)
        async with talking(sit(), keeper=keeper) as talk:
            keeper.tell(talk.sitting, SaveState.SAVING)
            assert len(heard) == 1
        assert keeper.on_state is before

    run(story())


def test_a_conversation_open_elsewhere_can_be_read_and_says_why_it_cannot_be_changed() -> None:
    async def story() -> None:
        async with talking(sit(read_only=True)) as talk:
            assert "read-only, open in another window" in talk.screen
            await talk.type("a line", "enter")
            assert "This conversation is open in another window: reading only." in talk.flat
            assert talk.field == "a line"
            for letter in ("o", "e", "x", "z"):
                await talk.letter(letter)
                assert "reading only" in talk.screen
            await talk.press("escape", "1")
            assert "reading only" in talk.screen
            await talk.letter("n")
            assert talk.sitting.step == "capacity"
            assert not talk.sitting.conversation.entries

    run(story())


def test_where_one_stands_is_kept_a_moment_after_moving_there_but_never_an_empty_draft() -> None:
    class Counting(MemoryKeeper):
        kept: ClassVar[list[str]] = []

        def save(self, sitting: Sitting) -> None:
            self.kept.append(sitting.step)
            super().save(sitting)

    async def story() -> None:
        keeper = Counting()
        async with talking(keeper=keeper) as talk:
            await talk.press("down", "down")
            await talk.pilot.pause(2.2)
            assert keeper.kept == []
            await talk.type("one", "enter", "down", "down")
            await talk.pilot.pause(2.2)
            assert keeper.kept == ["relatives_present", talk.sitting.step]
            assert talk.sitting.step == "own_words"

    run(story())


def test_undo_and_redo_go_through_notes_outcomes_moves_and_facts() -> None:
    async def story() -> None:
        async with talking() as talk:
            values = [talk.sitting.conversation]
            await talk.type("one", "enter")
            values.append(talk.sitting.conversation)
            await talk.letter("o")
            await talk.press("u")
            values.append(talk.sitting.conversation)
            await talk.press("escape", "2")
            values.append(talk.sitting.conversation)
            await talk.press("up")
            await talk.letter("m")
            await talk.type("hopes", "enter")
            values.append(talk.sitting.conversation)
            for value in reversed(values[:-1]):
                await talk.letter("z")
                assert talk.sitting.conversation == value
            await talk.letter("z")
            assert "nothing to undo" in talk.screen
            for value in values[1:]:
                await talk.letter("y")
                assert talk.sitting.conversation == value
            assert talk.sitting.step == "hopes"
            await talk.letter("y")
            assert "nothing to do again" in talk.screen

    run(story())


def test_undo_never_touches_what_is_half_typed() -> None:
    async def story() -> None:
        async with talking() as talk:
            await talk.type("one", "enter")
            await talk.type("half")
            await talk.letter("z")
            assert talk.field == "half"
            assert talk.texts("offered") == []

    run(story())


def test_a_note_can_be_changed_held_apart_moved_and_taken_back() -> None:
    async def story() -> None:
        async with talking() as talk:
            for text in ("one", "two"):
                await talk.type(text, "enter")
            await talk.letter("e")
            await talk.press("1")
            await talk.type("!", "tab")
            await talk.press("left", "left", "left", "tab", "left", "f2")
            note = talk.sitting.conversation.entry("offered").notes[0]
            assert (note.text, note.voice, note.private) == ("one!", "patient", True)
            await talk.letter("a")
            await talk.press("up", "enter")
            assert not talk.sitting.conversation.entry("offered").notes[0].private
            await talk.letter("m")
            await talk.press("1")
            await talk.type("worries", "enter")
            assert talk.texts("worries") == ["one!"]
            await talk.letter("d")
            assert talk.texts("offered") == []
            await talk.letter("z")
            assert talk.texts("offered") == ["two"]

    run(story())


def test_an_emptied_note_is_not_saved_but_said() -> None:
    async def story() -> None:
        async with talking() as talk:
            await talk.type("one", "enter")
            await talk.letter("e")
            await talk.press("backspace", "backspace", "backspace", "enter")
            assert "A note cannot be empty" in talk.screen
            await talk.press("escape", "escape")
            assert talk.texts("offered") == ["one"]

    run(story())


def test_the_voice_is_chosen_by_one_letter_and_falls_back_on_the_next_step() -> None:
    async def story() -> None:
        async with talking() as talk:
            voices = {"p": "patient", "r": "relative", "m": "presumed", "f": "recommendation"}
            for letter in (*voices, "c"):
                await talk.letter("v")
                await talk.press(letter)
                await talk.type(letter, "enter")
            notes = talk.sitting.conversation.entry("offered").notes
            assert [note.voice for note in notes] == [*voices.values(), "clinician"]
            await talk.press("f2", "enter")
            assert "the clinician's note" in talk.screen

    run(story())


@pytest.mark.parametrize(
    ("letter", "outcome"), [("d", "declined"), ("u", "unsure"), ("n", "nothing_to_add")]
)
def test_a_step_is_left_by_one_letter_and_opened_again_with_its_notes(
    letter: str, outcome: str
) -> None:
    async def story() -> None:
        async with talking() as talk:
            await talk.type("said so", "enter")
            await talk.letter("o")
            await talk.press(letter)
            assert talk.sitting.conversation.entry("offered").outcome == outcome
            assert talk.sitting.step == "capacity"
            await talk.press("up")
            await talk.letter("o")
            await talk.press("r")
            assert talk.sitting.conversation.entry("offered").outcome is None
            assert talk.texts("offered") == ["said so"]

    run(story())


def test_a_wrong_date_is_said_under_its_field_and_what_was_typed_stays() -> None:
    async def story() -> None:
        async with talking() as talk:
            await talk.letter("o")
            await talk.press("l")
            await talk.type("31/2", "enter")
            assert "This is no date" in talk.screen
            assert "31/2" in talk.screen
            await talk.press("escape", "escape")
            assert not talk.sitting.conversation.entries

    run(story())


def test_a_conversation_of_three_hundred_notes_types_as_one_without() -> None:
    """A key may not cost more for the notes there are: nothing but the field is drawn for it."""

    async def seconds(notes: int) -> float:
        sitting = sit(way="steps")
        ids = [step.id for step in sitting.guide.steps()]
        talk_of_many = sitting.conversation
        for number in range(notes):
            note = Note(text=f"Note {number} [/] with some words. " * 3)
            talk_of_many = talk_of_many.note(ids[number % len(ids)], note)
        sitting.change(talk_of_many)
        async with talking(sitting, size=(120, 40)) as talk:
            await talk.at_rest()
            best = 1e9
            for _round in range(5):
                before = time.process_time()
                for character in "typing away":
                    await talk.type(character)
                best = min(best, time.process_time() - before)
            assert talk.field == "typing away" * 5
            return best

    async def story() -> None:
        assert await seconds(300) < 2 * await seconds(0)

    run(story())


def test_the_mouse_reaches_topics_notes_answers_the_voice_and_the_keys() -> None:
    async def story() -> None:
        async with talking() as talk:
            await talk.type("one", "enter")
            await _click(talk, talk.title("others_present"))
            assert talk.sitting.step == "others_present"
            await talk.type("typed at once", "enter")
            assert talk.texts("others_present") == ["typed at once"]
            await talk.press("home")
            await _click(talk, "– one")
            await talk.type("!", "enter")
            assert talk.texts("offered") == ["one!"]
            await _click(talk, "3 ( )")
            assert len(talk.texts("offered")) == 2
            await _click(talk, "the clinician's note")
            await _click(talk, "the patient's words")
            await _click(talk, "F9")
            assert [type(each).__name__ for each in talk.app.asked] == ["ReviewAsked"]

    run(story())


async def _click(talk: Talking, words: str) -> None:
    """Click on these words, where they stand last on the screen."""
    lines = talk.lines()
    row = max(n for n, line in enumerate(lines) if words in line)
    await talk.pilot.click(offset=(lines[row].index(words) + 1, row))
    await talk.settle()


def test_no_clock_is_shown_unless_it_is_asked_for() -> None:
    async def story() -> None:
        async with talking() as talk:
            assert ":05" not in talk.lines()[0]
        async with talking(settings=Settings(clock=True)) as talk:
            assert "13:05" in talk.lines()[0]

    run(story())
