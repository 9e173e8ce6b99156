"""A guide as a FHIR Questionnaire.

A stage is a group, a step a question with the step's id as `linkId`; a `linkId` with a slash is
made up from those.
"""

from collections.abc import Iterator

from convoguide.core.conversation import OTHER
from convoguide.core.guide import AnyStep, Guide
from convoguide.documents.card import source_line
from convoguide.documents.guide_text import GuideText
from convoguide.documents.writers.fhir_values import Json, checked
from convoguide.i18n import Language

GUIDE = "urn:convoguide:guide:"
LOINC = "http://loinc.org"
FOLLOW_UP = "/follow_up"
UNLISTED, UNLISTED_NOTES = "unlisted", "unlisted/notes"
"""A group for the notes of a step that the questionnaire has no question for: one of a pack that
is not here, or one that takes no notes."""

# A code stands only where a step asks just what the code says. There is one for the place of the
# final days (75780-7), but no step asks for that place alone, and a wrong code is worse than none.
_GOAL: Json = {"system": LOINC, "code": "87528-6", "display": "Personal health goal"}
_PREFERENCES: Json = {
    "system": LOINC,
    "code": "75773-2",
    "display": "Goals, preferences, and priorities for medical treatment Narrative - Reported",
}
_CODES = {
    "what_matters": _GOAL,
    "unwanted_care": _PREFERENCES,
    "acutely_ill_wishes": _PREFERENCES,
}


def questionnaire(guide: Guide, language: Language) -> Json:
    """The guide as a Questionnaire in that language."""
    return checked("Questionnaire", questionnaire_data(guide, language))


def questionnaire_data(guide: Guide, language: Language) -> Json:
    """The same before it has passed the model, for what is bundled and passes it there."""
    text = GuideText(guide, language)
    groups = [
        {
            "linkId": f"stage/{stage.id}",
            "type": "group",
            "text": text.stage(stage, "title", stage.title),
            "item": [item for step in stage.steps for item in _asked(text, step)],
        }
        for stage in guide.stages
    ]
    return {
        "resourceType": "Questionnaire",
        "id": guide.id,
        "language": language.locale,
        "url": GUIDE + guide.id,
        "name": "".join(word.capitalize() for word in guide.id.split("-")),
        "title": text.of("title", guide.title),
        "status": "active",
        "subjectType": ["Patient"],
        "description": text.of("summary", guide.summary),
        "copyright": source_line(text),
        "item": [*groups, _other(language), _unlisted(language)],
    }


def asks_for_follow_up(step: AnyStep) -> bool:
    """Whether the date of the next talk is an answer of its own beside this step's notes."""
    return "date" in step.takes and "follow_up" in step.fills


def titled(text: GuideText, step: AnyStep) -> Json:
    """What the question and its answer share."""
    return {"linkId": step.id, "text": text.step(step, "title", step.title)}


def follow_up(step: AnyStep, language: Language) -> Json:
    """The same for the date of the next talk."""
    return {"linkId": step.id + FOLLOW_UP, "text": language.gettext("Next talk")}


def other(language: Language) -> Json:
    """The same for what fits no step."""
    return {"linkId": OTHER, "text": language.gettext("Other that came up")}


def _asked(text: GuideText, step: AnyStep) -> Iterator[Json]:
    """The step's question with what helps to ask it; a step that takes nothing is only shown."""
    shown = list(_shown(text, step))
    if not step.takes:
        yield {**titled(text, step), "type": "display"}
        yield from shown
        return
    options = [("choice", each) for each in step.choices]
    options += [("checklist", each) for each in step.checklist]
    # An answer may always be a note in one's own words, so a choice is never a closed one.
    kind = "open-choice" if options else "text"
    item: Json = {**titled(text, step), "type": kind, "repeats": True, "item": shown}
    if step.id == step.theme and step.id in _CODES:
        item["code"] = [_CODES[step.id]]
    if options:
        item["answerOption"] = [
            {"valueString": text.option(step.id, group, each)} for group, each in options
        ]
    yield item
    if asks_for_follow_up(step):
        yield {**follow_up(step, text.language), "type": "date"}


def _shown(text: GuideText, step: AnyStep) -> Iterator[Json]:
    texts = [("purpose", step.purpose)]
    texts += [("phrase", each) for each in getattr(step, "phrases", ())]
    texts += [("advice", each) for each in step.advice]
    for number, (field, each) in enumerate(texts):
        told = text.step(step, field, each)
        yield {"linkId": f"{step.id}/{number}", "type": "display", "text": told}


def _other(language: Language) -> Json:
    return {**other(language), "type": "text", "repeats": True}


def _unlisted(language: Language) -> Json:
    notes = {"linkId": UNLISTED_NOTES, "type": "text", "repeats": True}
    return {
        "linkId": UNLISTED,
        "type": "group",
        "repeats": True,
        "text": language.gettext("Steps that this guide has no question for"),
        "item": [notes],
    }
