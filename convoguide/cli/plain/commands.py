"""The dot commands in one table: letter or sign, how it is typed, what it does."""

from datetime import date

from convoguide.cli.plain import last_time, notes, numbers, words
from convoguide.cli.plain.command import END, Command, at_terminal, having
from convoguide.cli.plain.fill import fill
from convoguide.cli.plain.find import find
from convoguide.cli.plain.history import redo, undo
from convoguide.cli.plain.reading import read_out
from convoguide.cli.plain.steps import (
    all_steps,
    answer_part,
    open_step,
    prompt,
    reminders,
    sayings,
    second_saying,
)
from convoguide.cli.plain.talk import RefusedError, Talk
from convoguide.cli.plain.values import read_day
from convoguide.core.conversation import Outcome
from convoguide.i18n import N_
from convoguide.i18n import gettext as _
from convoguide.services.two_languages import names

# --- moving about


def _next(talk: Talk, _rest: str) -> None:
    if talk.sitting.next():
        open_step(talk)
    else:
        talk.say(_("This is the last step. .k goes to the next open one, .r prints the text."))


def _previous(talk: Talk, _rest: str) -> None:
    if talk.sitting.previous():
        open_step(talk)
    else:
        talk.say(_("This is the first step."))


def _go(talk: Talk, rest: str) -> None:
    if not rest:
        raise RefusedError(_("Say where to, by number, id or a few letters: .g 12 or .g hopes"))
    talk.sitting.jump(find(talk, rest))
    open_step(talk)


def _next_open(talk: Talk, _rest: str) -> None:
    if talk.sitting.next_open():
        open_step(talk)
    else:
        talk.say(_("Every step has been raised."))


def _whole_list(talk: Talk, _rest: str) -> None:
    for line in all_steps(talk):
        talk.say(line)
    talk.say(prompt(talk))


# --- the step


def _phrase(talk: Talk, _rest: str) -> None:
    step = talk.sitting.here
    said = sayings(talk, step) if step else []
    if not said:
        talk.say(_("There is no phrase here."))
        return
    talk.phrase = (talk.phrase + 1) % len(said)
    talk.say(
        _("{n} of {total}: {phrase}").format(
            n=talk.phrase + 1, total=len(said), phrase=said[talk.phrase]
        )
    )
    if step:
        for line in second_saying(talk, step, talk.phrase):
            talk.say(line)


def _second(talk: Talk, rest: str) -> None:
    """Choose the second language, or none with `-`; without one, say what there is."""
    if rest and rest != "-":
        found = words.match(rest, names())
        if found is None:
            raise RefusedError(
                _("The languages: {languages}").format(languages=words.listed(names()))
            )
        talk.second = found
        talk.say(
            _("What is said aloud is said in this language too: {language}.").format(
                language=names()[found]
            )
        )
        open_step(talk, moved=False)
    elif rest:
        talk.second = None
        talk.say(_("What is said aloud is said in one language."))
    else:
        talk.say(_("The languages: {languages}").format(languages=words.listed(names())))
        talk.say(_("One is chosen with .& and its letters; .& - takes it away."))


def _reminders(talk: Talk, _rest: str) -> None:
    guide, step = talk.sitting.guide, talk.sitting.here
    for line in reminders(talk, step.reminders, f"{step.id}/") if step else ():
        talk.say(line)
    talk.say(_("In every step:"))
    for line in reminders(talk, guide.reminders, ""):
        talk.say(line)
    talk.say(prompt(talk))


def _outcome(talk: Talk, rest: str) -> None:
    letter, _space, details = rest.partition(" ")
    notes.refuse_outcome_of_other(talk)
    entry = talk.sitting.conversation.entry(talk.sitting.step)
    if words.fold(letter) == words.REOPEN:
        if entry.outcome in (None, "noted"):
            raise RefusedError(_("This step was not left, so there is nothing to take back."))
        talk.sitting.reopen()
    else:
        outcome, again_on = _left_as(talk, letter, details.strip())
        if (outcome, again_on) != (entry.state, entry.again_on):
            talk.sitting.leave(outcome, again_on)
    state = words.state_words(talk.sitting.conversation.entry(talk.sitting.step))
    talk.done(_("{title} is now: {state}.").format(title=talk.quoted(), state=state))


def _left_as(talk: Talk, letter: str, details: str) -> tuple[Outcome, date | None]:
    wanted = words.fold(letter)
    for each, (outcome, _words) in words.OUTCOMES.items():
        if wanted in (each, words.fold(outcome)):
            if details and outcome != "deferred":
                # Rather than drop words that were meant as a note.
                raise RefusedError(
                    _("Nothing follows this outcome. What was said is a line of its own.")
                )
            return outcome, read_day(talk, details) if details else None
    named = ", ".join(f"{each} {_(told)}" for each, (_outcome, told) in words.OUTCOMES.items())
    raise RefusedError(
        _(
            "The outcomes: {outcomes}, {reopen} open again. A date may follow l: .o l 2026-12-04"
        ).format(outcomes=named, reopen=words.REOPEN)
    )


