"""The way into the store of a home."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from convoguide.store.encrypted import Store
from convoguide.store.files import StoreFiles

if TYPE_CHECKING:
    from convoguide.store.vault import Cost


def open_store(
    home: Path, *, now: Callable[[], datetime], cost: "Cost | None" = None, patience: float = 5.0
) -> Store:
    """The store of this home, locked. Writes nothing, unless an earlier version made the store.

    `cost` is what a new passphrase is given (the vault's defaults when None); `patience` how many
    seconds to wait for another window. Raises `CorruptStore` for what `set_aside` may move away,
    `LaterStore` and `ForeignStore` for what stays untouched.
    """
    store = Store(StoreFiles(home / "store"), now=now, cost=cost, patience=patience)
    store.open()
    return store


def set_aside(home: Path, *, now: Callable[[], datetime], patience: float = 5.0) -> Path:
    """`Store.set_aside` for a store that is too damaged for `open_store`."""
    store = Store(StoreFiles(home / "store"), now=now, cost=None, patience=patience)
    return store.set_aside()
