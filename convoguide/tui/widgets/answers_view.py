"""The answers a step offers, each with its number: ticked by key or by mouse."""

from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from convoguide.tui.answers import NONE, Answer, Answers
from convoguide.tui.pointing import point
from convoguide.tui.typed import is_control
from convoguide.tui.wrapping import cut


class AnswersView(Widget, can_focus=True):
    """Lines to tick. Up, down; Space or Enter ticks; a number ticks its line at once."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"answers--line", "answers--cursor"}
    DEFAULT_CSS = "AnswersView { height: 1; display: none; }"
    ALLOW_SELECT = False

    class Ticked(Message):
        """One line was ticked, or unticked; `done` where that ends the answer."""

        def __init__(self, index: int, *, done: bool) -> None:
            super().__init__()
            self.index = index
            self.done = done

    class Left(Message):
        """Back to the field, with what was typed to get there."""

        def __init__(self, character: str = "") -> None:
            super().__init__()
            self.character = character

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name
        super().__init__(id=id)
        self.answers: Answers = NONE
        self.place = 0

    def show(self, answers: Answers, *, same_step: bool) -> None:
        """Offer these answers; nothing is shown where there are none."""
        if not same_step:
            self.place = 0
        if answers != self.answers:
            self.answers = answers
            self.display = bool(answers.lines)
            self._fit()
            self.refresh()

    def _fit(self) -> None:
        # Said outright: Textual may keep a height that it found between two changes.
        width = self.size.width or self.screen.size.width - self.gutter.width
        self.styles.height = len(self._rows(width)) or 1

    def on_resize(self) -> None:
        self._fit()

    # --- keys and mouse --------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        key, character = event.key, event.character
        last = len(self.answers.lines) - 1
        if key in ("up", "down"):
            self.place = max(0, min(self.place + (1 if key == "down" else -1), last))
            self.refresh()
        elif key in ("enter", "space"):
            self._tick(self.place)
        elif key in ("tab", "shift+tab"):
            self.post_message(self.Left())
        elif character and character.isdecimal():
            self.tick_number(character)
        elif character and len(character) == 1 and not is_control(character):
            self.post_message(self.Left(character))
        else:
            return
        event.stop()
        event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        self.post_message(self.Left(event.text))

    def on_click(self, event: events.Click) -> None:
        event.stop()
        rows = self._rows(self.size.width)
        row, column = event.y - self.gutter.top, event.x - self.gutter.left
        width = self.size.width // (len(rows[0]) if rows else 1)
        if 0 <= row < len(rows) and column // width < len(rows[row]):
            self._tick(rows[row][column // width])

    def tick_number(self, digit: str) -> bool:
        """Tick the line of that number, where 0 is the tenth; False where there is none."""
        index = (int(digit) - 1) % 10
        if index >= len(self.answers.lines):
            return False
        self._tick(index)
        return True

    def _tick(self, index: int) -> None:
        self.place = index
        # A single choice is answered by one tick; a checklist goes on with its next line.
        if self.answers.several and index + 1 < len(self.answers.lines):
            self.place = index + 1
        self.refresh()
        self.post_message(self.Ticked(index, done=not self.answers.several))

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    # --- drawing ---------------------------------------------------------------------------------

    def _rows(self, width: int) -> list[list[int]]:
        """The lines' places by row: two columns where there are many and they fit."""
        count = len(self.answers.lines)
        widest = max((cell_len(each.label) for each in self.answers.lines), default=0)
        if count <= 4 or widest + 8 > width // 2:
            return [[index] for index in range(count)]
        half = (count + 1) // 2
        return [[n, n + half] if n + half < count else [n] for n in range(half)]

    def _line(self, index: int, answer: Answer, width: int) -> str:
        box = ("[x]" if answer.ticked else "[ ]") if self.answers.several else None
        box = box or ("(x)" if answer.ticked else "( )")
        here = self.has_focus and index == self.place
        number = (index + 1) % 10 if index < 10 else " "
        line = cut(f"{'>' if here else ' '}{number} {box} {answer.label}", width)
        return line + " " * (width - cell_len(line))

    def render_line(self, y: int) -> Strip:
        rows = self._rows(self.size.width)
        if y >= len(rows):
            return Strip.blank(self.size.width, self.get_component_rich_style("answers--line"))
        width = self.size.width // len(rows[0])
        segments = []
        for column, index in enumerate(rows[y]):
            here = self.has_focus and index == self.place
            if here:
                point(self, column * width, y)
            style = self.get_component_rich_style(f"answers--{'cursor' if here else 'line'}")
            segments.append(Segment(self._line(index, self.answers.lines[index], width), style))
        plain = self.get_component_rich_style("answers--line")
        return Strip(segments).adjust_cell_length(self.size.width, plain)
