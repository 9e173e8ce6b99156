"""The guide to packs says what the program does: its examples work, its errors are real."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from convoguide.library.faults import FaultyFileError
from convoguide.services.pack_check import checked
from tests.packing import EXAMPLE, pack_data, written

GUIDE = (EXAMPLE.parent / "packs.md").read_text(encoding="utf-8")
BLOCKS = [
    re.sub(r"(?m)^   ", "", block) if block.startswith("   ") else block
    for block in re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
]
START = (
    'id: our-ward\nversion: "2026.1"\ntitle: "Ward 4"\norganisation: "Region Storvik"\n'
    "language: sv\n"
)
WORDS = "guides:\n  svas-kronoberg:\n    steps:\n"


def faults(folder: Path, text: str, files: dict[str, Any] | None = None) -> list[str]:
    folder.mkdir()
    written(folder / "our-ward", text, files)
    with pytest.raises(FaultyFileError) as error:
        checked(folder / "our-ward")
    return [str(each).removeprefix(f"{folder}/") for each in error.value.faults]


@pytest.mark.parametrize("block", BLOCKS)
def test_every_example_of_the_guide_is_a_pack_without_fault(tmp_path: Path, block: str) -> None:
    data = yaml.safe_load(block)
    files: dict[str, Any] = {}
    if set(data) <= {"texts", "words"}:
        files, data = {"texts/ar.yaml": block}, {"languages": {"ar": {"name": "x"}}}
    if "languages" in data and not files:
        files = {"texts/ar.yaml": "texts: {}\n"}
    checked(written(tmp_path / "p", pack_data() | data, files))


@pytest.mark.parametrize(
    "text",
    [
        START.replace('"2026.1"', "2026.1"),
        START + "contacts:\n  - name: Jouren\n    phone: 0999100\n",
        START.replace('"Ward 4"', "Ward 4: palliative care"),
        START.replace('"Ward 4"', "*viktigt samtal*"),
        START.replace("our-ward", "Our ward"),
        START + WORDS + '      hopes:\n        phrase:\n          1: "x"\n',
        START + WORDS + '      hope:\n        title: "x"\n',
        START + WORDS + '      hopes:\n        phrases:\n          7: "x"\n',
        START + WORDS + '      hopes:\n        phrases:\n          - "x"\n',
        START + 'contacts:\n  - name: "Jouren"\n    phone: "1"\n    hours: [nights]\n',
    ],
)
def test_every_error_of_the_guide_is_what_the_program_says(tmp_path: Path, text: str) -> None:
    said = faults(tmp_path / "x", text)
    assert len(said) == 1
    assert said[0] in GUIDE


def test_the_errors_of_a_missing_file_and_of_a_template_are_real_too(tmp_path: Path) -> None:
    board = (EXAMPLE / "documents/storvik-board.yaml").read_text(encoding="utf-8")
    files = {
        "documents/storvik-board.yaml": board,
        "templates/storvik-board.html.j2": "<p>\n{{ document.titel }}",
    }
    assert faults(tmp_path / "x", START, files)[0] in GUIDE
    (tmp_path / "y" / "our-ward").mkdir(parents=True)
    with pytest.raises(FaultyFileError) as error:
        checked(tmp_path / "y" / "our-ward")
    assert str(error.value).removeprefix(f"{tmp_path / 'y'}/") in GUIDE
