"""A scrolling view of lines: however much it holds, only the lines in sight are drawn.

A view of hundreds of notes must cost a key nothing. So there is no widget a note: what is shown is
a list of rows, made by a function of the width, and made again only when something has changed.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from convoguide.tui.pointing import point
from convoguide.tui.wrapping import drawn


@dataclass(frozen=True, slots=True)
class Row:
    """One line: its pieces with the name of each one's style, and what a click on it means."""

    parts: tuple[tuple[str, str], ...] = ()
    tag: Hashable = None


Rows = Sequence[Row]
Maker = Callable[[int], Rows]
_NOWHERE = Size(-1, -1)
_AHEAD = 2
"""Rows that are kept in sight below the marked one."""


class LineView(ScrollView, can_focus=False):
    """Rows, with one of them marked where `cursor` is its tag."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "line--plain",
        "line--title",
        "line--heading",
        "line--quiet",
        "line--phrase",
        "line--voice",
        "line--cursor",
    }
    DEFAULT_CSS = """
    LineView { overflow-x: hidden; overflow-y: auto; scrollbar-size-vertical: 1;
               scrollbar-gutter: stable; }
    """
    ALLOW_SELECT = False
    ALLOW_MAXIMIZE = False

    class Picked(Message):
        """A row was clicked."""

        def __init__(self, view: "LineView", tag: Hashable) -> None:
            super().__init__()
            self.view = view
            self.tag = tag

        @property
        def control(self) -> "LineView":
            """The view, for `@on` with a selector."""
            return self.view

    def __init__(
        self,
        *,
        pointed: bool = False,
        centred: bool = False,
        id: str | None = None,  # noqa: A002
    ) -> None:
        """`pointed`: two cells before each row, where a `>` points at the marked one.

        `centred`: the marked one stands in the middle, so that what follows is in sight.
        """
        super().__init__(id=id)
        self._pointed, self._centred = pointed, centred
        self.rows: Rows = ()
        self.cursor: Hashable = None
        self._make: Maker | None = None
        self._made_for = _NOWHERE
        self._reveal: Hashable = None
        self._at_end = False
        self._fits: bool | None = None
        """Whether it is as high as its rows, by its style."""

    def show(self, make: Maker) -> None:
        """Show the rows that `make` gives for a width; now, or when there is a place to fill."""
        self._make = make
        self._made_for = _NOWHERE
        self._fill()

    def reveal(self, tag: Hashable, *, with_end: bool = False) -> None:
        """Bring the first row of that tag into sight, and with `with_end` all that follows it.

        Where not all of that fits, the row of the tag stands at the top.
        """
        self._reveal, self._at_end = tag, with_end
        self._scroll_there()

    def mark(self, tag: Hashable) -> None:
        """Mark the rows of that tag and bring the first of them into sight."""
        if self.cursor != tag:
            self.cursor = tag
            self.refresh()
        self.reveal(tag)

    def _fill(self) -> None:
        size = self.scrollable_content_region.size
        width = size.width
        if self._make is None or width <= 0 or size == self._made_for:
            return
        self._made_for = size
        self.rows = self._make(max(width - 2, 2) if self._pointed else width)
        self.virtual_size = Size(width, len(self.rows))
        if self._fits is None:
            self._fits = self.styles.height is not None and self.styles.height.is_auto
        if self._fits:
            # Said outright: Textual may have laid the view out between two changes, and would
            # keep the height it found then.
            self.styles.height = max(len(self.rows), 1)
        self.refresh()
        self._scroll_there()

    def _scroll_there(self) -> None:
        if self._reveal is None or self._made_for is _NOWHERE:
            return
        height = self.scrollable_content_region.height
        top = next((n for n, row in enumerate(self.rows) if row.tag == self._reveal), None)
        if top is None or height <= 0:
            return
        if self._at_end:
            target = min(top, max(len(self.rows) - height, 0))
        else:
            # As much of what belongs to it as there is room for; else the view stays where it is.
            end = top + 1
            while end < len(self.rows) and _belongs(self.rows[end], self._reveal):
                end += 1
            now = self.scroll_offset.y
            # What follows is in sight too: one mostly goes forward.
            ahead = min(_AHEAD, height // 4) if self._pointed else 0
            lowest = max(min(end + ahead, len(self.rows)) - height, 0)
            target = min(max(now, min(lowest, top)), top)
            if self._centred:
                target = max(min(top - (height - 1) // 2, len(self.rows) - height), 0)
            # The heading above the very first row comes along.
            if top <= 1:
                target = 0
        self.scroll_to(y=target, animate=False, force=True)

    def watch_show_vertical_scrollbar(self, shown: bool) -> None:
        """A bar that comes after the first scrolling stands where the view stands."""
        if shown:
            self.vertical_scrollbar.position = self.scroll_y

    def on_resize(self) -> None:
        self._fill()
        self._scroll_there()

    def on_show(self) -> None:
        self._fill()
        self._scroll_there()

    def on_click(self, event: events.Click) -> None:
        row = event.y - self.gutter.top + self.scroll_offset.y
        if 0 <= row < len(self.rows) and self.rows[row].tag is not None:
            event.stop()
            self.post_message(self.Picked(self, self.rows[row].tag))

    def page(self, direction: int) -> None:
        """Scroll by a page, a line of it staying in sight."""
        self._reveal = None
        step = max(self.scrollable_content_region.height - 1, 1)
        self.scroll_to(y=self.scroll_offset.y + direction * step, animate=False, force=True)

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        style = self.get_component_rich_style("line--plain")
        place = y + self.scroll_offset.y
        if place >= len(self.rows):
            return Strip.blank(width, style)
        row = self.rows[place]
        marked = self.cursor is not None and row.tag == self.cursor
        first = marked and (place == 0 or self.rows[place - 1].tag != row.tag)
        if first and self.screen.focused is None:
            point(self, 0, y)  # here, where it is drawn: only now it is known which line that is
        parts = ((("> " if first else "  "), "plain"), *row.parts) if self._pointed else row.parts
        segments = [
            Segment(
                drawn(text), self.get_component_rich_style(f"line--{'cursor' if marked else name}")
            )
            for text, name in parts
        ]
        fill = self.get_component_rich_style("line--cursor") if marked else style
        return Strip(segments).adjust_cell_length(width, fill)


def _belongs(row: Row, tag: Hashable) -> bool:
    return row.tag == tag or (isinstance(row.tag, tuple) and row.tag[:1] == (tag,))
