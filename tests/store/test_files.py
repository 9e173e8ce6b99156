"""Nobody else may look, from the first moment a file exists."""

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.helpers import FIRST, ROOT, TEXT, created, opened, store_files, unlocked

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture(params=[0o000, 0o022, 0o077])
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    earlier = os.umask(request.param)
    yield request.param
    os.umask(earlier)


def test_files_are_0600_and_folders_0700_under_any_umask(home: Path, umask: int) -> None:
    with created(home) as store:
        store.save(FIRST, TEXT, 1)
        store.hold(FIRST)
        names = {path.name for path in store_files(home)}
        assert {"conversations.sqlite3", "conversations.sqlite3-wal", f"{FIRST}.lock"} <= names
        assert "conversations.sqlite3-shm" in names
        assert {mode(path) for path in store_files(home)} == {0o600}
        assert {mode(path) for path in (home, home / "store", home / "store" / "locks")} == {0o700}


def test_what_a_locked_listing_and_setting_aside_make_is_as_private(home: Path, umask: int) -> None:
    with created(home) as store:
        store.save(FIRST, TEXT, 1)
    with opened(home) as store:
        store.listing()
        store.set_aside()
    assert {mode(path) for path in store_files(home)} == {0o600}


def test_a_store_copied_with_loose_modes_is_tightened_at_the_first_write(home: Path) -> None:
    with created(home) as store:
        store.save(FIRST, TEXT, 1)
    (home / "store").chmod(0o755)
    store.path.chmod(0o644)
    with unlocked(home) as store:
        store.save(FIRST, TEXT * 2, 2)
        assert mode(home / "store") == 0o700
        assert mode(store.path) == mode(store.path.with_suffix(".sqlite3-wal")) == 0o600


def test_a_home_that_was_there_before_keeps_its_own_mode(home: Path) -> None:
    home.mkdir(mode=0o750)
    home.chmod(0o750)
    created(home).close()
    assert mode(home) == 0o750
    assert mode(home / "store") == 0o700


def test_listing_a_locked_store_loads_neither_cryptography_nor_filelock(home: Path) -> None:
    with created(home) as store:
        store.save(FIRST, TEXT, 1)
    program = (
        "import sys; from pathlib import Path; from datetime import datetime, UTC;"
        "import convoguide.store, convoguide.store.retention, convoguide.store.writer;"
        "from convoguide.store.opening import open_store;"
        "store = open_store(Path(sys.argv[1]), now=lambda: datetime.now(UTC));"
        "assert len(store.listing()) == 1;"
        "print({'cryptography', 'filelock', 'textual', 'pydantic'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(home)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    assert done.stdout == "set()\n"
