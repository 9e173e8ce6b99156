"""Build hook: the catalogs go into the wheel compiled, as convoguide/locales/*/LC_MESSAGES/*.mo.

So does the content, prepared, where an environment that can read YAML has prepared it.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledCatalogs(BuildHookInterface):  # type: ignore[type-arg]  # generic only when checked
    """Compile every .po of the source tree and add what comes out to the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before the files are gathered."""
        if version == "editable":  # a checkout reads its own locales/
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "scripts"))
        try:
            from i18n.compile import compile_catalog
        finally:
            sys.path.pop(0)
        for source in sorted((root / "locales").glob("*/LC_MESSAGES/*.po")):
            name = source.relative_to(root).with_suffix(".mo").as_posix()
            target = root / "build" / name
            compile_catalog(source, target)
            build_data["force_include"][str(target)] = f"convoguide/{name}"
        for prepared in sorted((root / "convoguide/content").glob("*/prepared/*.json")):
            name = prepared.relative_to(root).as_posix()
            build_data["force_include"][str(prepared)] = name
