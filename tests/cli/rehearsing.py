"""Rehearsing by lines, in this process, with the real cases."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from itertools import pairwise

from convoguide.cli.plain.practice import hold
from convoguide.services.attempts import Attempts
from convoguide.services.rehearse import Practice
from convoguide.store.rehearsals import RehearsalFolder

HEART = "hjartsvikt-trappan"
ASKS = ("Hej, får jag slå mig ner?", "Vad oroar dig mest?", "Det låter ensamt.", "Och nätterna?")


@dataclass(frozen=True)
class Rehearsed:
    """What came of it: the exit status, all that was said, and what is in hand."""

    status: int
    said: list[str]
    practice: Practice
    attempts: Attempts
    after: list[list[str]]
    """What was said after each line of input, the greeting first."""
    end: str
    """What was said once the lines had ended."""

    @property
    def text(self) -> str:
        """All that was said."""
        return "\n".join(self.said)

    def answer(self, number: int = -1) -> str:
        """What was said to one line of input, from 0; the last unless told otherwise."""
        return "\n".join(self.after[1:][number])

    @property
    def turns(self) -> list[str]:
        """What the trainee said in the line in hand."""
        return [turn.text for turn in self.practice.rehearsal.trainee_turns()]


def attempts(folder: RehearsalFolder | None = None) -> Attempts:
    """Rehearsals begun a minute apart; in memory unless there is a folder."""
    count = iter(range(10_000))
    start = datetime(2026, 11, 20, 13, 5, tzinfo=timezone(timedelta(hours=1)))
    return Attempts(folder, lambda: start + timedelta(minutes=next(count)))


def rehearsed(
    *lines: str,
    within: Attempts | None = None,
    practice: Practice | None = None,
    interactive: bool = False,
) -> Rehearsed:
    """Hold a rehearsal of these lines to its end."""
    within = within or attempts()
    practice = practice or within.begin(HEART, 1)
    said: list[str] = []
    starts: list[int] = []

    def fed(given: Iterable[str]) -> Iterator[str]:
        for line in given:
            starts.append(len(said))
            yield line
        starts.append(len(said))

    status = hold(practice, within, lines=fed(lines), out=said.append, interactive=interactive)
    bounds = [0, *starts]
    after = [said[a:b] for a, b in pairwise(bounds)]
    end = "\n".join(said[starts[-1] :])
    return Rehearsed(status, said, practice, within, after, end)
