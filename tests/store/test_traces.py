"""No byte of a text lies readable on the disk, and none at all once it is deleted."""

import os
import sqlite3
from collections.abc import Iterable
from pathlib import Path

import pytest

from convoguide.store.encrypted import Store
from convoguide.store.port import Sealed
from tests.store.helpers import (
    FIRST,
    PASSPHRASE,
    SECOND,
    Clock,
    created,
    disk_bytes,
    embedded,
    opened,
    sealed_row,
    store_files,
    unlocked,
)

SENTENCE = "Jag vill vara hemma hos hunden, sa hon."
LONG = ('{"text": "' + SENTENCE * 400 + '"}').encode()  # over several pages
SMALL = ('{"text": "' + SENTENCE + '"}').encode()


def readable_traces(home: Path) -> list[str]:
    """The files in which a part of the sentence, or the passphrase, can be read."""
    parts = [SENTENCE[at : at + 10] for at in range(0, len(SENTENCE) - 9, 5)] + [PASSPHRASE]
    needles = [part.encode(code) for part in parts for code in ("utf-8", "utf-16-le", "latin-1")]
    return [
        name for name, data in disk_bytes(home).items() if any(needle in data for needle in needles)
    ]


def sealed_traces(home: Path, sealed: Iterable[Sealed]) -> list[str]:
    """The files in which a piece of the sealed text or of its data key is left."""
    pieces = [
        data[at : at + 16]
        for each in sealed
        for data in (each.body, each.wrapped_key)
        for at in range(0, max(len(data) - 16, 1), 200)
    ]
    return [
        name for name, data in disk_bytes(home).items() if any(piece in data for piece in pieces)
    ]


def saved_often(store: Store, conversation: str) -> list[Sealed]:
    """Every state of a conversation that grows and shrinks, as it lay on the disk."""
    states = []
    for revision in range(1, 13):
        store.save(conversation, (LONG, SMALL, LONG * 3)[revision % 3], revision)
        states.append(sealed_row(store, conversation))
    return states


def test_nothing_readable_lies_in_any_file_while_saved(home: Path) -> None:
    with created(home) as store:
        states = saved_often(store, FIRST)
        assert (home / "store" / "conversations.sqlite3-wal").stat().st_size > 0
        assert readable_traces(home) == []
        # The search itself finds what is there:
        assert sealed_traces(home, states[-1:])
    assert readable_traces(home) == []


def test_nothing_at_all_is_left_in_any_file_after_deleting(home: Path) -> None:
    with created(home) as store:
        store.save(SECOND, SMALL, 1)
        states = saved_often(store, FIRST)
        assert store.delete(FIRST)
        assert sealed_traces(home, states) == []
        assert readable_traces(home) == []
        assert FIRST.encode() not in b"".join(disk_bytes(home).values())
        assert not any(FIRST in path.name for path in store_files(home))
        assert store.load(SECOND) == (SMALL, 1)
    assert sealed_traces(home, states) == []


def test_purging_leaves_no_more_than_deleting_does(home: Path, clock: Clock) -> None:
    with created(home, clock) as store:
        states = saved_often(store, FIRST)
        store.mark_documented(FIRST, clock())
        clock.forward(days=8)
        assert store.purge() == [FIRST]
        assert sealed_traces(home, states) == []


def test_deleting_gives_the_room_back_when_no_other_window_is_open(home: Path) -> None:
    with created(home) as store:
        store.save(FIRST, os.urandom(2_000_000), 1)
        store.delete(FIRST)
        assert store.path.stat().st_size < 100_000


def test_deleting_while_another_window_is_open_still_leaves_no_trace(home: Path) -> None:
    with created(home) as store, unlocked(home) as other:
        states = saved_often(store, FIRST)
        store.save(SECOND, os.urandom(200_000), 1)
        assert store.delete(SECOND)
        size = store.path.stat().st_size
        assert size > 200_000  # no vacuum: the other window has the store open
        assert store.delete(FIRST)
        assert sealed_traces(home, states) == []
        assert other.listing() == []


def test_a_reader_that_holds_up_the_log_is_told_and_the_rest_goes_with_the_last_window(
    home: Path,
) -> None:
    with created(home, patience=0.1) as store:
        states = saved_often(store, FIRST)
        reader = sqlite3.connect(store.path, isolation_level=None)
        try:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM conversation").fetchone()
            assert not store.delete(FIRST)
            assert store.listing() == []
        finally:
            reader.close()
    assert sealed_traces(home, states) == []


@pytest.mark.parametrize("locked", [True, False])
def test_deleting_in_a_later_session_leaves_nothing_of_the_earlier(
    home: Path, locked: bool
) -> None:
    with created(home) as store:
        states = saved_often(store, FIRST)
    with opened(home) if locked else unlocked(home) as store:
        assert store.delete(FIRST)
        assert sealed_traces(home, states) == []


def test_sqlite_is_told_to_be_durable_and_to_overwrite_what_it_deletes(store: Store) -> None:
    database = embedded(store)._open_writer()
    answers = {
        name: database.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "secure_delete", "temp_store")
    }
    assert answers == {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1, "temp_store": 2}
