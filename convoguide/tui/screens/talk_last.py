"""What was said last time, beside each step: still so, changed, or no longer so.

Nothing of it comes into this conversation by itself. Its words go into the field only when asked
for, and are recorded only as they were changed there.
"""

from typing import NamedTuple

from textual import on

from convoguide.core.conversation import Conversation, Note, Voice
from convoguide.core.text import collapse
from convoguide.i18n import gettext as _
from convoguide.quotation import quoted
from convoguide.services import follow_on
from convoguide.services.conduct import Sitting
from convoguide.services.follow_on import LastSaid
from convoguide.services.keep import Keeper
from convoguide.tui.screens.talk_base import CLINICIAN
from convoguide.tui.screens.talk_numbers import NumberActions
from convoguide.tui.widgets.last_time import ANSWERS, LastTimeView, answer_keys, heading, told
from convoguide.tui.words import SINCE


class Rewording(NamedTuple):
    """What is being changed in the field: of which step, and what it was."""

    step: str
    before: LastSaid


class LastTimeActions(NumberActions):
    """Where jots are written one stands on no step: there Up and Down walk through them."""

    def __init__(
        self, sitting: Sitting, keeper: Keeper, earlier: Conversation | None = None
    ) -> None:
        super().__init__(sitting, keeper)
        self.last: dict[str, list[LastSaid]] = (
            follow_on.all_last_time(earlier, sitting.guide) if earlier is not None else {}
        )
        self.rewording: Rewording | None = None
        # Two steps on one theme were told the same: one of them is enough to walk through.
        by_theme = {sitting.guide.theme_of(step): step for step in reversed(self.last)}
        self._walked = [step for step in self.last if step in by_theme.values()]
        self._remembered = 0

    # --- where one stands ------------------------------------------------------------------------

    @property
    def last_step(self) -> str:
        """The step whose last time is shown."""
        if self.sitting.way == "jot" and self.last:
            return self._walked[self._remembered]
        return self.sitting.step

    def remember(self, direction: int) -> None:
        """Another step of which something was said, where one stands on none."""
        if self.last and self.rewording is None:
            self._remembered = (self._remembered + direction) % len(self._walked)
            self.show_talk()

    def go_to(self, step_id: str) -> None:
        if self.rewording is not None and step_id != self.rewording.step:
            self.stop_rewording()
        if step_id != self.sitting.step:
            self.say("")  # what was said there is no longer about where one stands
        super().go_to(step_id)

    def as_said(self, text: str) -> tuple[str, Voice]:
        """Last time's words that are changed keep their voice and every sign."""
        return super().as_said(text) if self.rewording is None else (text, self.voice)

    def stop_rewording(self) -> None:
        """Leave what was said as it was; its own words never come along as a note of today."""
        if self.rewording is None:
            return
        if collapse(self.field.text) == collapse(self.rewording.before.text):
            self.field.put("")
        self.rewording = None
        self.voice = CLINICIAN

    # --- showing ---------------------------------------------------------------------------------

    def show_frame(self) -> None:
        super().show_frame()
        step, jotting = self.last_step, self.sitting.way == "jot"
        said = self.last.get(step, [])
        view = self.query_one(LastTimeView)
        self.set_class(bool(said), "-last-time")
        limit = self.sitting.guide.theme_of(step) == "treatment_limits"
        notice = _("A limit of then is not taken over: a physician decides anew.") if limit else ""
        title = ""
        if jotting and said:
            place = f"{self._remembered + 1}/{len(self._walked)}"
            title = f"{place} {self.text.title(step)}"
        keys = answer_keys() if self.rewording is None else ""
        if jotting and len(self._walked) > 1:
            keys = "  ".join(filter(None, (keys, _("Up, Down: the others"))))
        now = heading(
            said,
            self.sitting.conversation.entry(step).since,
            title,
            changing=self.rewording is not None,
        )
        most = 8 if self.has_class("-high") else 3
        view.tell(now, keys, [told(each) for each in said], notice, most)

    def last_of(self, step_id: str) -> list[str]:
        """What was said last time on a step, a line each."""
        return [told(each) for each in self.last.get(step_id, ())]

    # --- actions ---------------------------------------------------------------------------------

    def available(self, action_id: str) -> bool:
        if action_id in (*ANSWERS, "last_time"):
            return self.last_step in self.last
        return super().available(action_id)

    @on(LastTimeView.Clicked)
    def _last_clicked(self) -> None:
        self.action_last_time()

    def action_last_time(self) -> None:
        """All that was said here last time, and what to answer."""
        from convoguide.tui.dialogs.last_time import LastTimeDialog

        async def chosen(answer: str | None) -> None:
            if answer in ANSWERS:
                await self.action_act(answer)

        step = self.last_step
        dialog = LastTimeDialog(self.text.title(step), self.last_of(step))
        self.app.push_screen(dialog, chosen)

    def action_still_so(self) -> None:
        """The person says that it is as last time; what is typed are their words of today."""
        self._answer(follow_on.confirm, "confirmed")

    def action_no_longer(self) -> None:
        """What was said last time no longer holds; what is typed are their words of today."""
        self._answer(follow_on.withdraw, "withdrawn")

    def _answer(self, mark: follow_on.Marking, state: str) -> None:
        step, words, voice = self.last_step, self.field.text, self.voice
        if self.rewording is not None:
            words = ""
        if not self.may_change():
            return
        self.stop_rewording()
        if self.change(lambda: mark(self.sitting, step, words, voice)):
            self.field.put("")
            self._say_state(step, state)

    def action_change_last(self) -> None:
        """Last time's words into the field; what is typed there already are the new ones."""
        step = self.last_step
        notes = [each for each in self.last[step] if each.outcome is None]
        if not self.may_change():
            return
        if not self.field.blank and self.rewording is None:
            self._record(step, self.field.text, self.voice, None)
        elif len(notes) > 1:
            from convoguide.tui.dialogs.note_choice import NoteChoice

            asked = _("What is seen differently now?")
            shown = [
                Note(text=x.text, voice=x.voice or CLINICIAN, private=x.private) for x in notes
            ]
            self.app.push_screen(
                NoteChoice(asked, shown),
                lambda place: None if place is None else self._reword(step, notes[place]),
            )
        else:
            self._reword(step, notes[0] if notes else self.last[step][0])

    def _reword(self, step: str, before: LastSaid) -> None:
        self.rewording = Rewording(step, before)
        self.voice = before.voice or "patient"
        self.field.put(before.text)
        self.show_talk()
        self.say(_("Change the words, then Enter. Left as they are, nothing is recorded."))

    def reworded(self, text: str) -> None:
        """Record the new words; those of last time stay in the field to be changed."""
        if self.rewording is not None:
            self._record(self.rewording.step, text, self.voice, self.rewording.before)

    def _record(self, step: str, text: str, voice: Voice, before: LastSaid | None) -> None:
        if self.change(lambda: follow_on.change(self.sitting, step, text, voice, before=before)):
            self.rewording = None
            self.voice = CLINICIAN
            self.field.put("")
            self.show_talk()
            self._say_state(step, "changed")
        else:
            self.field.put(text)

    def _say_state(self, step: str, state: str) -> None:
        title = quoted(self.text.title(step))
        self.say(_("{title} is now: {state}.").format(title=title, state=_(SINCE[state])))
