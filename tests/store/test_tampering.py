"""One row that someone changed is damaged; the others are what they were."""

import sqlite3
from pathlib import Path

import pytest

from convoguide.store.errors import DamagedConversation, WrongPassphrase
from tests.store.helpers import (
    FIRST,
    PASSPHRASE,
    SECOND,
    TEXT,
    THIRD,
    Clock,
    created,
    opened,
    sealed_row,
    unlocked,
)


@pytest.fixture
def three(home: Path) -> Path:
    with created(home) as store:
        for conversation in (FIRST, SECOND, THIRD):
            store.save(conversation, TEXT + conversation.encode(), 3)
    return home


def tamper(home: Path, statement: str, *parameters: object) -> None:
    database = sqlite3.connect(home / "store" / "conversations.sqlite3")
    with database:
        assert database.execute(statement, parameters).rowcount > 0
    database.close()


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE conversation SET body = zeroblob(length(body)) WHERE id = ?",
        "UPDATE conversation SET body = substr(body, 1, length(body) - 1) WHERE id = ?",
        "UPDATE conversation SET body = x'' WHERE id = ?",
        "UPDATE conversation SET body = 'text', wrapped_key = 'text' WHERE id = ?",
        "UPDATE conversation SET wrapped_key = zeroblob(60) WHERE id = ?",
        "UPDATE conversation SET revision = revision + 1 WHERE id = ?",
        "UPDATE conversation SET revision = revision - 1 WHERE id = ?",
        "UPDATE conversation SET revision = 'three', size = 'many' WHERE id = ?",
        "UPDATE conversation SET format = 2 WHERE id = ?",
    ],
)
def test_a_changed_row_is_listed_as_damaged_and_left_where_it_is(three: Path, change: str) -> None:
    tamper(three, change, SECOND)
    with unlocked(three) as store:
        assert {each.id: each.damaged for each in store.listing()} == {
            FIRST: False,
            SECOND: True,
            THIRD: False,
        }
        with pytest.raises(DamagedConversation) as caught:
            store.load(SECOND)
        assert SECOND in str(caught.value)
        for sound in (FIRST, THIRD):
            assert store.load(sound) == (TEXT + sound.encode(), 3)
            store.save(sound, b"and on", 4)
        assert len(store.listing()) == 3


def test_a_damaged_conversation_is_not_written_over_but_may_be_deleted(three: Path) -> None:
    tamper(three, "UPDATE conversation SET wrapped_key = zeroblob(60) WHERE id = ?", SECOND)
    with unlocked(three) as store:
        with pytest.raises(DamagedConversation):
            store.save(SECOND, TEXT, 4)
        store.delete(SECOND)
        assert {each.id for each in store.listing()} == {FIRST, THIRD}


def test_two_rows_that_were_swapped_are_both_noticed(three: Path) -> None:
    with opened(three) as store:
        rows = {each: sealed_row(store, each) for each in (FIRST, SECOND)}
    for conversation, row in ((FIRST, rows[SECOND]), (SECOND, rows[FIRST])):
        tamper(
            three,
            "UPDATE conversation SET wrapped_key = ?, body = ? WHERE id = ?",
            row.wrapped_key,
            row.body,
            conversation,
        )
    with unlocked(three) as store:
        for conversation in (FIRST, SECOND):
            with pytest.raises(DamagedConversation):
                store.load(conversation)
        assert store.load(THIRD).payload == TEXT + THIRD.encode()


def test_ids_that_were_swapped_are_noticed(three: Path) -> None:
    for old, new in ((FIRST, "spare"), (SECOND, FIRST), ("spare", SECOND)):
        tamper(three, "UPDATE conversation SET id = ? WHERE id = ?", new, old)
    with unlocked(three) as store:
        damaged = {each.id for each in store.listing() if each.damaged}
    assert damaged == {FIRST, SECOND}


def test_an_earlier_text_put_back_under_the_later_revision_is_noticed(home: Path) -> None:
    with created(home) as store:
        store.save(FIRST, TEXT, 1)
        earlier = store._drafts.read(FIRST)
        store.save(FIRST, TEXT + b" and more", 2)
    assert earlier is not None
    tamper(home, "UPDATE conversation SET body = ? WHERE id = ?", earlier.body, FIRST)
    with unlocked(home) as store, pytest.raises(DamagedConversation):
        store.load(FIRST)


@pytest.mark.parametrize(
    "value", ["not a time", 12, None, b"\xff\xfe", "9999-12-31T23:59:59-23:59"]
)
def test_a_time_that_is_none_never_deletes_and_spoils_no_listing(
    three: Path, value: object, clock: Clock
) -> None:
    tamper(three, "UPDATE conversation SET documented = ? WHERE id = ?", value, SECOND)
    clock.forward(days=10_000)
    with opened(three, clock) as store:
        assert len(store.listing()) == 3
        assert store.purge() == []


def test_an_id_that_is_none_leads_to_no_file_outside_and_spoils_no_listing(
    three: Path, clock: Clock
) -> None:
    tamper(
        three,
        "UPDATE conversation SET id = ?, documented = ? WHERE id = ?",
        "../../outside",
        "2020-01-01T00:00:00+00:00",
        SECOND,
    )
    with unlocked(three, clock) as store:
        damaged = {each.id: each.damaged for each in store.listing()}
        assert damaged == {FIRST: False, THIRD: False, "../../outside": True}
        assert store.purge() == []
    assert not list(three.parent.rglob("outside*"))


def test_a_changed_row_of_keys_is_never_more_than_a_wrong_passphrase(three: Path) -> None:
    tamper(three, "UPDATE store SET wrapped_key = 'text'")
    with opened(three) as store:
        with pytest.raises(WrongPassphrase):
            store.unlock(PASSPHRASE)
        assert len(store.listing()) == 3
