"""What can go wrong in the store, already worded, and the way from SQLite's words to ours.

No message names a conversation's label or text: ids, paths and advice are all they hold.
"""

# ruff: noqa: N818 - the names say what is the matter; «Error» after each would say nothing more

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from convoguide.errors import ConvoGuideError
from convoguide.i18n import gettext as _

# Below this much free room an unexplained input/output error is a full disk: SQLite cannot
# even enlarge the index of its log, and calls that an error of its own.
_NEXT_TO_NOTHING = 256 * 1024


class StoreError(ConvoGuideError):
    """The store could not do it. What was saved earlier is as it was."""


class StoreLocked(StoreError):
    """No key is in memory: `unlock` first."""

    def __init__(self) -> None:
        super().__init__(_("The saved conversations are locked. Give the passphrase first."))


class WrongPassphrase(StoreError):
    """The passphrase opens nothing. Never a sign of damage, and nothing was changed."""

    exit_code = 2

    def __init__(self) -> None:
        super().__init__(_("That is not the passphrase. Nothing was changed; try again."))


class WrongKey(WrongPassphrase):
    """A key kept elsewhere (the keychain) belongs to another store."""

    def __init__(self) -> None:
        StoreError.__init__(
            self, _("The kept key does not fit this store. Give the passphrase instead.")
        )


class StoreExists(StoreError):
    """`create` on a home that has a store: it is never written over."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _("There is a store already: {path}. Unlock it, or set it aside.").format(path=path)
        )


class NoStore(StoreError):
    """Nothing has been saved in this home yet."""

    def __init__(self, path: Path) -> None:
        super().__init__(_("There is no store yet: {path}.").format(path=path))


class CorruptStore(StoreError):
    """SQLite calls the file malformed or not a database: the one case to be set aside."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _("The file of saved conversations is damaged: {path}. Set it aside to go on.").format(
                path=path
            )
        )


class ForeignStore(StoreError):
    """A sound database that some other program made."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _("This database is not a ConvoGuide store: {path}. Choose another home.").format(
                path=path
            )
        )


class LaterStore(StoreError):
    """A later ConvoGuide made this store; this one leaves it untouched."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _("A later version of ConvoGuide made this store: {path}. Use that version.").format(
                path=path
            )
        )


class DiskFull(StoreError):
    """No room to write."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _("Not saved: the disk is full ({path}). Free some room and try again.").format(
                path=path
            )
        )


class NotWritable(StoreError):
    """The folder or its files may not be written."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _("No access: {path} cannot be written. Check who may read and write there.").format(
                path=path
            )
        )


class StoreBusy(StoreError):
    """Another window or program holds the store for longer than we wait."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _("Another window is using the store ({path}). Try again, or close it.").format(
                path=path
            )
        )


class DamagedConversation(StoreError):
    """One conversation cannot be decrypted. It is left where it is, and the others are sound."""

    def __init__(self, conversation: str) -> None:
        super().__init__(
            _("The conversation {id} is damaged and cannot be read. It is left as it is.").format(
                id=conversation
            )
        )
        self.conversation = conversation


class NoSuchConversation(StoreError):
    """The store holds no conversation of that id."""

    exit_code = 2

    def __init__(self, conversation: str) -> None:
        super().__init__(_("There is no saved conversation {id}.").format(id=conversation))
        self.conversation = conversation


class ConversationInUse(StoreError):
    """Another window holds the conversation open for writing."""

    def __init__(self, conversation: str) -> None:
        super().__init__(
            _("The conversation {id} is open in another window. Close it there first.").format(
                id=conversation
            )
        )
        self.conversation = conversation


class StaleRevision(StoreError):
    """The store holds a later state than the one to be saved; the later one stays."""

    def __init__(self, conversation: str) -> None:
        super().__init__(
            _("Not saved: the store holds a later version of the conversation {id}.").format(
                id=conversation
            )
        )
        self.conversation = conversation


@contextmanager
def worded(path: Path) -> Iterator[None]:
    """Whatever SQLite or the system says inside comes out as one clear `StoreError`."""
    try:
        yield
    except sqlite3.Error as error:
        raise _from_sqlite(error, path) from error
    except OSError as error:
        raise _from_system(error, path) from error


def _from_sqlite(error: sqlite3.Error, path: Path) -> StoreError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the rest of the bits are detail
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return CorruptStore(path)
    if code == sqlite3.SQLITE_FULL or (code == sqlite3.SQLITE_IOERR and _no_room(path)):
        return DiskFull(path)
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StoreBusy(path)
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN):
        return NotWritable(path)
    return StoreError(_("The store could not be read or written: {path}.").format(path=path))


def _from_system(error: OSError, path: Path) -> StoreError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull(path)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return NotWritable(path)
    return StoreError(_("The store could not be read or written: {path}.").format(path=path))


def _no_room(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < _NEXT_TO_NOTHING
    except OSError:
        return False
