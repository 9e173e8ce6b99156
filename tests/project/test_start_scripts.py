"""The start scripts as a person runs them: in a checkout of their own, with nothing else there.

The checkout holds the real scripts, a program of two lines, and a package to install that lies
beside it, so no network is asked.
"""

import ast
import base64
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="uses POSIX signals and links")

PROGRAM = """\
import sys, tiny
print("program", tiny.VERSION, *sys.argv[1:])
"""


def make_wheel(folder: Path, version: str) -> str:
    """A package of one line; returns its line for a requirements file."""
    info = f"tiny-{version}.dist-info"
    files = {
        "tiny.py": f"VERSION = '{version}'\n",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: tiny\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(
        f"{name},sha256={base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b'=').decode()},{len(text)}\n"
        for name, text in files.items()
    )
    path = folder / f"tiny-{version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        for name, text in {**files, f"{info}/RECORD": f"{record}{info}/RECORD,,\n"}.items():
            wheel.writestr(name, text)
    return f"tiny=={version} --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"


class Checkout:
    """A checkout in a folder, and how a person uses it."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @classmethod
    def make(cls, root: Path) -> "Checkout":
        for folder in ("scripts", "requirements", "convoguide", "wheels"):
            (root / folder).mkdir(parents=True)
        for path in SCRIPTS.iterdir():
            if path.is_file():
                shutil.copy2(path, root / "scripts")
        (root / "convoguide" / "__init__.py").touch()
        (root / "convoguide" / "__main__.py").write_text(PROGRAM, encoding="utf-8")
        checkout = cls(root)
        checkout.lock("1.0")
        return checkout

    def lock(self, version: str) -> None:
        line = make_wheel(self.root / "wheels", version)
        (self.root / "requirements" / "run.txt").write_text(line, encoding="utf-8")

    def start(self, *arguments: str, cwd: Path | None = None) -> "subprocess.Popen[str]":
        environment = {
            **os.environ,
            "PIP_CONFIG_FILE": os.devnull,
            "PIP_FIND_LINKS": (self.root / "wheels").as_uri(),
            "PIP_NO_INDEX": "1",
        }
        return subprocess.Popen(
            [sys.executable, str(self.root / "scripts" / "convoguide"), *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=environment,
            cwd=cwd,
            start_new_session=True,
        )

    def run(self, *arguments: str, cwd: Path | None = None) -> tuple[int, str, str]:
        process = self.start(*arguments, cwd=cwd)
        out, err = process.communicate(timeout=120)
        return process.returncode, out, err


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """A checkout whose environment is made; only for tests that leave it as it is."""
    checkout = Checkout.make(tmp_path_factory.mktemp("ready") / "å checkout")
    status, out, err = checkout.run("--first", "a b")
    assert (status, out) == (0, "program 1.0 --first a b\n"), err
    assert "first start" in err
    return checkout


@pytest.fixture
def copy(ready: Checkout, tmp_path: Path) -> Checkout:
    """The same, moved to another folder: its own to change."""
    return Checkout(shutil.copytree(ready.root, tmp_path / "copy", symlinks=True))


def test_a_later_start_says_nothing_and_passes_everything_on(ready: Checkout) -> None:
    assert ready.run("render", "-", "--json") == (0, "program 1.0 render - --json\n", "")


def test_the_exit_status_is_the_programs(copy: Checkout) -> None:
    main = copy.root / "convoguide" / "__main__.py"
    main.write_text("raise SystemExit(2)\n", encoding="utf-8")
    assert copy.run()[0] == 2


def test_files_where_the_caller_stands_do_not_become_part_of_the_program(
    ready: Checkout, tmp_path: Path
) -> None:
    for name in ("tiny", "sys", "os", "convoguide"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('shadowed')\n", encoding="utf-8")
    assert ready.run("x", cwd=tmp_path) == (0, "program 1.0 x\n", "")


def test_a_moved_checkout_runs_its_own_program(copy: Checkout) -> None:
    (copy.root / "convoguide" / "__main__.py").write_text("print('moved')\n", encoding="utf-8")
    assert copy.run() == (0, "moved\n", "")


def test_a_changed_lock_file_is_installed(copy: Checkout) -> None:
    copy.lock("2.0")
    status, out, err = copy.run()
    assert (status, out) == (0, "program 2.0\n"), err
    assert copy.run() == (0, "program 2.0\n", "")


def test_a_touched_lock_file_installs_nothing(copy: Checkout) -> None:
    os.utime(copy.root / "requirements" / "run.txt")
    assert copy.run() == (0, "program 1.0\n", "")


def test_a_package_that_is_not_the_one_locked_is_refused(copy: Checkout) -> None:
    copy.lock("2.0")
    requirements = copy.root / "requirements" / "run.txt"
    text = requirements.read_text(encoding="utf-8")
    requirements.write_text(text[:-5] + "0000\n", encoding="utf-8")
    status, out, err = copy.run()
    assert (status, out) == (1, "")
    assert "could not be installed" in err
    assert "Traceback" not in err


def test_a_set_up_killed_halfway_is_made_again_even_by_two_at_once(tmp_path: Path) -> None:
    checkout = Checkout.make(tmp_path / "checkout")
    process = checkout.start()
    deadline = time.monotonic() + 60
    while not (checkout.root / ".venv" / "pyvenv.cfg").exists() and time.monotonic() < deadline:
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    assert process.returncode == -signal.SIGKILL
    assert not (checkout.root / ".venv" / "ready-run").exists()

    both = [checkout.start(name) for name in ("one", "two")]
    results = [process.communicate(timeout=120) for process in both]
    assert [process.returncode for process in both] == [0, 0], results
    assert [out for out, _ in results] == ["program 1.0 one\n", "program 1.0 two\n"]
    assert sum("installing" in err for _, err in results) == 1


def test_an_environment_that_cannot_run_any_more_is_made_again(copy: Checkout) -> None:
    # A system update took its Python away, and an install that was killed left a package that
    # pip believes to be there.
    python = copy.root / ".venv" / "bin" / "python"
    python.unlink()
    python.symlink_to("/nowhere/python3")
    next(copy.root.glob(".venv/lib/*/site-packages/tiny.py")).unlink()
    status, out, err = copy.run()
    assert (status, out) == (0, "program 1.0\n"), err


def test_a_python_without_ensurepip_is_told_what_to_install(tmp_path: Path) -> None:
    checkout = Checkout.make(tmp_path / "checkout")
    code = "import sys; sys.modules['ensurepip'] = None; import _setup; _setup.prepare('run')"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=checkout.root / "scripts",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "-venv" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (checkout.root / ".venv").exists()


def as_old_python(folder: Path, path: str) -> "subprocess.CompletedProcess[str]":
    code = (
        "import sys; sys.version_info = (3, 9, 2, 'final', 0); sys.argv = ['scripts/convoguide'];"
        "import _python; _python.require_python(); print('went on')"
    )
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=SCRIPTS,
        env={"PATH": path, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_an_old_python_is_told_what_is_needed(tmp_path: Path) -> None:
    done = as_old_python(tmp_path, str(tmp_path))
    assert done.returncode == 1
    assert "needs Python 3.11 or newer; this is Python 3.9" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_old_python_hands_over_to_a_newer_one_on_the_path(tmp_path: Path) -> None:
    newer = tmp_path / "python3.12"
    newer.write_text('#!/bin/sh\necho "newer: $*"\n', encoding="utf-8")
    newer.chmod(0o755)
    assert as_old_python(tmp_path, str(tmp_path)).stdout == "newer: scripts/convoguide\n"


@pytest.mark.parametrize(
    "name", sorted(path.name for path in SCRIPTS.iterdir() if path.is_file() and not path.suffix)
)
def test_an_old_python_can_read_a_script_as_far_as_the_message(name: str) -> None:
    for path in (SCRIPTS / name, SCRIPTS / "_python.py"):
        ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 5))
    text = (SCRIPTS / name).read_text(encoding="utf-8")
    assert text.startswith("#!/usr/bin/env python3\n")
    modules = [line for line in text.splitlines() if line.strip().startswith("from _")]
    assert modules[0] == "from _python import require_python"
    assert text.index("    require_python()") < text.index(modules[1])
    assert os.access(SCRIPTS / name, os.X_OK)


def test_a_later_start_costs_little(ready: Checkout) -> None:
    def seconds(command: list[str]) -> float:
        begun = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        return time.perf_counter() - begun

    bare = [sys.executable, "-c", "pass"]
    script = [sys.executable, str(ready.root / "scripts" / "convoguide")]
    # Two interpreters start, so twice the bare one is the floor; the best of five, against noise.
    floor = min(seconds(bare) for _ in range(5))
    assert min(seconds(script) for _ in range(5)) < 4 * floor + 0.05
