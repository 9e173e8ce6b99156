"""The three things that one could say at a turn, and where in the talk that is."""

from collections import Counter
from collections.abc import Iterator
from random import Random
from typing import get_args

from convoguide.core.labels import EMPATHY
from convoguide.core.text import Value
from convoguide.practice.case import Case
from convoguide.practice.phrasings import (
    GRADES,
    Choices,
    Grade,
    Phrasing,
    Phrasings,
    Situation,
)
from convoguide.practice.rehearsal import Rehearsal
from convoguide.understanding import Reading

FEELING: Situation = "feeling"
"""When the patient has just said something with a feeling in it."""
ORDER: tuple[Situation, ...] = tuple(each for each in get_args(Situation) if each != FEELING)
"""The stretches of a talk, in the order in which they are offered."""


class Offer(Value):
    """One of the three that are offered, as it would be read."""

    grade: Grade
    situation: Situation
    text: str
    topic: str
    skills: tuple[str, ...]

    @property
    def reading(self) -> Reading:
        """The labels, known for certain."""
        return Reading(self.topic, self.skills, 1.0, ((self.topic, 1.0),))


def offered(case: Case, rehearsal: Rehearsal, phrasings: Phrasings) -> tuple[Offer, ...]:
    """Three things to say now, one of each grade, in an order that the seed decides.

    The case's own come before the language's. Going back to a turn finds the same three there.
    """
    situation = situation_of(case, rehearsal, phrasings)
    choices = _choices(case, phrasings, situation)
    rng = Random(f"offer:{rehearsal.seed}:{len(rehearsal.turns)}")  # noqa: S311  # a choice of words
    last = rehearsal.trainee_turns()[-1].text if rehearsal.trainee_turns() else None
    said = Counter(turn.text for turn in rehearsal.trainee_turns())
    found = []
    for grade in GRADES:
        texts: tuple[Phrasing, ...] = getattr(choices, grade)
        fresh = [each for each in texts if each.text != last] or texts
        least = min(said[each.text] for each in fresh)
        chosen = rng.choice([each for each in fresh if said[each.text] == least])
        topic = chosen.topic or ("none" if situation == FEELING else situation)
        found.append(
            Offer(
                grade=grade,
                situation=situation,
                text=chosen.text,
                topic=topic,
                skills=chosen.skills,
            )
        )
    rng.shuffle(found)
    return tuple(found)


def situation_of(case: Case, rehearsal: Rehearsal, phrasings: Phrasings) -> Situation:
    """Where the talk stands: at a feeling, or at the next stretch that was not talked of.

    A stretch in which something was chosen is behind, whatever the chosen words were about; and
    a feeling that was passed by is not offered again at once.
    """
    turns = rehearsal.trainee_turns()
    chosen = {turn.text for turn in turns if turn.chosen}
    done = {turn.reading.topic for turn in turns}
    done |= {skill for turn in turns for skill in turn.reading.skills}
    done |= {each for each in ORDER if chosen & _texts(_choices(case, phrasings, each))}
    if turns and rehearsal.last.cues:
        met = bool({*turns[-1].reading.skills} & (EMPATHY | {"silence"}))
        answered = turns[-1].text in _texts(_choices(case, phrasings, FEELING))
        if not met and not answered:
            return FEELING
    return next((each for each in _open(case) if each not in done), "follow_up")


def _choices(case: Case, phrasings: Phrasings, situation: Situation) -> Choices:
    return case.phrasings.get(situation) or phrasings.situations[situation]


def _texts(choices: Choices) -> set[str]:
    return {each.text for grade in GRADES for each in getattr(choices, grade)}


def _open(case: Case) -> Iterator[Situation]:
    for each in ORDER:
        if each != "prognosis" or case.wants_to_know != "no":
            yield each
