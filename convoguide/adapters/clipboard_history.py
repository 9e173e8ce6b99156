"""What on this computer keeps or passes on the clipboard, as far as it can be told.

A journal text that was copied should be gone when the clipboard is cleared. A history, a cloud or
a shared desktop makes a copy that clearing does not reach, so `doctor` names them. Finding none
proves nothing: there are more of these programs than anyone can list.
"""

import csv
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol


@dataclass(frozen=True)
class Keeper:
    """Something that has, or may have, a copy of what is on the clipboard."""

    name: str
    """The product's own name, the same in every language."""
    kind: Literal["history", "cloud", "remote"]
    """Kept on this computer; sent to others over a cloud; seen by the computer at the other end."""
    certain: bool
    """False: this system has it, and whether it is on cannot be told from here."""


class Probe(Protocol):
    """The port: what is asked of the computer. Whatever cannot be told comes back as empty."""

    def programs(self) -> frozenset[str]:
        """Names of the running programs, in lower case and without an ending."""

    def gnome_extensions(self) -> frozenset[str]:
        """Ids of the GNOME Shell extensions that are switched on."""

    def registry_number(self, hive: Literal["user", "machine"], key: str, name: str) -> int | None:
        """A number of the Windows registry, None where it is not set."""


_HISTORIES = {
    "alfred": "Alfred",
    "clipcatd": "clipcat",
    "clipclip": "ClipClip",
    "cliphist": "cliphist",
    "clipit": "ClipIt",
    "clipman": "clipman",
    "clipmenud": "clipmenu",
    "clipse": "clipse",
    "clipster": "clipster",
    "clipy": "Clipy",
    "copyclip": "CopyClip",
    "copyq": "CopyQ",
    "diodon": "Diodon",
    "ditto": "Ditto",
    "flycut": "Flycut",
    "gpaste-daemon": "GPaste",
    "greenclip": "greenclip",
    "klipper": "Klipper",
    "maccy": "Maccy",
    "parcellite": "Parcellite",
    "paste": "Paste",
    "pastebot": "Pastebot",
    "plasmashell": "Klipper",  # built into KDE's shell
    "qlipper": "Qlipper",
    "raycast": "Raycast",
    "xfce4-clipman": "Xfce Clipman",
}
_CLOUDS = {"kdeconnectd": "KDE Connect"}
_REMOTES = {"rdpclip": "Remote Desktop", "vmtoolsd": "VMware Tools", "wfica": "Citrix Workspace"}
_EXTENSIONS: dict[str, tuple[str, Literal["history", "cloud"]]] = {
    "clipboard-history@alexsaveau.dev": ("Clipboard History (GNOME)", "history"),
    "clipboard-indicator@tudmotu.com": ("Clipboard Indicator (GNOME)", "history"),
    "copyous@boerdereinar.dev": ("Copyous (GNOME)", "history"),
    "gpaste@gnome-shell-extensions.gnome.org": ("GPaste", "history"),
    "gsconnect@andyholmes.github.io": ("GSConnect (GNOME)", "cloud"),
    "pano@elhan.io": ("Pano (GNOME)", "history"),
}
_WINDOWS = "Windows (Win+V)"
_WINDOWS_CLOUD = "Windows cloud clipboard"
_USER_KEY = r"Software\Microsoft\Clipboard"
_POLICY_KEY = r"SOFTWARE\Policies\Microsoft\Windows\System"


def find_keepers(probe: Probe, platform: str = sys.platform) -> tuple[Keeper, ...]:
    """All that keep or pass on the clipboard here, each named once, the certain ones first."""
    found = dict.fromkeys(_find(probe, platform))
    return tuple(sorted(found, key=lambda keeper: not keeper.certain))


