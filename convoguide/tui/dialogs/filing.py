"""Putting jots under their steps, one after the other, as fast as a few letters each."""

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from convoguide.core.conversation import OTHER
from convoguide.i18n import gettext as _
from convoguide.services.conduct import Sitting
from convoguide.tui.bindings import FILING
from convoguide.tui.dialogs.jump import StepFinder, step_rows
from convoguide.tui.dialogs.letters import STYLES
from convoguide.tui.guide_text import GuideText
from convoguide.tui.place import Dialog, keys_of
from convoguide.tui.widgets.form_fields import Entered, Steered, TextControl
from convoguide.tui.widgets.line_view import LineView, Row
from convoguide.tui.widgets.typing_line import TypingLine, TypingPlace
from convoguide.tui.words import lead_of
from convoguide.tui.wrapping import wrapped


class FilingDialog(TypingPlace, Dialog[None]):
    """Shows one jot at a time; Enter puts it under the marked step, Tab leaves it where it is.

    Each filing is a change of its own, so undo takes back one at a time.
    """

    PLACE = FILING
    BINDINGS = keys_of(FILING)
    CSS_PATH: ClassVar[list[Path]] = STYLES  # type: ignore[assignment]

    def __init__(self, sitting: Sitting, text: GuideText) -> None:
        super().__init__()
        self._sitting = sitting
        self._finder = StepFinder(sitting, text)
        self._index = 0
        self._filed = 0
        self._found: list[str] = []
        self._place = 0

    def compose(self) -> ComposeResult:
        with Vertical(classes="box"):
            yield Static("", markup=False, classes="title narrow-title", id="count")
            yield LineView(id="jot")
            yield TextControl(hint=_("Under which step? A few letters, or a number; Tab skips"))
            yield LineView(pointed=True, id="found")
        yield TypingLine(FILING)

    def on_mount(self) -> None:
        self.query_one("#found").add_class("list")
        self.query_one(TextControl).focus()
        self._ask()

    def _ask(self) -> None:
        notes = self._sitting.conversation.entry(OTHER).notes
        if self._index >= len(notes):
            self.dismiss(None)
            return
        note = notes[self._index]
        count = _("Jot {n} of {total}").format(
            n=self._filed + self._index + 1, total=self._filed + len(notes)
        )
        when = f"  {note.at:%H:%M}" if note.at else ""
        self.query_one("#count", Static).update(count + when)
        self.query_one("#jot", LineView).show(
            lambda width: [
                Row(((line, "plain"),)) for line in wrapped(lead_of(note) + note.text, width)
            ]
        )
        self.query_one(TextControl).put("")
        self._search()

    @on(TextControl.Changed)
    def _search(self) -> None:
        typed = self.query_one(TextControl).text
        self._found = [each for each in self._finder.find(typed) if each != OTHER]
        self._place = 0
        view = self.query_one("#found", LineView)
        view.show(lambda width: step_rows(self._finder, self._sitting, self._found, width))
        self._mark()

    def _mark(self) -> None:
        view = self.query_one("#found", LineView)
        view.mark(self._found[self._place] if self._found else None)

    @on(Steered)
    def _steered(self, message: Steered) -> None:
        if self._found:
            self._place = (self._place + message.direction) % len(self._found)
            self._mark()

    @on(Entered)
    def _entered(self) -> None:
        if self._found:
            self._file(self._found[self._place])

    @on(LineView.Picked)
    def _picked(self, message: LineView.Picked) -> None:
        if message.view.id == "found":
            self._file(str(message.tag))

    def _file(self, step_id: str) -> None:
        self._sitting.move(OTHER, self._index, step_id)
        self._filed += 1
        self._ask()

    def action_skip(self) -> None:
        """Leave this jot where it is and go on with the next."""
        self._index += 1
        self._ask()

    def action_done(self) -> None:
        """Close; what was filed stays filed."""
        self.dismiss(None)
