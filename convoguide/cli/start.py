"""`start`: open a guide or go on with a draft, on the screen or as plain lines."""

import argparse
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from convoguide import config, i18n
from convoguide.errors import InputError
from convoguide.i18n import gettext as _
from convoguide.services import content

if TYPE_CHECKING:
    from convoguide.cli.plain.terminal import Terminal
    from convoguide.core.conversation import Conversation
    from convoguide.core.parts import Identified
    from convoguide.services.conduct import Sitting
    from convoguide.services.journal_text import ReadBack
    from convoguide.services.keep import Keeper
    from convoguide.services.keep_store import StoreKeeper

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
    from convoguide.cli.conversations import one_of
    from convoguide.cli.earlier import kept_or_in_file
    from convoguide.cli.unlocking import opened

    in_memory = no_save or config.read_settings(config.home()).keep == "memory"
    if in_memory or Path(given).exists() or not _ID.fullmatch(given):
        return kept_or_in_file(given)
    with opened(unlock=False) as keeper:
        return one_of(keeper, given)


def _plain(what: str, *, no_save: bool, after: str | None, second: str | None) -> int:
    from convoguide.cli.plain.terminal import begun

    settings = config.read_settings(config.home())
    if second is not None:
        from convoguide.services.two_languages import checked

        settings = config.changed(settings, second_locale=checked(second, "--and"))
    in_memory = no_save or settings.keep == "memory"
    if not in_memory:
        _refuse_to_ask_a_pipe(settings)
    at = begun(settings, talk=True)
    try:
        return _at(at, what, settings, after, in_memory=in_memory)
    finally:
        at.end()


def _at(
    at: "Terminal", what: str, settings: config.Settings, after: str | None, *, in_memory: bool
) -> int:
    """Go through the checklist and the earlier text, where there are, then hold the talk."""
    from convoguide.cli.earlier import is_text, read_text

    identified: Identified | None = None
    if what == content.IDENTIFY:
        begins, identified = _identify(at)
        if begins is None:
            return 0
        what = begins
    text: ReadBack | None = None
    if after is not None and is_text(after):
        text = read_text(after, at.lines, at.say, interactive=at.interactive)
        if text is None:
            return 0
    held = _Held(at, settings, after, text, identified)
    return held.in_memory(what) if in_memory else held.kept(what)


def _refuse_to_ask_a_pipe(settings: config.Settings) -> None:
    """Without a terminal there is no one to ask for a passphrase: say so before anything else."""
    from convoguide.cli.unlocking import from_environment, no_passphrase

    if not sys.stdin.isatty() and settings.keep != "keychain" and from_environment() is None:
        raise InputError(no_passphrase())


def _identify(at: "Terminal") -> "tuple[str | None, Identified]":
    from convoguide.cli.plain.identify import hold_checklist
    from convoguide.services.conduct import local_now

    locale = i18n.current()
    ticked = hold_checklist(content.checklist(locale), locale, lines=at.lines, out=at.say)
    return ticked.begins, ticked.identified(local_now().date())


@dataclass(frozen=True)
class _Held:
    """A conversation by lines, begun or gone on with, and what it begins from."""

    at: "Terminal"
    settings: config.Settings
    after: str | None
    text: "ReadBack | None"
    """The journal text that `after` names, read back."""
    identified: "Identified | None"

    def in_memory(self, what: str) -> int:
        """Nothing is kept on disk."""
        from convoguide.services.keep import MemoryKeeper

        if what not in content.conversation_guide_ids():
            raise InputError(_("With --no-save only a guide can be started, not a draft."))
        keeper = MemoryKeeper()
        earlier = self._earlier(keeper)
        return self._hold(self._begun(keeper, what, earlier), keeper, earlier)

    def kept(self, what: str) -> int:
        """Every note goes into the store."""
        from convoguide.cli.conversations import one_of
        from convoguide.cli.unlocking import opened
        from convoguide.services.follow_on import followed

        is_guide = what in content.conversation_guide_ids()
        with opened(create=is_guide) as keeper:
            if self.settings.keep != "keychain":
                self.at.check = keeper.unlock
            earlier = self._earlier(keeper, keeper)
            if is_guide:
                sitting = self._begun(keeper, what, earlier)
            else:
                sitting = keeper.open(one_of(keeper, what))
            try:
                earlier = earlier if is_guide else followed(keeper, sitting, earlier)
                return self._hold(sitting, keeper, earlier)
            finally:
                keeper.leave(sitting)

    def _earlier(
        self, keeper: "Keeper", store: "StoreKeeper | None" = None
    ) -> "Conversation | None":
        from convoguide.cli.earlier import follow, kept_or_in_file

        if self.text is not None:
            return follow(self.text, keeper)
        return kept_or_in_file(self.after, store) if self.after else None

    def _begun(self, keeper: "Keeper", guide: str, earlier: "Conversation | None") -> "Sitting":
        if earlier is None:
            return keeper.begin(guide, self.settings.way)
        from convoguide.services.follow_on import begin_after

        return begin_after(keeper, earlier, guide, self.settings.way)

    def _hold(self, sitting: "Sitting", keeper: "Keeper", earlier: "Conversation | None") -> int:
        from convoguide.cli.plain import hold

        if self.identified is not None:
            sitting.fill(identified=self.identified)
        return hold(
            sitting,
            keeper,
            lines=self.at.lines,
            out=self.at.say,
            interactive=self.at.interactive,
            earlier=earlier,
            second=self.settings.second_locale,
            offers_steps=self.settings.offer_steps,
            documents_in=self.settings.document_locale,
            clip=self.at.clip if self.at.interactive else None,
        )
