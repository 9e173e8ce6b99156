"""What a click means in a conversation: the same as the key for it."""

from textual import on

from convoguide.tui.screens.talk_half import HalfLine
from convoguide.tui.widgets.line_view import LineView
from convoguide.tui.widgets.talk_frame import PromptLine


class MouseActions(HalfLine):
    """Rows and lines are targets; none does what no key does."""

    @on(PromptLine.Clicked)
    def _prompt_clicked(self) -> None:
        self.action_voice()

    @on(LineView.Picked)
    def _picked(self, message: LineView.Picked) -> None:
        tag = message.tag
        if tag == "phrase":
            self.action_phrase()
        elif isinstance(tag, str):
            self.pane = "step"
            self.go_to(tag)
        elif isinstance(tag, tuple) and tag[0] != "card":
            self.go_to(tag[0])
            if isinstance(tag[1], int):
                self.edit_note(tag[1])
            elif tag[1] == "last":
                self.action_last_time()
            else:
                self.action_facts()
