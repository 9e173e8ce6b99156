"""A note that may belong elsewhere, by lines: said after it, taken by a dot and a number.

And the walk through the jots: each with where it may belong, one after the other.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from convoguide.cli.plain import words
from convoguide.cli.plain.steps import note_line
from convoguide.cli.plain.talk import Talk
from convoguide.core.conversation import OTHER, Conversation, Note
from convoguide.core.theme import DECISION_THEMES
from convoguide.i18n import gettext as _
from convoguide.quotation import quoted
from convoguide.services.theme_names import theme_name

if TYPE_CHECKING:
    # What reads the notes is loaded with the first of them.
    from convoguide.services.filing import Proposal


@dataclass(frozen=True)
class Offer:
    """Where a note may belong; it stands as long as the conversation is not changed."""

    conversation: Conversation
    step: str
    index: int
    found: "Sequence[Proposal]"


def offer_for(talk: Talk) -> None:
    """After a note: say where it may belong, where that is elsewhere."""
    step = talk.sitting.step
    index = len(talk.sitting.conversation.entry(step).notes) - 1
    if _offered(talk, step, index):
        places = _places(talk)
        if _asks(talk):
            said = _("A wish or a medical decision? {places}. Anything else leaves it here.")
        else:
            said = _("It may belong elsewhere. {places}. Anything else leaves it here.")
        talk.say(said.format(places=places))


def takes(talk: Talk, line: str) -> bool:
    """Whether the line is the number of something that is offered now, as `.1`."""
    offer = talk.offer
    number = line.strip().removeprefix(".")
    return (
        isinstance(offer, Offer)
        and offer.conversation is talk.sitting.conversation
        and len(number) == 1
        and number.isdecimal()
        and 1 <= int(number) <= len(offer.found)
    )


def take(talk: Talk, line: str) -> None:
    """`.1`: put the note where it was said to belong."""
    from convoguide.services import filing

    offer = talk.offer
    assert isinstance(offer, Offer)  # noqa: S101  # `takes` has said so
    proposal = offer.found[int(line.strip().removeprefix(".")) - 1]
    filing.place(talk.sitting, offer.step, offer.index, proposal)
    talk.offer = None
    talk.done(_("The note is now under {title}.").format(title=_title(talk, proposal)))
    if offer.step == OTHER and talk.walk:
        walk_on(talk)


# --- the walk through the jots


def walk(talk: Talk) -> None:
    """`.m` alone under `other`: the first jot that waits for a step, then the next, and so on."""
    if talk.walk:
        walk_on(talk)
        return
    from convoguide.services import filing

    notes = talk.sitting.conversation.entry(OTHER).notes
    talk.walk = [notes[place] for place in filing.unfiled(notes)]
    _say_jot(talk)


def walk_on(talk: Talk) -> None:
    """The jot after the one that was said last."""
    talk.walk = talk.walk[1:]
    _say_jot(talk)


def _say_jot(talk: Talk) -> None:
    place = _place_of_first(talk)
    if place is None:
        talk.say(_("No more jots wait for a step."))
        return
    talk.say(note_line(place + 1, talk.walk[0]))
    if not _offered(talk, OTHER, place):
        said = _("Nothing is proposed. .m {n} and a step puts it there; .m alone goes on.")
        talk.say(said.format(n=place + 1))
    elif _asks(talk):
        said = _("A wish or a medical decision? {places}. .m alone goes on.")
        talk.say(said.format(places=_places(talk)))
    else:
        said = _("It may belong here. {places}. .m alone goes on.")
        talk.say(said.format(places=_places(talk)))


def _place_of_first(talk: Talk) -> int | None:
    """Where the next jot of the walk stands; what has been changed meanwhile is passed over."""
    while talk.walk:
        notes: Sequence[Note] = talk.sitting.conversation.entry(OTHER).notes
        for place, note in enumerate(notes):
            if note is talk.walk[0]:
                return place
        talk.walk = talk.walk[1:]
    return None


# --- what is offered


def _offered(talk: Talk, step: str, index: int) -> bool:
    """Find what to offer to a note; whether there is anything."""
    talk.offer = None
    conversation = talk.sitting.conversation
    if not talk.offers_steps or conversation.language == "en":
        return False
    from convoguide.services import filing

    note = conversation.entry(step).notes[index]
    found = filing.proposals(note.text, talk.sitting.guide, conversation.language, step, note.voice)
    if found:
        talk.offer = Offer(conversation, step, index, found)
    return bool(found)


def _asks(talk: Talk) -> bool:
    from convoguide.services import filing

    return isinstance(talk.offer, Offer) and filing.is_question(talk.offer.found)


def _places(talk: Talk) -> str:
    """What is offered, each with the number that takes it, and as what, where that is asked."""
    asks = _asks(talk)
    found = talk.offer.found if isinstance(talk.offer, Offer) else ()
    told = []
    for number, each in enumerate(found, 1):
        place = f".{number} {_title(talk, each)}"
        if asks:
            decision = each.theme in DECISION_THEMES
            place += ", " + (_("a medical decision") if decision else _("the person's wish"))
        told.append(place)
    return "; ".join(told)


def _title(talk: Talk, proposal: "Proposal") -> str:
    if proposal.step != OTHER:
        return talk.quoted(proposal.step)
    title = f"{words.step_title(talk.sitting.guide, OTHER)}: {theme_name(proposal.theme)}"
    return quoted(title)
