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

    Where both do not fit on one line, what holds has a line of its own.
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
        used = cell_len(self._here) + cell_len(self._holds)
        if not self._holds or used + 2 <= width:
            gap = max(width - used, 0)
            return [cut(self._here + " " * gap + self._holds, width)]
        return [_fitting(self._here, width), *wrapped(self._holds, width)]

    def render(self) -> Content:
        return Content("\n".join(self._lines(self.size.width)))


def _fitting(here: str, width: int) -> str:
    """Without its last part where that is what is too much; only a very long label is cut."""
    before, _dot, _last = here.rpartition(" · ")
    return before if before and cell_len(here) > width >= cell_len(before) else cut(here, width)
