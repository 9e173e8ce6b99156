"""`understand`: JSON Lines in and out."""

import json
import subprocess
import sys

import pytest


def _run(*arguments: str, given: bytes) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "convoguide", "--locale", "en", "understand", *arguments]
    return subprocess.run(command, input=given, capture_output=True, check=False)


def test_each_line_is_answered_in_order() -> None:
    lines = [
        {"id": "b", "text": "Vad är viktigast för dig?"},
        {"id": 7, "text": ""},
        {"id": "å", "text": "Vem ska föra din talan?", "topic": "is passed over"},
    ]
    given = "\n".join(json.dumps(line, ensure_ascii=False) for line in lines) + "\n\n"
    done = _run("--lang", "sv", given=b"\xef\xbb\xbf" + given.encode())
    found = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert done.returncode == 0
    assert [each["id"] for each in found] == ["b", 7, "å"]
    assert [each["topic"] for each in found] == ["what_matters", "none", "spokesperson"]
    assert found[1]["skills"] == ["silence"]
    assert all(set(each) == {"id", "topic", "skills", "confidence"} for each in found)


def test_notes_have_a_theme_and_the_runners_up() -> None:
    done = _run("--lang", "nb", "--as", "note", given=b'{"id": 1, "text": "gruer seg for natta"}')
    (found,) = [json.loads(line) for line in done.stdout.splitlines()]
    assert found["theme"] == found["themes"][0][0] == "worries"
    shares = [share for _theme, share in found["themes"]]
    assert shares == sorted(shares, reverse=True)


@pytest.mark.parametrize(
    "line",
    [
        b'{"id": 1}',
        b"hemlig text",
        b'{"id": 1, "text": "hemlig", "text": "hemlig"}',
        b'{"id": true, "text": "hemlig"}',
        b'{"id": 1, "text": "\\ud800 hemlig"}',
        b'{"id": 1, "text": "heml\xff"}',
        b"[" * 100_000,
    ],
)
def test_a_wrong_line_is_named_and_its_text_is_not(line: bytes) -> None:
    done = _run("--lang", "sv", given=b'{"id": 0, "text": "Hej"}\n' + line)
    assert done.returncode == 2
    assert len(done.stdout.splitlines()) == 1
    message = done.stderr.decode()
    assert "Line 2" in message
    assert "heml" not in message
    assert len(message.splitlines()) == 1
