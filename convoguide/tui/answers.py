"""The answers a step offers besides notes: a choice, a checklist, or how able the person is.

An answer to a choice or a checklist is one clinician's note, its chosen texts joined by «; », in
the language of the conversation. What is ticked is read off that note, so that there is nothing
besides it that could say something else.
"""

from dataclasses import dataclass

from convoguide.core.conversation import Note
from convoguide.core.guide import AnyStep
from convoguide.core.parts import Capacity
from convoguide.i18n import gettext as _
from convoguide.services.conduct import Sitting
from convoguide.tui import words
from convoguide.tui.guide_text import GuideText

JOINT = "; "
_ABLE_IDS = tuple(words.ABLE)


@dataclass(frozen=True)
class Answer:
    """One line to tick."""

    label: str
    ticked: bool


@dataclass(frozen=True)
class Answers:
    """What there is to tick under a step; of a single choice one at most is ticked."""

    several: bool
    lines: tuple[Answer, ...]


NONE = Answers(False, ())


def answers_of(sitting: Sitting, text: GuideText, step_id: str) -> Answers:
    """What can be ticked under the step, as it stands now."""
    step = sitting.guide.step(step_id)
    if step is None:
        return NONE
    if fills_capacity(step):
        able = sitting.conversation.capacity.able if sitting.conversation.capacity else None
        lines = (Answer(_(name), each == able) for each, name in words.ABLE.items())
        return Answers(False, tuple(lines))
    chosen = _chosen(sitting, text, step)
    return Answers(
        bool(step.checklist),
        tuple(
            Answer(text.option(step, kind, option), option.id in chosen)
            for kind, options in (("choice", step.choices), ("checklist", step.checklist))
            for option in options
        ),
    )


def fills_capacity(step: AnyStep) -> bool:
    """Whether the step's answer is how able the person is: it has no choice of its own."""
    ids = tuple(option.id for option in step.choices)
    return "capacity" in step.fills and not step.checklist and ids in ((), _ABLE_IDS)


def toggle(sitting: Sitting, text: GuideText, step_id: str, index: int) -> None:
    """Tick or untick one line of the step."""
    step = sitting.guide.step(step_id)
    if step is None:
        return
    if fills_capacity(step):
        _toggle_able(sitting, _ABLE_IDS[index])
        return
    ids = [option.id for option in (*step.choices, *step.checklist)]
    chosen, wanted = _chosen(sitting, text, step), ids[index]
    if wanted in chosen:
        chosen.discard(wanted)
    elif step.checklist:
        chosen.add(wanted)
    else:
        chosen = {wanted}
    recorded = _recorded(text, step, sitting.conversation.language)
    _record(sitting, text, step, JOINT.join(recorded[each] for each in ids if each in chosen))


def _toggle_able(sitting: Sitting, able: str) -> None:
    before = sitting.conversation.capacity or Capacity()
    now = None if before.able == able else able
    after = before.model_copy(update={"able": now})
    rest = after.assessed_by or after.on
    sitting.fill(capacity=after if now or rest else None)


def _record(sitting: Sitting, text: GuideText, step: AnyStep, told: str) -> None:
    index = _answer_note(sitting, text, step)
    if index is None:
        sitting.note(told, "clinician", step.id)
    elif told:
        sitting.edit(step.id, index, text=told)
    else:
        sitting.retract(step.id, index)


def _recorded(text: GuideText, step: AnyStep, locale: str) -> dict[str, str]:
    """How each option reads in a note, by its id."""
    return {
        option.id: text.option(step, kind, option, locale)
        for kind, options in (("choice", step.choices), ("checklist", step.checklist))
        for option in options
    }


def _chosen(sitting: Sitting, text: GuideText, step: AnyStep) -> set[str]:
    index = _answer_note(sitting, text, step)
    if index is None:
        return set()
    by_text = _by_text(sitting, text, step)
    parts = sitting.conversation.entry(step.id).notes[index].text.split(JOINT)
    return {by_text[part] for part in parts}


def _answer_note(sitting: Sitting, text: GuideText, step: AnyStep) -> int | None:
    """The note that is the answer: a clinician's, made of nothing but the options' texts."""
    by_text = _by_text(sitting, text, step)
    notes = sitting.conversation.entry(step.id).notes if by_text else ()
    return next((n for n, note in enumerate(notes) if _is_answer(note, by_text)), None)


def _is_answer(note: Note, by_text: dict[str, str]) -> bool:
    return note.voice == "clinician" and all(part in by_text for part in note.text.split(JOINT))


def _by_text(sitting: Sitting, text: GuideText, step: AnyStep) -> dict[str, str]:
    """Option ids by how they read, also in a language the conversation was once in."""
    locales = (text.locale, sitting.guide.language, sitting.conversation.language)
    return {
        told: option_id
        for locale in locales
        for option_id, told in _recorded(text, step, locale).items()
    }
