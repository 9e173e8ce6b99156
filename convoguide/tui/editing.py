"""Text under edit: the text, the caret, and its lines at a width. Plain values, no screen."""

from bisect import bisect_right

from rich.cells import cell_len, get_character_cell_size

from convoguide.tui.wrapping import Span, drawn, spans

_JOINER = "\u200d"


class EditedText:
    """A text with a caret in it, wrapped to `width` cells."""

    def __init__(self) -> None:
        self.text = ""
        self.caret = 0
        self.lines: list[Span] = [(0, 0)]
        self._width = 78
        self._laid_out: tuple[str, int] = ("", 0)
        self._goal: int | None = None

    # --- changing --------------------------------------------------------------------------------

    def put(self, text: str) -> None:
        """Hold this text, the caret behind it."""
        self.text, self.caret = text, len(text)
        self.lay_out()

    def insert(self, text: str) -> None:
        """Put text in where the caret stands."""
        self.text = self.text[: self.caret] + text + self.text[self.caret :]
        self.caret += len(text)
        self.lay_out()

    def delete(self, start: int, end: int) -> None:
        """Take out what lies between the two places; the caret stands where it was."""
        if start < end:
            self.text = self.text[:start] + self.text[end:]
            self.caret = start
            self.lay_out()

    # --- places ----------------------------------------------------------------------------------

    def beside(self, direction: int) -> int:
        """The next place before or behind what a reader sees as one character."""
        place, text = self.caret, self.text
        if direction > 0:
            place = min(place + 1, len(text))
            while place < len(text) and _belongs(text, place):
                place += 1
        else:
            place = max(place - 1, 0)
            while place > 0 and _belongs(text, place):
                place -= 1
        return place

    def word(self, direction: int) -> int:
        """The place before the word to the left, or behind the one to the right."""
        place, text = self.caret, self.text
        if direction > 0:
            while place < len(text) and text[place].isspace():
                place += 1
            while place < len(text) and not text[place].isspace():
                place += 1
        else:
            while place and text[place - 1].isspace():
                place -= 1
            while place and not text[place - 1].isspace():
                place -= 1
        return place

    @property
    def line(self) -> Span:
        """The first and the last place of the caret's line."""
        start, end = self.lines[self.row]
        return start, self._last_of(end)

    @property
    def paragraph(self) -> Span:
        """The first and the last place of the caret's paragraph, however it is wrapped."""
        end = self.text.find("\n", self.caret)
        return self.text.rfind("\n", 0, self.caret) + 1, len(self.text) if end < 0 else end

    def move(self, place: int) -> None:
        """Put the caret at a place."""
        self.caret = max(0, min(place, len(self.text)))
        self._goal = None

    def climb(self, direction: int) -> None:
        """The line above or below, as near as can be to the column one came from."""
        goal = self.column if self._goal is None else self._goal
        target = self.row + direction
        if target < 0:
            self.caret = 0
        elif target >= len(self.lines):
            self.caret = len(self.text)
        else:
            self.caret = self.place(target, goal)
        self._goal = goal

    # --- lines -----------------------------------------------------------------------------------

    def lay_out(self, width: int | None = None) -> None:
        """Wrap the text anew where it or the width has changed."""
        self._goal = None
        if width is not None:
            self._width = max(width, 2)
        if self._laid_out == (self.text, self._width):
            return
        self._laid_out = (self.text, self._width)
        lines: list[Span] = []
        at = 0
        for paragraph in self.text.split("\n"):
            lines += [(at + start, at + end) for start, end in spans(paragraph, self._width)]
            at += len(paragraph) + 1
        self.lines = lines

    @property
    def row(self) -> int:
        """The line the caret stands on."""
        return bisect_right(self.lines, self.caret, key=lambda span: span[0]) - 1

    @property
    def column(self) -> int:
        """How many cells lie before the caret on its line."""
        return cell_len(drawn(self.text[self.lines[self.row][0] : self.caret]))

    def place(self, row: int, column: int) -> int:
        """The place under that cell of a line."""
        start, end = self.lines[row]
        end = self._last_of(end)
        used = 0
        for place in range(start, end):
            cells = get_character_cell_size(drawn(self.text[place]))
            if cells and used + cells > column:
                return place
            used += cells
        return end

    def _last_of(self, end: int) -> int:
        """The last place of a line: before the break where the line goes on in the next."""
        goes_on = end < len(self.text) and self.text[end] != "\n"
        return end - 1 if goes_on else end


def _belongs(text: str, place: int) -> bool:
    """Whether the character at that place is drawn together with the one before it."""
    if text[place] == "\n":
        return False
    return text[place - 1] == _JOINER or get_character_cell_size(drawn(text[place])) == 0
