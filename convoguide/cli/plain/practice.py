"""A rehearsal as lines on standard input and output: for screen readers, pipes, dumb terminals.

A command is a dot and a letter, `?` alone explains, an empty line or dots alone are a silence, and
every other line is what the trainee says. Nothing is drawn.
"""

import re
from collections.abc import Callable, Iterator

from convoguide.cli.plain import practice_after as after
from convoguide.cli.plain.command import END, Command, at_terminal, having, obey, take_lines
from convoguide.cli.plain.desk import Desk
from convoguide.core.text import clean
from convoguide.errors import ConvoGuideError, InputError
from convoguide.i18n import N_
from convoguide.i18n import gettext as _
from convoguide.services import case_page, rehearsal_words
from convoguide.services.attempts import Attempts
from convoguide.services.rehearse import Practice, transcript

_DOTS = re.compile(r"[\s.…]*")


def hold(
    practice: Practice,
    attempts: Attempts,
    *,
    lines: Iterator[str],
    out: Callable[[str], None],
    interactive: bool,
) -> int:
    """Hold the rehearsal until the lines end; the exit status.

    0: done. 1: it could not be kept. 2: the input was not UTF-8.
    """
    desk = Desk(practice, attempts, out)
    _greet(desk)
    readable = take_lines(desk, lines, lambda line: _take(desk, line))
    status = after.finish(desk, name_lines=not interactive)
    return status or (0 if readable else 2)


def _greet(desk: Desk) -> None:
    case = desk.practice.case
    desk.say(case_page.title(case))
    desk.say(case_page.facts(case).replace(" · ", ", "))  # a dot in the middle is read out
    desk.say(_(case_page.FICTION))
    desk.say_all([f"{name}: {text}" for name, text in case_page.who(case)])
    if not desk.attempts.keeps:
        desk.say(_("Nothing is kept on disk."))
    desk.say(
        _(
            "Every line is what you say; an empty line is a silence. ? explains, "
            ".h lists the commands, .q ends."
        )
    )
    if desk.practice.rehearsal.trainee_turns():
        _whole(desk, "")
    else:
        desk.say_answer()


def _take(desk: Desk, raw: str) -> bool:
    line = clean(raw.rstrip("\r\n")).strip()
    if desk.line == 1:
        line = line.removeprefix("\ufeff")  # what some editors put before the first character
    try:
        if line == "?":
            _explain(desk)
        elif _DOTS.fullmatch(line):
            _silence(desk, "")
        elif line.startswith("..") or not line.startswith("."):
            _said(desk, line[1:] if line.startswith("..") else line)
        else:
            return _command(desk, line)
    except ConvoGuideError as error:
        desk.say(str(error))
        desk.not_taken.append(desk.line)
    return True


def _command(desk: Desk, line: str) -> bool:
    unknown = _(
        "This is no command, and it was not said. To say a line that begins with a dot, "
        "begin it with two. .h lists the commands."
    )
    return obey(desk, line, _BY_LETTER, unknown)


# --- talking


def _said(desk: Desk, text: str) -> None:
    desk.practice.say(text)
    desk.say_answer()


def _silence(desk: Desk, _rest: str) -> None:
    _said(desk, "")


def _choose(desk: Desk, rest: str) -> None:
    offers = desk.practice.offers()
    if not rest:
        desk.choosing = not desk.choosing
        if desk.choosing:
            desk.say(_("Three phrasings are said after each answer; .c alone ends that."))
            desk.say_offers()
        else:
            desk.say(_("No phrasings are said any more."))
        return
    if not rest.isdecimal() or not 1 <= int(rest[:3]) <= len(offers):
        raise InputError(_("Choose by a number from 1 to {n}: .c 2").format(n=len(offers)))
    desk.practice.choose(offers[int(rest) - 1])
    desk.say_answer()


def _hint(desk: Desk, _rest: str) -> None:
    desk.say_all(rehearsal_words.hint_lines(desk.practice.hint()))


def _mood(desk: Desk, _rest: str) -> None:
    desk.with_mood = not desk.with_mood
    if desk.with_mood:
        desk.say(rehearsal_words.mood_line(desk.practice))
    else:
        desk.say(_("It is no longer said how it is with the person."))


def _stage(desk: Desk, _rest: str) -> None:
    here = next(each for each in rehearsal_words.stages(desk.practice) if each.here)
    desk.say(rehearsal_words.stage_line(desk.practice))
    desk.say(here.aim)
    left = [name for name, touched in here.topics if not touched]
    if left:
        desk.say(_("Not yet spoken of here: {topics}").format(topics=", ".join(left)))


# --- going back


