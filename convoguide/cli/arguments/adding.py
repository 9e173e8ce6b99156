"""How a command is added, alike for all: what it does, an example, and where it is done."""

import argparse
from typing import Any

from convoguide.i18n import gettext as _


def add(commands: Any, name: str, run: str, about: str, example: str) -> argparse.ArgumentParser:
    """A command; `run` is `module:function` in the folder of the commands."""
    parser: argparse.ArgumentParser = commands.add_parser(
        name,
        help=about,
        description=about[:1].upper() + about[1:] + ".",
        epilog=_("Example: {example}").format(example=example),
        allow_abbrev=False,
    )
    parser.set_defaults(run=f"convoguide.cli.{run}")
    return parser


def group(commands: Any, name: str, about: str, example: str) -> Any:
    """A command that has commands of its own."""
    parser = add(commands, name, f"{name}:run", about, example)
    return parser.add_subparsers(dest="action", required=True, metavar=_("ACTION"))
