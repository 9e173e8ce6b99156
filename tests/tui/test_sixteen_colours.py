"""With sixteen colours, or none, all text stands out and what is marked is still marked."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

import pytest
from rich.color import ColorSystem
from rich.style import Style
from textual.color import Color

from convoguide.config import Settings
from convoguide.services.keep import MemoryKeeper
from convoguide.tui import few_colours, themes
from convoguide.tui.widgets.line_view import LineView
from tests.tui.shelling import Locked, Running, kept, rich, run, running
from tests.tui.terminals import VGA, Terminal, all_terminals, number
from tests.tui.test_colours import NEAR, THEMES, contrast, row, rules, shown

TERMS = pytest.mark.parametrize("term", ["screen", "linux"])
_WALK = (
    (), ("d",), ("q", "i"), ("q", "n"), ("q", "t"), ("q", "f1"), ("q", "g"),
    ("escape",), ("w",), ("f4",), ("escape", "q"), ("escape", "o"), ("escape", "q"),
    ("f9",), ("j",), ("f8",),
)  # fmt: skip


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal that says nothing of more than sixteen colours."""
    monkeypatch.delenv("COLORTERM")
    monkeypatch.setenv("TERM", "xterm-16color")


@asynccontextmanager
async def full(theme: str) -> AsyncIterator[Running]:
    keeper = kept(MemoryKeeper(), rich("Vill hem"))
    settings = Settings(keep="memory", locale="sv", theme=theme)
    async with running(keeper, settings=settings) as app:
        yield app


def suits(terminal: Terminal, term: str) -> bool:
    """Whether a terminal of that name may be the one that is meant by TERM."""
    return (terminal.name == "Linux console") <= (term == "linux")


def faint(app: Running, term: str) -> Iterator[tuple[str, str, float]]:
    """What cannot be read well on one of the terminals."""
    styles = {style: words for words, style in shown(app)}
    for style, words in styles.items():
        for terminal in all_terminals():
            if suits(terminal, term):
                found = contrast(*terminal.shades(style))
                if found < NEAR:
                    yield terminal.name, words, round(found, 2)


