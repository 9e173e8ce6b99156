import os
import stat
import sys
from pathlib import Path

import pytest

from convoguide.adapters.files import ClearTextError, write_clear_text

TEXT = "Önskemål: hem\n"

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_text_is_written_as_it_is_and_its_place_is_told(tmp_path: Path) -> None:
    path = write_clear_text(tmp_path / "clear", "journal.txt", "å\r\nb\n")
    assert path == tmp_path / "clear" / "journal.txt"
    assert path.read_bytes() == "å\r\nb\n".encode()


@posix
def test_file_and_folder_are_their_owners_alone_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        path = write_clear_text(tmp_path / "clear", "journal.txt", TEXT)
    finally:
        os.umask(before)
    assert mode(path) == 0o600
    assert mode(path.parent) == 0o700


@posix
def test_a_folder_that_others_can_read_is_closed(tmp_path: Path) -> None:
    folder = tmp_path / "clear"
    folder.mkdir()
    folder.chmod(0o755)
    write_clear_text(folder, "journal.txt", TEXT)
    assert mode(folder) == 0o700


@posix
def test_a_file_that_takes_the_place_of_an_open_one_is_closed_too(tmp_path: Path) -> None:
    folder = tmp_path / "clear"
    folder.mkdir()
    (folder / "journal.txt").write_text("tidigare", encoding="utf-8")
    (folder / "journal.txt").chmod(0o644)
    path = write_clear_text(folder, "journal.txt", TEXT)
    assert path.read_text(encoding="utf-8") == TEXT
    assert mode(path) == 0o600


@pytest.mark.parametrize(
    "name", ["", ".", "..", "../x.txt", "a/b.txt", "a\\b.txt", "C:x.txt", ".x.txt", "a\0b"]
)
def test_a_name_with_a_way_in_it_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ClearTextError):
        write_clear_text(tmp_path / "clear", name, TEXT)
    assert list(tmp_path.rglob("*.txt")) == []


@posix
def test_a_folder_that_is_a_link_elsewhere_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "clear").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ClearTextError):
        write_clear_text(tmp_path / "clear", "journal.txt", TEXT)
    assert list((tmp_path / "elsewhere").iterdir()) == []


@posix
def test_a_link_in_the_files_place_is_replaced_and_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("orörd", encoding="utf-8")
    folder = tmp_path / "clear"
    folder.mkdir()
    (folder / "journal.txt").symlink_to(outside)
    write_clear_text(folder, "journal.txt", TEXT)
    assert outside.read_text(encoding="utf-8") == "orörd"
    assert not (folder / "journal.txt").is_symlink()


def test_a_file_that_cannot_be_written_leaves_nothing_and_no_text_in_the_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "clear"
    write_clear_text(folder, "journal.txt", "tidigare")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ClearTextError) as failed:
        write_clear_text(folder, "journal.txt", TEXT)
    assert "No space left" in str(failed.value)
    assert TEXT.strip() not in str(failed.value)
    assert [path.name for path in folder.iterdir()] == ["journal.txt"]
    assert (folder / "journal.txt").read_text(encoding="utf-8") == "tidigare"


def test_a_folder_that_is_a_file_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "clear").write_text("x", encoding="utf-8")
    with pytest.raises(ClearTextError):
        write_clear_text(tmp_path / "clear", "journal.txt", TEXT)
