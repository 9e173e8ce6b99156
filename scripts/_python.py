"""Find a Python that is new enough. Kept so plain that an old Python can read it too."""

import os
import sys

OLDEST = (3, 11)


def require_python():
    # type: () -> None
    """Return on Python 3.11 or newer; else go on with such a one on the path, or say what to do."""
    if sys.version_info >= OLDEST:
        return
    newer = _newer_on_the_path()
    if newer is not None and os.name != "nt":
        os.execv(newer, [newer] + sys.argv)
    name = os.path.basename(sys.argv[0])
    sys.stderr.write(
        "%s: needs Python %d.%d or newer; this is Python %d.%d (%s).\n"
        % ((name,) + OLDEST + sys.version_info[:2] + (sys.executable,))
    )
    sys.stderr.write(
        "Install a newer Python from https://www.python.org/downloads/ and start it again with that"
        " one: python3.13 %s\n" % sys.argv[0]
    )
    raise SystemExit(1)


def _newer_on_the_path():
    # type: () -> str | None
    for minor in range(19, OLDEST[1] - 1, -1):
        for folder in os.environ.get("PATH", os.defpath).split(os.pathsep):
            candidate = os.path.join(folder, "python3.%d" % minor)
            if os.access(candidate, os.X_OK) and os.path.isfile(candidate):
                return candidate
    return None
