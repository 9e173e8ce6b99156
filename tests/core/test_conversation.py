from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from convoguide.core.conversation import Conversation, Note, to_file
from convoguide.core.text import clean, collapse
from tests.making import IDENTITY, file, talk


def test_a_note_gives_a_new_conversation_and_leaves_the_old_one() -> None:
    before = talk()
    after = before.note("hopes", Note(text="Hem till jul", voice="patient"))
    assert before.entry("hopes").state == "not_raised"
    assert after.entry("hopes").state == "noted"
    assert after.entry("hopes").notes[0].text == "Hem till jul"


def test_a_plain_string_is_a_clinicians_note_and_is_written_back_as_one() -> None:
    given = file(entries={"hopes": {"notes": ["Ser fram emot våren"]}})
    conversation = Conversation.model_validate(given)
    assert conversation.entry("hopes").notes[0].voice == "clinician"
    assert to_file(conversation) == given


def test_a_declined_step_keeps_its_outcome_when_a_note_is_added() -> None:
    conversation = talk().leave("prognosis", "declined").note("prognosis", Note(text="Inte i dag"))
    assert conversation.entry("prognosis").state == "declined"
    assert len(conversation.entry("prognosis").notes) == 1


def test_reopening_takes_the_outcome_back_and_keeps_the_notes() -> None:
    conversation = talk().note("worries", Note(text="Natten")).leave("worries", "unsure")
    assert conversation.reopen("worries").entry("worries").state == "noted"


def test_reopening_an_empty_step_makes_it_not_raised() -> None:
    conversation = talk().leave("worries", "declined").reopen("worries")
    assert conversation.entry("worries").state == "not_raised"
    assert "worries" not in conversation.entries


def test_the_last_note_taken_back_leaves_the_step_not_raised() -> None:
    conversation = talk().note("hopes", Note(text="a")).retract("hopes", 0)
    assert "hopes" not in conversation.entries


def test_retracting_a_note_of_a_declined_step_keeps_the_outcome() -> None:
    conversation = talk().leave("hopes", "declined").note("hopes", Note(text="a"))
    assert conversation.retract("hopes", 0).entry("hopes").state == "declined"


def test_moving_a_note_keeps_its_words_voice_and_time() -> None:
    conversation = talk(
        entries={
            "other": {
                "notes": [
                    {
                        "text": "Vill vara hemma",
                        "voice": "patient",
                        "theme": "place_of_care",
                        "at": "2026-11-20T13:20:41+01:00",
                    }
                ]
            }
        }
    )
    moved = conversation.move("other", 0, "what_matters")
    note = moved.entry("what_matters").notes[0]
    assert (note.text, note.voice, note.theme) == ("Vill vara hemma", "patient", None)
    assert note.at is not None
    assert "other" not in moved.entries


def test_a_deferred_step_left_otherwise_loses_its_date() -> None:
    conversation = talk(entries={"hopes": {"outcome": "deferred", "again_on": "2026-12-04"}})
    assert conversation.leave("hopes", "declined").entry("hopes").again_on is None


@pytest.mark.parametrize(
    "entry",
    [
        {"outcome": "not_raised", "notes": ["x"]},
        {"outcome": "declined", "again_on": "2026-12-04"},
        {"outcome": "maybe"},
        {"notes": [{"text": "x", "voice": "doctor"}]},
        {"notes": [{"voice": "patient"}]},
        {"notes": [{"text": "x", "private": "yes"}]},
        {"notes": "x"},
        {"again_on": "4 december", "outcome": "deferred"},
        {"unknown": 1},
    ],
)
def test_what_the_format_does_not_allow_is_refused(entry: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        talk(entries={"hopes": entry})


@pytest.mark.parametrize(
    "parts",
    [
        {"held_on": "2026-02-30"},
        {"held_on": 20261120},
        {"held_on": "2026-11-20T00:00:00"},
        {"started": "13:05"},
        {"review": {"every": "3 months"}},
        {"review": {"every": "P"}},
        {"id": "12"},
        {"language": "da"},
        {"previous": IDENTITY, "id": IDENTITY},
        {"contacts": [{"role": "fastlege"}]},
        {"contacts": [{"name": "A", "coordinates": 1}]},
        {"attachments": ["holiday_photos"]},
        {"label": "halv \ud800"},
    ],
)
def test_parts_that_are_wrong_are_refused(parts: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        talk(**parts)


@pytest.mark.parametrize("every", ["P3M", "P1Y", "P2W", "P10D", "P1Y6M", "PT12H", "P1DT12H"])
def test_iso_durations_are_taken(every: str) -> None:
    review = talk(review={"every": every}).review
    assert review is not None
    assert review.every == every


def test_control_characters_become_one_space_and_line_ends_stay() -> None:
    assert clean("a\x1b[31mb\x00\x07c\td\r\ne\x9bf\x7fg") == "a [31mb c\td\r\ne f g"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_clean_text_holds_no_control_character_and_is_clean_for_good(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert not any(
        (ord(char) < 32 and char not in "\t\n\r") or 127 <= ord(char) < 160 for char in cleaned
    )


def test_collapsing_changes_nothing_but_white_space() -> None:
    assert collapse("  e\u0301\n  ”så”\tﬁ ") == "e\u0301 ”så” ﬁ"


def test_null_is_the_same_as_absent() -> None:
    given_null = talk(
        entries={"hopes": None, "worries": {"notes": None, "outcome": None}}, present=None
    )
    assert given_null.entry("hopes").state == "not_raised"
    assert given_null.present == ()


note = st.fixed_dictionaries(
    {"text": st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1)},
    optional={
        "voice": st.sampled_from(["patient", "relative", "presumed", "recommendation"]),
        "private": st.booleans(),
    },
)
steps = st.sampled_from(["hopes", "worries", "family", "plan", "summary", "treatment_limits"])


@given(st.dictionaries(steps, st.lists(note, min_size=1, max_size=4)))
def test_a_conversation_file_comes_back_as_it_was(entries: dict[str, list[object]]) -> None:
    given_file = file(
        id=IDENTITY, entries={step: {"notes": notes} for step, notes in entries.items()}
    )
    once = Conversation.model_validate(given_file)
    again = Conversation.model_validate(to_file(once))
    assert again == once
    assert to_file(again) == to_file(once)
