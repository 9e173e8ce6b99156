"""The coach and the door, as both front ends meet them."""

import pytest

from convoguide.errors import InputError
from convoguide.services import rehearse
from convoguide.services.cases import case_ids
from convoguide.understanding import Reading

SYNTHETIC = "19121212-1212"


def _practice() -> rehearse.Practice:
    begun = rehearse.begun(case_ids()[0], seed=1, new_id=lambda: "one")

    def read(_text: str, _language: str, _likely: tuple[str, ...]) -> Reading:
        return Reading("worries", ("open_question",), 1.0, (("worries", 1.0),))

    return rehearse.Practice(begun.case, begun.rehearsal, read=read, new_id=lambda: "two")


def test_a_hint_is_noted_with_the_next_turn_and_with_no_other() -> None:
    practice = _practice()
    shown = practice.hint()
    assert shown.may_feel
    assert shown.phrase
    practice.say("Vad oroar dig?")
    practice.say("Vad oroar dig mest?")
    assert [turn.hinted for turn in practice.rehearsal.trainee_turns()] == [True, False]
    assert practice.debrief().hints == 1


def test_a_turn_with_an_identity_number_is_neither_answered_nor_kept() -> None:
    practice = _practice()
    before = practice.rehearsal
    with pytest.raises(InputError, match="identity number") as refused:
        practice.say(f"Är du {SYNTHETIC}?")
    assert "1212" not in str(refused.value)
    assert practice.rehearsal == before
