"""All writes in one thread of its own, so that a save never holds up a key.

`submit` takes the payload and returns; of several for one conversation the newest is written.
What could not be written is kept, with its error told, until `retry` or a newer payload.
"""

import logging
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol, TypeVar

from convoguide.errors import ConvoGuideError
from convoguide.i18n import gettext as _
from convoguide.store.errors import NoSuchConversation, StoreError

_log = logging.getLogger(__name__)

T = TypeVar("T")


class Saves(Protocol):
    """What the writer needs of a store."""

    def save(
        self, conversation: str, payload: bytes, revision: int, documented_at: datetime | None
    ) -> None: ...

    def delete(self, conversation: str) -> bool: ...


@dataclass(frozen=True)
class _Draft:
    revision: int
    payload: bytes = field(repr=False)
    documented_at: datetime | None


class Writer:
    """The writing thread of one window.

    `on_saved(id, revision)` and `on_failed(id, error)` are called from that thread, the former
    only when the payload is on the disk. A locked store fails with `StoreLocked`: call `retry`
    once it is unlocked. The thread is a daemon: `close` it, or what is pending is lost.
    """

    def __init__(
        self,
        store: Saves,
        *,
        on_saved: Callable[[str, int], object],
        on_failed: Callable[[str, ConvoGuideError], object],
    ) -> None:
        self._store = store
        self._on_saved = on_saved
        self._on_failed = on_failed
        self._changed = threading.Condition()
        self._queue: deque[str | Callable[[], None]] = deque()  # whose save is due, and jobs
        self._pending: dict[str, _Draft] = {}
        self._failed: dict[str, _Draft] = {}
        self._at_work: dict[str, int] = {}
        self._busy = False
        self._closing = False
        self._thread = threading.Thread(target=self._work, name="convoguide-writer", daemon=True)
        self._thread.start()

    def submit(
        self,
        conversation: str,
        payload: bytes,
        revision: int,
        documented_at: datetime | None = None,
    ) -> None:
        """Hand over a state to be saved. Returns at once; an older revision is passed over."""
        draft = _Draft(revision, payload, documented_at)
        with self._changed:
            self._refuse_when_closed()
            if self._waiting().get(conversation, revision) <= revision:
                self._failed.pop(conversation, None)
                self._enqueue(conversation, draft)

    def retry(self) -> None:
        """Try once more to save what failed."""
        with self._changed:
            self._take_up_failed()

    def run(self, job: Callable[[], T]) -> "Future[T]":
        """Run any other write in this thread, after the saves that were handed over before it."""
        future: Future[T] = Future()

        def work() -> None:
            if future.set_running_or_notify_cancel():
                try:
                    future.set_result(job())
                except BaseException as error:  # noqa: BLE001 - whoever waits for the job gets it
                    future.set_exception(error)

        with self._changed:
            self._refuse_when_closed()
            self._queue.append(work)
            self._changed.notify_all()
        return future

    def delete(self, conversation: str) -> "Future[bool]":
        """Delete it from the store, together with what was still to be saved of it.

        One that never reached the store is deleted by that alone.
        """
        with self._changed:
            known = self._pending.pop(conversation, None) or self._failed.get(conversation)
            if conversation in self._queue:
                self._queue.remove(conversation)

        def job() -> bool:
            try:
                return self._store.delete(conversation)
            except NoSuchConversation:
                if known is None and conversation not in self._failed:
                    raise
                return True
            finally:
                with self._changed:
                    self._failed.pop(conversation, None)

        return self.run(job)

    def unsaved(self) -> dict[str, int]:
        """The newest revision of each conversation that is not on the disk yet."""
        with self._changed:
            return self._waiting()

    def flush(self, timeout: float | None = None) -> bool:
        """Wait until nothing is left to do; True when everything handed over was saved."""
        with self._changed:
            idle = self._changed.wait_for(self._is_idle, timeout)
            return idle and not self._failed

    def close(self, timeout: float | None = None) -> bool:
        """Save what is left, with one more try for what failed, and end the thread.

        True when all is on the disk. Afterwards nothing more is taken in.
        """
        with self._changed:
            if not self._closing:
                self._take_up_failed()
            self._closing = True
            self._changed.notify_all()
        self._thread.join(timeout)
        return not self._thread.is_alive() and not self.unsaved()

    def _waiting(self) -> dict[str, int]:
        drafts = self._failed | self._pending
        return self._at_work | {id_: draft.revision for id_, draft in drafts.items()}

    def _enqueue(self, conversation: str, draft: _Draft) -> None:
        """Coalesce: what is due already keeps its place and gets the newer payload."""
        if conversation not in self._pending:
            self._queue.append(conversation)
        self._pending[conversation] = draft
        self._changed.notify_all()

    def _take_up_failed(self) -> None:
        failed, self._failed = self._failed, {}
        for conversation, draft in failed.items():
            self._enqueue(conversation, draft)

    def _refuse_when_closed(self) -> None:
        if self._closing:
            raise StoreError(_("Not saved: the store has been closed already."))

    def _is_idle(self) -> bool:
        return not (self._queue or self._busy)

    def _work(self) -> None:
        while (step := self._next()) is not None:
            step()
            with self._changed:
                self._busy = False
                self._changed.notify_all()

    def _next(self) -> Callable[[], None] | None:
        """The next thing to do, waited for; None at the end."""
        with self._changed:
            self._changed.wait_for(lambda: self._queue or self._closing)
            self._busy = bool(self._queue)
            if not self._queue:
                return None
            due = self._queue.popleft()
            if not isinstance(due, str):
                return due
            draft = self._pending.pop(due)
            self._at_work = {due: draft.revision}
            return lambda: self._save(due, draft)

    def _save(self, conversation: str, draft: _Draft) -> None:
        try:
            self._store.save(conversation, draft.payload, draft.revision, draft.documented_at)
        except Exception as error:  # noqa: BLE001 - whatever it was, the payload is kept
            with self._changed:
                self._at_work = {}
                if conversation not in self._pending:
                    self._failed[conversation] = draft
            _tell(self._on_failed, conversation, _worded(error))
        else:
            with self._changed:
                self._at_work = {}
            _tell(self._on_saved, conversation, draft.revision)


def _worded(error: Exception) -> ConvoGuideError:
    """The words of an unforeseen error might repeat what was to be saved; its kind is enough."""
    if isinstance(error, ConvoGuideError):
        return error
    _log.error("saving failed: %s", type(error).__name__)
    return StoreError(_("Not saved: something unforeseen happened in the store."))


def _tell(callback: Callable[..., object], *arguments: object) -> None:
    """A callback that fails (a screen that is gone) must not end the saving."""
    try:
        callback(*arguments)
    except Exception as error:  # noqa: BLE001 - as above; its own words stay out of the log
        _log.error("a callback of the writer failed: %s", type(error).__name__)
