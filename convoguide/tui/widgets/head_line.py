"""The first line of a screen: where one is, and on the right what holds all the time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from convoguide.tui.wrapping import cut, wrapped

if TYPE_CHECKING:
    from textual.geometry import Size


class HeadLine(Widget):
    """On the left where one is, on the right what holds all the time; each whole.

    Where both do not fit on one line, what holds has a line of its own; where the left does not
    fit by itself, its last part goes down to that line.
    """

    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's
        super().__init__(id=id)
        self._here = self._holds = ""

    def tell(self, here: str, holds: str = "") -> None:
        """Say this; shown as it stands."""
        if (here, holds) != (self._here, self._holds):
            self._here, self._holds = here, holds
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        return len(self._lines(width))

    def _lines(self, width: int) -> list[str]:
        here, holds = self._here, self._holds
        if cell_len(here) <= width and _side_by_side(here, holds, width):
            return [_in_one(here, holds, width)]
        before, last = _parted(here, width)
        if last and _side_by_side(last, holds, width):
            return [before, _in_one(last, holds, width)]
        return [each for each in (before, last, *wrapped(holds, width)) if each]

    def render(self) -> Content:
        return Content("\n".join(self._lines(self.size.width)))


def _side_by_side(left: str, right: str, width: int) -> bool:
    return not right or cell_len(left) + 2 + cell_len(right) <= width


def _in_one(left: str, right: str, width: int) -> str:
    return left + " " * max(width - cell_len(left) - cell_len(right), 0) + right


def _parted(here: str, width: int) -> tuple[str, str]:
    """It, and its last part apart where that is what is too much; only a long label is cut."""
    before, _dot, last = here.rpartition(" · ")
    if before and cell_len(here) > width >= max(cell_len(before), cell_len(last)):
        return before, last
    return cut(here, width), ""
