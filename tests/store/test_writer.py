"""A save never holds up a key, is told when it is on the disk, and is never thrown away."""

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from convoguide.errors import ConvoGuideError
from convoguide.store.encrypted import Store
from convoguide.store.errors import (
    DiskFull,
    NoSuchConversation,
    StaleRevision,
    StoreBusy,
    StoreError,
    StoreLocked,
)
from convoguide.store.writer import Writer
from tests.store.helpers import FIRST, PASSPHRASE, SECOND, TEXT, Clock, created, embedded, unlocked


class Told:
    """What a writer told, and from which threads."""

    def __init__(self) -> None:
        self.saved: list[tuple[str, int]] = []
        self.failed: list[tuple[str, type[ConvoGuideError]]] = []
        self.threads: set[str] = set()

    def on_saved(self, conversation: str, revision: int) -> None:
        self.threads.add(threading.current_thread().name)
        self.saved.append((conversation, revision))

    def on_failed(self, conversation: str, error: ConvoGuideError) -> None:
        self.threads.add(threading.current_thread().name)
        self.failed.append((conversation, type(error)))


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def writer(store: Store, told: Told) -> Iterator[Writer]:
    writer = Writer(store, on_saved=told.on_saved, on_failed=told.on_failed)
    yield writer
    writer.close(10)


