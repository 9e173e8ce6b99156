"""Keeping conversations in the encrypted store: the `Keeper` that survives a crash.

Loaded after the first frame. Saves go through the store's own thread; while the passphrase's key
is not there yet, what is recorded waits in memory and is said to be not yet saved.
"""

import shutil
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, time
from typing import TYPE_CHECKING

from convoguide.config import Home, Settings
from convoguide.core.conversation import Conversation
from convoguide.errors import ConvoGuideError, InputError
from convoguide.i18n import gettext as _
from convoguide.services.conduct import (
    Clock,
    Sitting,
    from_draft,
    local_now,
    new_conversation,
    to_draft,
    typed_in,
)
from convoguide.services.content import guide as guide_of
from convoguide.services.keep import Draft, SaveState, StateTold, is_blank
from convoguide.store.encrypted import Store
from convoguide.store.errors import (
    DamagedConversation,
    NoSuchConversation,
    NotWritable,
    StoreLocked,
)
from convoguide.store.locks import Hold
from convoguide.store.opening import open_store, set_aside
from convoguide.store.port import Listed
from convoguide.store.writer import Writer

if TYPE_CHECKING:
    from convoguide.core.tally import Book

_BRIEFLY = 10.0
"""Seconds to wait for the writing thread when a window closes."""


