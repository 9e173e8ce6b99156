"""The first line of a screen: where one is, and on the right what holds all the time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from convoguide.tui.wrapping import cut

if TYPE_CHECKING:
    from textual.geometry import Size


class HeadLine(Widget):
    """Always one line. What stands on the right is never cut; the left gives way to it."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's
        super().__init__(id=id)
        self._here = self._holds = ""

    def tell(self, here: str, holds: str = "") -> None:
        """Say this; shown as it stands."""
        self._here, self._holds = here, holds
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        return 1

    def render(self) -> Content:
        width = self.size.width
        if not self._holds:
            return Content(cut(self._here, width))
        here = cut(self._here, max(width - cell_len(self._holds) - 2, 0))
        gap = max(width - cell_len(here) - cell_len(self._holds), 0)
        return Content(here + " " * gap + self._holds)
