"""`compare`: two conversations, theme by theme."""

import argparse
import re
from pathlib import Path
from typing import TYPE_CHECKING

from convoguide.cli.output import print_json, read_conversation
from convoguide.core.conversation import Conversation
from convoguide.services import compare

if TYPE_CHECKING:
    from convoguide.services.keep_store import StoreKeeper

_ID = re.compile(r"[0-9a-fA-F]{8}[0-9a-fA-F-]{0,28}")


def run(options: argparse.Namespace) -> int:
    """Print what changed, as lines or JSON."""
    older, newer = conversation_of(options.older), conversation_of(options.newer)
    found = compare.differences(older, newer)
    if options.json:
        print_json(compare.as_data(found))
        return 0
    for line in compare.as_lines(found):
        print(line)
    return 0


def conversation_of(given: str, keeper: "StoreKeeper | None" = None) -> Conversation:
    """The conversation in a file of that name, else the saved one of that id.

    The store is opened for it, unless it is handed in unlocked.
    """
    if not Path(given).exists() and _ID.fullmatch(given):
        from convoguide.cli.conversations import one_of
        from convoguide.cli.unlocking import opened

        if keeper is not None:
            return keeper.read(one_of(keeper, given))
        with opened() as store:
            return store.read(one_of(store, given))
    return read_conversation(given)
