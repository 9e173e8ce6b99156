"""A conversation goes in and comes out, and only with the right key."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from convoguide.errors import InputError
from convoguide.store.encrypted import Store
from convoguide.store.errors import (
    NoStore,
    NoSuchConversation,
    StaleRevision,
    StoreError,
    StoreExists,
    StoreLocked,
    WrongKey,
    WrongPassphrase,
)
from tests.store.helpers import (
    FIRST,
    PASSPHRASE,
    SECOND,
    TEXT,
    THIRD,
    Clock,
    created,
    disk_bytes,
    opened,
    sealed_row,
    unlocked,
)


def test_a_fresh_home_is_new_and_opening_it_writes_nothing(home: Path) -> None:
    with opened(home) as store:
        assert store.is_new
        assert store.is_locked
        assert store.listing() == []
        assert store.purge() == []
    assert not home.exists()


def test_what_was_saved_comes_back_in_another_session(home: Path) -> None:
    payload = os.urandom(40_000)
    with created(home) as store:
        store.save(FIRST, TEXT, 1)
        store.save(SECOND, payload, 7)
        store.save(THIRD, b"", 1)
    with unlocked(home) as store:
        assert store.load(FIRST) == (TEXT, 1)
        assert store.load(SECOND) == (payload, 7)
        assert store.load(THIRD) == (b"", 1)


def test_a_later_save_takes_the_place_of_the_earlier(store: Store) -> None:
    store.save(FIRST, b"one", 1)
    store.save(FIRST, b"two", 5)
    assert store.load(FIRST) == (b"two", 5)
    assert len(store.listing()) == 1


def test_the_locked_listing_tells_ids_times_and_sizes(home: Path, clock: Clock) -> None:
    began = clock()
    with created(home, clock) as store:
        store.save(FIRST, TEXT, 1)
        clock.forward(minutes=10)
        store.save(SECOND, b"x" * 300, 2, documented_at=clock())
        clock.forward(minutes=10)
        store.save(FIRST, TEXT * 2, 4)
    with opened(home, clock) as store:
        assert store.is_locked
        assert not store.is_new
        first, second = store.listing()
    assert (first.id, first.revision, first.size) == (FIRST, 4, len(TEXT) * 2)
    assert (first.created, first.updated) == (began, began + timedelta(minutes=20))
    assert (first.documented, first.damaged) == (None, None)
    assert (second.id, second.documented) == (SECOND, began + timedelta(minutes=10))


def test_times_are_kept_to_the_same_moment_whatever_zone_they_came_in(store: Store) -> None:
    at = datetime.fromisoformat("2026-11-20T13:20:41+01:00")
    store.save(FIRST, TEXT, 1, documented_at=at)
    [listed] = store.listing()
    assert listed.documented == at
    assert listed.documented is not None
    assert listed.documented.tzinfo == UTC


def test_a_wrong_passphrase_leaves_every_byte_as_it_was(home: Path) -> None:
    with created(home) as store:
        store.save(FIRST, TEXT, 1)
    before = disk_bytes(home)
    with opened(home) as store:
        for wrong in ("", "blåbär", PASSPHRASE + " ", PASSPHRASE.upper()):
            with pytest.raises(WrongPassphrase):
                store.unlock(wrong)
            assert store.is_locked
        assert {name: disk_bytes(home)[name] for name in before} == before
        store.unlock(PASSPHRASE)
        assert store.load(FIRST) == (TEXT, 1)


def test_a_wrong_passphrase_does_not_lock_an_unlocked_store(store: Store) -> None:
    with pytest.raises(WrongPassphrase):
        store.unlock("something else")
    store.save(FIRST, TEXT, 1)


def test_a_passphrase_is_the_same_however_its_letters_are_composed(home: Path) -> None:
    with opened(home) as store:
        store.create("bl\u00e5b\u00e4r")
    with opened(home) as store:
        store.unlock("bla\u030aba\u0308r")
        assert not store.is_locked


def test_an_empty_passphrase_makes_no_store(home: Path) -> None:
    with opened(home) as store:
        with pytest.raises(InputError):
            store.create("")
        assert store.is_new
    assert not home.exists()


def test_nothing_is_read_or_written_while_locked(store: Store) -> None:
    store.save(FIRST, TEXT, 1)
    store.lock()
    with pytest.raises(StoreLocked):
        store.load(FIRST)
    with pytest.raises(StoreLocked):
        store.save(FIRST, b"more", 2)
    with pytest.raises(StoreLocked):
        store.store_key()
    store.unlock(PASSPHRASE)
    assert store.load(FIRST) == (TEXT, 1)


def test_a_store_is_never_created_over_another(home: Path) -> None:
    with created(home) as store:
        store.save(FIRST, TEXT, 1)
    with opened(home) as store, pytest.raises(StoreExists):
        store.create("another passphrase")
    with unlocked(home) as store:
        assert store.load(FIRST) == (TEXT, 1)


def test_of_two_windows_that_create_at_once_one_wins(home: Path) -> None:
    with opened(home) as one, opened(home) as other:
        assert other.is_new
        one.create(PASSPHRASE)
        one.save(FIRST, TEXT, 1)
        with pytest.raises(StoreExists):
            other.create("another passphrase")
    with unlocked(home) as store:
        assert store.load(FIRST) == (TEXT, 1)


def test_unlocking_where_nothing_was_created_says_so(home: Path) -> None:
    with opened(home) as store, pytest.raises(NoStore):
        store.unlock(PASSPHRASE)


# The passphrase is changed


def test_a_new_passphrase_opens_and_the_old_one_no_longer_does(home: Path) -> None:
    with created(home) as store:
        store.save(FIRST, TEXT, 1)
        store.change_passphrase(PASSPHRASE, "en annan")
        store.save(SECOND, TEXT, 1)
    with opened(home) as store:
        with pytest.raises(WrongPassphrase):
            store.unlock(PASSPHRASE)
        store.unlock("en annan")
        assert store.load(FIRST) == store.load(SECOND) == (TEXT, 1)


def test_a_new_passphrase_rewrites_no_conversation(store: Store) -> None:
    store.save(FIRST, TEXT, 1)
    before = sealed_row(store, FIRST)
    store.change_passphrase(PASSPHRASE, "en annan")
    assert sealed_row(store, FIRST) == before


def test_the_old_wrapping_of_the_key_is_nowhere_on_the_disk(store: Store, home: Path) -> None:
    keys = store._drafts.keys()
    assert keys is not None
    assert any(keys.wrapped_key in data for data in disk_bytes(home).values())
    store.change_passphrase(PASSPHRASE, "en annan")
    assert not any(keys.wrapped_key in data for data in disk_bytes(home).values())


def test_the_old_passphrase_has_to_be_right_to_change_it(store: Store, home: Path) -> None:
    before = store._drafts.keys()
    with pytest.raises(WrongPassphrase):
        store.change_passphrase("not this", "en annan")
    with pytest.raises(InputError):
        store.change_passphrase(PASSPHRASE, "")
    assert store._drafts.keys() == before


# The key kept in a keychain


def test_the_store_key_unlocks_without_the_passphrase(home: Path) -> None:
    with created(home) as store:
        store.save(FIRST, TEXT, 1)
        key = store.store_key()
        store.change_passphrase(PASSPHRASE, "en annan")
    with opened(home) as store:
        store.unlock_with_key(key)
        assert store.load(FIRST) == (TEXT, 1)


@pytest.mark.parametrize("key", [b"", b"short", bytes(32), bytes(33)])
def test_a_key_of_another_store_is_refused_as_such(home: Path, key: bytes) -> None:
    created(home).close()
    with opened(home) as store:
        with pytest.raises(WrongKey):
            store.unlock_with_key(key)
        assert store.is_locked


# Revisions


def test_an_older_revision_never_replaces_a_newer(store: Store) -> None:
    store.save(FIRST, b"newer", 5)
    for revision in (4, 5):
        with pytest.raises(StaleRevision):
            store.save(FIRST, b"older", revision)
    assert store.load(FIRST) == (b"newer", 5)


def test_saving_the_very_same_again_is_no_fault(store: Store, clock: Clock) -> None:
    store.save(FIRST, TEXT, 5)
    store.save(FIRST, TEXT, 5, documented_at=clock())
    assert store.load(FIRST) == (TEXT, 5)
    assert store.listing()[0].documented == clock()


def test_a_save_after_another_windows_save_does_not_undo_it(home: Path) -> None:
    with created(home) as one, unlocked(home) as other:
        one.save(FIRST, b"one", 1)
        other.save(FIRST, b"two", 2)
        with pytest.raises(StaleRevision):
            one.save(FIRST, b"one again", 2)
        assert one.load(FIRST) == (b"two", 2)


# Documented, deleted, purged


def test_a_save_without_a_documented_time_takes_the_mark_away(store: Store, clock: Clock) -> None:
    store.save(FIRST, TEXT, 1, documented_at=clock())
    store.save(FIRST, TEXT + b" ", 2)
    assert store.listing()[0].documented is None


def test_marking_as_documented_needs_no_key_and_keeps_the_text(store: Store, clock: Clock) -> None:
    store.save(FIRST, TEXT, 3)
    store.lock()
    store.mark_documented(FIRST, clock())
    assert store.listing()[0].documented == clock()
    store.mark_documented(FIRST, None)
    assert store.listing()[0].documented is None
    store.unlock(PASSPHRASE)
    assert store.load(FIRST) == (TEXT, 3)


def test_a_deleted_conversation_is_gone_and_the_others_are_not(store: Store) -> None:
    store.save(FIRST, TEXT, 1)
    store.save(SECOND, TEXT, 1)
    assert store.delete(FIRST)
    with pytest.raises(NoSuchConversation):
        store.load(FIRST)
    with pytest.raises(NoSuchConversation):
        store.delete(FIRST)
    with pytest.raises(NoSuchConversation):
        store.mark_documented(FIRST, None)
    assert store.load(SECOND) == (TEXT, 1)


def test_a_conversation_saved_again_after_deleting_has_another_data_key(store: Store) -> None:
    store.save(FIRST, TEXT, 1)
    before = sealed_row(store, FIRST).wrapped_key
    store.delete(FIRST)
    store.save(FIRST, TEXT, 1)
    assert sealed_row(store, FIRST).wrapped_key != before


def test_purging_takes_what_was_documented_seven_days_ago_and_nothing_else(
    home: Path, clock: Clock
) -> None:
    with created(home, clock) as store:
        store.save(FIRST, TEXT, 1, documented_at=clock())
        store.save(THIRD, TEXT, 1)
        clock.forward(days=1)
        store.save(SECOND, TEXT, 1, documented_at=clock())
        clock.forward(days=5, hours=23)
        assert store.purge() == []
        clock.forward(hours=1)
        assert [each.id for each in store.due()] == [FIRST]
        store.lock()
        assert store.purge() == [FIRST]
        assert {each.id for each in store.listing()} == {SECOND, THIRD}
        clock.forward(days=5000)
        assert store.purge(days=30) == [SECOND]
        assert [each.id for each in store.listing()] == [THIRD]


@pytest.mark.parametrize("conversation", ["", "rum 12", "../../etc", FIRST + "0", "{" + FIRST])
def test_nothing_but_a_uuid_is_an_id_since_ids_lie_in_clear(
    store: Store, conversation: str
) -> None:
    for operation in (store.load, store.delete, store.hold):
        with pytest.raises(InputError) as caught:
            operation(conversation)
        assert "rum 12" not in str(caught.value)
    with pytest.raises(InputError):
        store.save(conversation, TEXT, 1)


def test_an_id_is_the_same_in_large_and_small_letters(store: Store) -> None:
    store.save(FIRST.upper(), TEXT, 1)
    assert store.load(FIRST) == (TEXT, 1)
    assert store.listing()[0].id == FIRST


def test_a_store_file_deleted_under_our_hands_is_noticed_before_anything_is_acknowledged(
    store: Store,
) -> None:
    store.save(FIRST, TEXT, 1)
    store.path.unlink()
    with pytest.raises(StoreError):
        store.save(FIRST, TEXT + b" ", 2)
