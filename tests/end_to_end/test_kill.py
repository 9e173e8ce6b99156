"""A real process, killed at random moments, over and over in the same conversation."""

import os
import random
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

import pytest

from convoguide import config
from convoguide.services.keep_store import StoreKeeper
from tests.keeping import new_store

KILLS = 50
PASSPHRASE = "fyra små ord"


def _keeper(home: Path, *, new: bool = False) -> StoreKeeper:
    found = config.home({"CONVOGUIDE_HOME": str(home)})
    if new:
        new_store(found.data, PASSPHRASE)
    keeper = StoreKeeper(found, config.Settings())
    keeper.unlock(PASSPHRASE)
    return keeper


def begun(home: Path) -> str:
    """A store with one conversation that has a first note; its id."""
    keeper = _keeper(home, new=True)
    sitting = keeper.begin("svas-kronoberg", "afterwards")
    sitting.note("first")
    assert keeper.flush(10)
    keeper.leave(sitting)
    keeper.close()
    return str(sitting.conversation.id)


def notes_of(home: Path, conversation: str) -> list[str]:
    """What the store holds now."""
    keeper = _keeper(home)
    try:
        return [note.text for _step, _index, note in keeper.read(conversation).notes()]
    finally:
        keeper.close()


def typed_until_killed(home: Path, conversation: str, number: int, moment: float) -> list[str]:
    """Go on with the draft, type notes, die at the moment; the notes that were said to be saved."""
    process = subprocess.Popen(
        [sys.executable, "-m", "convoguide", "start", conversation, "--plain"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "CONVOGUIDE_HOME": str(home), "CONVOGUIDE_PASSPHRASE": PASSPHRASE},
        text=True,
        encoding="utf-8",
        bufsize=1,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    saved: list[str] = []
    try:
        for line in process.stdout:  # the greeting: from then on the store is open
            if line.startswith("Every line is a note"):
                break
        threading.Timer(moment, process.send_signal, [signal.SIGKILL]).start()
        for count in range(1000):
            text = f"note {number}.{count}"
            process.stdin.write(text + "\n")
            for line in process.stdout:
                if "Saved." in line:
                    saved.append(text)
                    break
            else:
                break
    except (BrokenPipeError, OSError):
        pass  # it was killed while we were writing
    finally:
        process.kill()
        process.wait(30)
        for stream in (process.stdin, process.stdout):
            with suppress(OSError):
                stream.close()
    return saved


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_nothing_that_was_said_to_be_saved_is_lost_by_fifty_kills(tmp_path: Path) -> None:
    home = tmp_path / "home"
    conversation = begun(home)
    moments = random.Random(7)
    expected = ["first"]
    for number in range(KILLS):
        acknowledged = typed_until_killed(home, conversation, number, moments.uniform(0, 0.2))
        held = notes_of(home, conversation)
        lost = [text for text in (*expected, *acknowledged) if text not in held]
        assert not lost, f"after kill {number}"
        # At most the one line that was being typed may be there without having been said so.
        unsaid = [text for text in held if text not in expected and text not in acknowledged]
        assert len(unsaid) <= 1
        expected = held
    assert len(expected) > KILLS // 2, "too little was typed to prove anything"