@TERMS
@THEMES
def test_all_text_stands_out_in_sixteen_colours(
    theme: str, term: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", term)

    async def story() -> None:
        async with full(theme) as app:
            assert app.app.theme == themes.SIXTEEN[theme].name
            for keys in _WALK:
                await app.press(*keys)
                assert not list(faint(app, term)), keys

    run(story())


@THEMES
def test_a_dialog_with_fields_stands_out_in_sixteen_colours(theme: str) -> None:
    async def story() -> None:
        settings = Settings(keep="passphrase", locale="sv", theme=theme)
        async with running(Locked(exists=False), settings=settings, start="svas-kronoberg") as app:
            assert not list(faint(app, "xterm"))
            focused = app.app.focused
            assert focused is not None
            beside = {
                look(s.style) for s in row(app, focused.region.y) if s.style and s.text.strip()
            }
            assert len(beside) > 1, "the caret of the field with the focus"

    run(story())


@THEMES
def test_every_rule_holds_seven_to_one_in_sixteen_colours(theme: str) -> None:
    colours = themes.SIXTEEN[theme]
    seen = 0
    for selector, declared in rules():
        ink, ground = declared.get("color"), declared.get("background")
        if ink is None and (ground is None or selector.startswith("Dialog")):
            continue
        grounds = [ground] if ground else ["$background", "$surface", "$panel"]
        for under in grounds:
            pair = (in_theme(ink or "$foreground", colours), in_theme(under, colours))
            style = Style.from_color(*(each.rich_color for each in pair))
            for terminal in all_terminals():
                found = contrast(*terminal.shades(style))
                assert found >= NEAR, (terminal.name, selector, ink, under, round(found, 2))
                seen += 1
    assert seen > 600


def in_theme(value: str, theme: object) -> Color:
    return Color.parse(getattr(theme, value[1:]))


@THEMES
def test_the_colours_of_a_theme_for_sixteen_are_among_the_sixteen(theme: str) -> None:
    colours = themes.SIXTEEN[theme]
    names = ("primary", "accent", "foreground", "background", "surface", "panel", "error")
    for each in (*(getattr(colours, name) for name in names), *colours.variables.values()):
        # What Rich holds the sixteen to be is the palette of VGA.
        assert VGA[number(Color.parse(each).rich_color)] == each


def look(style: Style) -> tuple[object, ...]:
    """All that tells a style from another in sixteen colours."""
    return (
        number(style.color), number(style.bgcolor),
        bool(style.bold), bool(style.underline), bool(style.reverse),
    )  # fmt: skip


@THEMES
def test_the_marked_line_looks_like_no_other(theme: str) -> None:
    async def story() -> None:
        async with full(theme) as app:
            for key in ("", "t"):
                if key:
                    await app.press(key)
                lines = app.lines()
                marked = [n for n, line in enumerate(lines) if line.lstrip().startswith(">")]
                here = looks_on(app, marked[0])
                others = set().union(
                    *(looks_on(app, n) for n in range(len(lines) - 1) if n not in marked)
                )
                assert here - others

    run(story())


def looks_on(app: Running, y: int) -> set[tuple[object, ...]]:
    return {look(each.style) for each in row(app, y) if each.style and each.text.strip()}


@pytest.mark.parametrize(
    ("term", "colorterm", "many"),
    [
        ("xterm-256color", "", True),
        ("screen-256color", "", True),
        ("tmux-256color", "", True),
        ("xterm-kitty", "", True),
        ("xterm", "truecolor", True),
        ("xterm", "", False),
        ("screen", "", False),
        ("tmux", "", False),
        ("linux", "", False),
        ("xterm-16color", "", False),
        ("vt220", "", False),
    ],
)
def test_the_theme_is_chosen_by_what_the_terminal_offers(
    term: str, colorterm: str, many: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", term)
    monkeypatch.setenv("COLORTERM", colorterm)

    async def story() -> None:
        async with running() as app:
            found = themes.BY_SETTING if many else themes.SIXTEEN
            assert app.app.theme == found["dark"].name
            app.app.change_settings(theme="light")
            assert app.app.theme == found["light"].name

    run(story())


def test_text_stands_out_in_two_hundred_and_fifty_six_colours_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")

    async def story(theme: str) -> None:
        async with full(theme) as app:
            for keys in _WALK[:8]:
                await app.press(*keys)
                for style, words in {style: words for words, style in shown(app)}.items():
                    pair = [
                        Color.from_rich_color(each.downgrade(ColorSystem.EIGHT_BIT))
                        for each in (style.color, style.bgcolor)
                        if each is not None
                    ]
                    assert contrast(*pair) >= NEAR, (theme, words, pair)

    for theme in themes.BY_SETTING:
        run(story(theme))


def test_what_the_linux_console_and_screen_would_show_otherwise_is_taken_out() -> None:
    style = Style(italic=True, underline=True, bold=True, color="#000000", bgcolor="#ffffff")

    def left(term: str, *, sixteen: bool) -> tuple[bool, ...]:
        found = few_colours.PlainStyles({"TERM": term}, sixteen=sixteen, colourless=False)
        styled = found._style(style)
        return bool(styled.italic), bool(styled.underline), bool(styled.bold)

    assert left("linux", sixteen=True) == (False, False, False)
    assert left("screen", sixteen=True) == (False, True, False)
    assert left("screen-256color", sixteen=False) == (False, True, True)
    assert left("xterm", sixteen=True) == (False, True, False)


@THEMES
def test_without_colours_the_marked_line_is_in_reverse_and_nothing_has_a_colour(
    theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    async def story() -> None:
        async with full(theme) as app:
            for keys in (*_WALK[:10], ("escape", "q")):
                await app.press(*keys)
                for words, style in shown(app):
                    colours = (style.color, style.bgcolor)
                    assert all(each is None or each.is_default for each in colours), words
            await app.press("f9", "q", "escape", "q", "t")
            lines = app.lines()
            y = next(n for n, line in enumerate(lines) if line.lstrip().startswith(">"))
            turned = [bool(each.style and each.style.reverse) for each in row(app, y)]
            assert any(turned), lines[y]
            assert not any(
                each.style and each.style.reverse for each in row(app, y + 3) if each.text.strip()
            )

    run(story())


@THEMES
def test_keys_are_told_from_their_labels_and_headings_from_lines(theme: str) -> None:
    async def story() -> None:
        async with full(theme) as app:
            last, lines = app.app.size.height - 1, app.lines()
            key, label = lines[last].split()[:2]
            assert looks_of(app, last, key) != looks_of(app, last, label)
            view = app.app.screen.query_one("#list", LineView)
            first = view.content_region.y
            heading = next(
                n for n, r in enumerate(view.rows) if r.parts and r.parts[0][1] == "heading"
            )
            plain = next(
                n for n, r in enumerate(view.rows)
                if r.parts and r.parts[0][1] == "plain" and r.tag != view.cursor
            )  # fmt: skip
            shown = [
                looks_of(app, first + n, view.rows[n].parts[0][0].strip()) for n in (heading, plain)
            ]
            assert shown[0] != shown[1]

    run(story())


def looks_of(app: Running, y: int, words: str) -> set[tuple[object, ...]]:
    """How that part of a line looks."""
    column, found = 0, set()
    start = app.lines()[y].index(words)
    for segment in row(app, y):
        if segment.style and column < start + len(words) and column + len(segment.text) > start:
            found.add(look(segment.style))
        column += len(segment.text)
    return found
