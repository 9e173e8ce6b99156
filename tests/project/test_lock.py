"""The lock files: what the start scripts install, exactly."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def text_of(name: str) -> str:
    return (ROOT / "requirements" / name).read_text(encoding="utf-8")


def pins(name: str) -> dict[str, Version]:
    found = re.findall(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)", text_of(name), re.MULTILINE)
    return {str(canonicalize_name(package)): Version(version) for package, version in found}


@pytest.mark.parametrize("name", ["run.txt", "dev.txt"])
def test_every_package_is_pinned_with_hashes(name: str) -> None:
    entries = re.split(r"\n(?=[A-Za-z0-9])", re.sub(r"(?m)^#.*\n", "", text_of(name)))
    assert len(entries) == len(pins(name)) > 10
    assert all("--hash=sha256:" in entry for entry in entries)


@pytest.mark.parametrize("name", ["run.txt", "dev.txt"])
def test_no_index_and_no_folder_of_a_machine_is_named(name: str) -> None:
    assert not re.search(r"https?:|file:|--index|--find-links|--extra|(^|\s)/\w", text_of(name))


def test_the_lock_holds_what_the_project_declares() -> None:
    extras = PROJECT["optional-dependencies"]
    for name, declared in (
        ("run.txt", PROJECT["dependencies"]),
        ("dev.txt", [*PROJECT["dependencies"], *extras["dev"], *extras["keychain"]]),
    ):
        locked = pins(name)
        for requirement in map(Requirement, declared):
            package = str(canonicalize_name(requirement.name))
            if package != "convoguide":
                assert package in locked, f"{package}: run scripts/lock"
                assert locked[package] in requirement.specifier, f"{package}: run scripts/lock"


def test_the_tools_run_on_the_versions_that_the_app_runs_on() -> None:
    run, dev = pins("run.txt"), pins("dev.txt")
    assert {package: dev[package] for package in run} == run
