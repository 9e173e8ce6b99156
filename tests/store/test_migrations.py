"""A store of every earlier version opens; one of a later version is refused and untouched."""

import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from convoguide.store.errors import ForeignStore, LaterStore
from convoguide.store.migrations import APPLICATION_ID, STEPS, VERSION, migrate, version_of
from tests.store.helpers import FIRST, PASSPHRASE, TEXT, created, disk_bytes, opened, unlocked

FIXTURES = sorted(Path(__file__).with_name("fixtures").glob("v*"))


def database_of(home: Path) -> Path:
    return home / "store" / "conversations.sqlite3"


def test_there_is_a_store_made_by_every_version() -> None:
    assert [each.name for each in FIXTURES] == [f"v{n}" for n in range(1, VERSION + 1)]


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda each: each.name)
def test_a_store_made_by_each_version_opens_with_all_it_holds(fixture: Path, home: Path) -> None:
    expected = json.loads((fixture / "expected.json").read_text(encoding="utf-8"))
    home.joinpath("store").mkdir(parents=True)
    shutil.copyfile(fixture / "conversations.sqlite3", database_of(home))
    with opened(home) as store:
        assert not store.is_new
        documented = [each.id for each in store.listing() if each.documented]
        assert documented == [expected["documented"]]
        store.unlock(expected["passphrase"])
        assert store.store_key().hex() == expected["store_key"]
        revision = 0
        for revision, (conversation, content) in enumerate(
            expected["conversations"].items(), start=1
        ):
            payload, found = store.load(conversation)
            assert (json.loads(payload), found) == (content, revision)
        assert [each.damaged for each in store.listing()] == [False] * revision
        store.save(FIRST, TEXT, 1)
        assert store.load(FIRST) == (TEXT, 1)


def test_a_store_of_a_later_version_is_refused_and_untouched(home: Path) -> None:
    with created(home) as store:
        store.save(FIRST, TEXT, 1)
    database = sqlite3.connect(database_of(home))
    database.execute(f"PRAGMA user_version = {VERSION + 1}")
    database.close()
    before = disk_bytes(home)
    for _ in range(2):
        with pytest.raises(LaterStore) as caught:
            opened(home)
        assert str(database_of(home)) in str(caught.value)
    assert disk_bytes(home) == before


def test_a_later_version_whose_last_writes_are_still_in_its_log_is_refused_too(
    home: Path, tmp_path: Path
) -> None:
    with created(home) as store:
        store.save(FIRST, TEXT, 1)
        store._drafts._open_writer().execute(  # type: ignore[attr-defined]
            f"PRAGMA user_version = {VERSION + 1}"
        )
        crashed = tmp_path / "crashed"
        shutil.copytree(home, crashed)
    before = disk_bytes(crashed)
    with pytest.raises(LaterStore):
        opened(crashed)
    after = disk_bytes(crashed)
    for name in ("store/conversations.sqlite3", "store/conversations.sqlite3-wal"):
        assert after[name] == before[name]


def test_a_window_left_open_while_a_later_version_took_over_writes_nothing_more(
    home: Path,
) -> None:
    with created(home) as store:
        store.save(FIRST, TEXT, 1)
        later = sqlite3.connect(database_of(home))
        later.execute(f"PRAGMA user_version = {VERSION + 1}")
        later.close()
        with pytest.raises(LaterStore):
            store.save(FIRST, TEXT + b" ", 2)
        with pytest.raises(LaterStore):
            store.load(FIRST)


@pytest.mark.parametrize(
    "statement", ["CREATE TABLE notes (a)", "PRAGMA user_version = 1", "PRAGMA application_id = 7"]
)
def test_another_programs_database_is_refused_and_untouched(home: Path, statement: str) -> None:
    home.joinpath("store").mkdir(parents=True)
    foreign = sqlite3.connect(database_of(home))
    foreign.execute(statement)
    foreign.close()
    before = disk_bytes(home)
    with pytest.raises(ForeignStore):
        opened(home)
    assert disk_bytes(home) == before


def test_steps_are_taken_once_each_in_order_and_from_where_the_store_stands() -> None:
    taken: list[int] = []
    steps = (
        *STEPS,
        lambda _: taken.append(2),
        lambda database: taken.append(
            len(database.execute("ALTER TABLE conversation ADD COLUMN later").fetchall()) + 3
        ),
    )
    database = sqlite3.connect(":memory:", isolation_level=None)
    here = Path("here")
    migrate(database, here)
    assert version_of(database, here) == len(STEPS)
    migrate(database, here, steps=steps)
    migrate(database, here, steps=steps)
    assert taken == [2, 3]
    assert version_of(database, here, newest=len(steps)) == len(steps)
    assert database.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    with pytest.raises(LaterStore):
        migrate(database, here)
    database.close()


def test_a_step_that_fails_leaves_the_store_at_the_version_it_had(home: Path) -> None:
    with created(home) as store:
        store.save(FIRST, TEXT, 1)

    def fails(database: sqlite3.Connection) -> None:
        database.execute("DROP TABLE conversation")
        raise sqlite3.OperationalError

    database = sqlite3.connect(database_of(home), isolation_level=None)
    database.execute("BEGIN IMMEDIATE")
    with pytest.raises(sqlite3.OperationalError):
        migrate(database, database_of(home), steps=(*STEPS, fails))
    database.execute("ROLLBACK")
    database.close()
    with opened(home) as store:
        store.unlock(PASSPHRASE)
        assert store.load(FIRST) == (TEXT, 1)


def test_a_creation_that_was_cut_off_is_a_new_store_still(home: Path) -> None:
    home.joinpath("store").mkdir(parents=True)
    database_of(home).touch()
    with opened(home) as store:
        assert store.is_new
    database = sqlite3.connect(database_of(home))
    database.execute("PRAGMA journal_mode = WAL")
    database.close()
    with created(home) as store:
        store.save(FIRST, TEXT, 1)
    with unlocked(home) as store:
        assert store.load(FIRST) == (TEXT, 1)
