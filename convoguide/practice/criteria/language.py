"""Language: room for the patient, plain words, a little at a time, nothing promised falsely."""

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
from convoguide.practice.criteria.sources import CALGARY, JARGON, KEY_SKILLS, NURSE
from convoguide.practice.criteria.talk import Talk
from convoguide.practice.criteria.turn import Heard

_ROOMY, _FULL = 40, 75
_TOO_OFTEN = 0.2
_HANDED = 0.7
_INVITES = ("open_question", "permission", "summary", "teach_back")


def _too_long(heard: Heard) -> float:
    return min(1.0, max(0.0, (heard.words - _ROOMY) / (_FULL - _ROOMY)))


def _turns(talk: Talk) -> Judgement:
    long = [each for each in talk.heard if _too_long(each) > 0.2]
    evidence = tuple(Evidence(each.n, each.quote(), good=False) for each in long)
    moment = None
    if long:
        longest = max(long, key=lambda each: each.words)
        moment = Moment(longest.n, longest.quote(), "shorter")
    score = falling(sum(map(_too_long, talk.heard)), _TOO_OFTEN, talk.count)
    return Judgement(score, evidence, moment)


def _hands_over(heard: Heard) -> float:
    """How far a turn leaves the next word to the patient: a closed question asks for one only."""
    if heard.does("blocking", "information_dump", "premature_advice", "leading_question"):
        return 0.0
    if heard.meets or heard.does(*_INVITES):
        return 1.0
    return 0.5 if heard.does("closed_question") else 0.0


def _word_handed_over(talk: Talk) -> Judgement:
    given = [each for each in talk.heard if _hands_over(each) == 1 and each.quote()]
    kept = [each for each in talk.heard if not _hands_over(each) and each.quote()]
    evidence = [Evidence(each.n, each.quote(question=True), good=True) for each in given]
    evidence += [Evidence(each.n, each.quote(), good=False) for each in kept]
    moments = [Moment(each.n, each.quote(), "topics", each.topic) for each in kept]
    score = rising(sum(map(_hands_over, talk.heard)), _HANDED * talk.count)
    return Judgement(score, tuple(evidence), *first_and_others(moments))


def _jargon(heard: Heard) -> float:
    """A term that both label and word list know counts whole, one that only one knows half."""
    return (0.7 if heard.does("jargon") else 0.0) + (0.5 if heard.jargon else 0.0)


def _plain(talk: Talk) -> Judgement:
    found = [each for each in talk.heard if _jargon(each)]
    evidence = tuple(Evidence(e.n, e.quote(e.jargon), good=False) for e in found if e.quote())
    moment = None
    if found:
        worst = max(found, key=_jargon)
        moment = Moment(worst.n, worst.quote(worst.jargon), "plain")
    score = falling(sum(min(1.0, _jargon(each)) for each in found), _TOO_OFTEN, talk.count)
    return Judgement(score, evidence, moment)


def _dumps(talk: Talk) -> list[Heard]:
    return talk.doing("information_dump")


def _bits(talk: Talk) -> Judgement:
    found = _dumps(talk)
    evidence = tuple(Evidence(each.n, each.quote(), good=False) for each in found)
    moment = Moment(found[0].n, found[0].quote(), "small_bits") if found else None
    return Judgement(falling(len(found), _TOO_OFTEN, talk.count), evidence, moment)


def _comfort(heard: Heard) -> float:
    return (0.7 if heard.does("false_reassurance") else 0.0) + (0.5 if heard.comfort else 0.0)


def _honest(talk: Talk) -> Judgement:
    found = [each for each in talk.heard if _comfort(each)]
    evidence = tuple(Evidence(e.n, e.quote(e.comfort), good=False) for e in found if e.quote())
    moments = [_promised(each) for each in sorted(found, key=_comfort, reverse=True)]
    score = falling(sum(min(1.0, _comfort(each)) for each in found), _TOO_OFTEN, talk.count)
    return Judgement(score, evidence, *first_and_others(moments))


def _promised(heard: Heard) -> Moment:
    return Moment(heard.n, heard.quote(heard.comfort), "instead_of_comfort")


CRITERIA = (
    Criterion(
        id="room_to_speak",
        group="language",
        weight=3,
        name=N_("Room for the person to speak"),
        well="",
        advice=N_("This was a long turn. Say one thing, then wait."),
        rule="Words before the patient could speak: a turn over 40 words counts in part, one of "
        "75 whole; none is 100, a fifth of the turns is 0. Applies from three turns on.",
        sources=(CALGARY,),
        applies=lambda talk: talk.count >= 3,
        judge=_turns,
    ),
    Criterion(
        id="word_handed_over",
        group="language",
        weight=2,
        name=N_("Handing over the word"),
        well=N_("You left the next word to the person, again and again."),
        advice=N_("This turn asked nothing and took nothing up. Hand the word over."),
        rule="Turns that leave the next word to the patient: an open question, leave asked, a "
        "feeling met, a silence, a summary or a teach-back 1, a closed question 0.5; full at 70 % "
        "of the turns. Applies from three turns on.",
        sources=(CALGARY, KEY_SKILLS),
        applies=lambda talk: talk.count >= 3,
        judge=_word_handed_over,
    ),
    Criterion(
        id="plain_words",
        group="language",
        weight=3,
        name=N_("Plain words"),
        well="",
        advice=N_("Few people know these terms. Say it in everyday words."),
        rule="Turns with unexplained terms, by label (0.7) and by word list or unknown "
        "abbreviation (0.5), at most 1 a turn; none is 100, a fifth of the turns is 0. Applies "
        "from three turns on.",
        sources=(JARGON, CALGARY),
        applies=lambda talk: talk.count >= 3,
        judge=_plain,
    ),
    Criterion(
        id="a_little_at_a_time",
        group="language",
        weight=2,
        name=N_("A little at a time"),
        well="",
        advice=N_("Much came at once here. Give one piece, then ask how it lands."),
        rule="Turns that pour out many facts: none is 100, a fifth of the turns is 0. Applies "
        "where something was told.",
        sources=(NURSE, CALGARY),
        applies=lambda talk: any(each.tells for each in talk.heard),
        judge=_bits,
    ),
    Criterion(
        id="honest_comfort",
        group="language",
        weight=3,
        name=N_("No false comfort"),
        well="",
        advice=N_("No one can promise this. A wish is honest and comforts too."),
        rule="Turns that promise what no one can, by label (0.7) and by word list (0.5), at most "
        "1 a turn; none is 100, a fifth of the turns is 0. Applies from three turns on.",
        sources=(KEY_SKILLS, NURSE),
        applies=lambda talk: talk.count >= 3,
        judge=_honest,
        harm=3,
    ),
)
