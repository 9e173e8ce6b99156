"""After a rehearsal: what was seen, two things that went well, one to try next.

Formative: no pass mark and no grade. The score compares one's own attempts; how it is made is
published in docs/practice.md. Nothing is praised that did not happen, and every remark cites the
turn and its words.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from convoguide.i18n import gettext as _
from convoguide.practice.case import Case
from convoguide.practice.criteria import (
    CRITERIA,
    GROUP_WEIGHTS,
    Criterion,
    Evidence,
    Group,
    Judgement,
    Talk,
)
from convoguide.practice.criteria.talk import THEIRS
from convoguide.practice.rehearsal import Rehearsal
from convoguide.practice.words import CoachWords

_WELL_FROM = 50.0
_TO_TRY_UNDER = 90.0
_HURT_UNDER = 75.0


@dataclass(frozen=True, slots=True)
class Result:
    """What one criterion found; score None where it does not apply."""

    criterion: Criterion
    judgement: Judgement | None

    @property
    def applies(self) -> bool:
        """Whether the talk gave occasion for it."""
        return self.judgement is not None

    @property
    def score(self) -> float | None:
        """0 to 100."""
        return self.judgement.score if self.judgement else None

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The words that it saw."""
        return self.judgement.evidence if self.judgement else ()

    @property
    def name(self) -> str:
        """What is looked at, in the interface's language."""
        return _(self.criterion.name)


@dataclass(frozen=True, slots=True)
class WentWell:
    """Something that really happened, with one place where it did."""

    criterion: Criterion
    evidence: Evidence

    @property
    def text(self) -> str:
        """In the interface's language."""
        return _(self.criterion.well)


@dataclass(frozen=True, slots=True)
class TryNext:
    """One thing for next time, at a moment of this rehearsal."""

    criterion: Criterion
    turn: int
    quote: str
    phrase: str
    """One way to say it just there, in the rehearsal's language."""

    @property
    def text(self) -> str:
        """In the interface's language."""
        return _(self.criterion.advice)


@dataclass(frozen=True, slots=True)
class Debrief:
    """The debrief of one rehearsal."""

    case: str
    rehearsal: str
    seed: int
    score: float
    groups: tuple[tuple[Group, float | None], ...]
    results: tuple[Result, ...]
    went_well: tuple[WentWell, ...]
    try_next: TryNext | None
    hints: int
    """How many turns were said with the help of a hint."""

    def as_json(self) -> dict[str, Any]:
        """The debrief as `practice --json` prints it."""
        return {
            "score": round(self.score, 1),
            "criteria": [_as_json(each) for each in self.results],
            "went_well": [
                {
                    "criterion": each.criterion.id,
                    "text": each.text,
                    "turn": each.evidence.turn,
                    "quote": each.evidence.quote,
                }
                for each in self.went_well
            ],
            "try_next": self.try_next
            and {
                "criterion": self.try_next.criterion.id,
                "text": self.try_next.text,
                "turn": self.try_next.turn,
                "quote": self.try_next.quote,
                "phrase": self.try_next.phrase,
            },
        }


def debrief(case: Case, rehearsal: Rehearsal, words: CoachWords) -> Debrief:
    """The debrief of a rehearsal, with the coach's words in the case's language.

    Pure: the same rehearsal gives the same debrief.
    """
    talk = Talk(rehearsal, words, _opened_by(case))
    results = tuple(_result(each, talk) for each in CRITERIA)
    groups = tuple((group, _group_score(group, results)) for group in GROUP_WEIGHTS)
    told = [(GROUP_WEIGHTS[group], score) for group, score in groups if score is not None]
    total = sum(weight for weight, _score in told)
    went_well, try_next = _well_and_next(results, words)
    return Debrief(
        case=case.id,
        rehearsal=rehearsal.id,
        seed=rehearsal.seed,
        score=sum(weight * score for weight, score in told) / total if total else 0.0,
        groups=groups,
        results=results,
        went_well=went_well,
        try_next=try_next,
        hints=sum(turn.hinted for turn in rehearsal.trainee_turns()),
    )


