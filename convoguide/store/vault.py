"""Encryption: what is sealed, with which key, bound to what.

    passphrase --Argon2id--> wrapping key --opens--> store key --opens--> data keys --open--> text

Each conversation has a random data key of its own, so that deleting the row deletes the key; the
store key wraps the data keys, so that a new passphrase rewraps one key and no conversation. All
of it is AES-256-GCM with a fresh random nonce a write, which leads the sealed bytes. The
associated data bind each sealed thing to its purpose, store, conversation, format and revision:
moved to another row or given another revision, it does not open.
"""

import json
import os
import unicodedata
import uuid
from dataclasses import dataclass, replace
from datetime import datetime

from cryptography.exceptions import InvalidTag, UnsupportedAlgorithm
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from convoguide.errors import InputError
from convoguide.i18n import gettext as _
from convoguide.store.errors import (
    DamagedConversation,
    StoreError,
    WrongKey,
    WrongPassphrase,
)
from convoguide.store.port import Head, Sealed, StoreKeys

FORMAT = 1
"""Of what this module writes. It stands beside each sealed thing and is bound to it."""

_KEY, _NONCE, _SALT = 32, 12, 16
_MOST_MEMORY_KIB, _MOST_ROUNDS = 1024 * 1024, 64

# What AES-GCM says of bytes that were not sealed so: wrong ones, too short ones, none at all.
_REFUSALS = (InvalidTag, ValueError, TypeError)


@dataclass(frozen=True)
class Cost:
    """What one guess of the passphrase costs. The defaults take about a quarter of a second."""

    memory_kib: int = 64 * 1024
    iterations: int = 3
    lanes: int = 4


def new_keys(passphrase: str, *, cost: Cost, at: datetime) -> tuple[StoreKeys, bytes]:
    """A new store's keys as they are written down, and its store key."""
    key = os.urandom(_KEY)
    blank = StoreKeys(
        id=str(uuid.uuid4()),
        created=at,
        format=FORMAT,
        memory_kib=cost.memory_kib,
        iterations=cost.iterations,
        lanes=cost.lanes,
        salt=b"",
        wrapped_key=b"",
        key_check=b"",
    )
    checked = replace(blank, key_check=_seal(key, b"", _bound("key-check", blank.id, FORMAT)))
    return rewrapped(checked, key, passphrase, cost=cost), key


def rewrapped(keys: StoreKeys, key: bytes, passphrase: str, *, cost: Cost) -> StoreKeys:
    """The same store key under a new passphrase, with a new salt and today's cost."""
    if not passphrase:
        raise InputError(_("The passphrase is empty. Give at least one character."))
    salted = replace(
        keys,
        memory_kib=cost.memory_kib,
        iterations=cost.iterations,
        lanes=cost.lanes,
        salt=os.urandom(_SALT),
    )
    wrapped = _seal(_derive(passphrase, salted), key, _bound("store-key", keys.id, keys.format))
    return replace(salted, wrapped_key=wrapped)


def key_from_passphrase(keys: StoreKeys, passphrase: str) -> bytes:
    """The store key. Slow on purpose: call it in a thread (it leaves the interpreter free)."""
    wrapping_key = _derive(passphrase, keys)
    try:
        return _unseal(wrapping_key, keys.wrapped_key, _bound("store-key", keys.id, keys.format))
    except _REFUSALS as error:
        raise WrongPassphrase from error


def checked_key(keys: StoreKeys, key: bytes) -> bytes:
    """The store key as kept elsewhere, once it has shown to be this store's; else `WrongKey`."""
    try:
        _unseal(key, keys.key_check, _bound("key-check", keys.id, keys.format))
    except _REFUSALS as error:
        raise WrongKey from error
    return key


class Vault:
    """Seals and opens the conversations of one unlocked store."""

    def __init__(self, store: str, key: bytes) -> None:
        self._store = store
        self._key = key

    @property
    def store_key(self) -> bytes:
        return self._key

    def seal(
        self, conversation: str, revision: int, payload: bytes, earlier: Head | None = None
    ) -> Sealed:
        """The payload as it may lie on a disk, under the conversation's own data key.

        That key is new for a conversation without an `earlier` state, else the one it had.
        """
        if earlier is None:
            data_key = os.urandom(_KEY)
            bound = _bound("data-key", self._store, conversation, FORMAT)
            wrapped = _seal(self._key, data_key, bound)
        else:
            wrapped = earlier.wrapped_key
            data_key = self._data_key(conversation, earlier)
        bound = _bound("conversation", self._store, conversation, FORMAT, revision)
        return Sealed(revision, FORMAT, wrapped, _seal(data_key, payload, bound))

    def open(self, conversation: str, sealed: Sealed) -> bytes:
        """The payload, or `DamagedConversation` when it is not what was sealed here."""
        data_key = self._data_key(conversation, sealed)
        parts = ("conversation", self._store, conversation, sealed.format, sealed.revision)
        try:
            return _unseal(data_key, sealed.body, _bound(*parts))
        except _REFUSALS as error:
            raise DamagedConversation(conversation) from error

    def _data_key(self, conversation: str, head: Head) -> bytes:
        parts = ("data-key", self._store, conversation, head.format)
        try:
            return _unseal(self._key, head.wrapped_key, _bound(*parts))
        except _REFUSALS as error:
            raise DamagedConversation(conversation) from error


def _derive(passphrase: str, keys: StoreKeys) -> bytes:
    """The wrapping key. The same letters count as the same passphrase on every keyboard."""
    text = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    try:
        if keys.memory_kib > _MOST_MEMORY_KIB or keys.iterations > _MOST_ROUNDS:
            raise ValueError("a store that asks for this much was tampered with")
        return Argon2id(
            salt=keys.salt,
            length=_KEY,
            iterations=keys.iterations,
            lanes=keys.lanes,
            memory_cost=keys.memory_kib,
        ).derive(text)
    except (UnsupportedAlgorithm, MemoryError, ValueError, TypeError) as error:
        raise StoreError(
            _("The key cannot be derived from the passphrase on this computer.")
        ) from error


def _bound(*parts: str | int) -> bytes:
    """Associated data without ambiguity: no two lists of parts give the same bytes."""
    return json.dumps(parts, separators=(",", ":")).encode()


def _seal(key: bytes, plain: bytes, bound: bytes) -> bytes:
    nonce = os.urandom(_NONCE)
    return nonce + AESGCM(key).encrypt(nonce, plain, bound)


def _unseal(key: bytes, sealed: bytes, bound: bytes) -> bytes:
    return AESGCM(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], bound)
