"""Asking: open questions, leave first, what the person wants to know before anything is told."""

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
from convoguide.practice.criteria.sources import KEY_SKILLS, NURSE, SICG, SPIKES
from convoguide.practice.criteria.talk import Talk
from convoguide.practice.criteria.turn import Heard

_OPEN_SHARE, _OPEN_TURNS = 0.75, 0.3
_TOO_OFTEN = 0.2


def _open_questions(talk: Talk) -> Judgement:
    opened = talk.doing("open_question")
    narrow = [e for e in talk.doing("closed_question", "leading_question") if e not in opened]
    share = len(opened) / (len(opened) + len(narrow) + 1)
    score = 0.6 * rising(share, _OPEN_SHARE) + 0.4 * rising(
        len(opened), max(1.0, _OPEN_TURNS * talk.count)
    )
    evidence = [Evidence(e.n, e.quote(question=True), good=True) for e in opened if e.quote()]
    evidence += [Evidence(e.n, e.quote(question=True), good=False) for e in narrow if e.quote()]
    narrow.sort(key=lambda each: not each.does("leading_question"))
    moments = [Moment(e.n, e.quote(question=True), "topics", e.topic) for e in narrow]
    return Judgement(score, tuple(evidence), *first_and_others(moments))


def _asks_leave(heard: Heard) -> bool:
    return heard.does("permission") or heard.topic == "permission"


def _leave(talk: Talk) -> Judgement:
    asked = [each for each in talk.heard if _asks_leave(each)]
    evidence = tuple(Evidence(e.n, e.quote(question=True), good=True) for e in asked if e.quote())
    moments = []
    if not asked:
        telling = [each for each in talk.heard if each.tells]
        before = [*telling, talk.first_said, *(e for e in talk.heard if e.quote())]
        moments = [Moment(each.n, each.quote(), "leave") for each in before]
    score = (0.0, 75.0, 100.0)[min(2, len(asked))]
    return Judgement(score, evidence, *first_and_others(moments))


def _wants(heard: Heard) -> bool:
    return (heard.topic == "information_needs" and not heard.tells) or heard.does("permission")


def _told(talk: Talk) -> list[Heard]:
    return [each for each in talk.heard if each.tells]


def _asked_before_telling(talk: Talk) -> Judgement:
    told = _told(talk)
    first = next((each for each in talk.heard if _wants(each)), None)
    after = [each for each in told if first is not None and first.place <= each.place]
    evidence = []
    if first is not None and after and first.quote():
        evidence.append(Evidence(first.n, first.quote(question=True), good=True))
    unasked = [each for each in told if each not in after]
    evidence += [Evidence(each.n, each.quote(), good=False) for each in unasked if each.quote()]
    moments = [Moment(each.n, each.quote(), "wants_to_know") for each in unasked]
    score = 100.0 * len(after) / len(told)
    return Judgement(score, tuple(evidence), *first_and_others(moments))


def _suggested(talk: Talk) -> list[Heard]:
    return [each for each in talk.heard if each.topic == "plan" or each.does("premature_advice")]


def _advice(talk: Talk) -> Judgement:
    given = talk.doing("premature_advice")
    evidence = tuple(Evidence(each.n, each.quote(), good=False) for each in given)
    moments = [Moment(each.n, each.quote(), "before_advice") for each in given]
    score = falling(len(given), _TOO_OFTEN, talk.count)
    return Judgement(score, evidence, *first_and_others(moments))


CRITERIA = (
    Criterion(
        id="open_questions",
        group="asking",
        weight=4,
        name=N_("Open questions"),
        well=N_("You asked openly and left room for the answer."),
        advice=N_("This question can be asked more openly."),
        rule="60 %: open questions among all (open / (open + closed + leading + 1), full at 0.75); "
        "40 %: turns with an open question (full at 30 % of the turns). Applies from three turns "
        "on.",
        sources=(KEY_SKILLS, SICG),
        applies=lambda talk: talk.count >= 3,
        judge=_open_questions,
    ),
    Criterion(
        id="leave_asked",
        group="asking",
        weight=2,
        name=N_("Asking permission"),
        well=N_("You asked permission before going on."),
        advice=N_("Ask permission here before going on."),
        rule="Turns that ask leave: none 0, one 75, two or more 100. Applies from three turns on.",
        sources=(SICG, SPIKES),
        applies=lambda talk: talk.count >= 3,
        judge=_leave,
        courtesy=True,
    ),
    Criterion(
        id="asked_before_telling",
        group="asking",
        weight=2,
        name=N_("Asking before telling"),
        well=N_("You asked what the person wanted to know before you told it."),
        advice=N_("Before telling this, ask what the person wants to know."),
        rule="The share of turns that tell facts or outlook and have, before them or in them, a "
        "question of what the person wants to know, or leave asked. Applies where something was "
        "told.",
        sources=(NURSE, SPIKES),
        applies=lambda talk: bool(_told(talk)),
        judge=_asked_before_telling,
    ),
    Criterion(
        id="advice_waited",
        group="asking",
        weight=2,
        name=N_("Advice that waits"),
        well="",
        advice=N_("This advice came early. Ask whether it is wanted, and hear more first."),
        rule="Turns of advice that nobody asked for: none is 100, a fifth of the turns is 0. "
        "Applies where advice or a plan was given.",
        sources=(KEY_SKILLS,),
        applies=lambda talk: bool(_suggested(talk)),
        judge=_advice,
    ),
)
