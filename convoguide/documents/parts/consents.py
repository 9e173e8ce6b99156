"""Leave to make a plan and to share, and the lines where something is signed or received."""

from convoguide.core.parts import Receiver
from convoguide.core.text import collapse
from convoguide.documents import wording
from convoguide.documents.assembled import Line
from convoguide.documents.parts.agreed import review
from convoguide.documents.parts.context import Context, Lines, named


def consent(context: Context) -> Lines:
    """Leave for a plan; with whom things may be shared, and with whom not."""
    yield from to_plan(context)
    yield from share_with(context)
    found = context.conversation.consent
    if found and found.not_with:
        text = ", ".join(_receiver(context, each) for each in found.not_with)
        yield Line(text, label=context.said("Not to be shared with"), path="/consent/not_with")


def share_with(context: Context) -> Lines:
    """With whom things may be shared; with whom not is for journals and handovers only."""
    found = context.conversation.consent
    if found and found.share_with:
        text = ", ".join(_receiver(context, each) for each in found.share_with)
        yield Line(text, label=context.said("May be shared with"), path="/consent/share_with")


def to_plan(context: Context) -> Lines:
    """Whether the person agrees to a plan, who said so and when."""
    found = context.conversation.consent
    if found is None or found.to_plan is None:
        return
    said = context.said
    sentence = said("Agrees to a plan") if found.to_plan else said("Does not want a plan")
    giver = said(wording.GIVERS[found.given_by]) if found.given_by else ""
    on = context.day(found.on) if found.on else ""
    yield Line(", ".join(filter(None, (sentence, giver, on))), path="/consent/to_plan")


def missing_consent(context: Context) -> Line | None:
    """The first line of a handover that no one has given leave to share; None where there is."""
    found = context.conversation.consent
    if found and found.share_with:
        return None
    return Line(
        context.said("The person's consent to sharing is not recorded."), path="/consent/share_with"
    )


def approval(context: Context) -> Lines:
    """Consent to the plan, when it is gone through again, and where to sign."""
    yield from to_plan(context)
    yield from review(context)
    label = context.said("Signature of patient, guardian or representative")
    yield Line("", label=label, blank=True)
    yield Line("", label=context.said("Date of approval"), blank=True)


def received(context: Context) -> Lines:
    """Where the receiver of a handover confirms it."""
    yield Line("", label=context.said("Received by"), blank=True)
    yield Line("", label=context.said("Time"), blank=True)


def _receiver(context: Context, receiver: Receiver) -> str:
    who = collapse(receiver.who)
    return named(who, context.said("relative")) if receiver.kind == "relative" else who
