import base64
import subprocess
import sys
import threading
import time
import types
from pathlib import Path

import pytest

from convoguide.adapters.clipboard import (
    ClipboardFailedError,
    CommandBackend,
    CopyResult,
    PyperclipBackend,
    SystemClipboard,
    find_clipboard,
    osc52,
)

TEXT = "Rad ett å 🫀\nRad två\t[/]\n"


class Board:
    """A clipboard in memory, as other programs see it too."""

    name = "board"

    def __init__(self) -> None:
        self.text, self.deaf, self.broken, self.cleared = "", False, False, 0

    def write(self, text: str) -> None:
        self._may_fail()
        if not self.deaf:
            self.text = text

    def read(self) -> str:
        self._may_fail()
        return self.text

    def clear(self) -> None:
        self._may_fail()
        self.text, self.cleared = "", self.cleared + 1

    def _may_fail(self) -> None:
        if self.broken:
            raise ClipboardFailedError


def test_what_comes_back_has_been_copied() -> None:
    board = Board()
    clipboard = SystemClipboard(board)
    assert clipboard.copy(TEXT) == CopyResult("system")
    assert board.text == TEXT
    assert clipboard.holds_ours()


def test_a_tool_that_only_says_so_has_copied_nothing() -> None:
    board = Board()
    board.deaf = True
    assert SystemClipboard(board).copy(TEXT) == CopyResult("none")


def test_a_tool_that_fails_has_copied_nothing() -> None:
    board = Board()
    board.broken = True
    clipboard = SystemClipboard(board)
    assert clipboard.copy(TEXT) == CopyResult("none")
    assert not clipboard.holds_ours()
    assert not clipboard.clear_if_ours()


def test_without_a_clipboard_nothing_is_copied_and_nothing_cleared() -> None:
    clipboard = SystemClipboard(None)
    assert clipboard.name is None
    assert clipboard.copy(TEXT) == CopyResult("none")
    assert not clipboard.holds_ours()
    assert not clipboard.clear_if_ours()


def test_our_text_is_cleared_once() -> None:
    board = Board()
    clipboard = SystemClipboard(board)
    clipboard.copy(TEXT)
    assert clipboard.clear_if_ours()
    assert board.text == ""
    assert not clipboard.clear_if_ours()
    assert board.cleared == 1


def test_what_another_program_copied_is_left_alone() -> None:
    board = Board()
    clipboard = SystemClipboard(board)
    clipboard.copy(TEXT)
    board.text = "något annat"
    assert not clipboard.holds_ours()
    assert not clipboard.clear_if_ours()
    assert board.text == "något annat"


def test_nothing_is_cleared_that_was_never_copied() -> None:
    board = Board()
    assert not SystemClipboard(board).clear_if_ours()
    assert board.cleared == 0


def test_the_second_copy_is_the_one_that_is_cleared() -> None:
    board = Board()
    clipboard = SystemClipboard(board)
    clipboard.copy("ett")
    clipboard.copy("två")
    board.text = "ett"
    assert not clipboard.clear_if_ours()
    board.text = "två"
    assert clipboard.clear_if_ours()


def test_a_text_is_known_again_after_the_line_ends_were_changed() -> None:
    board = Board()
    clipboard = SystemClipboard(board)
    clipboard.copy("a\nb\n")
    board.text = "a\r\nb"
    assert clipboard.holds_ours()


def test_a_text_that_came_halfway_is_still_found_and_cleared() -> None:
    class Halfway(Board):
        def write(self, text: str) -> None:
            self.text = text
            raise ClipboardFailedError

    board = Halfway()
    clipboard = SystemClipboard(board)
    assert clipboard.copy(TEXT) == CopyResult("none")
    assert clipboard.clear_if_ours()
    assert board.text == ""


def test_the_text_itself_is_not_kept() -> None:
    clipboard = SystemClipboard(Board())
    clipboard.copy("hemlig-text-12345")
    clipboard._backend = None
    assert "hemlig-text-12345" not in repr(vars(clipboard))


# Through commands, as on Linux and macOS.


