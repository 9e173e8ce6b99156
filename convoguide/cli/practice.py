"""`practice`: the people to rehearse with; a rehearsal on the screen, by lines, from a script."""

import argparse
import re
import secrets
import sys
from typing import TYPE_CHECKING

from convoguide import config, i18n
from convoguide.cli import practice_kept
from convoguide.cli.output import print_json, print_row, read_input
from convoguide.errors import InputError
from convoguide.i18n import gettext as _
from convoguide.services import cases

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import Any

    from convoguide.cli.plain.terminal import Terminal
    from convoguide.services.attempts import Attempts
    from convoguide.services.rehearse import Practice

_ID = re.compile(r"[0-9a-f-]{4,36}")
"""The beginning of a kept rehearsal's id."""
_FIRST = {"sv": ("sv",), "nb": ("nb", "nn"), "nn": ("nn", "nb")}
"""Whom readers of a language are offered first."""


def run(options: argparse.Namespace) -> int:
    """List the cases, or run a script."""
    if options.list:
        if options.case or options.script:
            raise InputError(_("--list goes without a case and without --script"))
        return _list(options)
    if practice_kept.asked(options):
        return practice_kept.run(options)
    if options.script is not None:
        if options.case is None:
            raise _no_case()
        return _script(options)
    if options.json:
        raise InputError(_("Give the turns in a file: --script FILE"))
    if options.plain:
        return _plain(options)
    return _app(options)


def _no_case() -> InputError:
    return InputError(_("Name a case. Cases: {ids}").format(ids=", ".join(cases.case_ids())))


def _app(options: argparse.Namespace) -> int:
    if options.case is not None and not _kept(options.case):
        cases.case(options.case)  # what names nothing is refused before the app opens
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise InputError(_("The app needs a terminal; --plain works without one."))
    start = "practice" if options.case is None else f"practice:{options.case}"
    status: int = options.open_app(start=start, no_save=options.no_save)
    return status


def _kept(named: str) -> bool:
    """Whether a kept rehearsal may be meant rather than a case."""
    return named not in cases.case_ids() and _ID.fullmatch(named) is not None


def _plain(options: argparse.Namespace) -> int:
    from convoguide.cli.plain.terminal import begun

    if options.case is None and not sys.stdin.isatty():
        raise _no_case()  # there is no one to ask
    at = begun(config.read_settings(config.home()), talk=False)
    try:
        return _at(at, options)
    finally:
        at.end()


def _at(at: "Terminal", options: argparse.Namespace) -> int:
    from convoguide.cli.plain.practice import hold

    named = options.case if options.case is not None else _chosen(at.lines, at.say)
    if named is None:
        return 0
    attempts = practice_kept.kept(no_save=options.no_save)
    practice = _begun(attempts, named, options.seed, interactive=at.interactive)
    return hold(practice, attempts, lines=at.lines, out=at.say, interactive=at.interactive)


def _begun(attempts: "Attempts", named: str, seed: int | None, *, interactive: bool) -> "Practice":
    if _kept(named):
        return attempts.open(named)
    if seed is None:
        # From a pipe the same lines give the same rehearsal; to a person no two are alike.
        seed = secrets.randbelow(1_000_000) if interactive else 0
    return attempts.begin(named, seed)


def _chosen(lines: "Iterator[str]", say: "Callable[[str], None]") -> str | None:
    """Ask which case, by its number in the list; None where no one answers.

    Those who speak the language of the interface come first, the easy ones before the hard.
    """
    from convoguide.services import case_page

    ids: list[str] = [row["id"] for row in sorted(cases.listed(), key=_order)]
    for n, case in enumerate(map(cases.case, ids), start=1):
        say(f"{n}: {case_page.title(case)}: {case_page.facts(case).replace(' · ', ', ')}")
    say(_("With whom do you want to rehearse? Type a number; an empty line ends."))
    for line in lines:
        given = line.strip()
        if given in ("", ".q"):
            return None
        if given in ids:
            return given
        if given.isdecimal() and 1 <= int(given[:6]) <= len(ids):
            return ids[int(given) - 1]
        say(_("Type a number from 1 to {n}.").format(n=len(ids)))
    return None


def _order(row: "Mapping[str, Any]") -> tuple[int, int, str]:
    first = _FIRST.get(i18n.current(), ())
    language = row["lang"]
    place = first.index(language) if language in first else len(first)
    return place, list(cases.LEVELS).index(row["level"]), row["id"]


def _list(options: argparse.Namespace) -> int:
    found = cases.listed()
    if options.json:
        print_json({"cases": found})
        return 0
    from convoguide.services import case_page

    for row in found:
        level, condition = _(cases.LEVELS[row["level"]]), _(cases.CONDITIONS[row["condition"]])
        title = case_page.title(cases.case(row["id"]))
        print_row((row["id"], row["lang"], level, condition, title))
    return 0


def _script(options: argparse.Namespace) -> int:
    from convoguide.services import rehearse

    cases.case(options.case)
    name = options.script if options.script != "-" else _("standard input")
    lines = rehearse.script_lines(read_input(options.script), name)
    practice = rehearse.run_script(options.case, lines, seed=options.seed or 0)
    if options.json:
        print_json(rehearse.as_json(practice))
        return 0
    you = _("You")
    for n, who, text in rehearse.transcript(practice):
        print(f"{n}. {who or you}: {text}")
    return 0
