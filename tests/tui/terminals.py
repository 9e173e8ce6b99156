"""What terminals of sixteen colours make of a style, by what is known of each."""

from collections.abc import Iterator
from dataclasses import dataclass

from rich.color import Color, ColorSystem
from rich.style import Style
from textual.color import Color as Shade

_BRIGHTER = 8


@dataclass(frozen=True)
class Terminal:
    """Its sixteen colours, and what it shows otherwise than it is told."""

    name: str
    colours: tuple[str, ...]
    bold_is_bright: bool = False
    dark_grounds: bool = False
    """Whether a bright ground is shown as the darker one of its kind."""
    of_italic: int | None = None
    of_underlined: int | None = None
    """The ink of italic and of underlined text, where it has one of its own."""

    def pair(self, style: Style) -> tuple[int, int]:
        """The numbers of ink and ground."""
        ink, ground = number(style.color), number(style.bgcolor)
        if style.italic and self.of_italic is not None:
            ink = self.of_italic
        if style.underline and self.of_underlined is not None:
            ink = self.of_underlined
        if self.dark_grounds and not style.reverse:
            ground %= _BRIGHTER
        if style.reverse:
            ink, ground = ground, ink
            if self.dark_grounds:
                ground %= _BRIGHTER
        if style.bold and self.bold_is_bright and ink < _BRIGHTER:
            ink += _BRIGHTER
        return ink, ground

    def shades(self, style: Style) -> tuple[Shade, Shade]:
        """Ink and ground as they are seen."""
        ink, ground = self.pair(style)
        return Shade.parse(self.colours[ink]), Shade.parse(self.colours[ground])


def number(colour: Color | None) -> int:
    """Which of the sixteen a colour becomes."""
    assert colour is not None
    found = colour.downgrade(ColorSystem.STANDARD).number
    assert found is not None
    return found


def _palette(text: str) -> tuple[str, ...]:
    found = tuple(f"#{each}" for each in text.split())
    assert len(found) == 2 * _BRIGHTER
    return found


XTERM = _palette(
    "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 "
    "7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff"
)
VGA = _palette(
    "000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa "
    "555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff"
)
WINDOWS = _palette(
    "0c0c0c c50f1f 13a10e c19c00 0037da 881798 3a96dd cccccc "
    "767676 e74856 16c60c f9f1a5 3b78ff b4009e 61d6d6 f2f2f2"
)
OLD_WINDOWS = _palette(
    "000000 800000 008000 808000 000080 800080 008080 c0c0c0 "
    "808080 ff0000 00ff00 ffff00 0000ff ff00ff 00ffff ffffff"
)
MACOS = _palette(
    "000000 990000 00a600 999900 0000b2 b200b2 00a6b2 bfbfbf "
    "666666 e50000 00d900 e5e500 0000ff e500e5 00e5e5 e5e5e5"
)


def all_terminals() -> Iterator[Terminal]:
    """Each palette with bold as it is and as the brighter colour, and the Linux console."""
    palettes = {
        "xterm": XTERM, "VGA": VGA, "Windows": WINDOWS, "old Windows": OLD_WINDOWS, "macOS": MACOS,
    }  # fmt: skip
    for name, colours in palettes.items():
        yield Terminal(name, colours)
        yield Terminal(f"{name}, bold is bright", colours, bold_is_bright=True)
    yield Terminal(
        "Linux console", VGA, bold_is_bright=True, dark_grounds=True, of_italic=2, of_underlined=6
    )
