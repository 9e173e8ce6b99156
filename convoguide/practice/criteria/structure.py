"""Structure: how it opened, understanding before telling, what was talked about, when it ended."""

from convoguide.core.labels import EMPATHY
from convoguide.i18n import N_
from convoguide.practice.criteria.model import Criterion, Evidence, Judgement, Moment, rising
from convoguide.practice.criteria.sources import CALGARY, SICG, SPIKES
from convoguide.practice.criteria.talk import CLOSING, THEIRS, Talk
from convoguide.practice.criteria.turn import Heard

_FIRST = 3
_LEAST, _MOST, _PER_TURN = 3.0, 6.0, 0.45
_SHUT = 0.5
_OWN_GROUND, _OWN_MOST = 0.5, 2
_SAID_BACK = 0.6
_FRAME = CLOSING | {"agenda", "permission", "prognosis"}


def _opening(talk: Talk) -> Judgement:
    first = talk.heard[:_FIRST]
    framed = [e for e in first if e.topic in {"agenda", "permission"} or e.does("permission")]
    greeted = [each for each in first if each.topic == "smalltalk" or each.greets]
    asked = [each for each in first if each.does("open_question")]
    met = [each for each in first if each.meets and each.quote()]
    score = 100.0 if framed else 30.0 * sum(map(bool, (greeted, asked, met)))
    score *= _SHUT if any(each.shuts for each in first) else 1.0
    evidence = tuple(Evidence(each.n, each.quote(), good=True) for each in framed if each.quote())
    moment = None if framed else Moment(talk.first_said.n, talk.first_said.quote(), "opening")
    return Judgement(score, evidence, moment)


def _explores(heard: Heard) -> float:
    """How far a turn opens what the person understands."""
    if heard.topic != "illness_understanding":
        return 0.0
    if heard.does("open_question", "permission", "empathy_explore"):
        return 1.0
    return 0.5 if heard.does("closed_question", "reflection") else 0.0


def _understanding(talk: Talk) -> Judgement:
    told = [each for each in talk.heard if each.tells]
    asked = [each for each in talk.heard if _explores(each)]
    evidence = tuple(Evidence(e.n, e.quote(question=True), good=True) for e in asked if e.quote())
    if not asked:
        here = Moment(told[0].n, told[0].quote(), "what_is_known")
        return Judgement(0.0, (Evidence(told[0].n, told[0].quote(), good=False),), here)
    first = asked[0].place
    before = [each for each in told if each.place < first]
    share = 1.0 - len(before) / len(told) if told else 1.0
    moment = Moment(before[0].n, before[0].quote(), "what_is_known") if before else None
    return Judgement(100.0 * share * max(map(_explores, asked)), evidence, moment)


def _opens_topic(heard: Heard) -> float:
    if heard.tells:
        return 0.0
    if heard.topic not in THEIRS:
        if heard.topic in _FRAME:
            return 0.0
        return _OWN_GROUND * (
            1.0 if heard.does("open_question") else _SAID_BACK * heard.does("reflection")
        )
    if heard.does("open_question", "permission", "empathy_explore"):
        return 1.0
    if heard.does("closed_question", "reflection") or heard.skills & EMPATHY:
        return _SAID_BACK
    return 0.2 if heard.does("leading_question") else 0.0


def _wanted_topics(talk: Talk) -> float:
    """How many topics a full talk of this length opens, of those that this patient opens."""
    turns = talk.count
    if talk.stop_kept:
        turns = sum(not each.stopped for each in talk.heard)
        return max(1.0, min(_MOST, _PER_TURN * turns * 0.6, len(talk.opens)))
    return max(1.0, min(max(_LEAST, _PER_TURN * turns), _MOST, len(talk.opens)))


