"""A word over a screen that has no room: below a certain size nothing can be laid out any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from convoguide.i18n import gettext as _
from convoguide.tui.wrapping import wrapped

if TYPE_CHECKING:
    from textual.geometry import Size
    from textual.screen import Screen

_WIDTH, _HEIGHT = 40, 12
"""From these on every screen is whole; 80 by 24 is what they are made for."""


class SmallWord(Widget, can_focus=False):
    """Covers its screen. What has the focus keeps it, so that nothing that is typed gets lost."""

    DEFAULT_CSS = """
    SmallWord { layer: small; dock: top; width: 100%; height: 100%;
                background: $background; color: $foreground; text-style: bold; }
    """

    def render(self) -> Content:
        said = _(
            "This window is too small ({columns} by {rows}). Make it larger: nothing is lost."
        ).format(columns=self.app.size.width, rows=self.app.size.height)
        return Content("\n".join(wrapped(said, max(self.app.size.width, 1))))


def tell_if_small(screen: Screen[object], size: Size) -> None:
    """Put the word over the screen, or take it away, for a window of this size."""
    small = size.width < _WIDTH or size.height < _HEIGHT
    screen.set_class(small, "-small")
    there = screen.query(SmallWord)
    if small and not there:
        screen.mount(SmallWord())
    elif not small:
        there.remove()
    for word in there:
        word.refresh()
