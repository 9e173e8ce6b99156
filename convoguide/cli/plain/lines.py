"""Saying lines: to a terminal, a pipe, or nobody."""

from collections.abc import Callable

from convoguide import symbols


class Lines:
    """Says one line at a time to `out`; a reader who went away stops nothing."""

    def __init__(self, out: Callable[[str], None]) -> None:
        self.deaf = False
        """Whether nobody reads what is said any more; lines are taken all the same."""
        self._out = out

    def say(self, text: str) -> None:
        """Say each line of the text. A reader who went away does not cost a line of input."""
        for line in symbols.shown(text).splitlines():
            if self.deaf:
                return
            try:
                self._speak(line)
            except OSError:  # a closed pipe, a terminal that is gone, a full disk behind the output
                self.deaf = True

    def _speak(self, line: str) -> None:
        try:
            self._out(line)
        except UnicodeEncodeError:
            # A terminal of one byte a character: say what can be said rather than stop.
            self._out(line.encode("ascii", "backslashreplace").decode("ascii"))
