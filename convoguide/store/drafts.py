"""The embedded database behind the port: SQLite with a write-ahead log.

Each commit is on the disk before it returns (`synchronous=FULL`). Reading opens a connection of
its own and never waits for a write; writing keeps one connection, opened at the first write.
"""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from typing import Any

from convoguide.i18n import gettext as _
from convoguide.store.errors import (
    CorruptStore,
    NoStore,
    StaleRevision,
    StoreError,
    StoreExists,
    worded,
)
from convoguide.store.files import StoreFiles
from convoguide.store.migrations import VERSION, migrate, version_of
from convoguide.store.port import Head, Listed, Sealed, Stamp, StoreKeys

_PRAGMAS = (
    "PRAGMA synchronous = FULL",
    "PRAGMA fullfsync = ON",  # macOS alone: there a plain fsync stops at the drive's cache
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA trusted_schema = OFF",
)


class SqliteDrafts:
    """`Drafts` in one file. Safe to call from any thread; writes wait for each other.

    `before_writing` is called once before each opening for writing: the place to say that this
    window has the store open.
    """

    def __init__(
        self, files: StoreFiles, *, patience: float, before_writing: Callable[[], None]
    ) -> None:
        self._files = files
        self._patience = patience
        self._before_writing = before_writing
        self._lock = threading.RLock()
        self._writer: sqlite3.Connection | None = None
        self._file: tuple[int, int] | None = None

    def open(self) -> None:
        if 0 < self.version() < VERSION:
            with self._writing(fresh=True) as database:
                migrate(database, self._files.database)

    def version(self) -> int:
        if self._files.has_orphaned_log():
            raise CorruptStore(self._files.database)
        if self._files.is_empty():
            return 0
        with (
            worded(self._files.database),
            closing(self._connect("ro", fixed=self._files.is_quiet())) as database,
        ):
            return version_of(database, self._files.database)

    def keys(self) -> StoreKeys | None:
        rows = self._rows(
            "SELECT id, created, format, memory_kib, iterations, lanes, salt, wrapped_key,"
            " key_check FROM store"
        )
        return next((StoreKeys(row[0], _moment(row[1]), *row[2:]) for row in rows), None)

    def create(self, keys: StoreKeys) -> None:
        with worded(self._files.database):
            self._files.make()
        with self._writing(fresh=True) as database:
            migrate(database, self._files.database)
            if database.execute("SELECT 1 FROM store").fetchone():
                raise StoreExists(self._files.database)
            database.execute(
                "INSERT INTO store (only, id, created, format, memory_kib, iterations, lanes,"
                " salt, wrapped_key, key_check) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (keys.id, _text(keys.created), keys.format, *_changing(keys), keys.key_check),
            )

    def replace_keys(self, earlier: StoreKeys, later: StoreKeys) -> bool:
        with self._writing() as database:
            cursor = database.execute(
                "UPDATE store SET memory_kib = ?, iterations = ?, lanes = ?, salt = ?,"
                " wrapped_key = ? WHERE id = ? AND wrapped_key = ?",
                (*_changing(later), earlier.id, earlier.wrapped_key),
            )
            return cursor.rowcount > 0

    def listing(self) -> list[Listed]:
        rows = self._rows(
            "SELECT CAST(id AS TEXT), created, updated, documented, CAST(size AS INTEGER),"
            " CAST(revision AS INTEGER) FROM conversation ORDER BY updated DESC, id"
        )
        return [
            Listed(row[0], _moment(row[1]), _moment(row[2]), _moment(row[3]), *row[4:])
            for row in rows
        ]

    def read(self, conversation: str) -> Sealed | None:
        rows = self._rows(
            "SELECT revision, format, wrapped_key, body FROM conversation WHERE id = ?",
            conversation,
        )
        return next((Sealed(*row) for row in rows), None)

    def head(self, conversation: str) -> Head | None:
        with self._writing() as database:
            row = database.execute(
                "SELECT CAST(revision AS INTEGER), format, wrapped_key FROM conversation"
                " WHERE id = ?",
                (conversation,),
            ).fetchone()
        return Head(*row) if row else None

    def write(
        self, conversation: str, sealed: Sealed, stamp: Stamp, *, replaces: int | None
    ) -> None:
        at, documented = _text(stamp.at), _text(stamp.documented)
        with self._writing() as database:
            if replaces is None:
                cursor = database.execute(
                    "INSERT OR IGNORE INTO conversation (id, created, updated, documented, size,"
                    " revision, format, wrapped_key, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    (conversation, at, at, documented, stamp.size, *_sealed(sealed)),
                )
            else:
                cursor = database.execute(
                    "UPDATE conversation SET updated = ?, documented = ?, size = ?, revision = ?,"
                    " format = ?, wrapped_key = ?, body = ? WHERE id = ? AND revision = ?",
                    (at, documented, stamp.size, *_sealed(sealed), conversation, replaces),
                )
            if not cursor.rowcount:
                raise StaleRevision(conversation)

    def mark(self, conversation: str, documented: datetime | None) -> bool:
        with self._writing() as database:
            cursor = database.execute(
                "UPDATE conversation SET documented = ? WHERE id = ?",
                (_text(documented), conversation),
            )
            return cursor.rowcount > 0

    def delete(self, conversation: str) -> bool:
        with self._writing() as database:
            cursor = database.execute("DELETE FROM conversation WHERE id = ?", (conversation,))
            return cursor.rowcount > 0

    def sweep(self, *, alone: bool) -> bool:
        with self._lock, worded(self._files.database):
            database = self._open_writer()
            if not _log_emptied(database):
                return False
            if alone:
                database.execute("VACUUM")
                return _log_emptied(database)
            return True

    def close(self) -> None:
        with self._lock:
            if self._writer is not None:
                with suppress(sqlite3.Error):
                    self._writer.close()
            self._writer = self._file = None

    def _rows(self, query: str, *parameters: str) -> list[tuple[Any, ...]]:
        """What a query finds at one moment, on a connection of its own; [] without a store."""
        if self._files.is_empty():
            return []
        with (
            worded(self._files.database),
            closing(self._connect("ro", fixed=self._files.is_fixed())) as database,
        ):
            database.execute("BEGIN")
            if not version_of(database, self._files.database):
                return []
            return database.execute(query, parameters).fetchall()

    @contextmanager
    def _writing(self, *, fresh: bool = False) -> Iterator[sqlite3.Connection]:
        """One transaction, all or nothing; `fresh` where the schema is about to be made."""
        with self._lock, worded(self._files.database):
            database = self._open_writer()
            database.execute("BEGIN IMMEDIATE")
            try:
                if not fresh and not version_of(database, self._files.database):
                    raise NoStore(self._files.database)
                yield database
                database.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    if database.in_transaction:
                        database.execute("ROLLBACK")
                raise

    def _open_writer(self) -> sqlite3.Connection:
        if self._writer is not None and self._file == self._identity():
            return self._writer
        if self._writer is not None:
            # Deleted or replaced under our hands: what we write would be acknowledged and lost.
            self.close()
            raise StoreError(
                _("The store was moved or replaced by something else: {path}.").format(
                    path=self._files.database
                )
            )
        if self._identity() is None:
            raise NoStore(self._files.database)
        self._before_writing()
        self._files.tighten()
        database = self._connect("rw")
        try:
            mode = database.execute("PRAGMA journal_mode = WAL").fetchone()[0]
            if mode != "wal":
                raise StoreError(
                    _("This folder cannot hold the store (a network drive?): {path}.").format(
                        path=self._files.folder
                    )
                )
            for pragma in _PRAGMAS:
                database.execute(pragma)
        except BaseException:
            database.close()
            raise
        self._writer, self._file = database, self._identity()
        return database

    def _connect(self, mode: str, *, fixed: bool = False) -> sqlite3.Connection:
        """`fixed` reads a file that cannot change meanwhile, without making files beside it."""
        address = f"{self._files.database.absolute().as_uri()}?mode={mode}"
        database = sqlite3.connect(
            f"{address}&immutable=1" if fixed else address,
            uri=True,
            timeout=self._patience,
            isolation_level=None,
            check_same_thread=False,
        )
        database.text_factory = _lenient
        return database

    def _identity(self) -> tuple[int, int] | None:
        try:
            status = self._files.database.stat()
        except FileNotFoundError:
            return None
        return status.st_dev, status.st_ino


def _log_emptied(database: sqlite3.Connection) -> bool:
    """Move the log into the database and cut it to nothing, unless a reader holds it up."""
    return not database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]


def _sealed(sealed: Sealed) -> tuple[int, int, bytes, bytes]:
    return sealed.revision, sealed.format, sealed.wrapped_key, sealed.body


def _changing(keys: StoreKeys) -> tuple[int, int, int, bytes, bytes]:
    return keys.memory_kib, keys.iterations, keys.lanes, keys.salt, keys.wrapped_key


def _text(moment: datetime | None) -> str | None:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds") if moment else None


def _moment(text: object) -> datetime | None:
    """The moment, or None for what someone else wrote there: one bad row spoils no listing."""
    try:
        moment = datetime.fromisoformat(str(text))
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _lenient(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")
