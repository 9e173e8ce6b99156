"""The everyday questions that anyone may ask anyone, found by their words.

They stand outside the script: no guide asks them, and every patient can answer them.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
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
    "siblings",
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
PERSONAL = frozenset({"partner", "children", "siblings", "faith", "home", "doctor_said"})
"""Questions that touch a topic of the talk and still want their own answer."""
FAMILY = frozenset({"partner", "children", "siblings"})
"""Questions that one who has no answer of their own takes as asking for the family."""

GOODBYE, MORE, LOST, NOD, RUDE = "goodbye", "more", "lost", "nod", "rude"
"""Taking leave, asking to hear more, not having heard, a word like «I see», and abuse."""
_STATED = frozenset({GOODBYE, MORE, LOST, NOD, RUDE})
"""What need not be put as a question."""

_ALL = 0.6
"""How much of a text a pattern's words must be to be all that is asked."""
_BETWEEN = 2
"""So many other words may stand between two words of a pattern."""
_SHORT = 3
"""Words of so few letters are another word without their marks: «åt» is not «at»."""

_FOLDED = str.maketrans({"ø": "o", "æ": "a", "’": "'"})
_SENTENCE = re.compile(r"[^.!?…\n]+[.!?…]*")

Part = tuple[tuple[str, ...], bool]
"""Words that follow each other, and whether the last may go on."""
Words = tuple[tuple[str, str], ...]
"""The words of a sentence, each as it is written and without its marks."""


@lru_cache(maxsize=8192)  # a case's lines are asked for again at every turn
def folded(text: str) -> tuple[str, ...]:
    """The words of a text, small and without diacritics, as people in a hurry write them."""
    plain = unicodedata.normalize("NFD", text.lower().translate(_FOLDED))
    kept = "".join(c for c in plain if not unicodedata.combining(c))
    return tuple("".join(c if c.isalnum() else " " for c in kept).split())


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words by which a question is known."""

    question: str
    whole: bool
    """Whether the sentence holds nothing else."""
    parts: tuple[Part, ...]
    needs: frozenset[str]
    """The words that must be there as they are: a quick look before a close one."""
    size: int

    @classmethod
    def of(cls, question: str, written: str) -> "Pattern":
        """The pattern as it is written in a lexicon."""
        parts = tuple(map(_part, written.strip("=").split()))
        exact = (part[:-1] if begins else part for part, begins in parts)
        return cls(
            question,
            written.startswith("="),
            parts,
            frozenset(word for part in exact for word in part),
            sum(len(word) for part, _begins in parts for word in part),
        )

    def stands_in(self, words: Words) -> bool:
        """Whether its words stand in a sentence in their order."""
        if self.whole and sum(len(part) for part, _begins in self.parts) != len(words):
            return False
        return _stands(words, self.parts, 0, len(words))


class Lexicon(Value):
    """Patterns by question: words that stand in this order, with few others between them.

    `*` stands for any ending; words joined by `_` follow each other; `=` in front says that
    there is nothing else in the sentence. Only sentences that ask are looked at, but for what
    is no question: taking leave, wanting to hear more or once more, nodding, and abuse.
    """

    format: Literal["convoguide/lexicon@1"]
    language: Literal["sv", "nb", "nn"]
    questions: Mapping[str, Annotated[tuple[Said, ...], Field(min_length=1)]]
    question_words: Annotated[tuple[Said, ...], Field(min_length=4)]
    """Words that begin a question, also where its mark is left out."""
    you: Annotated[tuple[Said, ...], Field(min_length=2)]
    to_you: Annotated[tuple[Said, ...], Field(min_length=2)]
    """The words for the one who is spoken to, who does something and to whom it is done."""
    before_a_name: Annotated[tuple[Said, ...], Field(min_length=4)]
    """Words that may stand before the name of one who is spoken to: greetings, «and», «but»."""

    @cached_property
    def _patterns(self) -> "tuple[Pattern, ...]":
        return tuple(
            Pattern.of(question, pattern)
            for question, patterns in self.questions.items()
            for pattern in patterns
        )

    def question(self, text: str) -> str | None:
        """The question that most of the words speak for; None where no pattern fits."""
        best = max(self._found(text), key=lambda found: found[1], default=None)
        return best[0] if best else None

    def plain(self, text: str, among: frozenset[str] = PLAIN) -> str | None:
        """The one of these questions that the whole text is; None where it says more."""
        size = sum(map(len, folded(text)))
        found = [each for each in self._found(text) if each[0] in among and each[1] >= size * _ALL]
        return max(found, key=lambda each: each[1])[0] if found else None

    def asks(self, text: str) -> bool:
        """Whether the text reads as a question."""
        words = " ".join((*folded(text), ""))
        return "?" in text or any(words.startswith(start) for start in self._starts)

    @cached_property
    def _starts(self) -> tuple[str, ...]:
        return tuple(" ".join((*folded(each), "")) for each in self.question_words)

    def _found(self, text: str) -> Iterator[tuple[str, int]]:
        """Each question that is there, with the number of letters that speak for it."""
        for sentence in _SENTENCE.findall(text):
            asks = self.asks(sentence)
            words = tuple(zip(_lowered(sentence), folded(sentence), strict=True))
            there = {each for pair in words for each in pair}
            for pattern in self._patterns:
                heard = asks or pattern.question in _STATED
                if heard and pattern.needs <= there and pattern.stands_in(words):
                    yield pattern.question, pattern.size


@lru_cache(maxsize=8192)
def _lowered(text: str) -> tuple[str, ...]:
    kept = unicodedata.normalize("NFC", text.lower()).replace("’", "'")
    return tuple("".join(c if c.isalnum() else " " for c in kept).split())


def _part(word: str) -> Part:
    bare = unicodedata.normalize("NFC", word.lower().rstrip("*"))
    pairs = ((each, " ".join(folded(each))) for each in bare.split("_"))
    return tuple(raw if len(raw) <= _SHORT else plain for raw, plain in pairs), word.endswith("*")


def _stands(words: Words, parts: tuple[Part, ...], start: int, within: int) -> bool:
    """Whether the parts stand in the words from `start` on, the first of them soon enough."""
    if not parts:
        return True
    part, begins = parts[0]
    last = min(start + within, len(words) - len(part))
    return any(
        _fits(words[place : place + len(part)], part, begins)
        and _stands(words, parts[1:], place + len(part), _BETWEEN)
        for place in range(start, last + 1)
    )


def _fits(run: Words, part: tuple[str, ...], begins: bool) -> bool:
    for place, ((raw, plain), wanted) in enumerate(zip(run, part, strict=True)):
        said = raw if len(wanted) <= _SHORT else plain
        goes_on = begins and place == len(part) - 1 and said.startswith(wanted)
        if said != wanted and not goes_on:
            return False
    return True


@lru_cache(maxsize=8192)
def says_one_of(text: str, words: tuple[str, ...]) -> bool:
    """Whether one of the words, or a run of words, stands in the text.

    Marks over letters count, unless the text has none at all: «tagen» is not «tågen».
    """
    split = folded if text.isascii() else _lowered
    said = " ".join(("", *split(text), ""))
    return any(" ".join(("", *split(each), "")) in said for each in words)
