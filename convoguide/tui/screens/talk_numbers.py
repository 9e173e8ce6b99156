"""Identity numbers in a conversation: pointed out below the field, masked by one key."""

from textual.timer import Timer

from convoguide.core.conversation import Conversation
from convoguide.i18n import gettext as _
from convoguide.tui.screens.talk_notes import NoteActions
from convoguide.tui.widgets.action_line import ActionLine
from convoguide.tui.widgets.number_line import NumberLine

_PAUSE = 0.4
"""Seconds a conversation has to rest before its notes are looked through."""


class NumberActions(NoteActions):
    """What is typed is looked at by the field itself; here, what is recorded."""

    _looked_at: Conversation | None = None
    _looking: Timer | None = None

    def show_talk(self) -> None:
        super().show_talk()
        if self.is_attached and self.sitting.conversation is not self._looked_at:
            self._looked_at = self.sitting.conversation
            if self._looking is not None:
                self._looking.stop()
            self._looking = self.set_timer(_PAUSE, self._look_through)

    def _look_through(self) -> None:
        conversation = self.sitting.conversation

        def look() -> None:
            from convoguide.services import identity

            steps = identity.steps_with(conversation)
            self.app.call_from_thread(self._tell_recorded, conversation, steps)

        # In a thread: a long conversation takes a moment, and a key must not wait for it.
        self.run_worker(look, thread=True, exclusive=True, group="numbers", exit_on_error=False)

    def _tell_recorded(self, conversation: Conversation, steps: list[str]) -> None:
        if conversation is self.sitting.conversation and self.is_attached:
            title = self.text.title(steps[0]) if steps else ""
            self.query_one(NumberLine).tell(recorded=title)
            self.query_one(ActionLine).refresh()

    def action_mask(self) -> None:
        """Mask what is being typed; where nothing is to mask there, all that is recorded."""
        from convoguide.services import identity

        if self.field.numbered:
            self.field.mask()
        elif self.may_change() and self.change(lambda: identity.mask_all(self.sitting)):
            self.query_one(NumberLine).tell(recorded="")
            self.say(_("Every identity number is masked. Esc z brings them back."))
