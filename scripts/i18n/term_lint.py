"""Hold the catalogs against the terms: two words for one thing, false friends, bokmål in nynorsk.

`scripts/check_catalogs` runs this after the check of completeness.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from i18n.catalogs import (
    LANGUAGES,
    SOURCE_LANGUAGE,
    content_files,
    forms_of,
    messages,
    po_path,
    read_catalog,
)
from i18n.terms import Term, Terms, Unequal, Words


@dataclass(frozen=True)
class Pair:
    """A text and its translation, each in its language."""

    place: str
    source: str
    source_language: str
    text: str
    language: str
    prose: bool = False
    """A made-up person's story or speech, which may say a term in any words but the wrong ones."""


def term_faults(root: Path, terms: Terms) -> Iterator[tuple[str, str]]:
    """Each fault with the catalog it is in, named from the root."""
    spoken = source_languages(root)
    for language in LANGUAGES:
        for domain in ("convoguide", "content"):
            path = po_path(root, domain, language)
            name = path.relative_to(root).as_posix()
            pairs = catalog_pairs(path, language, domain, spoken)
            yield from ((name, fault) for pair in pairs for fault in faults_of(pair, terms))
    for file in content_files(root):
        for text in file.texts:
            # A source text has no translation beside it; that it keeps the terms can be seen alone.
            alone = Pair(text.context, text.text, file.language, text.text, file.language)
            yield from ((text.file, fault) for fault in alone_faults(alone, terms))


def source_languages(root: Path) -> Mapping[tuple[str, str], tuple[str, bool]]:
    """In which language a content's text was written, and whether it is a case's; by its place."""
    return {
        (text.context, text.text): (file.language, "/cases/" in text.file)
        for file in content_files(root)
        for text in file.texts
    }


def catalog_pairs(
    path: Path,
    language: str,
    domain: str,
    spoken: Mapping[tuple[str, str], tuple[str, bool]],
) -> Iterator[Pair]:
    """What a catalog translates; untranslated texts are left to the check of completeness."""
    for message in messages(read_catalog(path, language, domain)):
        sources = forms_of(message.id)
        written, prose = SOURCE_LANGUAGE, False
        if domain == "content":
            known = spoken.get((message.context or "", sources[0]))
            if known is None:
                continue
            written, prose = known
        place = message.context or f"«{sources[0]}»"
        for number, text in enumerate(forms_of(message.string)):
            if text:
                source = sources[min(number, len(sources) - 1)]
                yield Pair(place, source, written, text, language, prose)


def faults_of(pair: Pair, terms: Terms) -> Iterator[str]:
    """What is wrong with a translation's terms, each with what was expected."""
    yield from alone_faults(pair, terms)
    if pair.source_language == pair.language:
        return
    for term in terms.all if not pair.prose else ():
        yield from _two_ways(pair, term)
    for unequal in terms.unequal:
        yield from _equated(pair, unequal)


def alone_faults(pair: Pair, terms: Terms) -> Iterator[str]:
    """What can be seen from the text alone: words never used for a term, and bokmål in nynorsk."""
    for term in terms.all:
        words = term.words[pair.language]
        if pair.place in term.excepted:
            continue
        if words.never and (found := words.never.search(_without(pair.text, words))):
            yield f"{pair.place}: «{found[0]}» is not used for «{words.say}», in «{pair.text}»"
    if pair.language == "nn":
        yield from (f"{pair.place}: {fault}" for fault in bokmal_in(pair.text, terms))


def bokmal_in(text: str, terms: Terms) -> Iterator[str]:
    """The bokmål forms in a nynorsk text, each with what it is in nynorsk."""
    unquoted = _foreign(text)
    for form, nynorsk in terms.bokmal:
        for found in form.finditer(unquoted):
            if found[0].lower() not in terms.nynorsk_allowed:
                yield f"«{found[0]}» is bokmål; nynorsk: {nynorsk} (in «{text}»)"


def _foreign(text: str) -> str:
    """The text without names in braces, options, addresses and keys."""
    return re.sub(r"\{[^}]*\}|--?\w[\w-]*|\w+://\S+|\b\w+\.\w+\b", " ", text)


def _two_ways(pair: Pair, term: Term) -> Iterator[str]:
    said, wanted = term.words[pair.source_language], term.words[pair.language]
    if said.meant is None or pair.language in term.free or pair.place in term.excepted:
        return
    if said.meant.search(_without(pair.source, said)) and not wanted.here.search(pair.text):
        yield f"{pair.place}: «{said.say}» is «{wanted.say}», not as in «{pair.text}»"


def _equated(pair: Pair, unequal: Unequal) -> Iterator[str]:
    if pair.place in unequal.excepted:
        return
    source, text = _plain(pair.source), _plain(pair.text)
    for here, other in ((0, 1), (1, 0)):
        ours, theirs = unequal.sides[here], unequal.sides[other]
        said, kept = ours[pair.source_language], ours[pair.language]
        only = said.search(source) and not theirs[pair.source_language].search(source)
        # The term itself, kept and explained, may stand beside what it resembles.
        if only and theirs[pair.language].search(text) and not kept.search(text):
            yield (
                f"{pair.place}: «{unequal.say[here]}» is not «{unequal.say[other]}»,"
                f" in «{pair.text}»: {unequal.why}"
            )


def _without(text: str, words: Words) -> str:
    plain = _plain(text)
    return words.unless.sub(" ", plain) if words.unless else plain


def _plain(text: str) -> str:
    """The text without the names in braces, which are filled in."""
    return re.sub(r"\{[^}]*\}", "{}", text)
