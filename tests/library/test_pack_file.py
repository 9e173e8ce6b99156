import os
import struct
import time
from pathlib import Path
from typing import Any

import pytest

from convoguide.library.faults import FaultyFileError
from convoguide.library.logo import logo_fault
from convoguide.library.pack_file import MOST_BYTES, MOST_FILES, PackFiles, read_pack
from convoguide.services.cases import case_adapter
from convoguide.services.content import outline_adapter
from tests.packing import BOARD, EXAMPLE, extra, pack_data, step_words, written

LINKS = pytest.mark.skipif(not hasattr(os, "symlink") or os.name == "nt", reason="needs links")
SECRET = "hemligt innehåll utanför"


def read(path: Path) -> PackFiles[Any, Any]:
    return read_pack(path, outline_adapter(), case_adapter())


def faults_of(path: Path) -> list[tuple[str, int | None, str, str]]:
    with pytest.raises(FaultyFileError) as error:
        read(path)
    faults = error.value.faults
    return [(Path(each.file).name, each.line, each.key, each.message) for each in faults]


def test_the_example_pack_is_read_with_all_that_lies_in_it() -> None:
    files = read(EXAMPLE)
    assert files.pack.id == "storvik"
    assert files.pack.languages["ar"].direction == "rtl"
    assert set(files.documents) == {"storvik-board"}
    assert [(each.document, each.format) for each in files.templates] == [("storvik-board", "html")]
    assert "svas-kronoberg/hopes/title" in files.pack.texts["ar"].texts


def test_a_single_file_is_a_pack_too(tmp_path: Path) -> None:
    folder = written(tmp_path / "p", pack_data(guides=step_words("hopes", title="Hopp")))
    single = folder / "kalmar.yaml"
    (folder / "pack.yaml").rename(single)
    words = read(single).pack.guides["svas-kronoberg"].steps["hopes"]
    assert words.title == "Hopp"


@pytest.mark.parametrize(
    ("parts", "key", "line", "says"),
    [
        ({"id": "Kalmar läns"}, "id", 1, "small letters"),
        ({"version": 2026.1}, "version", 2, "quotation marks"),
        ({"guide": {}}, "guide", 6, "not known"),
        ({"guides": step_words("hopes", fras=["a"])}, "fras", 10, "not known"),
        ({"guides": step_words("hopes", phrases="a")}, "phrases", 10, "list"),
        ({"guides": step_words("hopes", phrases={"two": "a"})}, "phrases.two", 11, "whole number"),
        ({"guides": step_words("hopes", phrases={0: "a"})}, "phrases[0]", 11, "1 or more"),
        ({"guides": step_words("hopes", title=" ")}, "title", 10, "empty"),
        ({"guides": extra(theme="pets")}, "step.theme", 16, "one of"),
        ({"guides": extra(kind="sung")}, "step", 10, "kind"),
        ({"contacts": [{"name": "A", "phone": 999}]}, "contacts[0].phone", 8, "quotation marks"),
        ({"contacts": [{"name": "A", "hours": ["nights"]}]}, "contacts[0].hours[0]", 9, "one of"),
        ({"limits": {"in_journal": True}}, "limits.registered", 6, "missing"),
        ({"languages": {"Arabic": {"name": "x"}}}, "languages.Arabic", 7, "language tag"),
        ({"languages": {"ar": {"name": "x", "direction": "left"}}}, "direction", 9, "one of"),
        ({"logo": "../logo.png"}, "logo", 6, ".png or .svg"),
        ({"logo": "/etc/logo.svg"}, "logo", 6, ".png or .svg"),
        ({"logo": "logo.svg"}, "logo", 6, "no file of this name"),
    ],
)
def test_a_fault_names_file_line_and_key_and_what_would_be_right(
    tmp_path: Path, parts: dict[str, Any], key: str, line: int, says: str
) -> None:
    found = faults_of(written(tmp_path / "p", pack_data(**parts)))
    assert len(found) == 1, found
    file, at, path, message = found[0]
    assert file == "pack.yaml"
    assert at == line
    assert path.endswith(key)
    assert says in message


def test_all_faults_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    folder = written(
        tmp_path / "p",
        pack_data(logo="logo.svg", languages={"ar": {"name": "x"}}),
        {
            "documents/board.yaml": {**BOARD, "reader": "wall"},
            "texts/ar.yaml": "texts:\n  a/b: 7\n",
            "logo.svg": "no picture",
        },
    )
    files = {(file, line) for file, line, _key, _message in faults_of(folder)}
    assert files == {("board.yaml", 5), ("ar.yaml", 2), ("logo.svg", None)}


