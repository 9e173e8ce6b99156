"""The controls of a form: a text, and a choice of one or several fixed values."""

from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from convoguide.i18n import gettext as _
from convoguide.tui.widgets.note_field import NoteField
from convoguide.tui.words import Names
from convoguide.tui.wrapping import wrapped

_BOX = 4
"""Cells of what stands before a value: its box and a blank."""


class Entered(Message):
    """Enter in a control: on to the next one."""


class Steered(Message):
    """Up, down or Tab at a control's edge: to its neighbour."""

    def __init__(self, direction: int) -> None:
        super().__init__()
        self.direction = direction


class TextControl(NoteField):
    """A text in a form; Enter goes on. `Changed` is posted for those that follow each key."""

    class Changed(Message):
        """The text is another."""

    def __init__(
        self,
        text: str = "",
        hint: str = "",
        *,
        anew: bool = False,
        id: str | None = None,  # noqa: A002
    ) -> None:
        """`anew`: what one types first takes the place of all that stood there, as of a date."""
        super().__init__(hint, id=id)
        self._first = text
        self._anew = anew
        self._untouched = False

    def on_mount(self) -> None:
        self.put(self._first)

    def on_focus(self) -> None:
        self._untouched = self._anew

    def insert(self, text: str) -> None:
        if self._untouched:
            self._edited.put("")
        self._untouched = False
        super().insert(text)

    def show(self) -> None:
        if self._edited.caret != len(self._edited.text):
            self._untouched = False
        super().show()

    def enter(self) -> None:
        self.post_message(Entered())

    def steer(self, key: str) -> bool:
        row, last = self._edited.row, len(self._edited.lines) - 1
        if key in ("shift+tab", "pageup") or (key == "up" and row == 0):
            self.post_message(Steered(-1))
        elif key in ("tab", "pagedown") or (key == "down" and row == last):
            self.post_message(Steered(1))
        else:
            return False
        return True

    def changed(self) -> None:
        super().changed()
        self.post_message(self.Changed())


class ChoiceControl(Widget, can_focus=True):
    """Fixed values side by side. Left and right choose one; Space ticks where several may be.

    Up and down only ever leave it, in however many lines its values stand: whoever walks through a
    form changes nothing. Where several may be ticked a letter marks the next value that begins
    with it. In a single choice letters do nothing: a name typed one field too early must not
    choose. Backspace clears.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"choice--value", "choice--here"}
    DEFAULT_CSS = "ChoiceControl { height: auto; }"
    ALLOW_SELECT = False

    class Changed(Message):
        """Another value is chosen, or none."""

        def __init__(self, changed: "ChoiceControl") -> None:
            super().__init__()
            self.changed = changed

    def __init__(
        self,
        names: Names,
        chosen: tuple[str, ...] = (),
        *,
        several: bool = False,
        needed: bool = False,
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(id=id)
        self._ids = tuple(names)
        self._labels = [_(name) for name in names.values()]
        self._several, self._needed = several, needed
        self.chosen = chosen
        self._place = self._ids.index(chosen[0]) if chosen else -1
        self._arrived = False

    # --- keys and mouse --------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        match event.key:
            case "enter":
                self.post_message(Entered())
            case "tab" | "shift+tab":
                self.post_message(Steered(1 if event.key == "tab" else -1))
            case "up" | "down":
                self.post_message(Steered(1 if event.key == "down" else -1))
            case "left" | "right":
                self._go((self._place + (1 if event.key == "right" else -1)) % len(self._ids))
            case "home" | "end":
                self._go(0 if event.key == "home" else len(self._ids) - 1)
            case "space" if self._arrived:
                # It was chosen by going there: whoever confirms it does not mean to take it back.
                self._arrived = False
            case "space":
                self._tick(max(self._place, 0))
            case "backspace" | "delete":
                self._clear()
            case _ if not self._begin(event.character):
                return
        event.stop()
        event.prevent_default()

    def _begin(self, character: str | None) -> bool:
        """Mark the next value that begins with the letter; whether the key was a letter at all."""
        if not character or not character.isalpha():
            return False
        if not self._several:
            return True
        order = [(self._place + n) % len(self._ids) for n in range(1, len(self._ids) + 1)]
        wanted = character.casefold()
        for place in order:
            if self._labels[place].casefold().startswith(wanted):
                self._go(place)
                break
        return True

    def _go(self, place: int) -> None:
        self._place = place
        if not self._several:
            self._choose((self._ids[place],))
            self._arrived = True
        self.refresh()

    def _choose(self, chosen: tuple[str, ...]) -> None:
        self.chosen = chosen
        self.post_message(self.Changed(self))
        self.refresh()

    def _tick(self, place: int) -> None:
        self._place, self._arrived = place, False
        value = self._ids[place]
        if not self._several:
            self._choose(() if self.chosen == (value,) and not self._needed else (value,))
        else:
            ticked = set(self.chosen) ^ {value}
            self._choose(tuple(each for each in self._ids if each in ticked))

    def _clear(self) -> None:
        if not self._needed:
            self._place, self._arrived = -1, False
            self._choose(())

    def on_click(self, event: events.Click) -> None:
        rows = self._rows(self.size.width)
        y, x = event.y - self.gutter.top, event.x - self.gutter.left
        at = 0
        for place, text in rows[y] if 0 <= y < len(rows) else ():
            at += cell_len(text) + 2
            if x < at:
                self._tick(place)
                return

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    # --- drawing ---------------------------------------------------------------------------------

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        return len(self._rows(width))

    def _piece(self, place: int) -> str:
        ticked = self._ids[place] in self.chosen
        box = ("[x]" if ticked else "[ ]") if self._several else ("(x)" if ticked else "( )")
        return f"{box} {self._labels[place]}"

    def _rows(self, width: int) -> list[list[tuple[int, str]]]:
        """The lines, each with its values; one too long for a line goes on under its own words."""
        rows: list[list[tuple[int, str]]] = [[]]
        used = 0
        for place in range(len(self._ids)):
            piece = self._piece(place)
            size = cell_len(piece) + 2
            if rows[-1] and used + size - 2 > width:
                rows.append([])
                used = 0
            if size - 2 <= width:
                rows[-1].append((place, piece))
            else:
                box, lines = piece[:_BOX], wrapped(piece[_BOX:], width - _BOX)
                rows[-1] = [(place, box + lines[0])]
                rows += [[(place, " " * _BOX + line)] for line in lines[1:]]
                size = width + 2  # nothing stands beside it
            used += size
        return rows

    def render_line(self, y: int) -> Strip:
        rows, width = self._rows(self.size.width), self.size.width
        if y >= len(rows):
            return Strip.blank(width, self.get_component_rich_style("choice--value"))
        segments = []
        for place, text in rows[y]:
            here = self.has_focus and place == max(self._place, 0)
            style = self.get_component_rich_style(f"choice--{'here' if here else 'value'}")
            segments += [
                Segment(text, style),
                Segment("  ", self.get_component_rich_style("choice--value")),
            ]
        plain = self.get_component_rich_style("choice--value")
        return Strip(segments).adjust_cell_length(width, plain)
