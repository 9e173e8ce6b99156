"""All that was said last time on one step, whole, and what the person says of it today."""

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from convoguide.i18n import gettext as _
from convoguide.tui.bindings import DIALOG, action
from convoguide.tui.dialogs.letters import Choice, LetterDialog
from convoguide.tui.widgets.action_line import ActionLine
from convoguide.tui.widgets.last_time import ANSWERS
from convoguide.tui.widgets.line_view import LineView, Row
from convoguide.tui.wrapping import wrapped


class LastTimeDialog(LetterDialog):
    """Gives the action that answers it; «back» is marked first: who only reads changes nothing."""

    def __init__(self, title: str, said: Sequence[str]) -> None:
        choices = [
            Choice(each.id, each.letter or "", f"{_(each.label)} – {_(each.help)}")
            for each in map(action, ANSWERS)
        ]
        super().__init__(title, [Choice("back", "b", _("Back")), *choices])
        self._said_then = tuple(said)

    def compose(self) -> ComposeResult:
        with Vertical(classes="box"):
            yield Static(self._title, markup=False, classes="title")
            yield LineView(id="then")
            yield LineView(pointed=True, id="choices")
        yield ActionLine(DIALOG)

    def on_mount(self) -> None:
        super().on_mount()
        view = self.query_one("#then", LineView)
        view.add_class("then")
        view.show(
            lambda width: [
                Row(((line, "plain"),)) for each in self._said_then for line in wrapped(each, width)
            ]
        )

    def on_key(self, event: events.Key) -> None:
        if event.key in ("pageup", "pagedown"):
            self.query_one("#then", LineView).page(1 if event.key == "pagedown" else -1)
            event.stop()
            event.prevent_default()
