"""Every way, pane and dialog on the smallest window: nothing cut off, the field always there."""

from collections.abc import Iterator

import pytest
from rich.cells import cell_len
from textual.widget import Widget

from convoguide import i18n
from convoguide.tui.dialogs.facts_menu import PartForm
from convoguide.tui.dialogs.form import FormDialog
from convoguide.tui.facts import PARTS
from tests.tui.talking import FORHAND, SMALL, SVAS, Talking, run, sit, talking

LOCALES = ("sv", "nb", "nn", "en")


def _whole(talk: Talking) -> None:
    """Nothing reaches over an edge, and the field and the last line are on the screen."""
    width, height = talk.app.size
    screen = talk.app.talk
    for widget in screen.walk_children(Widget):
        if widget.display and widget.region:
            assert screen.region.contains_region(widget.region), widget
    field = screen.field.region
    assert field.height >= 3
    assert field.width == width
    assert field.bottom <= height
    lines = talk.lines()
    assert len(lines) == height
    assert all(cell_len(line) <= width for line in lines)


@pytest.fixture(params=LOCALES)
def locale(request: pytest.FixtureRequest) -> Iterator[str]:
    """The interface in each language."""
    i18n.use(request.param)
    yield request.param
    i18n.use("en")


@pytest.mark.parametrize("guide", [SVAS, FORHAND])
def test_every_way_fits_the_smallest_window_in_every_language(locale: str, guide: str) -> None:
    async def story() -> None:
        async with talking(sit(guide, "jot"), size=SMALL) as talk:
            _whole(talk)
            for letter in ("a", "s"):
                await talk.letter("w")
                await talk.press(letter)
                for step in ("capacity", "team"):
                    talk.app.talk.go_to(step)
                    await talk.settle()
                    _whole(talk)
                await talk.press("escape")
                _whole(talk)
                await talk.press("t")
                _whole(talk)
                await talk.letter("t")
                _whole(talk)

    run(story())


@pytest.mark.parametrize("way", ["steps", "afterwards", "jot"])
def test_every_size_of_window_keeps_what_was_typed_in_sight(way: str) -> None:
    async def story() -> None:
        async with talking(sit(way=way)) as talk:
            await talk.type("still here")
            for size in ((100, 30), (120, 24), (120, 40), (200, 60), (40, 15), (80, 24)):
                await talk.resize(*size)
                assert "still here" in talk.screen
                assert "memory only" in talk.screen

    run(story())


def test_every_form_fits_the_smallest_window_in_every_language(locale: str) -> None:
    async def story() -> None:
        async with talking() as talk:
            today = talk.sitting.now().date()
            for part in PARTS:
                many = part.shape == "many"
                form = FormDialog(part, None, today) if many else PartForm(talk.sitting, part)
                await talk.app.push_screen(form)
                await talk.settle()
                for widget in form.query(".control, .label, .title"):
                    assert form.region.contains_region(widget.region), (part.id, widget)
                    assert widget.region.height, (part.id, widget)
                await talk.app.pop_screen()

    run(story())


def test_the_letters_after_escape_are_all_shown_on_the_smallest_window() -> None:
    async def story() -> None:
        async with talking() as talk:
            await talk.press("escape")
            shown = talk.screen
            for words in ("v Voice", "o Outcome", "g Go to", "f Facts", "r Review", "z Undo"):
                assert words in shown

    run(story())


def test_the_field_is_as_high_as_the_window_has_room_for() -> None:
    async def story() -> None:
        async with talking() as talk:
            low = talk.app.talk.field.size.height
            await talk.resize(120, 50)
            assert talk.app.talk.field.size.height > low

    run(story())
