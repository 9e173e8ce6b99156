"""During a rehearsal, on request: what the patient may be feeling, and one thing to try."""

import pytest

from convoguide.practice.coach import hint
from convoguide.services import cases
from tests.practice.held import NAMES, by_hand, cases_for, held, patient, script, trainee

OPEN = trainee("Hur tänker du om det?", "worries", "open_question")


@pytest.mark.parametrize("name", NAMES)
def test_there_is_a_hint_at_every_turn_and_it_quotes_only_what_was_said(name: str) -> None:
    for case in cases_for(name):
        rehearsal = held(case, script(name, "middling"))
        texts = {turn.n: turn.text for turn in rehearsal.turns}
        for turn in rehearsal.patient_turns():
            found = hint(case, rehearsal.back_to(turn.n, "b"), cases.coach_words(case.language))
            assert found.phrase
            assert found.may_feel
            assert found.quote in texts[found.turn]


def _hint(*turns: object) -> tuple[str, str]:
    case = next(each for each in cases.all_cases() if each.language == "sv")
    found = hint(case, by_hand(*turns), cases.coach_words("sv"))  # type: ignore[arg-type]
    return found.may_feel, found.phrase


def test_a_feeling_just_shown_comes_first() -> None:
    told, phrase = _hint(OPEN, patient("Jag är arg på er allihop.", "anger"))
    assert told == "The person may be angry."
    assert phrase in cases.coach_words("sv").feelings["anger"]


def test_before_anything_was_said_it_is_how_to_begin() -> None:
    told, phrase = _hint(patient("Jaha, vad gäller det?"))
    assert told == "The person seems at ease with you."
    assert phrase in cases.coach_words("sv").ways["opening"]


def test_one_who_wants_to_stop_is_left_in_peace() -> None:
    told, phrase = _hint(OPEN, patient("Nu räcker det.", "sadness", ended=True))
    assert told == "The person wants to stop here."
    assert phrase in cases.coach_words("sv").ways["stop"]


def test_a_question_about_the_outlook_is_taken_up() -> None:
    _told, phrase = _hint(OPEN, patient("Hur länge har jag?", topic="prognosis"))
    assert phrase in cases.coach_words("sv").ways["asked_for_outlook"]


def test_a_topic_that_was_asked_is_not_suggested_again() -> None:
    asked = trainee("Hur ser du på sjukdomen?", "illness_understanding", "open_question")
    leave = trainee("Går det bra?", "permission", "permission")
    _told, phrase = _hint(leave, asked, patient("Den är som den är."))
    assert phrase not in cases.coach_words("sv").topics["illness_understanding"]


@pytest.mark.parametrize("language", ["sv", "nb", "nn"])
def test_the_coach_has_the_same_things_to_say_in_every_language(language: str) -> None:
    words, swedish = cases.coach_words(language), cases.coach_words("sv")
    assert words.language == language
    assert words.feelings.keys() == swedish.feelings.keys()
    assert words.topics.keys() == swedish.topics.keys()
    assert words.ways.keys() == swedish.ways.keys()


@pytest.mark.parametrize(
    ("language", "text", "sign"),
    [
        ("sv", "Ingen kan veta det, tyvarr.", "Ingen kan veta"),
        ("sv", "ingen kan veta det, forstar du", "ingen kan veta"),
        ("nb", "Det er vanskelig a si.", "vanskelig a si"),
        ("nn", "Det er vanskeleg å seie.", "vanskeleg å seie"),
    ],
)
def test_signs_are_found_with_and_without_marks_and_capitals(
    language: str, text: str, sign: str
) -> None:
    assert cases.coach_words(language).signs.found("uncertain", text) == sign


def test_a_sign_inside_another_word_is_none() -> None:
    assert cases.coach_words("sv").signs.found("jargon", "Jag hör dig efteråt.") == ""
