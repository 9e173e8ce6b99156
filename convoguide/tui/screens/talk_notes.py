"""The actions on what was recorded: voice, outcome, notes, facts, jots, undo.

A dialog is imported where it is opened: one is ready to type sooner.
"""

from collections.abc import Callable
from typing import Any

from textual import on

from convoguide.core.conversation import OTHER, Conversation, Outcome, Voice
from convoguide.i18n import gettext as _
from convoguide.tui.answers import toggle
from convoguide.tui.facts import BY_ID, PARTS
from convoguide.tui.facts_kept import decision_step
from convoguide.tui.screens.talk_base import CLINICIAN
from convoguide.tui.screens.talk_views import TalkViews
from convoguide.tui.widgets.answers_view import AnswersView


class NoteActions(TalkViews):
    """Each is an action of the table; a dialog's answer comes back into the method below it."""

    # --- voice and outcome -----------------------------------------------------------------------

    def action_patient(self) -> None:
        """The patient's words, or the clinician's again."""
        self._speak("patient" if self.voice != "patient" else CLINICIAN)

    def action_voice(self) -> None:
        """Choose whose words the next notes of this step hold."""
        from convoguide.tui.dialogs.voice import voice_dialog

        self.app.push_screen(voice_dialog(self.voice), self._voiced)

    def _voiced(self, voice: str | None) -> None:
        if voice is not None:
            self._speak(voice)  # type: ignore[arg-type]  # the dialog gives nothing but voices

    def _speak(self, voice: Voice) -> None:
        self.voice = voice
        self.show_talk()

    def action_outcome(self) -> None:
        """Leave the step as declined, unsure, another time … and go on; or open it again."""
        from convoguide.tui.dialogs.outcome import OutcomeDialog

        if not self.may_change():
            return
        if self.sitting.step == OTHER:
            self.say(_("“{title}” holds notes only.").format(title=self.text.title(OTHER)))
            return
        entry = self.sitting.conversation.entry(self.sitting.step)
        dialog = OutcomeDialog(self.text.title(self.sitting.step), entry, self.sitting.now().date())
        self.app.push_screen(dialog, self._left_as)

    def _left_as(self, result: str | None) -> None:
        from convoguide.tui.dialogs.outcome import REOPEN, leaving_of

        if result is None:
            return
        leaving = leaving_of(result)
        if leaving.outcome == REOPEN:
            self.change(self.sitting.reopen)
            return
        outcome: Outcome = leaving.outcome  # type: ignore[assignment]  # the dialog gives no other
        if self.change(lambda: self.sitting.leave(outcome, leaving.again_on)):
            self.step_by(1)

    # --- answers ---------------------------------------------------------------------------------

    @on(AnswersView.Ticked)
    def _ticked(self, message: AnswersView.Ticked) -> None:
        step = self.sitting.step
        done = self.change(lambda: toggle(self.sitting, self.text, step, message.index))
        if done and message.done:
            self.field.focus()

    @on(AnswersView.Left)
    def _left_answers(self, message: AnswersView.Left) -> None:
        self.field.focus()
        if message.character:
            self.field.insert(message.character)

    def digit(self, digit: str) -> None:
        if not self.query_one(AnswersView).display or not self.query_one(AnswersView).tick_number(
            digit
        ):
            self.say(_("There is nothing of that number to tick here."))

    def action_digit(self, digit: str) -> None:
        """Tick the answer of that number."""
        self.leave_command_state()
        self.digit(digit)

    # --- notes -----------------------------------------------------------------------------------

    def action_edit(self) -> None:
        """Change a note's text, voice, or whether it is held apart."""
        self._with_note(_("Change which note?"), self.edit_note)

    def edit_note(self, index: int) -> None:
        """Change that note of the step one stands on."""
        from convoguide.tui.dialogs.edit import EditDialog

        if not self.may_change():
            return
        step = self.sitting.step
        note = self.sitting.conversation.entry(step).notes[index]

        def changed(changes: dict[str, Any] | None) -> None:
            if changes:
                self.change(lambda: self.sitting.edit(step, index, **changes))

        self.app.push_screen(EditDialog(self.text.title(step), note), changed)

    def action_move(self) -> None:
        """Put a note under another step."""
        self._with_note(_("Move which note?"), self._move_note)

    def _move_note(self, index: int) -> None:
        from convoguide.tui.dialogs.jump import JumpDialog

        step = self.sitting.step

        def moved(to: str | None) -> None:
            if to is not None and self.change(lambda: self.sitting.move(step, index, to)):
                self.say(_("It is now under “{title}”.").format(title=self.text.title(to)))

        note = self.sitting.conversation.entry(step).notes[index]
        dialog = JumpDialog(self.sitting, self.text, _("Under which step?"), note)
        self.app.push_screen(dialog, moved)

    def action_retract(self) -> None:
        """Take a note back."""
        self._with_note(_("Take back which note?"), self._retract_note)

    def _retract_note(self, index: int) -> None:
        if self.change(lambda: self.sitting.retract(self.sitting.step, index)):
            self.say(_("The note is taken back. Esc z brings it back."))

    def action_private(self) -> None:
        """Keep a note out of the journal text, or put it back in."""
        self._with_note(_("Hold which note apart, or put it back?"), self._toggle_private)

    def _toggle_private(self, index: int) -> None:
        step = self.sitting.step
        private = not self.sitting.conversation.entry(step).notes[index].private
        if self.change(lambda: self.sitting.edit(step, index, private=private)):
            if private:
                self.say(_("The note is held apart from the journal text."))
            else:
                self.say(_("The note is in the journal text."))

    def _with_note(self, asked: str, do: Callable[[int], None]) -> None:
        """Do it to the step's note; where there are several, ask which."""
        from convoguide.tui.dialogs.note_choice import NoteChoice

        notes = self.sitting.conversation.entry(self.sitting.step).notes
        if not self.may_change():
            return
        if len(notes) > 1:
            self.app.push_screen(
                NoteChoice(asked, notes), lambda index: None if index is None else do(index)
            )
        elif notes:
            do(0)
        else:
            self.say(_("This step has no notes. Type one, then Enter."))

    def action_file_jots(self) -> None:
        """Put jots under their steps, one by one."""
        if not self.may_change():
            return
        if not self.sitting.conversation.entry(OTHER).notes:
            self.say(_("There are no jots to put under a step."))
            return
        self.open_filing()

    def open_filing(self) -> None:
        """The walk through the jots."""
        raise NotImplementedError

    # --- facts -----------------------------------------------------------------------------------

    def action_facts(self) -> None:
        """The facts that belong with this step: at once, where there is one kind of them."""
        from convoguide.tui.dialogs.facts_menu import FactsDialog

        step = self.sitting.here
        parts = [BY_ID[part] for part in step.fills] if step else []
        if not parts:
            self.action_all_facts()
        elif len(parts) == 1:
            self._open(parts[0].id)
        elif self.may_change():
            self.app.push_screen(FactsDialog(self.sitting, parts), self._open)

    def action_all_facts(self) -> None:
        """All kinds of facts on one list."""
        if self.may_change():
            self._all_parts()

    def _all_parts(self, now: str | None = None) -> None:
        from convoguide.tui.dialogs.facts_menu import FactsDialog

        limits = decision_step(self.sitting) is not None
        parts = [part for part in PARTS if limits or part.shape != "decision"]
        self.app.push_screen(FactsDialog(self.sitting, parts, now), self._open_and_back)

    def _open(self, part_id: str | None) -> None:
        from convoguide.tui.dialogs.facts_menu import open_part

        if part_id is not None and self.may_change():
            open_part(self.app, self.sitting, BY_ID[part_id], self.show_talk)

    def _open_and_back(self, part_id: str | None) -> None:
        """Open one; afterwards the list again, for there is often more than one to fill in."""
        from convoguide.tui.dialogs.facts_menu import open_part

        if part_id is None:
            self.show_talk()
            return

        def back() -> None:
            self.show_talk()
            self._all_parts(part_id)

        open_part(self.app, self.sitting, BY_ID[part_id], back)

    # --- history ---------------------------------------------------------------------------------

    def action_undo(self) -> None:
        """The conversation as it was before the last change."""
        self._travel(self.sitting.undo, _("Undone."), _("There is nothing to undo."))

    def action_redo(self) -> None:
        """Take the undo back."""
        self._travel(self.sitting.redo, _("Done again."), _("There is nothing to do again."))

    def _travel(self, go: Callable[[], bool], done: str, nothing: str) -> None:
        before = self.sitting.conversation
        if not self.may_change():
            return
        if not go():
            self.say(nothing)
            return
        step = _differing(before, self.sitting.conversation)
        if step is not None and self.sitting.guide.knows(step) and self.sitting.way != "jot":
            self.go_to(step)
        self.show_talk()
        self.say(done)


def _differing(before: Conversation, after: Conversation) -> str | None:
    """The step in which the two are not the same; the one that holds more now, of several."""
    steps = dict.fromkeys((*before.entries, *after.entries))
    other = [each for each in steps if before.entry(each) != after.entry(each)]
    other.sort(key=lambda each: len(after.entry(each).notes) <= len(before.entry(each).notes))
    return other[0] if other else None
