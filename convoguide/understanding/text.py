"""A turn or a note made ready to be read: words without the accidents of spelling.

Letters lose their marks (å, ä and æ become a; ö and ø become o), since people in a hurry leave
them out; so do the forms in which a keyboard without them writes them (aa, ae, oe).
"""

import re
import unicodedata
from dataclasses import dataclass

_FOLD = str.maketrans(
    {"å": "a", "ä": "a", "æ": "a", "ö": "o", "ø": "o", "é": "e", "è": "e", "ê": "e", "ü": "u"}
)
_WORD = re.compile(r"[a-z]+|\d+")
_SENTENCE = re.compile(r"[^.?!…\n]*[.?!…\n]*")
_ABBREVIATION = re.compile(r"\b(?:[A-ZÅÄÖÆØ]{2,}\d*|[A-ZÅÄÖÆØ][a-zåäöæø]*[A-ZÅÄÖÆØ]+\w*)\b")
_NOTHING_SAID = re.compile(r"^[\s.…·\-–—_*,;:!?]*$")
_STAGE_DIRECTION = re.compile(r"^\s*(?:\([^)]*\)|\[[^\]]*\]|\*[^*]*\*|_[^_]*_|<[^>]*>)[\s.…]*$")


@dataclass(frozen=True, slots=True)
class Words:
    """One turn, read into sentences of folded words."""

    sentences: tuple[tuple[tuple[str, ...], str], ...]
    """Each sentence's words and its closing mark (`?`, `!`, `.` or nothing)."""
    abbreviations: int
    """How many words are written as abbreviations (EF, NYHA, SpO2)."""
    digits: int
    """How many words are numbers."""

    @property
    def count(self) -> int:
        """How many words there are."""
        return sum(len(words) for words, _mark in self.sentences)


def fold(text: str) -> str:
    """The text in small letters without marks."""
    folded = unicodedata.normalize("NFC", text).lower().translate(_FOLD)
    return folded.replace("aa", "a").replace("ae", "a").replace("oe", "o")


def read_words(text: str) -> Words:
    """The sentences of a text; never fails, whatever was typed."""
    sentences = []
    digits = 0
    for match in _SENTENCE.finditer(text):
        part = match.group()
        words = tuple(_WORD.findall(fold(part)))
        if not words:
            continue
        digits += sum(word.isdigit() for word in words)
        tail = part.rstrip()
        mark = "?" if "?" in tail[-3:] else tail[-1:] if tail[-1:] in "!." else ""
        sentences.append((words, mark))
    return Words(tuple(sentences), len(_ABBREVIATION.findall(text)), digits)


def says_nothing(text: str) -> bool:
    """Whether the turn is empty or dots alone."""
    return _NOTHING_SAID.match(text) is not None


def is_stage_direction(text: str) -> bool:
    """Whether the whole turn stands in brackets or stars: done, not said."""
    return _STAGE_DIRECTION.match(text) is not None
