"""Dot commands, and taking line after line: what a conversation and a rehearsal by lines share."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from convoguide.cli.plain.words import fold
from convoguide.errors import InputError
from convoguide.i18n import gettext as _

END = "q"
"""The letter that ends the talk; the loop stops at it by itself."""

_COMMAND = re.compile(r"\.([^\W\d_]|[#&])(?=\s|\d|$)\s*(.*)", re.DOTALL)

T = TypeVar("T")


@dataclass(frozen=True)
class Command(Generic[T]):
    """A dot command: its letter, how it is typed, what it does in words, and the doing of it."""

    letter: str
    typed: str
    help: str
    run: Callable[[T, str], None]
    """Given the talk and what was typed after the letter."""
    takes: bool = False
    """Whether anything may be typed after the letter."""


def having(lines: Iterable[str], letters: str) -> list[str]:
    """Those of the lines that have these letters, as in a palette; else a line that none has."""
    wanted = fold(letters)
    found = [line for line in lines if wanted in fold(line)]
    return found or [_("No command has these letters; .h lists them all.")]


def at_terminal() -> list[str]:
    """What can be typed at a terminal besides the commands."""
    return [
        ".+: " + _("at a terminal, the rest of a long answer"),
        ".!: " + _("at a terminal, hide everything at once"),
    ]


class Counting(Protocol):
    """Who says lines and knows which line of the input is in hand."""

    line: int

    def say(self, text: str) -> None: ...


def obey(talk: T, line: str, by_letter: Mapping[str, Command[T]], unknown: str) -> bool:
    """Do the command that a line is; False where it ends the talk.

    `InputError` says `unknown` where it is none, and where words follow a command that takes none:
    they may have been meant for the record, and doing the command would lose them.
    """
    found = _COMMAND.fullmatch(line)
    command = by_letter.get(found[1].casefold()) if found else None
    if found is None or command is None:
        raise InputError(unknown)
    rest = found[2].strip()
    if rest and not command.takes:
        raise InputError(
            _("Nothing follows {command}, so this line was not taken.").format(
                command=f".{command.letter}"
            )
        )
    if command.letter == END:
        return False
    command.run(talk, rest)
    return True


def take_lines(talk: Counting, lines: Iterator[str], take: Callable[[str], bool]) -> bool:
    """Take line after line until `take` says no; False where they end as they are not UTF-8."""
    while True:
        try:
            line = next(lines)
            talk.line += 1
            if not take(line):
                return True
        except (StopIteration, KeyboardInterrupt):
            return True
        except UnicodeDecodeError:
            talk.say(
                _("The input is not UTF-8 after line {n}; nothing more was read.").format(
                    n=talk.line
                )
            )
            return False
        except OSError:
            # The terminal is gone: what there is, is kept, as at the end of input.
            return True
