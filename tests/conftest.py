"""Every test stands alone: a home of its own, no settings of the developer, no real clipboard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# The same examples every time and no time limit: a test that fails only sometimes, or only on a
# slow machine, tells nobody anything.
settings.register_profile("here", derandomize=True, deadline=None)
settings.load_profile("here")

_OF_THE_DEVELOPER = (
    "CONVOGUIDE_HOME",
    "CONVOGUIDE_PASSPHRASE",
    "CONVOGUIDE_PASSPHRASE_FILE",
    "CONVOGUIDE_STORE",
    "DISPLAY",
    "FORCE_COLOR",
    "LANG",
    "LANGUAGE",
    "LC_ALL",
    "LC_MESSAGES",
    "NO_COLOR",
    "SSH_CONNECTION",
    "SSH_TTY",
    "STY",
    "TMUX",
    "WAYLAND_DISPLAY",
)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A fresh `CONVOGUIDE_HOME`, which is not made yet, and the interface in English."""
    for name in _OF_THE_DEVELOPER:
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path / "home"
    monkeypatch.setenv("CONVOGUIDE_HOME", str(folder))
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    from convoguide import i18n

    before = i18n.current()
    i18n.use("en")
    yield folder
    i18n.use(before)
