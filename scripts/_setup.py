"""Make or mend the checkout's `.venv`: the slow path, taken on the first start and after a change.

Only the standard library, since nothing else is there yet. Everything happens under a lock. The
record of what is installed is taken away before anything is installed and written after it, so
an interrupted set-up leaves no record, and the next one starts from nothing.
"""

import contextlib
import hashlib
import importlib.util
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

from _environment import (
    PYTHON,
    REQUIREMENTS,
    ROOT,
    VENV,
    catalog_sources,
    is_ready,
    signature,
    stamp_path,
)

RECORD = Path(VENV, "installed")
LOCK = Path(ROOT, ".venv.lock")


def prepare(kind: str) -> None:
    """Make the environment ready for this kind, or leave with a line that says what is wrong."""
    try:
        with _lock():
            if not is_ready(kind):  # another one may have done it while we waited
                _install(kind)
                _link_package()
                _compile_catalogs()
                _compile_package()
                Path(stamp_path(kind)).write_text(signature(kind), encoding="utf-8")
    except KeyboardInterrupt:
        _leave("interrupted; the next start begins the set-up again", 130)
    except OSError as error:
        _leave(f"could not set up {VENV}: {error.strerror}: {error.filename}")


def _install(kind: str) -> None:
    wanted = {name: _digest(name) for name in REQUIREMENTS[kind]}
    record = _read_record()
    if not record or record.get("python") != _python_of_the_venv():
        _make_venv()
        record = {}
    missing = [name for name in wanted if record.get(name) != wanted[name]]
    if not missing:
        return
    _say("installing what it needs into .venv (a minute or so, once) …")
    RECORD.unlink(missing_ok=True)
    command = [PYTHON, "-I", "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    # Only wheels: building from source would fetch build tools that no hash vouches for.
    command += ["--require-hashes", "--only-binary", ":all:", "--no-input"]
    for name in wanted:
        command += ["-r", str(Path(ROOT, "requirements", name))]
    environment = {**os.environ, "PIP_USER": "0", "PIP_REQUIRE_VIRTUALENV": "0"}
    if subprocess.call(command, env=environment, stdout=sys.stderr.fileno()) != 0:
        _leave("the packages could not be installed (see above). Is the network there?")
    # Only what was asked for is on record: when the app's packages changed under the tools, the
    # tools are looked at again the next time one is used.
    record = {**wanted, "python": _python_of_the_venv() or ""}
    text = "".join(f"{name} {value}\n" for name, value in sorted(record.items()))
    RECORD.write_text(text, encoding="utf-8")


def _make_venv() -> None:
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        _leave(
            f"this Python ({sys.executable}) comes without venv and ensurepip, which the set-up"
            f" needs.\nOn Debian and Ubuntu: sudo apt install python{version}-venv"
        )
    import venv

    _say("first start: making its own environment in .venv …")
    try:
        venv.create(VENV, with_pip=True, clear=True, symlinks=os.name != "nt")
    except subprocess.CalledProcessError:
        _leave(f"pip could not be set up in {VENV}; is the disk full?")


def _python_of_the_venv() -> str | None:
    """Version of the environment's interpreter as it runs now; None when it does not.

    A system update may put another Python behind the same link; its packages are then elsewhere.
    """
    code = "import sys; print('%d.%d' % sys.version_info[:2])"
    with contextlib.suppress(OSError):
        done = subprocess.run(
            [PYTHON, "-I", "-c", code], capture_output=True, text=True, check=False
        )
        if done.returncode == 0:
            return done.stdout.strip()
    return None


def _link_package() -> None:
    """Make `import convoguide` find this checkout, from whatever folder it is started.

    The way there is written relative to the link, so it is plain ASCII (each Python reads these
    files in an encoding of its own) and stays right when the checkout is moved.
    """
    inside = Path("Lib") if os.name == "nt" else Path("lib", f"python{_python_of_the_venv()}")
    link = Path(VENV, inside, "site-packages", "convoguide-checkout.pth")
    link.write_text(os.path.relpath(ROOT, link.parent) + "\n", encoding="ascii")


def _compile_catalogs() -> None:
    if not catalog_sources():
        return
    environment = {**os.environ, "PYTHONPATH": str(Path(ROOT, "scripts"))}
    command = [PYTHON, "-P", "-m", "i18n.compile"]
    if subprocess.call(command, cwd=ROOT, env=environment, stdout=sys.stderr.fileno()) != 0:
        _leave("the translations could not be compiled (see above)")


def _compile_package() -> None:
    """Bytecode and prepared content, so that the first start is as fast as the others.

    Where bytecode may not be written (`PYTHONDONTWRITEBYTECODE`) each start would compile anew.
    """
    prepare = "from convoguide.library.prepared import prepare; from pathlib import Path; "
    prepare += "prepare(Path('convoguide/content'))"
    commands = [["-m", "compileall", "-q", "convoguide"]]
    if Path(ROOT, "convoguide", "content").is_dir():
        commands.append(["-P", "-c", prepare])
    for command in commands:
        if subprocess.call([PYTHON, *command], cwd=ROOT, stdout=sys.stderr.fileno()) != 0:
            _leave("the program could not be compiled (see above)")


def _read_record() -> dict[str, str]:
    try:
        lines = RECORD.read_text(encoding="utf-8").splitlines()
    except OSError:
        return {}
    return dict(line.split(" ", 1) for line in lines if " " in line)


def _digest(name: str) -> str:
    return hashlib.sha256(Path(ROOT, "requirements", name).read_bytes()).hexdigest()


@contextlib.contextmanager
def _lock() -> Iterator[None]:
    """Keep a second set-up waiting. The operating system frees the lock when its process dies."""
    with LOCK.open("a+b") as file:
        said = False
        while not _try_lock(file.fileno()):
            if not said:
                _say("waiting for another set-up of the same checkout …")
                said = True
            time.sleep(0.2)
        yield


if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        os.lseek(descriptor, 0, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


def _say(message: str) -> None:
    print(f"ConvoGuide: {message}", file=sys.stderr, flush=True)


def _leave(message: str, status: int = 1) -> NoReturn:
    _say(message)
    raise SystemExit(status)
