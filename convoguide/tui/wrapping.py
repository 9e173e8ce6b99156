"""Wrapping a person's text to a width, by cells, without changing what it says.

Everything is told in places of the text itself, so that a field can put its caret there and a view
can cut its lines. Only what a terminal would not show as one cell of ink is replaced in drawing.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from rich.cells import cell_len, get_character_cell_size

Span = tuple[int, int]

_WORD = re.compile(r"\s*\S+\s*|\s+")
_STEERING = (*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029)
"""What would steer the terminal, a tab and a line end too, should it ever come this far."""
_DRAWN = dict.fromkeys(_STEERING, " ")


def drawn(text: str) -> str:
    """The text as one line can show it: what steers a terminal is a blank, all else is itself."""
    return text.translate(_DRAWN)


@lru_cache(maxsize=8192)
def spans(paragraph: str, width: int) -> tuple[Span, ...]:
    """Where the lines of one paragraph (without line ends) begin and end.

    Lines break at blanks, and inside a word only where it is wider than the whole width. Blanks
    at a line's end belong to that line and may hang over its edge. There is at least one line.
    """
    width = max(width, 2)
    cells = cell_len(drawn(paragraph))
    if cells <= width:
        return ((0, len(paragraph)),)
    if cells == len(paragraph) and paragraph.isprintable():
        return tuple(_even(paragraph, width))
    found: list[Span] = []
    start = end = used = 0
    for match in _WORD.finditer(paragraph):
        word = match.group()
        inked = _cells(word.rstrip())
        if used and used + inked > width:
            found.append((start, end))
            start, used = end, 0
        if inked > width:
            cuts = _chopped(word, width)
            for cut in cuts[:-1]:
                found.append((start, end + cut))
                start = end + cut
            used = _cells(word[cuts[-2] if len(cuts) > 1 else 0 :])
        else:
            used += _cells(word)
        end = match.end()
    found.append((start, end))
    return tuple(found)


def _even(paragraph: str, width: int) -> Iterator[Span]:
    """The same where every character takes one cell: by counting, which is ten times as fast."""
    start, size = 0, len(paragraph)
    while size - start > width:
        end = paragraph.rfind(" ", start, start + width + 1) + 1
        if end <= start or not paragraph[start:end].strip():
            end = start + width
        while end < size and paragraph[end] == " ":
            end += 1
        yield start, end
        start = end
    if start < size or not size:
        yield start, size


def _cells(text: str) -> int:
    return cell_len(drawn(text))


def _chopped(word: str, width: int) -> list[int]:
    """Where to cut a word wider than a line; the last cut is its end."""
    cuts: list[int] = []
    used = 0
    for index, character in enumerate(drawn(word)):
        cells = get_character_cell_size(character)
        # What takes no cell of its own stays with the character before it.
        if cells and used + cells > width and not character.isspace():
            cuts.append(index)
            used = 0
        used += cells
    cuts.append(len(word))
    return cuts


def wrapped(text: str, width: int) -> list[str]:
    """The lines of a text of any number of paragraphs, as they are drawn."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        for start, end in spans(paragraph, width):
            lines.append(drawn(paragraph[start:end]).rstrip())
    return lines


def cut(text: str, width: int) -> str:
    """The text on one line of at most that width; what is missing is told by an ellipsis."""
    line = drawn(text)
    if cell_len(line) <= width:
        return line
    room = max(width - 1, 0)
    used = 0
    for index, character in enumerate(line):
        used += get_character_cell_size(character)
        if used > room:
            return line[:index].rstrip() + "…"[: width and 1]
    return line
