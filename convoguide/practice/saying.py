"""Choosing among wordings: the unused first, and none that was said in the turn before."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from random import Random

from convoguide.practice.case import Case
from convoguide.practice.memory import Memory, pool
from convoguide.practice.rehearsal import Cue
from convoguide.practice.wording import Wording


@dataclass(slots=True)
class Saying:
    """An answer in the making: its pieces, in order, and what they tell."""

    case: Case
    memory: Memory
    rng: Random
    keys: list[str] = field(default_factory=list)
    pieces: list[Wording] = field(default_factory=list)
    disclosed: list[str] = field(default_factory=list)

    def unused(self, name: str) -> bool:
        """Whether a pool has a wording that was never said and can be said now."""
        return any(self.memory.said.get(key, 0) == 0 for key, _wording in self._free(name))

    def say(self, *names: str, unused: bool = False) -> bool:
        """Add a wording of the first pool that has one to give; whether any had.

        `unused`: only one that was never said.
        """
        for name in names:
            free = self._free(name)
            if unused:
                free = [pair for pair in free if self.memory.said.get(pair[0], 0) == 0]
            if free:
                least = min(self.memory.said.get(key, 0) for key, _wording in free)
                few = [pair for pair in free if self.memory.said.get(pair[0], 0) == least]
                key, wording = self.rng.choice(few)
                self.keys.append(key)
                self.pieces.append(wording)
                return True
        return False

    def tell(self, fact_id: str) -> None:
        """Tell a fact."""
        self.disclosed.append(fact_id)
        self.say(f"facts.{fact_id}.told")

    def text(self) -> str:
        """The pieces as one text; where relatives speak among them, each with a name."""
        speakers = {piece.speaker for piece in self.pieces}
        if len(speakers) < 2:
            return " ".join(piece.text.strip() for piece in self.pieces)
        return "\n".join(self._runs())

    def speaker(self) -> str | None:
        """The relative who says all of it."""
        speakers = {piece.speaker for piece in self.pieces}
        return speakers.pop() if len(speakers) == 1 else None

    def cues(self, n: int) -> tuple[Cue, ...]:
        """The cues of all pieces, with ids of the turn `n`."""
        found = [cue for piece in self.pieces for cue in piece.cues]
        return tuple(
            Cue(f"{n}.{place}", cue.kind, cue.feeling, cue.words)
            for place, cue in enumerate(found, start=1)
        )

    def _runs(self) -> Iterable[str]:
        usual = self.case.speaks or self.case.person.called
        lines: list[tuple[str, str]] = []
        for piece in self.pieces:
            who = piece.speaker or usual
            if lines and lines[-1][0] == who:
                lines[-1] = (who, f"{lines[-1][1]} {piece.text.strip()}")
            else:
                lines.append((who, piece.text.strip()))
        return (f"{who}: {text}" for who, text in lines)

    def _free(self, name: str) -> list[tuple[str, Wording]]:
        told = self.memory.told.union(self.disclosed)
        just = {*self.memory.last.said, *self.keys}
        return [
            (key, wording)
            for key, wording in ((f"{name}/{n}", w) for n, w in enumerate(pool(self.case, name)))
            if key not in just
            and (wording.before is None or wording.before not in told)
            and (wording.after is None or wording.after in told)
        ]
