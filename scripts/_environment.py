"""Run the app or a tool in the checkout's own environment, `.venv`.

On most starts this is all that runs, so it imports nothing but `os` and `sys` and asks the disk
for a few sizes and times. Whenever these differ from the stamp, `_setup` puts things right.
"""

import os
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv")
PYTHON = os.path.join(VENV, *(("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")))
REQUIREMENTS = {
    "run": ("run.txt",),
    "dev": ("run.txt", "dev.txt"),
    "train": ("run.txt", "train.txt"),
}


def run(kind: str, arguments: list[str], *, with_scripts: bool = False) -> None:
    """Become the environment's Python with these arguments; does not return.

    `kind` is what has to be installed: `run` (the app), `dev` (the tools too) or `train` (what
    scripts/train_understanding learns with). With
    `with_scripts` the modules of this folder can be imported. `-P` keeps the folder the caller
    stands in off the import path: a file called json.py there must not become part of the app.
    """
    if not is_ready(kind):
        from _setup import prepare

        prepare(kind)
    if with_scripts:
        os.environ["PYTHONPATH"] = os.path.dirname(os.path.abspath(__file__))
    os.environ.pop("__PYVENV_LAUNCHER__", None)  # macOS: would send the venv back to the base
    command = [PYTHON, "-P", *arguments]
    if os.name == "nt":  # there execv returns to the shell at once, with the app still running
        raise SystemExit(_call_and_wait(command))
    sys.stdout.flush()
    os.execv(PYTHON, command)


def is_ready(kind: str) -> bool:
    """Whether nothing has changed since the environment was last made ready for this kind."""
    try:
        with open(stamp_path(kind), encoding="utf-8") as stamp:
            return stamp.read() == signature(kind)
    except OSError:
        return False


def stamp_path(kind: str) -> str:
    """The file that is written last of all when the environment is ready."""
    return os.path.join(VENV, "ready-" + kind)


def signature(kind: str) -> str:
    """Size and time of everything the environment was made from, one a line.

    Raises OSError when a part is missing. The root is part of it since a moved checkout has to
    be linked anew.
    """
    lines = [ROOT]
    files = [PYTHON, *(os.path.join(ROOT, "requirements", name) for name in REQUIREMENTS[kind])]
    for source in catalog_sources():
        files += [source, source[:-3] + ".mo"]
    for path in files:
        status = os.stat(path)
        lines.append(f"{status.st_size} {status.st_mtime_ns} {path}")
    return "\n".join(lines)


def catalog_sources() -> list[str]:
    """Every .po file of the checkout, in a fixed order."""
    sources = []
    locales = os.path.join(ROOT, "locales")
    for language in sorted(os.listdir(locales)) if os.path.isdir(locales) else ():
        folder = os.path.join(locales, language, "LC_MESSAGES")
        if os.path.isdir(folder):
            names = sorted(os.listdir(folder))
            sources += [os.path.join(folder, name) for name in names if name.endswith(".po")]
    return sources


def _call_and_wait(command: list[str]) -> int:
    import signal
    import subprocess

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the app, which is told as well
    return subprocess.call(command)
