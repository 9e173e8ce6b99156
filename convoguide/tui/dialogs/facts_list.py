"""A part that is a list: who was there, actions, contacts. Each change is kept at once."""

from collections.abc import Callable, Hashable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from convoguide.i18n import gettext as _
from convoguide.tui.bindings import LIST
from convoguide.tui.dialogs.form import FormDialog, Values
from convoguide.tui.dialogs.letters import STYLES
from convoguide.tui.dialogs.pointed import PointedDialog
from convoguide.tui.dialogs.room import ListRoom
from convoguide.tui.facts import Part
from convoguide.tui.facts_kept import built
from convoguide.tui.facts_told import item_words
from convoguide.tui.place import keys_of
from convoguide.tui.widgets.action_line import ActionLine
from convoguide.tui.widgets.line_view import LineView, Row
from convoguide.tui.wrapping import wrapped

_ADD = "add"
Offer = tuple[str, Any]
"""Who offers a value, and the value."""


def _nothing() -> Sequence[Offer]:
    return ()


class ListDialog(ListRoom, PointedDialog[None]):
    """The values of the list, a line that adds one, and a line for each that is on offer.

    An empty list asks at once, where nothing is on offer. What is on offer is taken over as it
    is, by Enter, and stands nowhere before.
    """

    PLACE = LIST
    VIEW = "#values"
    BINDINGS = keys_of(LIST)
    CSS_PATH: ClassVar[list[Path]] = STYLES  # type: ignore[assignment]

    def __init__(
        self,
        part: Part,
        now: Callable[[], Sequence[Any]],
        change: Callable[[tuple[Any, ...]], None],
        today: date,
        offers: Callable[[], Sequence[Offer]] = _nothing,
    ) -> None:
        super().__init__()
        self._part, self._now, self._change, self._today = part, now, change, today
        self._offers = offers

    def _offered(self) -> list[Offer]:
        """What is on offer and not yet in the list."""
        return [each for each in self._offers() if each[1] not in self._now()]

    def tags(self) -> list[Hashable]:
        """What can be marked: the values by their place, the line that adds, what is offered."""
        offered = [("offer", number) for number in range(len(self._offered()))]
        return [*range(len(self._now())), _ADD, *offered]

    def compose(self) -> ComposeResult:
        with Vertical(classes="box"):
            yield Static(_(self._part.label), markup=False, classes="title")
            yield LineView(pointed=True, id="values")
        yield ActionLine(LIST)

    def on_mount(self) -> None:
        self.query_one("#values").add_class("list")
        self.place = len(self._now())
        self._show()
        if not self._now() and not self._offered():
            self.action_add()

    def _show(self) -> None:
        self.view.show(self._rows)
        self.mark(self.place)

    def _rows(self, width: int) -> list[Row]:
        rows = [
            Row(((line if number == 0 else f"  {line}", "plain"),), place)
            for place, value in enumerate(self._now())
            for number, line in enumerate(wrapped(item_words(self._part, value), width - 2))
        ]
        rows.append(Row((("+ " + _("Add one"), "voice"),), _ADD))
        for number, (who, value) in enumerate(self._offered()):
            words = _("{value} – offered by {organisation}").format(
                value=item_words(self._part, value), organisation=who
            )
            for place, line in enumerate(wrapped(words, width - 2)):
                lead = "+ " if place == 0 else "  "
                rows.append(Row(((lead + line, "plain"),), ("offer", number)))
        return rows

    # --- keys and mouse --------------------------------------------------------------------------

    def take(self, tag: Hashable) -> None:  # noqa: ARG002  # it is marked by now
        self.action_change()

    def own_key(self, event: events.Key) -> bool:
        if event.key not in ("delete", "backspace"):
            return False
        self.action_remove()
        return True

    # --- what it does ----------------------------------------------------------------------------

    def action_add(self) -> None:
        """One more, through the form; then the line for adding is marked again."""
        self.app.push_screen(FormDialog(self._part, None, self._today), self._added)

    def _added(self, values: Values | None) -> None:
        value = built(self._part, values) if values else None
        if value is not None:
            self._change((*self._now(), value))
        self.place = len(self._now())
        self._show()

    def action_change(self) -> None:
        """Change the marked one, add where that line is marked, take over what is on offer."""
        values = self._now()
        match self.tags()[self.place]:
            case ("offer", int(number)):
                self._take(self._offered()[number][1])
                return
        if self.place >= len(values):
            self.action_add()
            return
        place = self.place
        self.app.push_screen(
            FormDialog(self._part, values[place], self._today),
            lambda given: self._changed(place, given),
        )

    def _take(self, value: Any) -> None:
        """Take over a value that is on offer; the next one on offer is marked then."""
        self._change((*self._now(), value))
        self.place += 1 if self._offered() else 0
        self._show()

    def _changed(self, place: int, given: Values | None) -> None:
        value = built(self._part, given) if given else None
        if value is not None:
            values = tuple(self._now())
            self._change((*values[:place], value, *values[place + 1 :]))
            self._show()

    def action_remove(self) -> None:
        """Take the marked one out; undo in the conversation brings it back."""
        values = tuple(self._now())
        if self.place < len(values):
            self._change((*values[: self.place], *values[self.place + 1 :]))
            self._show()

    def action_done(self) -> None:
        """Close; every change is kept already."""
        self.dismiss(None)

    def escaped_twice(self) -> None:
        self.dismiss(None)
