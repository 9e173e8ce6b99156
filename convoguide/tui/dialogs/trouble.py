"""What can be done where the store cannot be opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convoguide.errors import ConvoGuideError
from convoguide.i18n import gettext as _
from convoguide.tui.dialogs.letters import Choice, LetterDialog

if TYPE_CHECKING:
    from convoguide.tui.base import AppBase


def offer(app: AppBase, error: ConvoGuideError) -> None:
    """Say what is wrong; go on in memory, or set a damaged file aside for a new store."""
    choices = [Choice("memory", "m", _("Go on in memory; nothing is kept"))]
    damaged = type(error).__name__ == "CorruptStore"
    if damaged:
        choices.append(Choice("aside", "a", _("Set the damaged file aside and begin a new store")))
    choices.append(Choice("quit", "q", _("Quit")))

    def chosen(answer: str | None) -> None:
        if answer == "aside":
            from convoguide.services.keep_store import open_aside

            try:
                where = open_aside(app.home)
            except ConvoGuideError as again:
                offer(app, again)
                return
            app.notify(_("Kept, untouched: {path}").format(path=where), markup=False, timeout=20)
            app.list_drafts()
        elif answer == "quit":
            app.exit(1)
        else:
            app.no_save = True
            app.list_drafts()

    app.push_screen(
        LetterDialog(_("The saved conversations cannot be opened"), choices, said=str(error)),
        chosen,
    )
