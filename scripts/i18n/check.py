"""Say what is missing or wrong in the catalogs. `scripts/check_catalogs` runs this.

The interface and the content that comes with the program have to be translated whole, into every
language, and what is translated has to keep to the terms (docs/terms.md).
"""

from __future__ import annotations

import re
import string
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from babel.messages.catalog import Catalog, Message

from i18n.catalogs import (
    LANGUAGES,
    forms_of,
    is_translated,
    messages,
    po_path,
    read_catalog,
    templates,
)
from i18n.term_lint import term_faults
from i18n.terms import read_terms

REQUIRED_CONTENT = tuple(f"convoguide/content/{part}/" for part in ("guides", "documents", "cases"))
"""Content from these folders has to be translated; the rest may be."""

_SHOWN = 20
_FIELD = re.compile(r"\w*")


def main(root: Path) -> int:
    """Print the first faults of each catalog, a line each, and a line of totals."""
    total = 0
    for language in LANGUAGES:
        for domain, template in templates(root, language):
            path = po_path(root, domain, language)
            faults = list(faults_of(read_catalog(path, language, domain), template))
            total += _print(path.relative_to(root).as_posix(), faults)
    print(f"catalogs: {total} faults" if total else "catalogs: complete")
    by_file: dict[str, list[str]] = {}
    for name, fault in term_faults(root, read_terms()):
        by_file.setdefault(name, []).append(fault)
    terms = sum(_print(name, faults) for name, faults in by_file.items())
    print(f"terms: {terms} faults; docs/terms.md has the terms" if terms else "terms: kept")
    return 1 if total or terms else 0


def _print(name: str, faults: Sequence[str]) -> int:
    for fault in faults[:_SHOWN]:
        print(f"{name}: {fault}", file=sys.stderr)
    if len(faults) > _SHOWN:
        print(f"{name}: and {len(faults) - _SHOWN} more", file=sys.stderr)
    return len(faults)


def faults_of(catalog: Catalog, template: Catalog) -> Iterator[str]:
    """What is missing or wrong in a catalog, measured by what was just extracted."""
    for wanted in messages(template):
        found = catalog.get(wanted.id, wanted.context)
        if found is None:
            yield f"{_name(wanted)}: is not there (run scripts/extract)"
        elif found.fuzzy:
            yield f"{_name(wanted)}: is marked fuzzy"
        elif is_translated(found):
            yield from (f"{_name(wanted)}: {fault}" for fault in _faults_of_form(found))
        elif _is_required(wanted):
            yield f"{_name(wanted)}: is not translated"
    for message in messages(catalog):
        if template.get(message.id, message.context) is None:
            yield f"{_name(message)}: is no longer in the program (run scripts/extract)"


def placeholders(text: str) -> frozenset[str]:
    """The names in braces that `str.format` fills in; none where it would not take the text."""
    try:
        fields = [field for _, field, _, _ in string.Formatter().parse(text)]
    except ValueError:
        return frozenset()
    return frozenset(field for field in fields if field is not None and _FIELD.fullmatch(field))


def _faults_of_form(message: Message) -> Iterator[str]:
    sources = forms_of(message.id)
    needed = placeholders(sources[-1])
    for number, form in enumerate(forms_of(message.string)):
        source = sources[min(number, len(sources) - 1)]
        given = placeholders(form)
        # «one note» may leave out the number that «{n} notes» needs.
        for field in sorted(placeholders(source) - given):
            yield f"«{{{field}}}» is missing in «{form}»"
        for field in sorted(given - needed):
            yield f"«{{{field}}}» is not in the source"
        if form.count("\n") != source.count("\n"):
            yield f"has another number of lines: «{form}»"


def _is_required(message: Message) -> bool:
    files = [str(file) for file, _ in message.locations]
    content = "convoguide/content/"
    return any(not file.startswith(content) or file.startswith(REQUIRED_CONTENT) for file in files)


def _name(message: Message) -> str:
    return f"«{forms_of(message.id)[0]}»" + (f" ({message.context})" if message.context else "")


if __name__ == "__main__":
    raise SystemExit(main(Path(__file__).resolve().parents[2]))
