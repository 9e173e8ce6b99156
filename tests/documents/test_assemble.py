from typing import Any

import pytest

from convoguide.core.conversation import Conversation
from convoguide.core.theme import THEMES
from convoguide.documents.assembled import Document
from convoguide.errors import ConvoGuideError
from convoguide.services import content, document
from tests.making import HOSTILE, talk

JOURNALS = ("journal-svas", "journal-forhandssamtale")
GUIDES = content.conversation_guide_ids()


def made(conversation: Conversation, document_id: str = "journal-svas") -> Document:
    return document.make(conversation, document_id)


def text(conversation: Conversation, document_id: str = "journal-svas", **options: Any) -> str:
    return document.written(made(conversation, document_id), **options)


def section(found: Document, section_id: str) -> list[str]:
    return [line.text for each in found.sections if each.id == section_id for line in each.lines]


def everything(guide_id: str) -> Conversation:
    """A note, unlike any other, under every step of the guide."""
    guide = content.guide(guide_id)
    entries: dict[str, Any] = {
        step.id: {"notes": [f"not {number} om {step.id}"]}
        for number, step in enumerate(guide.steps())
    }
    entries["other"] = {
        "notes": [{"text": f"oarkiverat {theme}", "theme": theme} for theme in THEMES]
        + ["helt fritt"]
    }
    return talk(guide_id, guide.language, entries=entries)


@pytest.mark.parametrize("guide_id", GUIDES)
@pytest.mark.parametrize("document_id", JOURNALS)
@pytest.mark.parametrize("full", [False, True])
def test_a_journal_holds_every_note_exactly_once(
    guide_id: str, document_id: str, full: bool
) -> None:
    conversation = everything(guide_id)
    journal = text(conversation, document_id, full=full)
    found = made(conversation, document_id)
    placed = [
        (line.step, line.note) for s in found.sections for line in s.lines if line.note is not None
    ]
    assert sorted(placed) == sorted((step, index) for step, index, _ in conversation.notes())
    for _step, _index, note in conversation.notes():
        assert note.text in journal
    assert found.left_out == ()


@pytest.mark.parametrize("document_id", JOURNALS)
def test_every_note_stands_in_the_section_that_gathers_its_theme(document_id: str) -> None:
    outline = content.outline(document_id)
    conversation = everything("svas-kronoberg")
    guide = content.guide("svas-kronoberg")
    for each in made(conversation, document_id).sections:
        for line in each.lines:
            if line.step is None or line.note is None:
                continue
            note = conversation.entry(line.step).notes[line.note]
            theme = note.theme if line.step == "other" else guide.theme_of(line.step)
            expected = outline.section_of(theme)
            assert expected is not None
            assert expected.id == each.id


def test_a_compact_journal_has_one_line_a_section_after_the_opening() -> None:
    conversation = talk(
        held_on="2026-11-20",
        place="home",
        led_by="physician",
        present=[{"who": "patient"}, {"who": "relative", "name": "dottern"}],
        entries={
            "hopes": {"notes": ["Våren", {"text": "Båten", "voice": "patient"}]},
            "worries": {"notes": ["rad ett\nrad två"]},
        },
    )
    lines = text(conversation).splitlines()
    assert lines[0].startswith("2026-11-20")
    assert "dottern" in lines[0]
    assert lines[1:] == ["Förhoppningar: Våren; ”Båten”", "Oro: rad ett rad två"]


def test_a_full_journal_has_a_paragraph_a_section() -> None:
    conversation = talk(entries={"hopes": {"notes": ["Våren", "Båten"]}})
    assert "\n\nFörhoppningar\nVåren\nBåten\n" in text(conversation, full=True)


def test_a_topic_never_reached_is_left_out() -> None:
    journal = text(talk(entries={"hopes": {"notes": ["Våren"]}, "worries": {}}))
    assert "Oro" not in journal


@pytest.mark.parametrize("outcome", ["declined", "deferred", "unsure", "nothing_to_add"])
def test_how_a_step_was_left_has_its_sentence_and_then_its_notes(outcome: str) -> None:
    conversation = talk(entries={"worries": {"outcome": outcome, "notes": ["Inte nu"]}})
    lines = section(made(conversation), "worries")
    assert len(lines) == 2
    assert "oro och rädslor" in lines[0]
    assert lines[1] == "Inte nu"


