"""`compare`: two conversations, theme by theme."""

import argparse
import re
from pathlib import Path

from convoguide.cli.output import print_json, read_conversation
from convoguide.core.conversation import Conversation
from convoguide.services import compare

_ID = re.compile(r"[0-9a-fA-F]{8}[0-9a-fA-F-]{0,28}")


def run(options: argparse.Namespace) -> int:
    """Print what changed, as lines or JSON."""
    older, newer = _conversation(options.older), _conversation(options.newer)
    found = compare.differences(older, newer)
    if options.json:
        print_json(compare.as_data(found))
        return 0
    for line in compare.as_lines(found):
        print(line)
    return 0


def _conversation(given: str) -> Conversation:
    """The conversation in a file of that name, else the saved one of that id."""
    if not Path(given).exists() and _ID.fullmatch(given):
        from convoguide.cli.conversations import one_of
        from convoguide.cli.unlocking import opened

        with opened() as keeper:
            return keeper.read(one_of(keeper, given))
    return read_conversation(given)
