"""What a screen reader gets: no drawing, no control sequences, and ASCII where it must be."""

import os
import pty
import re
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from convoguide import i18n, symbols
from convoguide.core.text import clean
from tests.cli.holding import NB, SV, held
from tests.cli.running import convoguide

DRAWN = re.compile("[\u2500-\u259f\u25a0-\u25ff\u2800-\u28ff]")
EVERYTHING = (
    *("?", ".h", ".w", ".b", ".s", ".i", ".f", ".v", ".&", ".& en", ".f contacts", ".f letter"),
    *(".v p Jag vill hem", ".o l +14", ".n", ".r", ".r full", ".r plan", ".r contact-sheet"),
    *([".n"] * 36),
)


@pytest.fixture(autouse=True)
def own_words() -> Iterator[None]:
    before = i18n.current()
    yield
    i18n.use(before)
    symbols.use(ascii_forms=False)


@pytest.mark.parametrize("locale", i18n.LOCALES)
@pytest.mark.parametrize("guide", [SV, NB])
def test_nothing_is_drawn_and_each_line_is_said_whole(guide: str, locale: str) -> None:
    i18n.use(locale)
    for line in held(*EVERYTHING, guide=guide).said:
        assert not DRAWN.search(line), line
        assert clean(line) == line
        assert "\r" not in line
        assert "\x1b" not in line


def test_every_symbol_that_is_said_has_its_ascii_form() -> None:
    symbols.use(ascii_forms=True)
    i18n.use("sv")
    letters = "".join(held(*EVERYTHING).said)
    assert all(each.isascii() or each.isalpha() for each in letters)


def test_into_a_pipe_goes_what_is_meant_whatever_the_terminal(tmp_path: Path) -> None:
    start = ("start", SV, "--plain", "--no-save")
    done = convoguide(*start, home=tmp_path, given=b"", environ={"TERM": "linux"})
    assert "“" in done.stdout.decode() or "«" in done.stdout.decode()


@pytest.mark.skipif(os.name == "nt", reason="there is no pseudo terminal")
@pytest.mark.parametrize(
    ("environ", "has", "has_not"),
    [
        ({"TERM": "linux"}, "Samtal vid allvarlig sjukdom", "”"),
        ({"TERM": "xterm", "PYTHONIOENCODING": "latin-1"}, "Erbjud", "”"),
        ({"TERM": "xterm"}, "”", "\ufffd"),
    ],
)
def test_a_terminal_is_spoken_to_in_what_it_has(
    tmp_path: Path, environ: dict[str, str], has: str, has_not: str
) -> None:
    said = _at_a_terminal(tmp_path, environ)
    assert has in said
    assert has_not not in said


def _at_a_terminal(home: Path, environ: dict[str, str]) -> str:
    """What the plain mode says on a terminal, until it ends."""
    leader, follower = pty.openpty()
    variables = {**os.environ, "CONVOGUIDE_HOME": str(home), "LANG": "sv_SE.UTF-8", **environ}
    command = [sys.executable, "-m", "convoguide", "--locale", "sv", "start", SV, "--plain"]
    process = subprocess.Popen(
        [*command, "--no-save"], stdin=follower, stdout=follower, stderr=follower, env=variables
    )
    os.close(follower)
    os.write(leader, b".q\n")
    said, until = b"", time.monotonic() + 60
    while time.monotonic() < until and select.select([leader], [], [], 60)[0]:
        try:
            said += os.read(leader, 4096)
        except OSError:  # the other side is closed: it has ended
            break
    process.wait(30)
    os.close(leader)
    return said.decode("latin-1" if "PYTHONIOENCODING" in environ else "utf-8", "replace")
