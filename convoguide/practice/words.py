"""The coach's words in the language of a rehearsal: signs to listen for, phrases to suggest.

One file a language (`content/lexicons/coach.*.yaml`); read by the services, handed to the debrief
and the coach. A star in a sign stands for any ending; capitals and marks over letters do not
matter, for trainees type as they type.
"""

import re
import unicodedata
from functools import cached_property, lru_cache
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

Phrases = tuple[str, ...]

Sign = Literal[
    "uncertain",
    "jargon",
    "comfort",
    "leave",
    "moves_off",
    "greets",
    "summary",
    "teach_back",
    "commitment",
    "again",
    "when",
]

_CAPITALS = re.compile(r"(?<![^\W\d_])[A-ZÅÄÖØÆ]{2,6}(?![^\W\d_])")
_NORDIC = str.maketrans({"ø": "o", "æ": "a", "đ": "d"})


class Signs(BaseModel):
    """Words by which something shows that no label tells, or that a second look confirms."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    uncertain: Phrases
    """That no one can know for sure."""
    jargon: Phrases
    """Terms that few patients know."""
    comfort: Phrases
    """Promises that no one can keep."""
    leave: Phrases
    """That the person is asked whether it is all right."""
    moves_off: Phrases
    """That what the person said has to wait, or is answered with «yes, but»."""
    greets: Phrases
    """A greeting, or one's own name."""
    summary: Phrases
    """That what was said before is a summing up."""
    teach_back: Phrases
    """That the person is to say it in their own words."""
    commitment: Phrases
    """That the person will not be left."""
    again: Phrases
    """That one comes back, rings, meets; with one of the next in the same sentence, a follow-up."""
    when: Phrases
    """A time to come."""
    known_capitals: Phrases
    """Abbreviations that everybody knows; any other is a term."""

    @cached_property
    def _patterns(self) -> dict[str, "re.Pattern[str]"]:
        return {name: _pattern(signs) for name, signs in self if name in type(self).model_fields}

    def abbreviation(self, text: str) -> str:
        """The first abbreviation that few patients know; none in a text that is all capitals."""
        if text.isupper():
            return ""
        known = frozenset(self.known_capitals)
        return next((hit[0] for hit in _CAPITALS.finditer(text) if hit[0] not in known), "")

    def found(self, kind: Sign, text: str) -> str:
        """The first sign of that kind as it stands in the text; empty where there is none."""
        hit = self._patterns[kind].search(_plain(text))
        return text[hit.start() : hit.end()] if hit else ""


class CoachWords(BaseModel):
    """Everything the coach says in one language."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Literal["coach"]
    language: Literal["sv", "nb", "nn"]
    signs: Signs
    feelings: dict[str, Phrases]
    """What one can say to a feeling; `{words}` stands for the patient's own."""
    topics: dict[str, Phrases]
    """Open questions by topic."""
    ways: dict[str, Phrases]
    """What one can say at other moments, by the criterion's key."""
    quote: str = Field(pattern=r".*\{\}.*")
    """The language's quotation marks."""

    @model_validator(mode="after")
    def _nothing_is_empty(self) -> "CoachWords":
        for table in (self.feelings, self.topics, self.ways):
            for key, phrases in table.items():
                if not phrases:
                    raise ValueError(key)
        return self

    def phrase(self, key: str, about: str | None, turn: int, words: str = "") -> str:
        """The phrase for a moment: `key` is `feelings`, `topics`, or one of `ways`.

        Which of several is chosen follows from the turn's number, so that the same rehearsal
        always gets the same advice and two turns seldom get equal words.
        """
        if key == "feelings":
            phrases = self.feelings.get(about or "", self.feelings["any"])
        elif key == "topics":
            phrases = self.topics.get(about or "", self.topics["any"])
        else:
            phrases = self.ways[key]
        fitting = [each for each in phrases if words or "{words}" not in each]
        chosen = fitting[turn // 2 % len(fitting)]
        return chosen.replace("{words}", self.quote.format(words))


@lru_cache(maxsize=1024)  # each line of a talk is searched for every kind of sign
def _plain(text: str) -> str:
    """Lower case without marks, a character for a character."""
    lowered = (each.lower()[:1] for each in text)
    return "".join(unicodedata.normalize("NFD", each)[0] for each in lowered).translate(_NORDIC)


def _pattern(signs: Phrases) -> "re.Pattern[str]":
    parts = []
    for sign in sorted(signs, key=len, reverse=True):
        body = r"\s+".join(re.escape(word).replace(r"\*", r"\w*") for word in _plain(sign).split())
        parts.append(body)
    return re.compile(r"(?<!\w)(?:" + "|".join(parts) + r")(?!\w)")
