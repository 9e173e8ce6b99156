"""Choosing a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convoguide.i18n import gettext as _
from convoguide.services import papers
from convoguide.services.saving import title_of
from convoguide.tui.dialogs.letters import Choice, LetterDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from convoguide.tui.app import ConvoGuideApp

__all__ = ["ask_document", "title_of"]

_LETTERS = "abcdefghijklmno"


def ask_document(
    app: ConvoGuideApp, guide_id: str, now: str, told: Callable[[str | None], None]
) -> None:
    """Ask which document of a conversation by that guide; `told` gets its id, or None."""
    choices = [
        Choice(each, _LETTERS[place], papers.named(each))
        for place, each in enumerate(papers.in_order(guide_id))
    ]
    app.push_screen(LetterDialog(_("Which document?"), choices, now=now), told)
