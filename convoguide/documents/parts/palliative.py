"""What the palliative plan holds beyond the conversation, and its draft mark."""

from convoguide.core.text import collapse
from convoguide.documents.assembled import Line
from convoguide.documents.parts.context import Context, Lines


def where_in_illness(context: Context) -> Lines:
    """Where in the illness the person is."""
    plan = context.conversation.palliative_plan
    if plan and plan.where_in_illness:
        yield Line(collapse(plan.where_in_illness), path="/palliative_plan/where_in_illness")


def held_by(context: Context) -> Lines:
    """Who holds a copy."""
    plan = context.conversation.palliative_plan
    for index, each in enumerate(plan.held_by if plan else ()):
        yield Line(collapse(each), path=f"/palliative_plan/held_by/{index}")


def updated(context: Context) -> Lines:
    """When it was brought up to date, and what it replaces."""
    plan = context.conversation.palliative_plan
    if plan and plan.updated:
        label = context.said("Updated")
        yield Line(context.day(plan.updated), label=label, path="/palliative_plan/updated")
    if plan and plan.replaces:
        label = context.said("Replaces")
        yield Line(collapse(plan.replaces), label=label, path="/palliative_plan/replaces")


def signature(context: Context) -> Lines:
    """The physician's signature, or the lines where it goes."""
    plan = context.conversation.palliative_plan
    who = collapse(plan.signed_by) if plan and plan.signed_by else ""
    on = context.day(plan.signed_on) if plan and plan.signed_on else ""
    label = context.said("Physician's signature")
    yield Line(who, label=label, blank=not who, path="/palliative_plan/signed_by")
    yield Line(on, label=context.said("Date"), blank=not on, path="/palliative_plan/signed_on")


def draft_mark(context: Context) -> str:
    """What stands on every page of a plan that no physician has signed; empty once one has."""
    plan = context.conversation.palliative_plan
    if plan and plan.signed_by and plan.signed_on:
        return ""
    return context.said("DRAFT, not signed by a physician. Give no medication by this sheet.")
