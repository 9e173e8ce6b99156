"""Talks for tests of the coach: the scripts of three levels, and short ones built by hand."""

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from random import Random

from convoguide.core.labels import SKILLS, TOPICS
from convoguide.practice.case import Case
from convoguide.practice.debrief import Debrief, debrief
from convoguide.practice.patient import begin, respond
from convoguide.practice.rehearsal import (
    Cue,
    Feeling,
    Mood,
    PatientTurn,
    Rehearsal,
    TraineeTurn,
    Turn,
)
from convoguide.services import cases
from convoguide.understanding import Reading

SCRIPTS = Path(__file__).parent / "scripts"
HEART = "sv-heart-at-home"
"""A script that tests use where any will do."""
LEVELS = ("good", "middling", "poor")
NAMES = tuple(sorted(path.name for path in SCRIPTS.iterdir()))

Labelled = tuple[str, str, tuple[str, ...]]
"""What was said, its topic and its skills."""


def script(name: str, level: str) -> list[Labelled]:
    """A script with the labels that a person gave it."""
    folder = SCRIPTS / name
    texts = (folder / f"{level}.txt").read_text(encoding="utf-8").splitlines()
    labels = (folder / f"{level}.labels").read_text(encoding="utf-8").splitlines()
    rows = zip(texts, labels, strict=True)
    return [(text, label.split()[0], tuple(label.split()[1:])) for text, label in rows]


def corrupted(rows: Sequence[Labelled], rng: Random, share: float) -> list[Labelled]:
    """The same with that share of topics, and of skills, replaced by any others."""
    found = []
    for text, topic, skills in rows:
        other = rng.choice(TOPICS) if rng.random() < share else topic
        if rng.random() < share:
            skills = tuple(rng.sample(SKILLS, rng.choice((0, 1, 1, 1, 2))))  # noqa: PLW2901
        found.append((text, other, skills))
    return found


def cases_for(name: str) -> list[Case]:
    """The cases in a script's language; all, where there is none."""
    every = list(cases.all_cases())
    return [each for each in every if each.language == name[:2]] or every


def reading(topic: str, skills: Iterable[str]) -> Reading:
    """A reading that is sure of itself."""
    return Reading(topic, tuple(skills), 1.0, ((topic, 1.0),))


def held(case: Case, rows: Iterable[Labelled], seed: int = 0) -> Rehearsal:
    """The whole script with that patient."""
    rehearsal = begin(case, "by-script", seed)
    for text, topic, skills in rows:
        rehearsal = respond(case, rehearsal, reading(topic, skills), text)
    return rehearsal


def seen(case: Case, rows: Iterable[Labelled], seed: int = 0) -> Debrief:
    """The debrief of the script with that patient."""
    return debrief(case, held(case, rows, seed), cases.coach_words(case.language))


@cache
def by_script(case_id: str, name: str, level: str) -> Rehearsal:
    """A script as a person labelled it, held with that patient; values, so held but once."""
    return held(cases.case(case_id), script(name, level))


@cache
def judged(case_id: str, name: str, level: str) -> Debrief:
    """The debrief of `by_script`."""
    case = cases.case(case_id)
    return debrief(case, by_script(case_id, name, level), cases.coach_words(case.language))


# --- by hand


def patient(
    text: str,
    feeling: Feeling | None = None,
    *,
    words: str = "",
    topic: str = "none",
    trust: float = 0.5,
    ended: bool = False,
) -> PatientTurn:
    """A turn of the patient; with a feeling, its words (all of the text unless told) show it."""
    cue = Cue(f"{text[:8]}", "explicit", feeling, words or text) if feeling else None
    return PatientTurn(
        n=0,
        text=text,
        topic=topic,
        cues=(cue,) if cue else (),
        met=(),
        disclosed=(),
        mood=Mood(trust, 0.4, 0.8),
        understood=True,
        ended=ended,
    )


def trainee(text: str, topic: str = "none", *skills: str, hinted: bool = False) -> TraineeTurn:
    """A turn of the trainee by its labels."""
    return TraineeTurn(n=0, text=text, reading=reading(topic, skills), hinted=hinted)


def by_hand(*turns: Turn) -> Rehearsal:
    """A rehearsal of these turns, numbered; the patient answers «Mm.» where no answer is given."""
    filled: list[Turn] = []
    for turn in turns:
        if filled and isinstance(filled[-1], TraineeTurn) and isinstance(turn, TraineeTurn):
            filled.append(patient("Mm."))
        if not filled and isinstance(turn, TraineeTurn):
            filled.append(patient("Hej."))
        filled.append(turn)
    if isinstance(filled[-1], TraineeTurn):
        filled.append(patient("Mm."))
    numbered = tuple(_numbered(turn, n) for n, turn in enumerate(filled, start=1))
    return Rehearsal("by-hand", "any", 0, None, numbered)


def _numbered(turn: Turn, n: int) -> Turn:
    from dataclasses import replace

    return replace(turn, n=n)
