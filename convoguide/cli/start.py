"""`start`: open a guide or go on with a draft, on the screen or as plain lines."""

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from convoguide import config, i18n
from convoguide.errors import InputError
from convoguide.i18n import gettext as _
from convoguide.services import content

if TYPE_CHECKING:
    from convoguide.core.conversation import Conversation
    from convoguide.core.parts import Identified
    from convoguide.services.conduct import Sitting
    from convoguide.services.keep import Keeper

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
        return _plain(what, no_save=options.no_save, after=options.after, second=options.second)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise InputError(_("The app needs a terminal; --plain works without one."))
    after = _earlier(options.after, no_save=options.no_save) if options.after else None
    second = options.second
    if second is not None:
        from convoguide.services.two_languages import checked

        checked(second, "--and")
    status: int = options.open_app(start=what, no_save=options.no_save, after=after, second=second)
    return status


def _earlier(given: str, *, no_save: bool) -> "Conversation | str":
    """The conversation that is to be followed; of a kept one its id, which the app will read.

    What names nothing is refused before the app opens.
    """
    from convoguide.cli.compare import conversation_of
    from convoguide.cli.conversations import one_of
    from convoguide.cli.unlocking import opened

    in_memory = no_save or config.read_settings(config.home()).keep == "memory"
    if in_memory or Path(given).exists() or not _ID.fullmatch(given):
        return conversation_of(given)
    with opened(unlock=False) as keeper:
        return one_of(keeper, given)


def _plain(what: str, *, no_save: bool, after: str | None, second: str | None) -> int:
    settings = config.read_settings(config.home())
    if second is not None:
        from convoguide.services.two_languages import checked

        settings = config.changed(settings, second_locale=checked(second, "--and"))
    in_memory = no_save or settings.keep == "memory"
    if not in_memory:
        _refuse_to_ask_a_pipe(settings)
    lines = _lines()
    identified: Identified | None = None
    if what == content.IDENTIFY:
        begins, identified = _identify(lines)
        if begins is None:
            return 0
        what = begins
    if in_memory:
        return _in_memory(what, settings, after, lines, identified)
    return _kept(what, settings, after, lines, identified)


def _refuse_to_ask_a_pipe(settings: config.Settings) -> None:
    """Without a terminal there is no one to ask for a passphrase: say so before anything else."""
    from convoguide.cli.unlocking import from_environment, no_passphrase

    if not sys.stdin.isatty() and settings.keep != "keychain" and from_environment() is None:
        raise InputError(no_passphrase())


def _identify(lines: Iterator[str]) -> "tuple[str | None, Identified]":
    from convoguide.cli.plain.identify import hold_checklist
    from convoguide.services.conduct import local_now

    locale = i18n.current()
    ticked = hold_checklist(content.checklist(locale), locale, lines=lines, out=_out)
    return ticked.begins, ticked.identified(local_now().date())


def _in_memory(
    what: str,
    settings: config.Settings,
    after: str | None,
    lines: Iterator[str],
    identified: "Identified | None",
) -> int:
    from convoguide.cli.compare import conversation_of
    from convoguide.services.keep import MemoryKeeper

    if what not in content.conversation_guide_ids():
        raise InputError(_("With --no-save only a guide can be started, not a draft."))
    keeper = MemoryKeeper()
    earlier = conversation_of(after) if after else None
    sitting = _begun(keeper, what, settings.way, earlier)
    return _hold(sitting, keeper, lines, settings, identified=identified, earlier=earlier)


def _kept(
    what: str,
    settings: config.Settings,
    after: str | None,
    lines: Iterator[str],
    identified: "Identified | None",
) -> int:
    from convoguide.cli.compare import conversation_of
    from convoguide.cli.conversations import one_of
    from convoguide.cli.unlocking import opened
    from convoguide.services.follow_on import followed

    is_guide = what in content.conversation_guide_ids()
    with opened(create=is_guide) as keeper:
        earlier = conversation_of(after, keeper) if after else None
        if is_guide:
            sitting = _begun(keeper, what, settings.way, earlier)
        else:
            sitting = keeper.open(one_of(keeper, what))
        try:
            earlier = earlier if is_guide else followed(keeper, sitting, earlier)
            return _hold(sitting, keeper, lines, settings, identified=identified, earlier=earlier)
        finally:
            keeper.leave(sitting)


def _begun(keeper: "Keeper", guide: str, way: str, earlier: "Conversation | None") -> "Sitting":
    if earlier is None:
        return keeper.begin(guide, way)
    from convoguide.services.follow_on import begin_after

    return begin_after(keeper, earlier, guide, way)


def _hold(
    sitting: "Sitting",
    keeper: "Keeper",
    lines: Iterator[str],
    settings: config.Settings,
    *,
    identified: "Identified | None",
    earlier: "Conversation | None",
) -> int:
    from convoguide.cli.plain import hold

    if identified is not None:
        sitting.fill(identified=identified)
    interactive = sys.stdin.isatty()
    return hold(
        sitting,
        keeper,
        lines=lines,
        out=_out,
        interactive=interactive,
        earlier=earlier,
        second=settings.second_locale,
        offers_steps=settings.offer_steps,
    )


def _lines() -> Iterator[str]:
    """The lines of standard input, without their ends."""
    for line in sys.stdin:
        yield line.rstrip("\r\n")


def _out(text: str) -> None:
    print(text, flush=True)
