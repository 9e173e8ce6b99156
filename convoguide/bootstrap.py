"""The entry: picks how the app is opened and hands it to the command line."""

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from convoguide.core.conversation import Conversation


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; gives the exit status of the public contract."""
    # Looking for pydantic plugins among all installed packages costs more than all our models.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    arguments = list(sys.argv[1:] if argv is None else argv)
    if not arguments and sys.stdin.isatty() and sys.stdout.isatty():
        # Nothing but the first screen stands between the bare command and the first frame.
        return open_app(start=None, no_save=False, settle_language=True)
    from convoguide import cli, signals

    return signals.run_to_end(lambda: cli.main(arguments, open_app=open_app))


def open_app(
    *,
    start: str | None,
    no_save: bool,
    after: "Conversation | str | None" = None,
    second: str | None = None,
    settle_language: bool = False,
) -> int:
    """Open the terminal app: at home, or in a guide, a draft or the checklist named by `start`.

    `after` is the conversation that it follows, or the id of a kept one; `second` the language in
    which what is said aloud stands too.
    """
    from convoguide.errors import ConvoGuideError
    from convoguide.tui.launch import run

    try:
        return run(
            start=start,
            no_save=no_save,
            after=after,
            second=second,
            settle_language=settle_language,
        )
    except ConvoGuideError as error:
        print(f"convoguide: {error}", file=sys.stderr)
        return error.exit_code