def _find(probe: Probe, platform: str) -> Iterator[Keeper]:
    programs = probe.programs()
    kinds: tuple[tuple[Mapping[str, str], Literal["history", "cloud", "remote"]], ...]
    kinds = (_HISTORIES, "history"), (_CLOUDS, "cloud"), (_REMOTES, "remote")
    for names, kind in kinds:
        for program in sorted(programs & names.keys()):
            yield Keeper(names[program], kind, certain=True)
    if platform == "win32":
        yield from _of_windows(probe)
    elif platform == "darwin":
        yield Keeper("Universal Clipboard (Handoff)", "cloud", certain=False)
    else:
        for extension in sorted(probe.gnome_extensions()):
            if extension.lower() in _EXTENSIONS:
                name, sort = _EXTENSIONS[extension.lower()]
                yield Keeper(name, sort, certain=True)
        if "microsoft" in programs:  # Linux inside Windows, whose registry is out of reach
            yield Keeper(_WINDOWS, "history", certain=False)


def _of_windows(probe: Probe) -> Iterator[Keeper]:
    """A policy of the organisation goes before what the user chose."""

    def chosen(name: str) -> bool:
        return bool(probe.registry_number("user", _USER_KEY, name))

    def forbidden(name: str) -> bool:
        return probe.registry_number("machine", _POLICY_KEY, name) == 0

    if chosen("EnableClipboardHistory") and not forbidden("AllowClipboardHistory"):
        yield Keeper(_WINDOWS, "history", certain=True)
    shared = chosen("EnableCloudClipboard") or chosen("CloudClipboardAutomaticUpload")
    if shared and not forbidden("AllowCrossDeviceClipboard"):
        yield Keeper(_WINDOWS_CLOUD, "cloud", certain=True)


class SystemProbe:
    """Asks the computer itself; each question takes a moment, and none raises."""

    def __init__(self, platform: str = sys.platform, processes: Path = Path("/proc")) -> None:
        self._platform = platform
        self._processes = processes

    def programs(self) -> frozenset[str]:
        if self._platform == "win32":
            rows = csv.reader(_output("tasklist", "/fo", "csv", "/nh").splitlines())
            return frozenset(row[0].lower().removesuffix(".exe") for row in rows if row)
        if self._platform == "darwin":
            lines = _output("ps", "-axo", "comm=").splitlines()
            return frozenset(Path(line.strip()).name.lower() for line in lines)
        return frozenset(self._of_proc())

    def gnome_extensions(self) -> frozenset[str]:
        listed = _output("gsettings", "get", "org.gnome.shell", "enabled-extensions")
        return frozenset(part for part in listed.split("'")[1::2] if "@" in part)

    def registry_number(self, hive: Literal["user", "machine"], key: str, name: str) -> int | None:
        if sys.platform != "win32":
            return None
        import winreg

        root = winreg.HKEY_CURRENT_USER if hive == "user" else winreg.HKEY_LOCAL_MACHINE
        try:
            with winreg.OpenKey(root, key) as opened:
                value, _ = winreg.QueryValueEx(opened, name)
        except OSError:
            return None
        return value if isinstance(value, int) else None

    def _of_proc(self) -> Iterator[str]:
        """Each process by its name; a script, or what a watcher calls, by its first words too."""
        for folder in self._processes.glob("[0-9]*"):
            try:
                words = (folder / "cmdline").read_bytes().split(b"\0")[:4]
            except OSError:  # it ended meanwhile, or is another user's
                continue
            names = [os.fsdecode(word).rpartition("/")[2].lower() for word in words]
            watches = names[0].startswith(("python", "perl", "wl-paste", "sh", "bash"))
            yield from names if watches else names[:1]
        try:
            version = (self._processes / "version").read_text(encoding="utf-8", errors="replace")
        except OSError:
            return
        if "microsoft" in version.lower():
            yield "microsoft"


def _output(*command: str) -> str:
    try:
        done = subprocess.run(
            command, capture_output=True, stdin=subprocess.DEVNULL, timeout=3, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", "replace")
