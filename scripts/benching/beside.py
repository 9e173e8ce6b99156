"""Our rows beside those of a bare program: start, typing, memory, rendering to text.

Subject and baseline run in turn (A B A B …), so that a machine whose speed drifts skews both alike.
"""

from __future__ import annotations

import statistics
from pathlib import Path

from benching import subjects
from benching.terminal import Session, whole_process

HEAD = "| what | ours | bare | ratio | aim |\n| --- | ---: | ---: | ---: | ---: |"
PARTS = ("starts", "typing", "renders")
KEYS = "abcdefghijklmnopqrstuvwxyz"
HOME = "F1"
TALK = "F9"
"""What stands in the line of keys, the last thing a screen draws."""

Pair = tuple[list[float], list[float]]
Subject = tuple[list[str], str]
"""A command, and the text that stands on the screen when it is ready."""


class Beside:
    """One round of measurements in a folder of its own; each part prints its rows."""

    def __init__(self, folder: Path, runs: int, keys: int) -> None:
        self.home = subjects.settled_home(folder / "home")
        self.talk = subjects.talk_file(folder)
        self.environ = subjects.environment(self.home)
        self.runs, self.keys = runs, keys

    def starts(self) -> None:
        """From the command to the first complete frame, and the peak memory until then."""
        bare = (subjects.python(subjects.BARE), subjects.READY)
        for name, command, marker, aim in (
            ("home, first complete frame (ms)", subjects.convoguide(), HOME, "1.3"),
            (
                "start svas-kronoberg --no-save, ready to type (ms)",
                subjects.convoguide("start", "svas-kronoberg", "--no-save"),
                TALK,
                "1.8",
            ),
        ):
            times, memory = self._starts((command, marker), bare)
            _row(name, times, aim, 1000)
            if "no-save" in name:
                _row("the same, peak memory (MiB)", memory, "2.0", 1 / 1024)

    def _starts(
        self, ours: tuple[list[str], str], bare: tuple[list[str], str]
    ) -> tuple[Pair, Pair]:
        times: Pair = ([], [])
        memory: Pair = ([], [])
        for _run in range(self.runs):
            for place, (command, marker) in enumerate((ours, bare)):
                session = Session(command, self.environ)
                session.start()
                times[place].append(session.until(marker))
                memory[place].append(session.end())
        return times, memory

    def typing(self) -> None:
        """Key to echo in the note field of a talk with 300 notes, and in the field alone."""
        ours = (subjects.python(subjects.LONG_TALK, "300"), TALK)
        bare = (subjects.python(subjects.BARE_FIELD), subjects.READY)
        middle: Pair = ([], [])
        slow: Pair = ([], [])
        for _run in range(self.runs):
            for place, (command, marker) in enumerate((ours, bare)):
                session = Session(command, self.environ)
                session.start()
                session.until(marker)
                echoes = sorted(
                    session.echo(KEYS[number % len(KEYS)]) for number in range(self.keys)
                )
                session.end()
                middle[place].append(statistics.median(echoes))
                slow[place].append(echoes[int(len(echoes) * 0.95)])
        _row("key to echo, 300 notes, median (ms)", middle, "1.25", 1000)
        _row("key to echo, 300 notes, p95 (ms)", slow, "1.25", 1000)

    def renders(self) -> None:
        """Each document to txt as a whole process, against importing pydantic and jinja2."""
        from convoguide.services.content import document_ids

        bare = subjects.python("import pydantic, jinja2")
        for document in document_ids():
            command = subjects.convoguide("render", str(self.talk), "--document", document)
            times = self._alternating(command, bare)
            _row(f"render {document} to txt (ms)", times, "2.0", 1000)

    def _alternating(self, ours: list[str], bare: list[str]) -> Pair:
        times: Pair = ([], [])
        for _run in range(self.runs):
            times[0].append(whole_process(ours, self.environ)[0])
            times[1].append(whole_process(bare, self.environ)[0])
        return times


def _row(name: str, pair: Pair, aim: str, scale: float) -> None:
    ours, bare = (statistics.median(side) for side in pair)
    ratio = statistics.median(one / other for one, other in zip(*pair, strict=True))
    print(f"| {name} | {ours * scale:.1f} | {bare * scale:.1f} | {ratio:.2f} | {aim} |", flush=True)
