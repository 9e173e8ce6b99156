"""The letter home: what may be worded, and that every accepted line stands in it somewhere."""

from typing import Any

import pytest

from convoguide.core.conversation import Conversation
from convoguide.errors import ConvoGuideError
from convoguide.services import content, document, letter
from convoguide.services.conduct import Sitting
from tests.making import talk

GUIDE = content.guide("svas-kronoberg")


def sitting(conversation: Conversation) -> Sitting:
    return Sitting(GUIDE, conversation)


def offered(**parts: Any) -> list[tuple[str, str]]:
    return [(each.step, each.text) for each in letter.offers(talk(**parts))]


def texts(conversation: Conversation) -> str:
    return document.written(letter.standing(conversation))


def test_what_stands_in_the_letter_by_itself_is_not_offered() -> None:
    entries = {
        "what_matters": {"notes": [{"text": "Trädgården", "voice": "patient"}, "Vill hem"]},
        "plan": {"notes": [{"text": "Hemsjukvård", "voice": "recommendation"}]},
        "worries": {"notes": [{"text": "Natten", "voice": "patient"}]},
    }
    assert offered(entries=entries) == [("what_matters", "Vill hem"), ("worries", "Natten")]


@pytest.mark.parametrize(
    "entries",
    [
        {"treatment_limits": {"notes": ["Ej HLR"]}},
        {"treatment_limits": {"notes": ["Ej"], "decided_by": {"role": "physician"}}},
        {"prognosis": {"notes": ["Månader"]}},
        {"other": {"notes": [{"text": "Ej HLR", "theme": "treatment_limits"}]}},
        {"other": {"notes": [{"text": "Månader", "theme": "prognosis"}]}},
        {"family": {"notes": [{"text": "Orkar ej", "voice": "relative"}]}},
        {"family": {"notes": [{"text": "Ville hem", "voice": "presumed"}]}},
        {"worries": {"outcome": "declined", "notes": ["Grät"]}},
        {"worries": {"outcome": "deferred", "notes": ["Grät"]}},
        {"worries": {"notes": [{"text": "Grät", "private": True}]}},
        {
            "worries": {"outcome": "declined"},
            "other": {"notes": [{"text": "Grät", "theme": "worries"}]},
        },
        {"kalmar:limits": {"notes": ["Ej HLR"]}},
        {"worries": {"notes": ["  "]}},
    ],
)
def test_what_must_never_stand_in_the_letter_is_not_offered(entries: dict[str, object]) -> None:
    assert offered(entries=entries) == []


@pytest.mark.parametrize("step", ["worries", "unwanted_care", "family", "teach_back", "other"])
def test_a_line_accepted_from_any_step_stands_in_the_letter_once(step: str) -> None:
    here = sitting(talk(entries={step: {"notes": ["Med läkarens ord"]}}))
    letter.accept(here, step, "I vanliga ord")
    assert texts(here.conversation).count("I vanliga ord") == 1
    assert "läkarens" not in texts(here.conversation)
    assert [each.stands for each in letter.accepted(here.conversation)] == [True]


def test_an_accepted_line_is_one_change_and_can_be_reworded_taken_away_and_undone() -> None:
    here = sitting(talk(entries={"worries": {"notes": ["Dyspné nattetid"]}}))
    saved = []
    here.on_change = lambda each: saved.append(each.conversation.letter)
    letter.accept(here, "worries", "Du är rädd att inte få luft på natten.")
    letter.reword(here, 0, "Natten oroar dig.")
    assert [each.text for each in letter.accepted(here.conversation)] == ["Natten oroar dig."]
    letter.take_away(here, 0)
    assert not here.conversation.letter
    assert len(saved) == 3
    here.undo()
    here.undo()
    assert here.conversation.letter[0].text == "Du är rädd att inte få luft på natten."
    assert here.conversation.entry("worries").notes[0].text == "Dyspné nattetid"


def test_empty_words_and_steps_that_may_not_stand_there_are_refused() -> None:
    here = sitting(talk(entries={"worries": {"notes": ["a"]}, "prognosis": {"notes": ["b"]}}))
    with pytest.raises(ConvoGuideError, match="plain words"):
        letter.accept(here, "worries", " \n ")
    with pytest.raises(ConvoGuideError, match="Nothing of this step"):
        letter.accept(here, "prognosis", "Det är kort tid kvar.")
    assert here.conversation.letter == ()


def test_a_line_whose_step_was_declined_since_is_told_of_as_not_standing() -> None:
    here = sitting(talk(entries={"worries": {"notes": ["a"]}}))
    letter.accept(here, "worries", "Du oroar dig.")
    here.leave("declined", step="worries")
    assert [each.stands for each in letter.accepted(here.conversation)] == [False]
    assert "oroar" not in texts(here.conversation)


def test_a_note_whose_very_words_were_accepted_is_known_again() -> None:
    here = sitting(talk(entries={"worries": {"notes": ["Natten  är lång"]}}))
    offer = letter.offers(here.conversation)[0]
    assert not letter.is_worded(here.conversation, offer)
    letter.accept(here, "worries", "Natten är lång")
    assert letter.is_worded(here.conversation, letter.offers(here.conversation)[0])
