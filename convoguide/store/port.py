"""The rows of the store and the port to wherever they lie.

Everything that goes through the port is sealed already, but for ids, times and sizes; what lies
behind it need not be trusted, nor know what a conversation is.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True)
class StoreKeys:
    """The one row a store has of itself: its id, and how a passphrase leads to its key."""

    id: str
    created: datetime | None
    format: int
    memory_kib: int
    iterations: int
    lanes: int
    salt: bytes = field(repr=False)
    wrapped_key: bytes = field(repr=False)
    key_check: bytes = field(repr=False)


@dataclass(frozen=True)
class Listed:
    """What is known of a saved conversation without any key.

    `size` is the payload's in bytes. `damaged` is None while the store is locked. A time that
    cannot be read any more is None; so is `documented` of a conversation that was not.
    """

    id: str
    created: datetime | None
    updated: datetime | None
    documented: datetime | None
    size: int
    revision: int
    damaged: bool | None = None


@dataclass(frozen=True)
class Head:
    """A sealed conversation but for its text: what the next save needs to know."""

    revision: int
    format: int
    wrapped_key: bytes = field(repr=False)


@dataclass(frozen=True)
class Sealed(Head):
    """One conversation as it lies on the disk."""

    body: bytes = field(repr=False)


@dataclass(frozen=True)
class Stamp:
    """What a save writes in clear beside the sealed conversation."""

    size: int
    at: datetime
    documented: datetime | None


class Drafts(Protocol):
    """The port. Every method raises a `StoreError` when it cannot; then nothing has changed."""

    def open(self) -> None:
        """Refuse what is not ours to open, untouched; bring an earlier version up to date."""

    def version(self) -> int:
        """The version of what lies there, 0 for nothing yet; refuses as `open` does."""

    def keys(self) -> StoreKeys | None:
        """The store's own row, or None when there is no store yet."""

    def create(self, keys: StoreKeys) -> None:
        """Begin a store, whole or not at all; `StoreExists` when there is one."""

    def replace_keys(self, earlier: StoreKeys, later: StoreKeys) -> bool:
        """Write the keys anew; False when someone else did so since `earlier` was read."""

    def listing(self) -> list[Listed]:
        """All conversations, the latest change first."""

    def read(self, conversation: str) -> Sealed | None:
        """The sealed conversation, or None."""

    def head(self, conversation: str) -> Head | None:
        """The same without its text, as the next write will find it."""

    def write(
        self, conversation: str, sealed: Sealed, stamp: Stamp, *, replaces: int | None
    ) -> None:
        """Put the row durably in place of revision `replaces`, or of none when that is None.

        `StaleRevision` when the row has another revision by now.
        """

    def mark(self, conversation: str, documented: datetime | None) -> bool:
        """Set the documented time; False when there is no such row."""

    def delete(self, conversation: str) -> bool:
        """Remove the row and with it the data key; False when there is no such row."""

    def sweep(self, *, alone: bool) -> bool:
        """Overwrite what deleting left behind; True when nothing of it is left."""

    def close(self) -> None:
        """Let go of the database. Any later call opens it again."""
