"""Conversations in which nothing is missing, for tests that look at whole documents."""

from typing import Any

from convoguide.core.conversation import Conversation
from convoguide.documents.assembled import Document, Line
from convoguide.services import content
from tests.making import HOSTILE, talk

PARTS: dict[str, Any] = {
    "held_on": "2026-11-20",
    "place": "home",
    "led_by": "physician",
    "present": [{"who": "patient"}, {"who": "relative", "name": "systern"}],
    "capacity": {"able": "yes", "assessed_by": "Siv Alm", "on": "2026-11-19"},
    "identified": {"on": "2026-11-02", "criteria": ["weight_loss", "infections"]},
    "background": {"situation": "Sviktande ork", "background": "KOL", "current": "Vilar mest"},
    "actions": [
        {"what": "Säng på nedre plan", "why": "trappan", "responsible": "kommunen"},
        {"what": "Läkemedelsgenomgång", "responsible": "Siv Alm", "ended": "2026-11-25"},
    ],
    "contacts": [
        {
            "name": "Siv Alm",
            "role": "läkare",
            "role_id": "responsible_physician",
            "phone": "0470-00 00 01",
            "hours": ["day"],
            "needs": ["emergency", "planned_death"],
            "for": "ordinationer",
        },
        {
            "name": "Nattlaget",
            "coordinates": True,
            "hours": ["evening", "night"],
            "needs": ["relief"],
        },
    ],
    "acute": [
        {"situation": "Andnöd", "do": "Fläkt", "call": "Nattlaget", "medication": "Se ordination"},
        {"situation": "Blödning"},
    ],
    "palliative_plan": {
        "where_in_illness": "Sen fas",
        "held_by": ["Pärmen i köket", "Vårdcentralen"],
        "updated": "2026-11-20",
        "replaces": "planen från i våras",
    },
    "admission": {"arranged": "Ring avdelningen först", "open_contact": "Avdelning 3"},
    "consent": {
        "to_plan": True,
        "given_by": "patient",
        "on": "2026-11-20",
        "share_with": ["hemsjukvården"],
        "not_with": [{"who": "en kusin", "kind": "relative"}],
    },
    "attachments": ["esas_r", "week_plan"],
    "review": {"on": "2027-02-20", "every": "P3M", "when": "vid försämring"},
    "letter": [{"step": "what_matters", "text": "Du vill sitta i trädgården."}],
    "follow_up": "2026-12-04",
}
LIMIT = {
    "notes": ["Ej intensivvård"],
    "decided_by": {"role": "physician", "name": "Siv Alm"},
    "decided_on": "2026-11-20",
    "grounds": "Långt gången sjukdom",
    "consulted": ["sköterskan"],
    "patient_view": "Vill slippa respirator",
    "relatives_view": "Samma",
    "review_on": "2027-01-20",
}
SIGNED = {"signed_by": "Siv Alm", "signed_on": "2026-11-21"}


def whole(guide_id: str = "svas-kronoberg", **parts: Any) -> Conversation:
    """Notes of every voice in every step, hostile ones among them, and every structured part."""
    guide = content.guide(guide_id)
    entries: dict[str, Any] = {}
    for place, step in enumerate(guide.steps()):
        entries[step.id] = {
            "notes": [
                f"anteckning {place}",
                {"text": f"egna ord {place} {HOSTILE[place % len(HOSTILE)]}", "voice": "patient"},
                {"text": f"en närståendes ord {place}", "voice": "relative"},
                {"text": f"hemligt {place}", "private": True},
            ]
        }
    entries["treatment_limits"] = LIMIT
    entries["hopes"] = {"outcome": "declined", "notes": ["inte i dag"]}
    entries["other"] = {"notes": ["helt fritt", {"text": "om platsen", "theme": "place_of_care"}]}
    return talk(guide_id, guide.language, entries=entries, **{**PARTS, **parts})


def lines(document: Document) -> list[Line]:
    """Every line of the document's own, from the opening on."""
    inside = [line for section in document.sections for line in section.lines]
    return [*document.opening, *document.for_the_night, *inside]


def own(document: Document, *, full: bool) -> list[Line]:
    """The lines that a writer shows: compact journals have none for the night."""
    compact = document.reader == "journal" and not full
    left_out = document.for_the_night if compact else ()
    return [line for line in lines(document) if not any(line is each for each in left_out)]


def cells(document: Document) -> list[str]:
    """Every cell of the document's tables, row by row."""
    tables = [section.table for section in document.sections if section.table]
    return [cell for table in tables for row in (table.columns, *table.rows) for cell in row]
