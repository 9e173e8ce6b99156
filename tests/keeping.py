"""Stores for tests that are about something else than what it costs to guess a passphrase."""

from datetime import UTC, datetime
from pathlib import Path

from convoguide.store.opening import open_store
from convoguide.store.vault import Cost

CHEAP = Cost(memory_kib=64, iterations=1, lanes=1)
"""The real cost is a third of a second of a core, each time that a store is opened."""


def new_store(folder: Path, passphrase: str) -> None:
    """An empty store in the data folder of a home; whoever opens it pays the cheap cost too."""
    store = open_store(folder, now=lambda: datetime.now(UTC), cost=CHEAP)
    store.create(passphrase)
    store.close()