def test_control_characters_become_a_space(tmp_path: Path) -> None:
    text = '"Hej\\e[2J\\u0007du"'
    folder = written(tmp_path / "p", pack_data(title="TITLE"))
    path = folder / "pack.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("TITLE", text), encoding="utf-8")
    assert read(folder).pack.title == "Hej [2J du"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("id: a\nid: b\n", 2),
        ("id: [a\n", None),
        ("id: !!python/object/apply:os.system [ls]\n", 1),
        ("? [a, b]\n: c\n", None),
        ("- a\n- b\n", 1),
        ("", 1),
        ("\x00", None),
        ("1: 2\n", 1),
    ],
)
def test_what_is_no_pack_at_all_is_a_clear_error(
    tmp_path: Path, text: str, line: int | None
) -> None:
    found = faults_of(written(tmp_path / "p", text or " "))
    assert all(message for _file, _line, _key, message in found)
    assert line is None or line in {at for _file, at, _key, _message in found}


def test_bytes_that_are_no_text_are_refused_with_their_line(tmp_path: Path) -> None:
    folder = written(tmp_path / "p", None, {"pack.yaml": b"id: a\ntitle: \xff\n"})
    assert faults_of(folder) == [("pack.yaml", 2, "", "this is not UTF-8")]


# --- packs that mean no good


@LINKS
@pytest.mark.parametrize("name", ["pack.yaml", "texts/sv.yaml", "templates/board.html.j2", "l.svg"])
def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path, name: str) -> None:
    outside = tmp_path / "outside"
    outside.write_text(SECRET, encoding="utf-8")
    folder = written(tmp_path / "p", pack_data(), {"documents/board.yaml": BOARD})
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    path.symlink_to(outside)
    found = faults_of(folder)
    assert [message for *_place, message in found] == ["is a link; put the file itself here"]
    assert SECRET not in str(found)


@LINKS
def test_a_folder_that_is_a_link_is_not_entered(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    folder = written(tmp_path / "p")
    (folder / "documents").symlink_to(outside)
    assert "no link" in faults_of(folder)[0][3]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(tmp_path: Path) -> None:
    folder = written(tmp_path / "p")
    os.mkfifo(folder / "logo.png")
    begun = time.monotonic()
    assert "must be a file" in faults_of(folder)[0][3]
    assert time.monotonic() - begun < 5


def test_a_huge_file_is_refused_before_it_is_parsed(tmp_path: Path) -> None:
    folder = written(tmp_path / "p", pack_data(), {"texts/sv.yaml": b"#" * (MOST_BYTES + 1)})
    assert faults_of(folder)[0][:2] == ("sv.yaml", None)


def test_a_thousand_files_are_refused(tmp_path: Path) -> None:
    names = (f"templates/a{n}.txt.j2" for n in range(MOST_FILES))
    folder = written(tmp_path / "p", pack_data(), dict.fromkeys(names, ""))
    assert str(MOST_FILES) in faults_of(folder)[0][3]


def test_a_bomb_of_aliases_is_refused_without_unfolding_it(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    begun = time.monotonic()
    found = faults_of(written(tmp_path / "p", "\n".join(lines)))
    assert found[0][1] == 1
    assert "quotation marks" in found[0][3]
    assert time.monotonic() - begun < 5


def test_endless_nesting_is_refused(tmp_path: Path) -> None:
    found = faults_of(written(tmp_path / "p", "a: " + "[" * 900 + "]" * 900))
    assert "too deep" in found[0][3]


@pytest.mark.parametrize(
    "name", ["documents/Board.yaml", "templates/x.exe", "texts/ar.yml", "texts/ar.yaml.bak"]
)
def test_only_files_under_the_names_of_a_pack_are_taken(tmp_path: Path, name: str) -> None:
    folder = written(tmp_path / "p", pack_data())
    target = folder / name
    target.parent.mkdir(exist_ok=True)
    target.write_text("x", encoding="utf-8")
    assert "must have a name such as" in faults_of(folder)[0][3]


def test_what_else_lies_in_the_folder_is_left_alone(tmp_path: Path) -> None:
    others = {
        "README.md": "x",
        "other.yaml": "a: [",
        "run.py": "raise SystemExit",
        "sub/a.yaml": "",
    }
    assert set(read(written(tmp_path / "p", pack_data(), others)).files) == {"pack.yaml"}


def png(width: int, height: int) -> bytes:
    return (
        b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + struct.pack(">II", width, height)
    )


@pytest.mark.parametrize(
    ("name", "content", "usable"),
    [
        ("a.png", png(200, 80), True),
        ("a.png", png(60_000, 60_000), False),
        ("a.png", b"GIF89a" + b" " * 40, False),
        ("a.png", png(9, 9) + b" " * 200_000, False),
        ("a.svg", b'<svg><path d="M0 0" fill="url(#g)"/></svg>', True),
        ("a.svg", b"<svg><script>alert(1)</script></svg>", False),
        ("a.svg", b'<svg onload="alert(1)"/>', False),
        ("a.svg", b'<svg><image href="https://example.org/x.png"/></svg>', False),
        ("a.svg", b'<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg>&a;</svg>', False),
        ("a.svg", b'<svg style="background:url(//example.org)"/>', False),
        ("a.svg", b"<html></html>", False),
        ("a.svg", b"\xff\xfe<\x00s\x00v\x00g\x00", False),
    ],
)
def test_a_logo_is_a_picture_and_nothing_more(name: str, content: bytes, usable: bool) -> None:
    assert (logo_fault(name, content) == "") == usable
