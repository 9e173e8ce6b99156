"""Where the store lies on the disk, and that nobody else may look.

Folders are made with mode 0700 and files with 0600 from their first moment, not tightened
afterwards. SQLite gives `-wal` and `-shm` the mode of the database beside them. Windows has no
such modes: there the user's own folder protects the files.

Never open the database with Python's own `open` while a connection of this process is alive: on
POSIX systems closing that second descriptor drops SQLite's locks.
"""

import os
import stat
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from convoguide.store.errors import worded

_PRIVATE_FOLDER, _PRIVATE_FILE = 0o700, 0o600
_ENDINGS = (".sqlite3", ".sqlite3-wal", ".sqlite3-shm")


@dataclass(frozen=True)
class StoreFiles:
    """The files of one store, all in one folder of its own."""

    folder: Path

    @property
    def database(self) -> Path:
        return self.folder / "conversations.sqlite3"

    @property
    def log(self) -> Path:
        return self.folder / "conversations.sqlite3-wal"

    @property
    def locks(self) -> Path:
        return self.folder / "locks"

    def is_empty(self) -> bool:
        """Whether there is no database, or one that was cut off before its first byte."""
        return _size(self.database) == 0

    def has_orphaned_log(self) -> bool:
        """A log without its database: SQLite would throw it away, and with it what it holds."""
        return self.is_empty() and _size(self.log) > 0

    def is_quiet(self) -> bool:
        """Whether no log lies beside the database, so that no one has it open for writing."""
        return not self.log.exists()

    def is_fixed(self) -> bool:
        """Whether nothing here can change: no log to read, and a folder that takes no file."""
        return _size(self.log) == 0 and not os.access(self.folder, os.W_OK)

    def make(self) -> None:
        """Make folder and empty database for their owner alone, and see them onto the disk."""
        self.folder.parent.parent.mkdir(parents=True, exist_ok=True)
        for folder in (self.folder.parent, self.folder):
            folder.mkdir(mode=_PRIVATE_FOLDER, exist_ok=True)
        with suppress(FileExistsError):
            os.close(os.open(self.database, os.O_CREAT | os.O_EXCL | os.O_RDWR, _PRIVATE_FILE))
        self.tighten()
        for folder in (self.folder, self.folder.parent):
            _sync_folder(folder)

    def make_locks(self) -> Path:
        """The folder of the lock files, made if it was not there."""
        self.locks.mkdir(mode=_PRIVATE_FOLDER, exist_ok=True)
        return self.locks

    def tighten(self) -> None:
        """Take away what a copy, a backup or a careless umask gave to others."""
        if os.name == "nt":
            return
        files = [(self.database.with_suffix(ending), _PRIVATE_FILE) for ending in _ENDINGS]
        for path, mode in ((self.folder, _PRIVATE_FOLDER), *files):
            with suppress(FileNotFoundError):
                if stat.S_IMODE(path.stat().st_mode) & 0o077:
                    path.chmod(mode)

    def set_aside(self, at: datetime) -> Path:
        """Move database, log and index to a name of their own; say where the database is now.

        The database goes first: a log that a crash leaves behind is seen as orphaned at the next
        start, while a database without its log would silently be older than it was.
        """
        target = self._reserve(f"convoguide-set-aside-{at.astimezone(UTC):%Y%m%dT%H%M%SZ}")
        for ending in _ENDINGS:
            with suppress(FileNotFoundError):
                self.database.with_suffix(ending).replace(target.with_suffix(ending))
        _sync_folder(self.folder)
        return target

    def _reserve(self, name: str) -> Path:
        """A name that no file bears, taken by an empty file that the database then replaces."""
        attempt = 1
        while True:
            stem = name if attempt == 1 else f"{name}-{attempt}"
            target = self.folder / f"{stem}{_ENDINGS[0]}"
            attempt += 1
            if any(target.with_suffix(ending).exists() for ending in _ENDINGS):
                continue
            with suppress(FileExistsError):
                os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _PRIVATE_FILE))
                return target


def _size(path: Path) -> int:
    with worded(path):
        try:
            return path.stat().st_size
        except FileNotFoundError:
            return 0


def _sync_folder(folder: Path) -> None:
    """A new name is durable once its folder is written. Windows neither can nor need do so."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
