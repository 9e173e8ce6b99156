"""A rehearsal as the criteria look at it: each turn of the trainee beside what stood around it.

Everything here is read off the turns.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from convoguide.core.labels import CONTENT
from convoguide.practice.criteria.turn import MEETING, Heard, heard_turns
from convoguide.practice.rehearsal import Cue, PatientTurn, Rehearsal
from convoguide.practice.words import CoachWords

THEIRS = frozenset(CONTENT) - {"prognosis"}
"""The topics that are the patient's to speak of."""

CLOSING = frozenset(("summary", "commitment", "plan", "teach_back", "follow_up"))


@dataclass(frozen=True)
class Opening:
    """A feeling that the patient showed, and the trainee's next turns."""

    cue: Cue
    turn: PatientTurn
    next: Heard
    later: Heard | None

    @property
    def met(self) -> bool:
        """Whether the very next turn met it."""
        return self._met_by(self.next)

    @property
    def met_later(self) -> bool:
        """Whether the turn after that did."""
        return self.later is not None and self._met_by(self.later)

    def _met_by(self, heard: Heard) -> bool:
        if heard.after is not None and self.cue.id in heard.after.met:
            return True
        if heard.meets:
            return True
        fearful = self.cue.feeling in {"fear", "worry", "hopelessness"}
        return fearful and heard.topic == "worries" and heard.does("open_question")


class Talk:
    """The whole talk."""

    def __init__(
        self, rehearsal: Rehearsal, words: CoachWords, opens: frozenset[str] = THEIRS
    ) -> None:
        self.heard = tuple(heard_turns(rehearsal, words))
        self.patient = rehearsal.patient_turns()
        self.opens = opens
        """The topics that this patient can be brought to speak of."""

    @property
    def count(self) -> int:
        """How many turns the trainee had."""
        return len(self.heard)

    @property
    def first_said(self) -> Heard:
        """The first turn with words, or the first."""
        return next((each for each in self.heard if each.text.strip()), self.heard[0])

    @property
    def last_said(self) -> Heard:
        """The last turn with words, or the last."""
        return next((e for e in reversed(self.heard) if e.text.strip()), self.heard[-1])

    @cached_property
    def openings(self) -> tuple[Opening, ...]:
        """Every feeling shown that the trainee had a turn to meet, one a turn of the patient.

        A turn with several cues is one opening, its explicit cue first: it is met or missed as
        one.
        """
        found = []
        for heard in self.heard:
            if heard.before.cues:
                cue = min(heard.before.cues, key=lambda each: each.kind != "explicit")
                later = self.heard[heard.place + 1] if heard.place + 1 < self.count else None
                found.append(Opening(cue, heard.before, heard, later))
        return tuple(found)

    @cached_property
    def asked_to_stop(self) -> PatientTurn | None:
        """Where the patient asked to stop."""
        return next((turn for turn in self.patient if turn.ended), None)

    @cached_property
    def broken_off(self) -> bool:
        """Whether the patient asked to stop because trust was lost, not because it was enough."""
        asked = self.asked_to_stop
        return asked is not None and asked.mood.trust < self.patient[0].mood.trust

    @cached_property
    def went_on(self) -> Heard | None:
        """The first turn that opened something new after the patient asked to stop."""
        return next((each for each in self.heard if each.stopped and _goes_on(each)), None)

    @cached_property
    def stop_kept(self) -> bool:
        """Whether the patient had had enough, said so, and nothing new was opened after that."""
        return self.asked_to_stop is not None and not self.broken_off and self.went_on is None

    @cached_property
    def asked_for_outlook(self) -> tuple[PatientTurn, ...]:
        """The patient's turns that ask how things will go."""
        return tuple(
            turn for turn in self.patient if turn.topic == "prognosis" and "?" in turn.text
        )

    def doing(self, *skills: str) -> list[Heard]:
        """The turns that do any of these."""
        return [each for each in self.heard if each.does(*skills)]

    def kept(self, heard: Heard) -> float:
        """How far what a turn opened was left open: half where it, or the next turn, shuts it."""
        after = self.heard[heard.place + 1 : heard.place + 2]
        return 0.5 if heard.shuts or any(each.shuts for each in after) else 1.0

    def latter(self, share: float = 0.4) -> Sequence[Heard]:
        """The turns after that share of the talk: what sums up or ends comes late."""
        return self.heard[int(self.count * share) :]


def _goes_on(heard: Heard) -> bool:
    if heard.topic in CLOSING or heard.skills & (MEETING | {"permission"}):
        return False
    return heard.asks or heard.tells or heard.does("blocking", "premature_advice")
