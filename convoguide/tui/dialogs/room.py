"""A list in a dialog, as high as the window allows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import events

from convoguide.tui.widgets.line_view import LineView

if TYPE_CHECKING:
    from textual.screen import Screen

    _Base = Screen[Any]
else:
    _Base = object  # a second widget among the bases would take the styles from the dialog

_LEAST = 4


class ListRoom(_Base):
    """For dialogs with a `LineView` of the class `list`: it takes the rows that are free.

    A dialog that shows more than a title and a line to type in says how much in `beside`.
    """

    @property
    def beside(self) -> int:
        """The rows of the window that are not the list's: box, title, field, last line."""
        return 10

    def on_resize(self, event: events.Resize) -> None:
        """Another height of the window."""
        self.make_room(event.size.height)

    def on_mount(self) -> None:
        """The list has its class by now."""
        self.make_room(self.app.size.height)

    def make_room(self, height: int) -> None:
        """Let the list have what is free of so many rows."""
        for view in self.query(".list").results(LineView):
            view.styles.max_height = max(height - self.beside, _LEAST)
