"""What stands in the structured parts, in words, for lists and for the lines under a topic."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from convoguide.core.rules import may_decide
from convoguide.core.text import collapse
from convoguide.dates import told_day
from convoguide.i18n import gettext as _
from convoguide.services.conduct import Sitting
from convoguide.tui import facts_kept
from convoguide.tui.facts import BY_ID, Field, Part


def value_words(field: Field, value: Any) -> str:
    """One value in words; empty where there is none."""
    if value is None or value in ((), ""):
        return ""
    if field.table is not None:
        return "; ".join(item_words(field.table, each) for each in value)
    if isinstance(value, date):
        return told_day(value)
    if field.allowed is not None:
        given: Iterable[Any] = value if isinstance(value, tuple) else (value,)
        return ", ".join(_(field.allowed[_id_of(each)]) for each in given)
    return "; ".join(value) if isinstance(value, tuple) else collapse(str(value))


def _id_of(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def item_words(part: Part, holder: Any) -> str:
    """One value of a part on one line: its first field, then the others by name."""
    told = [(field, value_words(field, facts_kept.read(holder, field))) for field in part.fields]
    said = [(field, text) for field, text in told if text]
    return ", ".join(
        text if number == 0 and field is part.fields[0] else f"{_(field.label)}: {text}"
        for number, (field, text) in enumerate(said)
    )


def part_lines(sitting: Sitting, part: Part) -> list[str]:
    """What the part holds, a line a value of a list; nothing where it is empty."""
    holder = facts_kept.holder_of(sitting, part)
    if part.shape == "many":
        return [item_words(part, each) for each in holder]
    lines = [item_words(part, holder)] if holder is not None else []
    return [line for line in lines if line]


def step_lines(sitting: Sitting, step_id: str) -> list[str]:
    """What stands in the parts that belong with a step, each line with the part's name."""
    step = sitting.guide.step(step_id)
    if step is None:
        return []
    found = []
    for part_id in step.fills:
        part = BY_ID[part_id]
        if part.shape == "decision" and not may_decide(sitting.guide, step_id):
            continue
        found += [f"{_(part.label)}: {line}" for line in _lines_at(sitting, part, step_id)]
    return found


_RELATIVES = "relatives_present"
"""The step that asks for relatives; where a guide has it, the others have a step of their own."""


def _people_at(sitting: Sitting, part: Part, step_id: str) -> list[str]:
    """Who was there, on one line: of two steps that ask for it each tells those it asks for.

    The patient is asked for by neither: a conversation with nobody else leaves both open.
    """
    present = sitting.conversation.present
    relatives = sitting.guide.step(_RELATIVES)
    if relatives is not None and part.id in relatives.fills:
        asked = step_id == _RELATIVES
        present = tuple(
            each for each in present if each.who != "patient" and (each.who == "relative") == asked
        )
    return ["; ".join(item_words(part, each) for each in present)] if present else []


def _lines_at(sitting: Sitting, part: Part, step_id: str) -> list[str]:
    if part.id == "present":
        return _people_at(sitting, part, step_id)
    if part.shape != "decision":
        return part_lines(sitting, part)
    entry = sitting.conversation.entry(step_id)
    line = item_words(part, entry)
    if entry.notes and not entry.decided:
        wish = _("applies as a wish until a physician's decision is entered")
        return [f"{line}; {wish}" if line else wish]
    return [line] if line else []
