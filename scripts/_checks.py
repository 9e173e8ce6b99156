"""Every check in order, each with its result; fails at the end when any did. `scripts/check`.

All of them run even after one has failed, so that one round shows everything. The tests come last
and their own closing line stands in the output.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

_IMPORTS = "import sys; from importlinter.cli import lint_imports_command as c; sys.exit(c())"
_PYTHON = [sys.executable, "-P"]

STEPS: dict[str, list[str]] = {
    "format": [*_PYTHON, "-m", "ruff", "format", "--check", "--quiet", "."],
    "lint": [*_PYTHON, "-m", "ruff", "check", "--quiet", "."],
    "types": [*_PYTHON, "-m", "mypy", "--no-error-summary"],
    "imports": [*_PYTHON, "-c", _IMPORTS, "--no-logo"],
    "catalogs": [*_PYTHON, "-m", "i18n.check"],
    "content": [*_PYTHON, "-m", "convoguide", "guides", "check", "convoguide/content"],
    "tests": [*_PYTHON, "-m", "pytest"],
}


def main(arguments: list[str]) -> int:
    """Run the steps named, all when none is; 1 when any failed."""
    parser = argparse.ArgumentParser(prog="scripts/check", description=__doc__)
    parser.add_argument("steps", nargs="*", metavar="STEP", help=", ".join(STEPS))
    chosen = parser.parse_args(arguments).steps or list(STEPS)
    if unknown := [name for name in chosen if name not in STEPS]:
        parser.error(f"no step is called {unknown[0]!r}; steps: {', '.join(STEPS)}")
    results = {name: _run(name) for name in chosen}
    for name, (passed, seconds) in results.items():
        print(f"{'ok' if passed else 'FAILED':6} {name:9} {seconds:5.1f} s")
    return 0 if all(passed for passed, _ in results.values()) else 1


def _run(name: str) -> tuple[bool, float]:
    print(f"== {name}", flush=True)
    environment = dict(os.environ)
    if name != "catalogs":  # the others shall not find the scripts' modules on their path
        environment.pop("PYTHONPATH", None)
    begun = time.monotonic()
    status = subprocess.call(STEPS[name], cwd=ROOT, env=environment, stdin=subprocess.DEVNULL)
    return status == 0, time.monotonic() - begun


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
