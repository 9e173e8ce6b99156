"""The operating system's keychain, for the store's key: an opt-in that spares the passphrase.

`keyring` is optional, and on many computers it finds no keychain, or one that keeps secrets in a
plain file. Those do not count: a key beside the store it opens protects nothing.
"""

import base64
import binascii
from collections.abc import Callable
from typing import Any, Protocol

from convoguide.errors import ConvoGuideError
from convoguide.i18n import gettext as _

SERVICE = "ConvoGuide"


class KeychainError(ConvoGuideError):
    """The keychain did not do it: it is locked, was refused, or is not there."""


class Keychain(Protocol):
    """The port. Calls may make the system ask the user something, so they may take long."""

    def available(self) -> bool:
        """Whether this computer has a keychain that is worth the name."""

    def get(self, store_id: str) -> bytes | None:
        """The key of that store, None where none is kept; `KeychainError` where it is refused."""

    def set(self, store_id: str, key: bytes) -> None:
        """Keep the key of that store in place of an earlier one; `KeychainError`."""

    def delete(self, store_id: str) -> None:
        """Forget the key of that store; nothing happens where none is kept; `KeychainError`."""


def _keyring_backend() -> Any:
    """The keychain that `keyring` finds, None without `keyring`."""
    try:
        import keyring
    except ImportError:
        return None
    return keyring.get_keyring()


class SystemKeychain:
    """The keychain through `keyring`. `find` gives the backend; tests hand in their own."""

    def __init__(self, find: Callable[[], Any] = _keyring_backend) -> None:
        self._find = find

    def available(self) -> bool:
        try:
            return self._backend() is not None
        except KeychainError:
            return False

    def get(self, store_id: str) -> bytes | None:
        kept = self._call("get_password", store_id)
        if kept is None:
            return None
        try:
            return base64.b64decode(kept, validate=True)
        except (binascii.Error, TypeError, ValueError):
            raise KeychainError(
                _("What the keychain holds for ConvoGuide is no key. Give the passphrase instead.")
            ) from None

    def set(self, store_id: str, key: bytes) -> None:
        self._call("set_password", store_id, base64.b64encode(key).decode("ascii"))

    def delete(self, store_id: str) -> None:
        if self._call("get_password", store_id) is not None:
            self._call("delete_password", store_id)

    def _backend(self) -> Any:
        try:
            return _worth_the_name(self._find())
        except Exception:  # noqa: BLE001  # backends raise whatever their system library raises
            raise KeychainError(_("This computer has no keychain that can be used.")) from None

    def _call(self, action: str, store_id: str, *rest: str) -> Any:
        backend = self._backend()
        if backend is None:
            raise KeychainError(_("This computer has no keychain that can be used."))
        try:
            return getattr(backend, action)(SERVICE, store_id, *rest)
        except Exception:  # noqa: BLE001  # the same
            # Without the cause: its words may hold what was to be kept.
            raise KeychainError(
                _("The keychain is locked or refused. Unlock it, or give the passphrase.")
            ) from None


def _worth_the_name(backend: Any) -> Any:
    """The backend if it protects what it keeps; of a chain, the first that does; else None."""
    if backend is None:
        return None
    parts = getattr(backend, "backends", None)
    if parts is not None:
        return next((part for part in map(_worth_the_name, parts) if part is not None), None)
    where = type(backend).__module__
    plain = "Plaintext" in type(backend).__name__
    if plain or where.startswith(("keyring.backends.null", "keyring.backends.fail")):
        return None
    return backend if backend.priority >= 1 else None
