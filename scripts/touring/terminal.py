"""The real app in a real terminal: tmux takes the keys, and shows what stands on the screen."""

import os
import re
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WIDTH, HEIGHT = 80, 24
_PATIENCE = 30.0
"""Seconds until what does not appear is a mismatch; a slow machine has time enough."""
_LOOK_EVERY = 0.03


class Mismatch(Exception):  # noqa: N818  # it stops the tour; it is no fault in the code
    """The screen does not show what it should: what was awaited, and what stands there."""

    def __init__(self, awaited: str, screen: str) -> None:
        super().__init__(f"not on the screen: {awaited}\n{screen}")


class Terminal:
    """`scripts/convoguide` with these arguments, at 80×24, on a tmux server of its own."""

    def __init__(self, home: Path, *arguments: str) -> None:
        self._server = f"convoguide-tour-{os.getpid()}"
        command = [str(ROOT / "scripts" / "convoguide"), *arguments]
        self._tmux(
            *("-f", os.devnull, "new-session", "-d", "-x", str(WIDTH), "-y", str(HEIGHT)),
            # The copied text comes back from tmux, so no other clipboard must take it.
            *("env", "-u", "DISPLAY", "-u", "WAYLAND_DISPLAY", "-u", "NO_COLOR"),
            *(f"CONVOGUIDE_HOME={home}", "LANG=C.UTF-8", *command),
        )
        self._tmux("set-option", "-s", "set-clipboard", "on")

    def _tmux(self, *arguments: str, check: bool = True) -> str:
        done = subprocess.run(
            ["tmux", "-u", "-L", self._server, *arguments],
            capture_output=True, text=True, encoding="utf-8", check=False,
        )  # fmt: skip
        if check and done.returncode != 0:
            raise Mismatch(f"tmux {arguments[0]}: {done.stderr.strip()}", "")
        return done.stdout

    def press(self, key: str) -> None:
        """Press a key, by tmux's name for it, and wait until something came of it, and rests.

        A key of which one sees nothing is a mismatch: whoever presses it would press it again.
        """
        before = self._look()
        self._tmux("send-keys", key)
        self._until(lambda _screen: self._look() != before, f"an answer to {key}")

    def _look(self) -> str:
        """All that one can tell two screens apart by: text, colours, the cursor."""
        cursor = self._tmux("display-message", "-p", "#{cursor_x},#{cursor_y}")
        return cursor + self._tmux("capture-pane", "-p", "-e")

    def type(self, text: str) -> None:
        """A text, character by character."""
        self._tmux("send-keys", "-l", "--", text)

    @property
    def screen(self) -> str:
        """What stands on the screen."""
        lines = [line.rstrip() for line in self._tmux("capture-pane", "-p").splitlines()]
        return "\n".join(lines[:HEIGHT])

    def wait(self, words: str, *, gone: bool = False) -> None:
        """Wait until the words stand on the screen, or no longer do. Line ends are as blanks."""
        wanted = " ".join(words.split())
        self._until(lambda screen: (wanted in " ".join(screen.split())) is not gone, words)

    def wait_line(self, pattern: str) -> None:
        """Wait for a line that fits the regular expression."""
        found = re.compile(pattern, re.MULTILINE)
        self._until(lambda screen: found.search(screen) is not None, pattern)

    def wait_dots(self, number: int) -> None:
        """Wait until so many characters of secrets stand there, each as a dot."""
        self._until(lambda screen: screen.count("•") == number, f"{number} dots")

    def _until(self, holds: Callable[[str], bool], awaited: str) -> None:
        """Wait until it holds and the screen is at rest: nobody types faster than one sees."""
        until = time.monotonic() + _PATIENCE
        before = ""
        while not (holds(screen := self.screen) and screen == before):
            if time.monotonic() > until:
                raise Mismatch(awaited, screen)
            before = screen
            time.sleep(_LOOK_EVERY)

    def pasted(self) -> str:
        """What the app copied last: what would be pasted into the journal now."""
        until = time.monotonic() + _PATIENCE
        while not (text := self._tmux("show-buffer", check=False)):
            if time.monotonic() > until:
                raise Mismatch("a copied text", self.screen)
            time.sleep(_LOOK_EVERY)
        self._tmux("delete-buffer")
        return text

    def end(self) -> None:
        """End the app, wherever it stands, and its server."""
        self._tmux("kill-server", check=False)
