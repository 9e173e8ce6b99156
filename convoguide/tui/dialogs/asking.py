"""Asking for one line of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.widgets import Input, Static

from convoguide.tui.bindings import DIALOG
from convoguide.tui.place import Dialog
from convoguide.tui.widgets.action_line import ActionLine
from convoguide.tui.widgets.clean_input import CleanInput

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from convoguide.tui.app import ConvoGuideApp


class TextDialog(Dialog[str]):
    """Gives what was typed, cleaned; None where it was cancelled."""

    AUTO_FOCUS = "Input"

    def __init__(self, title: str, now: str, said: str = "") -> None:
        """`said` stands below the line: an example, or what Enter does."""
        super().__init__()
        self._title, self._now, self._said = title, now, said

    def compose(self) -> ComposeResult:
        with Vertical(classes="box"):
            yield Static(self._title, markup=False, classes="title")
            yield CleanInput(self._now, compact=True)
            if self._said:
                yield Static(self._said, markup=False, classes="below")
        yield ActionLine(DIALOG, typing=True)

    @on(Input.Submitted)
    def _given(self, message: Input.Submitted) -> None:
        from convoguide.core.text import clean, collapse

        self.dismiss(collapse(clean(message.value)))


def ask_text(
    app: ConvoGuideApp,
    title: str,
    now: str,
    told: Callable[[str | None], None],
    said: str = "",
) -> None:
    """Ask for one line; `told` gets it, or None."""
    app.push_screen(TextDialog(title, now, said), told)
