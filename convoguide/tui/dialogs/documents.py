"""Choosing a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convoguide.i18n import gettext as _
from convoguide.services import content
from convoguide.services.saving import title_of
from convoguide.tui.dialogs.letters import Choice, LetterDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from convoguide.tui.app import ConvoGuideApp

__all__ = ["ask_document", "title_of"]

_LETTERS = "abcdefghijklmno"


def ask_document(app: ConvoGuideApp, now: str, told: Callable[[str | None], None]) -> None:
    """Ask which document; `told` gets its id, or None."""
    choices = [
        Choice(each, _LETTERS[place], title_of(each))
        for place, each in enumerate(content.document_ids())
    ]
    app.push_screen(LetterDialog(_("Which document?"), choices, now=now), told)
