"""Opening the app: settings, language, and what it begins with."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from convoguide import config, i18n, signals, symbols

if TYPE_CHECKING:
    from convoguide.core.conversation import Conversation


def run(
    *,
    start: str | None,
    no_save: bool,
    after: Conversation | str | None = None,
    second: str | None = None,
    settle_language: bool = True,
) -> int:
    """Run the app until it is left; its exit status.

    `start` names a guide, a draft or the checklist to open right away; None is the home screen.
    `after` is the conversation that this one follows, or the id of a kept one.
    `second` is the language in which what is said aloud stands too; None: as the settings say.
    `settle_language`: False where the caller has settled it already, by an option of its own.
    """
    place = config.home()
    if settle_language:
        i18n.use(i18n.from_environment())
    settings = config.read_settings(place)
    if settle_language:
        i18n.use(settings.locale or i18n.from_environment())
    if second is not None:
        settings = config.changed(settings, second_locale=second)
    symbols.use(settings.ascii_symbols or symbols.needed())
    if sys.__stderr__ is not None and hasattr(sys.__stderr__, "reconfigure"):
        sys.__stderr__.reconfigure(errors="replace")  # which is what the app is drawn on
    from convoguide.tui.app import ConvoGuideApp

    app = ConvoGuideApp(place, settings, start=start, no_save=no_save, after=after)
    with signals.heard(app.told_to_end):
        try:
            app.run()
        finally:
            app.let_go()  # however it ended
    return app.return_code or 0
