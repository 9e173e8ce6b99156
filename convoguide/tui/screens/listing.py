"""A screen that is a list: one row is marked, Enter chooses it, the mouse does too."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from textual import events, on
from textual.widgets import Static

from convoguide.tui.place import Place
from convoguide.tui.widgets.action_line import ActionLine
from convoguide.tui.widgets.line_view import LineView, Row
from convoguide.tui.wrapping import wrapped

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from textual.app import ComposeResult

R = TypeVar("R")
Piece = tuple[str, str]


class Listing(Place[R]):
    """Subclasses give `heading`, `rows(width)` and say what `choose(tag)` does."""

    DEFAULT_CSS = """
    Listing { layout: vertical; background: $background; color: $foreground; }
    Listing .heading { height: auto; padding: 0 1; background: $panel; text-style: bold; }
    Listing .said { height: auto; padding: 0 1; }
    Listing LineView { height: 1fr; padding: 1 1; }
    """
    AUTO_FOCUS = ""

    def heading(self) -> str:
        """What stands on the first line."""
        return ""

    def rows(self, width: int) -> list[Row]:
        """The rows; those with a tag can be chosen."""
        raise NotImplementedError

    def choose(self, tag: Hashable) -> None:
        """What Enter or a click on a row does."""

    def compose(self) -> ComposeResult:
        yield Static(self.heading(), markup=False, classes="heading")
        yield Static("", markup=False, classes="said")
        yield LineView(pointed=True, id="list")
        yield ActionLine(self.PLACE)

    def on_mount(self) -> None:
        self.query_one(".said", Static).display = False
        # The rows are made for a width, which is known after the first layout.
        self.call_after_refresh(self.show_rows)

    @property
    def view(self) -> LineView:
        return self.query_one("#list", LineView)

    @property
    def marked(self) -> Hashable:
        """The tag of the marked row."""
        return self.view.cursor

    def say(self, message: str) -> None:
        """Say something under the heading; an empty text takes it away."""
        if not self.is_attached:
            return
        said = self.query_one(".said", Static)
        said.update(message)
        said.display = bool(message)

    def tags(self) -> list[Hashable]:
        """What can be marked, in order."""
        return list(dict.fromkeys(row.tag for row in self.view.rows if row.tag is not None))

    def show_rows(self, mark: Hashable = None) -> None:
        """Make the rows anew; the same row stays marked where it is still there."""
        if not self.is_attached:
            return
        self.query_one(".heading", Static).update(self.heading())
        view = self.view
        before = mark if mark is not None else view.cursor
        view.show(self.rows)
        tags = self.tags()
        if before in tags:
            view.mark(before)
        elif tags:
            view.mark(tags[0])

    def on_key(self, event: events.Key) -> None:
        if self.commanding:
            return
        tags, key = self.tags(), event.key
        if key in ("up", "down", "home", "end") and tags:
            now = tags.index(self.marked) if self.marked in tags else 0
            step = {"up": now - 1, "down": now + 1, "home": 0, "end": len(tags) - 1}[key]
            self.view.mark(tags[min(max(step, 0), len(tags) - 1)])
        elif key in ("pageup", "pagedown"):
            self.view.page(1 if key == "pagedown" else -1)
        elif key == "enter" and self.marked in tags:
            self.choose(self.marked)
        else:
            return
        event.stop()
        event.prevent_default()

    @on(LineView.Picked)
    def _picked(self, message: LineView.Picked) -> None:
        self.view.mark(message.tag)
        self.choose(message.tag)


def told(text: str, width: int, tag: Hashable = None, style: str = "plain") -> Iterator[Row]:
    """A text as rows that fit the width, all of one tag."""
    for line in wrapped(text, max(width, 4)) or [""]:
        yield Row(((line, style),), tag)


def gap() -> Row:
    """An empty row."""
    return Row()
