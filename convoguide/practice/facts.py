"""Which fact opens in a turn, or is hinted at while it stays closed."""

from collections.abc import Iterable, Iterator

from convoguide.core.labels import NONE
from convoguide.practice.case import Case, Fact
from convoguide.practice.memory import FALSE_COMFORT, Act, Memory
from convoguide.practice.rehearsal import Cue, Mood
from convoguide.practice.room import lead, names_one_of

EVEN = 0.5
"""A topic read with less confidence than this is as likely another."""
CLOSED_QUESTION_COSTS = 0.1
"""A question that wants a yes or a no needs this much more trust to be answered at length."""


def openable(
    case: Case, memory: Memory, act: Act, mood: Mood, left: Iterable[Cue]
) -> Iterator[Fact]:
    """The facts that this turn opens, those hinted at just before first."""
    if act.harm is not None:
        return
    passed = {cue.kind for cue in left}
    for fact in candidates(case, memory, act):
        if "explicit" in passed and fact.opens.trust > 0:
            continue
        if fact.secret and (passed or not in_the_air(fact, memory)):
            continue
        new = fact.id not in memory.hinted
        if new and (not _topics(act, memory) & {*fact.topics} or _in_doubt(act)):
            continue
        if _opens(fact, memory, act, mood):
            yield fact


def candidates(case: Case, memory: Memory, act: Act) -> list[Fact]:
    """The facts not yet told that the turn is about: first those that are in the air.

    One who is called by name speaks of what is theirs alone, and may hint at any of it. Among
    facts of a topic those of whom the turn speaks come first, and what goes on is gone on with
    by the one who spoke.
    """
    untold = [fact for fact in case.facts if fact.id not in memory.told]
    if act.to is not None:
        untold = [fact for fact in untold if teller(case, fact) == act.to]
    topics, stays = _topics(act, memory), _goes_on(act)
    hinted = [fact for fact in untold if _lies_there(fact, memory) and _goes_on(act, fact)]
    hinted.sort(key=lambda fact: memory.hinted.index(fact.id))
    anything = act.to is not None and act.to != lead(case)
    spoke = memory.last.speaker or lead(case)
    asked = [
        fact
        for fact in untold
        if fact not in hinted and (topics & {*fact.topics} or (anything and fact.closed))
    ]
    return hinted + sorted(
        asked,
        key=lambda fact: (
            stays and teller(case, fact) != spoke,
            not topics & {*fact.topics},
            not names_one_of(fact.told[0].text, act.about),
            fact.topics[0] not in topics,
        ),
    )


def _lies_there(fact: Fact, memory: Memory) -> bool:
    """Whether a hint at it can be taken up: given just now, or before on what the talk is on."""
    just = any(key.startswith(f"facts.{fact.id}.closed") for key in memory.last.said)
    return just or (fact.id in memory.hinted and memory.topic in fact.topics)


def _in_doubt(act: Act) -> bool:
    """Whether the topic is more likely another: nothing new is told on such a ground."""
    return act.topic != NONE and act.sure < EVEN


def _topics(act: Act, memory: Memory) -> set[str]:
    topics = {act.topic} - {NONE}
    return topics | {memory.topic} if _goes_on(act) else topics


def teller(case: Case, fact: Fact) -> str:
    """Who tells a fact."""
    return fact.told[0].speaker or lead(case)


def in_the_air(fact: Fact, memory: Memory) -> bool:
    """Whether a fact was hinted at; nobody tells out of the blue what they keep to themselves."""
    return not fact.closed or any(
        memory.said.get(f"facts.{fact.id}.closed/{n}") for n in range(len(fact.closed))
    )


def _goes_on(act: Act, fact: Fact | None = None) -> bool:
    """Whether the turn stays with what was said before it."""
    if act.skills & FALSE_COMFORT:
        return False
    if fact is not None and act.topic in fact.topics:
        return True
    stays = act.empathic or act.silent or "reflection" in act.skills
    return stays or (act.topic == NONE and "open_question" in act.skills)


def _opens(fact: Fact, memory: Memory, act: Act, mood: Mood) -> bool:
    needed = fact.opens
    trust = mood.trust
    by = act.openers() | memory.openers()
    if "closed_question" in act.skills and not act.openers():
        if fact.secret:
            return False
        trust -= CLOSED_QUESTION_COSTS if needed.trust > 0 else 0
    return (
        trust >= needed.trust
        and memory.told.issuperset(needed.after)
        and (not needed.by or not by.isdisjoint(needed.by))
    )
