"""Finding a step by what people type: its number, its id, or a few letters of its title.

The title is found in the interface's language and in the guide's own: both are in people's heads.
"""

from convoguide.cli.plain import words
from convoguide.cli.plain.talk import RefusedError, Talk
from convoguide.core.conversation import OTHER
from convoguide.core.localise import absent_steps
from convoguide.i18n import gettext as _

NUMBER_OF_OTHER = 0
"""`other` belongs to no stage; it can be gone to by this number, and as the last of all."""


def count(talk: Talk) -> int:
    """How many places there are, as the screens count: steps, `other`, those of absent packs."""
    return len(talk.sitting.steps()) + 1 + len(of_packs(talk))


def find(talk: Talk, wanted: str) -> str:
    """The one step that is meant by a number, an id, or a few letters; else `RefusedError`."""
    ids = [*(step.id for step in talk.sitting.steps()), OTHER, *of_packs(talk)]
    if wanted.isdecimal():
        number = int(wanted) if len(wanted) < 9 else count(talk) + 1
        if number == NUMBER_OF_OTHER:
            return OTHER
        if number > count(talk):
            raise RefusedError(
                _("There is no such step. The steps have the numbers 1 to {n}.").format(
                    n=count(talk)
                )
            )
        return ids[number - 1]
    found = _best(talk, ids, words.fold(wanted))
    if not found:
        raise RefusedError(_("No step is called that. .w lists them all."))
    if len(found) > 1:
        named = "; ".join(f"{_number(ids, each)} {talk.title(each)}" for each in found)
        raise RefusedError(_("Several steps fit, give the number: {steps}").format(steps=named))
    return found[0]


def _number(ids: list[str], step_id: str) -> str:
    if step_id == OTHER:
        return str(NUMBER_OF_OTHER)
    return str(ids.index(step_id) + 1) if ids.index(step_id) < ids.index(OTHER) else step_id


def _best(talk: Talk, ids: list[str], wanted: str) -> list[str]:
    """The steps that fit best: whole id or title, then a beginning, a word's beginning, a part."""
    if not wanted:
        return []
    ranked: dict[int, list[str]] = {}
    for step_id in ids:
        step = talk.sitting.guide.step(step_id)
        names = {step_id, talk.title(step_id), step.title if step else step_id}
        rank = min(_rank(words.fold(name), wanted) for name in names)
        ranked.setdefault(rank, []).append(step_id)
    return next((ranked[rank] for rank in range(4) if rank in ranked), [])


def _rank(name: str, wanted: str) -> int:
    if name == wanted:
        return 0
    if name.startswith(wanted):
        return 1
    if f" {wanted}" in name:
        return 2
    return 3 if wanted in name else 4


def of_packs(talk: Talk) -> list[str]:
    """The steps under which something stands of packs that are not here; the guide lacks them."""
    return absent_steps(talk.sitting.guide, talk.sitting.conversation)
