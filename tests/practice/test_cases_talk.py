"""What every shipped case must stand: talks of all kinds, by labels, without the text model."""

import pytest

from convoguide.practice.case import Case
from convoguide.practice.labelled import (
    any_player,
    good_player,
    label,
    play_with,
    poor_player,
)
from convoguide.practice.patient import begin, respond
from convoguide.services import cases
from soaking.rehearsals import faults

IDS = cases.shipped_case_ids()
AT_RANDOM = max(40, -(-500 // len(IDS)))
"""For each case, so that there are five hundred in all; `scripts/soak` holds ten thousand."""


@pytest.fixture(params=IDS)
def case(request: pytest.FixtureRequest) -> Case:
    return cases.case(str(request.param))


def test_a_case_has_no_flaws(case: Case) -> None:
    assert [(flaw.kind, flaw.path, flaw.about) for flaw in cases.case_flaws(case)] == []


def test_no_talk_comes_to_a_dead_end_or_contradicts_itself(case: Case) -> None:
    for seed in range(AT_RANDOM):
        talk = play_with(case, any_player, 30, seed)
        assert list(faults(case, talk)) == [], seed


def test_every_secret_opens_to_a_good_talk(case: Case) -> None:
    opened: set[str] = set()
    for seed in range(20):
        talk = play_with(case, good_player, 18, seed)
        assert list(faults(case, talk)) == []
        assert not talk.ended, "a good talk is not broken off"
        opened |= talk.disclosed()
    assert opened >= {fact.id for fact in case.secrets()}


def test_no_secret_opens_to_a_poor_talk(case: Case) -> None:
    secrets = {fact.id for fact in case.secrets()}
    for seed in range(40):
        talk = play_with(case, poor_player, 30, seed)
        assert list(faults(case, talk)) == []
        assert not secrets & talk.disclosed(), seed


def test_a_good_talk_hears_far_more_than_a_poor_one(case: Case) -> None:
    good = [len(play_with(case, good_player, 16, seed).disclosed()) for seed in range(10)]
    poor = [len(play_with(case, poor_player, 16, seed).disclosed()) for seed in range(10)]
    assert min(good) > max(poor)
    assert sum(good) / 10 >= len(case.facts) * 0.6


def test_the_same_talk_and_seed_give_the_same_rehearsal(case: Case) -> None:
    assert play_with(case, any_player, 20, 7) == play_with(case, any_player, 20, 7)


def test_one_who_goes_on_after_the_end_is_answered_and_never_in_the_same_words_twice(
    case: Case,
) -> None:
    talk = begin(case, "on-and-on", 3)
    for _turn in range(30):
        talk = respond(case, talk, label("none", "blocking", "information_dump"), "")
    assert talk.ended, "so much is more than anyone takes"
    assert list(faults(case, talk)) == []


def test_nothing_but_silence_is_never_a_dead_end(case: Case) -> None:
    talk = begin(case, "silence", 1)
    for _turn in range(15):
        talk = respond(case, talk, label("none", "silence"), "")
    assert list(faults(case, talk)) == []
