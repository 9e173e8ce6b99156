"""Changing a note: its text, whose words it holds, whether it is held apart."""

from pathlib import Path
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from convoguide.core.conversation import Note
from convoguide.i18n import gettext as _
from convoguide.tui.bindings import FORM
from convoguide.tui.dialogs.letters import STYLES
from convoguide.tui.place import Dialog, keys_of
from convoguide.tui.widgets.form_fields import ChoiceControl, Entered, Steered, TextControl
from convoguide.tui.widgets.number_line import NumberLine
from convoguide.tui.widgets.typing_line import TypingLine, TypingPlace
from convoguide.tui.words import VOICES, YES_NO


class EditDialog(TypingPlace, Dialog[dict[str, Any]]):
    """Gives what was changed; an emptied text is not a change but a note to take back."""

    PLACE = FORM
    BINDINGS = keys_of(FORM)
    CSS_PATH: ClassVar[list[Path]] = STYLES  # type: ignore[assignment]

    def __init__(self, title: str, note: Note) -> None:
        super().__init__()
        self._title, self._note = title, note

    def compose(self) -> ComposeResult:
        voices: dict[str, str] = dict(VOICES.values())
        with Vertical(classes="box"):
            yield Static(self._title, markup=False, classes="title")
            yield TextControl(self._note.text, id="text")
            yield NumberLine()
            yield Static("", markup=False, classes="wrong", id="wrong")
            with Horizontal(classes="row"):
                yield Static(_("whose words"), markup=False, classes="label")
                yield ChoiceControl(voices, (self._note.voice,), needed=True, id="voice").add_class(
                    "control"
                )
            with Horizontal(classes="row"):
                yield Static(_("held apart"), markup=False, classes="label")
                private = "yes" if self._note.private else "no"
                yield ChoiceControl(YES_NO, (private,), needed=True, id="private").add_class(
                    "control"
                )
            said = _("Enter saves, Tab goes on to whose words. Esc and then Enter: a new line.")
            yield Static(said, markup=False, classes="said")
        yield TypingLine(FORM)

    def on_mount(self) -> None:
        self.query_one("#text").add_class("note")
        self.query_one("#text").focus()

    @on(Steered)
    def _steered(self, message: Steered) -> None:
        if message.direction > 0:
            self.focus_next()
        else:
            self.focus_previous()

    @on(Entered)
    def _entered(self) -> None:
        self.action_save()

    def action_save(self) -> None:
        """Close with what was changed; an empty text is refused, for notes are taken back."""
        text = self.query_one("#text", TextControl).text
        if not text.strip():
            wrong = self.query_one("#wrong", Static)
            wrong.update(_("A note cannot be empty. To take it back: Esc d in the conversation."))
            return
        now: dict[str, Any] = {
            "text": text,
            "voice": self.query_one("#voice", ChoiceControl).chosen[0],
            "private": self.query_one("#private", ChoiceControl).chosen == ("yes",),
        }
        self.dismiss({key: each for key, each in now.items() if each != getattr(self._note, key)})
