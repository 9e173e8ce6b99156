"""The curtain by lines: the screen is emptied, and nothing is taken until it is opened again.

It comes when it is asked for, or after some minutes without a line. What was kept is opened by its
passphrase; where nothing is kept, any line opens. A line that was typed behind it is dropped, for
it may be the passphrase, typed too early, or somebody else's.
"""

import os
import threading
from collections.abc import Callable, Iterator

from convoguide.errors import ConvoGuideError
from convoguide.i18n import gettext as _

COVER = ".!"
"""Typed, it hides everything at once."""

_WIPE = "\x1b[H\x1b[2J\x1b[3J"
"""Home, the screen emptied, and what has scrolled off it as well."""


def wipe(rows: int, environ: "os._Environ[str] | dict[str, str]" = os.environ) -> str:
    """What empties a terminal; one that knows no commands is filled with empty lines."""
    return "\n" * rows if environ.get("TERM", "dumb") == "dumb" else _WIPE


class Cover:
    """Hands lines of input on, and none while everything is hidden.

    `hide` empties the screen, `out` says a line, `unlock` asks for the passphrase and raises
    `ConvoGuideError` where it is another; it is asked for where `locked` says so. `idle` is after
    how many seconds without a line the curtain comes by itself, 0: never.
    """

    def __init__(
        self,
        lines: Iterator[str],
        *,
        out: Callable[[str], None],
        hide: Callable[[], None],
        unlock: Callable[[], None],
        locked: Callable[[], bool],
        idle: float = 0,
    ) -> None:
        self._lines = lines
        self._out = out
        self._hide = hide
        self._unlock = unlock
        self._locked = locked
        self._idle = idle
        self._lock = threading.Lock()
        self._covered = False

    def lines(self) -> Iterator[str]:
        """The lines that were typed while nothing was hidden."""
        while True:
            line = self._next()
            if line is None:
                return
            if line.strip() == COVER:
                self._cover(asked=True)
                if not self._locked():
                    continue  # the next line opens it
            if not self._covered:
                yield line
            elif not self._opened():
                return

    def _next(self) -> str | None:
        """The next line, the curtain coming if it is long in coming; None at the end."""
        timer = threading.Timer(self._idle, self._cover) if self._idle else None
        if timer is None:
            return next(self._lines, None)
        timer.daemon = True
        timer.start()
        try:
            return next(self._lines, None)
        finally:
            timer.cancel()

    def _cover(self, *, asked: bool = False) -> None:
        with self._lock:
            if self._covered:
                return
            self._covered = True
            self._hide()
            if not self._locked():
                self._out(_("Hidden. Enter goes on."))
            elif not asked:  # else the passphrase is asked for at once
                self._out(_("Hidden. Enter, then the passphrase, goes on."))

    def _opened(self) -> bool:
        """Whether it was opened; not where the input ends before that."""
        while self._locked():
            try:
                self._unlock()
            except EOFError:
                return False
            except ConvoGuideError as error:
                self._out(str(error))
            else:
                break
        with self._lock:
            self._covered = False
        self._out(_("Open again. ? tells where you are."))
        return True
