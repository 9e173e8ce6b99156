"""The encrypted store of one window: what the rest of the program calls.

It keeps a payload (bytes) a conversation id and never looks into it. Cryptography is loaded with
the first key, so that a locked home is listed without it.
"""

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from convoguide.errors import InputError
from convoguide.i18n import gettext as _
from convoguide.store.drafts import SqliteDrafts
from convoguide.store.errors import (
    ConversationInUse,
    CorruptStore,
    DamagedConversation,
    NoStore,
    NoSuchConversation,
    NotWritable,
    StaleRevision,
    StoreBusy,
    StoreError,
    StoreExists,
    StoreLocked,
    WrongPassphrase,
    worded,
)
from convoguide.store.files import StoreFiles
from convoguide.store.locks import ConversationLocks, Hold, WindowLocks
from convoguide.store.port import Drafts, Listed, Stamp, StoreKeys
from convoguide.store.retention import DEFAULT_DAYS, due

if TYPE_CHECKING:
    from convoguide.store.vault import Cost, Vault

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


_TALLY = "00000000-0000-0000-0000-000000000000"
"""The row of the tally, which is sealed as conversations are; no conversation may have this id."""


def known_id(conversation: str) -> str:
    """The id as the store keeps it. Ids lie in clear, so nothing but a UUID may be one."""
    lowered = conversation.lower()
    if not _UUID.fullmatch(lowered) or lowered == _TALLY:
        raise InputError(_("A conversation's id must be a UUID: 8-4-4-4-12 hexadecimal digits."))
    return lowered


class Loaded(NamedTuple):
    """A conversation's payload as it was last saved."""

    payload: bytes
    revision: int


