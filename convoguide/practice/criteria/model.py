"""What a criterion is: one rule, when it applies, where it comes from, and what it saw."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from convoguide.practice.criteria.sources import Source
from convoguide.practice.criteria.talk import Talk

Group = Literal["feelings", "asking", "language", "structure", "prognosis", "closing"]

GROUP_WEIGHTS: dict[Group, int] = {
    "feelings": 25,
    "asking": 20,
    "language": 15,
    "structure": 15,
    "prognosis": 10,
    "closing": 15,
}
"""How much each group counts in the total; docs/practice.md shows the same table."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of a turn, as they stand there, that the rule saw; `good` or missed."""

    turn: int
    quote: str
    good: bool


@dataclass(frozen=True, slots=True)
class Moment:
    """Where another way can be tried: the words, and which phrase would fit there."""

    turn: int
    quote: str
    phrase: str
    """Key of the coach's words: `feelings`, `topics`, or one of its ways."""
    about: str | None = None
    """The feeling or the topic."""
    words: str = ""
    """The patient's words that a phrase may take up."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a rule found in a talk: 0 to 100, and the words that show it."""

    score: float
    evidence: tuple[Evidence, ...] = ()
    moment: Moment | None = None
    others: tuple[Moment, ...] = ()
    """Further places where it shows as well, the most telling first."""

    @property
    def moments(self) -> tuple[Moment, ...]:
        """Every place where another way can be tried, the most telling first."""
        return (self.moment, *self.others) if self.moment else ()


@dataclass(frozen=True, slots=True)
class Criterion:
    """One rule. `judge` is asked only where `applies` says yes."""

    id: str
    group: Group
    weight: int
    """Its weight within the group."""
    name: str
    """Msgid: what is looked at."""
    well: str
    """Msgid: said where it went well; empty for rules that see only what should not happen,
    since the absence of a fault is nothing that someone did."""
    advice: str
    """Msgid: what to try next."""
    rule: str
    """How it is counted, as published (English, not shown in the app)."""
    sources: tuple[Source, ...]
    applies: Callable[[Talk], bool]
    judge: Callable[[Talk], Judgement]
    harm: int = 0
    """How much it hurts: 3 false comfort, 2 a feeling steered away from, 1 one left alone."""
    courtesy: bool = False
    """Whether it is good form, and worth trying only after everything else."""


def first_and_others(moments: Sequence[Moment]) -> tuple[Moment | None, tuple[Moment, ...]]:
    """The two last parts of a judgement, from the most telling place on."""
    return (moments[0], tuple(moments[1:])) if moments else (None, ())


def falling(count: float, share: float, turns: int) -> float:
    """100 where something did not happen, 0 where it happened in `share` of the turns or more."""
    return 100.0 * (1.0 - min(1.0, count / max(1.0, share * turns)))


def rising(count: float, enough: float) -> float:
    """0 where something did not happen, 100 where it happened often enough."""
    return 100.0 * min(1.0, count / enough)
