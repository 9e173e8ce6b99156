"""A guide in an organisation's own words: guide + packs → another guide. Pure.

What a pack does not name stays as it is, so that a pack can be one sentence long and a guide can
grow without breaking it.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from convoguide.core.conversation import Conversation
from convoguide.core.guide import (
    AnyStep,
    Checklist,
    Guide,
    Option,
    Reminder,
    SpokenStep,
    Stage,
)
from convoguide.core.pack import SEPARATOR, GuideWords, Pack, StepWords

T = TypeVar("T")


def localised_guide(guide: Guide, packs: Sequence[Pack]) -> Guide:
    """The guide with what each pack says of it, a later pack over an earlier one.

    Extra steps have the id `packid:step`; the guide knows them like its own. Where the packs say
    nothing of the guide, it is the very guide that was handed in.
    """
    used: dict[str, str] = {}
    for pack in packs:
        words = pack.guides.get(guide.id)
        if words is not None:
            guide = _in_words(guide, pack, words)
            used[pack.id] = pack.version
    limits = next((pack.limits for pack in reversed(packs) if pack.limits), None)
    if not used and limits is None:
        return guide
    stages = guide.stages
    if limits is not None:
        reminder = Reminder(text=limits.registered)
        stages = _each_step(stages, lambda step: _reminded(step, reminder))
    return guide.with_packs(used, stages)


def replaced(texts: tuple[T, ...], own: tuple[T, ...] | Mapping[int, T] | None) -> tuple[T, ...]:
    """The list with its own texts: all of them, or those that are named by number, from one."""
    if own is None:
        return texts
    if isinstance(own, Mapping):
        return tuple(own.get(number, text) for number, text in enumerate(texts, start=1))
    return own


def absent_steps(guide: Guide, conversation: Conversation) -> list[str]:
    """The steps under which something stands but which belong to a pack that is not here."""
    return [step for step in conversation.entries if SEPARATOR in step and guide.step(step) is None]


def _in_words(guide: Guide, pack: Pack, words: GuideWords) -> Guide:
    own = {key: text for key in ("title", "summary") if (text := getattr(words, key))}
    stages = _each_step(
        guide.stages, lambda step: reworded(step, words.steps.get(step.id, StepWords()))
    )
    return guide.model_copy(update={**own, "stages": _with_extra(stages, pack, words)})


def reworded(step: AnyStep, words: StepWords) -> AnyStep:
    """The step in these words."""
    changes: dict[str, Any] = {
        key: text for key in ("title", "topic", "purpose") if (text := getattr(words, key))
    }
    if words.phrases is not None and isinstance(step, SpokenStep):
        changes["phrases"] = replaced(step.phrases, words.phrases)
    if words.advice is not None:
        changes["advice"] = replaced(step.advice, words.advice)
    if words.reminders is not None:
        changes["reminders"] = replaced(step.reminders, words.reminders)
    return step.model_copy(update=changes) if changes else step


def _reminded(step: AnyStep, reminder: Reminder) -> AnyStep:
    if step.theme != "treatment_limits":
        return step
    return step.model_copy(update={"reminders": (*step.reminders, reminder)})


def _each_step(stages: tuple[Stage, ...], change: Any) -> tuple[Stage, ...]:
    return tuple(
        stage.model_copy(update={"steps": tuple(map(change, stage.steps))}) for stage in stages
    )


def _with_extra(stages: tuple[Stage, ...], pack: Pack, words: GuideWords) -> tuple[Stage, ...]:
    """The stages with the pack's own steps, each behind the step it follows, in the pack's order.

    One that follows no step of the guide stands at the end rather than nowhere.
    """
    behind: dict[str, str] = {}
    lists = [list(stage.steps) for stage in stages]
    for extra in words.extra_steps:
        own = f"{pack.id}{SEPARATOR}{extra.step.id}"
        inside = f"{pack.id}{SEPARATOR}{extra.after}"
        anchor = inside if any(inside == each.id for steps in lists for each in steps) else ""
        anchor = anchor or extra.after
        target = behind.get(anchor, anchor)
        steps = next((each for each in lists if any(s.id == target for s in each)), lists[-1])
        ids = [each.id for each in steps]
        at = ids.index(target) + 1 if target in ids else len(ids)
        steps.insert(at, extra.step.model_copy(update={"id": own}))
        behind[anchor] = own
    return tuple(
        stage.model_copy(update={"steps": tuple(steps)})
        for stage, steps in zip(stages, lists, strict=True)
    )


# --- the texts of a guide by their places


def texts_of(guide: Guide | Checklist) -> Iterator[tuple[str, str]]:
    """Every text of a guide that has a translation, with its place as the catalogs name it."""
    yield f"{guide.id}/title", guide.title
    yield f"{guide.id}/summary", guide.summary
    yield f"{guide.id}/source/wording", guide.source.wording
    yield from ((f"{guide.id}/reminder", each.text) for each in guide.reminders)
    if isinstance(guide, Checklist):
        yield from _of_checklist(guide)
        return
    for stage in guide.stages:
        yield f"{guide.id}/stage:{stage.id}/title", stage.title
        yield f"{guide.id}/stage:{stage.id}/aim", stage.aim
        for step in stage.steps:
            yield from _of_step(f"{guide.id}/{step.id}", step)


def _of_step(at: str, step: AnyStep) -> Iterator[tuple[str, str]]:
    yield f"{at}/title", step.title
    yield f"{at}/topic", step.topic
    yield f"{at}/purpose", step.purpose
    yield from ((f"{at}/phrase", each) for each in getattr(step, "phrases", ()))
    yield from ((f"{at}/advice", each) for each in step.advice)
    yield from ((f"{at}/reminder", each.text) for each in step.reminders)
    yield from _of_options(f"{at}/choice", step.choices)
    yield from _of_options(f"{at}/checklist", step.checklist)


def _of_checklist(checklist: Checklist) -> Iterator[tuple[str, str]]:
    at = checklist.id
    yield f"{at}/question", checklist.question
    yield f"{at}/result", checklist.result
    yield from ((f"{at}/notice", each) for each in checklist.notice)
    yield from _of_options(f"{at}/answer", checklist.answers)
    yield from _of_options(f"{at}/criterion", checklist.criteria)
    yield from _of_options(f"{at}/occasion", checklist.occasions)


def _of_options(at: str, options: tuple[Option, ...]) -> Iterator[tuple[str, str]]:
    for option in options:
        yield f"{at}:{option.id}/text", option.text
        if option.hint:
            yield f"{at}:{option.id}/hint", option.hint
