"""Finding any command of a screen by a few letters of its name or of what it does."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.containers import Vertical
from textual.widgets import Input, Static

from convoguide.i18n import gettext as _
from convoguide.tui.bindings import DIALOG, Action
from convoguide.tui.dialogs.letters import STYLES
from convoguide.tui.place import Dialog
from convoguide.tui.widgets.action_line import ActionLine
from convoguide.tui.widgets.clean_input import CleanInput
from convoguide.tui.widgets.line_view import LineView, Row
from convoguide.tui.wrapping import wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from textual.app import ComposeResult

_HEIGHT = 12


def fitting(actions: Sequence[Action], typed: str) -> list[Action]:
    """The actions that hold every word typed; those whose name begins with it come first."""
    words = typed.casefold().split()
    found = []
    for place, each in enumerate(actions):
        label = _(each.label).casefold()
        said = f"{label} {_(each.help).casefold()}"
        if all(word in said for word in words):
            begins = bool(words) and label.startswith(words[0])
            found.append((not begins, place))
    return [actions[place] for _order, place in sorted(found)]


class PaletteDialog(Dialog[str]):
    """Gives the id of the action that was chosen."""

    CSS_PATH: ClassVar[list[Path]] = STYLES  # type: ignore[assignment]
    AUTO_FOCUS = "#search"

    def __init__(self, actions: Sequence[Action]) -> None:
        super().__init__()
        self._actions = tuple(actions)
        self.found: list[Action] = list(actions)
        self._place = 0

    def compose(self) -> ComposeResult:
        with Vertical(classes="box"):
            yield Static(_("Commands"), markup=False, classes="title")
            yield CleanInput(compact=True, placeholder=_("A few letters"), id="search")
            yield LineView(pointed=True, id="found")
        yield ActionLine(DIALOG, typing=True)

    def on_mount(self) -> None:
        view = self.query_one("#found", LineView)
        view.styles.height = min(len(self._actions), _HEIGHT)  # it does not jump as one types
        self._search()

    @on(Input.Changed)
    def _search(self) -> None:
        self.found = fitting(self._actions, self.query_one("#search", Input).value)
        self.query_one("#found", LineView).show(self._rows)
        self._mark(0)

    def _rows(self, width: int) -> list[Row]:
        if not self.found:
            return [Row(((_("No command fits. Fewer letters find more."), "quiet"),))]
        rows = []
        for each in self.found:
            keys = " ".join(filter(None, (each.key and each.key.upper(), f"Esc {each.letter}")))
            text = f"{_(each.label)} – {_(each.help)}"
            for line in wrapped(text, max(width - 11, 8)):
                rows.append(Row(((f"{keys:<10} ", "voice"), (line, "plain")), each.id))
                keys = ""
        return rows

    def _mark(self, place: int) -> None:
        self._place = place
        view = self.query_one("#found", LineView)
        view.mark(self.found[place].id if self.found else None)

    def on_key(self, event: events.Key) -> None:
        if self.commanding or event.key not in ("up", "down"):
            return
        event.stop()
        event.prevent_default()
        if self.found:
            step = 1 if event.key == "down" else -1
            self._mark((self._place + step) % len(self.found))

    @on(Input.Submitted)
    def _entered(self) -> None:
        if self.found:
            self.dismiss(self.found[self._place].id)

    @on(LineView.Picked)
    def _picked(self, message: LineView.Picked) -> None:
        self.dismiss(str(message.tag))
