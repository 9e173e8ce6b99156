"""What can be done where the store cannot be opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convoguide.errors import ConvoGuideError
from convoguide.i18n import gettext as _
from convoguide.tui.dialogs.letters import Choice, LetterDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from convoguide.tui.base import AppBase


class TroubleDialog(LetterDialog):
    """The store cannot be used, and what may be done."""

    def available(self, action_id: str) -> bool:
        """Its `q` is the answer that closes the program; to cancel is Escape twice."""
        return action_id != "cancel" and super().available(action_id)


def offer(app: AppBase, error: ConvoGuideError, again: Callable[[], None]) -> None:
    """Say what is wrong; go on in memory, or set a damaged file aside for a new store.

    `again` is what the trouble came in the way of.
    """
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
            except ConvoGuideError as still:
                offer(app, still, again)
                return
            app.notify(_("Kept, untouched: {path}").format(path=where), markup=False, timeout=20)
            app.list_drafts()
            again()
        elif answer == "quit":
            app.exit(1)
        else:
            if not any(getattr(screen, "sitting", None) for screen in app.screen_stack):
                app.go_in_memory()  # one that is open stays in memory as it is, and says so
            app.list_drafts()
            again()

    app.push_screen(
        TroubleDialog(_("The saved conversations cannot be opened"), choices, said=str(error)),
        chosen,
    )
