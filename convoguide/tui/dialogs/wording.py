"""Wording lines for the letter home, one at a time: the note above, plain words below it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from convoguide.core.conversation import Note
from convoguide.errors import ConvoGuideError
from convoguide.i18n import gettext as _
from convoguide.services import letter
from convoguide.services.conduct import Sitting
from convoguide.services.letter import Accepted, Offer
from convoguide.tui.bindings import WORDING
from convoguide.tui.dialogs.letters import STYLES
from convoguide.tui.guide_text import GuideText
from convoguide.tui.place import Dialog, keys_of
from convoguide.tui.widgets.form_fields import Entered, Steered, TextControl
from convoguide.tui.widgets.line_view import LineView, Row
from convoguide.tui.widgets.number_line import NumberLine
from convoguide.tui.widgets.typing_line import TypingLine, TypingPlace
from convoguide.tui.words import lead_of
from convoguide.tui.wrapping import wrapped


class WordingDialog(TypingPlace, Dialog[None]):
    """Enter puts the words into the letter and goes on; Tab, or Enter with no words, without.

    The field begins empty: a note's own words, written for colleagues, come in only when asked
    for, so that Enter alone never sends them home. Each acceptance is a change of its own. What
    was accepted before comes as it was worded.
    """

    PLACE = WORDING
    BINDINGS = keys_of(WORDING)
    CSS_PATH: ClassVar[list[Path]] = STYLES  # type: ignore[assignment]

    def __init__(
        self,
        sitting: Sitting,
        text: GuideText,
        lines: Sequence[Offer | Accepted],
        place: int = 0,
        accepted: Callable[[Offer, str], None] = lambda _offer, _words: None,
    ) -> None:
        """`accepted` is told which note got which words."""
        super().__init__()
        self._accepted = accepted
        self._sitting, self._text = sitting, text
        self._lines, self._place = tuple(lines), place

    def compose(self) -> ComposeResult:
        with Vertical(classes="box"):
            yield Static("", markup=False, classes="title narrow-title", id="count")
            yield LineView(id="note")
            yield Static(_("In plain words, for the letter:"), markup=False)
            yield TextControl(id="words")
            yield NumberLine()
            yield Static("", markup=False, classes="wrong", id="wrong")
            said = _("Enter puts it into the letter, Tab skips it. Esc Enter: a new line.")
            yield Static(said, markup=False)
        yield TypingLine(WORDING)

    def on_mount(self) -> None:
        self.query_one("#note").add_class("noted")
        self.query_one("#words").add_class("note")
        self.query_one("#words").focus()
        self._ask()

    def available(self, action_id: str) -> bool:
        if action_id == "own_note":
            return isinstance(self._line, Offer)
        return super().available(action_id) and (action_id != "pass_over" or len(self._lines) > 1)

    @property
    def _line(self) -> Offer | Accepted | None:
        return self._lines[self._place] if self._place < len(self._lines) else None

    @property
    def _words(self) -> TextControl:
        return self.query_one("#words", TextControl)

    def _ask(self) -> None:
        """Show the line in hand; close where there is none left."""
        line = self._line
        if line is None:
            self.dismiss(None)
            return
        count = _("Line {n} of {total}").format(n=self._place + 1, total=len(self._lines))
        title = self._text.title(line.step)
        self.query_one("#count", Static).update(
            f"{count} · {title}" if len(self._lines) > 1 else title
        )
        self.query_one("#wrong", Static).update("")
        self.query_one("#note", LineView).show(lambda width: _note_rows(line, width))
        offered = isinstance(line, Offer)
        hint = _("Empty, Enter skips it. F2 takes the note's own words.") if offered else ""
        self._words.hint(hint)
        self._words.put("" if offered else line.text)

    @on(Entered)
    def _entered(self) -> None:
        line, words = self._lines[self._place], self._words.text
        try:
            if isinstance(line, Offer):
                if not words.strip():
                    self._go(1)
                    return
                letter.accept(self._sitting, line.step, words)
                self._accepted(line, words.strip())
            elif words.strip() != line.text:
                letter.reword(self._sitting, line.place, words)
        except ConvoGuideError as error:
            self.query_one("#wrong", Static).update(str(error))
            return
        self._go(1)

    @on(Steered)
    def _steered(self, message: Steered) -> None:
        if message.direction > 0 or self._place:
            self._go(message.direction)

    def _go(self, direction: int) -> None:
        self._place += direction
        self._ask()

    def action_own_note(self) -> None:
        """Put the note's own words where the caret stands; they are accepted as all others are."""
        line = self._line
        if isinstance(line, Offer) and line.text not in self._words.text:
            self._words.insert(line.text)

    def action_pass_over(self) -> None:
        """Leave this line out and go on."""
        self._go(1)

    def action_done(self) -> None:
        """Close; what was accepted stays."""
        self.dismiss(None)

    def escaped_twice(self) -> None:
        self.dismiss(None)


def _note_rows(line: Offer | Accepted, width: int) -> list[Row]:
    """The note that is to be worded; a line accepted before is its own suggestion."""
    if isinstance(line, Accepted):
        return []
    told = lead_of(Note(text=line.text, voice=line.voice)) + line.text
    return [Row(((each, "plain"),)) for each in wrapped(told, width)]
