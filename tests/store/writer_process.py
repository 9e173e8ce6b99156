"""A real writer, to be killed: saves without end and prints what was acknowledged, a line each.

    python writer_process.py HOME STORE_KEY_IN_HEX SEED

`saved ID REVISION` is printed from the writer's callback, `ready` before the first save. Between
saves it deletes a conversation now and then, so that kills fall into checkpoints and vacuums too.
"""

import os
import random
import sys
from pathlib import Path

from convoguide.store.errors import NoSuchConversation
from convoguide.store.writer import Writer
from tests.store.helpers import FIRST, SECOND, THIRD, opened

SCRATCH = "019bbca0-9840-7b06-ae1d-213dc71232ff"


def payload_of(conversation: str, revision: int) -> bytes:
    """What the test can work out for itself: different in every revision, over several pages."""
    chance = random.Random(f"{conversation}/{revision}")
    return f"{conversation}/{revision}/".encode() + chance.randbytes(chance.randrange(12_000))


def say(*words: object) -> None:
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def main(home: Path, key: bytes, chance: random.Random) -> None:
    store = opened(home)
    store.unlock_with_key(key)
    revisions = {}
    for conversation in (FIRST, SECOND, THIRD):
        try:
            revisions[conversation] = store.load(conversation).revision
        except NoSuchConversation:
            revisions[conversation] = 0
    writer = Writer(
        store,
        on_saved=lambda conversation, revision: say("saved", conversation, revision),
        on_failed=lambda conversation, error: say("failed", conversation, type(error).__name__),
    )
    say("ready")
    while True:
        conversation = chance.choice(list(revisions))
        revisions[conversation] += 1
        payload = payload_of(conversation, revisions[conversation])
        writer.submit(conversation, payload, revisions[conversation])
        if chance.random() < 0.1:
            writer.submit(SCRATCH, chance.randbytes(50_000), 1)
            writer.delete(SCRATCH)
        if chance.random() < 0.5:
            writer.flush(1)


if __name__ == "__main__":
    main(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), random.Random(sys.argv[3]))
