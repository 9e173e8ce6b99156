"""Two attempts beside each other: the totals, then what went better and what less well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convoguide.i18n import gettext as _
from convoguide.tui.bindings import COMPARED
from convoguide.tui.place import keys_of
from convoguide.tui.screens.listing import Listing, gap, told

if TYPE_CHECKING:
    from convoguide.tui.widgets.line_view import Row


class ComparedScreen(Listing[None]):
    """Shows the lines that it is given; a line after an empty one is a heading."""

    PLACE = COMPARED
    BINDINGS = keys_of(COMPARED)

    def __init__(self, lines: list[str]) -> None:
        super().__init__()
        self._told = lines

    def heading(self) -> str:
        return _("Two attempts")

    def rows(self, width: int) -> list[Row]:
        rows: list[Row] = []
        before = "first"
        for line in self._told:
            if line:
                rows += told(line, width, style="heading" if not before else "plain")
            else:
                rows.append(gap())
            before = line
        return rows

    def action_home(self) -> None:
        """Back to the debrief."""
        self.dismiss(None)
