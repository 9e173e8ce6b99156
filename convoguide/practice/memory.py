"""What a patient knows of the talk so far, read off its turns."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from convoguide.core.labels import EMPATHY, NONE
from convoguide.practice.case import Case, ReplyTopic
from convoguide.practice.rehearsal import Cue, Mood, PatientTurn, Rehearsal, TraineeTurn
from convoguide.practice.wording import Wording
from convoguide.understanding import Reading

FALSE_COMFORT = frozenset({"blocking", "false_reassurance"})
HARMFUL = (
    "blocking",
    "false_reassurance",
    "information_dump",
    "jargon",
    "premature_advice",
    "leading_question",
)
"""What closes a door, the worst first."""
QUESTIONS = frozenset({"open_question", "closed_question", "leading_question"})
OF_THE_TALK = frozenset(get_args(ReplyTopic)) - {"smalltalk"}
"""The topics that the talk can be on; what is said of the weather leaves it where it was."""
DOUBTFUL = 0.4
"""A turn read with less confidence than this may be about something else."""
LONG, LONG_DOUBTFUL = 15, 0.25
"""A turn of so many words tells something, also where it was read with so little confidence."""
TELLS_ENOUGH = 2
"""So many facts told, or topics answered, and there is something to sum up."""


@dataclass(frozen=True, slots=True)
class Act:
    """One turn of the trainee by what it does."""

    topic: str
    skills: frozenset[str]
    words: int
    sure: float
    to: str | None = None
    """The one in the room who is called by name."""
    about: frozenset[str] = frozenset()
    """The names of those near of whom it speaks."""
    insults: bool = False

    @classmethod
    def of(cls, reading: Reading, text: str) -> "Act":
        """What a turn that was read so does."""
        return cls(reading.topic, frozenset(reading.skills), len(text.split()), reading.confidence)

    @property
    def silent(self) -> bool:
        """Whether nothing was said."""
        return "silence" in self.skills

    @property
    def long(self) -> bool:
        """Whether so much was said that there must be something in it."""
        return self.words >= LONG

    @property
    def harm(self) -> str | None:
        """The worst thing it does, if any."""
        found = next((each for each in HARMFUL if each in self.skills), None)
        # A check of what was heard, or a kind word, is never taken as a loaded question.
        kind = self.empathic or self.skills & {"summary", "teach_back", "permission"}
        return None if found == "leading_question" and kind else found

    @property
    def empathic(self) -> bool:
        """Whether it meets a feeling, and does not take it back in the same breath."""
        return bool(self.skills & EMPATHY) and not self.skills & FALSE_COMFORT

    @property
    def warm(self) -> bool:
        """Whether it says something to a feeling rather than asking after it."""
        return self.empathic and bool(self.skills & (EMPATHY - {"empathy_explore"}))

    @property
    def asks(self) -> bool:
        """Whether it asks something."""
        return bool(self.skills & QUESTIONS)

    @property
    def tells_outlook(self) -> bool:
        """Whether it says what lies ahead, rather than asking about it."""
        if self.topic != "prognosis" or self.sure < (LONG_DOUBTFUL if self.long else DOUBTFUL):
            return False
        if self.skills & {"permission", "false_reassurance"}:
            return False
        return not self.asks or "hope_worry_statement" in self.skills

    def openers(self) -> frozenset[str]:
        """What in it can open a fact."""
        found = self.skills & {"silence", "permission", "open_question", "reflection"}
        return found | {"empathy"} if self.empathic else frozenset(found)


@dataclass(frozen=True, slots=True)
class Memory:
    """The talk as it stands before a turn of the trainee."""

    last: PatientTurn
    earlier: tuple[Act, ...]
    """The trainee's turns, in order."""
    told: frozenset[str]
    said: Mapping[str, int]
    """How often each wording was used, by key."""
    hinted: tuple[str, ...]
    """Facts that were hinted at in one of the last two turns, the latest first."""
    open_cues: tuple[Cue, ...]
    outlook_asked: bool
    """Whether the patient was asked about wanting to know, or asked it, since it was last told."""
    outlook_told: bool
    talked: frozenset[str]
    """The topics on which something was answered."""
    topic: str
    """What the talk is on: the topic of the latest turn that had one the patient can speak of."""
    felt: bool
    """Whether something in the last two turns still lies in the air: a feeling, a hint."""
    not_followed: int
    """Turns in a row that the patient did not follow, or that asked nothing."""

    @property
    def mood(self) -> Mood:
        """How it is with the patient now."""
        return self.last.mood

    @property
    def silences(self) -> int:
        """Silences in a row until now."""
        count = 0
        for act in reversed(self.earlier):
            if not act.silent:
                break
            count += 1
        return count

    def openers(self) -> frozenset[str]:
        """What the turn before could open facts by."""
        return self.earlier[-1].openers() if self.earlier else frozenset()

    def enough_to_sum_up(self) -> bool:
        """Whether the patient has said enough that it can be summed up."""
        return len(self.told) >= TELLS_ENOUGH or len(self.talked) > TELLS_ENOUGH

    def enough_to_take_along(self) -> bool:
        """Whether anything was told or agreed that the patient could say again."""
        done = {act.topic for act in self.earlier}
        skills = {skill for act in self.earlier for skill in act.skills}
        return bool(
            done & {"prognosis", "plan", "summary", "commitment", "follow_up"}
            or "summary" in skills
        )


