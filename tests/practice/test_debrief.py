"""The debrief as a whole: what it says, what it leaves unsaid, and how it is made."""

import json
from pathlib import Path

import pytest

from convoguide.practice.criteria import CRITERIA, GROUP_WEIGHTS
from convoguide.practice.debrief import debrief
from convoguide.services import cases
from tests.practice.held import (
    HEART,
    LEVELS,
    NAMES,
    by_hand,
    by_script,
    cases_for,
    judged,
    patient,
    script,
    seen,
    trainee,
)

PUBLISHED = Path(__file__).parents[2] / "docs" / "practice.md"
ABSENCE = {
    "stayed_with_feelings",
    "advice_waited",
    "room_to_speak",
    "plain_words",
    "a_little_at_a_time",
    "honest_comfort",
}


@pytest.mark.parametrize("name", NAMES)
def test_praise_cites_words_that_were_said_and_never_the_absence_of_a_fault(name: str) -> None:
    for case in cases_for(name):
        for level in LEVELS:
            rehearsal = by_script(case.id, name, level)
            made = judged(case.id, name, level)
            texts = {turn.n: turn.text for turn in rehearsal.turns}
            assert len(made.went_well) <= 2
            for each in made.went_well:
                assert each.criterion.id not in ABSENCE
                assert each.evidence.good
                assert each.evidence.quote
                assert each.evidence.quote in texts[each.evidence.turn]


@pytest.mark.parametrize("name", NAMES)
def test_a_good_talk_hears_two_things_and_a_poor_one_what_to_try(name: str) -> None:
    for case in cases_for(name):
        good, poor = (judged(case.id, name, level) for level in ("good", "poor"))
        assert len(good.went_well) == 2
        assert len(poor.went_well) <= 1
        assert poor.try_next is not None
        assert poor.try_next.phrase


@pytest.mark.parametrize("name", NAMES)
def test_what_to_try_comes_with_a_phrase_in_the_rehearsals_language(name: str) -> None:
    for case in cases_for(name):
        words = cases.coach_words(case.language)
        tables = (words.feelings, words.topics, words.ways)
        every = [each for table in tables for phrases in table.values() for each in phrases]
        for level in LEVELS:
            tried = judged(case.id, name, level).try_next
            assert tried is None or any(
                tried.phrase.startswith(head) and tried.phrase.endswith(tail)
                for head, _words, tail in (each.partition("{words}") for each in every)
            )


def test_the_phrase_for_a_missed_feeling_takes_up_the_feeling() -> None:
    case = next(each for each in cases.all_cases() if each.language == "sv")
    words = cases.coach_words("sv")
    asks = trainee("Hur tänker du om det?", "hopes", "open_question")
    leave = trainee("Passar det att vi pratar?", "permission", "permission")
    talk = by_hand(
        patient("Jag är så rädd på nätterna.", "fear"),
        leave,
        asks,
        patient("Nej. Jag är rädd för att kvävas.", "fear"),
        asks,
        leave,
    )
    tried = debrief(case, talk, words).try_next
    assert tried is not None
    assert tried.criterion.group == "feelings"
    assert tried.turn == 1
    assert tried.quote == "Jag är så rädd på nätterna."
    assert tried.phrase in {
        each.replace("{words}", words.quote.format(tried.quote)) for each in words.feelings["fear"]
    }


def test_false_comfort_is_tried_before_missing_courtesy_and_before_what_took_more_away() -> None:
    case = next(each for each in cases.all_cases() if each.language == "sv")
    opened = trainee("Hur har du det hemma nu?", "wellbeing", "open_question")
    comforts = trainee("Allt blir bra, oroa dig inte.", "none", "false_reassurance")
    talk = by_hand(opened, comforts, opened, opened)
    made = debrief(case, talk, cases.coach_words("sv"))
    tried = made.try_next
    assert tried is not None
    assert tried.criterion.id == "honest_comfort"
    assert tried.quote in comforts.text
    assert tried.turn not in {each.evidence.turn for each in made.went_well}


@pytest.mark.parametrize("name", NAMES)
def test_no_turn_is_praised_and_held_up_as_one_to_try_where_another_shows_either(name: str) -> None:
    for case in cases_for(name):
        for level in LEVELS:
            made = judged(case.id, name, level)
            praised = {each.evidence.turn for each in made.went_well}
            tried = made.try_next
            if tried is None or tried.turn not in praised:
                continue
            places = [
                moment.turn
                for each in made.results
                if each.judgement and each.score is not None and each.score < 90
                for moment in each.judgement.moments
            ]
            assert not set(places) - praised


def test_what_hurt_is_told_even_at_a_turn_that_asked_openly_which_is_not_praised_then() -> None:
    case = next(each for each in cases.all_cases() if each.language == "sv")
    both = trainee(
        "Allt blir bra! Vad hoppas du på?", "hopes", "open_question", "false_reassurance"
    )
    made = debrief(case, by_hand(both, both, both), cases.coach_words("sv"))
    assert made.try_next is not None
    assert made.try_next.criterion.id == "honest_comfort"
    assert made.try_next.turn not in {each.evidence.turn for each in made.went_well}


def test_the_json_holds_what_the_contract_says_and_nothing_of_a_grade() -> None:
    name = HEART
    made = seen(cases_for(name)[0], script(name, "middling")).as_json()
    assert json.loads(json.dumps(made)) == made
    assert set(made) == {"score", "criteria", "went_well", "try_next"}
    assert 0 <= made["score"] <= 100
    for each in made["criteria"]:
        assert set(each) == {"id", "group", "applies", "score", "evidence"}
        assert each["group"] in GROUP_WEIGHTS
        assert (each["score"] is None) is not each["applies"]
        for shown in each["evidence"]:
            assert set(shown) == {"turn", "quote"}


def test_the_same_rehearsal_gives_the_same_debrief() -> None:
    name = HEART
    case = cases_for(name)[0]
    assert seen(case, script(name, "good"), 7) == seen(case, script(name, "good"), 7)


def test_a_rehearsal_in_which_nothing_was_said_yet_has_nothing_to_show() -> None:
    case = next(cases.all_cases())
    made = seen(case, [])
    assert made.score == 0
    assert made.went_well == ()
    assert made.try_next is None
    assert not any(each.applies for each in made.results)


def test_hints_cost_nothing_and_are_noted() -> None:
    case = next(each for each in cases.all_cases() if each.language == "sv")
    words = cases.coach_words("sv")
    turns = ("Hur ser du på sjukdomen?", "illness_understanding", "open_question")
    alone = debrief(case, by_hand(*[trainee(*turns)] * 3), words)
    helped = debrief(case, by_hand(*[trainee(*turns, hinted=True)] * 3), words)
    assert helped.hints == 3
    assert helped.score == alone.score


def test_how_the_score_is_made_is_published_as_it_is() -> None:
    text = " ".join(PUBLISHED.read_text(encoding="utf-8").split())
    assert "## How the score is made" in text
    for group, weight in GROUP_WEIGHTS.items():
        assert f"| `{group}` | {weight} |" in text
    for each in CRITERIA:
        assert f"| `{each.id}` | {each.weight} | {each.rule} |" in text
        for source in each.sources:
            assert source.reference in text
