"""Closing: summing up, own words, staying, a plan with leave, when we meet again.

A talk that ends because the patient wants to stop need not sum up or check: then these rules say
something only where it was done.
"""

from collections.abc import Callable

from convoguide.i18n import N_
from convoguide.practice.criteria.model import Criterion, Evidence, Judgement, Moment
from convoguide.practice.criteria.sources import CALGARY, NONABANDONMENT, SICG, TEACH_BACK
from convoguide.practice.criteria.talk import Talk
from convoguide.practice.criteria.turn import Heard

_LONG_ENOUGH = 6
_TOPIC_ALONE, _SAID_BACK, _SEEN = 0.4, 0.3, 0.5
_UNDOES = (
    "blocking",
    "false_reassurance",
    "premature_advice",
    "leading_question",
    "information_dump",
    "jargon",
)


def _whole(talk: Talk) -> bool:
    return talk.count >= _LONG_ENOUGH and not talk.stop_kept


def _against(heard: Heard) -> bool:
    """Whether the same turn undoes it."""
    return heard.does(*_UNDOES) or bool(heard.moves_off)


def _summed_up(heard: Heard) -> float:
    if heard.does("summary") or "summary" in heard.parts:
        return 1.0
    if heard.topic == "summary":
        return _TOPIC_ALONE
    return _SAID_BACK if heard.does("reflection") else 0.0


def _checked(heard: Heard) -> float:
    """A closed check («did you understand?») is a start: a quarter."""
    asks_words = "teach_back" in heard.parts and heard.topic != "illness_understanding"
    if heard.does("teach_back") or asks_words:
        return 1.0
    if heard.topic != "teach_back":
        return 0.0
    return 0.25 if heard.does("closed_question") else _TOPIC_ALONE


def _stays(heard: Heard) -> float:
    if heard.does("commitment_nonabandonment") or "commitment" in heard.parts:
        return 1.0
    return _TOPIC_ALONE if heard.topic == "commitment" else 0.0


def _meets_again(heard: Heard) -> float:
    if "follow_up" in heard.parts:
        return 1.0
    return _TOPIC_ALONE if heard.topic == "follow_up" else 0.0


_Worth = Callable[[Heard], float]


def _found(talk: Talk, worth: _Worth, *, late: bool) -> list[tuple[float, Heard]]:
    """The turns that do it, the surest first."""
    turns = talk.latter() if late else talk.heard
    found = [(worth(e), e) for e in turns if worth(e) and e.quote() and not _against(e)]
    return sorted(found, key=lambda each: -each[0])


def _said(worth: _Worth, *, late: bool = True) -> Callable[[Talk], bool]:
    """Whether it had to be done, or was."""
    return lambda talk: _whole(talk) or any(e == 1 for e, _t in _found(talk, worth, late=late))


def _rule(worth: _Worth, phrase: str, *, late: bool = True) -> Callable[[Talk], Judgement]:
    def judge(talk: Talk) -> Judgement:
        found = _found(talk, worth, late=late)
        best, turn = found[0] if found else (0.0, talk.last_said)
        evidence = (Evidence(e.n, e.quote(), good=each >= _SEEN) for each, e in found)
        moment = Moment(turn.n, turn.quote(), phrase) if best < 1 else None
        return Judgement(100.0 * best, tuple(evidence), moment)

    return judge


def _plans(talk: Talk) -> list[Heard]:
    return [e for e in talk.latter(0.25) if e.topic == "plan" or e.does("premature_advice")]


def _with_leave(heard: Heard) -> float:
    if heard.does("premature_advice", "blocking"):
        return 0.0
    if heard.does("leading_question"):
        return 0.2
    asked = heard.does("permission", "open_question", "closed_question")
    return 1.0 if asked or heard.leave or "?" in heard.text else 0.3


def _plan(talk: Talk) -> Judgement:
    plans = _plans(talk)
    worths = [_with_leave(each) for each in plans]
    evidence = tuple(
        Evidence(each.n, each.quote(each.leave), good=worth == 1)
        for each, worth in zip(plans, worths, strict=True)
        if each.quote()
    )
    worst = min(plans, key=_with_leave)
    moment = Moment(worst.n, worst.quote(), "plan_with_leave") if _with_leave(worst) < 1 else None
    return Judgement(50.0 * (max(worths) + sum(worths) / len(worths)), evidence, moment)


CRITERIA = (
    Criterion(
        id="summary",
        group="closing",
        weight=3,
        name=N_("Summing up"),
        well=N_("You summed up what you had heard."),
        advice=N_("Sum up what you have heard, and ask whether it is right."),
        rule="100 where the last 60 % of the talk hold a summary, by its skill or by word list, "
        "that the same turn does not undo (blocking, false comfort, unasked advice, leading, "
        "lecturing, jargon); 40 by its topic alone, 30 for saying back, else 0. Applies from six "
        "turns on, unless the patient asked to stop and the talk stopped.",
        sources=(SICG, CALGARY),
        applies=_said(_summed_up),
        judge=_rule(_summed_up, "summary"),
    ),
    Criterion(
        id="teach_back",
        group="closing",
        weight=2,
        name=N_("In the person's own words"),
        well=N_("You let the person say in their own words what was agreed."),
        advice=N_("Ask the person to say in their own words what you have agreed."),
        rule="100 where the last 60 % of the talk hold a teach-back, by its skill or by word "
        "list; 40 by its topic alone, 25 for a closed check, else 0. Applies as summing up does.",
        sources=(TEACH_BACK,),
        applies=_said(_checked),
        judge=_rule(_checked, "teach_back"),
    ),
    Criterion(
        id="commitment",
        group="closing",
        weight=2,
        name=N_("Staying at the person's side"),
        well=N_("You said that you will be there."),
        advice=N_("Say that you will be there, whatever comes."),
        rule="100 where a turn says that the person will not be left, by its skill or by word "
        "list, and does not undo it; 40 by its topic alone, else 0. Applies as summing up does.",
        sources=(NONABANDONMENT, SICG),
        applies=_said(_stays, late=False),
        judge=_rule(_stays, "commitment", late=False),
    ),
    Criterion(
        id="plan_with_leave",
        group="closing",
        weight=2,
        name=N_("A plan that the person agrees to"),
        well=N_("You asked whether the plan was all right."),
        advice=N_("Offer it as a suggestion, and ask whether it is all right."),
        rule="Turns with a plan: with leave or a question 1, told alone 0.3, with a leading "
        "question 0.2, as unasked advice 0. Half the best turn, half the mean. Applies where a "
        "plan was made.",
        sources=(SICG,),
        applies=lambda talk: bool(_plans(talk)),
        judge=_plan,
    ),
    Criterion(
        id="follow_up",
        group="closing",
        weight=2,
        name=N_("When we meet again"),
        well=N_("You said when you would talk again."),
        advice=N_("Say when you will talk again."),
        rule="100 where a sentence in the last 60 % of the talk says by its words that and when "
        "we talk again, 40 by its topic alone, else 0. Applies as summing up does.",
        sources=(CALGARY,),
        applies=_said(_meets_again),
        judge=_rule(_meets_again, "follow_up"),
    ),
)
