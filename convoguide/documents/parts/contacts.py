"""Whom to call: as lines, as a table, by the hours, and the contact sheet's own rows."""

from collections.abc import Iterator

from convoguide.core.parts import HOURS, Contact
from convoguide.core.text import collapse
from convoguide.documents import wording
from convoguide.documents.assembled import Line, Table
from convoguide.documents.parts.context import Context, Lines, detailed, listed
from convoguide.i18n import N_

# By the guide's country, never by the document's language.
EMERGENCY = {"SE": "112", "NO": "113"}
OUT_OF_HOURS = {
    "SE": N_("1177 (health advice)"),
    "NO": N_("Legevakt (out-of-hours doctor) 116 117"),
}


def contacts(context: Context) -> Lines:
    """Every contact on a line, with all that is known."""
    said = context.said
    for index, contact in enumerate(context.conversation.contacts):
        details = [
            ("", role_of(context, contact)),
            ("", contact.phone),
            ("", _available(context, contact)),
            (said("for"), contact.for_),
            (said("call when"), _needs(context, contact)),
        ]
        text = detailed(contact.name, details)
        yield Line(text, label=said("Contact"), path=f"/contacts/{index}")


def contacts_plainly(context: Context) -> Lines:
    """Every contact with role, number and hours, for the person's own letter."""
    for index, contact in enumerate(context.conversation.contacts):
        details = [
            ("", role_of(context, contact)),
            ("", contact.phone),
            ("", _available(context, contact)),
            ("", contact.for_),
        ]
        yield Line(detailed(contact.name, details), path=f"/contacts/{index}")


def contacts_table(context: Context) -> Table | None:
    """Name, function, availability, phone, and what for."""
    if not context.conversation.contacts:
        return None
    said = context.said
    rows = tuple(
        (
            collapse(contact.name),
            role_of(context, contact),
            _available(context, contact),
            collapse(contact.phone or ""),
            listed([("", contact.for_), ("", _needs(context, contact))]),
        )
        for contact in context.conversation.contacts
    )
    columns = (said("Name"), said("Function"), said("Available"), said("Phone"), said("For"))
    return Table(columns, rows, tuple(f"/contacts/{index}" for index in range(len(rows))))


def responsibility(context: Context) -> Lines:
    """Who is responsible by day, in the evening, at night, at weekends."""
    labels = {
        "day": context.said("Responsible by day"),
        "evening": context.said("Responsible in the evening"),
        "night": context.said("Responsible at night"),
        "weekend": context.said("Responsible at weekends"),
    }
    for hours in HOURS:
        for index, contact in at_hours(context, hours):
            text = listed([("", contact.name), ("", contact.phone)])
            yield Line(text, label=labels[hours], path=f"/contacts/{index}")


def coordinator(context: Context) -> Lines:
    """Who coordinates the plan."""
    for index, contact in enumerate(context.conversation.contacts):
        if contact.coordinates or contact.role_id == "coordinator":
            text = detailed(contact.name, [("", contact.role), ("", contact.phone)])
            yield Line(text, path=f"/contacts/{index}")


def admission(context: Context) -> Lines:
    """Where and how an admission is arranged; the open contact where there is one."""
    found = context.conversation.admission
    if found is None:
        return
    if found.arranged:
        label = context.said("Where and how an admission is arranged")
        yield Line(collapse(found.arranged), label=label, path="/admission/arranged")
    if found.open_contact:
        text = collapse(found.open_contact)
        yield Line(text, label=context.said("Open contact"), path="/admission/open_contact")


# --- the contact sheet


def call_by_day(context: Context) -> Lines:
    """The sheet's row for the day; an empty line to write on where there is no number."""
    yield from _row(context, at_hours(context, "day"))


def call_in_the_evening(context: Context) -> Lines:
    """The sheet's row for the evening."""
    yield from _row(context, at_hours(context, "evening"))


def call_at_night(context: Context) -> Lines:
    """The sheet's row for the night."""
    yield from _row(context, at_hours(context, "night"))


def call_at_weekends(context: Context) -> Lines:
    """The sheet's row for weekends."""
    yield from _row(context, at_hours(context, "weekend"))


def call_for_relief(context: Context) -> Lines:
    """First whom the family has been given, then the out-of-hours service of the country."""
    yield from _row(context, _for_need(context, "relief"))
    service = context.said(OUT_OF_HOURS[context.guide.country])
    yield Line(context.said("If no one answers: {service}").format(service=service))


def call_in_an_emergency(context: Context) -> Lines:
    """The emergency number, then who else is to know."""
    number = EMERGENCY[context.guide.country]
    yield Line(context.said("Call {number}").format(number=number))
    for index, contact in _for_need(context, "emergency"):
        yield _called(context, index, contact)


def call_when_death_was_expected(context: Context) -> Lines:
    """Only with a contact for it and a signed palliative plan; never the emergency number."""
    plan = context.conversation.palliative_plan
    signed = plan is not None and plan.signed_by and plan.signed_on
    expected = list(_for_need(context, "planned_death"))
    if signed and expected:
        for index, contact in expected:
            yield _called(context, index, contact)
        yield Line(context.said("There is no hurry. You do not need to call an ambulance."))


def sheet_made(context: Context) -> Lines:
    """The day the sheet stands for, so that an old one is seen to be old."""
    talk = context.conversation
    held = talk.held_on or (talk.started.date() if talk.started else None)
    if held:
        yield Line(context.day(held), path="/held_on")


def _row(context: Context, found: Iterator[tuple[int, Contact]]) -> Lines:
    rows = list(found)
    for index, contact in rows:
        yield _called(context, index, contact)
    if not rows:
        yield Line("", blank=True)


def _called(context: Context, index: int, contact: Contact) -> Line:
    """A contact with its number, or with a line to write one on."""
    text = detailed(contact.name, [("", role_of(context, contact)), ("", contact.phone)])
    return Line(text, path=f"/contacts/{index}", blank=not contact.phone)


def at_hours(context: Context, hours: str) -> Iterator[tuple[int, Contact]]:
    """The contacts that are there at those hours, with their place."""
    for index, contact in enumerate(context.conversation.contacts):
        if hours in contact.hours:
            yield index, contact


def _for_need(context: Context, need: str) -> Iterator[tuple[int, Contact]]:
    for index, contact in enumerate(context.conversation.contacts):
        if need in contact.needs:
            yield index, contact


def role_of(context: Context, contact: Contact) -> str:
    """The contact's own role and the named one, once where they are the same."""
    formal = context.said(wording.ROLE_IDS[contact.role_id]) if contact.role_id else ""
    own = collapse(contact.role or "")
    if formal.casefold() == own.casefold():
        return own
    return ", ".join(filter(None, (own, formal)))


def _available(context: Context, contact: Contact) -> str:
    return ", ".join(context.said(wording.HOURS[hours]) for hours in contact.hours)


def _needs(context: Context, contact: Contact) -> str:
    return ", ".join(context.said(wording.NEEDS[need]) for need in contact.needs)