def remember(case: Case, rehearsal: Rehearsal) -> Memory:
    """All that the turns say."""
    turns = rehearsal.patient_turns()
    acts = [(turn, Act.of(turn.reading, turn.text)) for turn in rehearsal.trainee_turns()]
    asked, told = False, False
    for turn in rehearsal.turns:
        if isinstance(turn, TraineeTurn):
            asked = asked or turn.reading.topic == "information_needs"
        else:
            if turn.told is not None:
                asked, told = False, True
            asked = asked or any(wording_of(case, key).asks_outlook for key in turn.said)
    return Memory(
        last=turns[-1],
        earlier=tuple(act for _turn, act in acts),
        told=rehearsal.disclosed(),
        said=Counter(key for turn in turns for key in turn.said),
        hinted=tuple(_hinted(turns[-2:])),
        open_cues=rehearsal.open_cues(),
        outlook_asked=asked,
        outlook_told=told,
        talked=frozenset(turn.topic for turn in turns[1:]) - {NONE, "smalltalk"},
        topic=next((each.topic for each in reversed(turns) if each.topic in OF_THE_TALK), NONE),
        felt=_felt(turns[-2:]),
        not_followed=_lost(turns),
    )


def _felt(turns: tuple[PatientTurn, ...]) -> bool:
    last, met = turns[-1], {each for turn in turns for each in turn.met}
    open_cues = [cue for turn in turns for cue in turn.cues if cue.id not in met]
    return bool(last.cues or last.met or last.disclosed or open_cues or _hinted(turns))


def _hinted(turns: tuple[PatientTurn, ...]) -> list[str]:
    found: list[str] = []
    for turn in reversed(turns):
        for key in turn.said:
            pool = key.rpartition("/")[0].split(".")
            if pool[0] == "facts" and pool[2] == "closed" and pool[1] not in found:
                found.append(pool[1])
    return found


def _lost(turns: tuple[PatientTurn, ...]) -> int:
    count = 0
    for turn in reversed(turns):
        if turn.understood and not all("reactions.listens" in key for key in turn.said):
            break
        count += 1
    return count


# --- wordings by their keys


def pool(case: Case, name: str) -> tuple[Wording, ...]:
    """The wordings of a key path in words, such as `facts.nights.told`."""
    first, *rest = name.split(".")
    if first == "facts":
        fact = case.fact(rest[0])
        return getattr(fact, rest[1]) if fact else ()
    if first == "off_script":
        return case.off_script.get(rest[0], ())
    if first == "own_questions":
        return case.own_questions[int(rest[0])].say
    if first == "interjections":
        put_in = case.interjections[int(rest[0])]
        return tuple(
            each if each.speaker else each.model_copy(update={"speaker": put_in.speaker})
            for each in put_in.say
        )
    if first == "called":
        return called(case, ".".join(rest))
    if first == "replies":
        reply = next((each for topic, each in case.replies.items() if topic == rest[0]), None)
        return getattr(reply, rest[1]) if reply else ()
    held = getattr(case, first)
    for part in rest:
        held = getattr(held, part)
    return tuple(held)


def called(case: Case, name: str) -> tuple[Wording, ...]:
    """What one of the others in the room says to whoever calls them by name."""
    others = (*case.relatives, *case.others)
    return tuple(
        each.model_copy(update={"speaker": name})
        for other in others
        if other.name == name
        for each in other.called
    )


def wording_of(case: Case, key: str) -> Wording:
    """The wording that a turn names by its key, such as `facts.nights.told/0`."""
    name, _slash, number = key.rpartition("/")
    return pool(case, name)[int(number)]
