"""`guides`: list them, print one or its prompt card, check files."""

import argparse
import sys
from pathlib import Path

from convoguide import i18n
from convoguide.cli.output import print_json, print_row, write_output
from convoguide.errors import InputError
from convoguide.i18n import gettext as _
from convoguide.services import content


def run(options: argparse.Namespace) -> int:
    """Run one of the actions."""
    actions = {"list": _list, "show": _show, "check": _check}
    return actions[options.action](options)


def _list(options: argparse.Namespace) -> int:
    language = i18n.Language(i18n.current())
    found = []
    for guide in content.all_guides(i18n.current()):
        title = language.content(f"{guide.id}/title", guide.title, guide.language)
        summary = language.content(f"{guide.id}/summary", guide.summary, guide.language)
        found.append(
            {
                "id": guide.id,
                "title": title,
                "summary": summary,
                "language": guide.language,
                "country": guide.country,
            }
        )
    if options.json:
        print_json({"guides": found})
        return 0
    for row in found:
        print_row((row["id"], row["country"], row["title"]))
    return 0


def _show(options: argparse.Namespace) -> int:
    from convoguide.services import card

    locale, second = options.content_locale, options.second
    if options.format != "txt" and not options.card:
        raise InputError(_("--format goes with --card"))
    if second is not None and not options.card:
        raise InputError(_("--and goes with --card"))
    if options.paper is not None and options.format != "pdf":
        raise InputError(_("--paper goes with --format pdf"))
    if options.format == "pdf":
        made = card.page(options.guide, locale, second=second, paper=options.paper or "a4")
        write_output(options.output, made, is_text=False)
        return 0
    text = card.shown(
        options.guide, locale, card=options.card, format_id=options.format, second=second
    )
    write_output(options.output, text)
    return 0


def _check(options: argparse.Namespace) -> int:
    from convoguide.services.check import check_content

    paths = [Path(path) for path in options.paths]
    for path in paths:
        if not path.exists():
            raise InputError(_("{path}: no such file or folder").format(path=path))
    faults = check_content(paths)
    for fault in faults:
        print(fault, file=sys.stderr)
    if faults:
        return 2
    print(_("No faults."))
    return 0
