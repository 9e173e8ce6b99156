"""A line that was half typed when the app was told to end waits in the field at the next start."""

import json
import signal

import pytest

from convoguide.config import Settings
from convoguide.services.conduct import Sitting, from_draft, to_draft, typed_in
from convoguide.services.keep import MemoryKeeper
from tests.cli.holding import held
from tests.tui.shelling import Paper, kept, rich, running
from tests.tui.talking import SVAS, run, sit, talking

HALF = "Vill inte ha\nmer"


def ended(text: str, *keys: str, way: str = "afterwards") -> Sitting:
    """A sitting that was ended while this stood in the field, read back from what is kept."""
    sitting = sit(SVAS, way)
    sitting.note("Vill hem")
    payload: list[bytes] = []

    class Keeping(MemoryKeeper):
        def save(self, sitting: Sitting) -> None:
            payload.append(to_draft(sitting))

    async def story() -> None:
        async with talking(sitting, keeper=Keeping()) as talk:
            await talk.press(*keys)
            await talk.paste(text)
            talk.app.talk.keep_half_line()

    run(story())
    if not payload:
        return sitting
    conversation, step, kept_way = from_draft(payload[-1])
    again = Sitting(sitting.guide, conversation, step=step, way=kept_way or way)
    again.typed = typed_in(payload[-1])
    return again


@pytest.mark.parametrize("way", ["steps", "afterwards", "jot"])
def test_the_line_is_in_the_field_again_and_is_no_note(way: str) -> None:
    sitting = ended(HALF, "f2", way=way)
    assert [note.text for _s, _n, note in sitting.conversation.notes()] == ["Vill hem"]

    async def story() -> None:
        async with talking(sitting) as talk:
            assert talk.field == HALF
            assert "was not finished" in talk.flat
            await talk.type(" x", "enter")
            *_before, (_step, _index, note) = sitting.conversation.notes()
            assert (note.text, note.voice) == (HALF + " x", "patient")
            assert typed_in(to_draft(sitting)) is None

    run(story())


def test_a_line_that_is_dropped_does_not_come_back() -> None:
    sitting = ended("halv")

    async def story() -> None:
        saved: list[bytes] = []
        async with talking(sitting) as talk:
            talk.app.talk.keeper.save = lambda each: saved.append(to_draft(each))  # type: ignore[method-assign, assignment]
            await talk.press(*["backspace"] * 4)
            await talk.letter("q")
            assert typed_in(saved[-1]) is None

    run(story())


def test_an_empty_field_and_a_window_that_only_reads_keep_nothing() -> None:
    assert ended("  ").typed is None
    sitting = sit(SVAS)
    sitting.read_only = True

    async def story() -> None:
        async with talking(sitting) as talk:
            await talk.type("halv")
            talk.app.talk.keep_half_line()
            assert sitting.typed is None

    run(story())


@pytest.mark.parametrize("typed", [None, 3, {}, {"text": 1, "voice": "clinician"}, {"text": "x"}])
def test_a_draft_without_such_a_line_or_with_a_broken_one_is_read_all_the_same(
    typed: object,
) -> None:
    draft = json.loads(to_draft(sit(SVAS)))
    draft["typed"] = typed
    payload = json.dumps(draft).encode()
    assert typed_in(payload) is None
    assert from_draft(payload)[1] == sit(SVAS).step


def test_told_to_end_the_app_clears_the_clipboard_and_says_which_signal_it_was() -> None:
    async def story() -> None:
        paper = Paper()
        paper.copy("ours")
        keeper = kept(MemoryKeeper(), rich("Vill hem"))
        settings = Settings(keep="memory", locale="en")
        async with running(keeper, settings=settings, copies=paper) as app:
            await app.press("g")
            await app.type("halv")
            app.app.told_to_end(signal.SIGTERM)
            await app.until(lambda: app.app.return_code is not None)
            assert app.app.return_code == 128 + signal.SIGTERM
            assert paper.cleared
            assert not paper.held

    run(story())


def test_in_plain_mode_the_line_is_said_and_one_command_makes_a_note_of_it() -> None:
    said = held(sitting=ended("halv rad"))
    assert "A line was not finished last time: halv rad" in said.after[0]
    assert said.sitting.typed is not None
    taken = held(".t", sitting=ended("halv rad"))
    assert [note.text for _s, _n, note in taken.talk.notes()] == ["Vill hem", "halv rad"]
    assert taken.sitting.typed is None


@pytest.mark.parametrize("keys", [("f9",), ("escape", "j"), ("f9", "j")])
def test_the_finished_text_says_that_a_line_waits_in_the_field(keys: tuple[str, ...]) -> None:
    async def story() -> None:
        async with running(kept(MemoryKeeper(), rich("Vill hem"))) as app:
            await app.press("g", *keys)
            assert "unfinished line" not in app.screen
            await app.press(*("q" for key in keys if key != "escape"))
            await app.type("halv")
            await app.press(*keys)
            assert "! There is an unfinished line" in app.screen
            assert "halv" not in app.screen

    run(story())
