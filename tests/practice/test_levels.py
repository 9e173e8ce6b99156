"""Good is told from middling and middling from poor, by labels that a person gave.

A quarter of the labels may be wrong, and the script may speak of another person's life than the
patient's: every script is held with every case in its language.
"""

from random import Random

import pytest

from convoguide.practice.criteria import Group
from convoguide.practice.debrief import Debrief
from tests.practice.held import LEVELS, NAMES, cases_for, corrupted, judged, script, seen

_SEEDS = 20


def _groups(made: Debrief) -> dict[Group, float]:
    return {group: score for group, score in made.groups if score is not None}


@pytest.mark.parametrize("name", NAMES)
def test_good_scores_over_middling_and_middling_over_poor_with_every_patient(name: str) -> None:
    for case in cases_for(name):
        good, middling, poor = (judged(case.id, name, level).score for level in LEVELS)
        assert good > middling > poor, case.id


@pytest.mark.parametrize("name", NAMES)
def test_no_group_is_turned_round_and_at_least_four_are_better_in_the_good_script(
    name: str,
) -> None:
    for case in cases_for(name):
        good, poor = (_groups(judged(case.id, name, level)) for level in ("good", "poor"))
        both = good.keys() & poor.keys()
        assert [group for group in both if good[group] < poor[group]] == [], case.id
        assert sum(good[group] > poor[group] for group in both) >= 4, case.id


@pytest.mark.parametrize("name", NAMES)
def test_the_levels_are_far_apart(name: str) -> None:
    for case in cases_for(name):
        good, middling, poor = (judged(case.id, name, level).score for level in LEVELS)
        assert good - middling >= 15, case.id
        assert middling - poor >= 8, case.id


def test_the_order_holds_in_95_of_100_talks_with_a_quarter_of_the_labels_wrong() -> None:
    held, turned = 0, 0
    for name in NAMES:
        choices = cases_for(name)
        for seed in range(_SEEDS):
            rng = Random(f"{name}/{seed}")
            case = rng.choice(choices)
            made = [seen(case, corrupted(script(name, level), rng, 0.25), seed) for level in LEVELS]
            scores = [each.score for each in made]
            held += scores[0] > scores[1] > scores[2]
            good, poor = _groups(made[0]), _groups(made[2])
            turned += any(good[group] < poor[group] for group in good.keys() & poor.keys())
    assert held >= 0.95 * len(NAMES) * _SEEDS
    assert turned <= 0.05 * len(NAMES) * _SEEDS


def test_the_scripts_are_in_all_three_languages_and_of_the_length_of_a_talk() -> None:
    assert len(NAMES) >= 12
    assert {name[:2] for name in NAMES} == {"sv", "nb", "nn"}
    for name in NAMES:
        for level in LEVELS:
            assert 8 <= len(script(name, level)) <= 16
