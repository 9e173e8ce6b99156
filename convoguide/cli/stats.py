"""`stats`: how many conversations, what was talked about, what came of it; never a text."""

import argparse
import sys
from pathlib import Path

from convoguide.cli.output import print_json, write_output
from convoguide.cli.unlocking import opened
from convoguide.errors import InputError
from convoguide.i18n import current
from convoguide.i18n import gettext as _


def run(options: argparse.Namespace) -> int:
    """Print the tally; what can be passed on holds no group under five."""
    from convoguide.services import tally
    from convoguide.services.conduct import local_now

    if options.json and options.csv:
        raise InputError(_("Choose one of --json and --csv"))
    ending = Path(options.plot).suffix.lower() if options.plot else ".svg"
    if ending not in (".svg", ".png"):
        raise InputError(_("--plot writes a file that ends in .svg or .png"))
    with opened() as keeper:
        book = keeper.tally()
    today = local_now().date()
    passed_on = tally.exported(book, today)
    if options.plot:
        from convoguide.services.tally_chart import chart

        write_output(options.plot, chart(passed_on, ending.removeprefix(".")), is_text=False)
    if options.json:
        print_json(tally.as_data(passed_on))
    elif options.csv:
        write_output(None, tally.as_csv(passed_on, tally.delimiter_of(current())))
    elif not options.plot:
        for line in tally.as_lines(tally.for_the_owner(book, today)):
            print(line)
        print(
            _("These are the exact numbers. --json, --csv and --plot leave out groups under five."),
            file=sys.stderr,
        )
    return 0
