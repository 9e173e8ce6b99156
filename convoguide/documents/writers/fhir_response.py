"""A conversation as the FHIR QuestionnaireResponse to its guide, and the way back.

Lossless but for what is held apart: what FHIR has no element for stands in extensions of our own.
"""

from collections.abc import Iterator

from convoguide.core.conversation import FORMAT, OTHER, Conversation, Entry, Note
from convoguide.core.guide import AnyStep, Guide
from convoguide.core.parts import Identified
from convoguide.documents.guide_text import GuideText
from convoguide.documents.outline import Holds, Outline, Section
from convoguide.documents.rules import Material, is_apart
from convoguide.documents.writers.fhir_questionnaire import (
    FOLLOW_UP,
    GUIDE,
    UNLISTED,
    UNLISTED_NOTES,
    asks_for_follow_up,
    follow_up,
    other,
    titled,
)
from convoguide.documents.writers.fhir_values import (
    OURS,
    Json,
    checked,
    extension,
    extensions_of,
    fields_from,
    moment,
    text_in,
    text_value,
    validated,
    value_in,
)
from convoguide.errors import InputError
from convoguide.i18n import Language
from convoguide.i18n import gettext as _

URI = "urn:ietf:rfc:3986"
UUID = "urn:uuid:"
ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason"
REASONS = {
    "unsure": "asked-unknown",
    "declined": "asked-declined",
    "deferred": "temp-unknown",
    "not_raised": "not-asked",
}
STEP, PACK = OURS + "step", OURS + "pack"

# What has an element or an extension of its own kind, or stands in the items.
_PLACED = frozenset({"format", "id", "guide", "entries", "packs"})


def questionnaire_response(conversation: Conversation, guide: Guide, language: Language) -> Json:
    """The conversation as a QuestionnaireResponse: all of it but what is held apart.

    It names neither the person nor who led it; whoever bundles it adds the references.
    """
    return checked("QuestionnaireResponse", response_data(conversation, guide, language))


def response_data(conversation: Conversation, guide: Guide, language: Language) -> Json:
    """The same before it has passed the model, for what is bundled and passes it there."""
    response = _Response(conversation, guide, language)
    told = response.told
    data: Json = {
        "resourceType": "QuestionnaireResponse",
        "language": language.locale,
        "questionnaire": GUIDE + guide.id,
        "status": "completed",
        "authored": _authored(told),
        "identifier": {"system": URI, "value": UUID + told.id} if told.id else None,
        "extension": response.extensions(),
        "item": [*response.stages(), *response.rest()],
    }
    return {key: each for key, each in data.items() if each}


def without_apart(conversation: Conversation, guide: Guide, language: Language) -> Conversation:
    """The conversation without what stays out of every journal.

    Notes held apart; lines of the letter worded from such a note, or that would be one; and the
    answer to the surprise question.
    """
    material = Material(conversation, guide, _journal(), language)
    entries = {}
    for step, entry in conversation.entries.items():
        notes = tuple(note for note in entry.notes if not is_apart(material, step, note))
        entries[step] = entry.model_copy(update={"notes": notes})
    letter = tuple(
        line
        for line in conversation.letter
        if not is_apart(material, line.step, Note(text=line.text))
        and not any(
            is_apart(material, line.step, note) for note in conversation.entry(line.step).notes
        )
    )
    identified = conversation.identified
    if identified is not None:
        identified = Identified(on=identified.on, criteria=identified.criteria)
    return conversation.having(entries=entries, letter=letter, identified=identified)


def _journal() -> Outline:
    """A journal with one section for everything: it holds whatever is not held apart."""
    return Outline(
        id="fhir",
        language="en",
        title="FHIR",
        summary="FHIR",
        reader="journal",
        formats=("txt",),
        holds=Holds(limits=True, left_open="sentence_and_notes", prognosis="raised"),
        sections=(Section(id="all", heading="FHIR", catch_all=True),),
    )


