"""Write the templates and bring all catalogs up to date. `scripts/extract` runs this."""

from __future__ import annotations

import sys
from pathlib import Path

from i18n.catalogs import (
    LANGUAGES,
    SOURCE_LANGUAGE,
    bring_up_to_date,
    is_translated,
    messages,
    po_path,
    read_catalog,
    templates,
    write_catalog,
)
from i18n.yaml_extractor import UnknownKeyError


def main(root: Path) -> int:
    """Do it all and print what each catalog now holds."""
    try:
        for domain, template in templates(root):
            _report(
                root / "locales" / f"{domain}.pot",
                write_catalog(root / "locales" / f"{domain}.pot", template, lines=True),
                f"{len(template)} texts",
            )
        for language in LANGUAGES:
            for domain, template in templates(root, language):
                path = po_path(root, domain, language)
                catalog = read_catalog(path, language, domain)
                fill = domain == "convoguide" and language == SOURCE_LANGUAGE
                bring_up_to_date(catalog, template, fill=fill)
                changed = write_catalog(path, catalog, lines=False)
                done = sum(map(is_translated, messages(catalog)))
                _report(path, changed, f"{done} of {len(catalog)} translated")
    except UnknownKeyError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _report(path: Path, changed: bool, state: str) -> None:
    print(f"{'written  ' if changed else 'as it was'} {path.name:16} {path.parts[-3]:8} {state}")


if __name__ == "__main__":
    raise SystemExit(main(Path(__file__).resolve().parents[2]))
