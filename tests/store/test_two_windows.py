"""Two windows: one writes a conversation, the other reads, and no lock outlives its process."""

from pathlib import Path

import pytest

from convoguide.store.encrypted import Store
from convoguide.store.errors import ConversationInUse, NoStore
from tests.store.helpers import (
    FIRST,
    SECOND,
    TEXT,
    Clock,
    created,
    embedded,
    opened,
    run_script,
    unlocked,
)


def test_the_second_window_may_not_write_what_the_first_holds(home: Path) -> None:
    with created(home) as one, unlocked(home) as other:
        one.save(FIRST, TEXT, 1)
        hold = one.hold(FIRST)
        assert hold is not None
        assert other.hold(FIRST) is None
        assert other.load(FIRST) == (TEXT, 1)  # reading is free
        assert other.hold(SECOND) is not None
        hold.release()
        hold.release()
        assert other.hold(FIRST) is not None
        assert one.hold(FIRST) is None


def test_a_window_may_hold_its_own_conversation_twice_and_lets_go_with_the_last(
    home: Path,
) -> None:
    with created(home) as one, unlocked(home) as other:
        first, second = one.hold(FIRST), one.hold(FIRST)
        assert first is not None
        assert second is not None
        first.release()
        assert other.hold(FIRST) is None
        second.release()
        assert other.hold(FIRST) is not None


def test_closing_a_window_lets_go_of_all_it_held(home: Path) -> None:
    with created(home) as one:
        one.hold(FIRST)
        one.hold(SECOND)
        one.close()
        with unlocked(home) as other:
            assert other.hold(FIRST) is not None
            assert other.hold(SECOND) is not None


def test_a_lock_of_another_process_holds_and_dies_with_it(store: Store, home: Path) -> None:
    store.save(FIRST, TEXT, 1)
    with run_script("holding_process.py", str(home), store.store_key().hex(), FIRST) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        assert store.hold(FIRST) is None
        with pytest.raises(ConversationInUse):
            store.delete(FIRST)
        process.kill()
        process.wait()
        hold = store.hold(FIRST)
    assert hold is not None
    assert store.load(FIRST) == (TEXT, 1)


def test_what_another_window_holds_is_neither_deleted_nor_purged(home: Path, clock: Clock) -> None:
    with created(home, clock) as one, unlocked(home, clock) as other:
        one.save(FIRST, TEXT, 1, documented_at=clock())
        one.save(SECOND, TEXT, 1, documented_at=clock())
        hold = other.hold(FIRST)
        assert hold is not None
        with pytest.raises(ConversationInUse):
            one.delete(FIRST)
        clock.forward(days=30)
        assert one.purge() == [SECOND]
        hold.release()
        assert one.purge() == [FIRST]


def test_a_window_may_delete_what_it_holds_itself(home: Path) -> None:
    with created(home) as one, unlocked(home) as other:
        one.save(FIRST, TEXT, 1)
        hold = one.hold(FIRST)
        assert hold is not None
        one.delete(FIRST)
        hold.release()
        assert other.hold(FIRST) is not None
        assert not any(FIRST in path.name for path in home.rglob("*") if other.hold(FIRST) is None)


def test_a_window_knows_whether_it_is_alone(home: Path) -> None:
    with created(home) as one:
        assert one._windows.alone()
        with opened(home) as listing:
            listing.listing()
            assert one._windows.alone()  # a locked list keeps nothing open
        with unlocked(home) as other:
            assert not one._windows.alone()
            assert not other._windows.alone()
        assert one._windows.alone()


def test_a_killed_window_is_not_counted_as_open(store: Store, home: Path) -> None:
    with run_script("holding_process.py", str(home), store.store_key().hex(), FIRST) as process:
        assert process.stdout is not None
        process.stdout.readline()
        assert not store._windows.alone()
        process.kill()
        process.wait()
        assert store._windows.alone()


def test_both_windows_see_what_the_other_saved(home: Path) -> None:
    with created(home) as one, unlocked(home) as other:
        one.save(FIRST, TEXT, 1)
        other.save(SECOND, TEXT, 1)
        for window in (one, other):
            assert {each.id for each in window.listing()} == {FIRST, SECOND}
        embedded(one).close()
        assert other.load(FIRST) == (TEXT, 1)


def test_there_is_nothing_to_hold_before_there_is_a_store(home: Path) -> None:
    with opened(home) as store, pytest.raises(NoStore):
        store.hold(FIRST)
    assert not home.exists()
