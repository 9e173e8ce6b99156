"""The summary as it grows: the journal text by section, made anew a moment after a change."""

from typing import Any

from textual.timer import Timer

from convoguide.core.conversation import Conversation
from convoguide.errors import ConvoGuideError
from convoguide.i18n import gettext as _
from convoguide.tui.widgets.line_view import LineView, Row
from convoguide.tui.wrapping import wrapped

_PAUSE = 0.3
"""Seconds a conversation has to rest before its text is made: typing comes first."""


class SummaryPane(LineView):
    """The journal's sections. Rows carry the id of the step they came from."""

    _timer: Timer | None = None
    _wanted: Conversation | None = None
    _shown: Conversation | None = None

    def tell(self, conversation: Conversation) -> None:
        """Show this conversation's text soon, if the pane is in sight at all."""
        self._wanted = conversation
        if self._timer is not None:
            self._timer.stop()
        if self.display and conversation is not self._shown:
            self._timer = self.set_timer(_PAUSE, self._begin)

    def on_show(self) -> None:
        if self._wanted is not self._shown:
            self._begin()

    def _begin(self) -> None:
        conversation = self._wanted
        if conversation is not None:
            self._shown = conversation
            # In a thread: it reads files the first time, and a key must not wait for that.
            self.run_worker(
                lambda: self._write(conversation), thread=True, exclusive=True, exit_on_error=False
            )

    def _write(self, conversation: Conversation) -> None:
        try:
            sections = sections_of(conversation)
        except ConvoGuideError as error:
            sections = [{"heading": str(error), "lines": []}]
        self.app.call_from_thread(self._take, conversation, sections)

    def _take(self, conversation: Conversation, sections: list[dict[str, Any]]) -> None:
        if conversation is self._wanted:
            self.show(lambda width: summary_rows(sections, width))


def sections_of(conversation: Conversation) -> list[dict[str, Any]]:
    """The filled sections of the conversation's own journal."""
    from convoguide.services import document

    made = document.make(conversation, document.journal_of(conversation))
    found: list[dict[str, Any]] = document.as_data(made)["sections"]
    return found


def summary_rows(sections: list[dict[str, Any]], width: int) -> list[Row]:
    """Each section's heading and lines; a word where there is nothing yet."""
    if not sections:
        empty = _("Here the journal text grows as you write.")
        return [Row(((line, "quiet"),)) for line in wrapped(empty, width)]
    rows: list[Row] = []
    for section in sections:
        rows += [Row(((line, "heading"),)) for line in wrapped(section["heading"], width)]
        for told in section["lines"]:
            rows += [Row(((line, "plain"),), told["step"]) for line in wrapped(told["text"], width)]
        for table_row in section.get("table", {}).get("rows", ()):
            line = ", ".join(cell for cell in table_row["cells"] if cell)
            rows += [Row(((part, "plain"),)) for part in wrapped(line, width)]
        rows.append(Row())
    return rows
