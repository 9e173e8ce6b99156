"""Which characters a folder of fonts can show, so that none is ever lost on paper unseen.

Read from the fonts' own tables by the standard library: the answer is there before anything is
set, and the same on every machine.
"""

import re
import struct
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

# Shown as nothing, with or without a glyph: joiners, marks of direction, variation selectors.
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)

Coverage = frozenset[int]


def spelled(text: str, folder: Path) -> str:
    """The text with each character that no font shows by its number: ⟦U+4E2D⟧.

    A letter and the marks on it are set from one font, so a mark that no font shows together
    with its letter is spelled too.
    """
    if text.isascii():
        return text
    return "".join(_spelled_cluster(cluster, coverage(folder)) for cluster in _clusters(text))


def _clusters(text: str) -> Iterator[str]:
    cluster = ""
    for character in text:
        if cluster and not (
            _UNSEEN.match(character) or unicodedata.category(character).startswith("M")
        ):
            yield cluster
            cluster = ""
        cluster += character
    if cluster:
        yield cluster


def _spelled_cluster(cluster: str, fonts: tuple[Coverage, ...]) -> str:
    seen = {ord(character) for character in cluster if not _UNSEEN.match(character)}
    if any(seen <= font for font in fonts):
        return cluster
    first, rest = cluster[0], cluster[1:]
    if rest and any(ord(first) in font for font in fonts):
        return first + "".join(each if _UNSEEN.match(each) else _number(each) for each in rest)
    return "".join(each if _UNSEEN.match(each) else _number(each) for each in cluster)


def _number(character: str) -> str:
    return f"⟦U+{ord(character):04X}⟧"


@cache
def coverage(folder: Path) -> tuple[Coverage, ...]:
    """The code points of each font file in the folder."""
    return tuple(_code_points(path.read_bytes()) for path in sorted(folder.glob("*.[ot]tf")))


def _code_points(font: bytes) -> Coverage:
    """The code points of one font: its Unicode tables of formats 4 and 12 (OpenType, `cmap`)."""
    start = _table(font, b"cmap")
    (count,) = struct.unpack_from(">H", font, start + 2)
    found: set[int] = set()
    for index in range(count):
        platform, _encoding, offset = struct.unpack_from(">HHL", font, start + 4 + 8 * index)
        (form,) = struct.unpack_from(">H", font, start + offset)
        read = _FORMATS.get(form)
        if read and platform in (0, 3):
            found.update(read(font, start + offset))
    return frozenset(found)


def _table(font: bytes, name: bytes) -> int:
    (count,) = struct.unpack_from(">H", font, 4)
    for index in range(count):
        tag, _sum, offset, _length = struct.unpack_from(">4sLLL", font, 12 + 16 * index)
        if tag == name:
            return int(offset)
    message = "the font has no table of characters"
    raise ValueError(message)


def _segments(font: bytes, start: int) -> Iterator[int]:
    """Format 4: runs of two-byte code points."""
    (double,) = struct.unpack_from(">H", font, start + 6)
    many = double // 2
    ends = struct.unpack_from(f">{many}H", font, start + 14)
    starts = struct.unpack_from(f">{many}H", font, start + 16 + double)
    for first, last in zip(starts, ends, strict=True):
        yield from (each for each in range(first, last + 1) if each != 0xFFFF)


def _groups(font: bytes, start: int) -> Iterator[int]:
    """Format 12: runs of four-byte code points."""
    (many,) = struct.unpack_from(">L", font, start + 12)
    for index in range(many):
        first, last, _glyph = struct.unpack_from(">LLL", font, start + 16 + 12 * index)
        yield from range(first, last + 1)


_FORMATS: dict[int, Callable[[bytes, int], Iterator[int]]] = {4: _segments, 12: _groups}
