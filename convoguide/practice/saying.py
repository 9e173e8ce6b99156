"""Choosing among wordings: the unused first, and none that was said in the turn before."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from random import Random

from convoguide.practice.case import Case
from convoguide.practice.memory import Act, Memory, pool
from convoguide.practice.rehearsal import Cue
from convoguide.practice.room import lead, names_one_of
from convoguide.practice.wording import OUTLOOK, Wording


@dataclass(slots=True)
class Saying:
    """An answer in the making: its pieces, in order, and what they tell."""

    case: Case
    memory: Memory
    rng: Random
    act: Act
    """What is answered: among wordings those of the one who was called come first, and those
    that name the one who is spoken of."""
    keys: list[str] = field(default_factory=list)
    pieces: list[Wording] = field(default_factory=list)
    disclosed: list[str] = field(default_factory=list)

    def unused(self, name: str) -> bool:
        """Whether a pool has a wording that was never said and can be said now."""
        return any(self.memory.said.get(key, 0) == 0 for key, _wording in self._free(name))

    def say(self, *names: str, unused: bool = False, by: str | None = None) -> bool:
        """Add a wording of the first pool that has one to give; whether any had.

        `unused`: only one that was never said. `by`: only one that this person says.
        """
        for name in names:
            free = self._free(name)
            if by is not None:
                free = [pair for pair in free if self._who(pair[1]) == by]
            if unused:
                free = [pair for pair in free if self.memory.said.get(pair[0], 0) == 0]
            if free:
                self._add(*self.rng.choice(self._best(free)))
                return True
        return False

    def tell(self, fact_id: str) -> None:
        """Tell a fact."""
        self.disclosed.append(fact_id)
        self.say(f"facts.{fact_id}.told")

    def say_again(self) -> None:
        """Say once more what was said last, after a word of one's own."""
        last = [key for key in self.memory.last.said if not key.startswith("reactions.repeats")]
        self.say("reactions.repeats", "reactions.listens")
        main = max(last, key=lambda key: len(self._wording(key).text))
        self._add(main, self._wording(main))

    def text(self) -> str:
        """The pieces as one text; where relatives speak among them, each with a name."""
        if len({self._who(piece) for piece in self.pieces}) < 2:
            return " ".join(piece.text.strip() for piece in self.pieces)
        return "\n".join(self._runs())

    def speaker(self) -> str | None:
        """The relative who says all of it."""
        speakers = {piece.speaker for piece in self.pieces}
        return speakers.pop() if len(speakers) == 1 else None

    def spoke_last(self) -> str | None:
        """Who says the last of it."""
        return self._who(self.pieces[-1]) if self.pieces else None

    def cues(self, n: int) -> tuple[Cue, ...]:
        """The cues of all pieces, with ids of the turn `n`."""
        found = [cue for piece in self.pieces for cue in piece.cues]
        return tuple(
            Cue(f"{n}.{place}", cue.kind, cue.feeling, cue.words)
            for place, cue in enumerate(found, start=1)
        )

    def _add(self, key: str, wording: Wording) -> None:
        self.keys.append(key)
        self.pieces.append(wording)

    def _wording(self, key: str) -> Wording:
        name, _slash, n = key.rpartition("/")
        return pool(self.case, name)[int(n)]

    def _who(self, wording: Wording) -> str:
        return wording.speaker or lead(self.case)

    def _best(self, free: list[tuple[str, Wording]]) -> list[tuple[str, Wording]]:
        """Those of whom was called, then the least used, then those that name who is spoken of."""
        called = [pair for pair in free if self._who(pair[1]) == self.act.to] or free
        least = min(self.memory.said.get(key, 0) for key, _wording in called)
        few = [pair for pair in called if self.memory.said.get(pair[0], 0) == least]
        return [pair for pair in few if names_one_of(pair[1].text, self.act.about)] or few

    def _runs(self) -> Iterable[str]:
        lines: list[tuple[str, str]] = []
        for piece in self.pieces:
            who = self._who(piece)
            if lines and lines[-1][0] == who:
                lines[-1] = (who, f"{lines[-1][1]} {piece.text.strip()}")
            else:
                lines.append((who, piece.text.strip()))
        return (f"{who}: {text}" for who, text in lines)

    def _free(self, name: str) -> list[tuple[str, Wording]]:
        told = self.memory.told.union(self.disclosed)
        if self.memory.outlook_told:
            told |= {OUTLOOK}
        just = {*self.memory.last.said, *self.keys}
        return [
            (key, wording)
            for key, wording in ((f"{name}/{n}", w) for n, w in enumerate(pool(self.case, name)))
            if key not in just
            and (wording.before is None or wording.before not in told)
            and (wording.after is None or wording.after in told)
        ]
