"""Texts that extraction would not see."""

import re
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "convoguide"
_INSIDE = re.compile(r"""f["'].*\{_\(\s*["']""")


def test_no_text_is_marked_for_translation_inside_an_f_string() -> None:
    found = [
        f"{path.name}:{number}"
        for path in PACKAGE.rglob("*.py")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if _INSIDE.search(line)
    ]
    assert found == []
