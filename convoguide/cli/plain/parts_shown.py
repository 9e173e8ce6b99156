"""What stands in the structured parts, as lines in the form in which it is typed."""

from collections.abc import Iterator
from typing import Any

from convoguide.cli.plain.form import Part
from convoguide.cli.plain.talk import Talk
from convoguide.cli.plain.values import shown
from convoguide.core.conversation import OTHER
from convoguide.i18n import gettext as _


def value_of(talk: Talk, part: Part) -> Any:
    """What the part holds now: None or () where nothing stands."""
    sitting = talk.sitting
    if part.place == "note":
        return tuple(note.theme for note in sitting.conversation.entry(OTHER).notes)
    holder: Any = sitting.conversation
    if part.place == "step":
        holder = holder.entry(sitting.step)
    for key in part.path:
        holder = None if holder is None else getattr(holder, key)
    return () if holder is None and part.many else holder


def item_text(part: Part, item: Any) -> str:
    """One value as it is typed after the part's name; empty where the part's own fields are."""
    if part.model is None:
        return "" if item is None else shown(part.fields[0], item)
    raw = item.model_dump(by_alias=True)
    told = {
        field.key: shown(field, raw[field.key])
        for field in part.fields
        if raw[field.key] not in (None, ())
    }
    first = " ".join(told.pop(key) for key in (part.lead, part.main) if key in told)
    keys = [f"{_(part.field(key).label)}={text}" for key, text in told.items()]
    return "; ".join([first, *keys] if first else keys)


def item_line(part: Part, item: Any, number: int | None = None) -> str:
    """One value under the part's label, with its number where it is one of a list."""
    label = _(part.label) if number is None else f"{_(part.label)} #{number}"
    text = item_text(part, item)
    return _("{part}: “{text}”").format(part=label, text=text) if text else empty(label)


def empty(label: str) -> str:
    """That nothing stands there."""
    return _("{part}: nothing").format(part=label)


def lines(talk: Talk, part: Part) -> Iterator[str]:
    """A line for each value of the part that is set."""
    now = value_of(talk, part)
    for number, item in enumerate(now, 1) if part.many else ((None, now),):
        if item is not None and item_text(part, item):
            yield item_line(part, item, number)


def change_lines(part: Part, before: Any, after: Any) -> Iterator[str]:
    """What a change did: the items that are new or other, or that there is less now."""
    if not part.many:
        yield item_line(part, after) if after is not None else empty(_(part.label))
        return
    for number, item in enumerate(after, 1):
        if item not in before:
            yield item_line(part, item, number)
    if len(after) < len(before):
        left = _("{part}: taken out, {n} left").format(part=_(part.label), n=len(after))
        yield left if after else empty(_(part.label))