def test_a_declined_offer_is_a_record_of_its_own() -> None:
    declined: dict[str, Any] = {"outcome": "declined"}
    (offer,) = section(made(talk(entries={"offered": declined})), "who_took_part")
    (topic,) = section(made(talk(entries={"hopes": declined})), "hopes")
    # Not the sentence of a topic that was not wanted, with another topic in it.
    assert offer.split()[:3] != topic.split()[:3]


def test_a_deferred_step_says_until_when() -> None:
    entry = {"outcome": "deferred", "again_on": "2026-12-04"}
    assert "2026-12-04" in text(talk(entries={"prognosis": entry}))


# --- held apart


def apart_talk() -> Conversation:
    return talk(
        entries={
            "family": {"notes": [{"text": "Sonen dricker", "private": True}, "Två barn"]},
            "prognosis": {
                "outcome": "declined",
                "notes": ["Troligen veckor", {"text": "Jag vill inte veta", "voice": "patient"}],
            },
        }
    )


@pytest.mark.parametrize("document_id", JOURNALS)
def test_the_patient_does_not_meet_private_notes_or_an_unwanted_outlook(document_id: str) -> None:
    journal = text(apart_talk(), document_id)
    assert "Sonen dricker" not in journal
    assert "Troligen veckor" not in journal
    assert "Två barn" in journal
    assert "Jag vill inte veta" in journal


def test_what_is_held_apart_is_printed_alone_and_counted() -> None:
    apart = text(apart_talk(), apart=True)
    assert "Sonen dricker" in apart
    assert "Troligen veckor" in apart
    assert "Två barn" not in apart
    assert made(apart_talk()).apart_count == 2


def test_a_noted_prognosis_stands_in_the_journal() -> None:
    assert "Troligen veckor" in text(talk(entries={"prognosis": {"notes": ["Troligen veckor"]}}))


# --- wishes and decisions

DECIDED = {
    "notes": ["Ej HLR", "Ej IVA"],
    "decided_by": {"role": "physician", "name": "Anna Ek"},
    "decided_on": "2026-11-20",
}


@pytest.mark.parametrize(
    "change",
    [
        {"decided_by": None},
        {"decided_on": None},
        {"decided_by": {"role": "nurse"}},
        {"decided_by": {"role": "relative"}},
    ],
)
@pytest.mark.parametrize("full", [False, True])
def test_every_limit_not_decided_by_a_physician_is_marked_as_a_wish(
    change: dict[str, Any], full: bool
) -> None:
    conversation = talk(
        led_by="physician",
        present=[{"who": "physician"}],
        entries={"treatment_limits": {**DECIDED, **change}},
    )
    lines = [
        line
        for each in made(conversation).sections
        for line in each.lines
        if line.note is not None and line.step == "treatment_limits"
    ]
    marked = document.written(made(conversation), full=full)
    assert len(lines) == 2
    for line in lines:
        assert line.standing
        assert f"{line.label}: {line.text}" in marked
        assert "2026-11-20" not in line.label


def test_a_physicians_dated_decision_says_who_and_when() -> None:
    journal = text(talk(entries={"treatment_limits": DECIDED}))
    assert journal.count("Anna Ek") == 2
    assert journal.count("2026-11-20") == 2


def test_an_unfiled_limit_is_always_a_wish() -> None:
    other = {"notes": [{"text": "Ej HLR", "theme": "treatment_limits"}]}
    entries = {"treatment_limits": DECIDED, "other": other}
    found = made(talk(entries=entries))
    (line,) = [x for s in found.sections for x in s.lines if x.step == "other"]
    assert line.standing
    assert "Anna Ek" not in line.label


def test_a_presumed_will_is_never_printed_as_the_persons_words() -> None:
    note = {"text": "Ville dö hemma", "voice": "presumed"}
    journal = text(talk(entries={"unwanted_care": {"notes": [note]}}))
    assert "”Ville dö hemma”" not in journal
    assert ": Ville dö hemma" in journal


