"""What the store's tests share: a cheap passphrase, a clock to set, a way to look at the disk."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import cast

from convoguide.store.drafts import SqliteDrafts
from convoguide.store.encrypted import Store
from convoguide.store.opening import open_store
from convoguide.store.port import Sealed
from tests.keeping import CHEAP

ROOT = Path(__file__).resolve().parents[2]
PASSPHRASE = "blåbär och lingon"

FIRST = "019bbca0-9840-7b06-ae1d-213dc71232f1"
SECOND = "019bbca0-9840-7b06-ae1d-213dc71232f2"
THIRD = "019bbca0-9840-7b06-ae1d-213dc71232f3"

TEXT = '{"text": "Jag vet att det inte går att bota."}'.encode()


class Clock:
    """A clock that stands still until it is set forward."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 20, 12, 5, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def forward(self, **span: float) -> None:
        self.moment += timedelta(**span)


def opened(home: Path, clock: Clock | None = None, *, patience: float = 5.0) -> Store:
    return open_store(home, now=clock or Clock(), cost=CHEAP, patience=patience)


def created(home: Path, clock: Clock | None = None, *, patience: float = 5.0) -> Store:
    store = opened(home, clock, patience=patience)
    store.create(PASSPHRASE)
    return store


def unlocked(home: Path, clock: Clock | None = None, *, patience: float = 5.0) -> Store:
    store = opened(home, clock, patience=patience)
    store.unlock(PASSPHRASE)
    return store


def embedded(store: Store) -> SqliteDrafts:
    """The database beneath, for tests that have to reach under the surface."""
    return cast("SqliteDrafts", store._drafts)


def sealed_row(store: Store, conversation: str) -> Sealed:
    sealed = embedded(store).read(conversation)
    assert sealed is not None
    return sealed


def store_files(home: Path) -> Iterator[Path]:
    return (path for path in sorted(home.rglob("*")) if path.is_file())


def disk_bytes(home: Path) -> dict[str, bytes]:
    """Every file of the home but the locks, which hold nothing."""
    return {
        str(path.relative_to(home)): path.read_bytes()
        for path in store_files(home)
        if path.suffix != ".lock"
    }


def run_script(name: str, *arguments: str) -> "subprocess.Popen[str]":
    """A script of this folder as a process of its own, its answers to be read line by line."""
    return subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name(name)), *arguments],
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
