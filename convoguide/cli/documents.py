"""`documents list`: which documents there are, and the formats of each."""

import argparse

from convoguide import i18n
from convoguide.cli.output import print_json
from convoguide.services import content


def run(options: argparse.Namespace) -> int:
    """List the documents as lines or JSON."""
    language = i18n.Language(i18n.current())
    found = []
    for each in map(content.outline, content.document_ids()):
        title = language.content(f"{each.id}/title", each.title, each.language)
        found.append({"id": each.id, "title": title, "formats": list(each.formats)})
    if options.json:
        print_json({"documents": found})
        return 0
    for row in found:
        print(f"{row['id']}\t{row['title']}\t{' '.join(row['formats'])}")
    return 0
