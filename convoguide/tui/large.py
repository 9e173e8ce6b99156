"""Text in letters of several cells, for reading it from the knee or with weak eyes.

The letters are drawn by hand, five points wide and seven high, from blocks that a terminal has:
so they look the same on every terminal, through tmux and from another computer, where a terminal's
own larger letters would not come through. Where there is room each point is half a cell high and
a whole cell wide, else half a cell wide. A letter that is not drawn here stands as it is in the
place of a large one; a text of such letters, or one from right to left, stands far apart instead.
"""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from rich.cells import cell_len

from convoguide import symbols
from convoguide.tui.wrapping import wrapped

_DRAWN = r"""
!00005F0000 "0007000700 #147F147F14 $242A7F2A12 %2313086462 &3649552250 '0000070000
(001C224100 )0041221C00 *14083E0814 +08083E0808 ,0050300000 -0808080808 .0060600000
/2010080402 03E5149453E 100427F4000 24261514946 32141454B31 41814127F10 52745454539
63C4A494930 70171090503 83649494936 9064949291E :0036360000 ;0056360000 <0814224100
=1414141414 >0041221408 ?0201510906 @324979413E A7E1111117E B7F49494936 C3E41414122
D7F4141221C E7F49494941 F7F09090901 G3E4149497A H7F0808087F I00417F4100 J2040413F01
K7F08142241 L7F40404040 M7F020C027F N7F0408107F O3E4141413E P7F09090906 Q3E4151215E
R7F09192946 S4649494931 T01017F0101 U3F4040403F V1F2040201F W3F4038403F X6314081463
Y0708700807 Z6151494543 _4040404040 a2054545478 b7F48444438 c3844444420 d384444487F
e3854545418 f087E090102 g0C5252523E h7F08040478 i00447D4000 j2040443D00 k7F10284400
l00417F4000 m7C04180478 n7C08040478 o3844444438 p7C14141408 q081414187C r7C08040408
s4854545420 t043F444020 u3C4040207C v1C2040201C w3C4030403C x4428102844 y0C5050503C
z4464544C44 ä2055545578 ö3845444538 å2056555678 æ2054785458 ø5824544834 Ä7914121479
Ö3D4242423D Å7814151478 Æ7E097F4949 Ø5E2159423D é3854565518 è3855565418 ê3856555618
ó3844464538 ò3845464438 ô3846454638 ü3C4140217C Ü3D4040403D á2054565578 à2055565478
É7E4A4B4A42 «0814221422 »2214221408 –0808080808 —0808080808 ’0000070000 ‘0000070000
”0007000700 “0007000700 …4000400040
[007F414100 \0204081020 ]0041417F00 ^0402010204 `0001020400 {0008364100 |00007F0000 }0041360800
~1008081008 °0006090906 ×2214081422 ·0000080000 §0A55552800 •001C1C1C00 €143E555541
ß7E01494936 ð3845464D3A Ð087F49221C þFF24242418 Þ7F22221C00 đ3844464A7F Đ087F49221C ŋ7C08044478
Ŋ7F08108F70 ŧ043F542400 Ŧ01097F0901 ł00497F4800 Ł7F48444040 ı00447C4000 Œ3E417F4949 œ3844385458
¿3048450020 ¡00007D0000
"""
"""A character and its five columns of points in hexadecimal, the lowest bit on top."""

_MARKS = {
    "\u0300": "0001020000",
    "\u0301": "0000020100",
    "\u0302": "0002010200",
    "\u0303": "0201020100",
    "\u0304": "0001010100",
    "\u0306": "0102020201",
    "\u0307": "0000010000",
    "\u0308": "0001000100",
    "\u030a": "0002050200",
    "\u030b": "0002010201",
    "\u030c": "0001020100",
    "\u0323": "0000800000",
    "\u0327": "0000C00000",
    "\u0328": "000000C000",
}
"""The same for what stands above or below a letter that is not drawn with it."""

_QUARTERS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
_HALVES = " ▀▄█"
_PLAIN_ROW = 2
"""Where a letter stands that is not drawn: on the line that the drawn ones stand on, nearly."""
_ABOVE = 0b11
"""The rows that a mark above a small letter takes."""
_BELOW = 0b10000000
"""The row below the letters, which a mark below has."""
_KEPT = (0, 1, 3, 5, 6)
"""The rows that are left of a capital letter under a mark."""
_LETTERS_OF_A_LINE = 24
_MOST_UNKNOWN = 3
"""Of so many letters at least one has to be drawn here."""

Columns = tuple[int, ...]


def _columns(points: str) -> Columns:
    return tuple(int(points[place : place + 2], 16) for place in range(0, 10, 2))


_LETTERS: dict[str, Columns] = {each[0]: _columns(each[1:]) for each in _DRAWN.split()}
_LETTERS |= dict.fromkeys((" ", "\u00a0", "\u202f"), (0,) * 5)


@dataclass(frozen=True)
class Scale:
    """How large: the cells that a letter takes with the gap after it, and its rows with the gap."""

    cells: int
    rows: int


POINTS = Scale(6, 8)
"""A whole cell a point, for terminals that have no blocks."""
HALVES = Scale(6, 4)
QUARTERS = Scale(3, 4)


