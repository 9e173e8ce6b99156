"""The system clipboard: text goes in, is known again later, and is taken out if it is still ours.

The program remembers a salted hash of what it copied, never the text. Each copy is read back,
since the tools report success even where nobody listens (a display that is gone, a session that
was taken over): only what came back has been copied.

Where a command of the system does it, that command is called here, with a time limit and with the
text on its standard input. pyperclip would wait for ever on a clipboard whose owner hangs, leaves
the tool holding our output, and hands the text to KDE's tool as an argument that every user can
list. It serves where there is no such command: Windows, and Linux inside Windows.
"""

import base64
import hashlib
import hmac
import os
import secrets
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Literal, Protocol


@dataclass(frozen=True)
class CopyResult:
    """`system`: the text came back from the clipboard. `none`: it has to go another way."""

    kind: Literal["system", "none"]


class Clipboard(Protocol):
    """The port. Every call may take a second or two: make it off the thread that draws."""

    @property
    def name(self) -> str | None:
        """What serves as the clipboard, for whoever looks for a fault; None where nothing does."""

    def copy(self, text: str) -> CopyResult:
        """Put the text on the clipboard and see whether it is there."""

    def holds_ours(self) -> bool:
        """Whether the clipboard still holds what was copied last."""

    def clear_if_ours(self) -> bool:
        """Empty the clipboard if it still holds what was copied last; whether it was emptied."""


class ClipboardFailedError(Exception):
    """A tool did not do it, or not in time. Never leaves this module."""


class Backend(Protocol):
    """One way to the clipboard. Raises `ClipboardFailedError`."""

    @property
    def name(self) -> str: ...

    def write(self, text: str) -> None: ...

    def read(self) -> str: ...

    def clear(self) -> None: ...


class SystemClipboard:
    """The clipboard through a backend; without one, every copy comes back as `none`."""

    def __init__(self, backend: Backend | None) -> None:
        self._backend = backend
        self._ours: tuple[bytes, bytes] | None = None
        self._lock = threading.Lock()  # the timer that clears may meet a copy

    @property
    def name(self) -> str | None:
        return self._backend.name if self._backend else None

    def copy(self, text: str) -> CopyResult:
        with self._lock:
            if self._backend is None:
                return CopyResult("none")
            salt = secrets.token_bytes(16)
            self._ours = salt, _digest(salt, text)  # first: what fails halfway is still to be found
            try:
                self._backend.write(text)
                return CopyResult("system" if self._is_ours() else "none")
            except ClipboardFailedError:
                return CopyResult("none")

    def holds_ours(self) -> bool:
        with self._lock:
            try:
                return self._is_ours()
            except ClipboardFailedError:
                return False

    def clear_if_ours(self) -> bool:
        with self._lock:
            try:
                if self._backend is None or not self._is_ours():
                    return False
                self._backend.clear()
            except ClipboardFailedError:
                return False
            self._ours = None
            return True

    def _is_ours(self) -> bool:
        if self._backend is None or self._ours is None:
            return False
        salt, digest = self._ours
        return hmac.compare_digest(digest, _digest(salt, self._backend.read()))


def _digest(salt: bytes, text: str) -> bytes:
    """The same for a text that came back with Windows' line ends or one line end more."""
    alike = text.replace("\r\n", "\n").removesuffix("\n").encode("utf-8", "replace")
    return hashlib.blake2b(alike, key=salt).digest()


@dataclass(frozen=True)
class CommandBackend:
    """Commands of the system, with the text on their standard input and output."""

    name: str
    writes: tuple[tuple[str, ...], ...]
    """Tried in turn until one succeeds."""
    reads: tuple[str, ...]
    clears: tuple[str, ...] | None = None
    """None: an empty text is written."""
    environ: Mapping[str, str] | None = None
    seconds: float = 3.0

    def write(self, text: str) -> None:
        for number, command in enumerate(self.writes, start=1):
            try:
                self._run(command, text.encode("utf-8", "replace"))
                return
            except ClipboardFailedError:
                if number == len(self.writes):
                    raise

    def read(self) -> str:
        return self._run(self.reads, b"", keep=True).decode("utf-8", "replace")

    def clear(self) -> None:
        if self.clears:
            self._run(self.clears, b"")
        else:
            self.write("")

    def _run(self, command: tuple[str, ...], given: bytes, *, keep: bool = False) -> bytes:
        # Some tools stay behind to hold the text: they must not hold our output as well, nor
        # hear the Ctrl-C that is meant for us.
        out = subprocess.PIPE if keep else subprocess.DEVNULL
        try:
            done = subprocess.run(
                command,
                input=given,
                stdout=out,
                stderr=subprocess.DEVNULL,
                timeout=self.seconds,
                env=self.environ,
                start_new_session=True,
                check=True,
            )
        except (OSError, subprocess.SubprocessError):
            raise ClipboardFailedError from None
        return done.stdout or b""


