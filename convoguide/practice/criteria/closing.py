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


def _done(topic: str, *skills: str, late: bool) -> Callable[[Talk], list[Heard]]:
    def find(talk: Talk) -> list[Heard]:
        turns = talk.latter() if late else talk.heard
        return [e for e in turns if (e.does(*skills) or e.topic == topic) and not _against(e)]

    return find


def _against(heard: Heard) -> bool:
    """Whether the same turn undoes it."""
    return heard.does(*_UNDOES)


_summaries = _done("summary", "summary", late=True)
_teach_backs = _done("teach_back", "teach_back", late=True)
_commitments = _done("commitment", "commitment_nonabandonment", late=False)
_follow_ups = _done("follow_up", late=True)


def _rule(find: Callable[[Talk], list[Heard]], phrase: str) -> Callable[[Talk], Judgement]:
    def judge(talk: Talk) -> Judgement:
        found = [each for each in find(talk) if each.quote()]
        if found:
            return Judgement(100.0, tuple(Evidence(e.n, e.quote(), good=True) for e in found))
        last = talk.last_said
        return Judgement(0.0, (), Moment(last.n, last.quote(), phrase))

    return judge


def _teach_back(talk: Talk) -> Judgement:
    """A closed check («did you understand?») is a start: a quarter."""
    found = [each for each in _teach_backs(talk) if each.quote()]
    whole = [each for each in found if not each.does("closed_question")]
    if found and not whole:
        moment = Moment(found[0].n, found[0].quote(), "teach_back")
        return Judgement(25.0, (Evidence(found[0].n, found[0].quote(), good=False),), moment)
    return _rule(lambda _talk: whole, "teach_back")(talk)


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
        rule="100 where the last 60 % of the talk hold a summary that the same turn does not undo "
        "(blocking, false comfort, unasked advice, leading, lecturing, jargon), else 0. Applies "
        "from six turns on, unless the patient asked to stop and the talk stopped.",
        sources=(SICG, CALGARY),
        applies=lambda talk: _whole(talk) or bool(_summaries(talk)),
        judge=_rule(_summaries, "summary"),
    ),
    Criterion(
        id="teach_back",
        group="closing",
        weight=2,
        name=N_("In the person's own words"),
        well=N_("You let the person say in their own words what was agreed."),
        advice=N_("Ask the person to say in their own words what you have agreed."),
        rule="100 where the last 60 % of the talk hold a teach-back, 25 for a closed check, else "
        "0. Applies as summing up does.",
        sources=(TEACH_BACK,),
        applies=lambda talk: _whole(talk) or bool(_teach_backs(talk)),
        judge=_teach_back,
    ),
    Criterion(
        id="commitment",
        group="closing",
        weight=2,
        name=N_("Staying at the person's side"),
        well=N_("You said that you will be there."),
        advice=N_("Say that you will be there, whatever comes."),
        rule="100 where a turn says that the person will not be left, and does not undo it, else "
        "0. Applies as summing up does.",
        sources=(NONABANDONMENT, SICG),
        applies=lambda talk: _whole(talk) or bool(_commitments(talk)),
        judge=_rule(_commitments, "commitment"),
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
        rule="100 where the last 60 % of the talk say when we talk again, else 0. Applies as "
        "summing up does.",
        sources=(CALGARY,),
        applies=lambda talk: _whole(talk) or bool(_follow_ups(talk)),
        judge=_rule(_follow_ups, "follow_up"),
    ),
)
