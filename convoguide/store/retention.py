"""Which conversations go, and when. Pure: nothing here reads a clock or deletes anything.

A conversation that was marked as documented is in the journal, where it belongs; the copy here
goes after some days. One that was not is the only record there is, and never goes by itself.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Protocol, TypeVar

DEFAULT_DAYS = 7


class Kept(Protocol):
    """What retention needs to know of a saved conversation."""

    @property
    def documented(self) -> datetime | None:
        """When it was marked as documented in the journal; None when it was not."""


K = TypeVar("K", bound=Kept)


def goes_at(conversation: Kept, *, days: int = DEFAULT_DAYS) -> datetime | None:
    """The moment from which the conversation may be deleted, or None when it never is.

    `days` counts whole days from the documented time; with 0 it goes at the next occasion.
    """
    if days < 0:
        raise ValueError("days cannot be negative")
    if conversation.documented is None:
        return None
    try:
        return conversation.documented + timedelta(days=days)
    except OverflowError:
        return None  # beyond the last day there is


def due(conversations: Iterable[K], *, now: datetime, days: int = DEFAULT_DAYS) -> list[K]:
    """The conversations whose time has come, in the order given."""
    moments = ((each, goes_at(each, days=days)) for each in conversations)
    return [each for each, moment in moments if moment is not None and moment <= now]
