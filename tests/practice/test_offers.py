from itertools import pairwise

import pytest

from convoguide.core.labels import TOPICS
from convoguide.practice.labelled import label, play
from convoguide.practice.offers import offered, situation_of
from convoguide.practice.patient import begin, respond
from convoguide.practice.phrasings import GRADES
from convoguide.services import cases

HEART = "hjartsvikt-trappan"
LANGUAGES = ("sv", "nb", "nn")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_situation_can_be_offered_in_every_language(language: str) -> None:
    held = cases.phrasings(language)
    assert held.situations.keys() == cases.phrasings("sv").situations.keys()
    texts = [
        each.text
        for choices in held.situations.values()
        for grade in GRADES
        for each in getattr(choices, grade)
    ]
    assert len(texts) == len(set(texts))
    topics = {
        each.topic
        for choices in held.situations.values()
        for grade in GRADES
        for each in getattr(choices, grade)
        if each.topic
    }
    assert topics <= set(TOPICS)


def test_three_are_offered_one_of_each_grade_and_the_same_when_one_comes_back() -> None:
    case = cases.case(HEART)
    talk = begin(case, "r", 1)
    first = offered(case, talk, cases.phrasings("sv"))
    assert sorted(each.grade for each in first) == sorted(GRADES)
    assert offered(case, talk, cases.phrasings("sv")) == first


def test_the_good_one_does_not_always_stand_first() -> None:
    case = cases.case(HEART)
    places = {
        [each.grade for each in offered(case, begin(case, "r", seed), cases.phrasings("sv"))].index(
            "good"
        )
        for seed in range(20)
    }
    assert places == {0, 1, 2}


def test_after_a_feeling_it_is_the_feeling_that_is_offered_and_after_empathy_the_next_thing() -> (
    None
):
    case = cases.case(HEART)
    talk = play(case, [label("illness_understanding", "open_question")])
    assert talk.last.cues
    assert situation_of(case, talk, cases.phrasings(case.language)) == "feeling"
    talk = respond(case, talk, label("none", "empathy_name"), "")
    assert situation_of(case, talk, cases.phrasings(case.language)) == "permission"


def test_choosing_the_good_ones_goes_through_the_whole_talk_without_a_repetition() -> None:
    for case in cases.all_cases():
        talk = begin(case, "r", 2)
        said: list[str] = []
        situations = set()
        for _turn in range(34):
            offer = next(
                each
                for each in offered(case, talk, cases.phrasings(case.language))
                if each.grade == "good"
            )
            situations.add(offer.situation)
            said.append(offer.text)
            talk = respond(case, talk, offer.reading, offer.text, chosen=True)
        assert "summary" in situations
        assert "follow_up" in situations
        assert all(one != other for one, other in pairwise(said))


def test_the_outlook_is_not_offered_where_it_is_not_wanted() -> None:
    data = cases.case(HEART).model_dump() | {"wants_to_know": "no"}
    case = type(cases.case(HEART)).model_validate(data)
    talk = play(case, [label(topic) for topic in ("permission", "illness_understanding")])
    talk = play(
        case,
        [
            label("permission"),
            label("illness_understanding"),
            label("what_matters"),
            label("information_needs", "empathy_name"),
        ],
    )
    assert situation_of(case, talk, cases.phrasings(case.language)) == "hopes"
