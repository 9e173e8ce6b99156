"""What must hold in every rehearsal, whatever is said in it."""

from collections.abc import Iterator

from convoguide.practice.case import Case
from convoguide.practice.memory import wording_of
from convoguide.practice.rehearsal import PatientTurn, Rehearsal, TraineeTurn
from convoguide.practice.wording import OUTLOOK


def faults(case: Case, rehearsal: Rehearsal) -> Iterator[str]:
    """Everything wrong in a rehearsal, with the number of the turn."""
    told: set[str] = set()
    before: PatientTurn | None = None
    for place, turn in enumerate(rehearsal.turns):
        if turn.n != place + 1 or isinstance(turn, TraineeTurn) != bool(place % 2):
            yield f"{turn.n}: the turns do not alternate"
        if isinstance(turn, PatientTurn):
            yield from (f"{turn.n}: {fault}" for fault in _of_turn(case, turn, before, told))
            before = turn
            told |= {OUTLOOK} if turn.told else set()
    if isinstance(rehearsal.turns[-1], TraineeTurn):
        yield f"{rehearsal.turns[-1].n}: nothing is answered"


def _of_turn(
    case: Case, turn: PatientTurn, before: PatientTurn | None, told: set[str]
) -> Iterator[str]:
    if not turn.text.strip() or not turn.said:
        yield "says nothing"
    if before is not None and before.text == turn.text:
        yield "says the same again"
    if before is not None and before.ended and not turn.ended:
        yield "goes on after the end"
    if told & {*turn.disclosed}:
        yield "tells a fact twice"
    for fact_id in turn.disclosed:
        fact = case.fact(fact_id)
        if fact is None or not told.issuperset(fact.opens.after):
            yield f"{fact_id} is told before what it waits for"
    told.update(turn.disclosed)
    yield from _contradictions(case, turn, told)
    if any(cue.words not in turn.text for cue in turn.cues):
        yield "a cue's words are not in the text"
    if not all(0 <= each <= 1 for each in (turn.mood.trust, turn.mood.distress, turn.mood.energy)):
        yield "the mood is out of bounds"
    if turn.understood == any(key.startswith("reactions.not_understood") for key in turn.said):
        yield "does not say whether it followed"


def _contradictions(case: Case, turn: PatientTurn, told: set[str]) -> Iterator[str]:
    """Wordings that veil what was told already, or give away what was not."""
    for key in turn.said:
        wording = wording_of(case, key)
        if wording.before in told:
            yield f"{key} veils what is known"
        if wording.after is not None and wording.after not in told:
            yield f"{key} gives away what is not told"
        first, _, rest = key.partition(".")
        if first == "facts":
            fact, part = rest.partition("/")[0].split(".")
            if (part == "closed" and fact in told) or (part != "closed" and fact not in told):
                yield f"{key} does not fit what is told"