def scales() -> tuple[Scale, ...]:
    """Those that the terminal has the symbols for, the largest first."""
    return (POINTS,) if symbols.in_ascii() else (HALVES, QUARTERS)


def to_read_along(width: int) -> Scale:
    """The largest of which a line of that width holds enough letters to read along."""
    found = scales()
    return next((each for each in found if width // each.cells >= _LETTERS_OF_A_LINE), found[-1])


def can_be_drawn(text: str) -> bool:
    """Whether most letters of the text are drawn here, and it is read from the left."""
    known = unknown = 0
    for each in clusters(text):
        if unicodedata.bidirectional(each[0]) in ("R", "AL"):
            return False
        if _columns_of(each) is None:
            unknown += 1
        elif not each.isspace():
            known += 1
    return unknown * _MOST_UNKNOWN <= known + unknown


def large_lines(text: str, width: int, height: int) -> list[str]:
    """The text as large as fits, in lines of at most `width`; never cut.

    Where even the smaller letters do not fit the height (it may be 0) it is drawn all the same, in
    letters to read along, which are scrolled. Only where they cannot be drawn, or a word is wider
    than the whole width, it is the plain letters that stand far apart, or close.
    """
    text = unicodedata.normalize("NFC", text)
    drawable = [
        scale
        for scale in scales()
        if can_be_drawn(text)
        and max(map(cell_len, text.split()), default=0) <= (width + 1) // scale.cells
    ]
    for scale in drawable:
        lines = wrapped(text, (width + 1) // scale.cells)
        if len(lines) * scale.rows <= height:
            return _in_rows(lines, scale)
    if drawable:
        scale = to_read_along(width) if to_read_along(width) in drawable else drawable[-1]
        return _in_rows(wrapped(text, (width + 1) // scale.cells), scale)
    for apart, below in ((True, 1), (True, 0), (False, 1)):
        lines = _spread(text, width) if apart else wrapped(text, width)
        if len(lines) * (1 + below) <= height:
            return [line for each in lines for line in (each, *[""] * below)]
    return wrapped(text, width)


def _in_rows(lines: list[str], scale: Scale) -> list[str]:
    return [row.rstrip() for line in lines for row in draw(line, scale)]


def draw(line: str, scale: Scale) -> list[str]:
    """One line of text in rows of cells; each character takes its own width in large cells."""
    letters = [_letter(each, scale) for each in clusters(line)]
    return ["".join(letter[row] for letter in letters) for row in range(scale.rows)]


def clusters(text: str) -> list[str]:
    """The text in what a reader sees as one character each."""
    found: list[str] = []
    for each in text:
        if found and (cell_len(each) == 0 or found[-1].endswith("\u200d")):
            found[-1] += each
        else:
            found.append(each)
    return found


def _spread(text: str, width: int) -> list[str]:
    return [" ".join(line) for line in wrapped(text, (width + 1) // 2)]


@lru_cache(2048)
def _letter(cluster: str, scale: Scale) -> tuple[str, ...]:
    """The rows of one character, all of one width."""
    columns = _columns_of(cluster)
    if columns is None:
        width = scale.cells * cell_len(cluster)
        plain = cluster + " " * (width - cell_len(cluster)) if width else ""
        return tuple(
            plain if row == _PLAIN_ROW * scale.rows // 4 else " " * width
            for row in range(scale.rows)
        )
    columns = (*columns, 0)
    if scale == POINTS:
        return tuple("".join(" #"[each >> row & 1] for each in columns) for row in range(8))
    if scale == HALVES:
        return tuple("".join(_HALVES[each >> 2 * row & 3] for each in columns) for row in range(4))
    pairs = list(zip(columns[::2], columns[1::2], strict=True))
    return tuple("".join(_quarter(left, right, row) for left, right in pairs) for row in range(4))


def _quarter(left: int, right: int, row: int) -> str:
    """One cell of two points by two."""
    here, beside = left >> 2 * row & 3, right >> 2 * row & 3
    return _QUARTERS[here & 1 | (beside & 1) << 1 | (here & 2) << 1 | (beside & 2) << 2]


@lru_cache(2048)
def _columns_of(cluster: str) -> Columns | None:
    """The points of a character: its own, or its letter's with the mark set on it."""
    cluster = unicodedata.normalize("NFC", cluster)
    if cluster in _LETTERS:
        return _LETTERS[cluster]
    letter, *marks = list(unicodedata.normalize("NFD", cluster))
    if letter not in _LETTERS or len(marks) != 1 or marks[0] not in _MARKS:
        return None
    points, mark = _LETTERS[letter], _columns(_MARKS[marks[0]])
    if max(mark) >= _BELOW:
        pass
    elif letter in "ij":
        points = tuple(each & ~_ABOVE for each in points)
    elif letter.isupper():
        points = tuple(_squeezed(each) for each in points)
    elif any(each & _ABOVE for each in points):
        return None
    return tuple(one | other for one, other in zip(points, mark, strict=True))


def _squeezed(column: int) -> int:
    """A column of a capital letter in five rows, below the two of a mark."""
    return sum((column >> row & 1) << place for place, row in enumerate(_KEPT, start=2))
