"""A damaged store is a clear error, is set aside whole, and nothing is ever written over."""

import re
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from convoguide.store.errors import CorruptStore, ForeignStore, LaterStore, NoStore, StoreBusy
from convoguide.store.opening import set_aside
from tests.store.helpers import (
    FIRST,
    SECOND,
    TEXT,
    Clock,
    created,
    disk_bytes,
    embedded,
    opened,
    unlocked,
)

NAME = re.compile(r"convoguide-set-aside-20261120T120500Z(-\d+)?\.sqlite3")


def database_of(home: Path) -> Path:
    return home / "store" / "conversations.sqlite3"


@pytest.fixture
def filled(home: Path) -> Path:
    with created(home) as store:
        for revision in range(1, 20):
            store.save(FIRST, TEXT * 300, revision)
            store.save(SECOND, TEXT * 300, revision)
    return home


def overwrite(path: Path, at: int, data: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(data)


def damage_header(path: Path) -> None:
    overwrite(path, 0, b"no database any more")


def damage_schema(path: Path) -> None:
    overwrite(path, 100, b"\xff" * 400)


def cut_short(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(5000)


def replace_by_text(path: Path) -> None:
    path.write_text("Minutes of a meeting\n" * 500, encoding="utf-8")


@pytest.mark.parametrize("damage", [damage_header, damage_schema, cut_short, replace_by_text])
def test_a_damaged_file_is_a_clear_error_and_is_left_as_it_is(
    filled: Path, damage: Callable[[Path], None]
) -> None:
    damage(database_of(filled))
    before = disk_bytes(filled)
    with pytest.raises(CorruptStore) as caught:
        opened(filled)
    assert str(database_of(filled)) in str(caught.value)
    assert disk_bytes(filled) == before


@pytest.mark.parametrize("damage", [damage_header, damage_schema, cut_short, replace_by_text])
def test_a_damaged_file_is_set_aside_whole_and_a_new_store_begun(
    filled: Path, damage: Callable[[Path], None]
) -> None:
    damage(database_of(filled))
    before = database_of(filled).read_bytes()
    aside = set_aside(filled, now=Clock())
    assert NAME.fullmatch(aside.name)
    assert aside.parent == database_of(filled).parent
    assert aside.read_bytes() == before
    with created(filled) as store:
        store.save(FIRST, b"anew", 1)
    with unlocked(filled) as store:
        assert store.load(FIRST) == (b"anew", 1)
        assert len(store.listing()) == 1
    assert aside.read_bytes() == before


def test_damage_further_in_is_said_when_it_is_met(filled: Path) -> None:
    overwrite(database_of(filled), 4096, b"\xff" * 40_000)
    with opened(filled) as store:
        with pytest.raises(CorruptStore):
            store.listing()
        store.set_aside()
        assert store.is_new


def test_log_and_index_go_along_and_the_last_writes_are_in_them(home: Path, tmp_path: Path) -> None:
    crashed = tmp_path / "crashed"
    with created(home) as store:
        store.save(FIRST, TEXT, 1)
        shutil.copytree(home, crashed)
    before = disk_bytes(crashed / "store")
    with opened(crashed) as store:
        aside = store.set_aside()
    after = disk_bytes(crashed / "store")
    assert {name.removeprefix(aside.stem) for name in after} == {
        ".sqlite3",
        ".sqlite3-wal",
        ".sqlite3-shm",
    }
    for ending in (".sqlite3", ".sqlite3-wal"):
        assert after[aside.stem + ending] == before["conversations" + ending]
    # Whoever has the passphrase can still be helped: renamed back, it is the store it was.
    for ending in (".sqlite3", ".sqlite3-wal"):
        name = database_of(crashed).with_suffix(ending)
        aside.with_suffix(ending).rename(name)
    with unlocked(crashed) as store:
        assert store.load(FIRST) == (TEXT, 1)


def test_nothing_set_aside_is_ever_written_over(home: Path) -> None:
    kept = {}
    for round_ in range(4):
        with created(home) as store:
            store.save(FIRST, TEXT * (round_ + 1), 1)
            aside = store.set_aside()
            assert store.is_locked
            assert store.is_new
        assert aside not in kept
        kept[aside] = aside.read_bytes()
    # One of the three names taken is enough for another to be chosen:
    (home / "store" / "convoguide-set-aside-20261120T120500Z-5.sqlite3-wal").write_bytes(b"log")
    with created(home) as store:
        assert store.set_aside().stem.endswith("Z-6")
    assert all(path.read_bytes() == data for path, data in kept.items())


def test_a_lost_passphrase_begins_a_new_store_and_the_old_one_stays_readable(home: Path) -> None:
    with created(home) as store:
        store.save(FIRST, TEXT, 1)
    with opened(home) as store:
        aside = store.set_aside()
        store.create("en annan")
        assert store.listing() == []
    database_of(home).unlink()
    aside.rename(database_of(home))
    with unlocked(home) as store:
        assert store.load(FIRST) == (TEXT, 1)


def test_a_store_that_another_window_has_open_is_not_moved(home: Path) -> None:
    with created(home) as store:
        store.save(FIRST, TEXT, 1)
        with opened(home) as other, pytest.raises(StoreBusy):
            other.set_aside()
        store.save(FIRST, TEXT * 2, 2)
        assert store.load(FIRST) == (TEXT * 2, 2)


@pytest.mark.parametrize(
    ("statement", "error"),
    [("PRAGMA user_version = 99", LaterStore), ("PRAGMA application_id = 99", ForeignStore)],
)
def test_what_is_sound_but_not_ours_to_open_is_not_moved(
    filled: Path, statement: str, error: type[Exception]
) -> None:
    database = sqlite3.connect(database_of(filled))
    database.execute(statement)
    database.close()
    before = disk_bytes(filled)
    with pytest.raises(error):
        set_aside(filled, now=Clock())
    assert disk_bytes(filled) == before


def test_where_there_is_no_store_nothing_is_set_aside(home: Path) -> None:
    with pytest.raises(NoStore):
        set_aside(home, now=Clock())
    assert not home.exists()


def test_a_log_without_its_database_is_damage_and_is_kept(home: Path, tmp_path: Path) -> None:
    crashed = tmp_path / "crashed"
    with created(home) as store:
        store.save(FIRST, TEXT, 1)
        embedded(store).close()
        store.save(FIRST, TEXT * 2, 2)
        shutil.copytree(home, crashed)
    database_of(crashed).unlink()
    log = database_of(crashed).with_suffix(".sqlite3-wal").read_bytes()
    assert log
    with pytest.raises(CorruptStore):
        opened(crashed)
    aside = set_aside(crashed, now=Clock())
    assert aside.with_suffix(".sqlite3-wal").read_bytes() == log
    created(crashed).close()
    assert aside.with_suffix(".sqlite3-wal").read_bytes() == log
