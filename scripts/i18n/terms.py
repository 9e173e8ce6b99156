"""The terms in four languages: read from terms.yaml, and as the page docs/terms.md.

One file holds them, so that the page people read and what the check holds the catalogs against
cannot come to differ. `scripts/terms` writes the page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from i18n.catalogs import LANGUAGES
from i18n.terms_page import page

FILE = Path(__file__).with_name("terms.yaml")
PAGE = Path("docs") / "terms.md"

Pattern = re.Pattern[str]


@dataclass(frozen=True)
class Words:
    """A term in one language: what stands in the table, and how it is known in a text."""

    say: str
    here: Pattern
    """The translation holds the term."""
    meant: Pattern | None
    """A text of this language speaks of the term; None where the language never asks for it."""
    never: Pattern | None
    unless: Pattern | None


@dataclass(frozen=True)
class Term:
    """A concept with its words in each language."""

    id: str
    own: tuple[str, ...]
    words: Mapping[str, Words]
    free: tuple[str, ...]
    excepted: tuple[str, ...]
    note: str


@dataclass(frozen=True)
class Unequal:
    """Two concepts, by language, of which neither may stand for the other."""

    sides: tuple[Mapping[str, Pattern], Mapping[str, Pattern]]
    say: tuple[str, str]
    excepted: tuple[str, ...]
    why: str


@dataclass(frozen=True)
class Terms:
    """All of terms.yaml."""

    groups: tuple[tuple[str, tuple[Term, ...]], ...]
    unequal: tuple[Unequal, ...]
    bokmal: tuple[tuple[Pattern, str], ...]
    """Forms that are no nynorsk, each with what is."""
    nynorsk_allowed: frozenset[str]

    @property
    def all(self) -> tuple[Term, ...]:
        """The terms of every group."""
        return tuple(term for _, terms in self.groups for term in terms)


def read_terms(path: Path = FILE) -> Terms:
    """The terms in a file. A slip in it is a KeyError or re.error: only its writer sees it."""
    raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    return Terms(
        groups=tuple((group["title"], _terms(group)) for group in raw["groups"]),
        unequal=tuple(map(_unequal, raw.get("unequal", ()))),
        bokmal=tuple((_form(form), nynorsk) for form, nynorsk in raw.get("nynorsk", {}).items()),
        nynorsk_allowed=frozenset(raw.get("nynorsk_allowed", ())),
    )


def main(root: Path) -> int:
    """Write docs/terms.md anew."""
    path = root / PAGE
    path.write_text(page(read_terms()), encoding="utf-8", newline="\n")
    print(f"written: {PAGE.as_posix()}")
    return 0


def _terms(group: Mapping[str, Any]) -> tuple[Term, ...]:
    asked_in = group.get("asked_in", LANGUAGES)
    return tuple(_term(raw, asked_in) for raw in group["terms"])


def _term(raw: Mapping[str, Any], asked_in: Sequence[str]) -> Term:
    return Term(
        id=raw["id"],
        own=tuple(raw.get("own", ())),
        words={language: _words(raw, language, asked_in) for language in LANGUAGES},
        free=tuple(raw.get("free", ())),
        excepted=tuple(raw.get("except", ())),
        note=raw.get("note", ""),
    )


def _words(raw: Mapping[str, Any], language: str, asked_in: Sequence[str]) -> Words:
    here = raw[language]
    if unknown := here.keys() - {"say", "is", "never", "unless"}:
        raise KeyError(f"{raw['id']}.{language}: {', '.join(unknown)}: quotation marks missing?")
    patterns = here.get("is") or [re.escape(here["say"])]
    meant = raw.get("match", {}).get(language, patterns) if language in asked_in else []
    return Words(
        say=here["say"],
        here=_any(patterns),
        meant=_any(meant) if meant else None,
        never=_any(here["never"]) if "never" in here else None,
        unless=_any(here["unless"], start="") if "unless" in here else None,
    )


def _unequal(raw: Mapping[str, Any]) -> Unequal:
    this, that = (
        {language: _any([pattern]) for language, pattern in raw[side].items()}
        for side in ("this", "that")
    )
    one, other = raw["say"]
    return Unequal((this, that), (one, other), tuple(raw.get("except", ())), raw["why"])


def _any(patterns: Sequence[str], start: str = r"(?<!\w)") -> Pattern:
    return re.compile(start + "(?:" + "|".join(patterns) + ")", re.IGNORECASE)


def _form(form: str) -> Pattern:
    return re.compile(
        r"(?<![\w{])" + re.escape(form).replace(r"\*", r"\w*") + r"(?![\w}])", re.IGNORECASE
    )


if __name__ == "__main__":
    raise SystemExit(main(Path(__file__).resolve().parents[2]))
