"""The note field: where everything is typed.

Every printable key types. Enter hands the note over; Escape and then Enter begins a new line
(Escape is the screen's: with a letter after it, it runs an action). A paste arrives whole, with
all its lines. It is a field of its own because an echo must not wait: it draws only its few
visible lines, and nothing else on the screen takes part in a key.
"""

from collections.abc import Callable
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.geometry import Offset
from textual.message import Message
from textual.strip import Strip

from convoguide.tui.editing import EditedText
from convoguide.tui.typed import incoming, is_control
from convoguide.tui.widgets.number_watch import NEAR, NumberWatch
from convoguide.tui.wrapping import drawn, wrapped

_STEERING = frozenset(
    ("up", "down", "left", "right", "home", "end", "ctrl+home", "ctrl+end", "backspace")
)
_ALWAYS_STEERING = frozenset(("pageup", "pagedown", "tab", "shift+tab"))
_NEW_LINE = frozenset(("shift+enter", "alt+enter", "ctrl+j"))


class NoteField(NumberWatch, can_focus=True):
    """A small text field of several lines; it scrolls inside, never its neighbours."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "note-field--text",
        "note-field--caret",
        "note-field--hint",
    }
    ALLOW_SELECT = False

    class Taken(Message):
        """A note was finished with Enter; the field is empty again."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Passed(Message):
        """Enter in the empty field: go on."""

    class Steered(Message):
        """A key of movement that means nothing in the field, such as `up` in the empty one."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    class Typed(Message):
        """The first character after something else: what the footer said is read by now."""

    def __init__(self, hint: str = "", *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._hint = hint
        self._edited = EditedText()
        self._typed = False
        self._top = 0
        self.mirror: Callable[[str, int], None] | None = None
        """Who shows the text and where the caret stands in it a second time."""

    # --- what it holds ---------------------------------------------------------------------------

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self._edited.text

    @property
    def blank(self) -> bool:
        """Whether there is nothing in it that could be a note."""
        return not self.text.strip()

    def take(self) -> str:
        """The text, taken out of the field."""
        text = self.text
        self.put("")
        return text

    def hint(self, hint: str) -> None:
        """Say this in the field while it is empty."""
        if hint != self._hint:
            self._hint = hint
            self.refresh()

    def mask(self) -> None:
        """Mask the identity numbers in what is typed; the caret stays where it is."""
        text, caret = self.masked(), self._edited.caret
        self._edited.put(text)
        self._edited.move(caret)
        self.changed()

    def put(self, text: str) -> None:
        """Put this text into the field, the caret behind it."""
        self._edited.put(incoming(text))
        self.show()
        self.look_soon(text)

    def insert(self, text: str) -> None:
        """Put text in where the caret stands."""
        self._edited.insert(incoming(text))
        self.changed()
        if len(text) > 1:
            self.look_soon(text)

    # --- keys ------------------------------------------------------------------------------------

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Tell bindings that printable keys are text here."""
        return character is not None and character.isprintable() and not key.startswith("alt+")

    def on_key(self, event: events.Key) -> None:
        if not self.screen.is_active:
            # A dialog opened while this key was on its way: it is meant for the dialog.
            event.stop()
            (self.app.focused or self.app.screen).post_message(event.copy())
        elif self._act(event.key, event.character):
            event.stop()
            event.prevent_default()

    def _act(self, key: str, character: str | None) -> bool:
        """Do what the key says; False where it is none of the field's."""
        if character and len(character) == 1 and not is_control(character):
            if not self._typed:
                self._typed = True
                self.post_message(self.Typed())
            self.insert(character)
        elif key == "enter":
            self.enter()
        elif key in _NEW_LINE:
            self.insert("\n")
        else:
            return self.steer(key) or self._delete(key) or self._move(key)
        return True

    def steer(self, key: str) -> bool:
        """Hand on a key of movement that is for those around the field; False where it is not."""
        if key not in _ALWAYS_STEERING and (self.text or key not in _STEERING):
            return False
        self._typed = False
        self.post_message(self.Steered(key))
        return True

    def enter(self) -> None:
        """What Enter does: hand the note over, or go on."""
        self._typed = False
        self.post_message(self.Passed() if self.blank else self.Taken(self.take()))

    def _delete(self, key: str) -> bool:
        edited = self._edited
        match key:
            case "backspace" | "ctrl+h":
                edited.delete(edited.beside(-1), edited.caret)
            case "delete":
                edited.delete(edited.caret, edited.beside(1))
            case "ctrl+w" | "ctrl+backspace" | "alt+backspace":
                edited.delete(edited.word(-1), edited.caret)
            case "ctrl+delete":
                edited.delete(edited.caret, edited.word(1))
            case "ctrl+u":
                edited.delete(edited.paragraph[0], edited.caret)
            case "ctrl+k":
                edited.delete(edited.caret, edited.paragraph[1])
            case _:
                return False
        self.changed()
        return True

    def _move(self, key: str) -> bool:
        edited = self._edited
        match key:
            case "left" | "right":
                edited.move(edited.beside(-1 if key == "left" else 1))
            case "ctrl+left" | "ctrl+right":
                edited.move(edited.word(-1 if key == "ctrl+left" else 1))
            case "home" | "end" | "ctrl+a" | "ctrl+e":
                edited.move(edited.line[0 if key in ("home", "ctrl+a") else 1])
            case "ctrl+home" | "ctrl+end":
                edited.move(0 if key == "ctrl+home" else len(edited.text))
            case "up" | "down":
                edited.climb(-1 if key == "up" else 1)
            case _:
                return False
        self.show()
        return True

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        self.insert(event.text)

    def on_click(self, event: events.Click) -> None:
        row = self._top + event.y - self.gutter.top
        row = max(0, min(row, len(self._edited.lines) - 1))
        self._edited.move(self._edited.place(row, event.x - self.gutter.left))
        self.show()

    def changed(self) -> None:
        """The text is another: draw it."""
        self.show()
        caret = self._edited.caret
        self.look_soon(self.text[max(caret - NEAR, 0) : caret + NEAR])

    # --- drawing ---------------------------------------------------------------------------------

    def show(self) -> None:
        """Keep the caret in sight, also for the terminal's own one, and draw."""
        row, height = self._edited.row, max(self.size.height, 1)
        self._top = min(max(self._top, row - height + 1), row)
        self._top = max(min(self._top, len(self._edited.lines) - height), 0)
        if self.has_focus:
            content = self.content_region
            column = min(self._edited.column, max(content.width - 1, 0))
            self.app.cursor_position = Offset(content.x + column, content.y + row - self._top)
        self.refresh()
        if self.mirror is not None:
            self.mirror(self.text, self._edited.caret)

    def on_resize(self) -> None:
        self._edited.lay_out(self.size.width - 1)
        self.show()

    def on_focus(self) -> None:
        self.show()

    def on_blur(self) -> None:
        self.refresh()

    def render_line(self, y: int) -> Strip:
        edited, width = self._edited, self.size.width
        # A component's style is kept by Textual; the widget's own is made anew each time.
        style = self.get_component_rich_style("note-field--text")
        row = self._top + y
        if not edited.text and self._hint:
            return self._hint_line(y)
        if row >= len(edited.lines):
            return Strip.blank(width, style)
        start, end = edited.lines[row]
        if not self.has_focus or row != edited.row:
            segments = [Segment(drawn(edited.text[start:end]), style)]
        else:
            under = edited.text[edited.caret : edited.beside(1)] if edited.caret < end else " "
            before = drawn(edited.text[start : edited.caret])
            while cell_len(before) >= width:  # blanks that hang over the edge
                before = before[:-1]
            segments = [
                Segment(before, style),
                Segment(drawn(under), self.get_component_rich_style("note-field--caret")),
                Segment(drawn(edited.text[edited.caret + len(under) : end]), style),
            ]
        return Strip(segments).adjust_cell_length(width, style)

    def _hint_line(self, y: int) -> Strip:
        """The hint beside the caret of the empty field, on as many lines as it takes."""
        lines = wrapped(self._hint, self.size.width - 2)
        caret = "note-field--caret" if y == 0 and self.has_focus else "note-field--hint"
        segments = [
            Segment(" ", self.get_component_rich_style(caret)),
            Segment(
                f" {lines[y] if y < len(lines) else ''}",
                self.get_component_rich_style("note-field--hint"),
            ),
        ]
        style = self.get_component_rich_style("note-field--text")
        return Strip(segments).adjust_cell_length(self.size.width, style)
