"""A real process that is told to end saves what there is and leaves the terminal as it was."""

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from convoguide import config
from convoguide.services.keep_store import StoreKeeper
from tests.end_to_end.test_kill import PASSPHRASE, begun, notes_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
HALF = "Vill inte ha"


class Window:
    """A terminal window with the program in it."""

    def __init__(self, home: Path, *arguments: str, **environ: str) -> None:
        import fcntl
        import pty
        import struct
        import termios

        self._master, inside = pty.openpty()
        fcntl.ioctl(inside, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))

        def own() -> None:
            os.setsid()
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)

        self.process = subprocess.Popen(
            [sys.executable, "-m", "convoguide", *arguments],
            stdin=inside,
            stdout=inside,
            stderr=inside,
            preexec_fn=own,  # noqa: PLW1509  # no thread runs here; else it has no terminal
            env={
                **os.environ,
                "CONVOGUIDE_HOME": str(home),
                "TERM": "xterm-256color",
                "LANG": "en_GB.UTF-8",
                **environ,
            },
        )
        os.close(inside)
        self.shown = ""

    def until(self, words: str, seconds: float = 30) -> None:
        """Read on until these words were written."""
        end = time.monotonic() + seconds
        while words not in self.shown:
            assert time.monotonic() < end, self.shown[-4000:]
            self._read(0.2)

    def _read(self, seconds: float) -> bool:
        if not select.select([self._master], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._master, 65536)
        except OSError:
            return False
        self.shown += data.decode("utf-8", "replace")
        return bool(data)

    def type(self, text: str) -> None:
        os.write(self._master, text.encode())

    def close(self) -> None:
        """As by the mouse: the terminal is gone, and everyone in it is told."""
        os.close(self._master)
        self._master = -1

    def status(self) -> int:
        """The exit status, all that is written until then read."""
        end = time.monotonic() + 60
        while self.process.poll() is None and time.monotonic() < end:
            if self._master >= 0:
                self._read(0.1)
            else:
                time.sleep(0.05)
        while self._master >= 0 and self._read(0.1):
            pass
        return self.process.wait(1)

    def end(self) -> None:
        self.process.kill()
        self.process.wait(30)
        with suppress(OSError):
            os.close(self._master)


@pytest.fixture
def window(tmp_path: Path) -> object:
    """A window in the middle of a conversation, with half a line typed."""
    home = tmp_path / "home"
    conversation = begun(home)
    place = config.home({"CONVOGUIDE_HOME": str(home)})
    config.write_settings(place, config.Settings(keep="passphrase", locale="en"))
    found = Window(home, "--locale", "en", "start", conversation)
    found.conversation, found.home = conversation, home  # type: ignore[attr-defined]
    try:
        found.until("assphrase")
        time.sleep(0.3)
        found.type(PASSPHRASE + "\r")
        found.until("afterwards")
        time.sleep(1)
        found.type(HALF)
        found.until("saved")
        time.sleep(1)
        found._read(0.1)
        yield found
    finally:
        found.end()


def half_line(home: Path, conversation: str) -> object:
    keeper = StoreKeeper(config.home({"CONVOGUIDE_HOME": str(home)}), config.Settings())
    keeper.unlock(PASSPHRASE)
    try:
        return keeper.open(conversation).typed
    finally:
        keeper.close()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_told_to_end_the_app_saves_half_a_line_and_restores_the_terminal(
    window: Window, number: int
) -> None:
    window.process.send_signal(number)
    assert window.status() == 128 + number
    left, own_screen_off, after = window.shown.rpartition("\x1b[?1049l")
    assert own_screen_off
    assert "\x1b[?25h" in after, "the cursor is there again"
    assert "\x1b[?1003l" in left, "the mouse is the terminal's again"
    assert "Traceback" not in window.shown
    assert HALF not in after
    home, conversation = window.home, window.conversation  # type: ignore[attr-defined]
    assert notes_of(home, conversation) == ["first"]
    assert half_line(home, conversation) == (HALF, "clinician")


def test_a_window_that_is_closed_loses_nothing(window: Window) -> None:
    window.close()
    assert window.status() == 128 + signal.SIGHUP
    home, conversation = window.home, window.conversation  # type: ignore[attr-defined]
    assert notes_of(home, conversation) == ["first"]
    assert half_line(home, conversation) == (HALF, "clinician")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_plain_mode_saves_and_says_so_when_it_is_told_to_end(tmp_path: Path, number: int) -> None:
    home = tmp_path / "home"
    conversation = begun(home)
    process = subprocess.Popen(
        [sys.executable, "-m", "convoguide", "--locale", "en", "start", conversation, "--plain"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**os.environ, "CONVOGUIDE_HOME": str(home), "CONVOGUIDE_PASSPHRASE": PASSPHRASE},
        text=True,
        encoding="utf-8",
        bufsize=1,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write("second\n")
        said = []
        for line in process.stdout:
            said.append(line)
            if "Saved." in line:
                break
        process.send_signal(number)
        rest = process.stdout.read()
        assert process.wait(30) == 128 + number
    finally:
        process.kill()
        process.wait(30)
        process.stdin.close()
        process.stdout.close()
    assert "Traceback" not in rest
    assert "To go on:" in rest
    assert notes_of(home, conversation) == ["first", "second"]


def test_a_signal_that_is_ignored_from_outside_stays_ignored(tmp_path: Path) -> None:
    """As `nohup` asks for."""
    code = (
        "import os, signal\n"
        "from convoguide import signals\n"
        "signal.signal(signal.SIGHUP, signal.SIG_IGN)\n"
        "def work():\n"
        "    os.kill(os.getpid(), signal.SIGHUP)\n"
        "    print('still here', flush=True)\n"
        "    os.kill(os.getpid(), signal.SIGTERM)\n"
        "    return 0\n"
        "raise SystemExit(signals.run_to_end(work))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (143, "still here\n", "")


def test_a_program_that_hangs_ends_all_the_same() -> None:
    code = (
        "import os, signal, time\n"
        "from convoguide import signals\n"
        "with signals.heard(lambda number: None, patience=0.3):\n"
        "    os.kill(os.getpid(), signal.SIGTERM)\n"
        "    os.kill(os.getpid(), signal.SIGTERM)\n"
        "    time.sleep(60)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, timeout=30)
    assert done.returncode == 143


def test_the_signals_are_those_the_platform_has(monkeypatch: pytest.MonkeyPatch) -> None:
    from convoguide import signals

    assert set(signals.ending()) == {signal.SIGTERM, signal.SIGHUP}
    before: dict[int, Callable[..., object] | int | None] = {
        each: signal.getsignal(each) for each in signals.ending()
    }
    with signals.heard(lambda _number: None):
        assert all(signal.getsignal(each) != before[each] for each in before)
    assert {each: signal.getsignal(each) for each in before} == before
