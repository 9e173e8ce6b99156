"""What a document may hold, by who reads it: the rules of the public contract, one a function."""

from collections.abc import Iterator
from dataclasses import dataclass

from convoguide.core.conversation import OTHER, Conversation, Note
from convoguide.core.guide import Guide
from convoguide.core.text import collapse
from convoguide.documents.outline import Holds, Outline, Section
from convoguide.i18n import Language

LEFT_OPEN = ("declined", "deferred")
OUTLOOK = frozenset({"prognosis", "information_needs"})


@dataclass(frozen=True)
class Material:
    """What a document is made from."""

    conversation: Conversation
    guide: Guide
    outline: Outline
    language: Language

    @property
    def holds(self) -> Holds:
        return self.outline.holds

    def theme(self, step: str, note: Note | None = None) -> str | None:
        """The theme that a step, or an unfiled note of `other`, speaks of."""
        if step == OTHER:
            return note.theme if note else None
        return self.guide.theme_of(step)


def may_speak(material: Material, step: str) -> bool:
    """Whether anything of the step may stand in the document: its sentence at the least."""
    theme, state = material.theme(step), material.conversation.entry(step).state
    holds = material.holds
    if theme == "treatment_limits" and not holds.limits:
        return False
    if state in LEFT_OPEN:
        if holds.left_open == "nothing":
            return False
        if holds.left_open == "sentence_on_outlook":
            return theme in OUTLOOK
    return theme != "prognosis" or _outlook_may_stand(material, state)


def may_show_notes(material: Material, step: str) -> bool:
    """Whether the notes of a step that may speak may stand there too."""
    state = material.conversation.entry(step).state
    return state not in LEFT_OPEN or material.holds.left_open == "sentence_and_notes"


def visible(material: Material, step: str, section: Section) -> Iterator[tuple[int, Note]]:
    """The notes of a step that stand in this section, with their places; none held apart."""
    if not may_show_notes(material, step):
        return
    for index, note in enumerate(material.conversation.entry(step).notes):
        if not collapse(note.text) or is_apart(material, step, note):
            continue
        if section.voices and note.voice not in section.voices:
            continue
        if step != OTHER or _unfiled_belongs(material, note, section):
            yield index, note


def _unfiled_belongs(material: Material, note: Note, section: Section) -> bool:
    if note.theme == "treatment_limits" and not material.holds.limits:
        return False
    if note.theme == "prognosis" and not _unfiled_outlook_may_stand(material):
        return False
    return material.outline.section_of(note.theme) == section


def _outlook_may_stand(material: Material, state: str) -> bool:
    if material.holds.prognosis == "raised" or state in LEFT_OPEN:
        return True
    return material.holds.prognosis == "noted" and state == "noted"


def _unfiled_outlook_may_stand(material: Material) -> bool:
    if material.holds.prognosis == "never":
        return False
    return material.holds.prognosis == "raised" or not _outlook_left_open(material)


def _outlook_left_open(material: Material) -> bool:
    return any(
        material.conversation.entry(step.id).state in LEFT_OPEN
        for step in material.guide.steps()
        if step.theme == "prognosis"
    )


def is_apart(material: Material, step: str, note: Note) -> bool:
    """Whether the patient, who reads the journal, must not meet this note there.

    Private notes, and what the clinician wrote on an outlook the person did not want to hear.
    """
    if note.private:
        return True
    if note.voice != "clinician" or material.theme(step, note) != "prognosis":
        return False
    if step == OTHER:
        return _outlook_left_open(material)
    return material.conversation.entry(step).state in LEFT_OPEN
