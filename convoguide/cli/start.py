"""`start`: open a guide or go on with a draft, on the screen or as plain lines."""

import argparse
import re
import sys
from collections.abc import Iterator

from convoguide import config
from convoguide.errors import InputError
from convoguide.i18n import gettext as _
from convoguide.services import content

_ID = re.compile(r"[0-9a-fA-F-]{4,36}")


def run(options: argparse.Namespace) -> int:
    """Open what was named."""
    what = options.what
    if what not in content.guide_ids() and not _ID.fullmatch(what):
        raise InputError(
            _("There is no guide or draft of that name. Guides: {ids}").format(
                ids=", ".join(content.guide_ids())
            )
        )
    if options.plain:
        return _plain(what, no_save=options.no_save)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise InputError(_("The app needs a terminal; --plain works without one."))
    status: int = options.open_app(start=what, no_save=options.no_save)
    return status


def _plain(what: str, *, no_save: bool) -> int:
    settings = config.read_settings(config.home())
    in_memory = no_save or settings.keep == "memory"
    if what == content.IDENTIFY:
        return _identify(in_memory, settings)
    if in_memory:
        return _in_memory(what, settings)
    return _kept(what, settings)


def _in_memory(what: str, settings: config.Settings) -> int:
    from convoguide.cli.plain import hold
    from convoguide.services.keep import MemoryKeeper

    if what not in content.conversation_guide_ids():
        raise InputError(_("With --no-save only a guide can be started, not a draft."))
    keeper = MemoryKeeper()
    sitting = keeper.begin(what, settings.way)
    return hold(sitting, keeper, lines=_lines(), out=_out, interactive=sys.stdin.isatty())


def _kept(what: str, settings: config.Settings) -> int:
    from convoguide.cli.conversations import one_of
    from convoguide.cli.plain import hold
    from convoguide.cli.unlocking import opened

    is_guide = what in content.conversation_guide_ids()
    with opened(create=is_guide) as keeper:
        if is_guide:
            sitting = keeper.begin(what, settings.way)
        else:
            sitting = keeper.open(one_of(keeper, what))
        try:
            return hold(sitting, keeper, lines=_lines(), out=_out, interactive=sys.stdin.isatty())
        finally:
            keeper.leave(sitting)


def _lines() -> Iterator[str]:
    """The lines of standard input, without their ends."""
    for line in sys.stdin:
        yield line.rstrip("\r\n")


def _out(text: str) -> None:
    print(text, flush=True)


def _identify(in_memory: bool, settings: config.Settings) -> int:
    from convoguide.cli.plain_identify import hold_checklist

    return hold_checklist(lines=_lines(), out=_out, interactive=sys.stdin.isatty())
