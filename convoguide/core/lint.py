"""Content lint: what the models cannot see because it concerns several places at once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from convoguide.core.guide import AnyStep, Checklist, Guide
from convoguide.core.theme import DECISION_THEMES

LONGEST_PHRASE = 200
# Leave to talk and what the person brings up are part of the talk, not of any one document.
NEEDS_NO_SECTION = frozenset({"agenda", "permission"})


@dataclass(frozen=True)
class Flaw:
    """One flaw: a kind and the key path in the file, with what it concerns."""

    kind: str
    path: tuple[str | int, ...]
    about: str = ""


def lint_guide(guide: Guide, documents: Iterable[str], gathered: frozenset[str]) -> Iterator[Flaw]:
    """Every flaw of a guide.

    `documents` are the ids of all documents, `gathered` the themes that any of them gathers in a
    section of its own.
    """
    if guide.journal not in documents:
        yield Flaw("unknown_document", ("journal",), guide.journal)
    yield from _lint_neighbours(guide)
    yield from _twice([stage.id for stage in guide.stages], ("stages",))
    seen: set[str] = set()
    for s, stage in enumerate(guide.stages):
        for t, step in enumerate(stage.steps):
            at = ("stages", s, "steps", t)
            if step.id in seen or step.id == "other" or ":" in step.id:
                yield Flaw("id_taken", (*at, "id"), step.id)
            seen.add(step.id)
            yield from lint_step(step, at, gathered)


def _lint_neighbours(guide: Guide) -> Iterator[Flaw]:
    """A neighbour is a step of the guide, and stands in for a theme that none captures.

    A wish is never the neighbour of a medical decision, nor the other way round.
    """
    captured = {step.theme for step in guide.steps()}
    for theme, step_id in guide.neighbours.items():
        step = guide.step(step_id)
        if step is None:
            yield Flaw("unknown_step", ("neighbours", theme), step_id)
        elif (theme in DECISION_THEMES) != (step.theme in DECISION_THEMES):
            yield Flaw("wish_and_decision", ("neighbours", theme), step_id)
        if theme in captured:
            yield Flaw("theme_has_step", ("neighbours", theme), theme)


def lint_step(step: AnyStep, at: tuple[str | int, ...], gathered: frozenset[str]) -> Iterator[Flaw]:
    """Every flaw of one step, which stands at that place."""
    if step.theme and step.theme not in gathered and step.theme not in NEEDS_NO_SECTION:
        yield Flaw("theme_without_section", (*at, "theme"), step.theme)
    for key in ("title", "topic", "purpose"):
        if not getattr(step, key).strip():
            yield Flaw("empty_text", (*at, key))
    for index, phrase in enumerate(getattr(step, "phrases", ())):
        if not phrase.strip():
            yield Flaw("empty_text", (*at, "phrases", index))
        elif len(phrase) > LONGEST_PHRASE:
            yield Flaw("phrase_too_long", (*at, "phrases", index), str(len(phrase)))
    for index, reminder in enumerate(step.reminders):
        if not reminder.text.strip():
            yield Flaw("empty_text", (*at, "reminders", index))
    yield from _twice([option.id for option in step.choices], (*at, "choices"))
    yield from _twice([option.id for option in step.checklist], (*at, "checklist"))
    if step.only_if is not None and any(
        allowed == () for allowed in (step.only_if.led_by, step.only_if.able, step.only_if.present)
    ):
        yield Flaw("unreachable", (*at, "only_if"), step.id)


def lint_checklist(checklist: Checklist) -> Iterator[Flaw]:
    """Every flaw of the identify checklist."""
    for key in ("answers", "criteria", "occasions"):
        yield from _twice([option.id for option in getattr(checklist, key)], (key,))


def _twice(ids: list[str], at: tuple[str | int, ...]) -> Iterator[Flaw]:
    for index, each in enumerate(ids):
        if each in ids[:index]:
            yield Flaw("id_taken", (*at, index, "id"), each)