# --- the plan


def test_the_plan_holds_no_limits_nothing_apart_and_no_step_left_open() -> None:
    conversation = talk(
        "forhandssamtale",
        "nb",
        entries={
            "treatment_limits": {"notes": ["Ikke HLR"]},
            "prognosis": {"outcome": "unsure", "notes": ["Måneder"]},
            "worries": {"outcome": "declined", "notes": ["Nettene"]},
            "hopes": {"outcome": "deferred", "notes": ["Våren"]},
            "unwanted_care": {"notes": [{"text": "Drikker", "private": True}, "Ikke sykehus"]},
            "other": {
                "notes": [
                    {"text": "Ikke respirator", "theme": "treatment_limits"},
                    {"text": "Vil bo hjemme", "theme": "place_of_care"},
                ]
            },
        },
    )
    plan = text(conversation, "plan")
    for hidden in ("Ikke HLR", "Ikke respirator", "Måneder", "Nettene", "Våren", "Drikker"):
        assert hidden not in plan
    assert "Ikke sykehus" in plan
    assert "Vil bo hjemme" in plan
    assert len(made(conversation, "plan").left_out) == 5


def test_a_noted_prognosis_stands_in_the_plan() -> None:
    entries = {"prognosis": {"notes": ["Måneder, usikkert"]}}
    assert "Måneder, usikkert" in text(talk("forhandssamtale", "nb", entries=entries), "plan")


def test_no_plan_is_made_where_the_person_says_no() -> None:
    with pytest.raises(ConvoGuideError) as error:
        text(talk(consent={"to_plan": False}), "plan")
    assert error.value.exit_code == 1


def test_the_rows_of_a_plan_are_tab_separated() -> None:
    plan = text(
        talk(
            "forhandssamtale",
            "nb",
            actions=[{"what": "Seng", "responsible": "Kommunen", "ended": "2026-12-01"}],
            contacts=[{"name": "Legevakt", "phone": "116 117", "hours": ["night"]}],
        ),
        "plan",
    )
    assert "Seng\tKommunen\t01.12.2026" in plan
    assert "116 117" in plan


# --- verbatim


@pytest.mark.parametrize("note", HOSTILE)
@pytest.mark.parametrize("voice", ["patient", "clinician", "relative"])
@pytest.mark.parametrize("document_id", [*JOURNALS, "plan"])
def test_a_reader_of_the_text_sees_a_notes_own_characters(
    note: str, voice: str, document_id: str
) -> None:
    entries = {"what_matters": {"notes": [{"text": note, "voice": voice}]}}
    shown = text(talk(entries=entries), document_id)
    assert " ".join(note.split()) in shown


def test_crlf_ends_every_line_so() -> None:
    shown = text(talk(entries={"hopes": {"notes": ["a"]}, "worries": {"notes": ["b"]}}), crlf=True)
    assert shown.count("\r\n") == shown.count("\n") == 2


def test_nothing_of_the_label_or_the_surprise_question_is_printed() -> None:
    conversation = talk(
        label="rum 12",
        identified={"on": "2026-11-02", "would_be_surprised": False, "criteria": ["weight_loss"]},
    )
    for document_id in content.document_ids():
        shown = text(conversation, document_id)
        assert "rum 12" not in shown
        assert "surprise" not in shown.casefold()
    assert len(section(made(conversation), "who_took_part")) == 1


def test_the_structured_part_stands_before_the_step_that_speaks_of_it() -> None:
    conversation = talk(follow_up="2026-12-04", entries={"follow_up": {"notes": ["Ringer själv"]}})
    assert section(made(conversation), "follow_up") == ["2026-12-04", "Ringer själv"]


def test_every_document_is_made_from_every_guide_in_every_language() -> None:
    for guide_id in GUIDES:
        for document_id in content.document_ids():
            for locale in ("sv", "nb", "nn", "en"):
                found = document.make(everything(guide_id), document_id, locale)
                assert found.language == locale
                assert document.written(found)
                assert document.written(found, "md")
