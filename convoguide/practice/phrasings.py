"""Choosing among phrasings: three things one could say just now, better and worse.

For beginners, who learn by comparing. The labels of each are known, so that nothing has to be
read from the text; which of the three is the good one is told afterwards, by the patient first.
"""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from convoguide.core.labels import SKILLS
from convoguide.core.pack import Said
from convoguide.core.text import Value

Situation = Literal[
    "feeling",
    "permission",
    "illness_understanding",
    "what_matters",
    "information_needs",
    "prognosis",
    "hopes",
    "worries",
    "unwanted_care",
    "family",
    "place_of_care",
    "summary",
    "plan",
    "commitment",
    "teach_back",
    "follow_up",
]
Grade = Literal["good", "middling", "poor"]
GRADES: tuple[Grade, ...] = ("good", "middling", "poor")


def _known(skills: tuple[str, ...]) -> tuple[str, ...]:
    if not set(skills) <= set(SKILLS):
        raise PydanticCustomError("skills", "unknown skill")
    return skills


class Phrasing(Value):
    """One thing to say; its topic where that is not the situation's, and what it does."""

    text: Said
    topic: str | None = None
    skills: Annotated[tuple[str, ...], AfterValidator(_known)] = ()


_Some = Annotated[tuple[Phrasing, ...], Field(min_length=1)]


class Choices(Value):
    """What one could say in one situation."""

    good: _Some
    middling: _Some
    poor: _Some


class Phrasings(Value):
    """What one could say, situation by situation, in one language."""

    format: Literal["convoguide/phrasings@1"]
    language: Literal["sv", "nb", "nn"]
    situations: Mapping[Situation, Choices]
