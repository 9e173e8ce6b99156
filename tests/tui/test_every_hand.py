"""Nothing needs a combination that a browser takes, and nothing moves by itself."""

import re
from pathlib import Path
from string import ascii_lowercase

import pytest
from textual.widgets import Input

from convoguide import tui
from convoguide.config import Settings
from convoguide.tui.bindings import ACTIONS, ANYWHERE, PLACES, actions_of
from tests.tui.practising import meet, rehearsing
from tests.tui.shelling import Locked, run, running

_MOVING = re.compile(r"LoadingIndicator|animate=True|\.loading = |transition:|[^a-zA-Z]Input\(")
"""Textual's own `Input` has a caret that blinks."""
EN = Settings(keep="memory", locale="en", way="steps")
_ARE_KEYS = frozenset("hijm")
"""What a terminal sends for backspace, tab, line feed and Enter."""
_IN_A_FIELD = frozenset("aekuw")
"""In a line that is typed they do what they do in a shell; each has another key beside it."""
COMBINATIONS = [f"ctrl+{each}" for each in ascii_lowercase if each not in _ARE_KEYS | _IN_A_FIELD]


def test_no_combination_with_ctrl_ends_opens_or_changes_anything() -> None:
    async def story() -> None:
        async with running(settings=EN) as app:
            for keys in ((), ("t",), ("q", "enter")):
                await app.press(*keys)
                name, shown = app.name, app.screen
                await app.press(*COMBINATIONS)
                assert app.name == name
                assert app.screen == shown
                assert app.app.return_code is None
            await app.type("en rad")
            await app.press(*COMBINATIONS)
            assert app.app.screen.field.text == "en rad"  # type: ignore[attr-defined]
            await app.press("escape")
            await app.press(*COMBINATIONS)
            assert app.name == "ConversationScreen"

    run(story())


def test_no_combination_with_ctrl_disturbs_a_rehearsal() -> None:
    async def story() -> None:
        async with rehearsing() as app:
            await meet(app)
            await app.type("hej")
            shown = app.screen
            await app.press(*COMBINATIONS)
            assert app.screen == shown

    run(story())


@pytest.mark.parametrize("place", PLACES)
def test_every_action_is_one_key_or_escape_and_one_letter(place: str) -> None:
    for each in actions_of(place):
        assert each.letter or each.key, each.id
        assert len(each.letter or "x") == 1
        assert not each.key or re.fullmatch(r"f\d+|[a-z]+", each.key), each.key


def test_every_action_belongs_somewhere() -> None:
    reached = {each.id for place in (*PLACES, ANYWHERE) for each in actions_of(place)}
    assert {each.id for each in ACTIONS} == reached


def test_nothing_is_animated_whatever_the_environment_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("textual.constants.TEXTUAL_ANIMATIONS", "full")

    async def story() -> None:
        async with running(settings=EN, size=(80, 24)) as app:
            assert app.app.animation_level == "none"
            await app.press("f1")
            app.app.screen.scroll_end()
            app.app.screen.query_one("LineView").scroll_end()
            await app.settle()
            assert not app.app.animator._animations

    run(story())


def test_no_caret_blinks() -> None:
    async def story() -> None:
        async with running(Locked(), start="svas-kronoberg") as app:
            fields = list(app.app.screen.query(Input))
            assert fields
            assert not any(each.cursor_blink for each in fields)

    run(story())


def test_no_source_scrolls_softly_or_draws_what_turns_round() -> None:
    for path in Path(tui.__file__).parent.rglob("*"):
        if path.suffix in (".py", ".tcss"):
            assert not _MOVING.search(path.read_text(encoding="utf-8")), path
