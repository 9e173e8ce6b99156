"""One turn of the trainee as the criteria look at it.

What a turn *did* comes from its labels, and where words alone can show it (how long it was, «no
one can know», «we meet again on Tuesday»), from the words too, so that no verdict hangs on one
label, and a turn that does several things is seen to do them all.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from convoguide.core.labels import EMPATHY
from convoguide.practice.heard import gives_back
from convoguide.practice.rehearsal import PatientTurn, Rehearsal, TraineeTurn
from convoguide.practice.words import CoachWords, Sign

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
CLOSING_SIGNS: tuple[Sign, ...] = ("summary", "teach_back", "commitment")
_SENTENCE = re.compile(r"[^.!?…]*[.!?…]+|[^.!?…]+$")
_TELLING = frozenset(("prognosis", "illness_understanding"))
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
    moves_off: str
    """Words that move off what the patient said: «that must wait», «no time», «yes, but»."""
    greets: str
    parts: frozenset[str]
    """What of a closing its words hold, whatever else the turn does."""
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
        if self.skills & _AGAINST or self.comfort or self.moves_off or self.words > _NO_ROOM:
            return False
        return bool(self.skills & MEETING)

    @property
    def shuts(self) -> bool:
        """Whether it shuts what was open: moves off it, comforts it away, or advises at once."""
        shutting = ("blocking", "false_reassurance", "premature_advice", "leading_question")
        return self.does(*shutting) or bool(self.moves_off or self.comfort)

    @property
    def moved(self) -> float:
        """How sure it is that it moves off: the label whole, words alone half."""
        return 1.0 if self.does("blocking") else 0.5 if self.moves_off else 0.0

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
        if self.skills & _NOT_TELLING:
            return False
        if self.does("jargon") or self.jargon:
            return True
        return self.topic == "illness_understanding" and not self.skills & EMPATHY

    def quote(self, hit: str = "", *, question: bool = False) -> str:
        """Words of the turn as they stand in it: all of a short one, else the sentence meant."""
        text = self.text.strip()
        if len(text) <= _QUOTED:
            return text
        return _sentence(text, hit, question=question)


def heard_turns(rehearsal: Rehearsal, words: CoachWords) -> Iterator[Heard]:
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
    uncertain, comfort = signs.found("uncertain", text), signs.found("comfort", text)
    skills = frozenset(turn.reading.skills)
    jargon = signs.found("jargon", text) or signs.abbreviation(text)
    if not skills and gives_back(text, around[0].text):
        skills = frozenset(("reflection",))  # only beside the patient's words can it be known
    if jargon:
        skills -= {"reflection"}  # a person's own words hold no terms
    if uncertain and not comfort and turn.reading.topic in _TELLING:
        skills -= {"false_reassurance"}  # what is told as uncertain promises nothing
    return Heard(
        place=place,
        n=turn.n,
        text=text,
        topic=turn.reading.topic,
        skills=skills,
        before=around[0],
        after=around[1],
        uncertain=uncertain,
        jargon=jargon,
        comfort=comfort,
        leave=signs.found("leave", text),
        moves_off=signs.found("moves_off", text),
        greets=signs.found("greets", text),
        parts=frozenset(_parts(text, words)),
        stopped=stopped,
    )


def _parts(text: str, words: CoachWords) -> Iterator[str]:
    signs = words.signs
    yield from (part for part in CLOSING_SIGNS if signs.found(part, text))
    for found in _SENTENCE.finditer(text):
        if signs.found("again", found[0]) and signs.found("when", found[0]):
            yield "follow_up"


def _sentence(text: str, hit: str, *, question: bool) -> str:
    sentences = [found[0].strip() for found in _SENTENCE.finditer(text) if found[0].strip()]
    chosen = next((each for each in sentences if hit and hit in each), None)
    if chosen is None and question:
        chosen = next((each for each in reversed(sentences) if each.endswith("?")), None)
    chosen = chosen or max(sentences, key=len)
    if len(chosen) <= _QUOTED:
        return chosen
    return chosen[:_QUOTED].rsplit(" ", 1)[0]
