"""The summary as it grows: the journal text by section, made anew a moment after a change."""

from collections.abc import Sequence
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
            above, sections = text_of(conversation)
        except ConvoGuideError as error:
            above, sections = [], [{"heading": str(error), "lines": []}]
        self.app.call_from_thread(self._take, conversation, above, sections)

    def _take(
        self, conversation: Conversation, above: list[str], sections: list[dict[str, Any]]
    ) -> None:
        if conversation is self._wanted:
            self.show(lambda width: summary_rows(sections, width, above))


def text_of(conversation: Conversation) -> tuple[list[str], list[dict[str, Any]]]:
    """What stands above the sections of the conversation's own journal, and those it fills."""
    from convoguide.services import document

    made = document.make(conversation, document.journal_of(conversation))
    found: list[dict[str, Any]] = document.as_data(made)["sections"]
    return document.above_sections(made), found


def summary_rows(
    sections: list[dict[str, Any]], width: int, above: Sequence[str] = ()
) -> list[Row]:
    """Each section's heading and lines; a word where there is nothing yet."""
    if not sections:
        empty = _("The journal text grows here as you write.")
        return [Row(((line, "quiet"),)) for line in wrapped(empty, width)]
    rows = [Row(((line, "quiet"),)) for line in wrapped(_("Journal text"), width)]
    rows += [Row(((line, "plain"),)) for each in above for line in wrapped(each, width)]
    rows += [Row()] if above else []
    for section in sections:
        rows += [Row(((line, "heading"),)) for line in wrapped(section["heading"], width)]
        for told in section["lines"]:
            rows += [Row(((line, "plain"),), told["step"]) for line in wrapped(told["text"], width)]
        for table_row in section.get("table", {}).get("rows", ()):
            line = ", ".join(cell for cell in table_row["cells"] if cell)
            rows += [Row(((part, "plain"),)) for part in wrapped(line, width)]
        rows.append(Row())
    return rows
