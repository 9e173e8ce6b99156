"""Real writers, to be killed: they save without end and print what was acknowledged.

    python writer_process.py HOME STORE_KEY_IN_HEX

Each line on standard input is the seed of one more writer, a process of its own (forked, since
starting Python fifty times is most of the time otherwise). It prints `ready PID` before its first
save and `saved ID REVISION` from the writer's callback; `ended` is printed when it is dead. Between
saves it deletes a conversation now and then, so that kills fall into checkpoints and vacuums too.
It ends by itself when whoever started it is gone.
"""

import os
import random
import sys
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

import filelock  # noqa: F401 - loaded once, before any writer

from convoguide.store import vault  # noqa: F401 - the same
from convoguide.store.errors import NoSuchConversation
from convoguide.store.writer import Writer
from tests.store.helpers import FIRST, SECOND, THIRD, opened

SCRATCH = "019bbca0-9840-7b06-ae1d-213dc71232ff"


def payload_of(conversation: str, revision: int) -> bytes:
    """What the test can work out for itself: different in every revision, over several pages."""
    chance = random.Random(f"{conversation}/{revision}")
    return f"{conversation}/{revision}/".encode() + chance.randbytes(chance.randrange(12_000))


def say(*words: object) -> None:
    try:
        os.write(1, (" ".join(map(str, words)) + "\n").encode())
    except BrokenPipeError:
        os._exit(1)


def main(home: Path, key: bytes, chance: random.Random) -> NoReturn:
    store = opened(home)
    store.unlock_with_key(key)
    revisions = {}
    for conversation in (FIRST, SECOND, THIRD):
        try:
            revisions[conversation] = store.load(conversation).revision
        except NoSuchConversation:
            revisions[conversation] = 0
    with suppress(NoSuchConversation):
        store.delete(SCRATCH)  # left by one that was killed before it got to it
    writer = Writer(
        store,
        on_saved=lambda conversation, revision: say("saved", conversation, revision),
        on_failed=lambda conversation, error: say("failed", conversation, type(error).__name__),
    )
    supervisor = os.getppid()
    say("ready", os.getpid())
    while os.getppid() == supervisor:
        conversation = chance.choice(list(revisions))
        revisions[conversation] += 1
        payload = payload_of(conversation, revisions[conversation])
        writer.submit(conversation, payload, revisions[conversation])
        if chance.random() < 0.1:
            writer.submit(SCRATCH, chance.randbytes(50_000), 1)
            writer.flush(1)
            writer.delete(SCRATCH)
        if chance.random() < 0.5:
            writer.flush(1)
    os._exit(1)


def supervise(home: Path, key: bytes) -> None:
    for seed in sys.stdin:
        child = os.fork()
        if not child:
            main(home, key, random.Random(seed))
        os.waitpid(child, 0)
        say("ended")


if __name__ == "__main__":
    supervise(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))
