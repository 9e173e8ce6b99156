"""Terminals with sixteen colours, or where none are wanted: what is left of a style there.

What a number of the sixteen looks like, and what becomes of bold, italic and underlined text, is
the terminal's. Two things are done about it. The themes for sixteen colours use only those pairs
that hold on all of them; and the styles that some terminals show as another colour are taken out
where they would be: bold makes a dark ink bright on many, the Linux console has a colour of its own
for italic and for underlined text, and GNU screen shows italic text in reverse.
"""

from collections.abc import Mapping
from functools import lru_cache

from rich.color import Color, ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.color import Color as Shade
from textual.filter import LineFilter

_BOLD_OFF = Style(bold=False)
_ITALIC_OFF = Style(italic=False)
_UNDERLINE_OFF = Style(underline=False)
_COLOURS_OFF = Style.from_color(Color.default(), Color.default())
_REVERSE = Style(reverse=True)
_UPRIGHT = Style(reverse=False)
_DARK_ONES = 8
"""The first so many of the sixteen have a brighter one each."""
_HALF = 0.5


def only_sixteen(color_system: str | None) -> bool:
    """Whether the terminal offers sixteen colours, by what Rich found: `Console.color_system`."""
    return color_system in ("standard", "windows")


class PlainStyles(LineFilter):
    """Takes out of each style what the terminal would show as something else."""

    def __init__(self, environ: Mapping[str, str], *, sixteen: bool, colourless: bool) -> None:
        super().__init__()
        term = environ.get("TERM", "")
        self._sixteen = sixteen and not colourless
        self._colourless = colourless
        self._italic_off = sixteen or term.startswith("screen")
        self._underline_off = term == "linux"
        self.enabled = sixteen or colourless or self._italic_off or self._underline_off
        self._styled = lru_cache(1024)(self._style)

    def apply(self, segments: list[Segment], background: Shade) -> list[Segment]:  # noqa: ARG002
        """The segments, their text untouched."""
        styled = self._styled
        return [
            Segment(text, None if style is None else styled(style), control)
            for text, style, control in segments
        ]

    def _style(self, style: Style) -> Style:
        if self._italic_off and style.italic:
            style += _ITALIC_OFF
        if self._underline_off and style.underline:
            style += _UNDERLINE_OFF
        if self._sixteen and style.bold and _is_dark(style.color):
            style += _BOLD_OFF
        if self._colourless:
            turned = bool(style.reverse) != _stands_out(style)
            style += _COLOURS_OFF + (_REVERSE if turned else _UPRIGHT)
        return style


def _is_dark(ink: Color | None) -> bool:
    """Whether bold would make another colour of it."""
    number = None if ink is None else ink.downgrade(ColorSystem.STANDARD).number
    return number is not None and number < _DARK_ONES


def _stands_out(style: Style) -> bool:
    """Whether the ground is the lighter one, which on a dark theme marks what it is under."""
    if style.bgcolor is None or style.bgcolor.is_default:
        return False
    ground = Shade.from_rich_color(style.bgcolor).brightness
    if style.color is None or style.color.is_default:
        return ground > _HALF
    return ground > Shade.from_rich_color(style.color).brightness