class _Response:
    """The parts of a response: the guide's steps in its order, then what has no question."""

    def __init__(self, conversation: Conversation, guide: Guide, language: Language) -> None:
        self.told = without_apart(conversation, guide, language)
        self._whole, self._guide = conversation, guide
        self._text = GuideText(guide, language)

    def extensions(self) -> list[Json]:
        """All that no item of this guide asks for."""
        asked = any(map(asks_for_follow_up, self._guide.steps()))
        leave_out = _PLACED | ({"follow_up"} if asked else set())
        return [*extensions_of(self.told, OURS, leave_out), *_packs(self.told)]

    def stages(self) -> Iterator[Json]:
        """A group a stage, with every step that can be answered, reached or not."""
        for stage in self._guide.stages:
            items = [item for step in stage.steps if step.takes for item in self._items(step)]
            if items:
                title = self._text.stage(stage, "title", stage.title)
                yield {"linkId": f"stage/{stage.id}", "text": title, "item": items}

    def rest(self) -> Iterator[Json]:
        """What fits no step, and each step that the questionnaire has no question for."""
        asked = {step.id for step in self._guide.steps() if step.takes}
        if OTHER in self.told.entries:
            yield from self._item(other(self._text.language), OTHER)
        for step in self.told.entries:
            if step not in asked and step != OTHER:
                named = [found] if (found := extension(STEP, step)) else []
                for item in self._item({"linkId": UNLISTED_NOTES}, step):
                    yield {"linkId": UNLISTED, "extension": named, "item": [item]}

    def _items(self, step: AnyStep) -> Iterator[Json]:
        yield from self._item(titled(self._text, step), step.id)
        if self.told.follow_up and asks_for_follow_up(step):
            answer = [{"valueDate": self.told.follow_up.isoformat()}]
            yield {**follow_up(step, self._text.language), "answer": answer}

    def _item(self, item: Json, step: str) -> Iterator[Json]:
        """What the step holds; nothing where all it holds is held apart, for it was raised."""
        entry = self.told.entry(step)
        extensions = extensions_of(entry, OURS, {"notes"})
        reason = REASONS.get(self._whole.entry(step).state)
        if reason:
            extensions.insert(0, {"url": ABSENT, "valueCode": reason})
        held = {"extension": extensions, "answer": [_answer(note) for note in entry.notes]}
        if any(held.values()):
            yield {**item, **{key: each for key, each in held.items() if each}}


def _answer(note: Note) -> Json:
    return {"extension": extensions_of(note, OURS, {"text", "private"}), **text_value(note.text)}


def _packs(conversation: Conversation) -> Iterator[Json]:
    for pack, version in conversation.packs.items():
        yield {"url": PACK, "extension": [extension("id", pack), extension("version", version)]}


def _authored(conversation: Conversation) -> str | None:
    for time in (conversation.ended, conversation.started):
        if time and (told := moment(time)):
            return told
    return conversation.held_on.isoformat() if conversation.held_on else None


# --- the way back


def from_questionnaire_response(data: Json) -> Conversation:
    """The conversation that a response of ours holds.

    Raises `InputError` where it is none of ours.
    """
    validated("QuestionnaireResponse", data)
    if not data.get("questionnaire", "").startswith(GUIDE):
        raise InputError(_("This response does not belong to a guide of ConvoGuide."))
    try:
        return Conversation.model_validate(_file(data))
    except (ValueError, LookupError, TypeError):
        # What went wrong may repeat the text, so it is not told on.
        raise InputError(_("This response was not written by ConvoGuide.")) from None


def _file(data: Json) -> Json:
    extensions = data.get("extension", [])
    items = list(_leaves(data.get("item", [])))
    entries = {step: entry for step, item in items if (entry := _entry(item))}
    file: Json = {
        "format": FORMAT,
        "guide": data["questionnaire"].removeprefix(GUIDE),
        **fields_from(Conversation, extensions, OURS),
        "entries": entries,
        "packs": dict(_pack(each) for each in extensions if each["url"] == PACK),
    }
    if "identifier" in data:
        file["id"] = data["identifier"]["value"].removeprefix(UUID)
    for _step, item in items:
        if item["linkId"].endswith(FOLLOW_UP):
            file["follow_up"] = item["answer"][0]["valueDate"]
    return file


def _leaves(items: list[Json]) -> Iterator[tuple[str, Json]]:
    """Each answered item with the id of its step."""
    for item in items:
        if item["linkId"] == UNLISTED:
            yield value_in(item["extension"][0]), item["item"][0]
        elif "item" in item:
            yield from _leaves(item["item"])
        else:
            yield item["linkId"], item


def _entry(item: Json) -> Json:
    if item["linkId"].endswith(FOLLOW_UP):
        return {}
    entry = fields_from(Entry, item.get("extension", []), OURS)
    notes = [
        {"text": text_in(answer), **fields_from(Note, answer.get("extension", []), OURS)}
        for answer in item.get("answer", [])
    ]
    return {**entry, "notes": notes} if notes else entry


def _pack(found: Json) -> tuple[str, str]:
    return value_in(found["extension"][0]), value_in(found["extension"][1])
