"""iCalendar: the next talk and the dates on which something is to be gone through again.

A calendar is read by many, so an event says what kind of talk it is and the label, nothing else.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from uuid import NAMESPACE_OID, UUID, uuid5

from convoguide.core.conversation import Conversation
from convoguide.core.text import collapse
from convoguide.errors import ConvoGuideError
from convoguide.i18n import N_, Language
from convoguide.i18n import gettext as _

# What the day is for: without and with the label.
_FOLLOW_UP = (N_("Follow-up talk"), N_("Follow-up talk: {label}"))
_REVIEW = (N_("To be reviewed"), N_("To be reviewed: {label}"))
_AGAIN = (N_("To be taken up again"), N_("To be taken up again: {label}"))

Summary = tuple[str, str]


def write(conversation: Conversation, language: Language, now: datetime) -> bytes:
    """A calendar with an all-day event for each date; `now` is aware of its offset.

    The UIDs follow from the conversation's id, so that a calendar which takes the file in anew
    moves the events it has. Raises `ConvoGuideError` where there is no date.
    """
    days = list(_days(conversation))
    if not days:
        raise ConvoGuideError(_("There is no follow-up or review date to put in a calendar."))
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//ConvoGuide//Follow-up//EN")
    calendar.add("version", "2.0")
    seed = _seed(conversation)
    for name, summary, day in days:
        event = Event()
        event.add("uid", str(uuid5(seed, name)))
        event.add("dtstamp", now.astimezone(UTC))
        event.add("dtstart", day)
        if day < date.max:
            event.add("dtend", day + timedelta(days=1))
        event.add("summary", _worded(summary, conversation, language))
        event.add("class", "PRIVATE")
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written


def _days(conversation: Conversation) -> Iterator[tuple[str, Summary, date]]:
    """Each day once for what it is for, under a name that stays when the day is changed."""
    if conversation.follow_up:
        yield "follow_up", _FOLLOW_UP, conversation.follow_up
    reviews = {
        f"review_on/{step}": entry.review_on
        for step, entry in sorted(conversation.entries.items())
        if entry.review_on
    }
    if conversation.review and conversation.review.on:
        reviews = {"review": conversation.review.on, **reviews}
    again = {
        f"again_on/{step}": entry.again_on
        for step, entry in sorted(conversation.entries.items())
        if entry.again_on
    }
    for summary, found in ((_REVIEW, reviews), (_AGAIN, again)):
        first = {day: name for name, day in reversed(found.items())}
        yield from ((name, summary, day) for name, day in found.items() if first[day] == name)


def _seed(conversation: Conversation) -> UUID:
    """The conversation's id; without one, an id of when it was held and under which label."""
    if conversation.id:
        return UUID(conversation.id)
    known = (conversation.guide, conversation.held_on, conversation.started, conversation.label)
    return uuid5(NAMESPACE_OID, repr([str(each or "") for each in known]))


def _worded(summary: Summary, conversation: Conversation, language: Language) -> str:
    label = collapse(conversation.label or "")
    alone, labelled = summary
    return language.gettext(labelled).format(label=label) if label else language.gettext(alone)
