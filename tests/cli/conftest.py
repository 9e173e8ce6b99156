"""What the tests of the command line share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from convoguide import i18n


@pytest.fixture
def untranslated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No catalogs: guides speak their own language and the interface English.

    So a test can expect the words of a guide whether or not the catalogs have been compiled.
    """
    i18n._catalog.cache_clear()
    monkeypatch.setattr(i18n, "locale_folder", lambda: tmp_path / "no-catalogs")
    yield
    i18n._catalog.cache_clear()
