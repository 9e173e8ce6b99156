"""How long a patient takes to answer: every case, a talk of many turns, reading included."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping

HEAD = "| replies in a rehearsal | ms |\n| --- | --- |"

_TURNS = {
    "sv": "Vad är viktigast för dig nu?|Jag ser att det är tungt.||Hur mycket vill du veta?|Hej!",
    "nb": "Hva er viktigst for deg nå?|Jeg ser at det er tungt.||Hvor mye vil du vite?|Hei!",
    "nn": "Kva er viktigast for deg no?|Eg ser at det er tungt.||Kor mykje vil du vite?|Hei!",
}
_PROGRAM = """
import json, sys, time
from convoguide.services import cases, rehearse
turns, rounds = json.loads(sys.argv[1]), int(sys.argv[2])
begun = time.perf_counter()
first = rehearse.run_script(cases.case_ids()[0], ["Hej"], seed=1)
cold, took = time.perf_counter() - begun, []
for case_id in cases.case_ids():
    lines = turns[cases.case(case_id).language].split("|") * rounds
    practice = rehearse.begun(case_id, seed=1)
    for line in lines:
        begun = time.perf_counter()
        practice.say(line)
        took.append(time.perf_counter() - begun)
        if practice.ended:
            practice = rehearse.begun(case_id, seed=1)
took.sort()
print(json.dumps([cold, took[len(took) // 2], took[int(len(took) * 0.95)], len(took)]))
"""


def rows(environ: Mapping[str, str], rounds: int) -> None:
    """Print the first reply of a process, and the median and 95th percentile of all others."""
    command = [sys.executable, "-c", _PROGRAM, json.dumps(_TURNS), str(rounds)]
    done = subprocess.run(command, env=environ, check=True, capture_output=True, text=True)
    cold, median, late, many = json.loads(done.stdout)
    print(f"| the first, with reading the case and the weights | {cold * 1000:.0f} |")
    print(f"| median of {many:,} | {median * 1000:.1f} |")
    print(f"| 95th percentile | {late * 1000:.1f} |")