@contextmanager
def held(store: Store) -> Iterator[None]:
    """Another program holds the database for as long as this lasts."""
    other = sqlite3.connect(store.path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.rollback()
        other.close()


def test_what_is_submitted_is_on_the_disk_when_it_is_told(
    home: Path, writer: Writer, told: Told
) -> None:
    writer.submit(FIRST, TEXT, 1)
    writer.submit(SECOND, TEXT * 2, 4)
    assert writer.flush(10)
    assert sorted(told.saved) == [(FIRST, 1), (SECOND, 4)]
    assert told.threads == {"convoguide-writer"}
    assert writer.unsaved() == {}
    with unlocked(home) as other:
        assert other.load(FIRST) == (TEXT, 1)
        assert other.load(SECOND) == (TEXT * 2, 4)


def test_handing_over_never_waits_for_the_disk(store: Store, writer: Writer, told: Told) -> None:
    writer.submit(FIRST, TEXT, 1)
    assert writer.flush(10)
    with held(store):
        slowest = 0.0
        for revision in range(2, 502):
            began = time.perf_counter()
            writer.submit(FIRST, TEXT * 300, revision)
            slowest = max(slowest, time.perf_counter() - began)
        assert not writer.flush(0.05)
        assert writer.unsaved() == {FIRST: 501}
    assert slowest < 0.5  # the database was held far longer than any hand-over took
    assert writer.flush(10)
    assert store.load(FIRST) == (TEXT * 300, 501)
    assert len(told.saved) <= 3  # the first, perhaps the one at work, and the newest


def test_of_several_only_the_newest_is_written_whatever_the_order(
    store: Store, writer: Writer, told: Told
) -> None:
    with held(store):
        writer.submit(SECOND, TEXT, 1)  # keeps the thread at work
        for revision in (3, 9, 5, 8):
            writer.submit(FIRST, b"%d" % revision, revision)
    assert writer.flush(10)
    assert store.load(FIRST) == (b"9", 9)
    assert told.failed == []
    assert [revision for conversation, revision in told.saved if conversation == FIRST][-1] == 9


def test_the_documented_time_goes_along(store: Store, writer: Writer, clock: Clock) -> None:
    writer.submit(FIRST, TEXT, 1, documented_at=clock())
    assert writer.flush(10)
    assert store.listing()[0].documented == clock()
    writer.submit(FIRST, TEXT, 2)
    assert writer.flush(10)
    assert store.listing()[0].documented is None


def test_a_save_that_failed_is_kept_until_it_succeeds(
    store: Store, writer: Writer, told: Told
) -> None:
    writer.submit(FIRST, TEXT, 1)
    assert writer.flush(10)
    database = embedded(store)._open_writer()
    database.execute("PRAGMA max_page_count = 1")
    writer.submit(FIRST, TEXT * 9000, 2)
    assert not writer.flush(10)
    assert told.failed == [(FIRST, DiskFull)]
    assert writer.unsaved() == {FIRST: 2}
    assert store.load(FIRST) == (TEXT, 1)
    writer.retry()
    assert not writer.flush(10)
    assert told.failed == [(FIRST, DiskFull)] * 2
    database.execute("PRAGMA max_page_count = 100000")
    writer.retry()
    assert writer.flush(10)
    assert told.saved == [(FIRST, 1), (FIRST, 2)]
    assert store.load(FIRST) == (TEXT * 9000, 2)


def test_a_newer_state_takes_the_place_of_the_one_that_failed(
    store: Store, writer: Writer, told: Told
) -> None:
    database = embedded(store)._open_writer()
    database.execute("PRAGMA max_page_count = 1")
    writer.submit(FIRST, TEXT * 9000, 1)
    assert not writer.flush(10)
    database.execute("PRAGMA max_page_count = 100000")
    writer.submit(FIRST, TEXT, 2)
    assert writer.flush(10)
    assert told.saved == [(FIRST, 2)]
    assert writer.unsaved() == {}


def test_one_conversation_that_fails_holds_up_no_other(
    store: Store, writer: Writer, told: Told
) -> None:
    store.save(FIRST, b"newer", 9)
    writer.submit(FIRST, b"older", 3)
    writer.submit(SECOND, TEXT, 1)
    assert not writer.flush(10)
    assert told.failed == [(FIRST, StaleRevision)]
    assert told.saved == [(SECOND, 1)]


def test_what_was_typed_before_the_passphrase_is_saved_after_it(home: Path, told: Told) -> None:
    created(home).close()
    with unlocked(home) as store:
        store.lock()
        writer = Writer(store, on_saved=told.on_saved, on_failed=told.on_failed)
        writer.submit(FIRST, TEXT, 1)
        assert not writer.flush(10)
        assert told.failed == [(FIRST, StoreLocked)]
        store.unlock(PASSPHRASE)
        writer.retry()
        assert writer.close(10)
        assert told.saved == [(FIRST, 1)]
        assert store.load(FIRST) == (TEXT, 1)


def test_closing_saves_what_is_left_and_tries_once_more_what_failed(home: Path, told: Told) -> None:
    with created(home, patience=0.05) as store:
        writer = Writer(store, on_saved=told.on_saved, on_failed=told.on_failed)
        with held(store):
            writer.submit(FIRST, TEXT, 1)
            assert not writer.flush(10)
            assert told.failed == [(FIRST, StoreBusy)]
        writer.submit(SECOND, TEXT, 1)
        assert writer.close(10)
        assert store.load(FIRST) == store.load(SECOND) == (TEXT, 1)
        with pytest.raises(StoreError):
            writer.submit(FIRST, TEXT, 2)
        with pytest.raises(StoreError):
            writer.run(lambda: None)


def test_closing_says_when_something_could_not_be_saved(home: Path, told: Told) -> None:
    with created(home, patience=0.05) as store:
        writer = Writer(store, on_saved=told.on_saved, on_failed=told.on_failed)
        with held(store):
            writer.submit(FIRST, TEXT, 1)
            assert not writer.close(10)
            assert writer.unsaved() == {FIRST: 1}


def test_other_writes_wait_for_the_saves_before_them(
    store: Store, writer: Writer, clock: Clock
) -> None:
    writer.submit(FIRST, TEXT, 1)
    marked = writer.run(lambda: store.mark_documented(FIRST, clock()))
    assert marked.result(10) is None
    assert store.listing()[0].documented == clock()
    assert writer.run(threading.current_thread).result(10).name == "convoguide-writer"
    with pytest.raises(NoSuchConversation):
        writer.run(lambda: store.mark_documented(SECOND, clock())).result(10)
    assert writer.flush(10)


def test_a_deleted_conversation_is_not_brought_back_by_what_was_still_to_be_saved(
    store: Store, writer: Writer
) -> None:
    writer.submit(FIRST, TEXT, 1)
    assert writer.flush(10)
    with held(store):
        writer.submit(SECOND, TEXT, 1)
        writer.submit(FIRST, TEXT, 2)
        deleted = writer.delete(FIRST)
    assert deleted.result(10)
    writer.retry()
    assert writer.flush(10)
    assert [each.id for each in store.listing()] == [SECOND]


def test_what_is_submitted_after_a_deletion_is_saved_after_it(store: Store, writer: Writer) -> None:
    writer.submit(FIRST, TEXT, 1)
    assert writer.flush(10)
    with held(store):
        writer.submit(SECOND, TEXT, 1)  # keeps the thread at work
        writer.submit(FIRST, TEXT, 2)
        deleted = writer.delete(FIRST)
        writer.submit(FIRST, b"anew", 1)
    assert deleted.result(10)
    assert writer.flush(10)
    assert store.load(FIRST) == (b"anew", 1)


def test_an_older_state_handed_over_late_is_passed_over_while_the_newer_is_being_written(
    store: Store, writer: Writer, told: Told
) -> None:
    with held(store):
        writer.submit(FIRST, b"newer", 2)
        while writer._queue:
            time.sleep(0.001)
        writer.submit(FIRST, b"older", 1)
    assert writer.flush(10)
    assert (told.saved, told.failed) == ([(FIRST, 2)], [])


def test_one_that_never_reached_the_disk_is_deleted_by_that_alone(
    store: Store, writer: Writer
) -> None:
    database = embedded(store)._open_writer()
    database.execute("PRAGMA max_page_count = 1")
    writer.submit(FIRST, TEXT * 9000, 1)
    assert not writer.flush(10)
    assert writer.delete(FIRST).result(10)
    assert writer.flush(10)
    assert writer.unsaved() == {}
    with pytest.raises(NoSuchConversation):
        writer.delete(SECOND).result(10)


def test_a_callback_that_fails_ends_no_saving_and_logs_no_text(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    def gone(*_: object) -> None:
        raise RuntimeError("the screen with «Jag vet att det inte går att bota» is gone")

    writer = Writer(store, on_saved=gone, on_failed=gone)
    writer.submit(FIRST, TEXT, 1)
    assert writer.flush(10)
    writer.submit(FIRST, TEXT, 2)
    assert writer.close(10)
    assert store.load(FIRST) == (TEXT, 2)
    assert "RuntimeError" in caplog.text
    assert "bota" not in caplog.text


def test_an_unforeseen_error_is_worded_keeps_the_payload_and_repeats_no_text(
    told: Told, caplog: pytest.LogCaptureFixture
) -> None:
    class Failing:
        def save(self, conversation: str, payload: bytes, *_: object) -> None:
            raise ValueError(payload.decode())

        def delete(self, conversation: str) -> bool:
            return True

    errors: list[str] = []
    writer = Writer(
        Failing(),
        on_saved=told.on_saved,
        on_failed=lambda _, error: errors.append(str(error)),
    )
    writer.submit(FIRST, TEXT, 1)
    assert not writer.close(10)
    assert errors
    assert "bota" not in "".join(errors) + caplog.text
    assert writer.unsaved() == {FIRST: 1}
