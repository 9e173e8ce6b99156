"""The structured parts of a conversation as lines and tables of a document, by their ids."""

from collections.abc import Callable

from convoguide.documents.assembled import Line, Table
from convoguide.documents.parts import agreed, consents, contacts, letter, palliative, people
from convoguide.documents.parts.context import Context, Lines

LINES: dict[str, Callable[[Context], Lines]] = {
    "capacity": people.capacity,
    "identified": people.identified,
    "background": people.background,
    "situation": people.situation,
    "history": people.history,
    "current": people.current,
    "present": people.present,
    "actions": agreed.actions,
    "actions_plainly": agreed.actions_plainly,
    "open_actions": agreed.open_actions,
    "ended_actions": agreed.ended_actions,
    "acute": agreed.acute,
    "attachments": agreed.attachments,
    "attachments_ticked": agreed.attachments_ticked,
    "review": agreed.review,
    "follow_up": agreed.follow_up,
    "next_talk": agreed.next_talk,
    "contacts": contacts.contacts,
    "contacts_plainly": contacts.contacts_plainly,
    "responsibility": contacts.responsibility,
    "coordinator": contacts.coordinator,
    "admission": contacts.admission,
    "call_by_day": contacts.call_by_day,
    "call_in_the_evening": contacts.call_in_the_evening,
    "call_at_night": contacts.call_at_night,
    "call_at_weekends": contacts.call_at_weekends,
    "call_for_relief": contacts.call_for_relief,
    "call_in_an_emergency": contacts.call_in_an_emergency,
    "call_when_death_was_expected": contacts.call_when_death_was_expected,
    "sheet_made": contacts.sheet_made,
    "consent": consents.consent,
    "share_with": consents.share_with,
    "approval": consents.approval,
    "received": consents.received,
    "where_in_illness": palliative.where_in_illness,
    "held_by": palliative.held_by,
    "updated": palliative.updated,
    "signature": palliative.signature,
    "topics": letter.topics,
    "may_change": letter.may_change,
}
TABLES: dict[str, Callable[[Context], Table | None]] = {
    "actions_table": agreed.actions_table,
    "acute_table": agreed.acute_table,
    "contacts_table": contacts.contacts_table,
}


def lines_of(context: Context, part: str) -> tuple[Line, ...]:
    """The lines of a part, none where the conversation does not hold it."""
    return tuple(LINES[part](context)) if part in LINES else ()


def table_of(context: Context, part: str) -> Table | None:
    """The table of a part, None where there is nothing to put in it."""
    return TABLES[part](context) if part in TABLES else None
