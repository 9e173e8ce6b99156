"""Who took part, and what the talk stood on: the opening line, capacity, what was identified."""

from convoguide.core.text import collapse
from convoguide.documents import wording
from convoguide.documents.assembled import Line
from convoguide.documents.parts.context import Context, Lines, named


def opening(context: Context) -> Line | None:
    """Date and place, who led, who was there, on one line; None where nothing of it is known."""
    said, talk = context.said, context.conversation
    held = talk.held_on or (talk.started.date() if talk.started else None)
    where = said(wording.PLACES[talk.place]) if talk.place else ""
    sentences = [", ".join(filter(None, (context.day(held) if held else "", where)))]
    if talk.led_by:
        sentences.append(said("Led by: {role}").format(role=said(wording.ROLES[talk.led_by])))
    if talk.present:
        people = [named(said(wording.ROLES[p.who]), p.name) for p in talk.present]
        sentences.append(said("Present: {people}").format(people=", ".join(people)))
    text = ". ".join(filter(None, sentences))
    return Line(text + ".", path="/held_on") if text else None


def capacity(context: Context) -> Lines:
    """Whether the person can take part and decide, and who assessed it."""
    found = context.conversation.capacity
    if found is None or (found.able is None and not found.assessed_by):
        return
    able = context.said(wording.ABLE[found.able]) if found.able else ""
    by = ""
    if found.assessed_by:
        by = context.said("assessed by {name}").format(name=collapse(found.assessed_by))
    on = context.day(found.on) if found.on else ""
    yield Line(", ".join(filter(None, (able, by, on))), path="/capacity")


def identified(context: Context) -> Lines:
    """The criteria that were ticked. The answer to the surprise question is never printed."""
    found = context.conversation.identified
    if found is None or not found.criteria:
        return
    criteria = "; ".join(context.said(wording.CRITERIA[each]) for each in found.criteria)
    on = f" ({context.day(found.on)})" if found.on else ""
    label = context.said("May indicate palliative needs") + on
    yield Line(criteria, label=label, path="/identified/criteria")


def present(context: Context) -> Lines:
    """Who was there, a line each."""
    for index, person in enumerate(context.conversation.present):
        text = named(context.said(wording.ROLES[person.who]), person.name)
        yield Line(text, path=f"/present/{index}")


def background(context: Context) -> Lines:
    """The three texts of the clinical frame, each with its label."""
    labels = {
        "situation": context.said("Situation"),
        "background": context.said("Background"),
        "current": context.said("Current state"),
    }
    for key, label in labels.items():
        for line in _frame(context, key):
            yield Line(line.text, label=label, path=line.path)


def situation(context: Context) -> Lines:
    """The situation alone."""
    yield from _frame(context, "situation")


def history(context: Context) -> Lines:
    """What lies behind it, alone."""
    yield from _frame(context, "background")


def current(context: Context) -> Lines:
    """How it is now, alone."""
    yield from _frame(context, "current")


def _frame(context: Context, key: str) -> Lines:
    frame = context.conversation.background
    text = getattr(frame, key) if frame else None
    if text:
        yield Line(collapse(text), path=f"/background/{key}")
