"""A dialog with one list: the arrows move the mark, Enter or a click takes what is marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import events, on

from convoguide.tui.place import Dialog
from convoguide.tui.widgets.line_view import LineView

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

R = TypeVar("R")


class PointedDialog(Dialog[R]):
    """Subclasses name their `LineView`, give its `tags` in order, and say what `take` does.

    A list that is short goes round: below its last row is its first.
    """

    VIEW: ClassVar[str]
    ROUND: ClassVar[bool] = True
    AUTO_FOCUS = ""
    place = 0
    """The marked one, counted from 0."""

    @property
    def view(self) -> LineView:
        """The list."""
        return self.query_one(self.VIEW, LineView)

    def tags(self) -> Sequence[Hashable]:
        """What can be marked; at least one thing."""
        raise NotImplementedError

    def take(self, tag: Hashable) -> None:
        """What Enter and a click do."""
        raise NotImplementedError

    def own_key(self, event: events.Key) -> bool:  # noqa: ARG002  # for subclasses
        """Do what a key means here beside moving and taking; whether it means anything."""
        return False

    def mark(self, place: int) -> None:
        """Mark the one at that place, or the nearest there is."""
        tags = self.tags()
        self.place = max(0, min(place, len(tags) - 1))
        self.view.mark(tags[self.place])

    def on_key(self, event: events.Key) -> None:
        if self.commanding or self.focused is not None:
            return
        moved = self._moved(event.key)
        if self.own_key(event):
            pass
        elif event.key == "enter":
            self.take(self.tags()[self.place])
        elif moved is not None:
            self.mark(moved)
        else:
            return
        event.stop()
        event.prevent_default()

    def _moved(self, key: str) -> int | None:
        count = len(self.tags())
        if key in ("up", "down"):
            place = self.place + (1 if key == "down" else -1)
            return place % count if self.ROUND else place
        page = {"pageup": self.place - 10, "pagedown": self.place + 10}
        return page.get(key, {"home": 0, "end": count - 1}.get(key))

    @on(LineView.Picked)
    def _picked(self, message: LineView.Picked) -> None:
        tags = self.tags()
        if message.tag in tags:
            self.mark(tags.index(message.tag))
            self.take(message.tag)
