"""Choosing a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convoguide.i18n import Language, current
from convoguide.i18n import gettext as _
from convoguide.services import content
from convoguide.tui.dialogs.letters import Choice, LetterDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from convoguide.tui.app import ConvoGuideApp

_LETTERS = "abcdefghijklmno"


def title_of(document_id: str) -> str:
    """A document's title in the interface's language."""
    outline = content.outline(document_id)
    return Language(current()).content(f"{document_id}/title", outline.title, outline.language)


def ask_document(app: ConvoGuideApp, now: str, told: Callable[[str | None], None]) -> None:
    """Ask which document; `told` gets its id, or None."""
    choices = [
        Choice(each, _LETTERS[place], title_of(each))
        for place, each in enumerate(content.document_ids())
    ]
    app.push_screen(LetterDialog(_("Which document?"), choices, now=now), told)