def _answer(talk: Talk, rest: str) -> None:
    step = talk.sitting.here
    notes.answer(talk, rest, fill, answer_part(step) if step else None)


# --- the list, and what ends it


def _help(talk: Talk, rest: str) -> None:
    lines = [f"{command.typed}: {_(command.help)}" for command in COMMANDS]
    lines.append(".?tour: " + _("a tour with a made-up person; nothing of it is kept"))
    lines.append(_(".1: put the note where it was just said to belong"))
    lines += at_terminal()
    if rest:
        for line in having(lines, rest):
            talk.say(line)
        return
    talk.say(_("Every line is a note, but for ? alone and these commands:"))
    for line in lines:
        talk.say(line)
    talk.say(_("A line that begins with two dots is a note that begins with one."))
    talk.say(prompt(talk))


def _end(_talk: Talk, _rest: str) -> None:
    """The loop stops at this one by itself."""


def _as_note(talk: Talk, _rest: str) -> None:
    if talk.refused is None:
        raise RefusedError(_("No line was refused."))
    half, sitting = talk.sitting.typed, talk.sitting
    if half is not None and half[0] == talk.refused:
        sitting.typed = None  # it is finished now, and waits no more
    notes.take(talk, talk.refused)
    talk.refused = None
    if talk.not_taken:
        talk.not_taken.pop()


COMMANDS: tuple[Command[Talk], ...] = (
    Command("n", ".n", N_("the next step"), _next),
    Command("p", ".p", N_("the step before"), _previous),
    Command("k", ".k", N_("the next step not yet raised"), _next_open),
    Command(
        "g", ".g 12", N_("go to a step by number, id or a few letters; 0 is other"), _go, takes=True
    ),
    Command("w", ".w", N_("the whole list of steps with their state"), _whole_list),
    Command(
        "v",
        ".v p",
        N_(
            "whose words the next lines of this step are; .v p and a text: this line alone; "
            ".v 2 p: note 2; .v lists the voices"
        ),
        notes.set_voice,
        takes=True,
    ),
    Command(
        "o",
        ".o d",
        N_(
            "leave the step: d declined, u unsure, l another time (with a date, if any), "
            "n nothing to add, x not raised; r open again"
        ),
        _outcome,
        takes=True,
    ),
    Command(
        "c", ".c 1,3", N_("answer by the numbers of what there is to choose"), _answer, takes=True
    ),
    Command("s", ".s", N_("the notes of this step with their numbers"), notes.list_notes),
    Command("e", ".e 2 …", N_("another text for note 2"), notes.edit, takes=True),
    Command(
        "m",
        ".m 2 12",
        N_("put note 2 under step 12; in step 0, .m alone: the jots one by one"),
        notes.move,
        takes=True,
    ),
    Command("d", ".d 2", N_("take note 2 back"), notes.retract, takes=True),
    Command(
        "a",
        ".a 2",
        N_("hold note 2 apart from the journal text, or put it in"),
        notes.toggle_private,
        takes=True,
    ),
    Command(
        "l",
        ".l",
        N_("what was said here last time; .l and a text: it is changed, in these new words"),
        last_time.say_or_change,
        takes=True,
    ),
    Command(
        "u",
        ".u",
        N_("unchanged: still as last time; the person's words of today may follow"),
        last_time.confirm,
        takes=True,
    ),
    Command(
        "x",
        ".x",
        N_("withdrawn: what was said last time no longer holds; words may follow"),
        last_time.withdraw,
        takes=True,
    ),
    Command("#", ".#", N_("mask every identity number in what is recorded"), numbers.mask),
    Command("z", ".z", N_("undo"), undo),
    Command("y", ".y", N_("redo"), redo),
    Command(
        "f",
        ".f",
        N_("facts: who was there, consent, contacts, plan; explains itself"),
        fill,
        takes=True,
    ),
    Command("i", ".i", N_("another way to say it"), _phrase),
    Command(
        "&",
        ".& nb",
        N_("what is said aloud in a second language too; .& - in one; .& lists the languages"),
        _second,
        takes=True,
    ),
    Command("b", ".b", N_("what to bear in mind"), _reminders),
    Command(
        "r",
        ".r",
        N_(
            "print the journal text; .r plan: another document; .r full: a paragraph a section; "
            ".r apart: what is held apart; .r plan pdf or .r all docx: into files, unencrypted"
        ),
        read_out,
        takes=True,
    ),
    Command(
        "j",
        ".j",
        N_(
            "the same as .r; .j check: what to look at before signing; .j since: with what changed"
            " since last time; .j from: each line with the step it came from; .j copy: to the"
            " clipboard, .j copy 2: its second section"
        ),
        read_out,
        takes=True,
    ),
    Command("t", ".t", N_("take the line that was refused last as a note, as it stands"), _as_note),
    Command(
        "h", ".h", N_("this list; .h and a few letters: only what has them"), _help, takes=True
    ),
    Command(END, ".q", N_("end; the same as the end of input"), _end),
)

BY_LETTER = {command.letter: command for command in COMMANDS}
