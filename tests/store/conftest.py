from collections.abc import Iterator
from pathlib import Path

import pytest

from convoguide.store.encrypted import Store
from tests.store.helpers import Clock, created


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def store(home: Path, clock: Clock) -> Iterator[Store]:
    """A new store, unlocked."""
    with created(home, clock) as store:
        yield store
