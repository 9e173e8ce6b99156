"""A page at a time on a terminal: what is said to one line never runs off the screen unread.

A screen reader cannot reach what has scrolled away, and one who listens wants to stop a long list.
So an answer that is longer than the screen waits, and says how much of it is left. In a pipe
nothing waits: there nobody is in the middle of listening.
"""

import shutil
from collections.abc import Callable, Iterator

from convoguide.i18n import gettext as _
from convoguide.i18n import ngettext

MORE = ".+"
"""Typed, it says what waits; any other line leaves it unsaid."""

_KEPT_FREE = 2
"""Rows of a page that are left for the line that tells of the rest, and for what is typed."""


class Pages:
    """Hands lines of input on, and says lines until the screen is full.

    `size` gives the columns and rows of the terminal at the moment, since it may be resized.
    """

    def __init__(
        self,
        lines: Iterator[str],
        out: Callable[[str], None],
        size: Callable[[], tuple[int, int]] = shutil.get_terminal_size,
    ) -> None:
        self._lines = lines
        self._out = out
        self._size = size
        self._waiting: list[str] = []
        self._rows = 0

    def say(self, line: str) -> None:
        """Say a line where the page has room for it; else it waits."""
        columns, rows = self._size()
        # At least one line a page, however small the screen; no size at all is told as zero.
        needs = max(1, -(-len(line) // max(columns, 1)))
        full = self._rows > 0 and self._rows + needs > rows - _KEPT_FREE
        if rows > 0 and (self._waiting or full):
            self._waiting.append(line)
            return
        self._rows += needs
        self._out(line)

    def lines(self) -> Iterator[str]:
        """The lines that were typed, but for those that ask for the rest of an answer."""
        while True:
            self._tell_of_the_rest()
            line = next(self._lines, None)
            if line is None:
                return
            if line.strip() == MORE:
                self._say_more()
                continue
            self._waiting.clear()
            self._rows = 0
            yield line

    def rest(self) -> None:
        """Say all that waits, as at the end, where no line can ask for it any more."""
        for line in self._waiting:
            self._out(line)
        self._waiting.clear()

    def _tell_of_the_rest(self) -> None:
        if self._waiting:
            count = len(self._waiting)
            self._out(
                ngettext(
                    "{n} more line: .+ says it, anything else leaves it.",
                    "{n} more lines: .+ says them, anything else leaves them.",
                    count,
                ).format(n=count)
            )

    def _say_more(self) -> None:
        waiting, self._waiting = self._waiting, []
        self._rows = 0
        if not waiting:
            self._out(_("Nothing more waits to be said."))
        for line in waiting:
            self.say(line)
