"""One line to type in, with its name before it and what is wrong with it below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.widgets import Static

from convoguide.tui.widgets.clean_input import StillInput

if TYPE_CHECKING:
    from textual.app import ComposeResult


class NamedInput(Horizontal):
    """An input of one line; `name` stays in sight while one types."""

    def __init__(self, name: str, field_id: str, *, secret: bool = False) -> None:
        super().__init__(classes="field")
        self._name_shown, self._field_id, self._secret = name, field_id, secret

    def compose(self) -> ComposeResult:
        yield Static(self._name_shown, markup=False, classes="name")
        yield StillInput(password=self._secret, compact=True, id=self._field_id)


class Wrong(Static):
    """What is wrong with what was typed; takes no room until there is something."""

    def __init__(self) -> None:
        super().__init__("", markup=False, classes="wrong")

    def tell(self, words: str) -> None:
        """Say it; an empty text takes it away."""
        self.update(words)
        self.set_class(bool(words), "-shown")
