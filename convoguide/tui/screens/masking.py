"""Identity numbers before a text goes out: pointed out, and masked by one key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convoguide.i18n import gettext as _
from convoguide.services import identity
from convoguide.tui.dialogs.letters import Choice, LetterDialog
from convoguide.tui.guide_text import text_of
from convoguide.tui.screens.listing import Listing, R, gap, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from convoguide.core.conversation import Conversation
    from convoguide.services.conduct import Sitting
    from convoguide.tui.widgets.line_view import Row


class Masking(Listing[R]):
    """A screen that shows a conversation's text. Subclasses set `sitting`."""

    sitting: Sitting
    _known: tuple[Conversation, bool] | None = None
    _as_it_stands = False

    @property
    def numbered(self) -> bool:
        """Whether an identity number stands anywhere in the conversation."""
        talk = self.sitting.conversation
        if self._known is None or self._known[0] is not talk:
            self._known = talk, identity.stands_anywhere(talk)
        return self._known[1]

    def on_screen_resume(self) -> None:
        """Masked, or changed otherwise, on another screen: show it as it is now."""
        if self._known is not None and self._known[0] is not self.sitting.conversation:
            self.show_rows()

    def number_rows(self, width: int) -> list[Row]:
        """That a number stands there, and under which steps; nothing where there is none."""
        if not self.numbered:
            return []
        text = text_of(self.sitting.guide)
        names = [text.title(step) for step in identity.steps_with(self.sitting.conversation)]
        words = _("There is an identity number under: {steps}. # masks it.").format(
            steps=", ".join(names) or _("the facts")
        )
        return [*told(words, width, style="title", lead="! "), gap()]

    def available(self, action_id: str) -> bool:
        return self.numbered if action_id == "mask" else super().available(action_id)

    def action_mask(self) -> None:
        """Mask every identity number in what is recorded."""
        if self.sitting.read_only:
            self.say(_("This conversation can only be read here."))
        elif identity.mask_all(self.sitting):
            self.show_rows()
            self.say(_("Every identity number is masked. Undo in the conversation brings it back."))

    def without_numbers(self, text: str, then: Callable[[str], None]) -> None:
        """Do `then` with a text that goes out; where a number stands in it, ask first."""
        if self._as_it_stands or not identity.stands_in(text):
            then(text)
            return

        def answered(answer: str | None) -> None:
            if answer == "mask":
                if not self.sitting.read_only:
                    self.action_mask()
                then(identity.masked(text))
            elif answer == "leave":
                self._as_it_stands = True
                then(text)

        choices = [
            Choice("mask", "#", _("Mask it, and go on")),
            Choice("no", "n", _("No, not yet")),
            Choice("leave", "l", _("Leave it as it stands, and go on")),
        ]
        title = _("There is an identity number in this text")
        said = _("The journal already knows whose it is; elsewhere it tells who this is about.")
        self.app.push_screen(LetterDialog(title, choices, said=said), answered)
