"""`scripts/bench [--runs N] [--keys N] [--only PART …]`: prints medians as Markdown tables.

Times are whole processes, under a pseudo-terminal where there is something to see, in milliseconds;
memory is the peak of the process, in MiB, as the operating system accounts for it.
"""

from __future__ import annotations

import argparse
import platform
import sys
import tempfile
from pathlib import Path

from benching import beside, replies, writers

PARTS = (*beside.PARTS, "writers", "replies")


def main(arguments: list[str]) -> int:
    """Run everything and print what came out."""
    parser = argparse.ArgumentParser(prog="scripts/bench", description=__doc__)
    parser.add_argument("--runs", type=int, default=9, help="runs of each, at least nine to quote")
    parser.add_argument("--keys", type=int, default=200, help="keys typed in each run")
    parser.add_argument("--only", nargs="*", choices=PARTS, help="measure only these")
    options = parser.parse_args(arguments)
    parts = options.only or PARTS
    version = platform.python_version()
    print(f"Medians of {options.runs} runs, {options.keys} keys each; Python {version}")
    with tempfile.TemporaryDirectory() as folder:
        bench = beside.Beside(Path(folder), options.runs, options.keys)
        compared = [part for part in beside.PARTS if part in parts]
        if compared:
            print(f"\n{beside.HEAD}")
        for part in compared:
            getattr(bench, part)()
        if "writers" in parts:
            print(f"\n{writers.HEAD}")
            writers.rows(Path(folder), bench.environ, options.runs)
        if "replies" in parts:
            print(f"\n{replies.HEAD}")
            replies.rows(bench.environ, options.runs)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
