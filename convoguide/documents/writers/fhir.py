"""FHIR R4: a journal as one document Bundle, with the conversation it was made from.

The Composition is for reading, the QuestionnaireResponse for machines; Patient and
PractitionerRole stand there without name or identifier. No profile is claimed.
"""

import json
from datetime import date, datetime
from html import escape
from uuid import NAMESPACE_OID, UUID, uuid5

from convoguide.core.conversation import Conversation, to_file
from convoguide.core.guide import Guide
from convoguide.documents import wording
from convoguide.documents.assembled import Document, FilledSection, Line, Table
from convoguide.documents.writers import txt
from convoguide.documents.writers.fhir_questionnaire import questionnaire, questionnaire_data
from convoguide.documents.writers.fhir_response import (
    URI,
    from_questionnaire_response,
    questionnaire_response,
    response_data,
    without_apart,
)
from convoguide.documents.writers.fhir_values import Json, checked, moment
from convoguide.i18n import Language

__all__ = [
    "document_bundle",
    "from_questionnaire_response",
    "questionnaire",
    "questionnaire_response",
    "write",
]

# As SNOMED CT names what such a conversation is.
_METHOD: Json = {
    "system": "http://snomed.info/sct",
    "code": "370819000",
    "display": "Identification of individual values and wishes concerning care",
}
# What XML 1.0 has no way to write, though a text may hold it.
_NOT_IN_XML = str.maketrans({"\ufffe": "\ufffd", "\uffff": "\ufffd"})


def write(
    document: Document,
    conversation: Conversation,
    guide: Guide,
    language: Language,
    now: datetime,
) -> str:
    """The bundle of a journal as indented JSON."""
    bundle = document_bundle(document, conversation, guide, language, now=now)
    return json.dumps(bundle, ensure_ascii=False, indent=2) + "\n"


def document_bundle(
    document: Document,
    conversation: Conversation,
    guide: Guide,
    language: Language,
    *,
    now: datetime,
) -> Json:
    """One `document` Bundle of a journal; `now` is aware of its offset.

    The ids follow from the conversation's id, so that one conversation is told as one; the
    bundle's own also from what was made, and when.
    """
    seed = _seed(conversation, guide, language)
    ids = {
        name: str(uuid5(seed, name))
        for name in ("composition", "patient", "practitioner_role", "response", "questionnaire")
    }
    to = {name: {"reference": f"urn:uuid:{each}"} for name, each in ids.items()}
    response = response_data(conversation, guide, language)
    response |= {"subject": to["patient"], "author": to["practitioner_role"]}
    resources: dict[str, Json] = {
        "composition": _composition(document, conversation, language, to, now),
        "patient": {"resourceType": "Patient", "language": language.locale},
        "practitioner_role": _practitioner_role(conversation, language),
        "response": response,
        "questionnaire": questionnaire_data(guide, language),
    }
    edition = uuid5(seed, f"{document.id}/{document.language}/{now.isoformat()}")
    data: Json = {
        "resourceType": "Bundle",
        "id": str(edition),
        "language": language.locale,
        "identifier": {"system": URI, "value": f"urn:uuid:{edition}"},
        "type": "document",
        "timestamp": now.isoformat(),
        "entry": [
            {"fullUrl": f"urn:uuid:{ids[name]}", "resource": {**resource, "id": ids[name]}}
            for name, resource in resources.items()
        ],
    }
    return checked("Bundle", data)


def _seed(conversation: Conversation, guide: Guide, language: Language) -> UUID:
    """The conversation's id; without one, an id of what may be told of it."""
    if conversation.id:
        return UUID(conversation.id)
    told = to_file(without_apart(conversation, guide, language))
    return uuid5(NAMESPACE_OID, json.dumps(told, sort_keys=True))


def _composition(
    document: Document,
    conversation: Conversation,
    language: Language,
    to: dict[str, Json],
    now: datetime,
) -> Json:
    told = language.gettext("Establishing the person's values and wishes about care")
    event: Json = {"code": [{"coding": [_METHOD], "text": told}], "detail": [to["response"]]}
    if period := _period(conversation):
        event["period"] = period
    data: Json = {
        "resourceType": "Composition",
        "language": document.language,
        # Nobody has signed what is made here; it is final once it stands in the journal.
        "status": "final" if _is_documented(conversation) else "preliminary",
        "type": {"text": document.title},
        "subject": to["patient"],
        "date": now.isoformat(),
        "author": [to["practitioner_role"]],
        "title": document.title,
        "event": [event],
        "section": [
            _section(section, document.language, to)
            for section in document.sections
            if not section.empty
        ],
    }
    if opening := (*document.notices, *document.opening, *document.for_the_night):
        data["text"] = _narrative(_paragraphs(opening, document.language), document.language)
    return {key: each for key, each in data.items() if each}


def _section(section: FilledSection, locale: str, to: dict[str, Json]) -> Json:
    inner = _list(section.lines, locale) + (_table(section.table) if section.table else "")
    return {
        "title": section.heading,
        "code": {"text": section.heading},
        "text": _narrative(inner, locale),
        "entry": [to["response"]],
    }


def _practitioner_role(conversation: Conversation, language: Language) -> Json:
    role: Json = {"resourceType": "PractitionerRole", "language": language.locale}
    if conversation.led_by:
        role["code"] = [{"text": language.gettext(wording.ROLES[conversation.led_by])}]
    return role


def _is_documented(conversation: Conversation) -> bool:
    return conversation.documented is not None and conversation.documented.on is not None


def _period(conversation: Conversation) -> Json:
    """When it was held; the end only where it fits the start."""
    start, end = conversation.started, conversation.ended
    if start is None or (begun := moment(start)) is None:
        day: date | None = conversation.held_on or (start.date() if start else None)
        return {"start": day.isoformat()} if day else {}
    if end is None or (ended := moment(end)) is None or end < start:
        return {"start": begun}
    return {"start": begun, "end": ended}


# --- narrative


def _narrative(inner: str, locale: str) -> Json:
    opening = f'<div xmlns="http://www.w3.org/1999/xhtml" lang="{locale}" xml:lang="{locale}">'
    return {"status": "generated", "div": f"{opening}{inner}</div>"}


def _paragraphs(lines: tuple[Line, ...], locale: str) -> str:
    return "".join(f"<p>{_shown(txt.told(line, locale))}</p>" for line in lines)


def _list(lines: tuple[Line, ...], locale: str) -> str:
    items = "".join(f"<li>{_shown(txt.told(line, locale))}</li>" for line in lines)
    return f"<ul>{items}</ul>" if items else ""


def _table(table: Table) -> str:
    head = "".join(f"<th>{_shown(cell)}</th>" for cell in table.columns)
    rows = "".join(
        "<tr>" + "".join(f"<td>{_shown(cell)}</td>" for cell in row) + "</tr>" for row in table.rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _shown(text: str) -> str:
    return escape(text.translate(_NOT_IN_XML), quote=False)