@pytest.fixture
def tools(tmp_path: Path) -> Path:
    """A folder for stand-ins of the system's tools; they keep the clipboard in a file there."""
    folder = tmp_path / "bin"
    folder.mkdir()
    return folder


def tool(folder: Path, name: str, script: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\ncd {folder}\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


needs_sh = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are shell scripts")


def environ_of(folder: Path, **more: str) -> dict[str, str]:
    return {"PATH": f"{folder}:/usr/bin:/bin", **more}


@needs_sh
def test_xclip_is_used_where_there_is_a_display(
    tools: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tool(tools, "xclip", 'case "$*" in *-out) cat board;; *-in) cat >board;; esac')
    monkeypatch.setenv("PATH", f"{tools}:/usr/bin:/bin")
    clipboard = find_clipboard(environ_of(tools, DISPLAY=":0"), "linux")
    assert clipboard.name == "xclip"
    assert clipboard.copy(TEXT) == CopyResult("system")
    assert (tools / "board").read_text(encoding="utf-8") == TEXT
    assert clipboard.clear_if_ours()
    assert (tools / "board").read_bytes() == b""


@needs_sh
def test_wayland_marks_the_text_as_sensitive(tools: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tool(
        tools, "wl-copy", 'echo "$*" >>said; case "$*" in --clear) : >board;; *) cat >board;; esac'
    )
    tool(tools, "wl-paste", "cat board")
    monkeypatch.setenv("PATH", f"{tools}:/usr/bin:/bin")
    clipboard = find_clipboard(
        environ_of(tools, WAYLAND_DISPLAY="wayland-0", DISPLAY=":0"), "linux"
    )
    assert clipboard.name == "wl-copy"
    assert clipboard.copy(TEXT) == CopyResult("system")
    assert clipboard.clear_if_ours()
    said = (tools / "said").read_text(encoding="utf-8").splitlines()
    assert said == ["--sensitive --type text/plain;charset=utf-8", "--clear"]


@needs_sh
def test_an_older_wayland_tool_copies_without_the_mark(
    tools: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tool(tools, "wl-copy", 'case "$*" in *--sensitive*) exit 1;; *) cat >board;; esac')
    tool(tools, "wl-paste", "cat board")
    monkeypatch.setenv("PATH", f"{tools}:/usr/bin:/bin")
    clipboard = find_clipboard(environ_of(tools, WAYLAND_DISPLAY="wayland-0"), "linux")
    assert clipboard.copy(TEXT) == CopyResult("system")


@needs_sh
def test_pbcopy_is_told_the_encoding(tools: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tool(tools, "pbcopy", 'cat >board; echo "$LC_CTYPE" >said')
    tool(tools, "pbpaste", "cat board")
    monkeypatch.setenv("PATH", f"{tools}:/usr/bin:/bin")
    clipboard = find_clipboard(environ_of(tools), "darwin")
    assert clipboard.copy(TEXT) == CopyResult("system")
    assert (tools / "said").read_text(encoding="utf-8") == "UTF-8\n"


@needs_sh
def test_a_tool_that_hangs_is_given_up(tools: Path) -> None:
    tool(tools, "hang", "exec sleep 30")
    hang = (str(tools / "hang"),)
    clipboard = SystemClipboard(CommandBackend("hang", (hang,), hang, seconds=0.2))
    begun = time.monotonic()
    assert clipboard.copy(TEXT) == CopyResult("none")
    assert time.monotonic() - begun < 5


@needs_sh
def test_a_tool_that_stays_behind_does_not_hold_our_output(tools: Path) -> None:
    tool(tools, "stay", "cat >board; sleep 20 &")
    tool(tools, "show", "cat board")
    code = (
        "from convoguide.adapters.clipboard import CommandBackend, SystemClipboard as C\n"
        f"b = CommandBackend('stay', (({str(tools / 'stay')!r},),), ({str(tools / 'show')!r},))\n"
        "print(C(b).copy('a').kind)\n"
    )
    # `run` waits until nobody holds the pipe any longer: with the tool on it, for 20 seconds.
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=15, check=True
    )
    assert done.stdout == "system\n"


@pytest.mark.parametrize(
    ("platform", "environ", "tools_there", "name"),
    [
        ("win32", {}, (), "pyperclip"),
        ("win32", {"SSH_CONNECTION": "a b"}, (), None),
        ("darwin", {}, (), "pbcopy"),
        ("darwin", {"SSH_TTY": "/dev/ttys1"}, (), None),
        ("linux", {"DISPLAY": ":0"}, ("xclip", "xsel"), "xclip"),
        ("linux", {"DISPLAY": ":0"}, ("xsel",), "xsel"),
        ("linux", {"DISPLAY": ":0"}, (), None),
        ("linux", {}, ("xclip", "wl-copy", "wl-paste"), None),
        ("linux", {"WAYLAND_DISPLAY": "w"}, ("wl-copy", "wl-paste"), "wl-copy"),
        ("linux", {"WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}, ("xclip",), "xclip"),
        ("linux", {"WAYLAND_DISPLAY": "w", "SSH_TTY": "t"}, ("wl-copy", "wl-paste"), None),
        ("linux", {"DISPLAY": "localhost:10.0", "SSH_TTY": "t"}, ("xclip",), "xclip"),
    ],
)
def test_the_clipboard_is_that_of_the_person_at_the_screen(
    platform: str, environ: dict[str, str], tools_there: tuple[str, ...], name: str | None
) -> None:
    clipboard = find_clipboard(
        environ, platform, lambda tool: tool if tool in tools_there else None
    )
    assert clipboard.name == name


# Through pyperclip, as on Windows.


def stand_in(monkeypatch: pytest.MonkeyPatch, copy: object, paste: object) -> None:
    module = types.ModuleType("pyperclip")
    module.copy, module.paste = copy, paste  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "pyperclip", module)


def test_pyperclip_copies_and_clears(monkeypatch: pytest.MonkeyPatch) -> None:
    board = [""]
    stand_in(monkeypatch, lambda text: board.__setitem__(0, text), lambda: board[0])
    clipboard = SystemClipboard(PyperclipBackend())
    assert clipboard.copy(TEXT) == CopyResult("system")
    assert clipboard.clear_if_ours()
    assert board == [""]


def test_whatever_pyperclip_raises_is_no_clipboard(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> str:
        raise RuntimeError(TEXT)

    stand_in(monkeypatch, fail, fail)
    assert SystemClipboard(PyperclipBackend()).copy(TEXT) == CopyResult("none")


def test_a_pyperclip_that_hangs_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    release = threading.Event()
    stand_in(monkeypatch, lambda _text: release.wait(30), lambda: "")
    try:
        assert SystemClipboard(PyperclipBackend(seconds=0.1)).copy(TEXT) == CopyResult("none")
    finally:
        release.set()


# Through the terminal.


def payload(sequence: str) -> str:
    start, _, rest = sequence.partition("\x1b]52;c;")
    assert start == ""
    encoded, _, _ = rest.partition("\x07")
    return base64.b64decode(encoded).decode()


def test_the_terminal_is_handed_the_text_in_one_sequence() -> None:
    sequence = osc52(TEXT, {})
    assert sequence.startswith("\x1b]52;c;")
    assert sequence.endswith("\x07")
    assert payload(sequence) == TEXT


def test_inside_tmux_both_ways_are_asked() -> None:
    sequence = osc52(TEXT, {"TMUX": "/tmp/tmux-0/default,1,0"})
    plain = osc52(TEXT, {})
    wrapped = sequence.removeprefix(plain)
    assert wrapped.startswith("\x1bPtmux;\x1b\x1b]52;c;")
    assert wrapped.endswith("\x07\x1b\\")
    inner = wrapped.removeprefix("\x1bPtmux;").removesuffix("\x1b\\").replace("\x1b\x1b", "\x1b")
    assert inner == plain


def test_screen_passes_on_short_pieces() -> None:
    sequence = osc52(TEXT * 100, {"STY": "1.pts-0"})
    pieces = sequence.split("\x1b\\")
    assert pieces.pop() == ""
    assert all(piece.startswith("\x1bP") and len(piece) < 768 for piece in pieces)
    assert payload("".join(piece.removeprefix("\x1bP") for piece in pieces)) == TEXT * 100
