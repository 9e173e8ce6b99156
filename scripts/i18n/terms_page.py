"""The page of terms, docs/terms.md, out of what terms.yaml holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from i18n.catalogs import LANGUAGES

if TYPE_CHECKING:
    from i18n.terms import Term, Terms

_HEAD = """\
# Terms

<!-- Made by scripts/terms from scripts/i18n/terms.yaml. Change that file, then run it. -->

One word for one thing, in four languages. This page is for those who translate ConvoGuide or write
a pack for it, and for clinicians who want to know why a word stands where it does.

A term in **bold** comes from the sources of the guides in that language: the Swedish guide and its
regional instructions, or the Norwegian guides and plans. The others are our rendering of it. Where
two are bold, both countries have the term of their own, with the same meaning for this use. Where
a country has nothing of the kind, the term is kept and explained; it is never given to something
that only resembles it.

`scripts/check_catalogs` holds every translation against this page: a term worded in two ways, a
word that must not stand for a term, a pair that must not be equated, and bokmål in a nynorsk text
are faults.
"""

_COLUMNS = {"sv": "Swedish", "nb": "Bokmål", "nn": "Nynorsk", "en": "English"}


def page(terms: Terms) -> str:
    """The whole page, with a line break at the end."""
    lines = [_HEAD]
    for title, group in terms.groups:
        lines += [f"## {title}\n", *_table(group), ""]
    lines += ["## Never equated\n", *_unequal(terms), ""]
    lines += [
        "## Nynorsk is nynorsk\n",
        "Not bokmål with other endings: *ikkje, korleis, kva, kven, eg, frå, nokon, heime,*",
        "*sjukeheim, pårørande*; infinitives in -e (*å snakke*), passives with *bli* or in -ast,",
        "possessives with *sin* or *til* (*ønska til pasienten*). The check knows",
        f"{len(terms.bokmal)} forms and endings of bokmål that have no place in a nynorsk text.",
    ]
    return "\n".join(lines) + "\n"


def _table(group: tuple[Term, ...]) -> Iterator[str]:
    yield "| " + " | ".join([*_COLUMNS.values(), ""]) + " |"
    yield "| --- | --- | --- | --- | --- |"
    for term in group:
        cells = [_cell(term, language) for language in LANGUAGES]
        yield "| " + " | ".join([*cells, _piped(term.note)]) + " |"


def _cell(term: Term, language: str) -> str:
    words = _piped(term.words[language].say)
    # Norwegian sources are in bokmål; the nynorsk of it is Norwegian as well.
    own = language in term.own or (language == "nn" and "nb" in term.own)
    return f"**{words}**" if own else words


def _unequal(terms: Terms) -> Iterator[str]:
    yield "| This | is not that | Why |"
    yield "| --- | --- | --- |"
    for pair in terms.unequal:
        yield "| " + " | ".join(_piped(cell) for cell in (*pair.say, pair.why)) + " |"


def _piped(text: str) -> str:
    return text.replace("|", "\\|")
