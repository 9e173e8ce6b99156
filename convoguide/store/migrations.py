"""The store's schema, as small numbered steps that are never changed once released.

A store's version is SQLite's `user_version`: the number of steps it has been through. A store of
a later version is refused before anything is written.
"""

import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path

from convoguide.store.errors import ForeignStore, LaterStore

Step = Callable[[sqlite3.Connection], None]

APPLICATION_ID = 0x436F4775
"""Marks the file as ours (the letters CoGu), so that no other database is taken for a store."""


def _keys_and_conversations(database: sqlite3.Connection) -> None:
    """Step 1. Large fields stand last, so that a listing never reads their pages."""
    database.execute(
        "CREATE TABLE store ("
        " only INTEGER PRIMARY KEY CHECK (only = 1), id TEXT NOT NULL, created TEXT NOT NULL,"
        " format INTEGER NOT NULL, memory_kib INTEGER NOT NULL, iterations INTEGER NOT NULL,"
        " lanes INTEGER NOT NULL, salt BLOB NOT NULL, wrapped_key BLOB NOT NULL,"
        " key_check BLOB NOT NULL)"
    )
    database.execute(
        "CREATE TABLE conversation ("
        " id TEXT PRIMARY KEY NOT NULL, created TEXT NOT NULL, updated TEXT NOT NULL,"
        " documented TEXT, size INTEGER NOT NULL, revision INTEGER NOT NULL,"
        " format INTEGER NOT NULL, wrapped_key BLOB NOT NULL, body BLOB NOT NULL)"
    )


STEPS: tuple[Step, ...] = (_keys_and_conversations,)
VERSION = len(STEPS)


def version_of(database: sqlite3.Connection, path: Path, *, newest: int = VERSION) -> int:
    """How many steps the store has been through; 0 for a database with nothing in it.

    The tables are counted in any case: a schema that cannot be read is found out here.
    """
    tables = int(database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
    version = int(database.execute("PRAGMA user_version").fetchone()[0])
    application = int(database.execute("PRAGMA application_id").fetchone()[0])
    if application != APPLICATION_ID:
        if application or version or tables:
            raise ForeignStore(path)
        return 0
    if version > newest:
        raise LaterStore(path)
    return version


def migrate(database: sqlite3.Connection, path: Path, *, steps: Sequence[Step] = STEPS) -> None:
    """Take the store through the steps it has not seen, inside the caller's transaction.

    Another window may have done so meanwhile: the version is read anew, under the write lock.
    """
    done = version_of(database, path, newest=len(steps))
    for step in steps[done:]:
        step(database)
    if done < len(steps):
        database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        database.execute(f"PRAGMA user_version = {len(steps)}")
