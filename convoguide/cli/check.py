"""`check`: the self-check before signing. Exit status 0 whatever it finds."""

import argparse

from convoguide.cli.output import print_json, read_conversation
from convoguide.i18n import gettext as _
from convoguide.services import check


def run(options: argparse.Namespace) -> int:
    """Print the findings as lines or JSON."""
    found = check.findings(read_conversation(options.file), options.document)
    if options.json:
        print_json({"findings": [each.as_data() for each in found]})
        return 0
    for each in found:
        for line in each.lines():
            print(line)
    if not found:
        print(_("Nothing to put right."))
    return 0
