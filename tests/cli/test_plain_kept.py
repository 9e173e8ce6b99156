"""Kept or not kept: what is said about it by lines is true."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from convoguide import config
from convoguide.services.conduct import Sitting
from convoguide.services.keep import MemoryKeeper, SaveState
from convoguide.services.keep_store import StoreKeeper
from tests.cli.holding import NOW, SV, Held, held
from tests.keeping import new_store

pytestmark = pytest.mark.usefixtures("untranslated")

PASSPHRASE = "en lång fras att minnas"


@pytest.fixture
def keeper(home: Path) -> Iterator[StoreKeeper]:
    new_store(config.home().data, PASSPHRASE)
    keeper = StoreKeeper(config.home(), config.Settings(), now=lambda: NOW)
    keeper.unlock(PASSPHRASE)
    yield keeper
    keeper.close()


def reopened(keeper: StoreKeeper, talk: Held) -> Sitting:
    """The conversation as another window finds it in the store."""
    keeper.leave(talk.sitting)
    assert keeper.flush(10)
    return keeper.open(str(talk.talk.id))


def test_a_note_is_on_the_disk_when_it_is_said_to_be_saved(keeper: StoreKeeper) -> None:
    sitting = keeper.begin(SV, "afterwards")
    on_disk: list[list[str]] = []

    def looked() -> Iterator[str]:
        for line in ("ett", "två", ".d 1", ".f label rum 12"):
            yield line
            talk = keeper.read(str(sitting.conversation.id))
            on_disk.append([note.text for note in talk.entry("offered").notes])
        assert talk.label == "rum 12"

    talk = held_by(keeper, sitting, looked())
    assert on_disk == [["ett"], ["ett", "två"], ["två"], ["två"]]
    assert talk.said.count("Noted under “Erbjud ett samtal”, as the clinician's words. Saved.") == 2


def held_by(keeper: StoreKeeper, sitting: Sitting, lines: Iterator[str]) -> Held:
    from convoguide.cli.plain import hold

    said: list[str] = []
    status = hold(sitting, keeper, lines=lines, out=said.append, interactive=False)
    return Held(status, said, sitting, [said])


def test_the_end_says_where_it_is_saved_and_how_to_go_on(keeper: StoreKeeper) -> None:
    talk = held(".g hopes", "Hoppas på våren", keeper=keeper)
    assert talk.status == 0
    assert talk.said[-2] == f"Saved in {keeper.place}."
    assert talk.said[-1] == f"To go on: convoguide start {talk.talk.id} --plain"
    assert "våren" not in "\n".join(talk.said)


def test_going_on_finds_everything_and_the_step_where_one_was(keeper: StoreKeeper) -> None:
    talk = held(".v p Jag vill hem", ".g hopes", ".o d", ".f label rum 12", ".n", keeper=keeper)
    again = reopened(keeper, talk)
    assert again.conversation == talk.talk
    assert again.step == "worries"
    said = held(sitting=again, keeper=keeper).said
    assert "Going on with a conversation of 1 note." in said


def test_a_conversation_without_anything_is_not_kept(keeper: StoreKeeper) -> None:
    talk = held(".n", ".n", "?", keeper=keeper)
    assert talk.said[-1] == "Nothing was recorded, so nothing was kept."
    assert talk.status == 0
    keeper.leave(talk.sitting)
    assert keeper.drafts() == []


def test_a_conversation_that_another_window_has_is_read_only(keeper: StoreKeeper) -> None:
    talk = held("ett", keeper=keeper)
    other = StoreKeeper(config.home(), config.Settings(), now=lambda: NOW)
    try:
        other.unlock(PASSPHRASE)
        second = held("två", sitting=other.open(str(talk.talk.id)), keeper=other)
        assert second.status == 1
        assert second.notes("offered") == ["ett"]
        assert "reading only" in second.answer()
    finally:
        other.close()


class Unsure(MemoryKeeper):
    """A keeper whose disk does what the test says."""

    keeps = True

    def __init__(self, *states: SaveState, reason: str = "") -> None:
        super().__init__(now=lambda: NOW)
        self._states = list(states)
        self._reason = reason
        self.flushed: list[float] = []

    def save(self, sitting: Sitting) -> None:
        self._after = self._states.pop(0) if len(self._states) > 1 else self._states[0]
        told = self._reason if self._after is SaveState.FAILED else ""
        self.on_state(str(sitting.conversation.id), self._after, told)

    def state(self, conversation_id: str) -> SaveState:
        return getattr(self, "_after", SaveState.SAVED)

    def flush(self, seconds: float) -> bool:
        self.flushed.append(seconds)
        return self._after is SaveState.SAVED


FULL = "Not saved: the disk is full (/a). Free some room and try again."


def test_a_save_that_fails_is_said_at_once_and_the_text_is_printed_at_the_end() -> None:
    talk = held("Syns", "Apart", ".a 2", keeper=Unsure(SaveState.FAILED, reason=FULL))
    assert talk.after[1][0] == (
        f"Noted under “Erbjud ett samtal”, as the clinician's words. NOT ON THE DISK. {FULL}"
    )
    assert talk.status == 1
    end = talk.said[talk.said.index("This is the text, so that nothing is lost:") - 1 :]
    assert end[0] == f"NOT ON THE DISK. {FULL}"
    assert any("Syns" in line for line in end)
    assert any("Apart" in line for line in end)
    assert not any(line.startswith("Saved") for line in talk.said)


def test_a_save_that_goes_well_at_last_is_a_save() -> None:
    keeper = Unsure(SaveState.FAILED, SaveState.FAILED, SaveState.SAVED, reason=FULL)
    talk = held("ett", "två", keeper=keeper)
    assert "NOT ON THE DISK" in talk.answer()
    assert talk.status == 0
    assert talk.said[-2] == "Saved."


def test_a_slow_save_is_waited_for_and_then_said_to_be_not_yet_saved() -> None:
    keeper = Unsure(SaveState.SAVING)
    talk = held("ett", "två", "tre", keeper=keeper, interactive=True)
    assert talk.answer(0).endswith("Not yet saved.")
    assert keeper.flushed == [2.0, 0.2, 0.2, 30.0]
    assert talk.status == 1
    assert any("ett" in line for line in talk.said[-2:])


def test_the_listener_that_was_there_before_hears_everything_and_is_put_back() -> None:
    keeper = Unsure(SaveState.SAVED)
    heard: list[SaveState] = []

    def listener(conversation: str, state: SaveState, reason: str) -> None:
        heard.append(state)

    keeper.on_state = listener
    held("ett", "två", keeper=keeper)
    assert heard == [SaveState.SAVED, SaveState.SAVED]
    assert keeper.on_state is listener


def environment(home: Path) -> dict[str, str]:
    own = {key: value for key, value in os.environ.items() if not key.startswith("CONVOGUIDE")}
    return own | {
        "CONVOGUIDE_HOME": str(home),
        "CONVOGUIDE_PASSPHRASE": PASSPHRASE,
        "LANG": "en_GB.UTF-8",
    }


def test_a_process_killed_at_any_line_has_lost_nothing_that_it_said_was_saved(home: Path) -> None:
    command = [sys.executable, "-m", "convoguide", "start", SV, "--plain"]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment(home),
        encoding="utf-8",
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for number in range(20):
            process.stdin.write(f"anteckning {number}\n")
        process.stdin.write("och en rad som inte är sl")
        process.stdin.flush()
        saved = 0
        for line in process.stdout:
            saved += line.rstrip().endswith(" Saved.")
            if saved == 7:
                process.kill()
                break
        process.wait()
    keeper = StoreKeeper(config.home(), config.Settings())
    try:
        keeper.unlock(PASSPHRASE)
        [draft] = keeper.drafts()
        notes = [note.text for note in keeper.read(draft.id).entry("offered").notes]
    finally:
        keeper.close()
    assert len(notes) >= 7
    assert notes == [f"anteckning {number}" for number in range(len(notes))]
