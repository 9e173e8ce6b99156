"""What was agreed: actions, foreseeable situations, attachments, review and follow-up."""

from collections.abc import Callable

from convoguide.core.parts import Action
from convoguide.core.text import collapse
from convoguide.documents import wording
from convoguide.documents.assembled import Line, Table
from convoguide.documents.parts.context import Context, Details, Lines, detailed


def actions(context: Context) -> Lines:
    """Every action, on a line with who is responsible and when."""
    yield from _actions(context, lambda _action: True, label=context.said("Action"))


def open_actions(context: Context) -> Lines:
    """The actions still to be done."""
    yield from _actions(context, lambda action: action.ended is None)


def ended_actions(context: Context) -> Lines:
    """The actions that are done."""
    yield from _actions(context, lambda action: action.ended is not None)


def actions_plainly(context: Context) -> Lines:
    """The actions still to be done, with who does them and when, for the person's own letter."""
    for index, action in enumerate(context.conversation.actions):
        if action.ended is None:
            due = context.day(action.due) if action.due else None
            details: Details = [("", action.responsible), ("", due)]
            yield Line(detailed(action.what, details), path=f"/actions/{index}")


def _actions(context: Context, wanted: Callable[[Action], bool], label: str = "") -> Lines:
    said = context.said
    for index, action in enumerate(context.conversation.actions):
        if not wanted(action):
            continue
        details: Details = [
            (said("why"), action.why),
            (said("responsible"), action.responsible),
            (said("due"), context.day(action.due) if action.due else None),
            (said("ended"), context.day(action.ended) if action.ended else None),
        ]
        yield Line(detailed(action.what, details), label=label, path=f"/actions/{index}")


def actions_table(context: Context) -> Table | None:
    """The plan's own table: agreed actions, who is responsible, date ended."""
    if not context.conversation.actions:
        return None
    said = context.said
    rows = []
    for action in context.conversation.actions:
        due = context.day(action.due) if action.due else None
        what = detailed(action.what, [(said("why"), action.why), (said("due"), due)])
        ended = context.day(action.ended) if action.ended else ""
        rows.append((what, collapse(action.responsible or ""), ended))
    columns = (said("Agreed actions"), said("Responsible"), said("Date ended"))
    return Table(columns, tuple(rows), tuple(f"/actions/{index}" for index in range(len(rows))))


def acute(context: Context) -> Lines:
    """The situations that can be foreseen: what to do, whom to call, what is at hand."""
    said = context.said
    for index, each in enumerate(context.conversation.acute):
        details: Details = [
            (said("do"), each.do),
            (said("call"), each.call),
            (said("medication"), each.medication),
        ]
        text = detailed(each.situation, details)
        yield Line(text, label=said("Foreseeable situation"), path=f"/acute/{index}")


def acute_table(context: Context) -> Table | None:
    """The same as a table, for the palliative plan."""
    if not context.conversation.acute:
        return None
    said = context.said
    rows = tuple(
        (
            collapse(each.situation),
            collapse(each.do or ""),
            collapse(each.call or ""),
            collapse(each.medication or ""),
        )
        for each in context.conversation.acute
    )
    columns = (said("Situation"), said("What to do"), said("Whom to call"), said("Medication"))
    return Table(columns, rows, tuple(f"/acute/{index}" for index in range(len(rows))))


def attachments(context: Context) -> Lines:
    """What is attached, a line each."""
    for index, each in enumerate(context.conversation.attachments):
        text = context.said(wording.ATTACHMENTS[each])
        yield Line(text, label=context.said("Attached"), path=f"/attachments/{index}")


def attachments_ticked(context: Context) -> Lines:
    """Every attachment the plan knows, ticked where it is there."""
    chosen = list(context.conversation.attachments)
    for each, name in wording.ATTACHMENTS.items():
        mark = "[x]" if each in chosen else "[ ]"
        path = f"/attachments/{chosen.index(each)}" if each in chosen else None
        yield Line(f"{mark} {context.said(name)}", path=path)


def review(context: Context) -> Lines:
    """When it is gone through again: a date, an interval, the occasion."""
    found = context.conversation.review
    if found is None:
        return
    said = context.said
    if found.on:
        yield Line(context.day(found.on), label=said("Next review"), path="/review/on")
    if found.every:
        text = wording.interval(found.every, context.language)
        yield Line(text, label=said("Reviewed"), path="/review/every")
    if found.when:
        yield Line(collapse(found.when), label=said("Occasion for review"), path="/review/when")


def next_talk(context: Context) -> Lines:
    """The day of the next talk alone, under a heading that says what it is."""
    if context.conversation.follow_up:
        yield Line(context.day(context.conversation.follow_up), path="/follow_up")


def follow_up(context: Context) -> Lines:
    """When the next talk is."""
    if context.conversation.follow_up:
        text = context.day(context.conversation.follow_up)
        yield Line(text, label=context.said("Next talk"), path="/follow_up")
