"""Rehearsals by labels alone: the dialogue without the text model, for checks and long runs.

Three ways to hold a talk are kept here as players, so that what a case promises (every secret
opens to a good talk and to no poor one) can be tried on any case, a local one too.
"""

from collections.abc import Callable, Iterable
from random import Random

from convoguide.core.labels import NONE, SKILLS, TOPICS
from convoguide.practice.case import Case
from convoguide.practice.patient import begin, respond
from convoguide.practice.rehearsal import Rehearsal
from convoguide.understanding import Reading

Player = Callable[[Case, Rehearsal, Random], Reading]

POOR = (
    "closed_question",
    "leading_question",
    "jargon",
    "information_dump",
    "false_reassurance",
    "premature_advice",
    "blocking",
)
CLOSING = ("summary", "plan", "commitment", "teach_back", "follow_up")
CLOSED_WITH: dict[str, tuple[str, ...]] = {
    "summary": ("summary",),
    "plan": (),
    "commitment": ("commitment_nonabandonment",),
    "teach_back": ("teach_back",),
}


def label(topic: str, *skills: str) -> Reading:
    """A turn by its labels, read with full confidence."""
    return Reading(topic, skills, 1.0, ((topic, 1.0),))


def play(case: Case, readings: Iterable[Reading], seed: int = 0) -> Rehearsal:
    """A whole rehearsal by labels, in order; ends early where the patient does."""
    rehearsal = begin(case, "by-labels", seed)
    for reading in readings:
        rehearsal = respond(case, rehearsal, reading, "")
    return rehearsal


def play_with(case: Case, player: Player, turns: int, seed: int = 0) -> Rehearsal:
    """A rehearsal in which the player looks at what was said before each turn."""
    rng = Random(f"player:{seed}")  # noqa: S311  # picks labels, guards nothing
    rehearsal = begin(case, "by-labels", seed)
    for _turn in range(turns):
        rehearsal = respond(case, rehearsal, player(case, rehearsal, rng), "")
        if rehearsal.ended:
            break
    return rehearsal


def any_player(_case: Case, _rehearsal: Rehearsal, rng: Random) -> Reading:
    """Whatever comes, sense or nonsense."""
    skills = rng.sample(SKILLS, rng.choice((0, 1, 1, 1, 2, 3)))
    topic = NONE if "silence" in skills else rng.choice(TOPICS)
    return Reading(topic, tuple(skills), rng.random(), ((topic, 1.0),))


def good_player(case: Case, rehearsal: Rehearsal, rng: Random) -> Reading:
    """Meets what is felt, or is silent with it; asks openly; asks before telling; sums up."""
    last = rehearsal.last
    asked = [turn.reading.topic for turn in rehearsal.trainee_turns()]
    if not asked:
        return label("permission", "permission")
    if last.cues and not rehearsal.trainee_turns()[-1].silent:
        how = rng.choice(("empathy_name", "empathy_understand", "empathy_explore", "silence"))
        return label(NONE, how)
    untold = [fact for fact in case.facts if fact.id not in rehearsal.disclosed()]
    for fact in untold:
        if asked.count(fact.topics[0]) < 2:
            return label(fact.topics[0], "open_question")
    for topic in (*(fact.topics[0] for fact in untold), *CLOSING):
        if asked.count(topic) < 3:
            return label(topic, *CLOSED_WITH.get(topic, ("open_question", "empathy_respect")))
    return label("follow_up", "open_question")


def poor_player(case: Case, _rehearsal: Rehearsal, rng: Random) -> Reading:
    """Closed questions, lectures and comfort, on the very topics that matter here."""
    topics = [topic for fact in case.facts for topic in fact.topics]
    return label(rng.choice((*topics, "prognosis", NONE)), rng.choice(POOR))
