"""Being told to end from outside: a closed terminal window, a log-out, a shutdown.

A signal that ends a program ends it at once unless someone listens; then what was just typed would
be lost and our text would stay on the clipboard. Whoever listens saves, tidies up and ends with
128 and the signal's number, as a shell expects. Windows knows SIGTERM and SIGBREAK, which is also
what closing the console sends; it has no SIGHUP.
"""

import errno
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_PATIENCE = 15.0
"""Seconds after which the program ends whatever still holds it up: a dead disk or terminal."""
_NAMES = ("SIGTERM", "SIGHUP", "SIGBREAK")


def ending() -> tuple[signal.Signals, ...]:
    """The signals that tell a program to end, as far as this platform has them."""
    return tuple(signal.Signals[name] for name in _NAMES if name in signal.Signals.__members__)


def status_of(number: int) -> int:
    """The exit status of a program that a signal has ended."""
    return 128 + number


class Ended(KeyboardInterrupt):
    """The program was told to end; caught where Ctrl+C is."""


@contextmanager
def heard(tell: Callable[[int], None], *, patience: float = _PATIENCE) -> Iterator[None]:
    """Tell of the first such signal, in the main thread, between any two lines of its code.

    From then on the program has so many seconds left. A signal that is ignored from outside, as
    `nohup` does with a closed terminal, stays ignored.
    """
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread may listen
        return

    def first(number: int, _frame: object) -> None:
        for each in before:
            signal.signal(each, signal.SIG_IGN)  # once is enough
        late = threading.Timer(patience, os._exit, [status_of(number)])
        late.daemon = True
        late.start()
        tell(number)

    before = {
        each: handler
        for each in ending()
        if (handler := signal.getsignal(each)) not in (signal.SIG_IGN, None)
    }
    for each in before:
        signal.signal(each, first)
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


def run_to_end(work: Callable[[], int]) -> int:
    """Do the work; told to end, it is interrupted as by Ctrl+C and the status says so."""
    told: list[int] = []

    def interrupt(number: int) -> None:
        told.append(number)
        raise Ended

    with heard(interrupt):
        try:
            status = work()
        except KeyboardInterrupt:
            if not told:
                raise
            status = 0
    return status_of(told[0]) if told else status


def terminal_is_gone() -> bool:
    """Whether there is no terminal any more to write to or to restore."""
    if sys.platform == "win32":
        return False
    import termios

    try:
        termios.tcgetattr(sys.__stdin__.fileno() if sys.__stdin__ else 0)
    except termios.error as error:
        return bool(error.args[0] != errno.ENOTTY)  # what never was a terminal is not gone
    except (OSError, ValueError):
        return True
    return False
