"""A text to read, as high as it may be, and choices below it."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from convoguide.tui.bindings import DIALOG
from convoguide.tui.dialogs.letters import LetterDialog
from convoguide.tui.widgets.action_line import ActionLine
from convoguide.tui.widgets.line_view import LineView, Row


class ReadingDialog(LetterDialog):
    """Subclasses give the `text_rows`; the keys that turn a page turn the text's."""

    def text_rows(self, width: int) -> list[Row]:
        """The text."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        with Vertical(classes="box"):
            yield Static(self._title, markup=False, classes="title")
            yield LineView(id="then")
            yield LineView(pointed=True, id="choices")
        yield ActionLine(DIALOG)

    def on_mount(self) -> None:
        view = self.query_one("#then", LineView)
        view.add_class("then")
        view.show(self.text_rows)

    def own_key(self, event: events.Key) -> bool:
        if event.key not in ("pageup", "pagedown"):
            return super().own_key(event)
        self.query_one("#then", LineView).page(1 if event.key == "pagedown" else -1)
        return True
