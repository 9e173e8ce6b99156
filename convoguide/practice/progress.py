"""Progress over one's own rehearsals, as one line: no grade, no comparison with anyone else."""

from collections.abc import Iterable
from dataclasses import dataclass

_BARS = "▁▂▃▄▅▆▇█"


@dataclass(frozen=True, slots=True)
class Attempt:
    """One rehearsal as a point on the line."""

    rehearsal: str
    case: str
    started: str | None
    """ISO date and time."""
    score: float
    turns: int
    hints: int


def in_order(attempts: Iterable[Attempt]) -> tuple[Attempt, ...]:
    """From the first to the latest; those without a time come first."""
    return tuple(sorted(attempts, key=lambda each: (each.started or "", each.rehearsal)))


def spark(scores: Iterable[float]) -> str:
    """The scores as a line of text, a sign each, from 0 at the bottom to 100 at the top."""
    return "".join(_BARS[min(7, max(0, int(score / 100 * 8)))] for score in scores)
