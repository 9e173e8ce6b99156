import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from convoguide.core.conversation import OTHER, Conversation
from convoguide.documents.writers import fhir
from convoguide.errors import InputError
from convoguide.i18n import LOCALES, Language
from convoguide.services import content, document
from tests.documents.any_conversation import conversations, without_nothing
from tests.documents.fhir_reading import (
    ABSENT,
    GUIDES,
    JOURNALS,
    NOW,
    OURS,
    Json,
    answered,
    bundle,
    extension,
    held,
    leaves,
    resource,
    response,
)
from tests.making import HOSTILE, IDENTITY, talk

# --- the way round


def held_apart_by_contract(conversation: Conversation, left_open: set[str]) -> Json:
    """The conversation as data without what the contract holds apart, found another way.

    `left_open` are the steps on the outlook that the person did not want to hear about.
    """
    data: Json = json.loads(conversation.model_dump_json(by_alias=True, exclude_none=True))
    silent = set()
    for step, entry in data["entries"].items():
        on_outlook = left_open if step != OTHER else set()
        kept = []
        for note in entry.get("notes", []):
            told = {"text": note} if isinstance(note, str) else note
            unwanted = step in on_outlook or (left_open and told.get("theme") == "prognosis")
            by_clinician = told.get("voice", "clinician") == "clinician"
            if told.get("private") or (unwanted and by_clinician):
                silent.add(step)
            else:
                kept.append(note)
        entry["notes"] = kept
    data["letter"] = [line for line in data["letter"] if line["step"] not in silent | left_open]
    data.get("identified", {}).pop("would_be_surprised", None)
    return data


@pytest.mark.parametrize("guide_id", GUIDES)
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_response_loses_nothing_but_what_is_held_apart(
    guide_id: str, data: st.DataObject
) -> None:
    guide = content.guide(guide_id)
    conversation = data.draw(conversations(guide))
    locale = data.draw(st.sampled_from(LOCALES))
    left_open = {
        step.id
        for step in guide.steps()
        if step.theme == "prognosis"
        and conversation.entry(step.id).state in ("declined", "deferred")
    }
    back = fhir.from_questionnaire_response(response(conversation, locale))
    expected = Conversation.model_validate(held_apart_by_contract(conversation, left_open))
    assert without_nothing(back.model_dump(mode="json")) == without_nothing(
        expected.model_dump(mode="json")
    )


def test_a_response_keeps_each_text_to_the_last_code_point() -> None:
    notes = [*HOSTILE, "", "   ", "\u00a0", " a\n\tb \r\n", "x" * 200_000]
    conversation = talk(entries={"hopes": {"notes": notes}})
    back = fhir.from_questionnaire_response(response(conversation))
    assert [note.text for note in back.entry("hopes").notes] == notes


def test_the_way_back_takes_the_response_out_of_a_written_bundle() -> None:
    conversation = held()
    guide = content.guide("svas-kronoberg")
    made = document.make(conversation, "journal-svas")
    written = json.loads(fhir.write(made, conversation, guide, Language("sv"), NOW))
    back = fhir.from_questionnaire_response(resource(written, "QuestionnaireResponse"))
    assert back.entries.keys() == conversation.entries.keys()
    assert back.contacts == conversation.contacts
    assert back.id == IDENTITY


@pytest.mark.parametrize(
    "foreign",
    [
        {},
        {"resourceType": "QuestionnaireResponse"},
        {"resourceType": "QuestionnaireResponse", "status": "completed"},
        {
            "resourceType": "QuestionnaireResponse",
            "status": "completed",
            "questionnaire": "urn:convoguide:guide:svas-kronoberg",
            "item": [{"linkId": "hopes", "answer": [{"valueInteger": 19121212}]}],
        },
        {
            "resourceType": "QuestionnaireResponse",
            "status": "completed",
            "questionnaire": "urn:convoguide:guide:svas-kronoberg",
            "extension": [{"url": OURS + "language", "valueCode": "19121212"}],
        },
        {"resourceType": "QuestionnaireResponse", "status": "completed", "item": "19121212"},
        {
            "resourceType": "QuestionnaireResponse",
            "status": "completed",
            "questionnaire": "urn:convoguide:guide:svas-kronoberg",
            "item": [{"linkId": "unlisted", "item": [{"linkId": "unlisted/notes"}]}],
        },
    ],
)
def test_a_foreign_response_is_refused_without_repeating_it(foreign: Json) -> None:
    with pytest.raises(InputError) as error:
        fhir.from_questionnaire_response(foreign)
    assert "19121212" not in str(error.value)


# --- what is held apart


@pytest.mark.parametrize("document_id", JOURNALS)
@pytest.mark.parametrize("guide_id", GUIDES)
def test_what_is_held_apart_stands_nowhere_in_the_bundle(guide_id: str, document_id: str) -> None:
    private = {"text": "HEMLIGT", "private": True}
    conversation = held(guide_id).having(
        entries=talk(
            guide_id,
            entries={
                "hopes": {"notes": ["Synligt 1", private]},
                "worries": {"notes": [private]},
                "kalmar:fika": {"notes": [private]},
                "prognosis": {
                    "outcome": "declined",
                    "notes": ["HEMLIGT", {"text": "Synligt 2", "voice": "patient"}],
                },
                "other": {
                    "notes": [private, {"text": "HEMLIGT", "theme": "prognosis"}, "Synligt 3"]
                },
            },
            letter=[
                {"step": "hopes", "text": "HEMLIGT"},
                {"step": "prognosis", "text": "HEMLIGT"},
            ],
        ).entries
    )
    found = json.dumps(bundle(conversation, document_id), ensure_ascii=False)
    assert "HEMLIGT" not in found
    assert "surprise" not in found.casefold()
    for shown in ("Synligt 1", "Synligt 2", "Synligt 3"):
        assert found.count(shown) == 2  # once to read, once in the response


