"""Choosing one of a list that may be long: arrow keys, Enter, or its number."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from convoguide.tui.bindings import DIALOG
from convoguide.tui.dialogs.letters import STYLES
from convoguide.tui.place import Dialog
from convoguide.tui.widgets.action_line import ActionLine
from convoguide.tui.widgets.line_view import LineView, Row
from convoguide.tui.wrapping import cut


class PickDialog(Dialog[int]):
    """Gives the place, from 0, of what was chosen. A number in front of a text chooses it once no
    longer number begins so."""

    CSS_PATH: ClassVar[list[Path]] = STYLES  # type: ignore[assignment]
    AUTO_FOCUS = ""

    def __init__(self, title: str, texts: Sequence[tuple[int, str]], place: int = 0) -> None:
        """`texts`: each with the number that stands before it."""
        super().__init__()
        self._title, self._texts = title, tuple(texts)
        self._place = place
        self._typed = ""

    def compose(self) -> ComposeResult:
        with Vertical(classes="box"):
            yield Static(self._title, markup=False, classes="title")
            yield LineView(pointed=True, id="found")
        yield ActionLine(DIALOG)

    def on_mount(self) -> None:
        view = self.query_one("#found", LineView)
        view.add_class("list")
        view.show(self._rows)
        self._mark(self._place)

    def _rows(self, width: int) -> list[Row]:
        return [
            Row(((f"{number:>3} ", "voice"), (cut(text, max(width - 4, 4)), "plain")), place)
            for place, (number, text) in enumerate(self._texts)
        ]

    def _mark(self, place: int) -> None:
        self._place = max(0, min(place, len(self._texts) - 1))
        self.query_one("#found", LineView).mark(self._place)

    def on_key(self, event: events.Key) -> None:
        if self.commanding:
            return
        last = len(self._texts) - 1
        steps = {"up": -1, "down": 1, "pageup": -10, "pagedown": 10, "home": -last, "end": last}
        if event.key == "enter":
            self.dismiss(self._place)
        elif event.key in steps:
            self._typed = ""
            self._mark(self._place + steps[event.key])
        elif event.character and event.character in "0123456789":
            self._number(event.character)
        else:
            return
        event.stop()
        event.prevent_default()

    def _number(self, digit: str) -> None:
        """Go to the number that is typed; choose it where no other begins so."""
        numbers = [str(number) for number, _text in self._texts]
        for typed in (self._typed + digit, digit):
            fitting = [n for n, each in enumerate(numbers) if each.startswith(typed)]
            if fitting:
                self._typed = typed
                self._mark(numbers.index(typed) if typed in numbers else fitting[0])
                if numbers[fitting[0]] == typed and len(fitting) == 1:
                    self.dismiss(fitting[0])
                return

    @on(LineView.Picked)
    def _picked(self, message: LineView.Picked) -> None:
        if isinstance(message.tag, int):
            self.dismiss(message.tag)
