"""What a person in a case may say: a text, the feelings in it, and when it can be said."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from convoguide.core.pack import Said
from convoguide.core.text import Flag, Value
from convoguide.practice.rehearsal import CueKind, Feeling

OUTLOOK = "outlook"
"""Stands in `before` and `after` as a fact does: that the outlook has been told."""


class CueInWording(Value):
    """A feeling in what is said; `words` are the very words that carry it."""

    words: Said
    feeling: Feeling
    kind: CueKind = "implicit"


class Wording(Value):
    """Something the person says, and under what it can be said."""

    text: Said
    cues: tuple[CueInWording, ...] = ()
    speaker: str | None = None
    """A relative who says it; None for whoever one talks with."""
    before: str | None = None
    """Only while this fact has not been told: a wording that veils it."""
    after: str | None = None
    """Only once this fact has been told: a wording that gives it away."""
    asks_outlook: Flag = False
    """The person asks what lies ahead; who answers then was asked."""


def _text_alone(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


def _one_alone(value: Any) -> Any:
    return [value] if isinstance(value, str | Mapping) else value


OneWording = Annotated[Wording, BeforeValidator(_text_alone)]
Wordings = Annotated[tuple[OneWording, ...], BeforeValidator(_one_alone), Field(min_length=1)]
"""One way to say it, or several."""


_Several = BeforeValidator(_one_alone)
Two = Annotated[tuple[OneWording, ...], _Several, Field(min_length=2)]
Three = Annotated[tuple[OneWording, ...], _Several, Field(min_length=3)]
Four = Annotated[tuple[OneWording, ...], _Several, Field(min_length=4)]
Five = Annotated[tuple[OneWording, ...], _Several, Field(min_length=5)]
"""As many as are needed where people would notice that someone repeats themselves."""
