"""The three things that one could say at a turn, and where in the talk that is."""

from collections import Counter
from collections.abc import Iterator
from random import Random

from convoguide.core.labels import EMPATHY
from convoguide.core.text import Value
from convoguide.practice.case import Case
from convoguide.practice.phrasings import GRADES, Grade, Phrasing, Phrasings, Situation
from convoguide.practice.rehearsal import Rehearsal
from convoguide.understanding import Reading

FEELING: Situation = "feeling"
"""When the patient has just said something with a feeling in it."""
ORDER: tuple[Situation, ...] = (
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
)
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
    situation = situation_of(case, rehearsal)
    choices = case.phrasings.get(situation) or phrasings.situations[situation]
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


def situation_of(case: Case, rehearsal: Rehearsal) -> Situation:
    """Where the talk stands: at a feeling, or at the next stretch that was not talked of."""
    turns = rehearsal.trainee_turns()
    met_before = bool(turns) and bool({*turns[-1].reading.skills} & (EMPATHY | {"silence"}))
    if turns and rehearsal.last.cues and not met_before:
        return FEELING
    done = {turn.reading.topic for turn in turns}
    done |= {skill for turn in turns for skill in turn.reading.skills}
    return next((each for each in _open(case) if each not in done), "follow_up")


def _open(case: Case) -> Iterator[Situation]:
    for each in ORDER:
        if each != "prognosis" or case.wants_to_know != "no":
            yield each