class Store:
    """One window's view of the store. Any thread may call it; a key in memory unlocks it."""

    def __init__(
        self,
        files: StoreFiles,
        *,
        now: Callable[[], datetime],
        cost: "Cost | None",
        patience: float,
    ) -> None:
        self._files = files
        self._now = now
        self._cost = cost
        self._windows = WindowLocks(files, patience=patience)
        self._locks = ConversationLocks(files)
        self._vault: Vault | None = None
        self._verdicts: dict[tuple[str, int], bool] = {}
        self._drafts: Drafts = SqliteDrafts(
            files, patience=patience, before_writing=self._windows.claim
        )

    def open(self) -> None:
        """Refuse what cannot or may not be opened, before anything else is asked of it."""
        self._drafts.open()

    # What can be known without a key

    @property
    def path(self) -> Path:
        """Where the database lies, or will."""
        return self._files.database

    @property
    def is_new(self) -> bool:
        """Whether nothing has been created here yet."""
        return self._drafts.keys() is None

    @property
    def is_locked(self) -> bool:
        return self._vault is None

    def listing(self) -> list[Listed]:
        """All conversations, the latest change first; `damaged` is told when unlocked."""
        listed = self._conversations()
        if self._vault is None:
            return listed
        return [replace(each, damaged=self._is_damaged(each)) for each in listed]

    # Keys

    def create(self, passphrase: str) -> None:
        """Make a new store and unlock it. Slow, as `unlock` is; `StoreExists` if there is one."""
        from convoguide.store import vault

        if not self.is_new:
            raise StoreExists(self.path)
        keys, key = vault.new_keys(passphrase, cost=self._new_cost(), at=self._now())
        self._drafts.create(keys)
        self._vault = vault.Vault(keys.id, key)

    def unlock(self, passphrase: str) -> None:
        """Take the key into memory. Slow on purpose: call it in a thread.

        `WrongPassphrase` changes nothing, neither on the disk nor in an unlocked store.
        """
        from convoguide.store import vault

        keys = self._claimed_keys()
        self._vault = vault.Vault(keys.id, vault.key_from_passphrase(keys, passphrase))

    def unlock_with_key(self, store_key: bytes) -> None:
        """The same with the key that `store_key` gave to a keychain. Quick; else `WrongKey`."""
        from convoguide.store import vault

        keys = self._claimed_keys()
        self._vault = vault.Vault(keys.id, vault.checked_key(keys, store_key))

    def store_key(self) -> bytes:
        """The key of the whole store, for the operating system's keychain and nothing else."""
        return self._unlocked().store_key

    def lock(self) -> None:
        """Forget the key. What is held open for writing stays held."""
        self._vault = None
        self._verdicts.clear()

    def change_passphrase(self, old: str, new: str) -> None:
        """Rewrap the store key; no conversation is rewritten. Slow: two derivations."""
        from convoguide.store import vault

        keys = self._claimed_keys()
        key = vault.key_from_passphrase(keys, old)
        later = vault.rewrapped(keys, key, new, cost=self._new_cost())
        if not self._drafts.replace_keys(keys, later):
            raise WrongPassphrase  # another window changed it meanwhile
        self._vault = vault.Vault(keys.id, key)
        self._sweep()  # the old wrapping must not lie in the log for the old passphrase

    # Conversations

    def load(self, conversation: str) -> Loaded:
        """Payload and revision, as last saved; `DamagedConversation` when it does not open."""
        vault, conversation = self._unlocked(), known_id(conversation)
        sealed = self._drafts.read(conversation)
        if sealed is None:
            raise NoSuchConversation(conversation)
        return Loaded(vault.open(conversation, sealed), sealed.revision)

    def save(
        self,
        conversation: str,
        payload: bytes,
        revision: int,
        documented_at: datetime | None = None,
    ) -> None:
        """Put the payload on the disk; it is there when this returns.

        `revision` rises with every change of the caller's, undo included. The row's documented
        time becomes what is given here: None means «not in the journal», and so never deleted.
        Saving the same revision with the same payload again is no fault (a retry after a doubt);
        anything else that is not newer is `StaleRevision`.
        """
        vault, conversation = self._unlocked(), known_id(conversation)
        head = self._drafts.head(conversation)
        if head is not None and head.revision >= revision:
            if self.load(conversation) != (payload, revision):
                raise StaleRevision(conversation)
            self.mark_documented(conversation, documented_at)
            return
        sealed = vault.seal(conversation, revision, payload, head)
        self._drafts.write(
            conversation,
            sealed,
            Stamp(len(payload), self._now(), documented_at),
            replaces=head.revision if head else None,
        )

    def mark_documented(self, conversation: str, at: datetime | None) -> None:
        """Start the days of retention, or with None stop them. Needs no key."""
        conversation = known_id(conversation)
        if not self._drafts.mark(conversation, at):
            raise NoSuchConversation(conversation)

    def delete(self, conversation: str) -> bool:
        """Delete for good: row and data key, then what they left in the log and in free pages.

        True when no trace is left; False when another window holds the log up (the rest goes with
        the last window). Needs no key. `ConversationInUse` for one open in another window.
        """
        self._remove(known_id(conversation))
        return self._sweep()

    def due(self, *, days: int = DEFAULT_DAYS) -> list[Listed]:
        """The documented conversations whose days are over."""
        return due(self._conversations(), now=self._now(), days=days)

    def purge(self, *, days: int = DEFAULT_DAYS) -> list[str]:
        """Delete what is due; the ids that went. What another window has open waits."""
        gone = []
        for each in self.due(days=days):
            with suppress(ConversationInUse, NoSuchConversation, InputError):
                self._remove(known_id(each.id))
                gone.append(each.id)
        if gone:
            self._sweep()
        return gone

    def hold(self, conversation: str) -> Hold | None:
        """The right to write this conversation; None when another window has it (read only)."""
        conversation = known_id(conversation)
        if self._files.is_empty():
            raise NoStore(self.path)
        return self._locks.hold(conversation)

    # The tally: what is counted, sealed in a row of its own

    def load_tally(self) -> Loaded:
        """The counts and their revision; nothing, at revision 0, where none were kept yet."""
        vault = self._unlocked()
        sealed = self._drafts.read(_TALLY)
        if sealed is None:
            return Loaded(b"", 0)
        return Loaded(vault.open(_TALLY, sealed), sealed.revision)

    def save_tally(self, payload: bytes, revision: int) -> None:
        """Keep the counts, in place of those of the revision before; else `StaleRevision`."""
        vault, head = self._unlocked(), self._drafts.head(_TALLY)
        if (head.revision if head else 0) != revision - 1:
            raise StaleRevision(_TALLY)
        sealed = vault.seal(_TALLY, revision, payload, head)
        stamp = Stamp(len(payload), self._now(), None)
        self._drafts.write(_TALLY, sealed, stamp, replaces=head.revision if head else None)

    # The store as a whole

    def set_aside(self) -> Path:
        """Move this store out of the way of a new one; says where its database lies now.

        For a damaged store or a lost passphrase: nothing is ever written over. `LaterStore` and
        `ForeignStore` stay untouched, `StoreBusy` says that another window has it open. This
        store is new and locked afterwards.
        """
        if self._files.is_empty() and not self._files.has_orphaned_log():
            raise NoStore(self.path)
        with suppress(CorruptStore):
            self._drafts.version()
        self.close()
        with self._windows.gate():
            if not self._windows.alone():
                raise StoreBusy(self.path)
            with worded(self.path):
                return self._files.set_aside(self._now())

    def close(self) -> None:
        """Forget the key and let go of files and locks."""
        self.lock()
        self._drafts.close()
        self._locks.release_all()
        self._windows.release()

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _conversations(self) -> list[Listed]:
        return [each for each in self._drafts.listing() if each.id != _TALLY]

    def _remove(self, conversation: str) -> None:
        hold = self.hold(conversation)
        if hold is None:
            raise ConversationInUse(conversation)
        with hold:
            if not self._drafts.delete(conversation):
                raise NoSuchConversation(conversation)
        self._locks.forget(conversation)

    def _sweep(self) -> bool:
        """What cannot be swept now is not worth failing for: the row is gone already."""
        try:
            return self._drafts.sweep(alone=self._windows.alone())
        except StoreError:
            return False

    def _claimed_keys(self) -> StoreKeys:
        """The keys of a store that no other window can move away from now on."""
        keys = self._keys()
        with suppress(NotWritable):  # then no other window can write either
            self._windows.claim()
        return keys

    def _keys(self) -> StoreKeys:
        keys = self._drafts.keys()
        if keys is None:
            raise NoStore(self.path)
        return keys

    def _unlocked(self) -> "Vault":
        vault = self._vault
        if vault is None:
            raise StoreLocked
        return vault

    def _new_cost(self) -> "Cost":
        from convoguide.store.vault import Cost

        return self._cost or Cost()

    def _is_damaged(self, listed: Listed) -> bool:
        """Whether it does not open; looked at once a revision."""
        seen = (listed.id, listed.revision)
        if seen not in self._verdicts:
            try:
                self.load(listed.id)
            except (DamagedConversation, InputError):
                self._verdicts[seen] = True
            except NoSuchConversation:
                return False  # deleted since it was listed
            else:
                self._verdicts[seen] = False
        return self._verdicts[seen]
