"""What the tests of the services share."""

from collections.abc import Iterator

import pytest

from convoguide.services.local import forget


@pytest.fixture(autouse=True)
def forgetting() -> Iterator[None]:
    """The texts of packs are the process's own; the next test has others."""
    yield
    forget()
