"""Compile the catalogs: .po to .mo, beside it or elsewhere. `scripts/compile_catalogs` runs this.

The build of the package uses it too, so it needs nothing but Babel.
"""

from __future__ import annotations

import datetime
import os
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

# The files carry no date of their own; Babel would put in today's, and no build be like another.
_NO_DATE = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)


def compile_catalog(source: Path, target: Path) -> None:
    """Write the .mo of one .po, whole or not at all. Fuzzy translations are left out."""
    with source.open("rb") as file:
        catalog = read_po(file, locale=source.parts[-3], domain=source.stem)
    catalog.creation_date = catalog.revision_date = _NO_DATE
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(f"{target.name}.{os.getpid()}")
    with temporary.open("wb") as file:
        write_mo(file, catalog, use_fuzzy=False)
    temporary.replace(target)


def compile_stale(locales: Path) -> list[Path]:
    """Compile each catalog that is newer than its .mo or has none; what was compiled."""
    compiled = []
    for source in sorted(locales.glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime_ns < source.stat().st_mtime_ns:
            compile_catalog(source, target)
            compiled.append(source)
    return compiled


if __name__ == "__main__":
    compile_stale(Path(__file__).resolve().parents[2] / "locales")
