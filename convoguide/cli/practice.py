"""`practice`: the people to rehearse with, and a rehearsal from a script."""

import argparse

from convoguide.cli.output import print_json, read_input
from convoguide.errors import InputError
from convoguide.i18n import gettext as _
from convoguide.services import cases


def run(options: argparse.Namespace) -> int:
    """List the cases, or run a script."""
    if options.list:
        if options.case or options.script:
            raise InputError(_("--list goes without a case and without --script"))
        return _list(options)
    if options.case is None:
        raise InputError(_("Name a case. Cases: {ids}").format(ids=", ".join(cases.case_ids())))
    if options.script is None:
        cases.case(options.case)
        raise InputError(_("Give the turns in a file: --script FILE"))
    return _script(options)


def _list(options: argparse.Namespace) -> int:
    found = cases.listed()
    if options.json:
        print_json({"cases": found})
        return 0
    for row in found:
        level, condition = _(cases.LEVELS[row["level"]]), _(cases.CONDITIONS[row["condition"]])
        print(f"{row['id']}\t{row['lang']}\t{level}\t{condition}\t{row['title']}")
    return 0


def _script(options: argparse.Namespace) -> int:
    from convoguide.services import rehearse

    cases.case(options.case)
    name = options.script if options.script != "-" else _("standard input")
    lines = rehearse.script_lines(read_input(options.script), name)
    practice = rehearse.run_script(options.case, lines, seed=options.seed)
    if options.json:
        print_json(rehearse.as_json(practice))
        return 0
    you = _("You")
    for n, who, text in rehearse.transcript(practice):
        print(f"{n}. {who or you}: {text}")
    return 0