def _topics(talk: Talk) -> Judgement:
    worths = {each.n: _opens_topic(each) * talk.kept(each) for each in talk.heard}
    ranked = sorted(
        (each for each in talk.heard if worths[each.n]), key=lambda each: -worths[each.n]
    )
    best: dict[str, Heard] = {}
    own = [each for each in ranked if each.topic not in THEIRS][:_OWN_MOST]
    for heard in ranked:
        if heard.topic in THEIRS:
            best.setdefault(heard.topic, heard)
    shown = sorted((*best.values(), *own), key=lambda each: each.n)
    score = rising(sum(worths[each.n] for each in shown), _wanted_topics(talk))
    evidence = tuple(Evidence(e.n, e.quote(question=True), good=True) for e in shown if e.quote())
    moment = None
    if talk.heard and score < 100:
        left = next((t for t in _BY_WEIGHT if t in talk.opens and t not in best), None)
        last = talk.last_said
        moment = Moment(last.n, last.quote(), "topics", left) if left else None
    return Judgement(score, evidence, moment)


_BY_WEIGHT = (
    "what_matters",
    "worries",
    "illness_understanding",
    "hopes",
    "critical_abilities",
    "unwanted_care",
    "family",
    "strength",
)
"""What is worth asking first, where little was asked."""


def _stop(talk: Talk) -> Judgement:
    after, asked = talk.went_on, talk.asked_to_stop
    if after is not None:
        moment = Moment(after.n, after.quote(), "stop")
        return Judgement(0.0, (Evidence(after.n, after.quote(), good=False),), moment)
    quote = asked.text[:160] if asked else ""
    return Judgement(100.0, (Evidence(asked.n, quote, good=True),) if asked else ())


CRITERIA = (
    Criterion(
        id="opening",
        group="structure",
        weight=2,
        name=N_("The opening"),
        well=N_("You said what the talk was for, or asked permission to hold it."),
        advice=N_("Begin by saying what the talk is for, and ask whether it suits."),
        rule="In the first three turns: what the talk is for, or leave asked, 100; else a greeting "
        "30, an open question 30 and a feeling met in words 30; half where one of them shuts what "
        "was open (as under what was talked about). Applies from three turns on.",
        sources=(CALGARY, SICG),
        applies=lambda talk: talk.count >= 3,
        judge=_opening,
    ),
    Criterion(
        id="understanding_first",
        group="structure",
        weight=3,
        name=N_("Understanding before telling"),
        well=N_("You asked how the person sees the illness before telling more."),
        advice=N_("Ask how the person sees it before telling more."),
        rule="The share of turns that tell facts or outlook and come after the patient was asked "
        "how they understand the illness (a closed question or saying back counts half). "
        "Applies where something was told or this was asked.",
        sources=(SPIKES, SICG),
        applies=lambda talk: any(each.tells or _explores(each) for each in talk.heard),
        judge=_understanding,
    ),
    Criterion(
        id="topics_opened",
        group="structure",
        weight=4,
        name=N_("What was talked about"),
        well=N_("You opened what mattered to this person."),
        advice=N_("There was more that this person could have told. One way to ask:"),
        rule="Different topics opened, openly (1), by a closed question, saying back or meeting a "
        "feeling there (0.6), by a leading one (0.2); what the person brought up that is no topic "
        "of the guide at most twice, by an open question (0.5) or saying it back (0.3); half of "
        "that where the same "
        "turn or the next shuts it (blocking, false comfort, unasked advice, leading); full "
        "at 45 % of the turns, three to six, never more than this patient opens, and 60 % of "
        "that where the patient asked to stop and the talk stopped. Applies from three turns "
        "on.",
        sources=(SICG, CALGARY),
        applies=lambda talk: talk.count >= 3,
        judge=_topics,
    ),
    Criterion(
        id="stopped_when_asked",
        group="structure",
        weight=2,
        name=N_("Stopping when the person wants to stop"),
        well=N_("You stopped when the person had had enough."),
        advice=N_("The person had had enough here. Leave it, and say when you come back."),
        rule="100 where the patient had had enough and nothing new was opened after they said so, "
        "0 where the talk went on. Applies where the patient asked to stop; where they broke off "
        "because trust was lost, only if the talk went on.",
        sources=(CALGARY,),
        applies=lambda talk: talk.stop_kept or talk.went_on is not None,
        judge=_stop,
    ),
)
