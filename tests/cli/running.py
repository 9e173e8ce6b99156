"""Running the command in a process of its own, as its users do."""

import os
import subprocess
import sys
from pathlib import Path


def convoguide(
    *arguments: str,
    home: Path,
    given: bytes = b"",
    environ: dict[str, str] | None = None,
    seconds: float = 60,
) -> "subprocess.CompletedProcess[bytes]":
    """Run `convoguide` with this home and standard input; never raises on an exit status."""
    variables = {
        key: value for key, value in os.environ.items() if not key.startswith(("CONVOGUIDE", "LC_"))
    }
    variables |= {"CONVOGUIDE_HOME": str(home), "LANG": "en_GB.UTF-8", **(environ or {})}
    return subprocess.run(
        [sys.executable, "-m", "convoguide", *arguments],
        input=given,
        capture_output=True,
        env=variables,
        timeout=seconds,
        check=False,
    )
