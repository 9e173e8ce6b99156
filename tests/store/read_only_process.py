"""Tries a store in a home that may only be read, as a user whom modes do stop.

    python read_only_process.py HOME STORE_KEY_IN_HEX

Prints a line an attempt: its name, then «done» or the kind of the error. Root gives itself up
first, to the user of the number 65534.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import cryptography.hazmat.primitives.kdf.argon2  # noqa: F401 - loaded while it may be read
import filelock  # noqa: F401 - the same

from convoguide.errors import ConvoGuideError
from convoguide.store import vault  # noqa: F401 - the same
from tests.store.helpers import FIRST, SECOND, TEXT, opened


def attempt(name: str, operation: Callable[[], object]) -> None:
    try:
        operation()
    except ConvoGuideError as error:
        print(name, type(error).__name__, flush=True)
    else:
        print(name, "done", flush=True)


def main(home: Path, key: bytes) -> None:
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)
    store = opened(home)
    attempt("list", lambda: store.listing() == [] and sys.exit("nothing was listed"))
    attempt("unlock", lambda: store.unlock_with_key(key))
    attempt("load", lambda: store.load(FIRST) == (TEXT, 1) or sys.exit("another text"))
    attempt("save", lambda: store.save(FIRST, TEXT + b" ", 2))
    attempt("save-new", lambda: store.save(SECOND, TEXT, 1))
    attempt("mark", lambda: store.mark_documented(FIRST, store._now()))
    attempt("hold", lambda: store.hold(FIRST))
    attempt("delete", lambda: store.delete(FIRST))
    attempt("set-aside", store.set_aside)
    store.close()
    fresh = opened(home / "fresh")
    attempt("create", lambda: fresh.create("en lösen"))


if __name__ == "__main__":
    main(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))
