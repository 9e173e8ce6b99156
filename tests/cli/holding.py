"""Holding a whole conversation by lines, in this process, with the real guides."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from itertools import pairwise

from convoguide.cli.plain import hold
from convoguide.cli.plain.clip import Clip
from convoguide.core.conversation import Conversation, Entry
from convoguide.services.conduct import Sitting
from convoguide.services.keep import Keeper, MemoryKeeper

NOW = datetime(2026, 11, 20, 13, 5, tzinfo=timezone(timedelta(hours=1)))
SV, NB = "svas-kronoberg", "forhandssamtale"


@dataclass(frozen=True)
class Held:
    """What came of it: the exit status, every line that was said, and the sitting."""

    status: int
    said: list[str]
    sitting: Sitting
    after: list[list[str]]
    """What was said after each line of input, the greeting first."""

    @property
    def talk(self) -> Conversation:
        """The conversation as it is at the end."""
        return self.sitting.conversation

    @property
    def text(self) -> str:
        """All that was said."""
        return "\n".join(self.said)

    def entry(self, step: str) -> Entry:
        """What a step holds at the end."""
        return self.talk.entry(step)

    def notes(self, step: str) -> list[str]:
        """The texts of a step's notes."""
        return [note.text for note in self.entry(step).notes]

    def answer(self, number: int = -1) -> str:
        """What was said to one line of input, from 0; the last unless told otherwise."""
        answers = self.after[1:]
        # The end of input belongs to no line.
        return "\n".join(answers[number])


def memory() -> MemoryKeeper:
    """A keeper that keeps nothing, on a day that stands still."""
    return MemoryKeeper(now=lambda: NOW)


def begun(guide: str = SV, keeper: Keeper | None = None) -> Sitting:
    """A new conversation by that guide."""
    return (keeper or memory()).begin(guide, "afterwards")


def held(
    *lines: str,
    guide: str = SV,
    sitting: Sitting | None = None,
    keeper: Keeper | None = None,
    interactive: bool = False,
    earlier: Conversation | None = None,
    documents_in: str | None = None,
    clip: Clip | None = None,
) -> Held:
    """Hold a conversation of these lines to its end."""
    keeper = keeper or memory()
    sitting = sitting or keeper.begin(guide, "afterwards")
    said: list[str] = []
    starts: list[int] = []

    def fed(given: Iterable[str]) -> Iterator[str]:
        for line in given:
            starts.append(len(said))
            yield line
        starts.append(len(said))

    status = hold(
        sitting,
        keeper,
        lines=fed(lines),
        out=said.append,
        interactive=interactive,
        earlier=earlier,
        documents_in=documents_in,
        clip=clip,
    )
    bounds = [0, *starts]
    after = [said[a:b] for a, b in pairwise(bounds)]
    return Held(status, said, sitting, after)