def _opened_by(case: Case) -> frozenset[str]:
    """The topics that this patient can be brought to speak of."""
    return case.topics() & THEIRS


def _result(criterion: Criterion, talk: Talk) -> Result:
    if not talk.heard or not criterion.applies(talk):
        return Result(criterion, None)
    return Result(criterion, criterion.judge(talk))


def _group_score(group: Group, results: Sequence[Result]) -> float | None:
    told = [
        (each.criterion.weight, each.score)
        for each in results
        if each.criterion.group == group and each.score is not None
    ]
    weight = sum(weight for weight, _score in told)
    return sum(weight * score for weight, score in told) / weight if weight else None


def _counts(result: Result, results: Sequence[Result]) -> float:
    """What share of the total hangs on this criterion."""
    same = [e for e in results if e.criterion.group == result.criterion.group and e.applies]
    return (
        GROUP_WEIGHTS[result.criterion.group]
        * result.criterion.weight
        / sum(each.criterion.weight for each in same)
    )


def _went_well(results: Sequence[Result], elsewhere: int | None) -> tuple[WentWell, ...]:
    """Two things that happened; where there is a choice, not at the turn `elsewhere`."""
    found = []
    for each in results:
        seen = [one for one in each.evidence if one.good and _has_words(one)]
        shown = next((one for one in seen if one.turn != elsewhere), next(iter(seen), None))
        if each.criterion.well and shown and each.score is not None and each.score >= _WELL_FROM:
            found.append((each.score * _counts(each, results), WentWell(each.criterion, shown)))
    found.sort(key=lambda pair: (pair[1].evidence.turn == elsewhere, -pair[0]))
    chosen: list[WentWell] = []
    for _worth, well in found:
        if len(chosen) < 2 and all(c.criterion.group != well.criterion.group for c in chosen):
            chosen.append(well)
    for _worth, well in found:
        if len(chosen) < 2 and well not in chosen:
            chosen.append(well)
    return tuple(chosen)


def _has_words(seen: Evidence) -> bool:
    """Dots that stand for a silence are nothing to be shown again."""
    return any(sign.isalpha() for sign in seen.quote)


def _to_try(results: Sequence[Result]) -> list[Result]:
    """What can be tried, what hurt the person first, then what took the most away."""
    found = [
        each
        for each in results
        if each.judgement
        and each.judgement.moment
        and each.score is not None
        and each.score < _TO_TRY_UNDER
    ]

    def rank(each: Result) -> tuple[int, bool, float]:
        away = _counts(each, results) * (100.0 - (each.score or 0.0))
        return (-_hurt(each), each.criterion.courtesy, -away)

    return sorted(found, key=rank)


def _hurt(result: Result) -> int:
    """How much the person was hurt, where it was more than a slip."""
    return result.criterion.harm if (result.score or 0.0) < _HURT_UNDER else 0


def _well_and_next(
    results: Sequence[Result], words: CoachWords
) -> tuple[tuple[WentWell, ...], TryNext | None]:
    """Praise, and one thing to try; of one and the same turn no debrief says both, where another
    turn shows either. What hurt is told all the same, and then its turn is not praised."""
    order = _to_try(results)
    places = [
        (each, moment) for each in order if each.judgement for moment in each.judgement.moments
    ]
    if not places:
        return _went_well(results, None), None
    if _hurt(order[0]):
        chosen, moment = places[0]
        praised = _went_well(results, moment.turn)
        praised = tuple(each for each in praised if each.evidence.turn != moment.turn)
    else:
        praised = _went_well(results, None)
        turns = {each.evidence.turn for each in praised}
        free = (place for place in places if place[1].turn not in turns)
        chosen, moment = next(free, places[0])
    phrase = words.phrase(moment.phrase, moment.about, moment.turn, moment.words)
    return praised, TryNext(chosen.criterion, moment.turn, moment.quote, phrase)


def _as_json(result: Result) -> dict[str, Any]:
    return {
        "id": result.criterion.id,
        "group": result.criterion.group,
        "applies": result.applies,
        "score": None if result.score is None else round(result.score, 1),
        "evidence": [{"turn": each.turn, "quote": each.quote} for each in result.evidence],
    }
