"""A screen that is a list: one row is marked, Enter chooses it, the mouse does too."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from rich.cells import cell_len, set_cell_size
from textual import events, on
from textual.widgets import Static

from convoguide.i18n import gettext as _
from convoguide.tui.place import Place
from convoguide.tui.widgets.action_line import ActionLine
from convoguide.tui.widgets.head_line import HeadLine
from convoguide.tui.widgets.line_view import LineView, Row
from convoguide.tui.wrapping import wrapped

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from textual.app import ComposeResult

R = TypeVar("R")
Piece = tuple[str, str]


class Listing(Place[R]):
    """Subclasses give `heading`, `rows(width)` and say what `choose(tag)` does."""

    AUTO_FOCUS = ""
    _wanted: Hashable = None
    """The row to mark when the rows are made next."""

    def heading(self) -> str:
        """What stands on the first line."""
        return ""

    def rows(self, width: int) -> list[Row]:
        """The rows; those with a tag can be chosen."""
        raise NotImplementedError

    def choose(self, tag: Hashable) -> None:
        """What Enter or a click on a row does."""

    def compose(self) -> ComposeResult:
        yield HeadLine()
        yield Static("", markup=False, classes="said")
        yield LineView(pointed=True, id="list")
        yield ActionLine(self.PLACE)

    def on_mount(self) -> None:
        self.query_one(".said", Static).display = False
        self._tell_where()
        self._wanted = self.first_mark()
        self.show_rows()

    def first_mark(self) -> Hashable:
        """The row that is marked to begin with; None: the first one."""
        return None

    def _tell_where(self) -> None:
        in_memory = getattr(self.app, "in_memory", False)
        holds = _("memory only, nothing is kept") if in_memory else ""
        self.query_one(HeadLine).tell(self.heading(), holds)

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
        self._tell_where()
        if mark is not None:
            self._wanted = mark
        self.view.show(self._marked_rows)

    def _marked_rows(self, width: int) -> list[Row]:
        """The rows, with one of them marked; made when there is a width to make them for."""
        view, rows = self.view, self.rows(width)
        wanted, self._wanted = self._wanted, None
        before = wanted if wanted is not None else view.cursor
        tags = [row.tag for row in rows if row.tag is not None]
        if tags:
            view.mark(before if before in tags else tags[0])
        self._offer()
        return rows

    def _offer(self) -> None:
        """Name the keys that can do something now: that depends on the row that is marked."""
        for line in self.query(ActionLine):
            line.refresh()

    def on_key(self, event: events.Key) -> None:
        if self.commanding:
            return
        tags, key = self.tags(), event.key
        if key in ("up", "down", "home", "end") and tags:
            now = tags.index(self.marked) if self.marked in tags else 0
            step = {"up": now - 1, "down": now + 1, "home": 0, "end": len(tags) - 1}[key]
            self.view.mark(tags[min(max(step, 0), len(tags) - 1)])
            self._offer()
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


def told(
    text: str, width: int, tag: Hashable = None, style: str = "plain", *, lead: str = ""
) -> Iterator[Row]:
    """A text as rows that fit the width, all of one tag; `lead` stands before the first of them."""
    for number, line in enumerate(wrapped(text, max(width - cell_len(lead), 4)) or [""]):
        before = lead if number == 0 else " " * cell_len(lead)
        yield Row(((before, style), (line, style)) if lead else ((line, style),), tag)


def named(name: str, text: str, width: int, names: int, tag: Hashable = None) -> Iterator[Row]:
    """A name in a column of its own, and a text beside it; below it where there is no room."""
    if width - names < 24:
        yield from told(name, width, tag, "title")
        yield from told(text, width, tag, lead="  ")
        return
    left = wrapped(name, names - 2)
    right = wrapped(text, width - names)
    for place in range(max(len(left), len(right))):
        one = left[place] if place < len(left) else ""
        two = right[place] if place < len(right) else ""
        yield Row(((set_cell_size(one, names), "title"), (two, "plain")), tag)


def gap() -> Row:
    """An empty row."""
    return Row()
