"""Which note? Asked only where a step has several."""

from collections.abc import Hashable, Sequence
from pathlib import Path
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from convoguide.core.conversation import Note
from convoguide.tui.bindings import DIALOG
from convoguide.tui.dialogs.letters import STYLES
from convoguide.tui.dialogs.pointed import PointedDialog
from convoguide.tui.dialogs.room import ListRoom
from convoguide.tui.widgets.action_line import ActionLine
from convoguide.tui.widgets.line_view import LineView, Row
from convoguide.tui.words import lead_of
from convoguide.tui.wrapping import cut


class NoteChoice(ListRoom, PointedDialog[int]):
    """Gives the place of the note that was chosen; the latest is marked first."""

    VIEW = "#notes"
    ROUND = False
    CSS_PATH: ClassVar[list[Path]] = STYLES  # type: ignore[assignment]

    def __init__(self, title: str, notes: Sequence[Note]) -> None:
        super().__init__()
        self._title, self._notes = title, tuple(notes)

    def compose(self) -> ComposeResult:
        with Vertical(classes="box"):
            yield Static(self._title, markup=False, classes="title")
            yield LineView(pointed=True, id="notes")
        yield ActionLine(DIALOG)

    def on_mount(self) -> None:
        self.view.add_class("list")
        self.view.show(self._rows)
        self.mark(len(self._notes) - 1)

    def _rows(self, width: int) -> list[Row]:
        return [
            Row(((cut(f"{n + 1} {lead_of(note)}{note.text}", width), "plain"),), n)
            for n, note in enumerate(self._notes)
        ]

    def tags(self) -> Sequence[int]:
        return range(len(self._notes))

    def take(self, tag: Hashable) -> None:
        if isinstance(tag, int):
            self.dismiss(tag)

    def own_key(self, event: events.Key) -> bool:
        if not (event.character and event.character.isdecimal()):
            return False
        if 1 <= int(event.character) <= len(self._notes):
            self.dismiss(int(event.character) - 1)
        return True
