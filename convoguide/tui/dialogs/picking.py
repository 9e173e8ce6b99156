"""Choosing one of a list that may be long: arrow keys, Enter, or its number."""

from collections.abc import Hashable, Sequence
from pathlib import Path
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from convoguide.tui.bindings import DIALOG
from convoguide.tui.dialogs.letters import STYLES
from convoguide.tui.dialogs.pointed import PointedDialog
from convoguide.tui.dialogs.room import ListRoom
from convoguide.tui.widgets.action_line import ActionLine
from convoguide.tui.widgets.line_view import LineView, Row
from convoguide.tui.wrapping import cut


class PickDialog(ListRoom, PointedDialog[int]):
    """Gives the place, from 0, of what was chosen. A number in front of a text chooses it once no
    longer number begins so."""

    VIEW = "#found"
    ROUND = False
    CSS_PATH: ClassVar[list[Path]] = STYLES  # type: ignore[assignment]

    def __init__(self, title: str, texts: Sequence[tuple[int, str]], place: int = 0) -> None:
        """`texts`: each with the number that stands before it."""
        super().__init__()
        self._title, self._texts = title, tuple(texts)
        self.place = place
        self._typed = ""

    def compose(self) -> ComposeResult:
        with Vertical(classes="box"):
            yield Static(self._title, markup=False, classes="title")
            yield LineView(pointed=True, centred=True, id="found")
        yield ActionLine(DIALOG)

    def on_mount(self) -> None:
        self.view.add_class("list")
        self.view.show(self._rows)
        self.mark(self.place)

    def _rows(self, width: int) -> list[Row]:
        return [
            Row(((f"{number:>3} ", "voice"), (cut(text, max(width - 4, 4)), "plain")), place)
            for place, (number, text) in enumerate(self._texts)
        ]

    def tags(self) -> Sequence[int]:
        return range(len(self._texts))

    def take(self, tag: Hashable) -> None:
        if isinstance(tag, int):
            self.dismiss(tag)

    def own_key(self, event: events.Key) -> bool:
        if event.character and event.character in "0123456789":
            self._number(event.character)
            return True
        self._typed = ""
        return False

    def _number(self, digit: str) -> None:
        """Go to the number that is typed; choose it where no other begins so."""
        numbers = [str(number) for number, _text in self._texts]
        for typed in (self._typed + digit, digit):
            fitting = [n for n, each in enumerate(numbers) if each.startswith(typed)]
            if fitting:
                self._typed = typed
                self.mark(numbers.index(typed) if typed in numbers else fitting[0])
                if numbers[fitting[0]] == typed and len(fitting) == 1:
                    self.dismiss(fitting[0])
                return
