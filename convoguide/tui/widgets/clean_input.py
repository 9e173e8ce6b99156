"""Textual's line to type in, with nothing let in that would steer a terminal."""

from textual import events
from textual.widgets import Input

from convoguide.tui.typed import incoming


class CleanInput(Input):
    """An `Input` whose pasted text is cleaned: Textual's own would print escape codes as they are.

    It is one line: line ends in what is pasted become blanks, so that nothing is lost.
    """

    def _on_paste(self, event: events.Paste) -> None:
        # Textual calls the handlers of all bases; its own must not take the text as it came.
        event.stop()
        event.prevent_default()
        text = " ".join(incoming(event.text).splitlines())
        if not text:
            return
        start, end = sorted(self.selection)
        self.replace(text, start, end)
