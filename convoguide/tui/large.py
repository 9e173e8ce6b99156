"""A phrase in letters as large as the window has room for, for reading it from the knee.

The letters are drawn by hand, five points wide and seven high, from blocks that a terminal has.
Where there is room each point is half a cell high and a whole cell wide, else half a cell wide;
where that does not fit either, or a letter is not known, the plain letters stand far apart.
"""

from collections.abc import Callable

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
"""
"""A character and its five columns of points in hexadecimal, the lowest bit on top."""

_QUARTERS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
_HALVES = " ▀▄█"
_BLANK = (0,) * 5
_HEIGHT = 8
"""Points from one line of letters to the next."""

_LETTERS = {
    each[0]: tuple(int(each[place : place + 2], 16) for place in range(1, 11, 2))
    for each in _DRAWN.split()
} | {" ": _BLANK, "\u00a0": _BLANK}


def large_lines(text: str, width: int, height: int) -> list[str]:
    """The text as large as fits, in lines of at most `width`; never cut, at worst plain."""
    tries: list[tuple[int, Callable[[str], list[str]]]] = []
    if all(character in _LETTERS for character in "".join(text.split())):
        tries = [(6, _in_points)] if symbols.in_ascii() else [(6, _in_halves), (3, _in_quarters)]
    rows = _HEIGHT if symbols.in_ascii() else _HEIGHT // 2
    for cells, draw in tries:
        columns = (width + 1) // cells
        words_fit = max(map(len, text.split()), default=0) <= columns
        lines = wrapped(text, columns)
        if words_fit and len(lines) * rows <= height:
            return [row for line in lines for row in draw(line)]
    for apart, below in ((True, 1), (True, 0), (False, 1)):
        lines = _spread(text, width) if apart else wrapped(text, width)
        if len(lines) * (1 + below) <= height:
            return [line for each in lines for line in (each, *[""] * below)]
    return wrapped(text, width)


def _spread(text: str, width: int) -> list[str]:
    return [" ".join(line) for line in wrapped(text, (width + 1) // 2)]


def _points(line: str) -> list[int]:
    """The columns of points of a line of text, one blank column after each letter."""
    return [column for character in line for column in (*_LETTERS[character], 0)]


def _in_points(line: str) -> list[str]:
    """A whole cell a point, for terminals that have no blocks."""
    columns = _points(line)
    return [
        "".join(" #"[column >> row & 1] for column in columns).rstrip() for row in range(_HEIGHT)
    ]


def _in_halves(line: str) -> list[str]:
    columns = _points(line)
    return [
        "".join(_HALVES[column >> 2 * row & 3] for column in columns).rstrip() for row in range(4)
    ]


def _in_quarters(line: str) -> list[str]:
    columns = _points(line)
    pairs = list(zip(columns[::2], columns[1::2], strict=True))
    return [
        "".join(_quarter(left, right, row) for left, right in pairs).rstrip() for row in range(4)
    ]


def _quarter(left: int, right: int, row: int) -> str:
    """One cell of two points by two."""
    here, beside = left >> 2 * row & 3, right >> 2 * row & 3
    return _QUARTERS[here & 1 | (beside & 1) << 1 | (here & 2) << 1 | (beside & 2) << 2]
