import sys
from pathlib import Path
from typing import Literal

import pytest

from convoguide.adapters.clipboard_history import Keeper, SystemProbe, find_keepers

USER, POLICY = r"Software\Microsoft\Clipboard", r"SOFTWARE\Policies\Microsoft\Windows\System"


class Computer:
    """A computer that answers as it was told to."""

    def __init__(
        self,
        programs: frozenset[str] = frozenset(),
        extensions: frozenset[str] = frozenset(),
        registry: dict[tuple[str, str, str], int] | None = None,
    ) -> None:
        self._programs, self._extensions, self._registry = programs, extensions, registry or {}

    def programs(self) -> frozenset[str]:
        return self._programs

    def gnome_extensions(self) -> frozenset[str]:
        return self._extensions

    def registry_number(self, hive: Literal["user", "machine"], key: str, name: str) -> int | None:
        return self._registry.get((hive, key, name))


def test_a_quiet_linux_has_none() -> None:
    assert find_keepers(Computer(frozenset({"bash", "gnome-shell"})), "linux") == ()


@pytest.mark.parametrize(
    ("program", "keeper"),
    [
        ("plasmashell", Keeper("Klipper", "history", certain=True)),
        ("copyq", Keeper("CopyQ", "history", certain=True)),
        ("gpaste-daemon", Keeper("GPaste", "history", certain=True)),
        ("cliphist", Keeper("cliphist", "history", certain=True)),
        ("kdeconnectd", Keeper("KDE Connect", "cloud", certain=True)),
    ],
)
def test_a_running_history_is_named(program: str, keeper: Keeper) -> None:
    assert find_keepers(Computer(frozenset({program, "bash"})), "linux") == (keeper,)


def test_a_history_that_runs_twice_is_named_once() -> None:
    found = find_keepers(Computer(frozenset({"plasmashell", "klipper"})), "linux")
    assert [keeper.name for keeper in found] == ["Klipper"]


def test_gnome_extensions_that_are_on_are_named() -> None:
    on = frozenset({"clipboard-indicator@tudmotu.com", "dash-to-dock@micxgx.gmail.com"})
    found = find_keepers(Computer(extensions=on), "linux")
    assert [keeper.name for keeper in found] == ["Clipboard Indicator (GNOME)"]


def test_windows_history_and_cloud_are_read_off_the_registry() -> None:
    registry = {
        ("user", USER, "EnableClipboardHistory"): 1,
        ("user", USER, "CloudClipboardAutomaticUpload"): 1,
    }
    found = find_keepers(Computer(registry=registry), "win32")
    assert [(keeper.kind, keeper.certain) for keeper in found] == [
        ("history", True),
        ("cloud", True),
    ]


def test_windows_with_both_off_has_none() -> None:
    registry = {("user", USER, "EnableClipboardHistory"): 0}
    assert find_keepers(Computer(registry=registry), "win32") == ()


def test_what_an_organisation_forbids_is_off_whatever_the_user_chose() -> None:
    registry = {
        ("user", USER, "EnableClipboardHistory"): 1,
        ("user", USER, "EnableCloudClipboard"): 1,
        ("machine", POLICY, "AllowClipboardHistory"): 0,
        ("machine", POLICY, "AllowCrossDeviceClipboard"): 0,
    }
    assert find_keepers(Computer(registry=registry), "win32") == ()


def test_on_a_mac_the_shared_clipboard_is_only_a_possibility() -> None:
    found = find_keepers(Computer(frozenset({"maccy"})), "darwin")
    assert [(keeper.name, keeper.certain) for keeper in found] == [
        ("Maccy", True),
        ("Universal Clipboard (Handoff)", False),
    ]


def test_linux_inside_windows_says_what_it_cannot_see() -> None:
    found = find_keepers(Computer(frozenset({"microsoft"})), "linux")
    assert [(keeper.kind, keeper.certain) for keeper in found] == [("history", False)]


def process(folder: Path, number: int, *words: str) -> None:
    (folder / str(number)).mkdir(parents=True)
    (folder / str(number) / "cmdline").write_bytes("\0".join([*words, ""]).encode())


def test_programs_are_read_off_the_processes(tmp_path: Path) -> None:
    process(tmp_path, 10, "/usr/bin/CopyQ", "--start-server")
    process(tmp_path, 11, "/usr/bin/wl-paste", "--watch", "cliphist", "store")
    process(tmp_path, 12, "/usr/bin/python3", "/usr/bin/clipster", "-d")
    process(tmp_path, 13, "/usr/bin/vim", "diodon")
    process(tmp_path, 14)  # a thread of the kernel
    (tmp_path / "15").mkdir()  # ended meanwhile
    (tmp_path / "version").write_text("Linux version 6.6 (Microsoft@Microsoft.com)", "utf-8")
    programs = SystemProbe("linux", tmp_path).programs()
    assert {"copyq", "cliphist", "clipster", "vim", "microsoft"} <= programs
    assert "diodon" not in programs


def test_asking_this_computer_raises_nothing() -> None:
    probe = SystemProbe()
    found = find_keepers(probe)
    assert all(keeper.name for keeper in found)
    if sys.platform != "win32":
        assert probe.registry_number("user", USER, "EnableClipboardHistory") is None
