"""Reasonable questions outside the guide are answered by everybody, in many wordings."""

import pytest

from convoguide.services import cases, rehearse

ASKED = {
    "sv": [
        ("Vem är du?", "about_you"),
        ("Vad heter du?", "about_you"),
        ("Hur sov du i natt?", "slept"),
        ("Har du kunnat sova något?", "slept"),
        ("Sover du bra om nätterna?", "slept"),
        ("vad sa doktorn", "doctor_said"),
        ("Hur mår du i dag?", "how_are_you"),
        ("Har du ätit något i dag?", "food"),
        ("Vad har du jobbat med?", "work"),
        ("Vilket väder det är i dag!", "weather"),
        ("Hur gammal är du?", "age"),
    ],
    "nb": [
        ("Hvem er du?", "about_you"),
        ("Hva heter du?", "about_you"),
        ("Hvordan sov du i natt?", "slept"),
        ("Har du fått sove?", "slept"),
        ("sover du godt om nettene", "slept"),
        ("Hva sa legen?", "doctor_said"),
        ("Hvordan har du det i dag?", "how_are_you"),
        ("Har du spist i dag?", "food"),
        ("Hva jobbet du med?", "work"),
        ("For et vær vi har i dag!", "weather"),
        ("Hvor gammel er du?", "age"),
    ],
    "nn": [
        ("Kven er du?", "about_you"),
        ("Kva heiter du?", "about_you"),
        ("Korleis sov du i natt?", "slept"),
        ("Har du fått sove?", "slept"),
        ("søv du godt om nettene", "slept"),
        ("Kva sa legen?", "doctor_said"),
        ("Korleis har du det i dag?", "how_are_you"),
        ("Har du ete noko i dag?", "food"),
        ("Kva jobba du med?", "work"),
        ("For eit vêr vi har i dag!", "weather"),
        ("Kor gammal er du?", "age"),
    ],
}


@pytest.mark.parametrize(
    ("language", "text", "question"),
    [(language, *each) for language, asked in ASKED.items() for each in asked],
)
def test_the_question_is_known(language: str, text: str, question: str) -> None:
    assert cases.lexicon(language).question(text) == question


@pytest.mark.parametrize("case_id", cases.shipped_case_ids())
def test_nobody_is_at_a_loss_at_an_everyday_question(case_id: str) -> None:
    case = cases.case(case_id)
    for text, _question in ASKED[case.language]:
        practice = rehearse.begun(case_id, seed=3)
        assert practice.say(text).understood, (case_id, text)


@pytest.mark.parametrize("case_id", cases.shipped_case_ids())
def test_asked_for_name_or_sleep_everybody_answers_that(case_id: str) -> None:
    """Whatever the model made of the line: these mean nothing else."""
    case = cases.case(case_id)
    for place, question in ((0, "about_you"), (1, "about_you"), (2, "slept")):
        text, _question = ASKED[case.language][place]
        practice = rehearse.begun(case_id, seed=3)
        practice.say(text)
        said = practice.rehearsal.last.said
        assert any(key.startswith(f"off_script.{question}") for key in said), (case_id, text)
