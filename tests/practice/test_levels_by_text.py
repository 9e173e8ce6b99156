"""The same scripts as they would be typed: read by the program itself, without a label."""

from functools import cache

import pytest

from convoguide.practice.case import Case
from convoguide.practice.debrief import Debrief
from convoguide.services import rehearse
from convoguide.understanding import Understanding
from tests.practice.held import LEVELS, NAMES, Labelled, cases_for, script, seen


@cache
def _reader() -> Understanding:
    return Understanding.load()


def _read(case: Case, name: str, level: str) -> Debrief:
    rows: list[Labelled] = []
    for text, _topic, _skills in script(name, level):
        found = _reader().utterance(text, name[:2])
        rows.append((text, found.topic, found.skills))
    return seen(case, rows)


def _hold_their_order(good: Debrief, middling: Debrief, poor: Debrief) -> None:
    assert good.score > middling.score > poor.score
    better, worse = dict(good.groups), dict(poor.groups)
    pairs = [(each, worse[group]) for group, each in better.items()]
    both = [(a, b) for a, b in pairs if a is not None and b is not None]
    assert all(a >= b for a, b in both)
    assert sum(a > b for a, b in both) >= 4


@pytest.mark.parametrize("name", NAMES)
def test_typed_scripts_keep_their_order_with_every_patient(name: str) -> None:
    for case in cases_for(name):
        _hold_their_order(*(_read(case, name, level) for level in LEVELS))


@pytest.mark.parametrize("name", NAMES)
def test_scripts_keep_their_order_where_the_stage_helps_to_read_them(name: str) -> None:
    for case in cases_for(name):
        if case.language != name[:2]:
            continue
        texts = ([text for text, _topic, _skills in script(name, level)] for level in LEVELS)
        _hold_their_order(*(rehearse.run_script(case.id, each, seed=1).debrief() for each in texts))
