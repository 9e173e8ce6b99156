"""What is sealed opens where it was sealed, and nowhere else."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from hypothesis import given
from hypothesis import strategies as st

from convoguide.store import vault
from convoguide.store.errors import DamagedConversation, StoreError, WrongPassphrase
from convoguide.store.vault import Cost, Vault
from tests.keeping import CHEAP
from tests.store.helpers import FIRST, PASSPHRASE, SECOND, TEXT

AT = datetime(2026, 11, 20, tzinfo=UTC)
KEY = bytes(range(32))
HERE = Vault("here", KEY)


@given(payload=st.binary(max_size=5000), revision=st.integers(0, 2**62))
def test_any_payload_opens_to_itself(payload: bytes, revision: int) -> None:
    sealed = HERE.seal(FIRST, revision, payload)
    assert HERE.open(FIRST, sealed) == payload
    assert not payload or len(payload) < 8 or payload not in sealed.body


def test_what_was_sealed_opens_for_no_other_conversation_store_or_key() -> None:
    sealed = HERE.seal(FIRST, 1, TEXT)
    for other, conversation in (
        (HERE, SECOND),
        (Vault("there", KEY), FIRST),
        (Vault("here", bytes(32)), FIRST),
    ):
        with pytest.raises(DamagedConversation):
            other.open(conversation, sealed)


def test_what_was_sealed_opens_under_no_other_revision_or_format() -> None:
    sealed = HERE.seal(FIRST, 1, TEXT)
    for changed in (replace(sealed, revision=2), replace(sealed, format=2)):
        with pytest.raises(DamagedConversation):
            HERE.open(FIRST, changed)


def test_an_older_text_does_not_open_as_a_newer_one_of_the_same_conversation() -> None:
    older = HERE.seal(FIRST, 1, TEXT)
    newer = HERE.seal(FIRST, 2, TEXT + b" more", older)
    assert newer.wrapped_key == older.wrapped_key
    with pytest.raises(DamagedConversation):
        HERE.open(FIRST, replace(newer, body=older.body))


@given(place=st.integers(0, 10_000), bit=st.integers(0, 7))
def test_a_single_flipped_bit_anywhere_is_noticed(place: int, bit: int) -> None:
    sealed = HERE.seal(FIRST, 1, TEXT)
    for data in (sealed.body, sealed.wrapped_key):
        changed = bytearray(data)
        changed[place % len(data)] ^= 1 << bit
        other = (
            replace(sealed, body=bytes(changed))
            if data is sealed.body
            else replace(sealed, wrapped_key=bytes(changed))
        )
        with pytest.raises(DamagedConversation):
            HERE.open(FIRST, other)


@pytest.mark.parametrize("data", [b"", b"x", b"x" * 12, b"x" * 27])
def test_bytes_too_short_to_be_sealed_are_damage_and_no_crash(data: bytes) -> None:
    sealed = HERE.seal(FIRST, 1, TEXT)
    with pytest.raises(DamagedConversation):
        HERE.open(FIRST, replace(sealed, body=data))
    with pytest.raises(DamagedConversation):
        HERE.open(FIRST, replace(sealed, wrapped_key=data))


def test_no_nonce_is_ever_used_twice() -> None:
    sealed = HERE.seal(FIRST, 1, TEXT)
    nonces, keys = {sealed.body[:12]}, {sealed.wrapped_key[:12]}
    for revision in range(2, 2002):
        sealed = HERE.seal(FIRST, revision, TEXT, sealed)
        nonces.add(sealed.body[:12])
        keys.add(HERE.seal(SECOND, revision, TEXT).wrapped_key[:12])
    assert len(nonces) == 2001
    assert len(keys) == 2001


def test_each_conversation_has_a_data_key_of_its_own() -> None:
    wrapped = {HERE.seal(FIRST, 1, TEXT).wrapped_key for _ in range(100)}
    bodies = {HERE.seal(FIRST, 1, TEXT).body for _ in range(100)}
    assert len(wrapped) == len(bodies) == 100


def test_the_passphrase_costs_64_mib_three_rounds_and_four_lanes_unless_told_otherwise() -> None:
    keys, key = vault.new_keys(PASSPHRASE, cost=Cost(), at=AT)
    assert (keys.memory_kib, keys.iterations, keys.lanes) == (64 * 1024, 3, 4)
    assert len(keys.salt) == 16
    assert vault.key_from_passphrase(keys, PASSPHRASE) == key


def test_the_wrapping_key_is_argon2id_with_the_parameters_kept_in_clear() -> None:
    keys, _ = vault.new_keys("plain", cost=CHEAP, at=AT)
    wrapping = Argon2id(
        salt=keys.salt,
        length=32,
        iterations=keys.iterations,
        lanes=keys.lanes,
        memory_cost=keys.memory_kib,
    ).derive(b"plain")
    assert vault._derive("plain", keys) == wrapping


def test_two_stores_of_one_passphrase_share_neither_salt_nor_key() -> None:
    (one, first), (other, second) = (
        vault.new_keys(PASSPHRASE, cost=CHEAP, at=AT) for _ in range(2)
    )
    assert one.salt != other.salt
    assert first != second
    assert one.id != other.id


def test_changed_parameters_are_a_wrong_passphrase_and_absurd_ones_are_refused() -> None:
    keys, _ = vault.new_keys(PASSPHRASE, cost=CHEAP, at=AT)
    with pytest.raises(WrongPassphrase):
        vault.key_from_passphrase(replace(keys, iterations=2), PASSPHRASE)
    for absurd in (
        replace(keys, memory_kib=2**40),
        replace(keys, iterations=10**9),
        replace(keys, iterations=0),
        replace(keys, salt=b""),
    ):
        with pytest.raises(StoreError) as caught:
            vault.key_from_passphrase(absurd, PASSPHRASE)
        assert not isinstance(caught.value, WrongPassphrase)


def test_nothing_that_may_be_printed_holds_a_key_or_a_text() -> None:
    keys, _ = vault.new_keys(PASSPHRASE, cost=CHEAP, at=AT)
    shown = repr(keys) + repr(HERE.seal(FIRST, 1, TEXT)) + repr(HERE)
    assert "\\x" not in shown
    assert "wrapped" not in shown
