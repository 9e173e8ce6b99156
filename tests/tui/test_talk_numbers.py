"""Identity numbers in a conversation: pointed out beside the field, masked by one key."""

from collections.abc import Callable

import pytest

from convoguide.services.conduct import Sitting
from convoguide.services.keep import MemoryKeeper
from convoguide.tui.widgets.number_line import NumberLine
from tests.tui.shelling import Paper, Running, kept, running
from tests.tui.talking import Talking, run, sit, talking

NUMBER, MASKED = "640823-3234", "XXXXXX-XXXX"
TOLD = "There is an identity number in this note."


async def _until(talk: Talking, holds: Callable[[], bool]) -> None:
    for _try in range(200):
        await talk.pilot.pause(0.02)
        if holds():
            await talk.settle()
            return
    raise AssertionError(talk.screen)


def _line(talk: Talking) -> NumberLine:
    return talk.app.talk.query_one(NumberLine)


@pytest.mark.parametrize("way", ["steps", "afterwards", "jot"])
def test_a_number_is_pointed_out_while_typing_and_one_key_masks_it(way: str) -> None:
    async def story() -> None:
        sitting = sit(way=way)
        async with talking(sitting) as talk:
            await talk.type(f"Sonen {NUMBER}")
            await _until(talk, lambda: TOLD in talk.screen)
            assert talk.field == f"Sonen {NUMBER}"
            await talk.type(" ringer", "left", "left")
            await talk.letter("#")
            assert talk.field == f"Sonen {MASKED} ringer"
            assert TOLD not in talk.screen
            await talk.type("!", "enter")
            texts = [note.text for _step, _n, note in sitting.conversation.notes()]
            assert texts == [f"Sonen {MASKED} ring!er"]

    run(story())


def test_the_line_goes_when_the_number_is_deleted_and_look_alikes_bring_none() -> None:
    async def story() -> None:
        async with talking() as talk:
            await talk.type("ring 070-123 45 67, 2026-12-04, 5 mg 4 ggr, konto 6408233234")
            await talk.pilot.pause(0.6)
            assert not _line(talk).shown
            await talk.press(*["ctrl+w"] * 12)
            await talk.type(NUMBER)
            await _until(talk, lambda: _line(talk).shown)
            await talk.press("backspace")
            await _until(talk, lambda: not _line(talk).shown)

    run(story())


def test_a_number_in_a_paste_is_found_and_a_key_does_no_work_for_it() -> None:
    async def story() -> None:
        async with talking() as talk:
            await talk.paste(f"{NUMBER} {'ord ' * 3000}")
            await _until(talk, lambda: _line(talk).shown)
            # What looks for it comes after a rest; letters far from digits ask for nothing.
            field = talk.app.talk.field
            field.numbered = False
            await talk.type("bara ord")
            assert field._resting is None

    run(story())


def test_a_number_in_a_saved_note_is_pointed_out_masked_and_brought_back() -> None:
    async def story() -> None:
        async with talking() as talk:
            await talk.type(f"Sonen {NUMBER}", "enter", "enter")
            await _until(talk, lambda: "in a note under" in talk.flat)
            assert talk.field == ""
            await talk.letter("#")
            assert talk.texts("offered") == [f"Sonen {MASKED}"]
            assert not _line(talk).shown
            await talk.letter("z")
            assert talk.texts("offered") == [f"Sonen {NUMBER}"]
            await _until(talk, lambda: _line(talk).shown)

    run(story())


def test_without_a_number_there_is_no_such_command() -> None:
    async def story() -> None:
        async with talking() as talk:
            await talk.press("escape")
            assert "# Mask" not in talk.screen
            await talk.press("escape")
            await talk.type("# one")
            assert talk.field == "# one"

    run(story())


def test_in_the_dialog_that_changes_a_note_the_same_key_masks() -> None:
    async def story() -> None:
        sitting = sit()
        sitting.note("Sonen")
        async with talking(sitting) as talk:
            await talk.letter("e")
            await talk.type(f" {NUMBER}")
            await _until(talk, lambda: TOLD in talk.screen)
            await talk.letter("#")
            await talk.press("enter")
            assert talk.texts("offered") == [f"Sonen {MASKED}"]

    run(story())


# --- before a text goes out


def _talk() -> Sitting:
    sitting = sit()
    sitting.note(f"Sonen {NUMBER}", step="hopes")
    sitting.note("Natten", step="worries")
    return sitting


async def _copied(app: Running, paper: Paper, *keys: str) -> str:
    paper.held = ""
    await app.press(*keys)
    await app.until(lambda: bool(paper.held))
    return paper.held


def test_the_review_and_the_journal_point_it_out_and_mask_by_the_same_key() -> None:
    async def story() -> None:
        sitting = _talk()
        async with running(kept(MemoryKeeper(), sitting)) as app:
            await app.press("enter", "f9")
            assert "! There is an identity number under" in app.screen
            await app.press("j")
            assert "! There is an identity number under" in app.screen
            await app.press("number_sign")
            assert NUMBER not in app.screen
            assert MASKED in app.screen
            await app.press("q")
            assert "identity number stands" not in app.screen
            assert sitting.conversation.entry("hopes").notes[0].text == f"Sonen {MASKED}"

    run(story())


def test_before_a_copy_one_is_asked_and_one_key_masks_and_goes_on() -> None:
    async def story() -> None:
        paper, sitting = Paper(), _talk()
        async with running(kept(MemoryKeeper(), sitting), copies=paper) as app:
            await app.press("j", "b")
            assert "There is an identity number in this text" in app.screen
            await app.press("n")
            assert paper.held == ""
            held = await _copied(app, paper, "b", "#", "y")
            assert MASKED in held
            assert NUMBER not in held
            assert sitting.conversation.entry("hopes").notes[0].text == f"Sonen {MASKED}"

    run(story())


def test_a_text_can_go_out_as_it_stands_and_is_asked_for_once() -> None:
    async def story() -> None:
        paper = Paper()
        async with running(kept(MemoryKeeper(), _talk()), copies=paper) as app:
            assert NUMBER in await _copied(app, paper, "j", "b", "l", "y")
            assert NUMBER in await _copied(app, paper, "b")

    run(story())


def test_a_section_without_a_number_is_copied_without_a_question() -> None:
    async def story() -> None:
        paper = Paper()
        async with running(kept(MemoryKeeper(), _talk()), copies=paper) as app:
            await app.press("j", "end", "s")
            assert "Is the right journal open?" in app.screen

    run(story())


def test_before_a_file_is_written_the_same_is_asked() -> None:
    async def story() -> None:
        sitting = _talk()
        async with running(kept(MemoryKeeper(), sitting)) as app:
            await app.press("j", "f", "y", "#")
            path = next(app.app.home.exports.rglob("*.txt"))
            assert MASKED in path.read_text(encoding="utf-8")

    run(story())


def test_of_a_conversation_that_can_only_be_read_the_text_is_masked_alone() -> None:
    async def story() -> None:
        paper, sitting = Paper(), _talk()
        keeper = kept(MemoryKeeper(), sitting)
        sitting.read_only = True
        async with running(keeper, copies=paper) as app:
            held = await _copied(app, paper, "j", "b", "#", "y")
            assert NUMBER not in held
            assert sitting.conversation.entry("hopes").notes[0].text == f"Sonen {NUMBER}"

    run(story())
