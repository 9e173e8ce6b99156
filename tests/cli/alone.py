"""What a line must be to make sense to one who has one line at a time, by ear or by finger."""

import re
import unicodedata
from collections.abc import Iterable

ENGLISH = frozenset(("the", "with", "what", "this", "which", "your", "and"))
"""Words that no sentence of ours does without for long, and that no other language here has."""
SCANDINAVIAN = frozenset(("och", "att", "är", "som", "og", "å", "er", "ikke", "ikkje", "inte"))


def faults(said: Iterable[str]) -> list[str]:
    """What is wrong with the lines, each with the line; nothing where all make sense alone."""
    return [f"{fault}: {line!r}" for line in said if line for fault in _faults(line)]


def _faults(line: str) -> Iterable[str]:
    if any(unicodedata.category(each) in ("Cc", "Cs") for each in line):
        yield "a control character"
    if any("\u2190" <= each <= "\u2bff" or "\u2800" <= each <= "\u28ff" for each in line):
        yield "a drawn character"  # arrows, boxes, blocks, shapes, braille patterns
    if not any(each.isalnum() for each in line):
        yield "only punctuation"
    if "  " in line or line != line.strip():
        yield "padded by blanks"
    if re.search(r"([_=*~.-])\1{3,}", line):
        yield "a rule"


def words(said: Iterable[str]) -> set[str]:
    """All words of the lines, in small letters."""
    return set(re.findall(r"\w+", "\n".join(said).casefold()))


def own(said: Iterable[str], *, but: Iterable[str]) -> list[str]:
    """The lines that the program worded: without these texts, which others wrote."""
    others = [each for each in but if each]
    return [line for line in said if not any(each in line for each in others)]
