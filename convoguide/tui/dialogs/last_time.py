"""All that was said last time on one step, whole, and what the person says of it today."""

from collections.abc import Sequence

from convoguide.i18n import gettext as _
from convoguide.tui.bindings import action
from convoguide.tui.dialogs.letters import Choice
from convoguide.tui.dialogs.reading import ReadingDialog
from convoguide.tui.widgets.last_time import ANSWERS
from convoguide.tui.widgets.line_view import Row
from convoguide.tui.wrapping import wrapped


class LastTimeDialog(ReadingDialog):
    """Gives the action that answers it; «back» is marked first: who only reads changes nothing."""

    def __init__(self, title: str, said: Sequence[str]) -> None:
        choices = [
            Choice(each.id, each.letter or "", f"{_(each.label)} – {_(each.help)}")
            for each in map(action, ANSWERS)
        ]
        super().__init__(title, [Choice("back", "b", _("Back")), *choices])
        self._said_then = tuple(said)

    def text_rows(self, width: int) -> list[Row]:
        return [
            Row(((line, "plain"),)) for each in self._said_then for line in wrapped(each, width)
        ]