def test_no_letter_line_tells_what_is_held_apart() -> None:
    private = {"text": "Dricker", "private": True}
    conversation = talk(
        entries={"hopes": {"notes": [private]}, "prognosis": {"outcome": "deferred"}},
        letter=[
            {"step": "hopes", "text": "Om drickandet"},
            {"step": "prognosis", "text": "Om tiden"},
            {"step": "worries", "text": "Om nätterna"},
        ],
    )
    back = fhir.from_questionnaire_response(response(conversation))
    assert [line.text for line in back.letter] == ["Om nätterna"]


def test_a_step_of_which_all_is_held_apart_is_not_said_to_be_unasked() -> None:
    notes = [{"text": "Dricker", "private": True}]
    found = response(talk(entries={"hopes": {"notes": notes}}))
    assert "hopes" not in {item["linkId"] for item in leaves(found["item"])}


def test_the_id_of_a_conversation_without_one_does_not_depend_on_what_is_held_apart() -> None:
    with_it = talk(entries={"hopes": {"notes": ["Våren", {"text": "Dricker", "private": True}]}})
    without = talk(entries={"hopes": {"notes": ["Våren"]}})
    other = talk(entries={"hopes": {"notes": ["Hösten"]}})
    assert bundle(with_it)["id"] == bundle(without)["id"] != bundle(other)["id"]


def test_patient_and_practitioner_are_without_name_and_identifier() -> None:
    found = bundle(held())
    assert resource(found, "Patient").keys() == {"resourceType", "id", "language"}
    role = resource(found, "PractitionerRole")
    assert role.keys() == {"resourceType", "id", "language", "code"}
    assert [code.keys() for code in role["code"]] == [{"text"}]


# --- the response


def test_each_outcome_has_its_reason() -> None:
    found = response(held())
    for step, reason in {
        "worries": "asked-unknown",
        "information_needs": "asked-declined",
        "prognosis": "temp-unknown",
        "unwanted_care": "not-asked",  # said to be so
        "family": "not-asked",  # never reached
    }.items():
        assert extension(answered(found, step), ABSENT) == reason
    assert extension(answered(found, "prognosis"), OURS + "again_on") == "2026-12-04"
    assert extension(answered(found, "spokesperson"), OURS + "outcome") == "nothing_to_add"
    for told in ("hopes", "spokesperson", "treatment_limits"):
        urls = {each["url"] for each in answered(found, told).get("extension", [])}
        assert ABSENT not in urls


def test_a_note_is_an_answer_with_its_voice_theme_and_time() -> None:
    found = response(held())
    first, second = answered(found, "hopes")["answer"]
    assert first["valueString"] == "Se våren"
    assert extension(first, OURS + "voice") == "patient"
    assert extension(second, OURS + "voice") == "clinician"
    (other,) = answered(found, "other")["answer"]
    assert extension(other, OURS + "theme") == "place_of_care"
    assert extension(other, OURS + "at") == "2026-11-20T13:20:41+01:00"


def test_the_date_of_the_next_talk_answers_its_question() -> None:
    item = answered(response(held()), "follow_up/follow_up")
    assert item["answer"] == [{"valueDate": "2026-12-04"}]


def test_a_guide_that_does_not_ask_for_the_next_talk_does_not_lose_its_date() -> None:
    guide = content.guide("svas-kronoberg")
    guide = guide.model_copy(update={"stages": guide.stages[:2]})
    conversation = talk(follow_up="2026-12-04")
    found = fhir.questionnaire_response(conversation, guide, Language("sv"))
    assert extension(found, OURS + "follow_up") == "2026-12-04"
    assert fhir.from_questionnaire_response(found).follow_up == conversation.follow_up


def test_a_part_is_an_extension_of_its_fields_as_the_file_names_them() -> None:
    contact = {"name": "Sara", "for": "oro", "hours": ["night", "weekend"], "coordinates": True}
    found = response(talk(contacts=[contact]))
    (shown,) = [each for each in found["extension"] if each["url"] == OURS + "contacts"]
    assert shown["extension"] == [
        {"url": "name", "valueString": "Sara"},
        {"url": "coordinates", "valueBoolean": True},
        {"url": "hours", "valueCode": "night"},
        {"url": "hours", "valueCode": "weekend"},
        {"url": "for", "valueString": "oro"},
    ]


@pytest.mark.parametrize("guide_id", GUIDES)
@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_response_answers_nothing_that_the_questionnaire_does_not_ask(
    guide_id: str, data: st.DataObject
) -> None:
    guide = content.guide(guide_id)
    asked = {
        item["linkId"]: item for item in leaves(fhir.questionnaire(guide, Language("sv"))["item"])
    }
    found = response(data.draw(conversations(guide)))
    assert found["questionnaire"] == f"urn:convoguide:guide:{guide_id}"
    for item in leaves(found["item"]):
        question = asked[item["linkId"]]
        assert not ("item" in item and "answer" in item)
        assert item.get("text") == question.get("text") or item["linkId"] == "unlisted"
        assert "answer" not in item or question["type"] not in ("group", "display")
        assert len(item.get("answer", [])) <= 1 or question["repeats"]
