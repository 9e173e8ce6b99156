"""Limits of treatment: a wish unless a physician decided it, with a date; never mixed."""

from collections.abc import Iterator

from convoguide.core.conversation import OTHER
from convoguide.core.text import collapse
from convoguide.dates import format_day
from convoguide.documents import wording
from convoguide.documents.assembled import Line
from convoguide.documents.rules import Material


def label(material: Material, step: str) -> str:
    """What stands before a limit: who decided and when, or that it applies as a wish.

    It does not depend on who led or was present. An unfiled note was decided by no one.
    """
    said = material.language.gettext
    entry = material.conversation.entry(step)
    if step == OTHER or not entry.decided or entry.decided_by is None or entry.decided_on is None:
        return said(wording.WISH)
    day = format_day(entry.decided_on, material.language.locale)
    if entry.decided_by.name:
        name = collapse(entry.decided_by.name)
        return said(wording.DECIDED_NAMED).format(name=name, date=day)
    return said(wording.DECIDED).format(date=day)


def details(material: Material, step: str, *, told: bool) -> Iterator[Line]:
    """What stands beside the notes: grounds, who was asked, the views, the next look at it."""
    said = material.language.gettext
    entry = material.conversation.entry(step)
    if not told and (entry.decided_by or entry.decided_on):
        yield Line(f"{label(material, step)}.", step=step)
    texts = (
        (said("Grounds"), entry.grounds),
        (said("Consulted"), ", ".join(entry.consulted)),
        (said("The patient's view"), entry.patient_view),
        (said("The relatives' view"), entry.relatives_view),
    )
    for name, text in texts:
        if text:
            yield Line(collapse(text), label=name, step=step)
    if entry.review_on:
        day = format_day(entry.review_on, material.language.locale)
        yield Line(day, label=said("Limits to be reviewed"), step=step)