class StoreKeeper:
    """Drafts in the store of a home, for one window."""

    keeps = True

    def __init__(self, home: Home, settings: Settings, now: Clock = local_now) -> None:
        self.on_state: StateTold = lambda _conversation, _state, _reason: None
        self._home = home
        self._settings = settings
        self._now = now
        self._store: Store = open_store(home.data, now=now)
        self._writer = self._new_writer()
        self._states: dict[str, SaveState] = {}
        self._revisions: dict[str, int] = {}
        self._holds: dict[str, Hold] = {}
        self._waiting: dict[str, Sitting] = {}

    # --- the store as a whole

    @property
    def place(self) -> str:
        """Where the store lies, for saying it."""
        return str(self._store.path)

    @property
    def exists(self) -> bool:
        return not self._store.is_new

    @property
    def locked(self) -> bool:
        return self._store.is_locked

    def create(self, passphrase: str) -> None:
        self._store.create(passphrase)
        self._now_unlocked()

    def unlock(self, passphrase: str) -> None:
        self._store.unlock(passphrase)
        self._now_unlocked()

    def unlock_from_keychain(self) -> bool:
        """Unlock with the key in the system's keychain; False when it holds none that fits."""
        from convoguide.adapters import keychain

        if self._settings.keep != "keychain" or not self.exists:
            return False
        try:
            key = keychain.SystemKeychain().get(self.place)
            if key is None:
                return False
            self._store.unlock_with_key(key)
        except ConvoGuideError:
            return False
        self._now_unlocked()
        return True

    def change_passphrase(self, old: str, new: str) -> None:
        """Wrap the store's key anew; no conversation is rewritten. Slow: call it in a thread."""
        self._store.change_passphrase(old, new)

    def start_anew(self) -> str:
        """Set the store aside, untouched, for a new one; says where it lies now."""
        self._writer.close(_BRIEFLY)
        where = self._store.set_aside()
        self._store = open_store(self._home.data, now=self._now)
        self._writer = self._new_writer()
        return str(where)

    def _new_writer(self) -> Writer:
        return Writer(self._store, on_saved=self._saved, on_failed=self._failed)

    def _now_unlocked(self) -> None:
        if self._settings.keep == "keychain":
            from convoguide.adapters import keychain

            # The passphrase opens the store all the same; the keychain only spares typing it.
            with suppress(ConvoGuideError):
                keychain.SystemKeychain().set(self.place, self._store.store_key())
        waiting, self._waiting = self._waiting, {}
        for sitting in waiting.values():
            self.save(sitting)
        for conversation, state in list(self._states.items()):
            if state is SaveState.WAITING and conversation not in waiting:
                self._tell(conversation, SaveState.SAVED)
        self._writer.run(self._count)

    # --- conversations

    def drafts(self) -> list[Draft]:
        return [self._described(each) for each in self._store.listing()]

    def begin(self, guide_id: str, way: str) -> Sitting:
        guide = guide_of(guide_id)
        sitting = Sitting(guide, new_conversation(guide, self._now()), now=self._now, way=way)
        sitting.on_change = self.save
        self._states[_id(sitting)] = SaveState.WAITING if self.locked else SaveState.SAVED
        return sitting

    def open(self, conversation_id: str) -> Sitting:
        hold = self._holds.get(conversation_id) or self._hold(conversation_id)
        try:
            loaded = self._store.load(conversation_id)
            conversation, step, way = from_draft(loaded.payload)
            sitting = Sitting(
                guide_of(conversation.guide),
                conversation,
                now=self._now,
                step=step,
                way=way or self._settings.way,
                read_only=hold is None,
            )
        except ConvoGuideError:
            if hold is not None and conversation_id not in self._holds:
                hold.release()
            raise
        if hold is None:
            self._states[conversation_id] = SaveState.READ_ONLY
            return sitting
        self._holds[conversation_id] = hold
        sitting.typed = typed_in(loaded.payload)
        self._revisions[conversation_id] = loaded.revision
        self._states[conversation_id] = SaveState.SAVED
        sitting.on_change = self.save
        return sitting

    def read(self, conversation_id: str) -> Conversation:
        """The conversation as it was last saved, without taking it from any other window."""
        return from_draft(self._store.load(conversation_id).payload)[0]

    def save(self, sitting: Sitting) -> None:
        conversation = _id(sitting)
        if self.locked:
            self._waiting[conversation] = sitting
            self._tell(conversation, SaveState.WAITING)
            return
        if conversation not in self._holds:
            hold = self._store.hold(conversation)
            if hold is not None:
                self._holds[conversation] = hold
        self._revisions[conversation] = self._revisions.get(conversation, 0) + 1
        self._tell(conversation, SaveState.SAVING)
        self._writer.submit(
            conversation,
            to_draft(sitting),
            self._revisions[conversation],
            self._documented_at(sitting.conversation),
        )

    def put(self, conversation: Conversation, *, replacing: bool, counts: bool = True) -> None:
        """Take in a conversation from outside, at once and durably.

        Another content under the same id is refused without `replacing`. Without `counts` the
        tally passes it over: it was held, and counted, before.
        """
        guide = guide_of(conversation.guide)
        sitting = Sitting(guide, conversation, now=self._now, way=self._settings.way)
        identity = _id(sitting)
        revision = 0
        try:
            loaded = self._store.load(identity)
        except NoSuchConversation:
            pass
        except DamagedConversation:
            if not replacing:
                raise
        else:
            if from_draft(loaded.payload)[0] == conversation:
                return
            if not replacing:
                raise _already_there(identity)
            revision = loaded.revision
        hold = self._store.hold(identity)
        if hold is None:
            raise ConvoGuideError(
                _("The conversation {id} is open in another window. Close it there first.").format(
                    id=identity
                )
            )
        with hold:
            documented = self._documented_at(conversation)
            self._store.save(identity, to_draft(sitting), revision + 1, documented)
        if not counts:
            self._count(apart=identity)

    def holds_conversation(self, conversation_id: str) -> bool:
        """Whether the store has a conversation of that id."""
        return any(each.id == conversation_id for each in self._store.listing())

    def state(self, conversation_id: str) -> SaveState:
        return self._states.get(conversation_id, SaveState.SAVED)

    def flush(self, seconds: float) -> bool:
        return not self._waiting and self._writer.flush(seconds)

    def retry(self) -> None:
        """Try once more to save what failed."""
        self._writer.retry()

    def leave(self, sitting: Sitting) -> None:
        conversation = _id(sitting)
        hold = self._holds.pop(conversation, None)
        if is_blank(sitting) and not sitting.read_only:
            self._waiting.pop(conversation, None)
            if conversation in self._revisions:
                self._writer.flush(_BRIEFLY)
                if hold is not None:
                    hold.release()
                self.delete(conversation)
            return
        if hold is not None:
            # Released behind the last save, so that no other window can come in between.
            self._writer.run(hold.release)
            self._writer.run(self._count)

    def delete(self, conversation_id: str) -> None:
        if self._waiting.pop(conversation_id, None) is not None:
            return  # it never reached the store
        hold = self._holds.pop(conversation_id, None)
        if hold is not None:
            hold.release()
        self._count_what_goes()
        self._writer.delete(conversation_id).result()
        self._revisions.pop(conversation_id, None)
        self._forget_files(conversation_id)

    def due(self) -> list[Draft]:
        """The documented conversations whose days are over. Needs no key."""
        days = self._settings.retention_days
        return [self._described(each) for each in self._store.due(days=days)]

    def purge(self) -> list[str]:
        """Delete what is due, with its clear-text files; the ids that went. Needs no key."""
        days = self._settings.retention_days
        self._count_what_goes()
        gone = self._writer.run(lambda: self._store.purge(days=days)).result()
        for each in gone:
            self._forget_files(each)
        return gone

    def tally(self) -> "Book":
        """What is counted, brought up to date; the store must be unlocked."""
        return self._writer.run(self._count).result()

    def close(self) -> None:
        self._writer.close(_BRIEFLY)
        self._store.close()

    # --- inside

    def _count(self, apart: str | None = None) -> "Book":
        """Look the store through and keep what counts, so that it outlives the conversations."""
        from convoguide.services.tally import look

        there = {each.id for each in self._store.listing()}
        live = {}
        for each in there:
            with suppress(ConvoGuideError):  # a damaged one keeps what was counted of it
                live[each] = self.read(each)
        return look(self._store, live, there, apart=apart)

    def _count_what_goes(self) -> None:
        """Count before deleting. Locked, what the last look saw counts; nothing waits for it."""
        if not self.locked:
            with suppress(ConvoGuideError):
                self._writer.run(self._count).result()

    def _hold(self, conversation_id: str) -> Hold | None:
        """The right to write it; None where another window has it or nothing can be written."""
        try:
            return self._store.hold(conversation_id)
        except NotWritable:
            return None

    def _described(self, listed: Listed) -> Draft:
        draft = Draft(
            id=listed.id,
            created=listed.created,
            updated=listed.updated,
            documented=listed.documented,
            size=listed.size,
            damaged=bool(listed.damaged),
        )
        if self.locked or listed.damaged:
            return draft
        try:
            talk = self.read(listed.id)
        except (ConvoGuideError, StoreLocked):
            return draft
        return replace(draft, guide=talk.guide, label=talk.label, held_on=talk.held_on)

    def _documented_at(self, conversation: Conversation) -> datetime | None:
        """When the days of retention begin: with the day on which it was put into the journal."""
        if conversation.documented is None:
            return None
        on = conversation.documented.on
        now = self._now()
        return datetime.combine(on, time(12), now.tzinfo) if on else now

    def _forget_files(self, conversation_id: str) -> None:
        shutil.rmtree(self._home.exports / conversation_id, ignore_errors=True)

    def _saved(self, conversation: str, revision: int) -> None:
        if self._revisions.get(conversation) == revision:
            self._tell(conversation, SaveState.SAVED)

    def _failed(self, conversation: str, error: ConvoGuideError) -> None:
        self._tell(conversation, SaveState.FAILED, str(error))

    def _tell(self, conversation: str, state: SaveState, reason: str = "") -> None:
        self._states[conversation] = state
        self.on_state(conversation, state, reason)


def open_aside(home: Home, now: Clock = local_now) -> str:
    """Set a store aside that is too damaged to open; says where it lies now."""
    return str(set_aside(home.data, now=now))


def _id(sitting: Sitting) -> str:
    return str(sitting.conversation.id)


def _already_there(conversation_id: str) -> InputError:
    return InputError(
        _("Another content is saved under {id}; --replace puts this one in its place.").format(
            id=conversation_id
        )
    )
