"""What is being typed in large letters: as many of its lines around the caret as there is room for.

It repeats the field and takes no keys, so that the terminal's own caret stays where one types. A
key draws anew only from the first letter on that has changed.
"""

from typing import ClassVar

from rich.cells import cell_len, get_character_cell_size
from rich.segment import Segment
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from convoguide.tui.editing import EditedText
from convoguide.tui.large import Scale, draw, to_read_along
from convoguide.tui.wrapping import drawn

_HIGH, _HIGHER = 32, 60
"""Rows of a window from which on it has room for two lines, and for three."""
_OTHERS = 16
"""Rows of a window that are left to all else."""


class LargeLine(Widget, can_focus=False):
    """A strip above the field; its screen calls `tell` whenever the field has changed."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"large-line--text", "large-line--caret"}
    DEFAULT_CSS = "LargeLine { height: 4; display: none; }"
    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self._edited = EditedText()
        self._rows: list[tuple[str, str, str]] = []

    def needed(self, window: Size) -> int:
        """How high it is to be in a window of this size; 0 where that leaves too little."""
        lines = 1 + (window.height >= _HIGH) + (window.height >= _HIGHER)
        rows = lines * to_read_along(window.width - self.gutter.width).rows
        return rows if window.height - rows >= _OTHERS else 0

    def tell(self, text: str, caret: int) -> None:
        """Show this text, where the caret stands in it."""
        edited = self._edited
        if text != edited.text:
            edited.put(text)
        edited.move(caret)
        self._lay_out()

    def on_resize(self) -> None:
        self._rows = []
        self._lay_out()

    def _lay_out(self) -> None:
        width, height = self.size
        if not width or not height:
            return
        scale = to_read_along(width)
        edited = self._edited
        letters = max(width // scale.cells - 1, 1)  # one letter's room is the caret's
        edited.lay_out(letters)
        many = height // scale.rows
        row = edited.row
        rows: list[tuple[str, str, str]] = []
        if many <= 1:
            rows = self._drawn(self._around(letters), scale, here=True)
        else:
            top = max(0, min(row - many + 1, len(edited.lines) - many))
            for number, line in enumerate(edited.lines[top : top + many], start=top):
                rows += self._drawn(line, scale, here=number == row)
        self._show(rows, width)

    def _around(self, letters: int) -> tuple[int, int]:
        """The part of the text that one line shows: whole words before the caret, and what follows.

        A line as it is wrapped would leave one letter of a word that has just begun.
        """
        text, caret = self._edited.text, self._edited.caret
        end_of_line = text.find("\n", caret)
        end = len(text) if end_of_line < 0 else end_of_line
        first = text.rfind("\n", 0, caret) + 1
        start, used = caret, 0
        while start > first and used < letters:
            start -= 1
            used += get_character_cell_size(drawn(text[start]))
        if start > first:
            next_word = text.find(" ", start, caret) + 1
            start = next_word or start + 1
        return start, min(end, start + letters + 1)

    def _drawn(
        self, line: tuple[int, int], scale: Scale, *, here: bool
    ) -> list[tuple[str, str, str]]:
        """The rows of one line of text: before the caret, under it, behind it."""
        text, caret, (start, end) = self._edited.text, self._edited.caret, line
        if not here:
            return [(row, "", "") for row in draw(drawn(text[start:end]).rstrip(), scale)]
        behind = self._edited.beside(1) if caret < end else caret
        pieces = (text[start:caret], text[caret:behind] or " ", text[behind:end])
        return list(zip(*(draw(drawn(piece), scale) for piece in pieces), strict=True))

    def _show(self, rows: list[tuple[str, str, str]], width: int) -> None:
        """Draw what is another than it was."""
        before, self._rows = self._rows, rows
        if len(before) != len(rows):
            self.refresh()
            return
        changed = [
            Region(_alike(old, new), y, width - _alike(old, new), 1)
            for y, (old, new) in enumerate(zip(before, rows, strict=True))
            if old != new
        ]
        if changed:
            self.refresh(Region.from_union(changed))

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        style = self.get_component_rich_style("large-line--text")
        if y >= len(self._rows):
            return Strip.blank(width, style)
        before, under, behind = self._rows[y]
        caret = self.get_component_rich_style("large-line--caret")
        segments = [Segment(before, style), Segment(under, caret), Segment(behind, style)]
        return Strip(segments).adjust_cell_length(width, style)


def _alike(old: tuple[str, str, str], new: tuple[str, str, str]) -> int:
    """How many cells at the beginning are as they were."""
    least = min(len(old[0]), len(new[0]))
    same = next((n for n in range(least) if old[0][n] != new[0][n]), least)
    return cell_len(new[0][:same])
