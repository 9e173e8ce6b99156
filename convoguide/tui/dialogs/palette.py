"""Finding any command of a screen by a few letters of its name or of what it does."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Vertical
from textual.widgets import Static

from convoguide.i18n import gettext as _
from convoguide.tui.bindings import DIALOG, Action
from convoguide.tui.dialogs.letters import STYLES
from convoguide.tui.dialogs.room import ListRoom
from convoguide.tui.place import Dialog
from convoguide.tui.widgets.action_line import ActionLine
from convoguide.tui.widgets.form_fields import Entered, Steered, TextControl
from convoguide.tui.widgets.line_view import LineView, Row
from convoguide.tui.wrapping import wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from textual.app import ComposeResult

_KEYS = 11
"""Cells of the column of keys: the longest is «F9, Esc r»."""


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


class PaletteDialog(ListRoom, Dialog[str]):
    """Gives the id of the action that was chosen."""

    CSS_PATH: ClassVar[list[Path]] = STYLES  # type: ignore[assignment]
    AUTO_FOCUS = "#search"

    def __init__(self, actions: Sequence[Action], *, typing: bool = False) -> None:
        """`typing`: on the screen a letter is text, and a command is Escape and its letter."""
        super().__init__()
        self._actions, self._typing = tuple(actions), typing
        self.found: list[Action] = list(actions)
        self._place = 0

    def compose(self) -> ComposeResult:
        with Vertical(classes="box"):
            yield Static(_("Commands"), markup=False, classes="title")
            yield TextControl(hint=_("A few letters"), id="search")
            yield LineView(pointed=True, centred=True, id="found")
        yield ActionLine(DIALOG, typing=True)

    def on_mount(self) -> None:
        self.query_one("#found").add_class("list")
        self._search()

    def make_room(self, height: int) -> None:
        """As high with a few as with all of them: it does not jump as one types."""
        super().make_room(height)
        room = max(height - self.beside, 1)
        self.query_one("#found", LineView).styles.min_height = min(len(self._actions), room)

    @on(TextControl.Changed)
    def _search(self) -> None:
        self.found = fitting(self._actions, self.query_one("#search", TextControl).text)
        self.query_one("#found", LineView).show(self._rows)
        self._mark(0)

    def _rows(self, width: int) -> list[Row]:
        if not self.found:
            return [Row(((_("No command matches. Try fewer letters."), "quiet"),))]
        rows = []
        for each in self.found:
            keys = self._keys(each)
            text = f"{_(each.label)} – {_(each.help)}"
            for line in wrapped(text, max(width - _KEYS, 8)):
                rows.append(Row(((f"{keys:<{_KEYS}}", "voice"), (line, "plain")), each.id))
                keys = ""
        return rows

    def _keys(self, each: Action) -> str:
        """The keys of an action as help writes them."""
        letter = f"Esc {each.letter}" if self._typing else each.letter
        keys = (each.key.upper() if each.key else "", letter if each.letter else "")
        return ", ".join(filter(None, keys))

    def _mark(self, place: int) -> None:
        self._place = place
        view = self.query_one("#found", LineView)
        view.mark(self.found[place].id if self.found else None)

    @on(Steered)
    def _steered(self, message: Steered) -> None:
        if self.found:
            self._mark((self._place + message.direction) % len(self.found))

    @on(Entered)
    def _entered(self) -> None:
        if self.found:
            self.dismiss(self.found[self._place].id)

    @on(LineView.Picked)
    def _picked(self, message: LineView.Picked) -> None:
        self.dismiss(str(message.tag))
