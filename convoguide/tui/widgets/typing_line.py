"""The last line of a screen one types in: besides the letters, Enter and digits after Escape."""

from textual import events
from textual.message import Message

from convoguide.tui.place import Commanding
from convoguide.tui.widgets.action_line import ActionLine
from convoguide.tui.widgets.note_field import NoteField
from convoguide.tui.widgets.number_line import NumberLine
from convoguide.tui.widgets.number_watch import NumberWatch


class TypingLine(ActionLine):
    """Escape and Enter begins a new line in the note; Escape and a digit ticks an answer."""

    class Said(Message):
        """Something for the screen came while a letter was waited for: a key, or a paste."""

        def __init__(self, key: str, text: str = "") -> None:
            super().__init__()
            self.key = key
            self.text = text

    def __init__(self, place: str, *, id: str | None = None) -> None:  # noqa: A002  # Textual's
        super().__init__(place, typing=True, id=id)

    def on_key(self, event: events.Key) -> None:
        character = event.character or ""
        if event.key in ("enter", "backspace", "up", "down") or character.isdecimal():
            event.stop()
            # Textual calls the handlers of all bases; the one of the plain line is not wanted.
            event.prevent_default()
            self.post_message(self.Said(character if character.isdecimal() else event.key))

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        self.post_message(self.Said("paste", event.text))


class TypingPlace(Commanding):
    """A screen with fields that take text of several lines."""

    def on_typing_line_said(self, message: TypingLine.Said) -> None:
        """What came after Escape and was no letter."""
        message.stop()
        self.leave_command_state()
        if message.key.isdecimal():
            self.digit(message.key)
            return
        field = self.focused
        if isinstance(field, NoteField):
            if message.key == "enter":
                field.insert("\n")
            elif message.key == "paste":
                field.insert(message.text)

    def digit(self, digit: str) -> None:
        """Escape and a digit."""

    # --- identity numbers ------------------------------------------------------------------------

    def available(self, action_id: str) -> bool:
        if action_id == "mask":
            return any(line.shown for line in self.query(NumberLine))
        return super().available(action_id)

    def on_number_watch_numbered(self, message: NumberWatch.Numbered) -> None:
        """An identity number has come into a field, or is gone from it."""
        message.stop()
        found = any(field.numbered for field in self.query(NoteField))
        for line in self.query(NumberLine):
            line.tell(in_field=found)
        self.query_one(ActionLine).refresh()

    def action_mask(self) -> None:
        """Mask the identity numbers in what is being typed."""
        for field in self.query(NoteField):
            field.mask()
