"""The tour on the screens: the real ones, with a line above that says what to try next.

Escape twice leaves it at once, wherever one stands in it. Nothing is kept and nothing is copied.
"""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.widgets import Static

from convoguide.i18n import N_, current
from convoguide.i18n import gettext as _
from convoguide.services.conduct import Clock, Sitting, local_now
from convoguide.services.keep import MemoryKeeper
from convoguide.services.tour import JUMP_TO, LESSONS, Tour, begun, guide_for
from convoguide.tui.screens.conversation import ConversationScreen
from convoguide.tui.screens.journal import JournalScreen
from convoguide.tui.screens.review import ReviewScreen

_LESSONS = {
    "step": N_(
        "This is a step: what it is for, and a way to say it. Enter in the empty field goes to the"
        " next one."
    ),
    "note": N_("She says that her own kitchen matters most. Write it your way, then Enter."),
    "voice": N_("Now in her own words: F2, type them, Enter. F2 once more would be you again."),
    "leave": N_("The next step she would rather not talk about: Enter goes there; Esc, o, d."),
    "jump": N_("Things come up in any order. Go to “{title}”: F4, a few letters, Enter."),
    "review": N_("F9 shows the finished text, made of what you wrote. F9 once more comes back."),
    "journal": N_("At last the text goes to the journal: Esc, j."),
}
_IN_REVIEW = N_("Enter on a line opens the step it came from. F9 comes back, j goes on.")
_IN_JOURNAL = N_(
    "b copies the whole text, s a section at a time; paste it, then d marks it as in the journal."
    " In the tour nothing is copied. That was all: q goes back."
)


class Coach(Static):
    """What to try next. It is the only part of the tour that a conversation does not have."""

    DEFAULT_CSS = "Coach { height: auto; padding: 0 1; background: $primary; color: $background; }"

    def __init__(self, lesson: str = "", words: str = "") -> None:
        super().__init__("", markup=False)
        if lesson:
            self.tell(lesson, words)

    def tell(self, lesson: str, words: str) -> None:
        """Say which lesson this is, how the tour is left, and what to try."""
        where = _("Tour {n}/{total} · made up, nothing is kept · Esc Esc leaves").format(
            n=LESSONS.index(lesson) + 1, total=len(LESSONS)
        )
        self.update(f"{where}\n{words}")


class TourScreen(ConversationScreen):
    """A conversation with a made-up person, in memory."""

    def __init__(self, sitting: Sitting, keeper: MemoryKeeper) -> None:
        super().__init__(sitting, keeper)
        self.tour = Tour(sitting)
        self._over = False

    @classmethod
    def begun(cls, guide_id: str = "", now: Clock = local_now) -> TourScreen:
        """A tour by that guide, else by the one of the interface's language."""
        return cls(*begun(guide_id or guide_for(current()), now))

    def compose(self) -> ComposeResult:
        yield Coach()
        yield from super().compose()

    def show_talk(self) -> None:
        super().show_talk()
        self._look()

    def _look(self, opened: str = "") -> None:
        if not self.is_attached:
            return
        self.tour.look(opened)
        lesson = self.tour.lesson
        if lesson is None:
            return
        words = _(_LESSONS[lesson]).format(title=self.text.title(JUMP_TO))
        self.query_one(Coach).tell(lesson, words)

    # --- what it opens ---------------------------------------------------------------------------

    def available(self, action_id: str) -> bool:
        return action_id not in ("letter_home", "unlock") and super().available(action_id)

    def action_review(self) -> None:
        """The finished text; it says how to go on from there."""

        def came_back(step: str | None) -> None:
            if step is not None:
                self.go_to(step)

        self._look("review")
        self.app.push_screen(TourReview(self.sitting, self.action_journal, self.end), came_back)

    def action_journal(self) -> None:
        """Into the journal, where the tour ends."""
        self._look("review")
        self._look("journal")
        self.app.push_screen(TourJournal(self.sitting, self.end))

    def on_screen_resume(self) -> None:
        if self._over or self.tour.lesson is None:
            self.call_later(self.leave)
        else:
            super().on_screen_resume()

    # --- leaving ---------------------------------------------------------------------------------

    def end(self) -> None:
        """Leave as soon as the screen above this one is gone."""
        self._over = True

    def leave(self) -> None:
        """Leave at once: there is nothing to lose."""
        if self.is_current:
            self.dismiss(None)

    def action_home(self) -> None:
        """The same, without a question about a line that is half typed."""
        self.leave()

    def escaped_twice(self) -> None:
        self.leave()


class TourReview(ReviewScreen):
    """The review, under the tour's line."""

    def __init__(
        self, sitting: Sitting, to_journal: Callable[[], None], end: Callable[[], None]
    ) -> None:
        super().__init__(sitting)
        self._to_journal, self._end = to_journal, end

    def compose(self) -> ComposeResult:
        yield Coach("review", _(_IN_REVIEW))
        yield from super().compose()

    def available(self, action_id: str) -> bool:
        return action_id not in ("letter", "save_file") and super().available(action_id)

    def action_journal(self) -> None:
        """On into the journal, from the conversation."""
        self.dismiss(None)
        self.app.call_later(self._to_journal)

    def escaped_twice(self) -> None:
        self._end()
        self.dismiss(None)


class TourJournal(JournalScreen):
    """The way into the journal, which here leads nowhere: made-up words must not get into one."""

    def __init__(self, sitting: Sitting, end: Callable[[], None]) -> None:
        super().__init__(sitting)
        self._end = end

    def compose(self) -> ComposeResult:
        yield Coach("journal", _(_IN_JOURNAL))
        yield from super().compose()

    def available(self, action_id: str) -> bool:
        return action_id not in ("letter", "save_file") and super().available(action_id)

    def _copy(self, text: str, said: str, done: Callable[[], None]) -> None:  # noqa: ARG002
        """Mark it as copied, and copy nothing."""
        done()
        self.say(_("In the tour nothing is copied: these words were never said. q goes back."))

    def escaped_twice(self) -> None:
        self._end()
        self.dismiss(None)
