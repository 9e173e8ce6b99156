"""What anyone typed is shown literally on every screen, and a crash repeats none of it."""

import fcntl
import os
import pty
import select
import struct
import sys
import termios
import time
from pathlib import Path

import pytest

from convoguide.core.text import collapse
from convoguide.services.keep import MemoryKeeper
from convoguide.tui.app import ConvoGuideApp
from tests.tui.shelling import HOSTILE, Running, kept, rich, run, running

TRAPS = (*HOSTILE, "4000 " * 800, "\x1b[31mred\x1b]52;c;AAAA\x07 \x9b2J", "BEL\x07")


@pytest.mark.parametrize("text", TRAPS, ids=range(len(TRAPS)))
def test_a_hostile_text_goes_through_every_screen(text: str) -> None:
    async def story() -> None:
        sitting = rich(text)
        async with running(kept(MemoryKeeper(), sitting)) as app:
            await _harmless(app)
            await app.press("enter")
            await _harmless(app)
            await app.press("f9", "k", "end", "pageup", "home")
            await _harmless(app)
            await app.press("j", "b")
            await _harmless(app)
            await app.press("y", "d")
            await app.paste(text)
            await _harmless(app)
            await app.press("enter")
            await _harmless(app)
            await app.press("x")
            await _harmless(app)

    run(story())


async def _harmless(app: Running) -> None:
    printed = app.markup()
    for sent in ("\x1b]52", "\x07", "\x9b", "\x1b[31mred"):
        assert sent not in printed
    assert app.app.return_code is None


@pytest.mark.parametrize("text", HOSTILE[:3])
def test_a_label_with_markup_is_read_as_it_was_written(text: str) -> None:
    async def story() -> None:
        sitting = rich(text)
        async with running(kept(MemoryKeeper(), sitting), size=(140, 40)) as app:
            assert collapse(text) in collapse(app.screen)
            await app.press("enter", "f9", "j", "b")
            assert collapse(text) in collapse(app.screen)

    run(story())


def test_a_crash_prints_no_text_of_the_patient_and_no_local_variables(
    capsys: pytest.CaptureFixture[str],
) -> None:
    class Broken(ConvoGuideApp):
        def action_boom(self) -> None:
            secret = "Kajsa Andersson"  # noqa: F841  # a local variable, which must not be told
            raise ValueError("Kajsa Andersson said so")

    async def story() -> None:
        from convoguide import config

        app = Broken(
            config.home(),
            config.Settings(keep="memory", locale="en"),
            keeper=kept(MemoryKeeper(), rich("Kajsa Andersson")),
        )
        async with app.run_test() as pilot:
            await pilot.press("enter")
            await app.run_action("boom")

    with pytest.raises(ValueError, match="Kajsa"):  # the test framework's own way to tell
        run(story())
    printed = capsys.readouterr()
    assert "Kajsa" not in printed.out + printed.err
    assert "secret" not in printed.out + printed.err


def test_a_crash_of_the_real_program_says_what_broke_and_nothing_of_the_patient(
    home: Path, tmp_path: Path
) -> None:
    script = tmp_path / "breaks.py"
    script.write_text(BREAKS, encoding="utf-8")
    status, printed = _in_a_terminal([sys.executable, str(script)], tmp_path)
    assert "ConvoGuide stopped on a fault of its own: ValueError" in printed
    assert "Kajsa" not in printed.split("stopped on a fault", 1)[1]
    assert "Traceback" not in printed
    assert status == 1


BREAKS = """
from convoguide import config
from convoguide.services.keep import MemoryKeeper
from convoguide.tui.app import ConvoGuideApp

class Broken(ConvoGuideApp):
    def on_ready(self):
        self.begin("svas-kronoberg")
        self.set_timer(1.0, self.boom)

    def boom(self):
        sitting = self.screen.sitting
        sitting.note("Kajsa Andersson vill hem")
        secret = [note.text for _, _, note in sitting.conversation.notes()]
        raise ValueError(secret)

app = Broken(config.home(), config.Settings(keep="memory", locale="en"), keeper=MemoryKeeper())
app.run()
raise SystemExit(app.return_code)
"""


def _in_a_terminal(command: list[str], folder: Path) -> tuple[int, str]:
    """Run a program in a terminal of 80×24 until it ends; its status and all it printed."""
    process, terminal = pty.fork()
    if process == 0:
        root = Path(__file__).resolve().parents[2]
        environment = os.environ | {"TERM": "xterm-256color", "PYTHONPATH": str(root)}
        os.chdir(folder)
        os.execve(command[0], command, environment)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    printed, end = b"", time.monotonic() + 40
    while time.monotonic() < end:
        try:
            ready, _, _ = select.select([terminal], [], [], 0.5)
            if ready:
                printed += os.read(terminal, 65536)
        except OSError:  # the program closed its end
            break
    os.close(terminal)
    _, status = os.waitpid(process, 0)
    return os.waitstatus_to_exitcode(status), printed.decode("utf-8", "replace")
