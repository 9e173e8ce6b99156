"""At a terminal: a long answer stops at the foot of the screen, and a curtain hides everything."""

import os
import pty
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from convoguide.cli.plain.cover import Cover, wipe
from convoguide.cli.plain.pages import Pages
from convoguide.errors import ConvoGuideError
from tests.cli.holding import SV

WIDE, HIGH = 40, 6


class Answering:
    """Lines that are typed, and what is answered to each."""

    def __init__(self, *typed: str, answers: int = 0, size: tuple[int, int] = (WIDE, HIGH)) -> None:
        self.said: list[str] = []
        self.typed: list[str] = []
        pages = Pages(iter(typed), self.said.append, lambda: size)
        for line in pages.lines():
            self.typed.append(line)
            for n in range(answers):
                pages.say(f"line {n + 1}")
        pages.rest()


def test_an_answer_that_fits_is_said_whole() -> None:
    held = Answering("a", answers=4)
    assert held.said == [f"line {n}" for n in range(1, 5)]


def test_a_longer_one_stops_and_says_how_much_is_left() -> None:
    held = Answering("a", "b", answers=7)
    assert held.said[:5] == [
        *(f"line {n}" for n in range(1, 5)),
        "3 more lines: .+ says them, anything else leaves them.",
    ]
    assert held.said[5] == "line 1"  # the answer to the next line, and not the rest
    assert held.said[-3:] == ["line 5", "line 6", "line 7"]  # at the end nothing can ask any more


def test_the_rest_is_asked_for_page_by_page_and_is_no_line_of_the_talk() -> None:
    held = Answering("a", ".+", ".+", ".+", answers=10)
    assert held.typed == ["a"]
    assert [line for line in held.said if line.startswith("line")] == [
        f"line {n}" for n in range(1, 11)
    ]
    assert held.said[-1] == "Nothing more waits to be said."


def test_a_line_that_wraps_takes_its_rows_and_the_longest_is_said_whatever_the_screen() -> None:
    said: list[str] = []
    pages = Pages(iter(()), said.append, lambda: (10, 5))
    pages.say("x" * 100)
    pages.say("y")
    assert said == ["x" * 100]
    pages.rest()
    assert said == ["x" * 100, "y"]


def test_a_terminal_that_tells_no_size_gets_everything() -> None:
    assert len(Answering("a", answers=50, size=(0, 0)).said) == 50


# --- the curtain


class Behind:
    """Lines of a talk with a curtain, and what happened in order."""

    def __init__(self, *typed: str, passphrase: str | None = None, given: str = "") -> None:
        self.happened: list[str] = []
        tries = iter(given.split())
        cover = Cover(
            iter(typed),
            out=self.happened.append,
            hide=lambda: self.happened.append("[hidden]"),
            unlock=lambda: self._unlock(next(tries, None), passphrase),
            locked=lambda: passphrase is not None,
        )
        self.taken = list(cover.lines())

    def _unlock(self, given: str | None, passphrase: str | None) -> None:
        if given is None:
            raise EOFError
        if given != passphrase:
            raise ConvoGuideError("wrong")


def test_everything_is_hidden_until_the_passphrase_is_right() -> None:
    held = Behind("a note", ".!", "another", passphrase="right", given="wrong right")
    assert held.taken == ["a note", "another"]
    assert held.happened == ["[hidden]", "wrong", "Open again. ? tells where you are."]


def test_without_a_passphrase_enter_opens_and_what_was_typed_behind_it_is_dropped() -> None:
    held = Behind("a note", ".!", "typed by somebody else", "another")
    assert held.taken == ["a note", "another"]
    assert held.happened[:2] == ["[hidden]", "Hidden. Enter goes on."]


def test_an_end_of_the_input_behind_the_curtain_ends_the_talk() -> None:
    assert Behind("a note", ".!", "another", passphrase="right", given="").taken == ["a note"]


def test_it_comes_by_itself_after_a_time_without_a_line() -> None:
    happened: list[str] = []

    def slowly() -> Iterator[str]:
        yield "a note"
        until = time.monotonic() + 10
        while "[hidden]" not in happened and time.monotonic() < until:
            time.sleep(0.01)
        yield "typed too late"
        yield "another"

    cover = Cover(
        slowly(),
        out=happened.append,
        hide=lambda: happened.append("[hidden]"),
        unlock=lambda: None,
        locked=lambda: True,
        idle=0.2,
    )
    assert list(cover.lines()) == ["a note", "another"]
    assert happened[1] == "Hidden. Enter, then the passphrase, goes on."


def test_a_terminal_that_knows_no_commands_is_emptied_by_empty_lines() -> None:
    assert wipe(3, {"TERM": "dumb"}) == "\n\n\n"
    assert "\x1b[3J" in wipe(3, {"TERM": "xterm"})  # what has scrolled off the screen too


# --- the real program at a terminal


class Sitting:
    """Somebody at a terminal: types a line, and waits for what is said."""

    def __init__(self, home: Path, *arguments: str) -> None:
        self.leader, follower = pty.openpty()
        variables = {**os.environ, "CONVOGUIDE_HOME": str(home), "TERM": "xterm", "LANG": "C.UTF-8"}
        variables |= {"LINES": "24", "COLUMNS": "80"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "convoguide", "--locale", "en", *arguments],
            stdin=follower,
            stdout=follower,
            stderr=follower,
            env=variables,
        )
        os.close(follower)
        self.said = ""
        self._seen = 0

    def types(self, line: str) -> None:
        """Type a line."""
        os.write(self.leader, f"{line}\n".encode())

    def hears(self, words: str) -> str:
        """What was said since the last words that were waited for, up to these."""
        until = time.monotonic() + 60
        while words not in self.said[self._seen :] and time.monotonic() < until:
            if not self._read():
                break
        found = self.said.index(words, self._seen) + len(words)
        heard, self._seen = self.said[self._seen : found], found
        return heard

    def ends(self) -> int:
        """The exit status, after all was read."""
        while self._read():
            pass
        os.close(self.leader)
        return self.process.wait(30)

    def _read(self) -> bool:
        try:
            if not select.select([self.leader], [], [], 30)[0]:
                return False
            read = os.read(self.leader, 65536)
        except OSError:  # the other side is closed: it has ended
            return False
        self.said += read.decode("utf-8", "replace")
        return bool(read)


@pytest.mark.skipif(os.name == "nt", reason="there is no pseudo terminal")
def test_at_a_real_terminal_the_list_is_paged_and_the_curtain_asks_for_the_passphrase(
    home: Path,
) -> None:
    at = Sitting(home, "start", SV, "--plain")
    for prompt in ("New passphrase: ", "Once more: "):
        at.hears(prompt)
        at.types("a long sentence")
    at.hears("Answer with .c")
    at.types(".w")
    first = at.hears("more lines: .+ says them")
    said = [line for line in first.partition(".w")[2].splitlines() if line.strip()]
    assert len(said) < 24
    at.types(".+")
    at.hears(": Other that came up")
    at.types("A note nobody else should see.")
    at.hears("Saved.")
    at.types(".!")
    assert "\x1b[2J" in at.hears("Passphrase: ")
    at.types("somebody else")
    at.hears("Passphrase: ")
    at.types("a long sentence")
    at.hears("Open again.")
    at.types(".q")
    at.hears("To go on: ")
    assert at.ends() == 0
    assert "somebody else" not in at.said
