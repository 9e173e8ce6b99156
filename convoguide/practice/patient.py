"""The patient: from what the trainee said to what is said back. Pure; the seed decides the rest.

What may be said is the case's, and how it is with the patient is read off the turns.
"""

from random import Random

from convoguide.core.labels import NONE
from convoguide.practice.answer import Answer
from convoguide.practice.case import Case
from convoguide.practice.heard import Heard, act_in
from convoguide.practice.lexicon import Lexicon
from convoguide.practice.memory import Memory, remember
from convoguide.practice.moods import after_turn, stirred
from convoguide.practice.rehearsal import Cue, Mood, PatientTurn, Rehearsal, TraineeTurn
from convoguide.practice.saying import Saying
from convoguide.understanding import Reading

WARNS_WITHIN = 0.08
"""So near to where the patient wants to stop it is said that it will soon be enough."""


def begin(case: Case, rehearsal_id: str, seed: int, started: str | None = None) -> Rehearsal:
    """A new rehearsal with the patient's first words."""
    start = case.start
    n = _rng(seed, 1).randrange(len(case.opening))
    wording = case.opening[n]
    cues = tuple(
        Cue(f"1.{place}", cue.kind, cue.feeling, cue.words)
        for place, cue in enumerate(wording.cues, start=1)
    )
    first = PatientTurn(
        n=1,
        text=wording.text.strip(),
        topic=NONE,
        cues=cues,
        met=(),
        disclosed=(),
        mood=Mood(start.trust, start.distress, start.energy),
        understood=True,
        ended=False,
        speaker=wording.speaker,
        said=(f"opening/{n}",),
    )
    return Rehearsal(rehearsal_id, case.id, seed, started, (first,))


def respond(
    case: Case,
    rehearsal: Rehearsal,
    reading: Reading,
    text: str,
    lexicon: Lexicon | None = None,
    *,
    hinted: bool = False,
    chosen: bool = False,
) -> Rehearsal:
    """The rehearsal with the trainee's turn and the answer to it.

    The same turns and seed give the same answer, so that one can go back and meet the same
    person. `lexicon` finds questions outside the script; without it only the reading counts.
    """
    n = rehearsal.turns[-1].n + 1
    memory = remember(case, rehearsal)
    heard = Heard(
        case, memory, act_in(case, reading, text, lexicon, memory.last.text), text, lexicon, n
    )
    answer = _answer(heard, _rng(rehearsal.seed, n))
    return rehearsal.then([TraineeTurn(n, text, reading, hinted, chosen), answer])


def _rng(seed: int, n: int) -> Random:
    return Random(f"{seed}:{n}")  # noqa: S311  # chooses wordings, guards nothing


def _answer(heard: Heard, rng: Random) -> PatientTurn:
    case, memory = heard.case, heard.memory
    met, told = heard.met(), heard.wish()
    mood = after_turn(case.start, memory, heard.act, met, told)
    saying = Saying(case, memory, rng, heard.act)
    ended = memory.last.ended or _wants_to_stop(case, mood)
    understood, topic = True, heard.act.topic
    if memory.last.ended:
        saying.say("stop.after", "reactions.evades")
    elif ended:
        saying.say("stop.says", "stop.after")
    else:
        answer = Answer(heard, saying, mood, heard.left(met))
        answer.make()
        understood, topic = answer.understood, answer.topic
        if _tires(case, memory, mood):
            saying.say("stop.warns", unused=True)
    cues = saying.cues(heard.n + 1)
    return PatientTurn(
        n=heard.n + 1,
        text=saying.text(),
        topic=topic,
        cues=cues,
        met=tuple(cue.id for cue in met),
        disclosed=tuple(saying.disclosed),
        mood=stirred(mood, len(cues)),
        understood=understood,
        ended=ended,
        speaker=saying.speaker(),
        said=tuple(saying.keys),
        told=told,
    )


def _wants_to_stop(case: Case, mood: Mood) -> bool:
    stop = case.stop
    return mood.distress >= stop.distress or mood.energy <= stop.energy or mood.trust <= stop.trust


def _tires(case: Case, memory: Memory, mood: Mood) -> bool:
    """Whether it is time to say, once, that it will soon be enough."""
    if any(key.startswith("stop.warns") for key in memory.said):
        return False
    stop = case.stop
    return (
        mood.distress >= stop.distress - WARNS_WITHIN or mood.energy <= stop.energy + WARNS_WITHIN
    )