class PyperclipBackend:
    """pyperclip's own way, given a time limit by a thread that is left behind when it hangs."""

    name = "pyperclip"

    def __init__(self, seconds: float = 5.0) -> None:
        self._seconds = seconds

    def write(self, text: str) -> None:
        self._call(lambda: _pyperclip().copy(text))

    def read(self) -> str:
        return self._call(lambda: _pyperclip().paste()) or ""

    def clear(self) -> None:
        self.write("")

    def _call(self, action: Callable[[], str | None]) -> str | None:
        results: list[str | None] = []

        def act() -> None:
            # Anything may come out of a library that loads the system's own; here it is all one.
            try:
                results.append(action())
            except Exception:  # noqa: BLE001
                return

        thread = threading.Thread(target=act, daemon=True)
        thread.start()
        thread.join(self._seconds)
        if not results:
            raise ClipboardFailedError
        return results[0]


def _pyperclip() -> ModuleType:
    import pyperclip

    return pyperclip


def find_clipboard(
    environ: Mapping[str, str] = os.environ,
    platform: str = sys.platform,
    which: Callable[[str], str | None] = shutil.which,
) -> SystemClipboard:
    """The clipboard of the person who sits at the screen, as far as it can be told from here."""
    return SystemClipboard(_find_backend(environ, platform, which))


def _find_backend(
    environ: Mapping[str, str], platform: str, which: Callable[[str], str | None]
) -> Backend | None:
    def there(*commands: str) -> bool:
        return all(map(which, commands))

    from_afar = bool(environ.get("SSH_CONNECTION") or environ.get("SSH_TTY"))
    if platform in ("win32", "cygwin", "darwin"):
        if from_afar:  # the clipboard of this machine, not of the one that the person sits at
            return None
        if platform != "darwin":
            return PyperclipBackend()
        # Without a locale pbcopy reads by an old encoding and turns å into something else.
        utf8 = {**environ, "LC_CTYPE": "UTF-8"}
        return CommandBackend("pbcopy", (("pbcopy",),), ("pbpaste",), environ=utf8)
    if environ.get("WAYLAND_DISPLAY") and not from_afar and there("wl-copy", "wl-paste"):
        # «sensitive» keeps it out of the histories that honour this; older versions do not know it.
        kind = ("--type", "text/plain;charset=utf-8")
        writes = (("wl-copy", "--sensitive", *kind), ("wl-copy", *kind))
        reads = ("wl-paste", "--no-newline", "--type", "text")
        return CommandBackend("wl-copy", writes, reads, ("wl-copy", "--clear"), environ)
    if environ.get("DISPLAY"):
        if there("xclip"):
            base = ("xclip", "-selection", "clipboard")
            return CommandBackend("xclip", ((*base, "-in"),), (*base, "-out"), environ=environ)
        if there("xsel"):
            xsel = ("xsel", "--clipboard")
            ways = ((*xsel, "--input"),), (*xsel, "--output"), (*xsel, "--clear")
            return CommandBackend("xsel", *ways, environ=environ)
    if not from_afar and _is_inside_windows():
        return PyperclipBackend()
    return None


def _is_inside_windows(version: Path = Path("/proc/version")) -> bool:
    try:
        return "microsoft" in version.read_text(encoding="utf-8", errors="replace").lower()
    except OSError:
        return False


def osc52(text: str, environ: Mapping[str, str] = os.environ) -> str:
    """The sequence that asks the terminal to copy. No answer comes: whether it did stays unknown.

    tmux listens to it only with one setting and passes it on only with another, so inside tmux
    both are asked; screen passes on what is wrapped, a short piece at a time.
    """
    payload = base64.b64encode(text.encode("utf-8", "replace")).decode("ascii")
    plain = f"\x1b]52;c;{payload}\x07"
    if environ.get("TMUX"):
        doubled = plain.replace("\x1b", "\x1b\x1b")
        return f"{plain}\x1bPtmux;{doubled}\x1b\\"
    if environ.get("STY"):
        pieces = [plain[at : at + 250] for at in range(0, len(plain), 250)]
        return "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)
    return plain
