"""Starting and ending as a process of its own: how light the first frame is, and how it ends."""

import json
import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("pydantic", "yaml", "cryptography", "jinja2", "babel", "sqlite3", "convoguide.core")
HEAVY_ROOMS = ("convoguide.services", "convoguide.store", "convoguide.documents")

_FIRST_FRAME = """
import asyncio, json, sys
from convoguide import config
from convoguide.tui.app import ConvoGuideApp

seen = []

class Watched(ConvoGuideApp):
    def _after_first_frame(self):
        seen.extend(sys.modules)
        self.exit(0)

app = Watched(config.home(), config.Settings(keep="passphrase", locale="en"))
asyncio.run(app.run_async(headless=True, size=(80, 24)))
print(json.dumps(seen))
"""

_CRASH = """
import sys
from convoguide import config
from convoguide.tui.app import ConvoGuideApp

class Broken(ConvoGuideApp):
    def action_settings(self):
        note = "Kajsa Andersson vill hem"
        raise ValueError(note)

app = Broken(config.home(), config.Settings(keep="memory", locale="en"))
app.run()
sys.exit(app.return_code or 0)
"""


def _environment(home: Path) -> dict[str, str]:
    return {
        **os.environ,
        "CONVOGUIDE_HOME": str(home),
        "TERM": "xterm-256color",
        "PYTHONPATH": str(ROOT),
        "LANG": "C.UTF-8",
    }


def test_nothing_heavy_is_loaded_before_the_first_frame(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _FIRST_FRAME],
        env=_environment(tmp_path),
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    seen = json.loads(done.stdout.splitlines()[-1])
    assert "convoguide.tui.screens.home" in seen
    loaded = [each for each in seen if each.split(".")[0] in HEAVY or each.startswith(HEAVY)]
    loaded += [each for each in seen if each.startswith(HEAVY_ROOMS)]
    assert loaded == []


class _Terminal:
    """A process under a terminal of its own, of 80 by 24."""

    def __init__(self, command: list[str], environment: dict[str, str]) -> None:
        self._master, slave = pty.openpty()
        import fcntl
        import struct
        import termios

        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.process = subprocess.Popen(
            command, env=environment, stdin=slave, stdout=slave, stderr=slave, close_fds=True
        )
        os.close(slave)
        self.shown = b""

    def until(self, text: bytes, seconds: float = 30) -> None:
        end = time.monotonic() + seconds
        while text not in self.shown:
            assert time.monotonic() < end, self.shown[-2000:]
            self._read()

    def _read(self) -> None:
        if select.select([self._master], [], [], 0.1)[0]:
            try:
                self.shown += os.read(self._master, 65536)
            except OSError:  # all that held the other end have gone
                time.sleep(0.05)

    def press(self, keys: bytes) -> None:
        os.write(self._master, keys)

    def wait(self) -> int:
        end = time.monotonic() + 30
        while self.process.poll() is None:
            assert time.monotonic() < end, self.shown[-2000:]
            self._read()
        for _more in range(3):
            self._read()
        os.close(self._master)
        return self.process.returncode


_RESTORED = (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l")
"""The screen that was there before, the caret, and no mouse."""


def test_a_crash_restores_the_terminal_and_tells_nothing_of_any_patient(tmp_path: Path) -> None:
    terminal = _Terminal([sys.executable, "-c", _CRASH], _environment(tmp_path))
    terminal.until(b"Begin")
    terminal.press(b"t")
    assert terminal.wait() == 1
    for each in _RESTORED:
        assert each in terminal.shown
    end = terminal.shown.rpartition(b"\x1b[?1049l")[2]
    assert b"ConvoGuide stopped on a fault of its own: ValueError" in end
    for secret in (b"Kajsa", b"Traceback", b"note =", b"locals"):
        assert secret not in terminal.shown


def test_q_leaves_with_status_0_and_the_terminal_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"keep": "memory", "locale": "en"}')
    terminal = _Terminal([sys.executable, "-m", "convoguide"], _environment(tmp_path))
    terminal.until(b"Begin")
    for harmless in (b"\x03", b"\x11"):  # Ctrl+C, Ctrl+Q
        terminal.press(harmless)
        time.sleep(0.3)
        assert terminal.process.poll() is None
    terminal.press(b"q")
    assert terminal.wait() == 0
    for each in _RESTORED:
        assert each in terminal.shown


@pytest.mark.parametrize(
    ("written", "named"),
    [('{"them": "dark"}', "them"), ('{"theme": "pink"}', "theme"), ("{", "settings.json")],
)
def test_unreadable_settings_are_said_before_the_app_opens(
    tmp_path: Path, written: str, named: str
) -> None:
    (tmp_path / "settings.json").write_text(written)
    terminal = _Terminal([sys.executable, "-m", "convoguide"], _environment(tmp_path))
    assert terminal.wait() == 2
    shown = terminal.shown.decode()
    assert named in shown
    assert "\x1b[?1049h" not in shown
    assert "Traceback" not in shown
    assert len(shown.strip().splitlines()) <= 2


def test_the_language_given_before_the_command_is_the_apps(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"keep": "memory", "locale": "en"}')
    command = [sys.executable, "-m", "convoguide", "--locale", "sv", "start", "svas-kronoberg"]
    terminal = _Terminal([*command, "--no-save"], _environment(tmp_path))
    terminal.until("Inför samtalet".encode())
    terminal.press(b"\x1bq")
    terminal.until(b"ConvoGuide")
    terminal.process.terminate()
    terminal.wait()
