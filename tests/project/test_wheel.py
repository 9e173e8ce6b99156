"""The package as it is installed: built from this tree, put into an environment of its own."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy so that nothing is left in the checkout."""
    tree = tmp_path_factory.mktemp("tree") / "convoguide"
    leave_out = shutil.ignore_patterns(".*", "*.mo", "__pycache__", "build", "dist", "docs")
    shutil.copytree(ROOT, tree, ignore=leave_out)
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", "out", "."]
    done = subprocess.run(command, cwd=tree, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return next((tree / "out").glob("*.whl"))


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of a fresh environment with the wheel in it.

    The other packages are those of the environment that runs the tests, by a link; that link
    leads to no convoguide, since links are not followed from there.
    """
    folder = tmp_path_factory.mktemp("fresh") / "venv"
    venv.create(folder, symlinks=os.name != "nt")
    inside = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    command = [sys.executable, "-m", "pip", "--python", str(inside), "install", "--quiet"]
    options = ["--no-deps", "--no-index", "--disable-pip-version-check", str(wheel)]
    subprocess.run([*command, *options], check=True, capture_output=True)
    paths = sysconfig.get_paths(vars={"base": str(folder), "platbase": str(folder)})
    link = Path(paths["purelib"]) / "others.pth"
    link.write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return inside


def run(python: Path, cwd: Path, *arguments: str) -> str:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [str(python), "-P", *arguments],
        cwd=cwd,
        env={**environment, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_wheel_holds_content_styles_and_compiled_catalogs(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    for language in ("sv", "nb", "nn", "en"):
        for domain in ("convoguide", "content"):
            assert f"convoguide/locales/{language}/LC_MESSAGES/{domain}.mo" in names
    data = [
        path
        for path in (ROOT / "convoguide").rglob("*")
        if path.is_file() and path.suffix != ".pyc" and "__pycache__" not in path.parts
    ]
    assert {path.suffix for path in data} >= {".py", ".yaml"}
    missing = [path for path in data if path.relative_to(ROOT).as_posix() not in names]
    assert missing == []
    strangers = {name.split("/")[0] for name in names} - {"convoguide"}
    assert all(name.endswith(".dist-info") for name in strangers)


def test_the_licences_go_along(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {Path(name).name for name in archive.namelist()}
    assert {"LICENSE", "LICENSE-CONTENT.md", "entry_points.txt"} <= names


def test_what_is_installed_is_the_wheel_and_not_the_checkout(python: Path, tmp_path: Path) -> None:
    place = run(python, tmp_path, "-c", "import convoguide; print(convoguide.__file__)")
    assert Path(place.strip()).is_relative_to(python.parents[1])


def a_translation(language: str) -> tuple[str, str]:
    """Some message of the interface that reads differently in that language, and how it reads."""
    path = ROOT / "locales" / language / "LC_MESSAGES" / "convoguide.po"
    with path.open("rb") as file:
        catalog = read_po(file, locale=language)
    return next(
        (message.id, message.string)
        for message in catalog
        if isinstance(message.id, str)
        and isinstance(message.string, str)
        and message.id
        and message.string not in ("", message.id)
        and not message.context
    )


@pytest.mark.parametrize("language", ["sv", "nb", "nn"])
def test_an_installed_program_speaks_the_language(
    python: Path, tmp_path: Path, language: str
) -> None:
    english, translated = a_translation(language)
    code = (
        "import sys; from convoguide.i18n import Language;"
        "print(Language(sys.argv[1]).gettext(sys.argv[2]))"
    )
    assert run(python, tmp_path, "-c", code, language, english) == f"{translated}\n"


def test_an_installed_program_runs_and_finds_its_content(python: Path, tmp_path: Path) -> None:
    listed = run(python, tmp_path, "-m", "convoguide", "guides", "list")
    assert "svas-kronoberg" in listed
    assert "forhandssamtale" in listed
