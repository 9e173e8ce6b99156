"""Long work on the command line: how far it is, and a clean stop.

A line on standard error, only at a terminal and only where it takes more than a second; then one
every few seconds, each whole and true by itself, for a screen reader reads every one of them.
"""

import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

from convoguide.i18n import N_
from convoguide.i18n import gettext as _

T = TypeVar("T")
R = TypeVar("R")

READ, TAKEN_IN, WRITTEN = (
    N_("{n} of {total} read."),
    N_("{n} of {total} taken in."),
    N_("{n} of {total} written."),
)
SOON, THEN = 1.0, 5.0
"""Seconds until the first line, and between the lines after it."""


def for_each(
    items: Sequence[T],
    do: Callable[[T], R],
    done: str,
    clock: Callable[[], float] = time.monotonic,
) -> list[R]:
    """Do it to each item; now and then a line says how many are done, as `done` words it.

    Ctrl+C says the same once more and goes on upwards. What one item does has to be whole by
    itself, so that whatever was done stays.
    """
    at_terminal, due = sys.stderr.isatty(), clock() + SOON
    results: list[R] = []
    try:
        for item in items:
            if at_terminal and clock() >= due:
                due = clock() + THEN
                _say(_told(done, len(results), len(items)) + " " + _("Ctrl+C stops it."))
            results.append(do(item))
    except KeyboardInterrupt:
        _say(_("Stopped.") + " " + _told(done, len(results), len(items)))
        raise
    return results


def _told(done: str, count: int, total: int) -> str:
    return _(done).format(n=count, total=total)


@contextmanager
def patiently(words: str) -> Iterator[None]:
    """Say these words if what is done inside takes more than a second, at a terminal."""
    timer = threading.Timer(SOON, _say, [words])
    timer.daemon = True
    if sys.stderr.isatty():
        timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)
