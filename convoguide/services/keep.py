"""Keeping conversations: the port that both front ends hold, and its two kinds.

`MemoryKeeper` keeps nothing on disk. `StoreKeeper` (in `keep_store`) keeps drafts in the encrypted
store. Neither ever blocks a key: `save` returns at once and the state is told later.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import Enum
from typing import TYPE_CHECKING, Protocol

from convoguide.core.conversation import Conversation
from convoguide.errors import InputError
from convoguide.i18n import gettext as _
from convoguide.services.conduct import Clock, Sitting, local_now, new_conversation
from convoguide.services.content import guide as guide_of

if TYPE_CHECKING:
    from convoguide.core.tally import Book


class SaveState(Enum):
    """How safe a conversation is, as the screen says it."""

    MEMORY = "memory"
    """Kept in memory only, by choice."""
    WAITING = "waiting"
    """Not yet saved: the key is still being derived."""
    SAVING = "saving"
    SAVED = "saved"
    FAILED = "failed"
    READ_ONLY = "read_only"
    """Open in another window."""


@dataclass(frozen=True)
class Draft:
    """A conversation that is kept. While the store is locked only id, times and size are known."""

    id: str
    created: datetime | None
    updated: datetime | None
    documented: datetime | None
    size: int
    damaged: bool = False
    guide: str | None = None
    label: str | None = None
    held_on: date | None = None


StateTold = Callable[[str, SaveState, str], None]
"""(conversation id, state, reason in words where it failed); called from any thread."""


class Keeper(Protocol):
    """Where conversations are kept while they are worked on."""

    on_state: StateTold

    @property
    def keeps(self) -> bool:
        """Whether anything is kept on disk at all."""
        ...

    @property
    def exists(self) -> bool:
        """Whether there is a store already; without one, `create` makes it."""
        ...

    @property
    def locked(self) -> bool:
        """Whether a passphrase is still needed."""
        ...

    def create(self, passphrase: str) -> None:
        """Make the store. Slow (key derivation): call it in a thread."""

    def unlock(self, passphrase: str) -> None:
        """Open the store; `WrongPassphrase` leaves all as it was. Slow: call it in a thread."""

    def drafts(self) -> list[Draft]:
        """All conversations kept, the latest first; with labels once unlocked."""
        ...

    def begin(self, guide_id: str, way: str) -> Sitting:
        """A new conversation. Works while locked: it is saved as soon as the key is there."""
        ...

    def open(self, conversation_id: str) -> Sitting:
        """Go on with a kept conversation where it was left; read-only when open elsewhere."""
        ...

    def read(self, conversation_id: str) -> Conversation:
        """A kept conversation as it was last saved, without opening it."""
        ...

    def holds_conversation(self, conversation_id: str) -> bool:
        """Whether a conversation of that id is kept."""
        ...

    def put(self, conversation: Conversation, *, replacing: bool, counts: bool = True) -> None:
        """Take in a conversation from outside; without `counts`, one that was counted before."""

    def save(self, sitting: Sitting) -> None:
        """Save what the sitting holds now; returns at once."""

    def state(self, conversation_id: str) -> SaveState:
        """How safe the conversation is now."""
        ...

    def flush(self, seconds: float) -> bool:
        """Wait until all is saved; False when that took too long or failed."""
        ...

    def leave(self, sitting: Sitting) -> None:
        """Let another window have the conversation; one without any content is dropped."""

    def delete(self, conversation_id: str) -> None:
        """Really delete: row, key and its clear-text files."""

    def tally(self) -> "Book":
        """What is counted, brought up to date; must be unlocked. Slow: call it in a thread."""
        ...

    def close(self) -> None:
        """Save what waits and let go of everything."""


def is_blank(sitting: Sitting) -> bool:
    """Whether nothing was recorded yet, so that there is nothing to keep."""
    talk = sitting.conversation
    blank = new_conversation(sitting.guide, sitting.now(), talk.language)
    fixed = {"id", "held_on", "started", "language", "packs", "previous"}
    return talk.model_dump(exclude=fixed) == blank.model_dump(exclude=fixed)


def is_wrong_passphrase(error: Exception) -> bool:
    """Whether asking for the passphrase once more is what helps."""
    from convoguide.store.errors import WrongPassphrase

    return isinstance(error, WrongPassphrase)


class MemoryKeeper:
    """Keeps conversations while the program runs, and nothing after."""

    keeps = False
    exists = True
    locked = False

    def __init__(self, now: Clock = local_now) -> None:
        self.on_state: StateTold = lambda _conversation, _state, _reason: None
        self._now = now
        self._sittings: dict[str, tuple[Sitting, datetime]] = {}
        self._book: Book | None = None

    def create(self, passphrase: str) -> None:
        """There is nothing to make."""

    def unlock(self, passphrase: str) -> None:
        """There is nothing to open."""

    def drafts(self) -> list[Draft]:
        found = []
        for sitting, updated in self._sittings.values():
            talk = sitting.conversation
            written = talk.documented.on if talk.documented else None
            found.append(
                Draft(
                    id=str(talk.id),
                    created=talk.started,
                    updated=updated,
                    documented=datetime.combine(written, time(12), updated.tzinfo)
                    if written
                    else None,
                    size=0,
                    guide=talk.guide,
                    label=talk.label,
                    held_on=talk.held_on,
                )
            )
        return sorted(found, key=lambda draft: draft.updated or self._now(), reverse=True)

    def begin(self, guide_id: str, way: str) -> Sitting:
        guide = guide_of(guide_id)
        sitting = Sitting(guide, new_conversation(guide, self._now()), now=self._now, way=way)
        sitting.on_change = self.save
        return sitting

    def open(self, conversation_id: str) -> Sitting:
        return self._sittings[conversation_id][0]

    def read(self, conversation_id: str) -> Conversation:
        if not self.holds_conversation(conversation_id):
            raise InputError(
                _("No conversation of that id is saved; “conversations list” lists them.")
            )
        return self._sittings[conversation_id][0].conversation

    def holds_conversation(self, conversation_id: str) -> bool:
        return conversation_id in self._sittings

    def put(
        self,
        conversation: Conversation,
        *,
        replacing: bool,
        counts: bool = True,  # noqa: ARG002  # nothing is counted here
    ) -> None:
        sitting = Sitting(guide_of(conversation.guide), conversation, now=self._now)
        sitting.on_change = self.save
        if replacing or not self.holds_conversation(str(conversation.id)):
            self._sittings[str(conversation.id)] = sitting, self._now()

    def save(self, sitting: Sitting) -> None:
        self._sittings[str(sitting.conversation.id)] = (sitting, self._now())
        self.on_state(str(sitting.conversation.id), SaveState.MEMORY, "")

    def state(self, _conversation_id: str) -> SaveState:
        return SaveState.MEMORY

    def flush(self, _seconds: float) -> bool:
        return True

    def leave(self, sitting: Sitting) -> None:
        """Nothing is held that another window could want."""

    def delete(self, conversation_id: str) -> None:
        self.tally()  # its counts stay, as long as the program runs
        self._sittings.pop(conversation_id, None)

    def tally(self) -> "Book":
        from convoguide.core.tally import Book, brought_up_to_date, counted

        live = {
            key: counted(sitting.conversation, sitting.guide)
            for key, (sitting, _updated) in self._sittings.items()
        }
        self._book = brought_up_to_date(self._book or Book(), live, set(live))
        return self._book

    def close(self) -> None:
        self._sittings.clear()
