"""How the structured parts are typed: all of them at a glance, and one of them in full."""

from convoguide.cli.plain import words
from convoguide.cli.plain.form import Field, Part
from convoguide.cli.plain.offered import offers
from convoguide.cli.plain.parts import DECISION, PARTS
from convoguide.cli.plain.parts_shown import empty, lines
from convoguide.cli.plain.talk import Talk
from convoguide.cli.plain.values import allowed
from convoguide.core.conversation import OTHER
from convoguide.core.rules import may_decide
from convoguide.i18n import gettext as _


def overview(talk: Talk) -> None:
    """Explain the syntax, say what is set, and name what is not."""
    talk.say(_(".f PART VALUE sets a part; on a list it adds one more: .f present relative Anna"))
    talk.say(_("Further values follow a semicolon: .f contacts Anna; phone=070 1234; hours=night"))
    talk.say(_("#2 changes the second of a list: .f contacts #2; phone=070 5678"))
    talk.say(_("A minus sign clears: .f label - or .f contacts #2 -"))
    talk.say(_(".f PART alone says what stands there and what may be typed."))
    unset: dict[str, str] = {}
    for part in PARTS:
        if not _fits_here(talk, part):
            continue
        told = list(lines(talk, part))
        for line in told:
            talk.say(line)
        if not told:
            unset[part.name] = part.label
    if unset:
        talk.say(_("Not set: {names}").format(names=words.listed(unset)))


def describe(talk: Talk, part: Part) -> None:
    """Say what stands in a part, how it is typed, and what each value may be."""
    told = list(lines(talk, part))
    for line in told or [empty(_(part.label))]:
        talk.say(line)
    for line in offers(talk, part):
        talk.say(line)
    talk.say(_("Typed as: {form}").format(form=form(part)))
    for field in part.fields:
        what = allowed(field)
        if what:
            named = {field.key or part.name: field.label}
            talk.say(f"{words.listed(named)}: {what}")


def form(part: Part) -> str:
    """The whole command for the part, with an ellipsis for each value."""
    if part.place == "note":
        return f".f {part.name} #1 …"
    if part.model is None:
        return f".f {part.name} …"
    first = [_blank(part.field(key)) for key in (part.lead, part.main) if key]
    keys = [f"{each.key}=…" for each in part.fields if each.key not in (part.lead, part.main)]
    return f".f {part.name} " + "; ".join([" ".join(first), *keys] if first else keys)


def _blank(field: Field) -> str:
    return field.key.upper()


def _fits_here(talk: Talk, part: Part) -> bool:
    """Whether the part can be set where one stands: decisions and themes only in their place."""
    sitting = talk.sitting
    if part in DECISION:
        return may_decide(sitting.guide, sitting.step)
    return part.place != "note" or sitting.step == OTHER
