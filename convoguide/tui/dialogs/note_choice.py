"""Which note? Asked only where a step has several."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from convoguide.core.conversation import Note
from convoguide.tui.bindings import DIALOG
from convoguide.tui.dialogs.letters import STYLES
from convoguide.tui.place import Dialog
from convoguide.tui.widgets.action_line import ActionLine
from convoguide.tui.widgets.line_view import LineView, Row
from convoguide.tui.words import lead_of
from convoguide.tui.wrapping import cut


class NoteChoice(Dialog[int]):
    """Gives the place of the note that was chosen; the latest is marked first."""

    CSS_PATH: ClassVar[list[Path]] = STYLES  # type: ignore[assignment]

    def __init__(self, title: str, notes: Sequence[Note]) -> None:
        super().__init__()
        self._title, self._notes = title, tuple(notes)
        self._place = len(notes) - 1

    def compose(self) -> ComposeResult:
        with Vertical(classes="box"):
            yield Static(self._title, markup=False, classes="title")
            yield LineView(pointed=True, id="notes")
        yield ActionLine(DIALOG)

    def on_mount(self) -> None:
        view = self.query_one("#notes", LineView)
        view.add_class("list")
        view.show(self._rows)
        view.mark(self._place)

    def _rows(self, width: int) -> list[Row]:
        return [
            Row(((cut(f"{n + 1} {lead_of(note)}{note.text}", width), "plain"),), n)
            for n, note in enumerate(self._notes)
        ]

    def on_key(self, event: events.Key) -> None:
        if self.commanding or self.focused is not None:
            return
        last = len(self._notes) - 1
        if event.key == "enter":
            self.dismiss(self._place)
        elif event.key in ("up", "down", "home", "end"):
            steps = {"up": -1, "down": 1, "home": -last, "end": last}
            self._place = max(0, min(self._place + steps[event.key], last))
            self.query_one("#notes", LineView).mark(self._place)
        elif event.character and event.character.isdecimal():
            if 1 <= int(event.character) <= len(self._notes):
                self.dismiss(int(event.character) - 1)
        else:
            return
        event.stop()
        event.prevent_default()

    @on(LineView.Picked)
    def _picked(self, message: LineView.Picked) -> None:
        if isinstance(message.tag, int):
            self.dismiss(message.tag)
