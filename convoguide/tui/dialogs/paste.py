"""An earlier talk from the journal: its text is pasted, read back, and shown before it is used."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Vertical
from textual.widgets import Static

from convoguide.core.text import collapse
from convoguide.dates import told_day
from convoguide.errors import ConvoGuideError
from convoguide.i18n import gettext as _
from convoguide.i18n import ngettext
from convoguide.services import content, journal_text
from convoguide.services.journal_text import ReadBack
from convoguide.tui.bindings import PASTING
from convoguide.tui.dialogs.letters import STYLES, Choice
from convoguide.tui.dialogs.reading import ReadingDialog
from convoguide.tui.guide_text import text_of
from convoguide.tui.place import Dialog, keys_of
from convoguide.tui.widgets.line_view import Row
from convoguide.tui.widgets.note_field import NoteField
from convoguide.tui.widgets.typing_line import TypingLine, TypingPlace
from convoguide.tui.words import lead_of
from convoguide.tui.wrapping import wrapped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.app import App, ComposeResult

    from convoguide.core.conversation import Conversation


class PastedText(NoteField):
    """A text of many lines; Enter begins a new one."""

    def enter(self) -> None:
        self.insert("\n")


class PasteDialog(TypingPlace, Dialog[ReadBack]):
    """Gives what was read. A text without a heading of ours is refused, and stays to be mended."""

    PLACE = PASTING
    BINDINGS = keys_of(PASTING)
    CSS_PATH: ClassVar[list[Path]] = STYLES  # type: ignore[assignment]

    def compose(self) -> ComposeResult:
        with Vertical(classes="box"):
            title = _("Paste the journal text of the earlier conversation")
            yield Static(title, markup=False, classes="title")
            yield PastedText(_("The text goes here"), id="pasted")
            yield Static("", markup=False, classes="wrong", id="wrong")
            said = _(
                "F2 reads it by its headings; you see what was found before any of it is used."
            )
            yield Static(said, markup=False)
        yield TypingLine(PASTING)

    def on_mount(self) -> None:
        self.query_one("#pasted").add_class("pasted")
        self.query_one("#pasted").focus()

    @on(PastedText.Typed)
    def _typed(self) -> None:
        self.query_one("#wrong", Static).update("")

    def action_read_text(self) -> None:
        """Read the text, and show what was found in it."""
        try:
            read = journal_text.conversation_from_text(self.query_one(PastedText).text)
        except ConvoGuideError as error:
            self.query_one("#wrong", Static).update(str(error))
            return
        self.dismiss(read)


class ReadDialog(ReadingDialog):
    """What was read, and as it stands what found no place; then whether to begin with it."""

    def __init__(self, read: ReadBack) -> None:
        choices = [
            Choice("yes", "y", _("Begin the conversation that follows it")),
            Choice("no", "n", _("No, leave it")),
        ]
        super().__init__(_heading(read.conversation), choices)
        self._read = read

    def text_rows(self, width: int) -> list[Row]:
        return list(_rows(self._read, width))


def _heading(talk: Conversation) -> str:
    """Which talk it was, and how much of it was read."""
    date = told_day(talk.held_on) if talk.held_on else _("without a date")
    title = text_of(content.guide(talk.guide)).guide_title
    topics = len(talk.entries)
    count = ngettext("{n} topic read", "{n} topics read", topics).format(n=topics)
    return f"{title} · {date} · {count}"


def _rows(read: ReadBack, width: int) -> Iterator[Row]:
    """What could not be placed comes first: it is what needs an eye."""
    for words, lines in (
        (_("Kept under “other”, as it stands:"), read.unplaced),
        (_("Not taken in, since it tells of an earlier conversation:"), read.passed_over),
    ):
        if lines:
            yield from _told(words, width, "title")
        for line in lines:
            yield from _told(line, width)
        if lines:
            yield Row()
    text = text_of(content.guide(read.conversation.guide))
    unplaced = {collapse(line) for line in read.unplaced}
    for step, entry in read.conversation.entries.items():
        notes = [note for note in entry.notes if collapse(note.text) not in unplaced]
        if notes or entry.state != "noted":
            yield from _told(text.title(step), width, "title")
        for note in notes:
            yield from _told(lead_of(note) + note.text, width)


def _told(text: str, width: int, style: str = "plain") -> Iterator[Row]:
    for line in wrapped(text, width):
        yield Row(((line, style),))


def ask_earlier(app: App[int], told: Callable[[Conversation], None]) -> None:
    """Ask for the text of an earlier talk; `told` gets what was read, after a yes."""

    def read(found: ReadBack | None) -> None:
        if found is None:
            return
        app.push_screen(
            ReadDialog(found), lambda answer: told(found.conversation) if answer == "yes" else None
        )

    app.push_screen(PasteDialog(), read)
