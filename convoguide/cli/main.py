"""From arguments to an exit status: 0 done, 1 could not be done, 2 the input is wrong."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Protocol

from convoguide import config, i18n, symbols
from convoguide.cli.parser import build_parser
from convoguide.errors import ConvoGuideError, InputError
from convoguide.i18n import gettext as _

if TYPE_CHECKING:
    from convoguide.core.conversation import Conversation


class OpenApp(Protocol):
    """Opens the terminal app; gives its exit status."""

    def __call__(
        self,
        *,
        start: str | None,
        no_save: bool,
        after: "Conversation | str | None" = None,
        second: str | None = None,
    ) -> int: ...


def main(arguments: Sequence[str], open_app: OpenApp) -> int:
    """Run one command line."""
    encoding = sys.stdout.encoding
    _plain_utf8()
    try:
        _refuse_kept_names()
        i18n.use(_interface_locale(arguments))
        if sys.stdout.isatty():  # what goes into a pipe or a file stays as it is
            chosen = config.read_settings(config.home()).ascii_symbols
            symbols.use(chosen or symbols.needed(encoding))
        # argparse words its own errors; it looks its texts up by these names.
        argparse._ = i18n.gettext  # type: ignore[attr-defined]
        argparse.ngettext = i18n.ngettext  # type: ignore[attr-defined]
        options = build_parser().parse_args(list(arguments))
        if options.command is None:
            return open_app(start=None, no_save=False)
        module, name = options.run.split(":")
        run: Callable[[argparse.Namespace], int] = getattr(import_module(module), name)
        options.open_app = open_app
        status = run(options)
        _tell_of_packs(options.command)
        return status
    except ConvoGuideError as error:
        print(f"convoguide: {error}", file=sys.stderr)
        return error.exit_code
    except BrokenPipeError:
        # The reader of a pipe went away; leave without a word, as other tools do.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 130


def _tell_of_packs(command: str) -> None:
    """Say which packs could not be used, where packs were read at all: nobody misses silently."""
    read = sys.modules.get("convoguide.services.local")
    if read is None or command == "packs":  # which tells of them itself
        return
    for _layer, _path, faults in read.in_use().faults:
        print(_("A pack cannot be used: {fault}").format(fault=faults[0]), file=sys.stderr)


def _interface_locale(arguments: Sequence[str]) -> str:
    """The language before the command, else from settings, else from the environment."""
    for place, argument in enumerate(arguments):
        if argument == "--locale":
            return _checked(arguments[place + 1] if place + 1 < len(arguments) else "")
        if argument.startswith("--locale="):
            return _checked(argument.partition("=")[2])
        if not argument.startswith("-"):
            break
    environment = i18n.from_environment()
    i18n.use(environment)
    return config.read_settings(config.home()).locale or environment


def _checked(locale: str) -> str:
    if locale not in i18n.LOCALES:
        i18n.use(i18n.from_environment())
        allowed = ", ".join(i18n.LOCALES)
        raise InputError(_("--locale must be one of: {allowed}").format(allowed=allowed))
    return locale


def _refuse_kept_names() -> None:
    if os.environ.get("CONVOGUIDE_STORE"):
        i18n.use(i18n.from_environment())
        raise InputError(
            _("CONVOGUIDE_STORE is set, but a shared store is not part of this version; unset it.")
        )


def _plain_utf8() -> None:
    """UTF-8 whatever the locale says, and line ends as they are written.

    A terminal alone is spoken to in its own encoding: it could not show another.
    """
    for stream in (sys.stdout, sys.stderr):
        if not hasattr(stream, "reconfigure"):
            continue
        if stream.isatty() and os.name != "nt":
            stream.reconfigure(errors="replace", newline="")
        else:
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="")
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
