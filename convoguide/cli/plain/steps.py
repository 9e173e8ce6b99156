"""Steps as lines: where one stands, what the step is for, all steps at a glance."""

from collections.abc import Iterator

from convoguide.cli.plain import words
from convoguide.cli.plain.find import NUMBER_OF_OTHER, count, of_packs
from convoguide.cli.plain.last_time import last_time_lines
from convoguide.cli.plain.parts import DECISION, PARTS
from convoguide.cli.plain.parts_shown import lines
from convoguide.cli.plain.talk import Talk
from convoguide.core.conversation import OTHER, Note
from convoguide.core.guide import AnyStep, Option, Reminder, SpokenStep
from convoguide.core.text import collapse
from convoguide.i18n import current, ngettext
from convoguide.i18n import gettext as _
from convoguide.quotation import quoted
from convoguide.services import content
from convoguide.services.two_languages import Second


def prompt(talk: Talk) -> str:
    """Where one stands, in one line that makes sense alone."""
    sitting = talk.sitting
    state = words.state_words(sitting.conversation.entry(sitting.step), sitting.step)
    ids = [step.id for step in sitting.steps()]
    if sitting.step not in ids:
        return f"{talk.title()}: {state}"
    # The title stands last, since some end in a question mark.
    return _("Step {n} of {total}, {state}: {title}").format(
        n=ids.index(sitting.step) + 1, total=count(talk), state=state, title=talk.title()
    )


def open_step(talk: Talk, *, moved: bool = True) -> None:
    """Say the step one came to: title, purpose, one way to say it, what there is to choose."""
    talk.phrase = 0
    talk.say(prompt(talk))
    for line in second_title(talk):
        talk.say(line)
    if moved and talk.voice != "clinician":
        talk.voice = "clinician"
        talk.say(_("The next lines are the clinician's words again."))
    step = talk.sitting.here
    if step is None:
        talk.say(_jots_waiting(talk))
        return
    talk.say(words.step_words(talk.sitting.guide, step, "purpose", step.purpose))
    for line in facts(talk, step):
        talk.say(line)
    for line in last_time_lines(talk):
        talk.say(line)
    said = sayings(talk, step)
    if said:
        talk.say(said[0])
        for line in second_saying(talk, step, 0):
            talk.say(line)
    for line in answers(talk, step):
        talk.say(line)


def _jots_waiting(talk: Talk) -> str:
    """That jots wait for a step, where one stands among them; empty without any."""
    notes = talk.sitting.conversation.entry(talk.sitting.step).notes
    waiting = sum(note.theme is None for note in notes)
    if not waiting or talk.sitting.step != OTHER:
        return ""
    return ngettext(
        "{n} jot has no step yet; .m begins with it.",
        "{n} jots have no step yet; .m goes through them.",
        waiting,
    ).format(n=waiting)


def sayings(talk: Talk, step: AnyStep) -> list[str]:
    """The ways to say the step aloud, as quotations; else its advice."""
    guide = talk.sitting.guide
    if isinstance(step, SpokenStep):
        phrases = (words.step_words(guide, step, "phrase", each) for each in step.phrases)
        return list(map(quoted, phrases))
    return [words.step_words(guide, step, "advice", each) for each in step.advice]


def second_title(talk: Talk) -> Iterator[str]:
    """The step's name in the second language, as a line of its own; none where there is none."""
    step = talk.sitting.here
    second = _second(talk)
    if step is not None and (title := second.title(step)):
        yield _("{language}: {text}").format(language=second.name, text=title)


def second_saying(talk: Talk, step: AnyStep, number: int) -> Iterator[str]:
    """That way to say the step in the second language, as a line of its own."""
    second = _second(talk)
    phrases = second.phrases(step)
    if number < len(phrases) and (phrase := phrases[number]):
        text = second.quoted(phrase)
        yield _("{language}: {text}").format(language=second.name, text=text)


def _second(talk: Talk) -> Second:
    return Second(talk.sitting.guide, current(), talk.second)


