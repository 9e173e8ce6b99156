"""Copying by lines: on the computer's clipboard, and off it again after some minutes."""

import threading
from collections.abc import Callable

from convoguide.services.clipboard import Copies, SystemCopies, terminal_sequence


class Clip:
    """What is copied in one sitting.

    `send` writes to the terminal, which copies where the computer has no clipboard of its own
    (over ssh, say); None where there is no terminal to ask.
    """

    def __init__(
        self,
        minutes: int = 0,
        send: Callable[[str], None] | None = None,
        copies: Copies | None = None,
    ) -> None:
        self.minutes = minutes
        """After how many minutes a text of ours goes from the clipboard; 0: it stays."""
        self._send = send
        self._copies: Copies = copies or SystemCopies()
        self._timer: threading.Timer | None = None

    def copy(self, text: str) -> str:
        """Copy: `system` if it is there for sure, `terminal` if that was asked to, or `none`."""
        if self._copies.copy(text):
            self._clear_later()
            return "system"
        if self._send is None:
            return "none"
        self._send(terminal_sequence(text))
        return "terminal"

    def clear(self) -> None:
        """Take our text off the clipboard, if it is still there."""
        if self._timer is not None:
            self._timer.cancel()
        self._copies.clear()

    def _clear_later(self) -> None:
        if self._timer is not None:
            self._timer.cancel()  # the minutes begin anew with each copy
        if self.minutes:
            self._timer = threading.Timer(self.minutes * 60, self._copies.clear)
            self._timer.daemon = True
            self._timer.start()
