"""Full disks, read-only homes, held databases: one clear error, and earlier data as it was."""

import os
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from convoguide.store.encrypted import Store
from convoguide.store.errors import DiskFull, StoreBusy, StoreError
from tests.store.helpers import (
    FIRST,
    SECOND,
    TEXT,
    created,
    disk_bytes,
    embedded,
    opened,
    run_script,
    unlocked,
)

LARGE = os.urandom(300_000)


# A full disk


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte, where this user may have one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=1m,mode=0700", "tmpfs", str(disk)]
    try:
        subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("only root can mount a small disk")
    try:
        yield disk
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def fill_up(filler: Path) -> None:
    """Write until the disk takes nothing more."""
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(bytes(4096))
    assert shutil.disk_usage(filler.parent).free == 0


def test_a_store_that_may_not_grow_says_so_and_keeps_what_it_had(store: Store) -> None:
    store.save(FIRST, TEXT, 1)
    database = embedded(store)._open_writer()
    database.execute("PRAGMA max_page_count = 1")  # no more pages than there are
    for revision, conversation in ((2, FIRST), (1, SECOND)):
        with pytest.raises(DiskFull) as caught:
            store.save(conversation, LARGE, revision)
        assert str(store.path) in str(caught.value)
        assert store.load(FIRST) == (TEXT, 1)
    database.execute("PRAGMA max_page_count = 100000")
    store.save(FIRST, LARGE, 2)
    assert store.load(FIRST) == (LARGE, 2)


def test_a_full_disk_says_so_keeps_what_it_had_and_goes_on_when_there_is_room(
    small_disk: Path,
) -> None:
    with created(small_disk / "home") as store:
        store.save(FIRST, TEXT, 1)
        filler = small_disk / "filler"
        fill_up(filler)
        for revision, conversation in ((2, FIRST), (1, SECOND)):
            with pytest.raises(DiskFull):
                store.save(conversation, LARGE, revision)
            assert store.load(FIRST) == (TEXT, 1)
        filler.unlink()
        store.save(FIRST, TEXT * 2, 2)
    with unlocked(small_disk / "home") as store:
        assert store.load(FIRST) == (TEXT * 2, 2)


def test_no_store_is_begun_on_a_full_disk_and_one_is_when_there_is_room(small_disk: Path) -> None:
    filler = small_disk / "filler"
    fill_up(filler)
    with opened(small_disk / "home") as store:
        with pytest.raises(StoreError):
            store.create("en lösen")
        assert store.is_new
        filler.unlink()
        store.create("en lösen")
        store.save(FIRST, TEXT, 1)
        assert store.load(FIRST) == (TEXT, 1)


# A home that may only be read


@pytest.fixture
def readable_home() -> Iterator[Path]:
    """A home outside pytest's own folder, which no other user may enter."""
    home = Path(tempfile.mkdtemp())
    yield home
    shutil.rmtree(home)


def forbid_writing(home: Path) -> None:
    for path in (home, *home.rglob("*")):
        if os.geteuid() == 0:
            os.chown(path, 65534, 65534)
        path.chmod(0o500 if path.is_dir() else 0o400)


def allow_writing(home: Path) -> None:
    for path in (home, *home.rglob("*")):
        path.chmod(0o700 if path.is_dir() else 0o600)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes to forbid writing by")
@pytest.mark.parametrize("killed", [False, True])
def test_a_home_that_may_only_be_read_is_read_and_every_write_is_a_clear_error(
    readable_home: Path, killed: bool
) -> None:
    home = readable_home / "home"
    with created(home) as store:
        store.save(FIRST, TEXT, 1)
        key = store.store_key()
        if killed:  # what a killed window leaves: its last writes in the log alone
            shutil.copytree(home, readable_home / "copy")
    if killed:
        shutil.rmtree(home)
        (readable_home / "copy").rename(home)
    forbid_writing(readable_home)
    before = disk_bytes(home)
    with run_script("read_only_process.py", str(home), key.hex()) as process:
        told, complaint = process.communicate()
    allow_writing(readable_home)
    assert process.returncode == 0, complaint
    assert dict(line.split() for line in told.splitlines()) == {
        "list": "done",
        "unlock": "done",
        "load": "done",
        "save": "NotWritable",
        "save-new": "NotWritable",
        "mark": "NotWritable",
        "hold": "NotWritable",
        "delete": "NotWritable",
        "set-aside": "NotWritable",
        "create": "NotWritable",
    }
    assert disk_bytes(home) == before


# A database that someone else holds


def test_a_database_held_by_another_program_is_waited_for_and_then_said(home: Path) -> None:
    with created(home, patience=0.05) as store:
        store.save(FIRST, TEXT, 1)
        other = sqlite3.connect(store.path, isolation_level=None)
        try:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(StoreBusy):
                store.save(FIRST, TEXT * 2, 2)
            assert store.load(FIRST) == (TEXT, 1)  # reading waits for no one
            other.execute("ROLLBACK")
        finally:
            other.close()
        store.save(FIRST, TEXT * 2, 2)
        assert store.load(FIRST) == (TEXT * 2, 2)


def test_a_file_where_the_folder_should_be_is_a_clear_error(home: Path) -> None:
    home.mkdir()
    (home / "store").write_text("a file of someone's")
    with pytest.raises(StoreError):
        opened(home)
    assert (home / "store").read_text() == "a file of someone's"
