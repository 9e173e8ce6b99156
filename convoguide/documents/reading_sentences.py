"""Our own sentences in a journal text: how a step was left, who decided a limit."""

import re
from collections.abc import Iterator
from typing import Any

from convoguide.core.guide import AnyStep, Guide
from convoguide.documents import wording
from convoguide.documents.reading_parts import PartReader
from convoguide.documents.reading_pieces import shape
from convoguide.i18n import Language

_BESIDE = {
    "grounds": "Grounds",
    "patient_view": "The patient's view",
    "relatives_view": "The relatives' view",
    "consulted": "Consulted",
    "review_on": "Limits to be reviewed",
}


class Sentences:
    """Knows again the sentences of one guide in one language."""

    def __init__(self, guide: Guide, language: Language, parts: PartReader) -> None:
        self._guide = guide
        self._language = language
        self._said = language.gettext
        self._parts = parts
        self._fixed = dict(self._all_fixed())

    def left(self, text: str) -> tuple[str, ...] | None:
        """The step and its outcome, with the day where there is one; None for any other text."""
        return self._fixed.get(text) or self._deferred_to(text)

    def decision(self, text: str) -> str | None:
        """Who decided a limit and when, in the words that stand at the beginning."""
        for ending in re.finditer(r": |, |\.$", text):
            beginning = text[: ending.start()]
            for template in (wording.DECIDED_NAMED, wording.DECIDED):
                found = shape(self._said(template)).fullmatch(beginning)
                if found and self._parts.day(found["date"]):
                    return beginning
        return None

    def beside(self, text: str) -> dict[str, Any]:
        """What stands beside a limit, as keys of its entry; {} for any other text."""
        label, _colon, told = text.partition(": ")
        key = next((key for key, name in _BESIDE.items() if self._said(name) == label), None)
        if key is None or not told:
            return {}
        if key == "consulted":
            return {key: [told]}
        if key == "review_on":
            day = self._parts.day(told)
            return {key: day.isoformat()} if day else {}
        return {key: told}

    def _all_fixed(self) -> Iterator[tuple[str, tuple[str, str]]]:
        for step in self._guide.steps():
            topic = self._topic(step)
            for outcome, sentence in wording.OUTCOMES.items():
                yield self._said(sentence).format(topic=topic), (step.id, outcome)
            if step.theme == "offered":
                yield self._said(wording.OFFER_DECLINED), (step.id, "declined")

    def _topic(self, step: AnyStep) -> str:
        where = f"{self._guide.id}/{step.id}/topic"
        return self._language.content(where, step.topic, self._guide.language)

    def _deferred_to(self, text: str) -> tuple[str, ...] | None:
        found = shape(self._said(wording.DEFERRED_TO)).fullmatch(text)
        day = self._parts.day(found["date"]) if found else None
        if found is None or day is None:
            return None
        steps = [step for step in self._guide.steps() if self._topic(step) == found["topic"]]
        return (steps[0].id, "deferred", day.isoformat()) if steps else None
