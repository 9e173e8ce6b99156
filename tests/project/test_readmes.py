"""The README and the tour say the same in four languages."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
PROSE = ROOT / "scripts" / "touring" / "prose"
OTHERS = ("sv", "nb", "nn")
ENGLISH_ALONE = ("Where things are", "Speed")
"""For those who read the code."""

LINK = re.compile(r"\]\(([^)#]+)")


def sections(text: str) -> dict[str, str]:
    """What stands under each heading of the second level; under "" what comes before."""
    pieces = re.split(r"^## (.+)$", text, flags=re.MULTILINE)
    return {"": pieces[0]} | dict(zip(pieces[1::2], pieces[2::2], strict=True))


def commands(text: str) -> list[str]:
    """The lines of all code blocks, without what is said beside them."""
    blocks = re.findall(r"^```\w*\n(.*?)^```", text, flags=re.MULTILINE | re.DOTALL)
    return [line.partition("#")[0].split()[:2] for block in blocks for line in block.splitlines()]


def english() -> list[str]:
    found = sections((ROOT / "README.md").read_text(encoding="utf-8"))
    return [text for heading, text in found.items() if heading not in ENGLISH_ALONE]


def readme(language: str) -> list[str]:
    text = (ROOT / f"README.{language}.md").read_text(encoding="utf-8")
    return list(sections(text).values())


@pytest.mark.parametrize("language", OTHERS)
def test_a_translated_readme_has_the_same_sections_commands_and_tables(language: str) -> None:
    ours, theirs = english(), readme(language)
    assert len(ours) == len(theirs)
    for here, there in zip(ours, theirs, strict=True):
        assert sorted(commands(here)) == sorted(commands(there)), there.strip()[:60]
        assert here.count("\n| ") == there.count("\n| "), there.strip()[:60]
        assert here.count("![") == there.count("!["), there.strip()[:60]


@pytest.mark.parametrize("language", ["en", *OTHERS])
def test_every_link_of_a_readme_leads_somewhere(language: str) -> None:
    name = "README.md" if language == "en" else f"README.{language}.md"
    text = (ROOT / name).read_text(encoding="utf-8")
    links = [each for each in LINK.findall(text) if not each.startswith("http")]
    assert len(links) > 10
    missing = [each for each in links if not (ROOT / each).exists()]
    assert not missing
    pictures = [each for each in links if each.startswith("docs/images/")]
    assert all(each.startswith(f"docs/images/{language}/") for each in pictures), pictures


def keys(data: Any, before: str = "") -> set[str]:
    """Every key of the prose, with those it lies in."""
    if not isinstance(data, dict):
        return {before}
    return {key for name, value in data.items() for key in keys(value, f"{before}/{name}")}


@pytest.mark.parametrize("language", OTHERS)
def test_the_tour_tells_of_every_moment_in_each_language(language: str) -> None:
    ours, theirs = (
        yaml.safe_load((PROSE / f"{each}.yaml").read_text(encoding="utf-8"))
        for each in ("en", language)
    )
    assert keys(ours) == keys(theirs)
