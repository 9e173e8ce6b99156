"""Locks of the operating system: they die with their process, whatever became of it.

`ConversationLocks` lets one window write a conversation; the second one opens it read-only.
`WindowLocks` tells whether another window has the store open. `filelock` is loaded with the first
lock, long after the first frame.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from convoguide.store.errors import StoreBusy, worded
from convoguide.store.files import StoreFiles

if TYPE_CHECKING:
    from filelock import BaseFileLock

_SLOTS = 64


def _file_lock(path: Path) -> "BaseFileLock":
    from filelock import FileLock

    # A soft lock would outlive its process, so there is none to fall back on.
    return FileLock(path, mode=0o600, thread_local=False, fallback_to_soft=False)


def _taken(lock: "BaseFileLock") -> bool:
    from filelock import Timeout

    try:
        lock.acquire(timeout=0)
    except Timeout:
        return False
    return True


class Hold:
    """The right to write one conversation, until released, closed or dead."""

    def __init__(self, conversation: str, lock: "BaseFileLock") -> None:
        self.conversation = conversation
        self._lock = lock
        self._released = False

    def release(self) -> None:
        """Let another window write. Releasing twice does nothing."""
        if not self._released:
            self._released = True
            self._lock.release()

    def __enter__(self) -> "Hold":
        return self

    def __exit__(self, *_: object) -> None:
        self.release()


class ConversationLocks:
    """The locks of one window, a file a conversation."""

    def __init__(self, files: StoreFiles) -> None:
        self._files = files
        self._locks: dict[str, BaseFileLock] = {}
        self._threads = threading.Lock()

    def hold(self, conversation: str) -> Hold | None:
        """Take the conversation for this window, or None when another window has it.

        The same window may hold it several times; it is free again after as many releases.
        """
        with self._threads, worded(self._files.locks):
            lock = self._locks.get(conversation)
            if lock is None:
                lock = _file_lock(self._files.make_locks() / f"{conversation}.lock")
            if not _taken(lock):
                return None
            self._locks[conversation] = lock
        return Hold(conversation, lock)

    def forget(self, conversation: str) -> None:
        """After its conversation is gone: let go of the lock and take its file away.

        On Windows an open file cannot be removed; the lock there is released first.
        """
        lock = self._locks.pop(conversation, None)
        if lock is not None:
            lock.release(force=True)
        with worded(self._files.locks):
            (self._files.locks / f"{conversation}.lock").unlink(missing_ok=True)

    def release_all(self) -> None:
        for lock in self._locks.values():
            lock.release(force=True)
        self._locks.clear()


class WindowLocks:
    """One numbered lock a window that has the store open for writing."""

    def __init__(self, files: StoreFiles, *, patience: float) -> None:
        self._files = files
        self._patience = patience
        self._mine: BaseFileLock | None = None
        self._slot = -1
        self._threads = threading.Lock()

    def claim(self) -> None:
        """Say that this window has the store open, until `release` or the end of the process."""
        with self._threads:
            if self._mine is not None:
                return
            with self.gate():
                for slot in range(_SLOTS):
                    lock = _file_lock(self._path(slot))
                    if _taken(lock):
                        self._mine, self._slot = lock, slot
                        return
            raise StoreBusy(self._files.locks)

    def alone(self) -> bool:
        """Whether no other window has the store open."""
        with worded(self._files.locks):
            for slot in range(_SLOTS):
                if slot == self._slot or not self._path(slot).exists():
                    continue
                lock = _file_lock(self._path(slot))
                if not _taken(lock):
                    return False
                lock.release()
        return True

    def release(self) -> None:
        if self._mine is not None:
            self._mine.release(force=True)
        self._mine, self._slot = None, -1

    @contextmanager
    def gate(self) -> Iterator[None]:
        """While inside, no window can begin to have the store open: for moving its files."""
        from filelock import Timeout

        with worded(self._files.locks):
            lock = _file_lock(self._files.make_locks() / "gate.lock")
            try:
                lock.acquire(timeout=self._patience)
            except Timeout as error:
                raise StoreBusy(self._files.locks) from error
        try:
            yield
        finally:
            lock.release()

    def _path(self, slot: int) -> Path:
        return self._files.locks / f"window-{slot:02}.lock"
