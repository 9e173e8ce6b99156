"""What can be typed after `convoguide`: commands, flags, help with an example each."""

import argparse
import sys
from typing import Any, NoReturn

from convoguide import __version__
from convoguide.cli.arguments import kept, papers, talking
from convoguide.cli.arguments.adding import add
from convoguide.i18n import LOCALES, N_
from convoguide.i18n import gettext as _

# The texts argparse itself prints, so that they are in the catalogs too.
ARGPARSE_WORDS = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("show this help message and exit"),
    N_("show program's version number and exit"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("invalid choice: %(value)r, maybe you meant %(suggestion)r? (choose from %(choices)s)"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
    N_("expected one argument"),
    N_("expected at least one argument"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("not allowed with argument %s"),
    N_("ignored explicit argument %r"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
)


class Parser(argparse.ArgumentParser):
    """Errors are one line that says what is wrong and where to look, with exit status 2."""

    def error(self, message: str) -> NoReturn:
        hint = _("see {command} --help").format(command=self.prog)
        print(f"convoguide: {message} ({hint})", file=sys.stderr)
        raise SystemExit(2)


def build_parser() -> Parser:
    """The parser, worded in the interface's language of now."""
    parser = Parser(
        prog="convoguide",
        description=_("Holding and documenting conversations about serious illness."),
        epilog=_("Without a command the terminal app opens."),
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"convoguide {__version__}")
    parser.add_argument(
        "--locale", choices=LOCALES, help=_("language of the interface, before the command")
    )
    parser.add_argument(
        "--print-completion",
        choices=("bash", "zsh", "tcsh"),
        action=_PrintCompletion,
        help=_('print shell completion, e.g. eval "$(convoguide --print-completion bash)"'),
    )
    commands = parser.add_subparsers(dest="command", metavar=_("COMMAND"))
    talking.start(commands)
    talking.practice(commands)
    papers.guides(commands)
    papers.documents(commands)
    papers.render(commands)
    kept.conversations(commands)
    papers.check(commands)
    papers.compare(commands)
    kept.stats(commands)
    kept.understand(commands)
    papers.packs(commands)
    papers.schema(commands)
    talking.settings(commands)
    add(commands, "doctor", "doctor:run", _("say what works here"), "convoguide doctor")
    return parser


class _PrintCompletion(argparse.Action):
    def __call__(self, parser: Any, _namespace: Any, values: Any, _option: Any = None) -> None:
        import shtab

        print(shtab.complete(parser, shell=values))
        raise SystemExit(0)
