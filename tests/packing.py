"""Local packs for tests: made up, and small."""

from pathlib import Path
from typing import Any

import yaml

from convoguide.core.guide import SpokenStep
from convoguide.services import content, packs

EXAMPLE = Path(__file__).resolve().parents[1] / "docs" / "example-pack"
SVAS = "svas-kronoberg"

STEP = {
    "id": "pets",
    "kind": "spoken",
    "title": "Djuren",
    "topic": "djuren",
    "purpose": "Höra vem som tar djuren.",
    "theme": "plan_b",
    "phrases": ["Har du djur?", "Vem tar hunden?"],
}
BOARD = {
    "id": "board",
    "language": "sv",
    "title": "Tavlan",
    "summary": "Till väggen.",
    "reader": "home",
    "formats": ["txt", "html"],
    "holds": {"limits": False, "left_open": "nothing", "prognosis": "never"},
    "sections": [{"id": "matters", "heading": "Viktigt", "themes": ["what_matters"]}],
}


def pack_data(pack_id: str = "kalmar", **parts: Any) -> dict[str, Any]:
    """A pack as data."""
    start = {"id": pack_id, "version": "1.0", "title": "Prov", "organisation": "Provregionen"}
    return {**start, "language": "sv", **parts}


def step_words(step: str, **words: Any) -> dict[str, Any]:
    """The part of a pack that words one step of the Swedish guide."""
    return {SVAS: {"steps": {step: words}}}


def extra(after: str = "hopes", **changes: Any) -> dict[str, Any]:
    """The part of a pack that adds one step to the Swedish guide."""
    return {SVAS: {"extra_steps": [{"after": after, "step": {**STEP, **changes}}]}}


def written(folder: Path, data: Any = None, files: dict[str, Any] | None = None) -> Path:
    """A pack's folder; `files` by their names inside, text as it is and data as YAML."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, held in {"pack.yaml": data or pack_data(), **(files or {})}.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        if isinstance(held, bytes):
            path.write_bytes(held)
        else:
            text = held if isinstance(held, str) else as_yaml(held)
            path.write_text(text, encoding="utf-8")
    return folder


def as_yaml(data: Any) -> str:
    """The data as YAML, keys in the order given."""
    return yaml.dump(data, Dumper=_Plain, allow_unicode=True, sort_keys=False)


class _Plain(yaml.SafeDumper):
    """Writes equal values out in full, as people do."""

    def ignore_aliases(self, _data: Any) -> bool:
        return True


def added(folder: Path, data: dict[str, Any], files: dict[str, Any] | None = None) -> None:
    """The pack among one's own, written below the folder first."""
    packs.add(written(folder / f"given-{data['id']}", data, files))


def phrases(step_id: str, guide_id: str = SVAS) -> tuple[str, ...]:
    """The ways to say a step, with the packs that are there."""
    step = content.guide(guide_id).step(step_id)
    assert isinstance(step, SpokenStep)
    return step.phrases
