"""On 80 by 24 nothing is cut off, in any language; the colours can be told apart by anyone."""

import pytest
from rich.cells import cell_len
from textual.color import Color
from textual.theme import Theme

from convoguide import i18n
from convoguide.config import Settings
from convoguide.services.keep import MemoryKeeper
from convoguide.tui import themes
from convoguide.tui.bindings import DIALOG, FILING, FOOTERS, FORM, PLACES, TALK, action
from convoguide.tui.widgets.action_line import GAP
from tests.tui.shelling import Locked, Running, kept, rich, run, running

LOCALES = ("sv", "nb", "nn", "en")


def _whole(app: Running) -> None:
    """Every widget lies wholly on the screen, and the last line names the keys."""
    width, height = app.app.size
    for widget in app.app.screen.query("*"):
        region = widget.region
        if not widget.display or not region.area or widget.is_scrollable:
            continue
        if any(getattr(each, "is_scrollable", False) for each in widget.ancestors[:-2]):
            continue  # it may be scrolled to
        inside = region.x >= 0 and region.right <= width and region.bottom <= height
        assert inside, (app.name, widget, region)
    assert "F8" in app.lines()[-1], app.screen


@pytest.mark.parametrize("locale", LOCALES)
def test_every_screen_is_whole_on_80_by_24(locale: str) -> None:
    i18n.use(locale)

    async def story() -> None:
        settings = Settings(keep="memory", locale=locale)
        keeper = kept(MemoryKeeper(), rich("Vill hem"))
        async with running(keeper, settings=settings) as app:
            _whole(app)
            for key in ("d", "t", "i", "f1", "j"):
                await app.press(key)
                _whole(app)
                if key == "j":
                    break
                await app.press("q")
            await app.press("f")
            _whole(app)
            await app.press("n", "b")
            _whole(app)
            await app.press("n", "d")
            _whole(app)

    run(story())


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("exists", [True, False])
def test_the_passphrase_dialog_is_whole_on_80_by_24(locale: str, *, exists: bool) -> None:
    i18n.use(locale)

    async def story() -> None:
        settings = Settings(keep="passphrase", locale=locale)
        async with running(Locked(exists=exists), settings=settings, start="svas-kronoberg") as app:
            assert app.name == "PassphraseDialog"
            _whole(app)

    run(story())


@pytest.mark.parametrize("locale", LOCALES)
def test_what_a_last_line_names_fits_into_80_columns(locale: str) -> None:
    i18n.use(locale)
    for place in PLACES:
        used = 1 + cell_len(f"Esc {i18n.gettext('all commands')}")
        for each in map(action, FOOTERS[place]):
            escape = "Esc " if place in (TALK, DIALOG, FORM, FILING) else ""
            key = each.key.upper() if each.key else f"{escape}{each.letter}"
            used += GAP + cell_len(f"{key} {i18n.gettext(each.label)}")
        assert used <= 80, (place, used)


@pytest.mark.parametrize("theme", themes.BY_SETTING.values(), ids=themes.BY_SETTING)
def test_text_has_a_contrast_of_seven_to_one_on_every_ground(theme: Theme) -> None:
    grounds = [theme.background, theme.surface, theme.panel]
    inks = [theme.foreground, theme.primary, theme.error, theme.warning, theme.success]
    for ground in grounds:
        for ink in inks:
            assert ground is not None
            assert ink is not None
            assert _contrast(ground, ink) >= 7, (ground, ink)
    # The last line after Escape: the ground's colour on the primary one.
    assert _contrast(str(theme.primary), str(theme.background)) >= 7


def _contrast(one: str, other: str) -> float:
    lights = sorted(_luminance(Color.parse(each)) for each in (one, other))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _luminance(color: Color) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.03928 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(each / 255) for each in color.rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_no_color_is_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    async def story() -> None:
        async with running() as app:
            assert app.app.no_color
            colours = [
                colour
                for strip in app.app.screen._compositor.render_strips()
                for segment in strip
                if segment.style
                for colour in (segment.style.color, segment.style.bgcolor)
                if colour is not None
            ]
            assert colours
            assert all(colour.is_default for colour in colours)

    run(story())
