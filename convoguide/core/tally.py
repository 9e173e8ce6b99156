"""Counting conversations: how many were held, what was talked about, what came of it.

Pure. Only counts outlive a conversation: no text, no label, no name. What leaves the program
holds no group under five, and nothing from which one could be computed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from convoguide.core.conversation import OTHER, Conversation
from convoguide.core.guide import Guide
from convoguide.core.text import Value
from convoguide.core.theme import THEMES

LEAST = 5
"""The smallest group that is passed on."""
FEW, SOME, UNTOLD = "<5", "≥5", "…"
"""A group too small to be told; one that is not, but from which such a one could be had; and one
of which not even that can be told."""

Told = int | str
WAYS = ("talked", "declined", "deferred")


class Counted(Value):
    """What counts of one conversation."""

    month: str
    guide: str
    talked: tuple[str, ...] = ()
    declined: tuple[str, ...] = ()
    deferred: tuple[str, ...] = ()
    documented: bool = False
    follow_up: date | None = None
    previous: str | None = None


class Cell(Value):
    """Conversations of one month by one guide, as counts."""

    held: int = 0
    talked: Mapping[str, int] = {}
    declined: Mapping[str, int] = {}
    deferred: Mapping[str, int] = {}
    documented: int = 0
    kept: int = 0
    overdue: int = 0
    open: int = 0

    def plus(self, other: "Cell") -> "Cell":
        """Both together."""
        return Cell(
            held=self.held + other.held,
            talked=_sum(self.talked, other.talked),
            declined=_sum(self.declined, other.declined),
            deferred=_sum(self.deferred, other.deferred),
            documented=self.documented + other.documented,
            kept=self.kept + other.kept,
            overdue=self.overdue + other.overdue,
            open=self.open + other.open,
        )


class Awaited(Value):
    """The follow-up that was agreed in a conversation that is gone."""

    month: str
    guide: str
    on: date


class Book(Value):
    """What is kept of the tally between two looks at it.

    `known` are the conversations that are still there, `gone` the counts of those that are not,
    by month and guide. `awaited` and `followed` hold bare ids, for as long as a follow-up and the
    conversation that keeps it have not met. `apart` are conversations that do not count: those
    read back from a journal were held, and counted, before.
    """

    known: Mapping[str, Counted] = {}
    gone: Mapping[str, Mapping[str, Cell]] = {}
    awaited: Mapping[str, Awaited] = {}
    followed: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()


Cells = dict[tuple[str, str], Cell]


def counted(conversation: Conversation, guide: Guide) -> Counted | None:
    """What counts of a conversation; None where nothing was raised in it.

    A theme counts once: as talked about where anything was said on it, else as declined, else as
    deferred.
    """
    held = conversation.held_on or (conversation.started and conversation.started.date())
    themes = {way: _themes(conversation, guide, way) for way in WAYS}
    raised = any(entry.state != "not_raised" for entry in conversation.entries.values())
    if held is None or not raised:
        return None
    talked = themes["talked"]
    declined = themes["declined"] - talked
    return Counted(
        month=f"{held.year:04}-{held.month:02}",
        guide=conversation.guide,
        talked=_ordered(talked),
        declined=_ordered(declined),
        deferred=_ordered(themes["deferred"] - talked - declined),
        documented=conversation.documented is not None,
        follow_up=conversation.follow_up,
        previous=conversation.previous,
    )


def brought_up_to_date(book: Book, live: Mapping[str, Counted | None], there: set[str]) -> Book:
    """The book after a look at the store: what is no longer there becomes counts.

    `live` are the conversations that could be read, `there` all that there are.
    """
    apart = tuple(sorted(each for each in book.apart if each in there))
    fresh = {key: each for key, each in live.items() if each and key not in apart}
    known = {key: each for key, each in book.known.items() if key in there and key not in live}
    gone = {month: dict(guides) for month, guides in book.gone.items()}
    awaited, followed = dict(book.awaited), set(book.followed)
    for key, each in book.known.items():
        if key in there:
            continue
        guides = gone.setdefault(each.month, {})
        guides[each.guide] = guides.get(each.guide, Cell()).plus(_cell(each))
        if each.follow_up:
            awaited[key] = Awaited(month=each.month, guide=each.guide, on=each.follow_up)
        if each.previous:
            followed.add(each.previous)
    for key in sorted(followed & set(awaited)):
        met = awaited.pop(key)
        followed.discard(key)
        guides = gone.setdefault(met.month, {})
        guides[met.guide] = guides.get(met.guide, Cell()).plus(Cell(kept=1))
    return Book(
        known={**known, **fresh},
        gone=gone,
        awaited=awaited,
        followed=tuple(sorted(followed)),
        apart=apart,
    )


def cells(book: Book, today: date) -> Cells:
    """All counts by month and guide, those of conversations that are gone among them."""
    found: Cells = {
        (month, guide): cell
        for month, guides in book.gone.items()
        for guide, cell in guides.items()
    }
    followed = {*book.followed, *(each.previous for each in book.known.values() if each.previous)}
    for key, each in book.known.items():
        _add(found, each.month, each.guide, _cell(each))
        if each.follow_up:
            _add(found, each.month, each.guide, _met(key in followed, each.follow_up, today))
    for key, awaited in book.awaited.items():
        _add(found, awaited.month, awaited.guide, _met(key in followed, awaited.on, today))
    return dict(sorted(found.items()))


@dataclass(frozen=True)
class Report:
    """The tally as it is told; with `least` 0 to whoever holds the key, else to pass on.

    `conversations` is how many the shares are of: all that were held, or only those of the months
    that are told, where the whole would give an untold one away.
    """

    least: int
    conversations: int
    held: dict[tuple[str, str], Told]
    themes: dict[str, dict[str, Told]]
    documented: Told
    follow_ups: dict[str, Told] = field(default_factory=dict)

    def share(self, count: Told) -> int | None:
        """Per cent of the conversations, None where the count is not told."""
        if isinstance(count, str) or not self.conversations:
            return None
        return round(100 * count / self.conversations)


def report(counts: Cells, *, least: int = 0) -> Report:
    """The counts put together, with every group under `least` left untold."""
    held = {key: cell for key, cell in counts.items() if cell.held}
    small = [cell.held for cell in held.values() if cell.held < least]
    told = held if _hides(small, least) else {k: c for k, c in held.items() if c.held >= least}
    whole = Cell()
    for cell in told.values():
        whole = whole.plus(cell)
    themes = {}
    for theme in THEMES:
        parts = {way: getattr(whole, way).get(theme, 0) for way in WAYS}
        if any(parts.values()):
            themes[theme] = untold(parts, whole.held, least)
    return Report(
        least=least,
        conversations=whole.held,
        held={key: FEW if cell.held < least else cell.held for key, cell in held.items()},
        themes=themes,
        documented=untold({"documented": whole.documented}, whole.held, least)["documented"],
        follow_ups=untold(
            {name: getattr(whole, name) for name in ("kept", "overdue", "open")}, whole.held, least
        ),
    )


def untold(parts: Mapping[str, int], total: int, least: int) -> dict[str, Told]:
    """The parts of a total, without those under `least`, nobody among them counted too.

    What is left of the total is a group as well: where it is too small, or the untold parts could
    be told from it, the smallest of the told parts are left untold as well.
    """
    if not least:
        return dict(parts)
    told: dict[str, Told] = {name: FEW if n < least else n for name, n in parts.items()}
    shown = sorted((n, name) for name, n in parts.items() if n >= least)
    withheld = 0
    while shown and total - sum(n for n, _name in shown) - withheld * least < least:
        _n, name = shown.pop(0)
        told[name] = SOME
        withheld += 1
    if total - sum(n for n, _name in shown) - withheld * least < least:
        return dict.fromkeys(parts, UNTOLD)
    return told


def _hides(small: list[int], least: int) -> bool:
    """Whether the sum of these small groups says nothing about any one of them.

    Each of them may still be any number from one to the largest untold one.
    """
    count, total, most = len(small), sum(small), least - 1
    if not small:
        return True
    return total >= least and count - 1 + most <= total <= most * (count - 1) + 1


def _cell(each: Counted) -> Cell:
    return Cell(
        held=1,
        talked=dict.fromkeys(each.talked, 1),
        declined=dict.fromkeys(each.declined, 1),
        deferred=dict.fromkeys(each.deferred, 1),
        documented=int(each.documented),
    )


def _met(kept: bool, on: date, today: date) -> Cell:
    if kept:
        return Cell(kept=1)
    return Cell(overdue=1) if on < today else Cell(open=1)


def _add(found: Cells, month: str, guide: str, cell: Cell) -> None:
    found[month, guide] = found.get((month, guide), Cell()).plus(cell)


def _sum(one: Mapping[str, int], other: Mapping[str, int]) -> dict[str, int]:
    return {key: one.get(key, 0) + other.get(key, 0) for key in _ordered({*one, *other})}


def _ordered(themes: Iterable[str]) -> tuple[str, ...]:
    there = set(themes)
    return tuple(theme for theme in THEMES if theme in there)


def _themes(conversation: Conversation, guide: Guide, way: str) -> set[str]:
    states = {"talked": ("noted", "nothing_to_add", "unsure")}.get(way, (way,))
    found = {
        step.theme
        for step in guide.steps()
        if step.theme and conversation.entry(step.id).state in states
    }
    if way == "talked":
        found |= {note.theme for note in conversation.entry(OTHER).notes if note.theme}
    return {str(theme) for theme in found}
