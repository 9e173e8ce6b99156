"""After a rehearsal by lines: the debrief, a file of it, an earlier attempt, progress."""

import sys
from pathlib import Path
from typing import Any

from convoguide.cli.plain.desk import Desk
from convoguide.errors import ConvoGuideError, InputError
from convoguide.i18n import gettext as _
from convoguide.services import case_page, coaching, debrief_file, debrief_text, new_file, progress

_NAME = "name"


def debrief(desk: Desk, _rest: str = "") -> None:
    """`.r`: what was seen, two things that went well, one to try next."""
    made = desk.told()
    desk.debriefed = desk.practice.rehearsal
    desk.say_all(debrief_text.as_lines(made))


def to_file(desk: Desk, rest: str) -> None:
    """`.f`: the debrief in a file; `.f name …`: with a name on it."""
    word, _space, given = rest.partition(" ")
    if word == _NAME:
        desk.name = given.strip() if given.strip() not in ("", "-") else None
        if desk.name:
            desk.say(_("What is written from now on bears this name. .f name - takes it away."))
        else:
            desk.say(_("What is written bears no name."))
        return
    if not rest:
        raise InputError(
            _("Name a file: .f debrief.md, .docx or .pdf. .f name and a name: it bears that name.")
        )
    desk.told()
    path = Path(rest).expanduser()
    where = new_file.written(path, debrief_file.debrief_as(desk.practice, path, desk.name))
    desk.say(_("Written: {path}").format(path=where))


def compare(desk: Desk, rest: str) -> None:
    """`.l`: beside the last attempt with the same person, or the one of that number."""
    made = desk.told()
    others = desk.attempts.others_of(desk.practice)
    if not others:
        raise ConvoGuideError(_("There is no other attempt with this person yet."))
    chosen = others[-1]
    if rest:
        every = desk.attempts.counted(desk.practice.case.id)
        if not rest.isdecimal() or not 1 <= int(rest[:6]) <= len(every):
            raise InputError(
                _("The attempts have the numbers 1 to {n}; .s says them.").format(n=len(every))
            )
        chosen = every[int(rest) - 1]
    earlier = desk.attempts.open(chosen.rehearsal)
    before = coaching.debriefed(earlier.case, earlier.rehearsal)
    desk.say_all(compared(coaching.compare(before, made)))


def compared(both: Any) -> list[str]:
    """Two attempts, each line with what it counts; an arrow would be read out as one."""
    return [line.replace(" → ", " " + _("and now") + " ") for line in debrief_text.compared(both)]


def attempts(desk: Desk, _rest: str) -> None:
    """`.s`: one's attempts with this person, with their numbers."""
    found = desk.attempts.counted(desk.practice.case.id)
    first, *told = progress.as_lines(found)
    # The line of signs says nothing to a screen reader that the numbers do not.
    desk.say(first if not told or sys.stdout.isatty() else "")
    desk.say_all([f"{n}: {line}" for n, line in enumerate(told, start=1)])
    desk.say(progress.left_out(desk.attempts.short(desk.practice.case.id)))


def teachers_page(desk: Desk, _rest: str) -> None:
    """`.a`: what the person holds back, and what opens it."""
    desk.say_all([f"{name}: {text}" for name, text in case_page.teachers_page(desk.practice.case)])


def finish(desk: Desk, *, name_lines: bool) -> int:
    """The end: the debrief where it was not said yet, how it went before, and where it is kept.

    0, or 1 where it could not be kept, or nobody heard it where nothing is kept.
    """
    if name_lines and desk.not_taken:
        numbers = ", ".join(str(each) for each in desk.not_taken)
        desk.say(_("Lines that were not taken: {numbers}").format(numbers=numbers))
    rehearsal = desk.practice.rehearsal
    if not rehearsal.trainee_turns():
        desk.say(_("Nothing was said, so nothing was kept."))
        return 0
    if desk.debriefed is not rehearsal:
        debrief(desk)
    _one_line_of_progress(desk)
    if desk.trouble:
        desk.say(_("NOT ON THE DISK. {reason}").format(reason=desk.trouble))
        return 1
    if not desk.attempts.keeps:
        desk.say(_("Nothing was kept."))
        return int(desk.deaf)
    desk.say(_("Kept in {path}.").format(path=desk.attempts.place))
    command = f"convoguide practice {rehearsal.id} --plain"
    desk.say(_("To go on: {command}").format(command=command))
    return 0


def _one_line_of_progress(desk: Desk) -> None:
    scores = [round(each.score) for each in desk.attempts.counted(desk.practice.case.id)]
    if len(scores) > 1:
        desk.say(
            _("Your attempts with this person, in order: {scores}").format(
                scores=", ".join(str(each) for each in scores)
            )
        )
