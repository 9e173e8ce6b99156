"""`practice` with what is kept: progress, a debrief, two attempts compared; the teacher's page."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from convoguide import config
from convoguide.cli.output import agreed_to_delete, print_json, print_row, write_output
from convoguide.errors import InputError
from convoguide.i18n import gettext as _

if TYPE_CHECKING:
    from convoguide.services.attempts import Attempt, Attempts


def asked(options: argparse.Namespace) -> bool:
    """Whether something of this module is asked for."""
    wanted = (options.progress, options.plot, options.compare, options.debrief, options.teacher)
    return any((*wanted, options.output, options.name, options.delete, options.yes))


def run(options: argparse.Namespace) -> int:
    """Do the one thing that is asked for."""
    chosen = (options.progress, options.compare, options.debrief, options.teacher, options.delete)
    if sum(map(bool, chosen)) > 1:
        raise InputError(_("Choose one of --progress, --compare, --debrief, --teacher, --delete"))
    if options.yes and not options.delete:
        raise InputError(_("--yes goes with --delete"))
    if (options.output or options.name) and not options.debrief:
        raise InputError(_("-o and --name go with --debrief"))
    if options.teacher:
        return _teacher(options)
    if options.compare:
        return _compare(*options.compare)
    if options.debrief:
        return _debrief(options)
    if options.delete:
        return _delete(options.delete, sure=options.yes)
    return _progress(options)


def kept(*, no_save: bool = False) -> "Attempts":
    """The rehearsals of this home."""
    from convoguide.services.attempts import of_home

    home = config.home()
    return of_home(home, in_memory=no_save or config.read_settings(home).keep == "memory")


def _progress(options: argparse.Namespace) -> int:
    from convoguide.services import cases, debrief_file, progress

    if options.case is not None:
        cases.case(options.case)
    attempts = kept()
    found = attempts.counted(options.case)
    if options.plot:
        picture = debrief_file.picture_as(found, Path(options.plot))
        write_output(options.plot, picture, is_text=False)
    if options.json:
        print_json({"attempts": [_as_json(each) for each in found]})
    elif options.progress:
        first, *told = progress.as_lines(found)
        if not told or sys.stdout.isatty():
            print(first)
        for line, each in zip(told, found, strict=True):
            print_row((each.rehearsal, line))
        if short := attempts.short(options.case):
            # Beside the rows, which a program may read.
            print(progress.left_out(short), file=sys.stderr)
    return 0


def _as_json(each: "Attempt") -> dict[str, object]:
    return {
        "id": each.rehearsal,
        "case": each.case,
        "started": each.started,
        "score": each.score,
        "turns": each.turns,
        "hints": each.hints,
    }


def _compare(older: str, newer: str) -> int:
    from convoguide.cli.plain.practice_after import compared
    from convoguide.services import coaching

    attempts = kept()
    both = coaching.compare(attempts.open(older).debrief(), attempts.open(newer).debrief())
    for line in compared(both):
        print(line)
    return 0


def _debrief(options: argparse.Namespace) -> int:
    from convoguide.services import debrief_file, debrief_text, rehearse

    practice = kept().open(options.debrief)
    if options.output:
        data = debrief_file.debrief_as(practice, Path(options.output), options.name)
        write_output(options.output, data, is_text=False)
    elif options.json:
        print_json(rehearse.as_json(practice))
    else:
        for line in debrief_text.as_lines(practice.debrief()):
            print(line)
    return 0


def _delete(given: str, *, sure: bool) -> int:
    """Take an attempt away for good; the lines that leave it stay."""
    attempts = kept()
    rehearsal = attempts.open(given).rehearsal.id
    if not (sure or agreed_to_delete(rehearsal)):
        return 0
    attempts.delete(rehearsal)
    print(_("Deleted: {id}").format(id=rehearsal))
    return 0


def _teacher(options: argparse.Namespace) -> int:
    from convoguide.services import case_page, cases

    if options.case is None:
        raise InputError(_("Name a case. Cases: {ids}").format(ids=", ".join(cases.case_ids())))
    case = cases.case(options.case)
    for line in (case_page.title(case), case_page.facts(case)):
        print(line)
    for name, text in (*case_page.who(case), *case_page.teachers_page(case)):
        print(f"{name}: {text}")
    return 0
