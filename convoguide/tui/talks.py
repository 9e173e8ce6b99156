"""Beginning, going on with and leaving conversations, and the way from one into the journal."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from convoguide.errors import ConvoGuideError
from convoguide.i18n import gettext as _
from convoguide.tui.following import Following

if TYPE_CHECKING:
    from collections.abc import Callable

    from convoguide.core.conversation import Conversation
    from convoguide.core.parts import Identified
    from convoguide.services.conduct import Sitting
    from convoguide.services.keep import Draft


class Talks(Following):
    """What the app does with conversations."""

    _reviewed: tuple[str, Any] | None = None
    """Of which conversation the review was left last, and where."""

    def ask_guide(self) -> None:
        """Which guide?"""
        from convoguide.tui.dialogs.letters import Choice, LetterDialog
        from convoguide.tui.screens.home import GUIDES

        letters = "sfghjk"
        choices = [
            Choice(guide, letters[place], _(title))
            for place, (guide, title) in enumerate(GUIDES.items())
        ]
        self.push_screen(
            LetterDialog(_("Begin by which guide?"), choices),
            lambda guide: self.begin(guide) if guide else None,
        )

    def begin(
        self,
        guide_id: str,
        identified: Identified | None = None,
        earlier: Conversation | None = None,
    ) -> None:
        """Begin a conversation. One types at once, also while the passphrase's key is derived.

        It follows `earlier`, or what the app was opened to follow.
        """
        opened = False

        def go() -> None:
            nonlocal opened
            if opened:
                return
            opened = True
            self._open_new(guide_id, identified, earlier)

        if earlier is None and self.after is not None:
            self._begin_after(guide_id, identified)
            return
        try:
            self.unlocked(go, put_off=go)
        except ConvoGuideError as error:
            self._store_trouble(error, lambda: self.begin(guide_id, identified, earlier))

    def _open_new(
        self, guide_id: str, identified: Identified | None, earlier: Conversation | None
    ) -> None:
        from convoguide.services.follow_on import begin_after

        try:
            if earlier is None:
                sitting = self.keeper.begin(guide_id, self.settings.way)
            else:
                sitting = begin_after(self.keeper, earlier, guide_id, self.settings.way)
        except ConvoGuideError as error:
            self.notify(str(error), severity="error", markup=False, timeout=15)
            return
        if identified is not None:
            sitting.fill(identified=identified)
        self.open_talk(sitting, earlier)

    def _begin_after(self, guide_id: str, identified: Identified | None) -> None:
        """Begin with what the app was opened to follow; a kept one is read first."""
        given, self.after = self.after, None
        if not isinstance(given, str):
            self.begin(guide_id, identified, given)
            return
        self.with_kept(given, lambda earlier: self.begin(guide_id, identified, earlier))

    def go_on(self, draft_id: str, then: str = "") -> None:
        """Go on with a draft exactly where it was left; `then` may be the journal."""

        def go() -> None:
            given, self.after = self.after, None
            try:
                sitting = self.keeper.open(self.whole_id(draft_id))
                earlier = self.named(sitting, given)
            except ConvoGuideError as error:
                self.notify(str(error), severity="error", markup=False, timeout=15)
                self.list_drafts()
                return
            self.open_talk(sitting, earlier)
            if then == "journal":
                self.open_journal(sitting)

        try:
            self.unlocked(go)
        except ConvoGuideError as error:
            self._store_trouble(error)

    def open_talk(self, sitting: Sitting, earlier: Conversation | None = None) -> None:
        """The conversation's screen; beside each step it tells what was said in `earlier`."""
        from convoguide.tui.screens.conversation import ConversationScreen

        if earlier is not None and earlier.id is not None:
            self._earlier[earlier.id] = earlier
        screen = ConversationScreen(sitting, self.keeper, self.earlier_of(sitting))
        self.push_screen(screen)
        if sitting.read_only:
            screen.call_after_refresh(screen.say, self._why_read_only())

    def _why_read_only(self) -> str:
        if os.access(self.home.data, os.W_OK):
            return _(
                "Open in another window: here it can be read and copied. Close it there, "
                "and open it again, to write."
            )
        return _("Nothing can be written in {folder}: here it can be read and copied.").format(
            folder=self.home.data
        )

    def action_unlock(self) -> None:
        """Give the passphrase, so that what waits is saved."""
        self.ask_again()

    def on_conversation_screen_left(self, message: Any) -> None:
        """The conversation's screen was left: another window may have it."""
        sitting: Sitting = message.sitting
        self.when_uncovered(lambda: self._leave_when_saved(sitting))

    def _leave_when_saved(self, sitting: Sitting) -> None:
        """Leave, but never by dropping what is not saved without a word."""
        from convoguide.services.keep import SaveState, is_blank

        state = self.keeper.state(str(sitting.conversation.id))
        if is_blank(sitting) or state not in (SaveState.WAITING, SaveState.FAILED):
            self._leave(sitting)
        elif self.deriving:
            self.set_timer(0.1, lambda: self._leave_when_saved(sitting))
        else:
            self._ask_unsaved(sitting, waiting=state is SaveState.WAITING)

    def _ask_unsaved(self, sitting: Sitting, *, waiting: bool) -> None:
        from convoguide.tui.dialogs.letters import Choice, LetterDialog

        mend = _("Give the passphrase, so that it is saved") if waiting else _("Try again to save")

        def answered(answer: str | None) -> None:
            if answer == "drop":
                if waiting:
                    self.keeper.delete(str(sitting.conversation.id))
                self._leave(sitting)
            elif answer == "mend" and waiting:
                self.ask_again()
            elif answer == "mend":
                retry = getattr(self.keeper, "retry", None)
                if retry is not None:
                    retry()

        self.push_screen(
            LetterDialog(
                _("This conversation is not saved"),
                [
                    Choice("stay", "w", _("Go on writing")),
                    Choice("mend", "p", mend),
                    Choice("drop", "l", _("Leave it: what was written is lost")),
                ],
            ),
            answered,
        )

    def _leave(self, sitting: Sitting) -> None:
        from convoguide.tui.screens.conversation import ConversationScreen

        if isinstance(self.screen, ConversationScreen):
            self.pop_screen()
        self.keeper.leave(sitting)
        self.list_drafts()

    def on_conversation_screen_review_asked(self, message: Any) -> None:
        """The finished text, by section."""
        from convoguide.tui.screens.review import ReviewScreen

        sitting: Sitting = message.sitting
        review = ReviewScreen(sitting)
        identity = str(sitting.conversation.id)
        if self._reviewed is not None and self._reviewed[0] == identity:
            review.come_back(self._reviewed[1])

        def came_back(step: str | None) -> None:
            from convoguide.tui.screens.conversation import ConversationScreen

            self._reviewed = identity, review.place
            screen = self.screen
            if step is not None and isinstance(screen, ConversationScreen):
                screen.go_to(step)

        self.push_screen(review, came_back)

    def on_conversation_screen_journal_asked(self, message: Any) -> None:
        """Into the journal."""
        self.open_journal(message.sitting)

    def open_journal(
        self, sitting: Sitting, document: str | None = None, *, since: bool = False
    ) -> None:
        """The screen that copies; `since`: the text says what changed since last time."""
        from convoguide.tui.screens.journal import JournalScreen

        screen = JournalScreen(sitting, document)
        screen.since = since
        self.push_screen(screen)

    def on_conversation_screen_letter_asked(self, message: Any) -> None:
        """The letter home."""
        self.open_letter(message.sitting)

    def open_letter(self, sitting: Sitting, closed: Callable[[], None] = lambda: None) -> None:
        """The screen on which the letter home is worded; `closed` is called when it is left."""
        from convoguide.tui.screens.letter import LetterScreen

        self.push_screen(LetterScreen(sitting), lambda _none: closed())

    def ask_delete(self, draft: Draft) -> None:
        """Delete a draft for good, after a question that says whether it stands in the journal."""
        from convoguide.tui.dialogs.letters import Choice, LetterDialog
        from convoguide.tui.screens.home import draft_named

        words = _("It is in the journal. It cannot be recovered here.")
        if draft.documented is None:
            words = _("It has NOT been marked as in the journal. It cannot be recovered.")

        def answered(answer: str | None) -> None:
            if answer != "yes":
                return
            try:
                self.keeper.delete(draft.id)
            except ConvoGuideError as error:
                self.notify(str(error), severity="error", markup=False, timeout=15)
            self.list_drafts()

        self.push_screen(
            LetterDialog(
                _("Really delete this conversation?"),
                [Choice("no", "n", _("No, keep it")), Choice("yes", "y", _("Yes, delete it"))],
                said=f"{draft_named(draft)}\n{words}",
            ),
            answered,
        )
