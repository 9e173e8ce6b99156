"""The identify checklist as lines: tick, answer, and begin a conversation. Never a score."""

from collections.abc import Callable, Iterator
from datetime import date

from convoguide.core.guide import Checklist, Option
from convoguide.core.parts import Identified
from convoguide.i18n import gettext as _
from convoguide.services import card, content

Out = Callable[[str], None]


class Ticked:
    """What has been ticked and answered so far."""

    def __init__(self, checklist: Checklist, locale: str, out: Out) -> None:
        self.checklist = checklist
        self.text = card.texts(checklist, locale)
        self.out = out
        self.criteria: set[str] = set()
        self.answer: str | None = None
        self.begins: str | None = None

    def identified(self, on: date) -> Identified:
        """The result as a conversation keeps it."""
        surprised = {"surprised": True, "not_surprised": False}.get(self.answer or "")
        chosen = tuple(each.id for each in self.checklist.criteria if each.id in self.criteria)
        return Identified.model_validate(
            {"on": on, "would_be_surprised": surprised, "criteria": chosen}
        )


def hold_checklist(checklist: Checklist, locale: str, *, lines: Iterator[str], out: Out) -> Ticked:
    """Go through the checklist; `begins` names the guide to begin a conversation by, or is None."""
    ticked = Ticked(checklist, locale, out)
    _ask(ticked)
    for line in lines:
        if not _take(ticked, line.strip()):
            break
    _result(ticked)
    return ticked


def _ask(ticked: Ticked) -> None:
    out, text, checklist = ticked.out, ticked.text, ticked.checklist
    out(text.of("title", checklist.title))
    out(text.of("question", checklist.question))
    for number, each in enumerate(checklist.answers, start=1):
        out(_(".a {n}: {text}").format(n=number, text=text.item("answer", each)))
    for number, each in enumerate(checklist.criteria, start=1):
        out(_criterion(ticked, number, each))
    _explain(ticked)


def _explain(ticked: Ticked) -> None:
    ticked.out(
        _(
            "A number ticks a criterion or takes the tick away, .a and a number answers the"
            " question, .l lists all, .b begins a conversation, .q ends."
        )
    )


def _criterion(ticked: Ticked, number: int, each: Option) -> str:
    state = _("ticked") if each.id in ticked.criteria else _("not ticked")
    return f"{number}: {ticked.text.item('criterion', each)}: {state}"


def _take(ticked: Ticked, line: str) -> bool:
    """Do what one line says; False where it ends the checklist."""
    command, _space, rest = line.partition(" ")
    if command == ".q":
        return False
    if command == ".b":
        return not _begin(ticked, rest.strip())
    if command == ".l":
        for number, each in enumerate(ticked.checklist.criteria, start=1):
            ticked.out(_criterion(ticked, number, each))
    elif command == ".a":
        _answer(ticked, rest.strip())
    elif line.isdecimal() and 1 <= int(line) <= len(ticked.checklist.criteria):
        each = ticked.checklist.criteria[int(line) - 1]
        ticked.criteria ^= {each.id}
        ticked.out(_criterion(ticked, int(line), each))
    else:
        _explain(ticked)
    return True


def _answer(ticked: Ticked, given: str) -> None:
    answers = ticked.checklist.answers
    if not given.isdecimal() or not 1 <= int(given) <= len(answers):
        ticked.out(_("The answers have the numbers 1 to {n}.").format(n=len(answers)))
        return
    chosen = answers[int(given) - 1]
    ticked.answer = chosen.id
    ticked.out(_("Answered: {text}").format(text=ticked.text.item("answer", chosen)))


def _begin(ticked: Ticked, given: str) -> bool:
    ids = content.conversation_guide_ids()
    fitting = [each for each in ids if content.guide(each).country == ticked.checklist.country]
    guide = given or fitting[0]
    if guide not in ids:
        ticked.out(_("There is no guide of that name. Guides: {ids}").format(ids=", ".join(ids)))
        return False
    ticked.begins = guide
    return True


def _result(ticked: Ticked) -> None:
    chosen = [each for each in ticked.checklist.criteria if each.id in ticked.criteria]
    names = "; ".join(ticked.text.item("criterion", each) for each in chosen)
    ticked.out(_("Ticked: {criteria}").format(criteria=names or _("nothing")))
    ticked.out(ticked.text.of("result", ticked.checklist.result))
