"""Each writer: one document in a fresh process, and the second one in the same process.

The cold time runs from the start of the process to the finished document, with the imports that a
command cannot do without; the warm one is making and writing the next document alone. The first row
is a process that only imports pydantic and jinja2.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import time
from pathlib import Path

from benching import subjects
from benching.writing import FORMATS

HEAD = (
    "| writer | cold (ms) | of bare | peak (MiB) | warm (ms) | peak then (MiB) |\n"
    "| --- | ---: | ---: | ---: | ---: | ---: |"
)
_BARE = """
import json, time
import pydantic, jinja2
from benching.writing import peak
print(json.dumps([[time.monotonic(), 0, peak()]]))
"""
_WRITING = """
import sys
from benching.writing import run
run(*sys.argv[1:])
"""
Told = list[tuple[float, float, float]]
"""For each document of a process: when it was done, how long it took, the peak so far in KiB."""


def rows(folder: Path, environ: dict[str, str], runs: int) -> None:
    """Print a row for each writer, all of them run in turn."""
    made = (subjects.talk_file(folder, 60, "first"), subjects.talk_file(folder, 45, "second"))
    talks = [str(path) for path in made]
    commands = {name: subjects.python(_WRITING, name, *talks) for name in FORMATS}
    bare: list[tuple[float, float]] = []
    found: dict[str, list[tuple[float, float, float, float]]] = {name: [] for name in FORMATS}
    for _run in range(runs):
        begun, ((done, _took, peak),) = _told(subjects.python(_BARE), environ)
        bare.append((done - begun, peak))
        for name, command in commands.items():
            begun, (first, second) = _told(command, environ)
            found[name].append((first[0] - begun, first[2], second[1], second[2]))
    seconds, memory = (statistics.median(each) for each in zip(*bare, strict=True))
    print(
        f"| pydantic and jinja2 imported | {seconds * 1000:.0f} | 1.00 | {memory / 1024:.0f} | | |"
    )
    for name, told in found.items():
        cold, peak, warm, then = (statistics.median(each) for each in zip(*told, strict=True))
        ratio = statistics.median(one[0] / other[0] for one, other in zip(told, bare, strict=True))
        print(
            f"| {name} | {cold * 1000:.0f} | {ratio:.2f} | {peak / 1024:.0f}"
            f" | {warm * 1000:.1f} | {then / 1024:.0f} |"
        )


def _told(command: list[str], environ: dict[str, str]) -> tuple[float, Told]:
    """When the process was started, and what it said of itself."""
    begun = time.monotonic()
    made = subprocess.run(command, env=environ, check=True, capture_output=True)
    return begun, json.loads(made.stdout)
