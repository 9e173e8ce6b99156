"""Feelings: whether they were met, whether empathy was shown at all, whether they were moved off.

A feeling shown by the patient is an opening for empathy. It is met by any of the five NURSE ways,
by silence straight after it, by saying back what was heard, by a wish, or by staying; not when
the same turn comforts falsely, changes the subject, advises, lectures or speaks in jargon.
"""

from convoguide.i18n import N_
from convoguide.practice.criteria.model import (
    Criterion,
    Evidence,
    Judgement,
    Moment,
    falling,
    first_and_others,
    rising,
)
from convoguide.practice.criteria.sources import KEY_SKILLS, NURSE, SILENCE, VR_CODES
from convoguide.practice.criteria.talk import Opening, Talk
from convoguide.practice.criteria.turn import MEETING, Heard

_LATER = 0.5
_ENOUGH = 0.22
_UNDONE = 0.5
_TOO_OFTEN = 0.25


def _answered(opening: Opening) -> Evidence:
    """The words that met it; a silence has none, so the patient's stand for it."""
    quote = opening.next.quote()
    if quote:
        return Evidence(opening.next.n, quote, good=True)
    return Evidence(opening.turn.n, opening.cue.words, good=True)


def _at(opening: Opening) -> Moment:
    cue = opening.cue
    return Moment(opening.turn.n, cue.words, "feelings", cue.feeling, cue.words)


def _feelings_met(talk: Talk) -> Judgement:
    met = [each for each in talk.openings if each.met]
    missed = [each for each in talk.openings if not each.met]
    late = sum(each.met_later for each in missed)
    evidence = [_answered(each) for each in met]
    evidence += [Evidence(each.turn.n, each.cue.words, good=False) for each in missed]
    worst = next((m for m in missed if m.cue.kind == "explicit"), missed[0] if missed else None)
    moment = _at(worst) if worst else None
    others = tuple(_at(each) for each in missed if each is not worst)
    return Judgement(
        100.0 * (len(met) + _LATER * late) / len(talk.openings), tuple(evidence), moment, others
    )


def _weight(heard: Heard) -> float:
    if not heard.meets:
        return 0.0
    ways = heard.skills & MEETING
    if ways == {"silence"} and not heard.before.cues:
        return 0.5
    return 0.5 if ways <= {"reflection", "commitment_nonabandonment"} else 1.0


def _still_silent(talk: Talk, heard: Heard) -> bool:
    """A second silence in a row leaves the patient alone."""
    return heard.does("silence") and heard.place > 0 and talk.heard[heard.place - 1].does("silence")


def _empathy_shown(talk: Talk) -> Judgement:
    shown = [each for each in talk.heard if _weight(each) and not _still_silent(talk, each)]
    shown.sort(key=lambda each: (-_weight(each), each.n))
    against = sum(max(each.moved, float(each.does("false_reassurance"))) for each in talk.heard)
    net = max(0.0, sum(map(_weight, shown)) - _UNDONE * against)
    score = rising(net, max(2.0, _ENOUGH * talk.count))
    evidence = [Evidence(e.n, e.quote(), good=True) for e in shown if e.quote()]
    missed = next((each for each in talk.openings if not each.met), None)
    return Judgement(score, tuple(evidence), _at(missed) if missed else None)


def _moved_off(talk: Talk) -> list[Heard]:
    after_feeling = {each.next.n for each in talk.openings}
    return [
        each
        for each in talk.heard
        if each.moved or (each.does("false_reassurance") and each.n in after_feeling)
    ]


def _stayed(talk: Talk) -> Judgement:
    found = _moved_off(talk)
    evidence = tuple(Evidence(e.n, e.quote(e.moves_off or e.comfort), good=False) for e in found)
    weighed = sum(max(each.moved, float(each.does("false_reassurance"))) for each in found)
    score = falling(weighed, _TOO_OFTEN, talk.count)
    return Judgement(score, evidence, *first_and_others([_steered(each) for each in found]))


def _steered(heard: Heard) -> Moment:
    cue = next(iter(heard.before.cues), None)
    words = heard.quote(heard.moves_off or heard.comfort)
    feeling, said = (cue.feeling, cue.words) if cue else (None, "")
    return Moment(heard.n, words, "feelings", feeling, said)


CRITERIA = (
    Criterion(
        id="feelings_met",
        group="feelings",
        weight=3,
        name=N_("Feelings that were met"),
        well=N_("You stayed with a feeling when it was shown."),
        advice=N_("A feeling was shown here. Meet it before going on."),
        rule="The share of the patient's openings for empathy that the very next turn met; one met "
        "a turn later counts half. Applies where the patient showed a feeling.",
        sources=(VR_CODES, NURSE, SILENCE),
        applies=lambda talk: bool(talk.openings),
        judge=_feelings_met,
        harm=1,
    ),
    Criterion(
        id="empathy_shown",
        group="feelings",
        weight=4,
        name=N_("Empathy in words"),
        well=N_("You put empathy into words."),
        advice=N_("Say aloud what you see or hear the person feel."),
        rule="Turns that name, understand, respect, support or explore a feeling, wait in "
        "silence after one, or wish; saying back, staying, and a silence where no feeling was "
        "shown count half, a second silence in a row nothing, and each turn that blocks or "
        "comforts falsely takes half a turn away (a quarter where only words of a list show that "
        "it moves off). Full at 22 % of the turns, at least two. Applies from three turns on.",
        sources=(NURSE, SILENCE),
        applies=lambda talk: talk.count >= 3,
        judge=_empathy_shown,
    ),
    Criterion(
        id="stayed_with_feelings",
        group="feelings",
        weight=3,
        name=N_("Not steering away from feelings"),
        well="",
        advice=N_(
            "Here the talk steered away from what the person felt. Stay with it a little first."
        ),
        rule="Turns that block (by label 1, by word list alone 0.5), or comfort falsely straight "
        "after a feeling: none is 100, a quarter of the turns is 0. Applies where a feeling "
        "was shown or where it happened.",
        sources=(KEY_SKILLS, VR_CODES),
        applies=lambda talk: bool(talk.openings or _moved_off(talk)),
        judge=_stayed,
        harm=2,
    ),
)
