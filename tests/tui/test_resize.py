"""The window may be made larger or smaller at any moment: nothing typed, marked or told is lost."""

import pytest
from textual.widgets import Input

from convoguide.config import Settings
from convoguide.services.keep import MemoryKeeper
from convoguide.tui.widgets.action_line import ActionLine
from convoguide.tui.widgets.note_field import NoteField
from tests.tui.practising import meet, rehearsing
from tests.tui.shelling import Locked, Running, kept, rich, run, running

SMALL, LARGE = (80, 24), (250, 80)


def _typed(app: Running) -> str:
    """What stands in the field that has the focus."""
    field = app.app.focused
    if isinstance(field, NoteField):
        return field.text
    assert isinstance(field, Input), field
    return field.value


def _whole(app: Running) -> None:
    """One can type and read on: the field, the box and the last line lie inside the window."""
    width, height = app.app.size
    screen = app.app.screen
    places = [*screen.query(ActionLine), *screen.query(".box"), app.app.focused]
    for widget in places:
        if widget is None or not widget.display:
            continue
        region = widget.region
        assert region.area, widget
        assert 0 <= region.x <= region.right <= width, (widget, region)
        assert 0 <= region.y <= region.bottom <= height, (widget, region)
    assert screen.query_one(ActionLine).region.bottom == height
    for box in screen.query(".box"):
        assert box.virtual_size.height <= box.size.height, app.screen


async def _type_and_resize(app: Running, *, secret: bool = False) -> None:
    """Half a text at one size, more at the next, the rest back at the first."""
    before = _typed(app)
    for place, (text, size) in enumerate(
        (("halv", LARGE), (" mer", SMALL), (" och", LARGE), (" slut", SMALL))
    ):
        await app.type(text)
        field, name = app.app.focused, app.name
        await app.resize(*size)
        assert app.app.focused is field, (place, name)
        assert app.name == name
        _whole(app)
    assert _typed(app) == before + "halv mer och slut"
    if not secret:
        assert "slut" in app.screen


@pytest.mark.parametrize("way", ["steps", "afterwards", "jot"])
def test_a_note_half_typed_stays_in_every_way_and_is_recorded_whole(way: str) -> None:
    async def story() -> None:
        settings = Settings(keep="memory", locale="en", way=way)
        async with running(settings=settings) as app:
            await app.press("enter")
            await _type_and_resize(app)
            await app.press("enter")
            talk = app.app.screen.sitting.conversation  # type: ignore[attr-defined]
            assert [note.text for _s, _n, note in talk.notes()] == ["halv mer och slut"]

    run(story())


@pytest.mark.parametrize(
    ("keys", "name"),
    [
        (("f4",), "JumpDialog"),
        (("escape", "full_stop"), "PaletteDialog"),
        (("escape", "e", "enter"), "EditDialog"),
        (("escape", "x", "enter"), "PartForm"),
        (("escape", "b", "f4"), "FilingDialog"),
        (("escape", "j", "d"), "TextDialog"),
        (("f9", "l", "w"), "WordingDialog"),
    ],
)
def test_what_is_half_typed_in_a_dialog_stays(keys: tuple[str, ...], name: str) -> None:
    async def story() -> None:
        sitting = rich("En rad", "En till")
        sitting.jump("hopes")
        async with running(kept(MemoryKeeper(), sitting)) as app:
            await app.press("enter", *keys)
            assert app.name == name
            await _type_and_resize(app)

    run(story())


def test_a_text_half_pasted_and_half_typed_stays() -> None:
    async def story() -> None:
        async with running() as app:
            await app.press("p")
            await app.paste("Hopp\nEn rad\n" * 3)
            await _type_and_resize(app)

    run(story())


@pytest.mark.parametrize("exists", [True, False])
def test_a_passphrase_half_typed_stays_and_is_never_shown(*, exists: bool) -> None:
    async def story() -> None:
        settings = Settings(keep="passphrase", locale="en")
        async with running(Locked(exists=exists), settings=settings, start="svas-kronoberg") as app:
            assert app.name == "PassphraseDialog"
            await _type_and_resize(app, secret=True)
            assert "slut" not in app.screen

    run(story())


def test_a_turn_half_typed_in_a_rehearsal_stays() -> None:
    async def story() -> None:
        async with rehearsing() as app:
            await meet(app)
            await _type_and_resize(app)

    run(story())


@pytest.mark.parametrize(
    "keys",
    [
        (),
        ("d",),
        ("t",),
        ("i",),
        ("n",),
        ("f1",),
        ("r",),
        ("enter", "f9"),
        ("j",),
        ("enter", "f9", "l"),
    ],
)
def test_the_marked_line_stays_marked_and_in_sight(keys: tuple[str, ...]) -> None:
    async def story() -> None:
        async with running(kept(MemoryKeeper(), rich("En rad", "En till"))) as app:
            await app.press(*keys, "down", "down", "down")
            screen = app.app.screen
            marked = screen.marked  # type: ignore[attr-defined]  # all of these are lists
            for size in (LARGE, SMALL, (120, 40), SMALL):
                await app.resize(*size)
                assert screen.marked == marked  # type: ignore[attr-defined]
                _whole(app)
                assert marked is None or any(line.startswith(" > ") for line in app.lines())

    run(story())


def test_what_was_said_after_escape_still_waits_for_its_letter() -> None:
    async def story() -> None:
        async with running() as app:
            await app.press("enter")
            await app.type("halv")
            await app.press("escape")
            await app.resize(*LARGE)
            await app.resize(*SMALL)
            assert app.app.screen.commanding  # type: ignore[attr-defined]
            await app.press("v")
            assert app.name == "LetterDialog"
            await app.press("p")
            assert _typed(app) == "halv"

    run(story())
