"""Conversations as FHIR for tests, and how to find something in it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from xml.etree import ElementTree

from convoguide.core.conversation import Conversation
from convoguide.documents.writers import fhir
from convoguide.i18n import Language
from convoguide.services import content, document
from tests.making import IDENTITY, talk

Json = dict[str, Any]
GUIDES = ("svas-kronoberg", "forhandssamtale")
JOURNALS = ("journal-svas", "journal-cornerstones", "journal-forhandssamtale")
NOW = datetime(2026, 11, 20, 14, 30, tzinfo=UTC)
ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason"
OURS = "urn:convoguide:extension:"


def response(conversation: Conversation, locale: str = "sv") -> Json:
    guide = content.guide(conversation.guide)
    return fhir.questionnaire_response(conversation, guide, Language(locale))


def bundle(
    conversation: Conversation, document_id: str = "journal-svas", locale: str = "sv"
) -> Json:
    made = document.make(conversation, document_id, locale)
    guide = content.guide(conversation.guide)
    return fhir.document_bundle(made, conversation, guide, Language(locale), now=NOW)


def resource(found: Json, kind: str) -> Json:
    (one,) = [e["resource"] for e in found["entry"] if e["resource"]["resourceType"] == kind]
    return dict(one)


def leaves(items: list[Json]) -> Iterator[Json]:
    for item in items:
        yield item
        yield from leaves(item.get("item", []))


def answered(found: Json, step: str) -> Json:
    (item,) = [item for item in leaves(found["item"]) if item["linkId"] == step]
    return item


def extension(element: Json, url: str) -> Any:
    (found,) = [each for each in element["extension"] if each["url"] == url]
    return next(value for key, value in found.items() if key.startswith("value"))


def seen(narrative: Json) -> str:
    """What a reader of the narrative sees; it has to be well-formed XHTML."""
    return "".join(ElementTree.fromstring(narrative["div"]).itertext())


def held(guide: str = "svas-kronoberg", language: str = "sv") -> Conversation:
    """A conversation with something in every part."""
    return talk(
        guide,
        language,
        id=IDENTITY,
        label="rum 12",
        started="2026-11-20T13:05:00+01:00",
        ended="2026-11-20T13:50:00+01:00",
        place="home",
        led_by="nurse",
        present=[{"who": "patient"}, {"who": "relative", "name": "dottern"}],
        capacity={"able": "partly", "assessed_by": "Anna Ek"},
        identified={"on": "2026-11-02", "would_be_surprised": False, "criteria": ["weight_loss"]},
        background={"situation": "Andfådd"},
        entries={
            "hopes": {"notes": [{"text": "Se våren", "voice": "patient"}, "Ler"]},
            "worries": {"outcome": "unsure", "notes": ["Nätterna"]},
            "information_needs": {"outcome": "declined"},
            "prognosis": {"outcome": "deferred", "again_on": "2026-12-04"},
            "spokesperson": {"outcome": "nothing_to_add"},
            "unwanted_care": {"outcome": "not_raised"},
            "treatment_limits": {
                "notes": ["Ej HLR"],
                "decided_by": {"role": "physician", "name": "Bo Ek"},
                "decided_on": "2026-11-20",
                "consulted": ["sonen"],
            },
            "kalmar:fika": {"notes": ["Kaffe"]},
            "other": {
                "notes": [
                    {"text": "Bo kvar", "theme": "place_of_care", "at": "2026-11-20T13:20:41+01:00"}
                ]
            },
        },
        packs={"kalmar": "2026.1"},
        actions=[{"what": "Säng", "due": "2026-12-01"}],
        contacts=[{"name": "Sara", "hours": ["night"], "for": "oro", "coordinates": True}],
        acute=[{"situation": "Blödning", "do": "Mörka handdukar"}],
        consent={
            "to_plan": True,
            "share_with": ["Hemsjukvården"],
            "not_with": [{"who": "Grannen"}],
        },
        attachments=["esas_r"],
        review={"every": "P3M"},
        letter=[{"step": "hopes", "text": "Du vill se våren."}],
        follow_up="2026-12-04",
        documented={"on": "2026-11-20", "where": "Cosmic"},
    )
