"""What changed since last time, as the last section of a journal text; only when asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convoguide.i18n import gettext as _
from convoguide.services import content, document
from convoguide.tui.screens.listing import R, gap, told
from convoguide.tui.screens.masking import Masking

if TYPE_CHECKING:
    from convoguide.core.conversation import Conversation
    from convoguide.services.document import Document
    from convoguide.tui.app import ConvoGuideApp
    from convoguide.tui.widgets.line_view import Row


def nothing_yet() -> str:
    """What stands in place of a text that has nothing to tell, and what to do about it."""
    return _(
        "Nothing has been recorded yet. Go back and type a note under any step; "
        "it will appear here."
    )


class Since(Masking[R]):
    """A screen that shows a document. Subclasses set `sitting` and `document_id`."""

    app: ConvoGuideApp
    document_id: str
    since = False
    """Whether the document says what changed."""

    @property
    def earlier(self) -> Conversation | None:
        """What it can be compared with: only a journal text says what changed."""
        if content.outline(self.document_id).reader != "journal":
            return None
        return self.app.earlier_of(self.sitting)

    def made(self) -> Document:
        """The document as it is shown."""
        return document.make(
            self.sitting.conversation,
            self.document_id,
            self.app.settings.document_locale,
            since=self.earlier if self.since else None,
        )

    def unfinished_rows(self, width: int) -> list[Row]:
        """That a line waits in the talk's field: it is no note yet, so the text is without it."""
        waits = any(getattr(each, "half_typed", False) for each in self.app.screen_stack)
        if not waits and self.sitting.typed is None:
            return []
        words = _("There is an unfinished line")
        return [*told(words, width, style="title", lead="! "), gap()]

    def available(self, action_id: str) -> bool:
        if action_id == "what_changed":
            return self.earlier is not None
        return super().available(action_id)

    def action_what_changed(self) -> None:
        """Say what changed since last time, or leave it out again."""
        self.since = not self.since
        self.show_rows()
        if self.since:
            self.say(_("The text says at its end what changed since last time."))
        else:
            self.say(_("The text does not speak of last time."))
