from pathlib import Path

import pytest

from convoguide.library.faults import FaultyFileError
from convoguide.library.prepared import prepare
from convoguide.library.yaml_file import parse_yaml, read_yaml
from convoguide.services import content
from convoguide.services.check import check_content

GUIDE = content.folder() / "guides" / "svas-kronoberg.yaml"


def test_norwegian_is_a_string_and_half_past_twelve_is_no_number() -> None:
    text = (
        "country: NO\nlang: no\nyes_: yes\ntime: 12:30\non: on\nday: 2026-11-20\nn: 7\nt: true\nz:"
    )
    assert parse_yaml(text, "x.yaml") == {
        "country": "NO",
        "lang": "no",
        "yes_": "yes",
        "time": "12:30",
        "on": "on",
        "day": "2026-11-20",
        "n": 7,
        "t": True,
        "z": None,
    }


def test_a_duplicate_key_is_named_with_its_line() -> None:
    with pytest.raises(FaultyFileError) as error:
        parse_yaml("a: 1\nb: 2\na: 3\n", "x.yaml")
    assert (error.value.faults[0].key, error.value.faults[0].line) == ("a", 3)


@pytest.mark.parametrize("text", ["a: [1", "\t- x: {", "a: b: c", "!!python/object:os.system {}"])
def test_what_is_not_yaml_is_a_clear_error(text: str) -> None:
    with pytest.raises(FaultyFileError) as error:
        parse_yaml(text, "x.yaml")
    assert "x.yaml" in str(error.value)


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("theme: offered", "theme: offers", "stages[0].steps[0].theme"),
        ("kind: spoken", "kind: sung", "stages[0].steps[0]"),
        ("takes: [note, choice]", "takes: [note]", "stages[0].steps[0].takes"),
        ("    aim:", "    aims:", "stages[0].aim"),
        ("country: SE", "country: DK", "country"),
        ("journal: journal-svas", "journal: journal-x", "journal"),
        ("id: capacity", "id: offered", "stages[0].steps[1].id"),
        ('          - "Vem skulle du vilja', '          - " "\n          - "Vem', ".phrases[0]"),
        ('- "Vem skulle du', '- "' + "Vem " * 60 + '", "', ""),
    ],
)
def test_a_fault_in_a_guide_names_file_line_and_key(
    tmp_path: Path, old: str, new: str, key: str
) -> None:
    text = GUIDE.read_text(encoding="utf-8")
    assert old in text
    broken = tmp_path / "own.yaml"
    broken.write_text(text.replace(old, new, 1), encoding="utf-8")
    faults = check_content([broken])
    assert faults
    assert all(fault.file == str(broken) for fault in faults)
    assert any(fault.key.endswith(key) and (fault.line or not key) for fault in faults)


def test_the_shipped_content_has_no_fault() -> None:
    assert check_content([content.folder()]) == []


def test_prepared_content_is_read_instead_of_the_yaml_and_only_while_it_fits(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("lang: no\ntime: 12:30\n", encoding="utf-8")
    (target,) = prepare(tmp_path)
    held = target.read_text(encoding="utf-8").replace("12:30", "prepared")
    target.write_text(held, encoding="utf-8")
    assert read_yaml(path) == {"lang": "no", "time": "prepared"}
    path.write_text("lang: nn\n", encoding="utf-8")
    assert read_yaml(path) == {"lang": "nn"}


def test_spoilt_prepared_content_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("lang: no\n", encoding="utf-8")
    (target,) = prepare(tmp_path)
    target.write_text("{", encoding="utf-8")
    assert read_yaml(path) == {"lang": "no"}


def test_a_number_that_begins_with_zero_is_not_octal() -> None:
    assert parse_yaml("a: 0999\nb: 0o17\nc: 0x1f\nd: -7", "x") == {
        "a": 999,
        "b": 15,
        "c": 31,
        "d": -7,
    }