def answers(talk: Talk, step: AnyStep) -> Iterator[str]:
    """What the step takes besides notes: its numbered options, and how to give each answer."""
    options = list(options_of(step))
    for number, (kind, option) in enumerate(options, 1):
        text = words.step_words(talk.sitting.guide, step, f"{kind}:{option.id}/text", option.text)
        yield f"{number}: {text}"
    if options:
        yield _("Answer with .c and a number, or several: .c 1,3")
    elif answer_part(step) == "capacity":
        yield _("Answer with .c yes, .c partly or .c no.")
    elif "date" in step.takes:
        yield _("Give the date with .c, as in .c 2026-12-04, or in days from today: .c +14")
    elif answer_part(step) == "present":
        yield _("Say who is there with .c, as in .c relative, and the name if you like.")
    elif answer_part(step):
        yield _("Give a contact with .c, as in .c Name; phone=…; hours=night")
        if content.own_contacts():
            yield _("Your organisation's own contacts are listed by .f contacts")


def facts(talk: Talk, step: AnyStep) -> Iterator[str]:
    """What is set already of the structured parts that belong with the step."""
    for part in PARTS:
        if part.path[0] in step.fills or ("decision" in step.fills and part in DECISION):
            yield from lines(talk, part)


def options_of(step: AnyStep) -> Iterator[tuple[str, Option]]:
    """The options of a choice and the lines of a checklist, in order, each with its kind."""
    yield from (("choice", option) for option in step.choices)
    yield from (("checklist", option) for option in step.checklist)


def answer_part(step: AnyStep) -> str | None:
    """The structured part that an answer to the step goes into, where it has no options."""
    if "capacity" in step.fills:
        return "capacity"
    if "date" in step.takes:
        return next((each for each in ("follow_up", "review") if each in step.fills), "follow_up")
    if "person" in step.takes:
        return next((each for each in ("present", "contacts") if each in step.fills), "contacts")
    return None


def reminders(talk: Talk, given: tuple[Reminder, ...], context: str) -> Iterator[str]:
    """The reminders that hold for the conversation as it is now."""
    for each in given:
        if each.only_if is None or each.only_if.holds(talk.sitting.conversation):
            yield words.guide_words(talk.sitting.guide, f"{context}reminder", each.text)


def note_line(number: int, note: Note) -> str:
    """One note with its number, whose words it is and where it stays out; its text last."""
    about = [words.voice_words(note.voice)]
    if note.private:
        about.append(_("held apart"))
    if note.theme:
        about.append(note.theme)
    return f"{number}, {', '.join(about)}: {collapse(note.text)}"


def all_steps(talk: Talk) -> Iterator[str]:
    """Every step with its number and state, under its stage; where one stands is marked."""
    sitting = talk.sitting
    shown = {step.id: number for number, step in enumerate(sitting.steps(), 1)}
    for stage in sitting.guide.stages:
        context = f"stage:{stage.id}/title"
        yield words.guide_words(sitting.guide, context, stage.title)
        for step in stage.steps:
            if step.id in shown:
                yield _step_line(talk, str(shown[step.id]), step.id)
    yield _step_line(talk, str(NUMBER_OF_OTHER), OTHER)
    for step_id in of_packs(talk):
        yield _step_line(talk, step_id, step_id)


def _step_line(talk: Talk, number: str, step_id: str) -> str:
    state = words.state_words(talk.sitting.conversation.entry(step_id), step_id)
    if step_id == talk.sitting.step:
        return _("{n}, {state}, you are here: {title}").format(
            n=number, state=state, title=talk.title(step_id)
        )
    return _("{n}, {state}: {title}").format(n=number, state=state, title=talk.title(step_id))


def stage_line(talk: Talk) -> str | None:
    """The stage one is in and what it aims at; None outside the guide's stages."""
    guide = talk.sitting.guide
    stage = guide.stage_of(talk.sitting.step)
    if stage is None:
        return None
    title = words.guide_words(guide, f"stage:{stage.id}/title", stage.title)
    aim = words.guide_words(guide, f"stage:{stage.id}/aim", stage.aim)
    return _("Stage {n} of {total}, {title}: {aim}").format(
        n=guide.stages.index(stage) + 1, total=len(guide.stages), title=title, aim=aim
    )


def progress(talk: Talk) -> str:
    """How much the conversation holds already, when one goes on with it."""
    notes = sum(1 for _each in talk.sitting.conversation.notes())
    return ngettext(
        "Going on with a conversation of {n} note.",
        "Going on with a conversation of {n} notes.",
        notes,
    ).format(n=notes)
