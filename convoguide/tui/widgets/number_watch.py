"""Watching what is typed for identity numbers, without delaying a key."""

import re
from time import monotonic

from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget

_DIGITS = re.compile("[0-9]{2}")
NEAR = 24
"""Characters on either side of the caret in which digits make it worth a look."""
_REST = 0.3
"""Seconds without a key before anyone looks: typing comes first."""


class NumberWatch(Widget):
    """A field that says whether an identity number stands in its `text`."""

    numbered = False
    """Whether one was found."""
    _resting: Timer | None = None
    _touched = 0.0

    class Numbered(Message):
        """An identity number has come into the field, or is gone from it."""

    @property
    def text(self) -> str:
        """What stands in the field."""
        raise NotImplementedError

    def show(self) -> None:
        """Draw it, and let the terminal's cursor stand at the caret."""
        raise NotImplementedError

    def look_soon(self, near: str) -> None:
        """Look when no key has come for a moment, where `near`, what has changed, has digits."""
        if not self.text:
            self._found("", found=False)
        elif self.numbered or _DIGITS.search(near):
            self._touched = monotonic()
            if self._resting is None and self.is_running:
                self._resting = self.set_timer(_REST, self._look)

    def masked(self) -> str:
        """The text with its identity numbers masked; none stands in it any more."""
        from convoguide.services import identity

        text = identity.masked(self.text)
        self._found(self.text, found=False)
        return text

    def _look(self) -> None:
        self._resting = None
        left = self._touched + _REST - monotonic()
        if left > 0.01:
            self._resting = self.set_timer(left, self._look)
            return
        text = self.text

        def look() -> None:
            from convoguide.services import identity

            found = identity.stands_in(text)
            self.app.call_from_thread(self._found, text, found=found)

        # In a thread: the rules behind it are loaded the first time.
        self.run_worker(look, thread=True, exclusive=True, group="numbers", exit_on_error=False)

    def _found(self, text: str, *, found: bool) -> None:
        if found != self.numbered and (not found or text == self.text):
            self.numbered = found
            self.post_message(self.Numbered())
