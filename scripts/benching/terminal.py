"""A program under a pseudo-terminal: when it has drawn something, and how fast it echoes a key."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from dataclasses import dataclass, field

_ESCAPES = re.compile(rb"\x1b(\[[0-9;?<>=!]*[a-zA-Z~]|\][^\x07\x1b]*(\x07|\x1b\\)|[()][A-Z0-9]|.)")
_QUIET = 0.15
"""Seconds without output after which a frame counts as complete."""


@dataclass
class Session:
    """One run of a program, 120 by 40, from its start until `end`."""

    command: list[str]
    environ: dict[str, str]
    started: float = 0.0
    _pid: int = 0
    _terminal: int = -1
    _seen: bytes = field(default=b"", repr=False)

    def start(self) -> None:
        """Start the program; the clock runs from here."""
        self.started = time.perf_counter()
        pid, terminal = pty.fork()
        if pid == 0:  # pragma: no cover  # the program itself
            os.execvpe(self.command[0], self.command, self.environ)
        self._pid, self._terminal = pid, terminal
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))

    def until(self, marker: str, seconds: float = 30.0) -> float:
        """Seconds from the start to the end of the frame that first shows the marker."""
        limit, last, found = time.perf_counter() + seconds, 0.0, False
        while time.perf_counter() < limit:
            data = self._read(_QUIET)
            if data:
                last = time.perf_counter()
                self._seen += data
                found = found or marker.encode() in _ESCAPES.sub(b"", self._seen)
            elif found:
                return last - self.started
        raise TimeoutError(f"{marker!r} was not drawn within {seconds} s")

    def echo(self, key: str, seconds: float = 5.0) -> float:
        """Seconds from a key to the output that shows it."""
        self._drain()
        begun = time.perf_counter()
        os.write(self._terminal, key.encode())
        drawn = b""
        while time.perf_counter() - begun < seconds:
            data = self._read(seconds)
            drawn += data
            if key.encode() in _ESCAPES.sub(b"", drawn):
                return time.perf_counter() - begun
        raise TimeoutError(f"the key {key!r} was not echoed within {seconds} s")

    def end(self) -> int:
        """End the program; its peak memory in KiB, by the operating system's own account."""
        os.kill(self._pid, signal.SIGKILL)
        _pid, _status, usage = os.wait4(self._pid, 0)
        os.close(self._terminal)
        return usage.ru_maxrss

    def _read(self, seconds: float) -> bytes:
        ready, _, _ = select.select([self._terminal], [], [], seconds)
        if not ready:
            return b""
        try:
            return os.read(self._terminal, 65536)
        except OSError:
            return b""

    def _drain(self) -> None:
        while self._read(0.02):
            pass


def whole_process(command: list[str], environ: dict[str, str]) -> tuple[float, int]:
    """Seconds and peak KiB of a command that ends by itself; its output is thrown away."""
    begun = time.perf_counter()
    pid = os.fork()
    if pid == 0:  # pragma: no cover  # the program itself
        nothing = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nothing, stream)
        os.execvpe(command[0], command, environ)
    _pid, status, usage = os.wait4(pid, 0)
    if status:
        raise RuntimeError(f"{command} ended with {os.waitstatus_to_exitcode(status)}")
    return time.perf_counter() - begun, usage.ru_maxrss
