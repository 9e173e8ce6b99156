"""`packs`: add one, list them, take one away."""

import argparse
import sys
from pathlib import Path

from convoguide.cli.output import print_json, print_row
from convoguide.errors import InputError
from convoguide.i18n import gettext as _
from convoguide.services import packs


def run(options: argparse.Namespace) -> int:
    """Run one of the actions."""
    actions = {"add": _add, "list": _list, "remove": _remove}
    return actions[options.action](options)


def _add(options: argparse.Namespace) -> int:
    try:
        pack, replaced = packs.add(Path(options.path))
    except InputError as error:
        faults = getattr(error, "faults", ())
        if not faults:
            raise
        # All of them at once: whoever writes a pack mends them in one go.
        for fault in faults:
            print(fault, file=sys.stderr)
        return error.exit_code
    if replaced is None:
        print(_("Added: {id} {version}").format(id=pack.id, version=pack.version))
    else:
        print(
            _("Added: {id} {version}, in place of {replaced}").format(
                id=pack.id, version=pack.version, replaced=replaced
            )
        )
    return 0


def _list(options: argparse.Namespace) -> int:
    found = packs.listed()
    if options.json:
        print_json({"packs": found})
        return 0
    layers = {"organisation": _("organisation"), "own": _("own")}
    for row in found:
        if row["faults"]:
            print_row(("-", "-", layers[row["layer"]], row["path"]))
            for fault in row["faults"]:
                print(_("cannot be used: {fault}").format(fault=fault), file=sys.stderr)
        else:
            print_row((row["id"], row["version"], layers[row["layer"]], row["title"]))
    if not found:
        print(_("No packs."))
        adds = "convoguide packs add FOLDER"
        print(_("To add one: {command}").format(command=adds), file=sys.stderr)
    return 0


def _remove(options: argparse.Namespace) -> int:
    print(_("Removed: {path}").format(path=packs.remove(options.id)))
    return 0
