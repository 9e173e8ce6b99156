"""Where the terminal's own cursor stands: with the caret, and else with what is marked.

It is not shown, but a screen magnifier follows it, a braille display stands there, and an input
method opens its window beside it. Textual moves it with the next thing that is drawn.
"""

from textual.geometry import Offset
from textual.widget import Widget


def point(widget: Widget, x: int = 0, y: int = 0) -> None:
    """Put the cursor on that cell of the widget's content, if its screen is the one on top."""
    if widget.is_attached and widget.screen.is_current:
        widget.app.cursor_position = widget.content_region.offset + Offset(x, y)
