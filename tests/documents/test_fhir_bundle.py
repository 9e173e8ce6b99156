import json
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

import pytest
from fhir.resources.R4B import get_fhir_model_class
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from convoguide.core.text import collapse
from convoguide.documents.writers import fhir
from convoguide.errors import InputError
from convoguide.i18n import LOCALES, Language
from convoguide.services import content, document
from tests.documents.any_conversation import conversations
from tests.documents.fhir_reading import (
    JOURNALS,
    NOW,
    Json,
    answered,
    bundle,
    held,
    resource,
    seen,
)
from tests.making import HOSTILE, IDENTITY, talk

XHTML = "{http://www.w3.org/1999/xhtml}"


def test_the_bundle_is_a_document_that_begins_with_its_composition() -> None:
    found = bundle(held())
    assert found["type"] == "document"
    assert found["identifier"]["system"] == "urn:ietf:rfc:3986"
    assert found["timestamp"] == "2026-11-20T14:30:00Z"
    kinds = [entry["resource"]["resourceType"] for entry in found["entry"]]
    assert kinds == [
        "Composition",
        "Patient",
        "PractitionerRole",
        "QuestionnaireResponse",
        "Questionnaire",
    ]
    for entry in found["entry"]:
        assert entry["fullUrl"] == f"urn:uuid:{entry['resource']['id']}"


def references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("reference"), str):
            yield value["reference"]
        for each in value.values():
            yield from references(each)
    elif isinstance(value, list):
        for each in value:
            yield from references(each)


def test_every_reference_is_to_a_resource_of_the_bundle() -> None:
    found = bundle(held())
    urls = [entry["fullUrl"] for entry in found["entry"]]
    assert set(references(found)) == set(urls[1:4])
    asked = resource(found, "QuestionnaireResponse")["questionnaire"]
    assert asked == resource(found, "Questionnaire")["url"]


def test_no_profile_is_claimed() -> None:
    assert '"profile"' not in json.dumps(bundle(held()))
    assert '"meta"' not in json.dumps(bundle(held()))


def test_the_same_conversation_gives_the_same_bundle_and_another_shares_no_id() -> None:
    one, other = bundle(held()), bundle(held().having(id=IDENTITY[:-1] + "e"))
    assert one == bundle(held())
    ids = [{entry["resource"]["id"] for entry in found["entry"]} for found in (one, other)]
    assert ids[0].isdisjoint(ids[1])


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("document_id", JOURNALS)
def test_the_sections_are_those_of_the_journal(document_id: str, locale: str) -> None:
    made = document.make(held(), document_id, locale)
    composition = resource(bundle(held(), document_id, locale), "Composition")
    told = [section for section in made.sections if not section.empty]
    assert composition["title"] == made.title
    assert [each["title"] for each in composition["section"]] == [each.heading for each in told]
    for section, filled in zip(composition["section"], told, strict=True):
        shown = seen(section["text"])
        assert all(line.text in shown for line in filled.lines)
        root = ElementTree.fromstring(section["text"]["div"])
        assert root.tag == f"{XHTML}div"
        assert root.get("lang") == locale
    for line in (*made.opening, *made.for_the_night):
        assert line.text in seen(composition["text"])


@pytest.mark.parametrize("note", HOSTILE)
@pytest.mark.parametrize("voice", ["patient", "clinician", "presumed"])
def test_a_reader_of_the_narrative_sees_a_notes_own_characters(note: str, voice: str) -> None:
    conversation = talk(entries={"hopes": {"notes": [{"text": note, "voice": voice}]}})
    (section,) = resource(bundle(conversation), "Composition")["section"]
    assert collapse(note) in seen(section["text"])
    for element in ElementTree.fromstring(section["text"]["div"]).iter():
        assert element.tag in {f"{XHTML}{name}" for name in ("div", "ul", "li")}


def test_a_character_that_xml_cannot_hold_is_shown_as_unknown_and_kept_in_the_response() -> None:
    conversation = talk(entries={"hopes": {"notes": ["a\uffffb"]}})
    found = bundle(conversation)
    (section,) = resource(found, "Composition")["section"]
    assert "a\ufffdb" in seen(section["text"])
    (answer,) = answered(resource(found, "QuestionnaireResponse"), "hopes")["answer"]
    assert answer["valueString"] == "a\uffffb"


def test_a_wish_is_told_as_a_wish() -> None:
    conversation = talk(entries={"treatment_limits": {"notes": ["Ej HLR"]}})
    (section,) = resource(bundle(conversation, locale="en"), "Composition")["section"]
    assert "wish" in seen(section["text"])


def test_a_journal_text_is_final_once_it_is_documented() -> None:
    assert resource(bundle(held()), "Composition")["status"] == "final"
    assert resource(bundle(talk()), "Composition")["status"] == "preliminary"


@pytest.mark.parametrize(
    ("times", "period"),
    [
        (
            {"started": "2026-11-20T13:05:00+01:00", "ended": "2026-11-20T13:50:00+01:00"},
            {"start": "2026-11-20T13:05:00+01:00", "end": "2026-11-20T13:50:00+01:00"},
        ),
        (
            {"started": "2026-11-20T13:05:00+01:00", "ended": "2026-11-20T12:00:00+01:00"},
            {"start": "2026-11-20T13:05:00+01:00"},
        ),
        (
            {"started": "2026-11-20T13:05:00", "ended": "2026-11-20T13:50:00+01:00"},
            {"start": "2026-11-20"},
        ),
        (
            {"started": "2026-11-20T13:05:00+01:00", "ended": "2026-11-20T13:50:00"},
            {"start": "2026-11-20T13:05:00+01:00"},
        ),
        ({"held_on": "2026-11-20"}, {"start": "2026-11-20"}),
    ],
)
def test_the_time_it_was_held_is_told_as_far_as_it_is_known(times: Json, period: Json) -> None:
    (event,) = resource(bundle(talk(**times)), "Composition")["event"]
    assert event["period"] == period


def test_an_empty_conversation_is_a_valid_document() -> None:
    found = bundle(talk())
    get_fhir_model_class("Bundle").model_validate(found)
    composition = resource(found, "Composition")
    assert "section" not in composition
    assert "period" not in composition["event"][0]


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_conversation_gives_well_formed_narratives(data: st.DataObject) -> None:
    guide = content.guide("svas-kronoberg")
    conversation = data.draw(conversations(guide))
    composition = resource(bundle(conversation, "journal-cornerstones"), "Composition")
    for section in composition.get("section", []):
        assert seen(section["text"]) is not None


def test_a_clock_without_an_offset_is_refused() -> None:
    conversation = held()
    made = document.make(conversation, "journal-svas")
    guide = content.guide("svas-kronoberg")
    with pytest.raises(InputError) as error:
        fhir.write(made, conversation, guide, Language("sv"), NOW.replace(tzinfo=None))
    assert "Se våren" not in str(error.value)
