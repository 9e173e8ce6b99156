"""Whatever a screen does can be done by lines: the table in docs/plain-mode.md has every action."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from _keys import TITLES
from convoguide.cli.parser import build_parser
from convoguide.cli.plain import commands, practice
from convoguide.tui.bindings import ACTIONS, ANYWHERE, PLACES, Action

PAGE = Path(__file__).resolve().parents[2] / "docs" / "plain-mode.md"
HEADING = "## Every action of the screens, by lines"
EVERYWHERE, SEVERAL = "Everywhere", "Several"
REHEARSING = {"A case", "In a rehearsal", "After a rehearsal"}


def _rows() -> dict[tuple[str, str], str]:
    text = PAGE.read_text(encoding="utf-8").partition(HEADING)[2].partition("\n## ")[0]
    cells = [
        [cell.strip() for cell in line.strip("|").split(" | ")]
        for line in text.splitlines()
        if line.startswith("|")
    ][2:]
    return {(screen, action): by_lines for screen, action, by_lines in cells}


ROWS = _rows()


def _rows_of(place: str, label: str) -> set[tuple[str, str]]:
    """The rows that would tell of an action on that screen."""
    return {(screen, label) for screen in (TITLES[place], SEVERAL)}


def test_every_screen_of_the_app_has_a_name_here() -> None:
    assert set(TITLES) == set(PLACES)


@pytest.mark.parametrize("action", ACTIONS, ids=lambda each: each.id)
def test_every_action_of_the_screens_has_a_row(action: Action) -> None:
    for place in action.where:
        if place == ANYWHERE:
            assert ROWS.get((EVERYWHERE, action.label)), action.label
        else:
            found = [ROWS.get(row, "") for row in _rows_of(place, action.label)]
            assert any(found), f"{TITLES[place]}: {action.label}"


def test_every_row_is_of_an_action_that_there_is() -> None:
    there = {(EVERYWHERE, each.label) for each in ACTIONS if ANYWHERE in each.where}
    for each in ACTIONS:
        for place in each.where:
            there |= _rows_of(place, each.label) if place != ANYWHERE else set()
    assert set(ROWS) <= there


def _named() -> Iterator[tuple[str, str]]:
    for (screen, _action), by_lines in ROWS.items():
        for command in re.findall(r"`([^`]+)`", by_lines):
            yield screen, command


@pytest.mark.parametrize(("screen", "command"), sorted(set(_named())))
def test_every_command_that_a_row_names_is_there(screen: str, command: str) -> None:
    if command.startswith("convoguide "):
        # Wrong arguments end the program here.
        arguments = shlex.split(command)[1:]
        if "--help" not in arguments:
            build_parser().parse_args(arguments)
        return
    letter = command.removeprefix(".")[:1]
    if screen == TITLES["identify"]:
        assert command == ".b"
    elif command not in ("?", ".?tour", ".+", ".!", ".1"):
        talking = letter in commands.BY_LETTER
        rehearsing = letter in {each.letter for each in practice.COMMANDS}
        assert rehearsing if screen in REHEARSING else talking
