"""A journal text taken apart by its headings, as it comes back out of a journal system.

Such a system wraps long lines, trims white space and line ends, and may drop what stands above
the first heading. Nothing here knows what a line means.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from convoguide.core.text import collapse
from convoguide.quotation import MARKS

Pairs = tuple[tuple[str, str], ...]
_NARROWEST, _WIDEST = 40, 200
"""Between these, a line length can be that at which a system wraps."""


@dataclass(frozen=True)
class Parted:
    """A text by its headings: what stands above them, then (section, body) in the text's order."""

    above: tuple[str, ...]
    bodies: tuple[tuple[str, str], ...]
    compact: bool
    """Whether the headings stand at the head of a line, with their text behind a colon."""


@dataclass(frozen=True)
class _Hit:
    section: int
    start: int
    end: int


def part(text: str, headings: Sequence[tuple[str, str]]) -> Parted | None:
    """The text by its (section, heading) pairs, None where no heading stands in it."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    one_line = _hits(text, headings, r"[ \t]*:")
    own_line = _after_blanks(text, _hits(text, headings, r"[ \t]*:?[ \t]*$"))
    compact = len({hit.section for hit in one_line}) >= len({hit.section for hit in own_line})
    hits = _in_order(one_line if compact else own_line)
    if not hits:
        return None
    ends = [*(hit.start for hit in hits[1:]), len(text)]
    bodies = tuple(
        (headings[hit.section][0], text[hit.end : end]) for hit, end in zip(hits, ends, strict=True)
    )
    return Parted(tuple(lines_of(text[: hits[0].start])), bodies, compact)


def lines_of(text: str) -> list[str]:
    """The lines that say something, white space collapsed."""
    return [line for line in map(collapse, text.split("\n")) if line]


def pairs_of(locale: str) -> Pairs:
    """A text's quotation marks: the language's own, and those that some systems put instead."""
    return (MARKS[locale], ('"', '"'))


def items_of(body: str, pairs: Pairs, *, compact: bool, width: int) -> list[str]:
    """The entries of a section: by the semicolon on one line, else a line each.

    A quotation stays whole whatever stands in it. `width` is where the text's lines were wrapped,
    0 where they were not.
    """
    if compact:
        return _whole_quotations([each for each in collapse(body).split("; ") if each], "; ", pairs)
    return _whole_quotations(_unwrapped(lines_of(body), width), " ", pairs)


def unquoted(text: str, pairs: Pairs) -> str | None:
    """What stands between quotation marks, None where the whole text is no quotation."""
    for opening, closing in pairs:
        if len(text) > 2 and text.startswith(opening) and text.endswith(closing):
            return text[1:-1]
    return None


def width_of(text: str) -> int:
    """The length at which the text's lines were wrapped, 0 where nothing shows that they were.

    That two lines go on in small letters where the next word had no room is the least that shows
    it: a long note beside a short one is no wrapping.
    """
    lines = [collapse(line) for line in re.split(r"\r\n|\r|\n", text)]
    width = max(map(len, lines), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    pairs = pairwise(lines)
    return width if sum(_goes_on(one, other, width) for one, other in pairs) > 1 else 0


def _goes_on(line: str, following: str, width: int) -> bool:
    first = following.split(" ", maxsplit=1)[0]
    return bool(line) and first[:1].islower() and len(line) + 1 + len(first) > width


def _unwrapped(lines: Iterable[str], width: int) -> list[str]:
    joined: list[str] = []
    last = ""
    for line in lines:
        if width and joined and _goes_on(last, line, width):
            joined[-1] += f" {line}"
        else:
            joined.append(line)
        last = line
    return joined


def _hits(text: str, headings: Sequence[tuple[str, str]], ending: str) -> list[_Hit]:
    found = []
    for place, (_section, heading) in enumerate(headings):
        words = r"\s+".join(map(re.escape, heading.split()))
        shape = re.compile(rf"^[^\S\n]*{words}{ending}", re.MULTILINE | re.IGNORECASE)
        found += [_Hit(place, hit.start(), hit.end()) for hit in shape.finditer(text)]
    # A heading may begin another («Plan», «Plan: …»): the longer one stands.
    longest = {hit.start: hit for hit in sorted(found, key=lambda hit: hit.end)}
    return sorted(longest.values(), key=lambda hit: hit.start)


def _after_blanks(text: str, hits: list[_Hit]) -> list[_Hit]:
    """Only the headings that a blank line sets off, where the text has such lines at all.

    A note may be the very word that a heading is.
    """
    blank = re.compile(r"(?:^|\n)[^\S\n]*\n[^\S\n]*$")
    set_off = [hit for hit in hits if hit.start == 0 or blank.search(text[: hit.start])]
    return set_off if 2 * len(set_off) > len(hits) else hits


def _in_order(hits: list[_Hit]) -> list[_Hit]:
    """Each heading once: where it stands twice, the one that keeps the order of the document."""
    best: list[list[_Hit]] = []
    for hit in hits:
        longest: list[_Hit] = max(
            (each for each in best if each[-1].section < hit.section), key=len, default=[]
        )
        best.append([*longest, hit])
    keeping = max(best, key=len, default=[])
    sections = {hit.section for hit in keeping}
    alone = [hit for hit in hits if hit.section not in sections]
    firsts = {hit.section: hit for hit in reversed(alone)}
    return sorted([*keeping, *firsts.values()], key=lambda hit: hit.start)


def _whole_quotations(pieces: list[str], joint: str, pairs: Pairs) -> list[str]:
    """The pieces, with those put together again that stand inside one quotation."""
    whole: list[str] = []
    rest = list(pieces)
    while rest:
        piece = rest.pop(0)
        pair = _opened(piece, pairs)
        if pair is not None:
            ends = (at for at, each in enumerate(rest, 1) if each.endswith(pair[1]))
            count = next(ends, 0)
            piece = joint.join([piece, *rest[:count]])
            del rest[:count]
        elif whole and _is_end(piece, pairs) and unquoted(whole[-1], pairs) is not None:
            piece = whole.pop() + joint + piece
        whole.append(piece)
    return whole


def _opened(piece: str, pairs: Pairs) -> tuple[str, str] | None:
    """The marks of a quotation that begins here, behind a label or not, and does not end."""
    for opening, closing in pairs:
        before, mark, _behind = piece.partition(opening)
        if mark and (not before or before.endswith(": ")) and _is_open(piece, opening, closing):
            return opening, closing
    return None


def _is_open(piece: str, opening: str, closing: str) -> bool:
    if opening == closing:
        return piece.count(opening) % 2 == 1
    return piece.count(opening) > piece.count(closing)


def _is_end(piece: str, pairs: Pairs) -> bool:
    """Whether a quotation ends here that did not begin here."""
    for opening, closing in pairs:
        if piece.endswith(closing) and not piece.startswith(opening):
            if opening == closing:
                return piece.count(closing) % 2 == 1
            return piece.count(closing) > piece.count(opening)
    return False
