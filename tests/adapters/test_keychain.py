import subprocess
import sys

import pytest

from convoguide.adapters.keychain import KeychainError, SystemKeychain

KEY = bytes(range(32))


class Vault:
    """A keychain in memory, in the shape of a backend of keyring."""

    priority = 5.0

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, name: str) -> str | None:
        return self.kept.get((service, name))

    def set_password(self, service: str, name: str, password: str) -> None:
        self.kept[service, name] = password

    def delete_password(self, service: str, name: str) -> None:
        del self.kept[service, name]


class LockedVault(Vault):
    def get_password(self, service: str, name: str) -> str | None:
        raise RuntimeError("the secret is hush")

    def set_password(self, service: str, name: str, password: str) -> None:
        raise OSError(f"could not write {password}")


class PlaintextKeyring(Vault):
    pass


class WeakVault(Vault):
    priority = 0.5


class Chain:
    priority = 10.0

    def __init__(self, *backends: object) -> None:
        self.backends = backends


def test_a_key_comes_back_as_it_was_kept() -> None:
    keychain = SystemKeychain(Vault)
    vault = Vault()
    keychain = SystemKeychain(lambda: vault)
    assert keychain.available()
    assert keychain.get("store-1") is None
    keychain.set("store-1", KEY)
    assert keychain.get("store-1") == KEY
    assert keychain.get("store-2") is None
    assert KEY not in [value.encode() for value in vault.kept.values()]


def test_a_deleted_key_is_gone_and_deleting_again_does_nothing() -> None:
    vault = Vault()
    keychain = SystemKeychain(lambda: vault)
    keychain.set("store", KEY)
    keychain.delete("store")
    keychain.delete("store")
    assert keychain.get("store") is None
    assert vault.kept == {}


@pytest.mark.parametrize(
    "backend", [None, PlaintextKeyring(), WeakVault(), Chain(), Chain(WeakVault())]
)
def test_a_keychain_that_protects_nothing_is_none(backend: object) -> None:
    keychain = SystemKeychain(lambda: backend)
    assert not keychain.available()
    with pytest.raises(KeychainError):
        keychain.get("store")
    with pytest.raises(KeychainError):
        keychain.set("store", KEY)


def test_of_a_chain_the_first_that_protects_is_used() -> None:
    vault = Vault()
    keychain = SystemKeychain(lambda: Chain(PlaintextKeyring(), vault))
    keychain.set("store", KEY)
    assert len(vault.kept) == 1


def test_a_keychain_that_cannot_even_be_looked_for_is_none() -> None:
    def fail() -> object:
        raise RuntimeError("no bus")

    keychain = SystemKeychain(fail)
    assert not keychain.available()
    with pytest.raises(KeychainError):
        keychain.get("store")


def test_a_refusal_is_an_error_without_its_cause() -> None:
    keychain = SystemKeychain(LockedVault)
    with pytest.raises(KeychainError) as refused:
        keychain.get("store")
    assert "hush" not in str(refused.value)
    assert refused.value.__suppress_context__
    with pytest.raises(KeychainError) as failed:
        keychain.set("store", KEY)
    assert failed.value.__suppress_context__


def test_what_is_no_key_is_refused() -> None:
    vault = Vault()
    vault.kept["ConvoGuide", "store"] = "not base64!"
    with pytest.raises(KeychainError):
        SystemKeychain(lambda: vault).get("store")


def test_without_keyring_there_is_no_keychain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)
    assert not SystemKeychain().available()


def test_importing_the_module_brings_in_no_keyring() -> None:
    code = "import sys, convoguide.adapters.keychain; print('keyring' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_with_the_real_keyring_a_headless_computer_has_no_keychain(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    keyring = pytest.importorskip("keyring")
    fail = pytest.importorskip("keyring.backends.fail")
    null = pytest.importorskip("keyring.backends.null")
    for backend in (fail.Keyring(), null.Keyring()):
        monkeypatch.setattr(keyring, "get_keyring", lambda backend=backend: backend)
        assert not SystemKeychain().available()
