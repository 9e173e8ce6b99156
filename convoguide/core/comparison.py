"""What the person sees differently since last time, theme by theme.

The guides of the two conversations may differ: they are compared by themes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from convoguide.core.conversation import OTHER, Conversation, Note, Since
from convoguide.core.guide import Guide
from convoguide.core.text import collapse
from convoguide.core.theme import THEMES

Change = Literal["new", "changed", "confirmed", "withdrawn", "not_asked"]


@dataclass(frozen=True)
class Said:
    """What one conversation holds on a theme: its notes, and how its steps were left."""

    notes: tuple[Note, ...] = ()
    outcomes: tuple[str, ...] = ()
    since: Since | None = None

    @property
    def raised(self) -> bool:
        return bool(self.notes or self.outcomes or self.since)

    def same_as(self, other: "Said") -> bool:
        """Whether both say the same words; white space and order do not count."""
        mine = sorted(collapse(note.text) for note in self.notes)
        theirs = sorted(collapse(note.text) for note in other.notes)
        return mine == theirs and sorted(self.outcomes) == sorted(other.outcomes)


@dataclass(frozen=True)
class Difference:
    """One theme in both conversations."""

    theme: str
    change: Change
    older: Said
    newer: Said


def compare(
    older: Conversation, older_guide: Guide, newer: Conversation, newer_guide: Guide
) -> Iterator[Difference]:
    """Every theme that either conversation raised, in the order of the themes.

    What the newer one says of itself (`since`) goes before what the words show.
    """
    for theme in THEMES:
        before, now = said_on(older, older_guide, theme), said_on(newer, newer_guide, theme)
        if before.raised or now.raised:
            yield Difference(theme, _change(before, now), before, now)


def said_on(conversation: Conversation, guide: Guide, theme: str) -> Said:
    """What a conversation holds on a theme, its unfiled notes too."""
    notes: list[Note] = []
    outcomes: list[str] = []
    since: Since | None = None
    for step in guide.steps():
        entry = conversation.entry(step.id)
        if step.theme != theme:
            continue
        notes += entry.notes
        if entry.state not in ("noted", "not_raised"):
            outcomes.append(entry.state)
        since = _stronger(since, entry.since)
    notes += [note for note in conversation.entry(OTHER).notes if note.theme == theme]
    return Said(tuple(notes), tuple(outcomes), since)


def _change(before: Said, now: Said) -> Change:
    if now.since is not None:
        return now.since
    if not now.raised:
        return "not_asked"
    if not before.raised:
        return "new"
    return "confirmed" if now.same_as(before) else "changed"


def _stronger(one: Since | None, other: Since | None) -> Since | None:
    """Of two marks on one theme, the one that says that more has changed."""
    order: tuple[Since | None, ...] = (None, "confirmed", "changed", "withdrawn")
    return max(one, other, key=order.index)
