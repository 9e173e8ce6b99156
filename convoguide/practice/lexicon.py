"""The everyday questions that anyone may ask anyone, found by their words.

They stand outside the script: no guide asks them, and every patient can answer them.
"""

import unicodedata
from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from convoguide.core.pack import Said
from convoguide.core.text import Value

REQUIRED = (
    "about_you",
    "how_are_you",
    "slept",
    "pain",
    "symptoms",
    "doctor_said",
    "food",
    "work",
    "hobby",
    "weather",
    "help_at_home",
    "medicines",
)
"""What every person in a case can be asked beside the talk."""

OPTIONAL = (
    "partner",
    "children",
    "pets",
    "faith",
    "age",
    "home",
    "where_from",
    "phone",
    "money",
    "smoking",
    "tests",
    "visitors",
    "childhood",
)

PLAIN = frozenset({"about_you", "slept", "weather", "age", "phone", "how_are_you"})
"""Questions that are nothing else, however the turn was read, where they are all that is asked."""

GOODBYE, MORE, LOST = "goodbye", "more", "lost"
"""Taking leave, asking to hear more, and telling that one did not follow."""

_ALL = 0.6
"""How much of a text a pattern's words must be to be all that is asked."""

_FOLDED = str.maketrans({"ø": "o", "æ": "a", "’": "'"})


def folded(text: str) -> tuple[str, ...]:
    """The words of a text, small and without diacritics, as people in a hurry write them."""
    plain = unicodedata.normalize("NFD", text.lower().translate(_FOLDED))
    kept = "".join(c for c in plain if not unicodedata.combining(c))
    return tuple("".join(c if c.isalnum() else " " for c in kept).split())


class Lexicon(Value):
    """Patterns by question: words that must all be there, in any order.

    `*` stands for any ending; words joined by `_` follow each other.
    """

    format: Literal["convoguide/lexicon@1"]
    language: Literal["sv", "nb", "nn"]
    questions: Mapping[str, Annotated[tuple[Said, ...], Field(min_length=1)]]
    question_words: Annotated[tuple[Said, ...], Field(min_length=4)]
    """Words that begin a question, also where its mark is left out."""

    @cached_property
    def _patterns(self) -> tuple[tuple[str, tuple[tuple[str, bool], ...]], ...]:
        return tuple(
            (question, tuple(_part(word) for word in pattern.split()))
            for question, patterns in self.questions.items()
            for pattern in patterns
        )

    def question(self, text: str) -> str | None:
        """The question that most of the words speak for; None where no pattern fits."""
        words = folded(text)
        best, weight = None, 0
        for question, parts in self._patterns:
            size = sum(len(part) for part, _begins in parts)
            if size > weight and all(_holds(words, part, begins) for part, begins in parts):
                best, weight = question, size
        return best

    def plain(self, text: str) -> str | None:
        """The plain everyday question that the whole text is; None where it says more."""
        words = folded(text)
        size = sum(map(len, words))
        for question, parts in self._patterns:
            said = sum(len(part.replace(" ", "")) for part, _begins in parts)
            is_all = question in PLAIN and said >= size * _ALL
            if is_all and all(_holds(words, part, begins) for part, begins in parts):
                return question
        return None

    def asks(self, text: str) -> bool:
        """Whether the text reads as a question."""
        words = folded(text)
        starts = {" ".join(folded(each)) for each in self.question_words}
        return "?" in text or (bool(words) and words[0] in starts)


def _part(word: str) -> tuple[str, bool]:
    return " ".join(folded(word)), word.endswith("*")


def _holds(words: tuple[str, ...], part: str, begins: bool) -> bool:
    if " " in part:
        return f" {part} " in " ".join(("", *words, ""))
    return any(word.startswith(part) if begins else word == part for word in words)


def says_one_of(text: str, words: tuple[str, ...]) -> bool:
    """Whether one of the words, or a run of words, stands in the text."""
    said = " ".join(("", *folded(text), ""))
    return any(" ".join(("", *folded(each), "")) in said for each in words)
