"""The outlook: told only where it is wanted, with what no one can know, and with care.

Not told at all, nothing here applies, unless the patient asked for it.
"""

from convoguide.i18n import N_
from convoguide.practice.criteria.model import Criterion, Evidence, Judgement, Moment
from convoguide.practice.criteria.sources import HOPE_AND_PREPARE, SICG, SPIKES, WISH
from convoguide.practice.criteria.talk import Talk
from convoguide.practice.criteria.turn import Heard

_NO_ANSWER = ("false_reassurance", "information_dump", "jargon", "blocking")
_CAREFUL = ("wish_statement", "hope_worry_statement")
_BLUNT = 40.0


def _told(talk: Talk) -> list[Heard]:
    return [each for each in talk.heard if each.tells_outlook]


def _asked(talk: Talk) -> Heard | None:
    """Where the patient was first asked what they want to know, or whether to go on to it."""
    topics = {"information_needs", "permission"}
    return next((e for e in talk.heard if e.topic in topics or e.does("permission")), None)


def _best_and_usual(worths: list[float]) -> float:
    """Half by the best of the turns, half by all: one good turn does not undo a blunt one."""
    return 50.0 * (max(worths) + sum(worths) / len(worths))


def _judged(told: list[Heard], worths: list[float], phrase: str, hits: list[str]) -> Judgement:
    evidence = tuple(
        Evidence(each.n, each.quote(hit), good=worth > 0)
        for each, worth, hit in zip(told, worths, hits, strict=True)
        if each.quote()
    )
    worst = next((e for e, worth in zip(told, worths, strict=True) if worth == 0), None)
    moment = Moment(worst.n, worst.quote(), phrase) if worst else None
    return Judgement(_best_and_usual(worths), evidence, moment)


def _wanted(talk: Talk) -> Judgement:
    told = _told(talk)
    first = _asked(talk)
    worths = []
    for heard in told:
        was_told = heard.after.told if heard.after else None
        asked = first is not None and first.place <= heard.place
        if was_told == "unwanted":
            worths.append(0.4 if asked else 0.0)
        else:
            worths.append(1.0 if asked or was_told == "wanted" else 0.0)
    return _judged(told, worths, "wants_to_know", ["" for _each in told])


def _uncertain(talk: Talk) -> Judgement:
    told = _told(talk)
    worths = [
        0.0
        if each.does("false_reassurance")
        else 1.0
        if each.uncertain or each.does("hope_worry_statement")
        else 0.0
        for each in told
    ]
    return _judged(told, worths, "uncertain", [each.uncertain for each in told])


def _with_care(talk: Talk) -> Judgement:
    told = _told(talk)
    worths = []
    for heard in told:
        after = talk.heard[heard.place + 1] if heard.place + 1 < talk.count else None
        if heard.does("blocking", "false_reassurance"):
            worths.append(0.0)
        elif heard.does(*_CAREFUL) or heard.meets:
            worths.append(1.0)
        else:
            worths.append(0.8 if after is not None and after.meets else 0.0)
    return _judged(told, worths, "with_care", ["" for _each in told])


def _answered(talk: Talk) -> Judgement:
    asked = talk.asked_for_outlook[0]
    told = _told(talk)
    quote = _question(asked.text)
    first = _asked(talk)
    clear = next((e for e in told if not e.does(*_NO_ANSWER) and not e.jargon), None)
    if clear is not None:
        led_up = first is not None and first.place <= clear.place
        careful = led_up or clear.uncertain or clear.does(*_CAREFUL)
        moment = None if careful else Moment(clear.n, clear.quote(), "with_care")
        shown = (Evidence(clear.n, clear.quote(), good=bool(careful)),)
        return Judgement(100.0 if careful else _BLUNT, shown, moment)
    later = [each for each in talk.heard if each.n > asked.n]
    taken_up = next(
        (
            each
            for each in later
            if not each.does(*_NO_ANSWER)
            and (
                each.topic in {"prognosis", "information_needs"}
                or (each.n == asked.n + 1 and (each.meets or each.does("permission")))
            )
        ),
        None,
    )
    if taken_up is not None:
        return Judgement(70.0, (Evidence(taken_up.n, taken_up.quote() or "", good=True),))
    put_off = next((e for e in later if e.n == asked.n + 1 and e.does("open_question")), None)
    if put_off is not None:
        moment = Moment(asked.n, quote, "asked_for_outlook")
        return Judgement(_BLUNT, (Evidence(asked.n, quote, good=False),), moment)
    missed = (Evidence(asked.n, quote, good=False),)
    return Judgement(0.0, missed, Moment(asked.n, quote, "asked_for_outlook"))


def _question(text: str) -> str:
    """The sentence that asks."""
    end = text.index("?") + 1
    start = max(text.rfind(mark, 0, end - 1) for mark in ".!?…") + 1
    return text[start:end].strip()


CRITERIA = (
    Criterion(
        id="outlook_wanted",
        group="prognosis",
        weight=3,
        name=N_("The outlook where it is wanted"),
        well=N_("You told the outlook once you knew that it was wanted."),
        advice=N_("Ask whether and how much the person wants to know of this."),
        rule="Turns that tell the outlook, by whether the patient had been asked what they want "
        "to know, or leave asked; told to one who does not want it, 0, or 0.4 if asked first. "
        "Half the best turn, half the mean. Applies where the outlook was told.",
        sources=(SPIKES, SICG),
        applies=lambda talk: bool(_told(talk)),
        judge=_wanted,
    ),
    Criterion(
        id="outlook_uncertain",
        group="prognosis",
        weight=3,
        name=N_("The outlook with its uncertainty"),
        well=N_("You said that no one can know for sure."),
        advice=N_("Say with it that no one can know for sure."),
        rule="Turns that tell the outlook, by whether they say that it is uncertain, in words of "
        "a list or as hope and worry. Half the best turn, half the mean. Applies where the "
        "outlook was told.",
        sources=(SICG,),
        applies=lambda talk: bool(_told(talk)),
        judge=_uncertain,
    ),
    Criterion(
        id="outlook_with_care",
        group="prognosis",
        weight=3,
        name=N_("The outlook with a wish or with hope and worry"),
        well=N_("You told the outlook with care."),
        advice=N_("Tell it with a wish, or with what you hope and what worries you; then wait."),
        rule="Turns that tell the outlook, by whether they wish, hope and worry, or meet the "
        "feeling (1), or the next turn does (0.8). Half the best turn, half the mean. Applies "
        "where the outlook was told.",
        sources=(WISH, HOPE_AND_PREPARE, SICG),
        applies=lambda talk: bool(_told(talk)),
        judge=_with_care,
    ),
    Criterion(
        id="outlook_answered",
        group="prognosis",
        weight=2,
        name=N_("An answer to the person's question"),
        well=N_("You answered when the person asked how things would go."),
        advice=N_("The person asked how things would go. Take the question up."),
        rule="The patient asked how things would go: told in words that can be understood, with "
        "leave before it, uncertainty, a wish or hope and worry 100, told bluntly 40; taken up "
        "without telling 70, an open question about something else 40, else 0. Applies where the "
        "patient asked.",
        sources=(SPIKES,),
        applies=lambda talk: bool(talk.asked_for_outlook),
        judge=_answered,
    ),
)
