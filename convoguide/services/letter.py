"""Working on the letter home: what stands in it, what else may be worded, and wording it.

Nothing goes into the letter but what the contract lets in by itself and what the clinician worded
and accepted. Every acceptance is one change of the sitting, saved and undone like any other.
"""

from collections.abc import Iterator
from typing import NamedTuple

from convoguide.core.conversation import Conversation, Voice
from convoguide.core.parts import LetterLine
from convoguide.core.text import clean, collapse
from convoguide.documents.assemble import assemble
from convoguide.documents.assembled import Document
from convoguide.documents.rules import Material
from convoguide.documents.wordable import wordable
from convoguide.errors import InputError
from convoguide.i18n import gettext as _
from convoguide.services import content
from convoguide.services.conduct import Sitting

LETTER = "patient-letter"


class Offer(NamedTuple):
    """A note that may be worded: its step, its place there, its text, whose words it holds."""

    step: str
    note: int
    text: str
    voice: Voice


class Accepted(NamedTuple):
    """A line that was worded and accepted: its place in `letter`, its step, its text."""

    place: int
    step: str
    text: str
    stands: bool
    """Whether it is in the letter; not where its step was declined or held apart since."""


def standing(conversation: Conversation, locale: str | None = None) -> Document:
    """The letter as it stands now."""
    material = _material(conversation, locale)
    return assemble(conversation, material.guide, material.outline, material.language)


def offers(conversation: Conversation) -> list[Offer]:
    """What may be worded for the letter, in the guide's order; what stands there is not among it.

    A note goes on being offered once a line was made of it: it may be worth another.
    """
    material, letter = _material(conversation, None), standing(conversation)
    return [
        Offer(step, index, note.text, note.voice)
        for step, index, note in wordable(material, letter)
    ]


def accepted(conversation: Conversation) -> list[Accepted]:
    """The lines that were accepted, in their order."""
    paths = {line.path for each in standing(conversation).sections for line in each.lines}
    return [
        Accepted(place, line.step, line.text, f"/letter/{place}" in paths)
        for place, line in enumerate(conversation.letter)
    ]


def accept(sitting: Sitting, step: str, words: str) -> None:
    """A line more, in the clinician's words, from a step of which something may be worded."""
    if step not in {each.step for each in offers(sitting.conversation)}:
        raise InputError(_("Nothing of this step may stand in the letter."))
    line = LetterLine(step=step, text=_worded(words))
    sitting.fill(letter=(*sitting.conversation.letter, line))


def reword(sitting: Sitting, place: int, words: str) -> None:
    """Other words for an accepted line."""
    lines = list(sitting.conversation.letter)
    lines[place] = lines[place].model_copy(update={"text": _worded(words)})
    sitting.fill(letter=tuple(lines))


def take_away(sitting: Sitting, place: int) -> None:
    """Take an accepted line out of the letter again; the note it came from stays."""
    lines = sitting.conversation.letter
    sitting.fill(letter=(*lines[:place], *lines[place + 1 :]))


def is_worded(conversation: Conversation, offer: Offer) -> bool:
    """Whether an accepted line says the very words of the note."""
    return any(
        line.step == offer.step and collapse(line.text) == collapse(offer.text)
        for line in conversation.letter
    )


def lines_of(conversation: Conversation, step: str) -> Iterator[str]:
    """The accepted lines of a step."""
    return (line.text for line in conversation.letter if line.step == step)


def _worded(words: str) -> str:
    text = clean(words).strip()
    if not text:
        raise InputError(_("Give the line in plain words."))
    return text


def _material(conversation: Conversation, locale: str | None) -> Material:
    guide, outline = content.guide(conversation.guide), content.outline(LETTER)
    language = content.language(locale or conversation.language)
    return Material(conversation, guide, outline, language)
