"""A rehearsal on the screen: who is met, what was said, and keeping it as it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work
from textual.widgets import Static

from convoguide.errors import ConvoGuideError
from convoguide.i18n import gettext as _
from convoguide.tui.place import Place
from convoguide.tui.widgets.action_line import ActionLine
from convoguide.tui.widgets.head_line import HeadLine
from convoguide.tui.widgets.line_view import LineView
from convoguide.tui.widgets.note_field import NoteField
from convoguide.tui.widgets.rehearsed import offer_rows, stage_rows, talk_rows
from convoguide.tui.widgets.typing_line import TypingPlace

if TYPE_CHECKING:
    from collections.abc import Callable

    from convoguide.services.rehearse import Practice
    from convoguide.tui.rehearsals import Rehearsals


class RehearsalBase(TypingPlace, Place[None]):
    """The person comes from `load`, in a thread; until then one can type, but says nothing."""

    app: Rehearsals

    def __init__(
        self, load: Callable[[], Practice], *, choosing: bool = False, turn: int | None = None
    ) -> None:
        """`turn`: the one to mark."""
        super().__init__()
        self._begin = load
        self.practice: Practice | None = None
        self.choosing = choosing
        """Whether one chooses among phrasings rather than types."""
        self.turn = turn
        """The turn that is marked; None: the talk is shown at its end."""
        self.offer = 1
        """The phrasing that is marked, from 1."""
        self.with_mood = False
        self._title = self._saved = ""

    @property
    def field(self) -> NoteField:
        """Where one types."""
        return self.query_one("#field", NoteField)

    @property
    def talk(self) -> LineView:
        """What was said."""
        return self.query_one("#talk", LineView)

    # --- loading and keeping ---------------------------------------------------------------------

    @work(thread=True, group="practice", exit_on_error=False)
    def load(self) -> None:
        """Find the person, and all that an answer needs."""
        try:
            practice = self._begin()
            from convoguide.services import case_page, rehearsal_words

            rehearsal_words.warm(practice)
            self._title = case_page.title(practice.case)
        except ConvoGuideError as error:
            self.app.call_from_thread(self.say, str(error))
        else:
            self.app.call_from_thread(self._met, practice)

    def _met(self, practice: Practice) -> None:
        self.practice = practice
        practice.on_change = self._changed
        if not self.app.attempts.keeps:
            self._saved = _("memory only, nothing is kept")
        self.say(self._ended_words())
        self.show_talk()

    def _changed(self, practice: Practice) -> None:
        rehearsal, attempts = practice.rehearsal, self.app.attempts

        def keep() -> None:
            trouble = ""
            try:
                attempts.keep(rehearsal)
            except ConvoGuideError as error:
                trouble = str(error)
            self.app.call_from_thread(self._kept, trouble)

        # The app's: it goes on when this screen is left.
        self.app.run_worker(keep, thread=True, group="practice", exit_on_error=False)

    def _kept(self, trouble: str) -> None:
        if not self.is_attached:
            if trouble:
                self.app.notify(trouble, severity="error", markup=False)
            return
        if self.app.attempts.keeps:
            self._saved = _("not saved") if trouble else _("saved")
        if trouble:
            self.say(trouble)
        self._show_frame()

    # --- saying ----------------------------------------------------------------------------------

    def say(self, message: str) -> None:
        """Say something above the field; an empty text takes it away."""
        if self.is_attached:
            said = self.query_one("#said", Static)
            said.update(message)
            said.display = bool(message)

    def do(self, what: Callable[[Practice], object]) -> bool:
        """Do something in it and show it; False, and why in words, where it is refused."""
        if self.practice is None:
            self.say(_("One moment …"))
            return False
        try:
            what(self.practice)
        except ConvoGuideError as error:
            self.say(str(error))
            return False
        self.turn, self.offer = None, 1
        self.say(self._ended_words())
        self.show_talk()
        return True

    def _ended_words(self) -> str:
        if self.practice is None or not self.practice.ended:
            return ""
        from convoguide.services.rehearsal_words import ended_line

        words = _("F9 tells how it went; F4 goes back to a turn.")
        return f"{ended_line(self.practice)} {words}"

    # --- showing ---------------------------------------------------------------------------------

    def show_talk(self) -> None:
        """Show the rehearsal as it is now."""
        practice = self.practice
        if practice is None or not self.is_attached:
            return
        from convoguide.services.rehearsal_words import stages
        from convoguide.services.rehearse import transcript

        turns = transcript(practice)
        self.talk.show(lambda width: list(talk_rows(turns, width)))
        self.mark_turn(self.turn)
        shown = stages(practice)
        pane = self.query_one("#stages", LineView)
        pane.show(lambda width: list(stage_rows(shown, width)))
        here = next(n for n, each in enumerate(shown) if each.here)
        pane.reveal(("stage", here))
        self._show_offers(practice)
        self._show_frame()

    def mark_turn(self, turn: int | None) -> None:
        """Mark a turn; without one the talk stands at its end."""
        self.turn = turn
        self.talk.mark(("turn", turn) if turn is not None else None)
        if turn is None and self.practice is not None:
            said = self.practice.rehearsal.turns[-2:]
            self.talk.reveal(("turn", said[0].n), with_end=True)

    def _show_offers(self, practice: Practice) -> None:
        choosing = self.choosing and not practice.ended
        self.set_class(choosing, "-choosing")
        self.query_one(ActionLine).typing = not choosing
        self.query_one(ActionLine).refresh()
        if choosing:
            texts = [each.text for each in practice.offers()]
            view = self.query_one("#offers", LineView)
            view.show(lambda width: list(offer_rows(texts, width)))
            view.mark(self.offer)
            if self.focused is self.field:
                self.set_focus(None)
        elif self.focused is None and not self.commanding:
            self.field.focus()

    def _show_frame(self) -> None:
        practice = self.practice
        if practice is None:
            return
        from convoguide.services.rehearsal_words import mood_line, stage_line

        title = " · ".join((self._title, _("made up")))
        self.query_one("#head", HeadLine).tell(title, self._saved)
        asks = _("What do you say?") if self.has_class("-choosing") else _("You")
        self.query_one("#prompt", HeadLine).tell(f"{asks} · {stage_line(practice)}")
        mood = self.query_one("#mood", Static)
        mood.update(mood_line(practice))
        mood.display = self.with_mood
