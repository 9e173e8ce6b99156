"""The self-check before signing: what is incomplete, inconsistent or private. It never blocks.

Pure: it gives kinds and places; `services.check` words them.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from convoguide.core.conversation import OTHER, Conversation, to_file
from convoguide.core.guide import AnyStep, Guide
from convoguide.core.localise import absent_steps
from convoguide.core.theme import TOPICS

FindIdentityNumbers = Callable[[str], bool]

PLANS = ("plan",)
HANDOVERS = ("sbar", "sip-request", "palliative-plan")
NEED_CONTACTS = ("plan", "palliative-plan", "contact-sheet")
NEED_ADMISSION = ("plan", "palliative-plan")
# A confirmation in the clinician's own words, in the languages notes are written in, unless the
# same note denies it.
_CONFIRMED = re.compile(r"\b(bekräft|bekreft|stadfest|confirm)\w*", re.IGNORECASE)
_DENIED = re.compile(r"\b(inte|ej|ikke|ikkje|ikkj|not|no one)\b", re.IGNORECASE)
# Wishes and decisions that someone must be able to speak for when the person no longer can.
NEEDS_A_VOICE = frozenset(
    {"unwanted_care", "acutely_ill_wishes", "hospital_admission", "treatment_limits", "plan"}
)


@dataclass(frozen=True)
class Finding:
    """One thing to look at; `topics` and `hours` name what is missing where that is a list."""

    kind: str
    category: str
    step: str | None = None
    note: int | None = None
    path: str | None = None
    topics: tuple[str, ...] = ()
    hours: tuple[str, ...] = ()


def findings(
    conversation: Conversation,
    guide: Guide,
    document: str,
    has_identity_number: FindIdentityNumbers,
) -> list[Finding]:
    """All findings for one document, the most serious first; topics not reached come last."""
    talk = _Talk(conversation, guide)
    found = [*_identity_numbers(conversation, has_identity_number)]
    found += [
        Finding("pack_missing", "incomplete", step=step)
        for step in absent_steps(guide, conversation)
    ]
    found += _limits(talk)
    found += _contradictions(talk)
    found += _gaps(talk, document)
    if document in PLANS:
        found += _plan(talk)
    found += _whom_to_call(talk, document)
    if document in HANDOVERS:
        found += _handover(talk)
    found += _not_talked_about(talk)
    return found


@dataclass(frozen=True)
class _Talk:
    conversation: Conversation
    guide: Guide

    def steps_on(self, theme: str) -> list[str]:
        return [step.id for step in self.guide.steps() if step.theme == theme]

    def raised(self, theme: str) -> bool:
        """Whether a step of the theme was raised, or an unfiled note speaks of it."""
        entry = self.conversation.entry
        return bool(self.unfiled(theme)) or any(
            entry(step).state != "not_raised" for step in self.steps_on(theme)
        )

    def answered_by_facts(self, step: AnyStep) -> bool:
        """Whether a structured part that belongs with the step is filled in: then it was raised."""
        return any(getattr(self.conversation, part, None) for part in step.fills)

    def is_topic(self, step: AnyStep) -> bool:
        """Whether the step asks about something, and is not the way into what is asked later."""
        if step.theme not in TOPICS:
            return False
        named_after = self.guide.step(step.theme)
        return named_after is None or (
            self.guide.stage_of(named_after.id) == self.guide.stage_of(step.id)
        )

    def unfiled(self, theme: str) -> list[int]:
        """The notes under `other` that carry the theme."""
        notes = self.conversation.entry(OTHER).notes
        return [index for index, note in enumerate(notes) if note.theme == theme]


def _identity_numbers(
    conversation: Conversation, has_identity_number: FindIdentityNumbers
) -> Iterator[Finding]:
    for step, index, note in conversation.notes():
        if has_identity_number(note.text):
            yield Finding("identity_number", "privacy", step=step, note=index)
    for path, text in _texts(to_file(conversation)):
        if path[0] == "entries" and len(path) > 2 and path[2] == "notes":
            continue
        if has_identity_number(text):
            pointer = "".join(f"/{_escaped(part)}" for part in path)
            yield Finding("identity_number", "privacy", path=pointer)


def _texts(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], str]]:
    if isinstance(data, str):
        # An id is made by the program; its digits may look like anything.
        if path not in (("id",), ("previous",)):
            yield path, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _texts(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _texts(value, (*path, index))


def _escaped(part: object) -> str:
    return str(part).replace("~", "~0").replace("/", "~1")


def _limits(talk: _Talk) -> Iterator[Finding]:
    for step in talk.steps_on("treatment_limits"):
        entry = talk.conversation.entry(step)
        told = entry.notes or entry.state == "noted" or entry.decided_by or entry.decided_on
        if told and not entry.decided:
            yield Finding("limit_not_by_physician", "incomplete", step=step)
    for index in talk.unfiled("treatment_limits"):
        yield Finding("limit_not_by_physician", "incomplete", step=OTHER, note=index)


def _contradictions(talk: _Talk) -> Iterator[Finding]:
    conversation = talk.conversation
    declined = any(
        conversation.entry(step).state == "declined" for step in talk.steps_on("information_needs")
    )
    if declined:
        for step in talk.steps_on("prognosis"):
            if conversation.entry(step).state == "noted":
                yield Finding("prognosis_after_decline", "inconsistent", step=step)
        for index in talk.unfiled("prognosis"):
            yield Finding("prognosis_after_decline", "inconsistent", step=OTHER, note=index)
    if conversation.capacity and conversation.capacity.able == "yes":
        for step, entry in conversation.entries.items():
            if entry.notes and all(note.voice == "presumed" for note in entry.notes):
                yield Finding("presumed_of_able_person", "inconsistent", step=step)
    for step, entry in conversation.entries.items():
        if entry.outcome == "noted" and not entry.notes:
            yield Finding("noted_without_note", "incomplete", step=step)


def _gaps(talk: _Talk, document: str) -> Iterator[Finding]:
    spokesperson = talk.steps_on("spokesperson")
    if spokesperson and not talk.raised("spokesperson"):
        capacity = talk.conversation.capacity
        needed = document in (*PLANS, "sbar", "palliative-plan") or any(
            talk.raised(theme) for theme in NEEDS_A_VOICE
        )
        if needed or (capacity and capacity.able in ("partly", "no")):
            yield Finding("no_spokesperson", "incomplete", step=spokesperson[0])
    for index, action in enumerate(talk.conversation.actions):
        if not (action.responsible or "").strip() and action.ended is None:
            step = _first(talk.steps_on("plan"))
            yield Finding(
                "action_without_responsible", "incomplete", step=step, path=f"/actions/{index}"
            )


def _plan(talk: _Talk) -> Iterator[Finding]:
    conversation, step = talk.conversation, _first(talk.steps_on("plan"))
    contacts = conversation.contacts
    if not any(contact.coordinates or contact.role_id == "coordinator" for contact in contacts):
        where = _first(talk.steps_on("contact")) or step
        yield Finding("plan_without_coordinator", "incomplete", step=where)
    if conversation.consent is None or conversation.consent.to_plan is not True:
        yield Finding("plan_without_consent", "incomplete", step=step)
    review = conversation.review
    if review is None or not (review.on or review.every or review.when):
        yield Finding("plan_without_review", "incomplete", step=step)


def _whom_to_call(talk: _Talk, document: str) -> Iterator[Finding]:
    """What is missing is only a finding where the guide has a step to go to."""
    conversation, contacts = talk.conversation, talk.conversation.contacts
    where = _first(talk.steps_on("contact"))
    if where and document in NEED_CONTACTS:
        covered = {hours for contact in contacts for hours in contact.hours}
        missing = tuple(hours for hours in ("evening", "night", "weekend") if hours not in covered)
        if missing:
            yield Finding("contacts_gap", "incomplete", step=where, hours=missing)
    where = _first(talk.steps_on("hospital_admission"))
    arranged = conversation.admission and conversation.admission.arranged
    if where and document in NEED_ADMISSION and not arranged:
        yield Finding("no_admission", "incomplete", step=where)


def _handover(talk: _Talk) -> Iterator[Finding]:
    conversation = talk.conversation
    if not (conversation.consent and conversation.consent.share_with):
        step = _first(talk.steps_on("consent"))
        yield Finding("handover_without_consent", "privacy", step=step)
    notes = [
        note.text for step in talk.steps_on("handover") for note in conversation.entry(step).notes
    ]
    if not any(_CONFIRMED.search(text) and not _DENIED.search(text) for text in notes):
        # The last step on handing over is the one that tells the team.
        steps = talk.steps_on("handover")
        step = steps[-1] if steps else None
        yield Finding("receiver_not_confirmed", "incomplete", step=step)


def _not_talked_about(talk: _Talk) -> Iterator[Finding]:
    topics = tuple(
        step.id
        for step in talk.guide.steps()
        if step.kind == "spoken"
        and talk.is_topic(step)
        and talk.conversation.entry(step.id).state == "not_raised"
        and not talk.answered_by_facts(step)
    )
    if topics:
        yield Finding("not_talked_about", "not_talked_about", topics=topics)


def _first(steps: list[str]) -> str | None:
    return steps[0] if steps else None
