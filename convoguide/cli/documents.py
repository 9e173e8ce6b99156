"""`documents list`: which documents there are, what each is for, and its formats."""

import argparse
import sys
from typing import Any

from convoguide import i18n
from convoguide.cli.output import print_json, print_row
from convoguide.services import content


def run(options: argparse.Namespace) -> int:
    """List the documents as lines or JSON; at a terminal with what each is for."""
    language = i18n.Language(i18n.current())
    found: list[dict[str, Any]] = []
    for each in map(content.outline, content.document_ids()):
        title = language.content(f"{each.id}/title", each.title, each.language)
        summary = language.content(f"{each.id}/summary", each.summary, each.language)
        found.append(
            {"id": each.id, "title": title, "summary": summary, "formats": list(each.formats)}
        )
    if options.json:
        print_json({"documents": found})
        return 0
    for row in found:
        about = row["summary"] if sys.stdout.isatty() else ""
        print_row((row["id"], row["title"], " ".join(row["formats"]), about))
    return 0
