"""Write requirements/{run,dev,train}.txt: exact versions with hashes, for every platform.

`scripts/lock` runs this. The files name no index: where packages come from is for whoever installs
them to choose, and the hashes hold wherever that is.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "requirements"
HEADER = (
    "# Exact versions with hashes, for Python 3.11 and newer. Made by scripts/lock: do not edit.\n"
)
OPTIONS = [
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--no-header",
    "--no-emit-package=convoguide",
    "--quiet",
]


def main(arguments: list[str]) -> int:
    """Resolve both lists, the second held to the versions of the first."""
    parser = argparse.ArgumentParser(prog="scripts/lock", description=__doc__)
    parser.add_argument("--upgrade", action="store_true", help="take the newest of everything")
    parser.add_argument("--uv", default=os.environ.get("UV") or shutil.which("uv"))
    parser.add_argument("rest", nargs="*", metavar="-- OPTION", help="further options for uv")
    options = parser.parse_args(arguments)
    if options.uv is None:
        parser.error("uv is not on the path (pip install uv), or name it with --uv PATH")
    extra = [*options.rest, *(["--upgrade"] if options.upgrade else [])]
    FOLDER.mkdir(exist_ok=True)
    lists = {
        "run.txt": ["--extra=all"],
        "dev.txt": ["--extra=dev", "--constraint=run.txt"],
        "train.txt": ["--extra=train", "--constraint=run.txt"],
    }
    for name, chosen in lists.items():
        command = [options.uv, "pip", "compile", *OPTIONS, *chosen, *extra]
        command += ["../pyproject.toml", f"--output-file={name}"]
        # In that folder, so that the notes of what needs what are the same on every machine.
        status = subprocess.call(command, cwd=FOLDER, stdout=subprocess.DEVNULL)
        if status != 0:
            return status
        path = FOLDER / name
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        kept = [line for line in lines if not line.startswith(("--", HEADER))]
        path.write_text(HEADER + "".join(kept), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
