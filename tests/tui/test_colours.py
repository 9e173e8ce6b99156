"""Text stands out at 7:1 in every theme, and what is marked can be told without colour."""

import re
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.theme import Theme

from convoguide.config import Settings
from convoguide.services.keep import MemoryKeeper
from convoguide.tui import themes
from tests.tui.shelling import Locked, Running, kept, rich, run, running

TUI = Path(themes.__file__).parent
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
DEFAULT = re.compile(r'DEFAULT_CSS = (?:"""|")(.*?)(?:"""|"$)', re.DOTALL | re.MULTILINE)
NEAR = 7.0
THEMES = pytest.mark.parametrize("theme", themes.BY_SETTING, ids=str)

Rule = tuple[str, dict[str, str]]


def rules() -> Iterator[Rule]:
    """Every rule of every stylesheet and of the widgets' own, with what it sets."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(TUI.rglob("*.tcss"))]
    sources = [path.read_text(encoding="utf-8") for path in sorted(TUI.rglob("*.py"))]
    texts += [found for source in sources for found in DEFAULT.findall(source)]
    for text in texts:
        for selector, body in RULE.findall(COMMENT.sub("", text)):
            declared = [each.partition(":") for each in body.split(";") if ":" in each]
            yield (
                " ".join(selector.split()),
                {key.strip(): value.strip() for key, _colon, value in declared},
            )


def contrast(one: Color, other: Color) -> float:
    lights = sorted(luminance(each) for each in (one, other))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def luminance(color: Color) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.03928 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(each / 255) for each in color.rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def in_theme(value: str, theme: Theme) -> Color:
    """The colour that a stylesheet's `$name` is in a theme; a colour by value is refused."""
    assert re.fullmatch(r"\$[a-z]+", value), f"{value}: a colour of no theme, or one that is mixed"
    found = getattr(theme, value[1:])
    assert found is not None, f"{value}: no theme says what this is"
    return Color.parse(found)


@THEMES
def test_every_rule_with_a_colour_holds_seven_to_one(theme: str) -> None:
    """A rule that sets the ink alone has to hold on every ground, one with a ground on that."""
    colours = themes.BY_SETTING[theme]
    seen = 0
    for selector, declared in rules():
        ink, ground = declared.get("color"), declared.get("background")
        if ink is None and (ground is None or selector == "Dialog"):
            continue  # the shade behind a dialog: nothing is written on it
        inks = [ink] if ink else ["$foreground"]
        grounds = [ground] if ground else ["$background", "$surface", "$panel"]
        for each in inks:
            for under in grounds:
                found = contrast(in_theme(each, colours), in_theme(under, colours))
                assert found >= NEAR, (selector, each, under, round(found, 2))
                seen += 1
    assert seen > 60


def test_no_rule_makes_text_fainter() -> None:
    for selector, declared in rules():
        assert not {"opacity", "text-opacity", "tint"} & declared.keys(), selector
        assert "dim" not in declared.get("text-style", ""), selector
        assert "blink" not in declared.get("text-style", ""), selector


def shown(app: Running) -> Iterator[tuple[str, Style]]:
    """Every piece of text with its style, of the dialog alone where one is open.

    Borders and bars are no text, and the screen behind a dialog is dimmed on purpose.
    """
    screen = app.app.screen
    boxes = list(screen.query(".box"))
    area = boxes[0].region if boxes else screen.region
    for strip in screen._compositor.render_strips()[area.y : area.bottom]:
        for segment in strip.crop(area.x, area.right):
            words = re.sub(r"[\s\u2500-\u259f]+", "", segment.text)
            if words and segment.style is not None:
                yield words, segment.style


def told_apart(style: Style) -> float:
    assert style.color is not None
    assert style.bgcolor is not None
    return contrast(Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor))


@asynccontextmanager
async def full(theme: str, **settings: object) -> AsyncIterator[Running]:
    keeper = kept(MemoryKeeper(), rich("Vill hem"))
    chosen = Settings(keep="memory", locale="sv", theme=theme, **settings)  # type: ignore[arg-type]
    async with running(keeper, settings=chosen) as app:
        yield app


@THEMES
def test_all_that_is_shown_on_the_screens_stands_out(theme: str) -> None:
    async def story() -> None:
        def look(where: str) -> None:
            for words, style in shown(app):
                assert not style.dim, (where, words)
                assert told_apart(style) >= NEAR, (where, words, round(told_apart(style), 2))

        async with full(theme) as app:
            look("home")
            for key in ("d", "i", "n", "t", "f1"):
                await app.press(key)
                look(key)
                await app.press("q")
            await app.press("g")
            look("conversation")
            for keys in (
                ("escape",), ("w",), ("f4",), ("escape", "q"), ("escape", "o"), ("escape", "q"),
                ("f9",), ("j",), ("f8",),
            ):  # fmt: skip
                await app.press(*keys)
                look(" ".join(keys))

    run(story())


@THEMES
def test_a_dialog_with_fields_stands_out(theme: str) -> None:
    async def story() -> None:
        settings = Settings(keep="passphrase", locale="sv", theme=theme)
        async with running(Locked(exists=False), settings=settings, start="svas-kronoberg") as app:
            for words, style in shown(app):
                assert told_apart(style) >= NEAR, (words, round(told_apart(style), 2))

    run(story())


@THEMES
def test_the_marked_line_is_pointed_at_and_not_by_colour_alone(theme: str) -> None:
    async def story() -> None:
        async with full(theme) as app:
            for key in ("", "t"):
                if key:
                    await app.press(key)
                pointed = [line for line in app.lines() if line.lstrip().startswith(">")]
                assert len(pointed) >= 1, key
                await app.press("down")
                moved = [line for line in app.lines() if line.lstrip().startswith(">")]
                assert moved != pointed

    run(story())


@THEMES
def test_the_field_that_is_typed_into_is_marked_without_colour(theme: str) -> None:
    """The caret is in reverse, or what has the focus is bold where the others are not."""

    async def story() -> None:
        settings = Settings(keep="passphrase", locale="sv", theme=theme)
        async with running(Locked(exists=False), settings=settings, start="svas-kronoberg") as app:
            focused = app.app.focused
            assert focused is not None
            assert marked(app, focused.region.y)
        async with full(theme) as app:
            await app.press("g")
            focused = app.app.focused
            assert focused is not None
            caret = [
                segment
                for y in range(focused.region.y, focused.region.bottom)
                for segment in row(app, y)
                if segment.style is not None and segment.style.reverse
            ]
            assert caret, "where the caret is"

    run(story())


def row(app: Running, y: int) -> list[Segment]:
    return list(app.app.screen._compositor.render_strips()[y])


def marked(app: Running, y: int) -> bool:
    found = [segment.style for segment in row(app, y) if segment.style is not None]
    return any(style.reverse for style in found) or any(style.bold for style in found)