def _go(desk: Desk, rest: str) -> None:
    if not rest.isdecimal():
        raise InputError(_("Say which turn by its number: .g 3"))
    before = desk.practice.rehearsal
    desk.practice.back_to(int(rest[:6]))
    if desk.practice.rehearsal is before:
        desk.say(_("This is where you are."))
    else:
        desk.say(_("Back at this turn; the line you left is kept, .y lists the lines."))
    desk.say_where()


def _undo(desk: Desk, _rest: str) -> None:
    said = desk.practice.rehearsal.trainee_turns()
    if not said:
        raise ConvoGuideError(_("There is nothing to undo."))
    _go(desk, str(said[-1].n))


def _lines(desk: Desk, rest: str) -> None:
    every = list(desk.practice.lines.values())
    if not rest:
        for n, each in enumerate(every, start=1):
            told = rehearsal_words.line_words(each)
            here = " " + _("(this one)") if each.id == desk.practice.rehearsal.id else ""
            desk.say(f".y {n}: {told}{here}")
        return
    if not rest.isdecimal() or not 1 <= int(rest[:6]) <= len(every):
        raise InputError(_("The lines have the numbers 1 to {n}.").format(n=len(every)))
    desk.practice.switch(every[int(rest) - 1].id)
    desk.say_where()


def _whole(desk: Desk, rest: str) -> None:
    numbers = [n for n, _who, _text in transcript(desk.practice)]
    if rest:
        if not rest.isdecimal() or int(rest[:6]) not in numbers:
            raise InputError(
                _("The turns have the numbers 1 to {n}; .w says them all.").format(n=numbers[-1])
            )
        numbers = [int(rest[:6])]
    for n in numbers:
        desk.say_turn(n)


# --- explaining


def _explain(desk: Desk) -> None:
    desk.say(case_page.title(desk.practice.case))
    desk.say(rehearsal_words.stage_line(desk.practice))
    desk.say(_("Every line is what you say; an empty line, or dots alone, is a silence."))
    desk.say(_("Most used: .i hint, .g 3 back to turn 3, .c phrasings, .r debrief."))
    desk.say(_(".h lists all commands, .q ends."))
    desk.say_where()


def _help(desk: Desk, rest: str) -> None:
    lines = [*(f"{each.typed}: {_(each.help)}" for each in COMMANDS), *at_terminal()]
    if rest:
        desk.say_all(having(lines, rest))
        return
    desk.say(_("Every line is what you say, but for ? alone and these commands:"))
    desk.say_all(lines)
    desk.say(_("A line that begins with two dots is said with one."))


def _end(_desk: Desk, _rest: str) -> None:
    """The loop stops at this one by itself."""


COMMANDS: tuple[Command[Desk], ...] = (
    Command("t", ".t", N_("say nothing: a silence; so does an empty line"), _silence),
    Command("i", ".i", N_("a hint: what the person may feel, one thing to try"), _hint),
    Command(
        "c",
        ".c 2",
        N_("say the second of three phrasings; .c alone says them after each answer, or no longer"),
        _choose,
        takes=True,
    ),
    Command("m", ".m", N_("say how it is with the person after each answer, or no longer"), _mood),
    Command("b", ".b", N_("where in the guide the talk is, and what it is for"), _stage),
    Command(
        "g", ".g 3", N_("go back to turn 3 and try again; both lines are kept"), _go, takes=True
    ),
    Command("z", ".z", N_("take your last turn back and try again"), _undo),
    Command("y", ".y 1", N_("go on with line 1; .y alone lists the lines"), _lines, takes=True),
    Command(
        "w",
        ".w",
        N_("the whole talk with the numbers of its turns; .w 6: turn 6 alone"),
        _whole,
        takes=True,
    ),
    Command("r", ".r", N_("the debrief; one can go on afterwards"), after.debrief),
    Command(
        "f",
        ".f debrief.pdf",
        N_("the debrief in a file, .md, .docx or .pdf; .f name …: with your name on it"),
        after.to_file,
        takes=True,
    ),
    Command(
        "l",
        ".l",
        N_("compare with your last attempt; .l 2: with number 2"),
        after.compare,
        takes=True,
    ),
    Command("s", ".s", N_("your attempts with this person, with their numbers"), after.attempts),
    Command("a", ".a", N_("the teacher's page: what the person holds back"), after.teachers_page),
    Command(
        "h", ".h", N_("this list; .h and a few letters: only what has them"), _help, takes=True
    ),
    Command(END, ".q", N_("end; the end of the input does the same"), _end),
)
_BY_LETTER = {each.letter: each for each in COMMANDS}
