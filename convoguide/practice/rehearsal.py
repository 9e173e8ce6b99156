"""A rehearsal as a value: turns in order, each with what was said and what it did.

All that a patient knows of the talk so far is read off the turns, so that going back to any turn
and on from there is nothing but a shorter tuple.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from convoguide.understanding import Reading

Feeling = Literal[
    "fear",
    "sadness",
    "anger",
    "guilt",
    "loneliness",
    "hopelessness",
    "relief",
    "shame",
    "worry",
]
CueKind = Literal["explicit", "implicit"]
Wish = Literal["wanted", "unwanted", "unasked"]
"""How an outlook that was told stood to what the patient wanted to know just then."""


@dataclass(frozen=True, slots=True)
class Cue:
    """An opening for empathy; `words` stand verbatim in the turn's text."""

    id: str
    kind: CueKind
    feeling: Feeling
    words: str


@dataclass(frozen=True, slots=True)
class Mood:
    """How it is with the patient, each from 0 to 1."""

    trust: float
    distress: float
    energy: float


@dataclass(frozen=True, slots=True)
class TraineeTurn:
    """What the trainee said, and how it was read. An empty text is a silence."""

    n: int
    text: str
    reading: Reading
    hinted: bool = False
    chosen: bool = False
    """Picked among phrasings rather than worded."""

    @property
    def silent(self) -> bool:
        """Whether nothing was said."""
        return "silence" in self.reading.skills


@dataclass(frozen=True, slots=True)
class PatientTurn:
    """What the patient said, or a relative in the patient's place, and what it brought."""

    n: int
    text: str
    topic: str
    cues: tuple[Cue, ...]
    met: tuple[str, ...]
    """Ids of cues from earlier turns that the trainee's last turn met."""
    disclosed: tuple[str, ...]
    """Ids of facts that opened in this turn."""
    mood: Mood
    understood: bool
    ended: bool
    """Whether the patient wants to stop here."""
    speaker: str | None = None
    """The relative who speaks; None for the patient."""
    said: tuple[str, ...] = ()
    """The keys of the case's wordings that the text is made of, in order."""
    told: Wish | None = None
    """Where the trainee's last turn told the outlook."""


Turn = TraineeTurn | PatientTurn


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """One line through a tree of turns; turn 1 is the patient's, then they take turns."""

    id: str
    case: str
    seed: int
    started: str | None
    turns: tuple[Turn, ...] = field(default=())
    branch_of: tuple[str, int] | None = None
    """The rehearsal that this one leaves, and the last turn that they share."""

    @property
    def last(self) -> PatientTurn:
        """What the patient said last."""
        return next(turn for turn in reversed(self.turns) if isinstance(turn, PatientTurn))

    @property
    def ended(self) -> bool:
        """Whether the patient has closed the talk."""
        return bool(self.turns) and self.last.ended

    def patient_turns(self) -> tuple[PatientTurn, ...]:
        """The patient's turns, in order."""
        return tuple(turn for turn in self.turns if isinstance(turn, PatientTurn))

    def trainee_turns(self) -> tuple[TraineeTurn, ...]:
        """The trainee's turns, in order."""
        return tuple(turn for turn in self.turns if isinstance(turn, TraineeTurn))

    def exchanges(self) -> Iterator[tuple[PatientTurn, TraineeTurn, PatientTurn]]:
        """Each turn of the trainee between what came before it and the answer to it."""
        for place in range(1, len(self.turns) - 1, 2):
            before, said, after = self.turns[place - 1 : place + 2]
            if (
                isinstance(before, PatientTurn)
                and isinstance(said, TraineeTurn)
                and isinstance(after, PatientTurn)
            ):
                yield before, said, after

    def then(self, turns: Sequence[Turn]) -> "Rehearsal":
        """The rehearsal with these turns after those it has."""
        return replace(self, turns=(*self.turns, *turns))

    def back_to(self, n: int, branch: str) -> "Rehearsal":
        """A branch with the id `branch`, of the turns up to the patient's turn `n` or before it.

        The rehearsal itself stays as it is; what follows goes on from the branch.
        """
        kept = tuple(turn for turn in self.turns if turn.n <= n)
        while len(kept) > 1 and not isinstance(kept[-1], PatientTurn):
            kept = kept[:-1]
        shared = kept[-1].n if kept else 0
        return replace(self, id=branch, turns=kept, branch_of=(self.id, shared))

    def disclosed(self) -> frozenset[str]:
        """Ids of all facts that have opened."""
        return frozenset(each for turn in self.patient_turns() for each in turn.disclosed)

    def open_cues(self) -> tuple[Cue, ...]:
        """The cues that no turn has met yet, the latest last."""
        met = {each for turn in self.patient_turns() for each in turn.met}
        return tuple(c for turn in self.patient_turns() for c in turn.cues if c.id not in met)
