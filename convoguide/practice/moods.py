"""How a turn changes the patient's trust, distress and energy.

The steps are small, so that one turn that was read wrongly decides nothing; trust grows slower
the more there is of it, and is lost slower the less there is left.
"""

from convoguide.practice.case import Start
from convoguide.practice.memory import Act, Memory
from convoguide.practice.rehearsal import Cue, Mood, Wish

TRUST = {
    "open_question": 0.02,
    "reflection": 0.04,
    "permission": 0.04,
    "summary": 0.04,
    "teach_back": 0.02,
    "wish_statement": 0.04,
    "hope_worry_statement": 0.03,
    "commitment_nonabandonment": 0.05,
    "leading_question": -0.05,
    "jargon": -0.05,
    "information_dump": -0.06,
    "false_reassurance": -0.07,
    "premature_advice": -0.06,
    "blocking": -0.1,
}
EMPATHY_UNPROMPTED = 0.03
CUE_MET = {"explicit": 0.09, "implicit": 0.08}
CUE_LEFT = {"explicit": -0.05, "implicit": -0.03}
RIGHT_SILENCE, EMPTY_SILENCE = 0.04, -0.03
TOLD_TRUST: dict[Wish, float] = {"wanted": 0.03, "unasked": -0.08, "unwanted": -0.15}
TOLD_DISTRESS: dict[Wish, float] = {"wanted": 0.1, "unasked": 0.15, "unwanted": 0.2}

TURN_TIRES, LONG_TURN_TIRES, LONG = 0.012, 0.02, 60
CUE_DISTRESS, MET_DISTRESS, LEFT_DISTRESS, HARM_DISTRESS, CALMS = 0.03, -0.06, 0.02, 0.03, -0.01


def after_turn(
    start: Start, memory: Memory, act: Act, met: tuple[Cue, ...], told: Wish | None
) -> Mood:
    """The mood once the turn has been heard, before anything is answered."""
    mood = memory.mood
    left = [] if act.silent else [cue for cue in memory.last.cues if cue not in met]
    trust = sum(TRUST.get(skill, 0.0) for skill in act.skills)
    distress = CALMS
    if met:
        trust += max(CUE_MET[cue.kind] for cue in met)
        distress += MET_DISTRESS
    elif act.empathic:
        trust += EMPATHY_UNPROMPTED
    if left:
        trust += min(CUE_LEFT[cue.kind] for cue in left)
        distress += LEFT_DISTRESS
    if act.silent:
        trust += _silence(memory)
    if told is not None:
        trust += TOLD_TRUST[told]
        distress += TOLD_DISTRESS[told]
    if act.harm is not None:
        distress += HARM_DISTRESS
    tires = TURN_TIRES + (LONG_TURN_TIRES if act.words > LONG else 0.0)
    return Mood(
        trust=_bounded(mood.trust + _paced(trust, mood.trust, start)),
        distress=_bounded(mood.distress + distress),
        energy=_bounded(mood.energy - tires),
    )


def stirred(mood: Mood, cues: int) -> Mood:
    """The mood after the patient has said something with feelings in it."""
    return Mood(mood.trust, _bounded(mood.distress + CUE_DISTRESS * cues), mood.energy)


def _silence(memory: Memory) -> float:
    if memory.last.cues and memory.silences == 0:
        return RIGHT_SILENCE
    return 0.0 if memory.silences == 0 else EMPTY_SILENCE


def _paced(change: float, trust: float, start: Start) -> float:
    if change >= 0:
        return change * start.warms * min(1.0, (1 - trust) / 0.5)
    return change * start.cools * max(0.35, min(1.0, trust / 0.4))


def _bounded(value: float) -> float:
    return round(min(1.0, max(0.0, value)), 4)
