"""Textual's line to type in: its caret does not blink, and nothing comes in that would steer."""

from typing import Any

from textual import events
from textual.geometry import Offset
from textual.widgets import Input

from convoguide.tui.typed import incoming


class StillInput(Input):
    """An `Input` whose caret stands still: nothing on the screen moves by itself."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.set_reactive(Input.cursor_blink, False)

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the caret is drawn; behind the text Textual's own is one cell further on."""
        there = super().cursor_screen_offset
        return there - Offset(1, 0) if self.cursor_at_end else there


class CleanInput(StillInput):
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
