"""Clear-text files: the last resort where no clipboard is, in one folder that the app lists.

A file appears whole or not at all, and from its first byte on nobody but its owner can read it.
"""

import errno
import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from convoguide.errors import ConvoGuideError
from convoguide.i18n import gettext as _

_PRIVATE_FOLDER, _PRIVATE_FILE = 0o700, 0o600


class ClearTextError(ConvoGuideError):
    """The file could not be written. An earlier one of the same name is as it was."""


class WriteClearText(Protocol):
    """The port: write the text under that name in the folder and say where it is."""

    def __call__(self, folder: Path, name: str, text: str) -> Path: ...


def write_clear_text(folder: Path, name: str, text: str) -> Path:
    """Write the text as UTF-8 under that name, in place of an earlier file; `ClearTextError`.

    The folder is made for its owner alone, or made so. A name with a way in it is refused, so
    that no label or title can lead out of the folder.
    """
    return write_clear_file(folder, name, text.encode("utf-8", "replace"))


def write_clear_file(folder: Path, name: str, data: bytes) -> Path:
    """The same for a file that is no text, such as a pdf."""
    if not name or name.startswith(".") or any(sign in name for sign in "/\\:\0"):
        raise ClearTextError(
            _("A file's name may not begin with a dot, nor hold a slash or a colon.")
        )
    target = folder / name
    # Short, and without the name: that may be as long as the disk allows.
    temporary = folder / f".{secrets.token_hex(8)}.part"
    try:
        _make_private(folder)
        _write_private(temporary, data)
        temporary.replace(target)
        _sync_folder(folder)
    except BaseException as error:
        # Whatever came in between, Ctrl+C too: nothing half written stays.
        with suppress(OSError):
            temporary.unlink()
        if not isinstance(error, OSError):
            raise
        raise ClearTextError(
            _("{path}: could not be written ({reason})").format(path=target, reason=error.strerror)
        ) from None
    return target


def _make_private(folder: Path) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=_PRIVATE_FOLDER, exist_ok=True)
    if os.name == "nt":  # there the user's own folder protects the files
        return
    status = folder.lstat()
    if stat.S_ISLNK(status.st_mode):
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
    if stat.S_IMODE(status.st_mode) & 0o077:
        folder.chmod(_PRIVATE_FOLDER)


def _write_private(path: Path, content: bytes) -> None:
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, _PRIVATE_FILE), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """A new name is durable once its folder is written. Windows neither can nor need do so."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
