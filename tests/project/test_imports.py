"""What may import what, and what an import may cost."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LINT = "import sys; from importlinter.cli import lint_imports_command as c; sys.exit(c())"


def loaded_by(statement: str) -> set[str]:
    """The top-level modules that a fresh process holds after the statement."""
    code = f"{statement}\nimport sys; print(*{{name.split('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_importing_the_command_line_brings_in_nothing_heavy() -> None:
    loaded = loaded_by("import convoguide.cli")
    assert loaded.isdisjoint({"textual", "rich", "cryptography", "jinja2", "babel", "stdnum"})


def test_importing_the_settings_and_the_language_brings_in_no_pydantic() -> None:
    loaded = loaded_by("import convoguide.bootstrap, convoguide.config, convoguide.i18n")
    assert loaded.isdisjoint({"pydantic", "textual", "cryptography", "yaml", "babel"})


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the package and of its contracts, to break."""
    leave_out = shutil.ignore_patterns("__pycache__", "content")
    shutil.copytree(ROOT / "convoguide", tmp_path / "convoguide", ignore=leave_out)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def contracts_hold(house: Path) -> bool:
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, '.'); {LINT}", "--no-cache"],
        cwd=house,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (0, 1), done.stdout + done.stderr
    return done.returncode == 0


def test_the_house_as_it_stands_keeps_its_contracts(house: Path) -> None:
    assert contracts_hold(house)


@pytest.mark.parametrize(
    ("room", "statement"),
    [
        ("core", "import convoguide.i18n"),
        ("core", "import convoguide.config"),
        ("core", "import yaml"),
        ("core", "import convoguide.services"),
        ("documents", "import convoguide.store"),
        ("adapters", "import convoguide.library"),
        ("store", "import convoguide.config"),
        ("services", "import convoguide.cli"),
        ("services", "import textual"),
        ("cli", "import convoguide.adapters"),
        ("cli", "import convoguide.tui"),
        ("tui", "import convoguide.store"),
        ("new_room", ""),
    ],
)
def test_an_arrow_against_the_contracts_is_caught(house: Path, room: str, statement: str) -> None:
    (house / "convoguide" / room).mkdir(exist_ok=True)
    (house / "convoguide" / room / "__init__.py").touch()
    (house / "convoguide" / room / "intruder.py").write_text(statement + "\n", encoding="utf-8")
    assert not contracts_hold(house)


def test_every_ignored_rule_says_why() -> None:
    lines = (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    settings = tomllib.loads("\n".join(lines))["tool"]["ruff"]["lint"]
    ignored = [
        *settings["ignore"],
        *(r for rs in settings["per-file-ignores"].values() for r in rs),
    ]
    for rule in ignored:
        stands = [line for line in lines if line.strip().startswith(f'"{rule}",')]
        assert stands, rule
        assert all("#" in line for line in stands), rule
