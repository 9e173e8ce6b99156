"""A rehearsal as the criteria look at it: each turn of the trainee beside what stood around it.

Everything here is read off the turns. What a turn *did* comes from its labels, and where words
alone can show it (how long it was, «no one can know»), from the words too, so that no verdict
hangs on one label.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from convoguide.core.labels import EMPATHY
from convoguide.practice.rehearsal import Cue, PatientTurn, Rehearsal, TraineeTurn
from convoguide.practice.words import CoachWords

CONTENT = frozenset(
    (
        "illness_understanding",
        "wellbeing",
        "what_matters",
        "strength",
        "hopes",
        "worries",
        "critical_abilities",
        "unwanted_care",
        "family",
        "spokesperson",
        "information_needs",
        "hospital_admission",
        "end_of_life_priorities",
        "place_of_care",
        "people_present",
    )
)
"""The topics that are the patient's to speak of."""

CLOSING = frozenset(("summary", "commitment", "plan", "teach_back", "follow_up"))

MEETING = EMPATHY | {
    "silence",
    "reflection",
    "wish_statement",
    "hope_worry_statement",
    "commitment_nonabandonment",
}
"""What meets a feeling."""

QUESTIONS = frozenset(("open_question", "closed_question", "leading_question"))
_AGAINST = frozenset(
    ("blocking", "false_reassurance", "information_dump", "premature_advice", "jargon")
)
_NOT_TELLING = QUESTIONS | {"permission", "reflection", "summary", "teach_back", "silence"}
_SENTENCE = re.compile(r"[^.!?…]*[.!?…]+|[^.!?…]+$")
_QUOTED = 160
_NO_ROOM = 60


@dataclass(frozen=True)
class Heard:
    """One turn of the trainee, what came before it and what it got as an answer."""

    place: int
    """Which of the trainee's turns, from 0."""
    n: int
    text: str
    topic: str
    skills: frozenset[str]
    before: PatientTurn
    after: PatientTurn | None
    uncertain: str
    jargon: str
    comfort: str
    leave: str
    stopped: bool
    """Whether the patient had asked to stop before it."""

    @property
    def words(self) -> int:
        """How many words were said, stage directions left out."""
        return len(re.sub(r"\([^)]*\)|\[[^\]]*\]|\*[^*]*\*", " ", self.text).split())

    def does(self, *skills: str) -> bool:
        """Whether the turn does any of these."""
        return not self.skills.isdisjoint(skills)

    @property
    def meets(self) -> bool:
        """Whether it can meet a feeling: nothing in the same breath moves off it, and the
        patient is left room to feel."""
        if self.skills & _AGAINST or self.comfort or self.words > _NO_ROOM:
            return False
        return bool(self.skills & MEETING)

    @property
    def asks(self) -> bool:
        """Whether it asks something that is the patient's to answer."""
        return bool(self.skills & QUESTIONS)

    @property
    def tells_outlook(self) -> bool:
        """Whether it says how things may go."""
        if self.does("hope_worry_statement"):
            return True
        return self.topic == "prognosis" and not self.skills & _NOT_TELLING

    @property
    def tells(self) -> bool:
        """Whether it tells facts about the illness or what lies ahead."""
        if self.tells_outlook or self.does("information_dump"):
            return True
        if self.skills & (_NOT_TELLING | EMPATHY):
            return False
        return self.topic == "illness_understanding" or self.does("jargon")

    def quote(self, hit: str = "", *, question: bool = False) -> str:
        """Words of the turn as they stand in it: all of a short one, else the sentence meant."""
        text = self.text.strip()
        if len(text) <= _QUOTED:
            return text
        return _sentence(text, hit, question=question)


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
        self, rehearsal: Rehearsal, words: CoachWords, opens: frozenset[str] = CONTENT
    ) -> None:
        self.heard = tuple(_heard(rehearsal, words))
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

    def latter(self, share: float = 0.4) -> Sequence[Heard]:
        """The turns after that share of the talk: what sums up or ends comes late."""
        return self.heard[int(self.count * share) :]


def _goes_on(heard: Heard) -> bool:
    if heard.topic in CLOSING or heard.skills & (MEETING | {"permission"}):
        return False
    return heard.asks or heard.tells or heard.does("blocking", "premature_advice")


def _heard(rehearsal: Rehearsal, words: CoachWords) -> Iterator[Heard]:
    before: PatientTurn | None = None
    stopped, place = False, 0
    turns = rehearsal.turns
    for index, turn in enumerate(turns):
        if isinstance(turn, PatientTurn):
            before = turn
            stopped = stopped or turn.ended
            continue
        if before is None:
            continue
        after = turns[index + 1] if index + 1 < len(turns) else None
        answer = after if isinstance(after, PatientTurn) else None
        yield _one(turn, (before, answer), words, place, stopped=stopped)
        place += 1


def _one(
    turn: TraineeTurn,
    around: tuple[PatientTurn, PatientTurn | None],
    words: CoachWords,
    place: int,
    *,
    stopped: bool,
) -> Heard:
    text, signs = turn.text, words.signs
    return Heard(
        place=place,
        n=turn.n,
        text=text,
        topic=turn.reading.topic,
        skills=frozenset(turn.reading.skills),
        before=around[0],
        after=around[1],
        uncertain=signs.found("uncertain", text),
        jargon=signs.found("jargon", text),
        comfort=signs.found("comfort", text),
        leave=signs.found("leave", text),
        stopped=stopped,
    )


def _sentence(text: str, hit: str, *, question: bool) -> str:
    sentences = [found[0].strip() for found in _SENTENCE.finditer(text) if found[0].strip()]
    chosen = next((each for each in sentences if hit and hit in each), None)
    if chosen is None and question:
        chosen = next((each for each in reversed(sentences) if each.endswith("?")), None)
    chosen = chosen or max(sentences, key=len)
    if len(chosen) <= _QUOTED:
        return chosen
    return chosen[:_QUOTED].rsplit(" ", 1)[0]
