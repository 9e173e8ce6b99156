"""Words of the patient's given back are a reflection, however few: known by what came before."""

import pytest

from convoguide.practice.criteria import CRITERIA, Talk
from convoguide.practice.heard import gives_back
from convoguide.practice.rehearsal import Turn
from convoguide.services.cases import coach_words
from tests.practice.held import by_hand, patient, trainee

NIGHT = "Det värsta är nätterna, ja, då ligger jag där. Blir det bättre av tabletterna, tror du?"


@pytest.mark.parametrize("text", ["Nätterna.", "nätterna ja", "Värst… på nätterna."])
def test_a_word_or_two_of_the_patients_are_given_back(text: str) -> None:
    assert gives_back(text, NIGHT)


@pytest.mark.parametrize(
    "text",
    [
        "Jaha.",
        "Ja, då så.",
        "Nätterna?",
        "Nätterna är långa för alla här på avdelningen.",
        "Nätterna, jaha. Vikten.",
        "Tabletterna.",
        "",
        "…",
    ],
)
def test_nods_questions_more_than_was_said_and_what_was_asked_are_not(text: str) -> None:
    assert not gives_back(text, NIGHT)


def test_another_form_of_the_word_is_the_same_word() -> None:
    assert gives_back("Hestane.", "Eg hadde hest i førti år, og no er hesten borte.")
    assert not gives_back("Hestesko.", "Eg hadde hest i førti år.")


def score(rule: str, *turns: Turn) -> float | None:
    criterion = next(each for each in CRITERIA if each.id == rule)
    talk = Talk(by_hand(*turns), coach_words("sv"))
    return criterion.judge(talk).score if criterion.applies(talk) else None


def test_a_feeling_is_met_by_giving_back_its_word_where_the_reader_saw_nothing() -> None:
    afraid = patient("Jag är så rädd på nätterna.", "fear")
    assert score("feelings_met", afraid, trainee("Nätterna.", "none")) == 100
    assert score("feelings_met", afraid, trainee("Jaha.", "none")) == 0
    assert score("feelings_met", afraid, trainee("Tabletterna.", "none")) == 0


def test_saying_back_what_is_no_topic_of_the_guide_counts_less_than_asking_of_it() -> None:
    horses = patient("Jag hade hästar i fyrtio år.")
    said = trainee("Hästar.", "none")
    asked = trainee("Vad hette de?", "none", "open_question")
    nods = trainee("Jaha.", "none")
    back = score("topics_opened", horses, said, horses, nods, horses, nods)
    opened = score("topics_opened", horses, asked, horses, nods, horses, nods)
    nothing = score("topics_opened", horses, nods, horses, nods, horses, nods)
    assert back is not None
    assert opened is not None
    assert nothing == 0
    assert nothing < back < opened
