"""Which notes may be worded for the letter home, besides those that stand in it by themselves."""

from collections.abc import Iterator

from convoguide.core.conversation import OTHER, Note
from convoguide.core.text import collapse
from convoguide.documents.assembled import Document
from convoguide.documents.parts.letter import NEVER
from convoguide.documents.rules import LEFT_OPEN, Material, is_apart, may_show_notes, may_speak

_OF_OTHERS = ("relative", "presumed")
"""Voices of those who are not written to: what a relative said, and what was told of the person."""


def wordable(material: Material, letter: Document) -> Iterator[tuple[str, int, Note]]:
    """Each note that may be worded, with its step and its place there, in the guide's order.

    `letter` is the letter as it stands. Never limits, the outlook, what others said, what was
    declined or deferred, what is held apart; nor a step of a pack that is not here, which may have
    been about any of these.
    """
    there = {(line.step, line.note) for section in letter.sections for line in section.lines}
    for step in (*(each.id for each in material.guide.steps()), OTHER):
        if not may_speak(material, step) or not may_show_notes(material, step):
            continue
        for index, note in enumerate(material.conversation.entry(step).notes):
            if (step, index) not in there and _may_be_worded(material, step, note):
                yield step, index, note


def _may_be_worded(material: Material, step: str, note: Note) -> bool:
    theme = material.theme(step, note)
    if not collapse(note.text) or note.voice in _OF_OTHERS or theme in NEVER:
        return False
    return not is_apart(material, step, note) and not (step == OTHER and _left(material, theme))


def _left(material: Material, theme: str | None) -> bool:
    """Whether the person left what an unfiled note speaks of for another time, or altogether."""
    return theme is not None and any(
        material.conversation.entry(step.id).state in LEFT_OPEN
        for step in material.guide.steps()
        if step.theme == theme
    )
