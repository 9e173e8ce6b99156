"""The same scripts as they would be typed: read by the program itself, without a label."""

from functools import cache

import pytest

from convoguide.practice.case import Case
from convoguide.practice.debrief import Debrief
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


@pytest.mark.parametrize("name", NAMES)
def test_typed_scripts_keep_their_order_with_every_patient(name: str) -> None:
    for case in cases_for(name):
        good, middling, poor = (_read(case, name, level) for level in LEVELS)
        assert good.score > middling.score > poor.score, case.id
        better, worse = dict(good.groups), dict(poor.groups)
        pairs = [
            (better[group], worse[group])
            for group in better
            if better[group] is not None and worse[group] is not None
        ]
        assert all(a >= b for a, b in pairs if a is not None and b is not None), case.id
        assert sum(a > b for a, b in pairs if a is not None and b is not None) >= 4, case.id
