"""A case as content: a person to rehearse with, and everything that this person may say.

A case is data alone. Which of its wordings is said when is the patient's affair
(`convoguide.practice.patient`); here is only what a case is made of and what it must hold.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from convoguide.core.pack import Said
from convoguide.core.parts import Place, Who
from convoguide.core.text import Flag, Value
from convoguide.practice.phrasings import Choices, Situation
from convoguide.practice.reactions import Reactions
from convoguide.practice.wording import OneWording, Two, Wording, Wordings

FORMAT = "convoguide/case@1"

Level = Literal["easy", "medium", "hard"]
Condition = Literal[
    "heart_failure",
    "copd",
    "cancer",
    "als",
    "dementia",
    "frailty",
    "kidney_failure",
    "neurological",
    "other",
]
WantsToKnow = Literal["yes", "partly", "no", "unsure"]
"""Whether the person wants to hear what may lie ahead."""

ReplyTopic = Literal[
    "agenda",
    "permission",
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
    "prognosis",
    "hospital_admission",
    "end_of_life_priorities",
    "place_of_care",
    "people_present",
    "plan",
    "follow_up",
    "smalltalk",
]
"""What a patient can be asked about; the other topics are reactions of their own."""

Opener = Literal["empathy", "silence", "permission", "open_question", "reflection"]


def _between(least: float, most: float, kind: str) -> AfterValidator:
    def check(value: float) -> float:
        if not least <= value <= most:
            raise PydanticCustomError(kind, "out of bounds")
        return value

    return AfterValidator(check)


def _matching(pattern: str, kind: str) -> AfterValidator:
    def check(value: str) -> str:
        if not re.fullmatch(pattern, value):
            raise PydanticCustomError(kind, "another form")
        return value

    return AfterValidator(check)


Share = Annotated[float, _between(0, 1, "share")]
Pace = Annotated[float, _between(0.5, 1.5, "pace")]
Age = Annotated[int, _between(16, 110, "age")]
CaseId = Annotated[str, _matching(r"[a-z][a-z0-9-]{1,39}", "pack_id")]
FactId = Annotated[str, _matching(r"[a-z][a-z0-9_]{0,39}", "fact_id")]


class Person(Value):
    """Who it is. All of it is made up."""

    name: Said
    called: Said
    age: Age
    background: Said
    home: Said


class Relative(Value):
    """Someone near, who may be in the room."""

    name: Said
    who: Said
    about: Said
    present: Flag = False
    called: tuple[OneWording, ...] = ()
    """What they say to one who calls them by name, where nothing of theirs fits better."""


class Teacher(Value):
    """The page for who leads the rehearsal; shown afterwards, never before."""

    held_back: Said
    opens: Said
    talk_about: Annotated[tuple[Said, ...], Field(min_length=2)]


class Start(Value):
    """How it is with the person as the talk begins, and how fast it changes."""

    trust: Share
    distress: Share
    energy: Share
    warms: Pace = 1.0
    """How fast trust grows: under 1 for who needs longer."""
    cools: Pace = 1.0
    """How fast it is lost."""


class Opens(Value):
    """What a fact waits for. `by`: any one of these, now or in the turn before."""

    trust: Share = 0.0
    after: tuple[str, ...] = ()
    by: tuple[Opener, ...] = ()


class Fact(Value):
    """Something true of the person that is told when it can be."""

    id: FactId
    about: Said
    """One line for teacher and debrief."""
    topics: Annotated[tuple[ReplyTopic, ...], Field(min_length=1)]
    opens: Opens = Opens()
    secret: Flag = False
    """Held back until it is earned."""
    closed: tuple[OneWording, ...] = ()
    """What is said or hinted while it is closed."""
    told: Wordings
    again: tuple[OneWording, ...] = ()
    """What is said when the talk comes back to it."""


class Reply(Value):
    """What is said on a topic when no fact is: to one who is trusted, and to one who is not."""

    open: Two
    guarded: Wordings


class Stop(Value):
    """When the person wants to stop, and how it is said."""

    distress: Share = 0.92
    energy: Share = 0.08
    trust: Share = 0.06
    warns: Two
    says: Two
    after: Two
    """To one who goes on all the same."""


class OwnQuestion(Value):
    """A question outside the script that only this person is asked, found by its words."""

    words: Annotated[tuple[Said, ...], Field(min_length=1)]
    say: Wordings


class Interjection(Value):
    """Something a relative in the room puts in after the person has spoken."""

    speaker: Said
    topics: tuple[str, ...] = ()
    """Only where the talk is on one of these; any, where none is named."""
    say: Wordings


class Case(Value):
    """A person to rehearse with."""

    format: Literal["convoguide/case@1"]
    id: CaseId
    language: Literal["sv", "nb", "nn"]
    guide: str
    level: Level
    condition: Condition
    setting: Place
    present: Annotated[tuple[Who, ...], Field(min_length=1)]
    wants_to_know: WantsToKnow
    title: Said
    aim: Said
    person: Person
    speaks: str | None = None
    """The relative one talks with, where it is not the person."""
    illness: Said
    situation: Said
    knows: Said
    wants: Said
    hopes: Annotated[tuple[Said, ...], Field(min_length=1)]
    fears: Annotated[tuple[Said, ...], Field(min_length=1)]
    relatives: tuple[Relative, ...] = ()
    others: tuple[Relative, ...] = ()
    """Someone else in the room: an interpreter, a colleague."""
    teacher: Teacher
    start: Start
    opening: Wordings
    facts: Annotated[tuple[Fact, ...], Field(min_length=4)]
    replies: Mapping[ReplyTopic, Reply]
    reactions: Reactions
    off_script: Mapping[str, Wordings]
    own_questions: tuple[OwnQuestion, ...] = ()
    interjections: tuple[Interjection, ...] = ()
    phrasings: Mapping[Situation, Choices] = {}
    """What to choose among here, where the language's common phrasings do not fit."""
    stop: Stop

    def fact(self, fact_id: str) -> Fact | None:
        """The fact of that id."""
        return next((each for each in self.facts if each.id == fact_id), None)

    def secrets(self) -> tuple[Fact, ...]:
        """What is held back until it is earned."""
        return tuple(each for each in self.facts if each.secret)

    def topics(self) -> frozenset[str]:
        """The topics on which this person has something of their own to tell."""
        return frozenset(topic for each in self.facts for topic in each.topics)

    def names(self) -> tuple[str, ...]:
        """Every name that belongs to the case."""
        return (
            *self.person.name.split(),
            self.person.called,
            *(each.name for each in (*self.relatives, *self.others)),
        )

    def wordings(self) -> Iterator[tuple[tuple[str | int, ...], Wording]]:
        """Every wording, with its key path."""
        yield from _numbered(("opening",), self.opening)
        for n, fact in enumerate(self.facts):
            for key in ("closed", "told", "again"):
                yield from _numbered(("facts", n, key), getattr(fact, key))
        for topic, reply in self.replies.items():
            yield from _numbered(("replies", topic, "open"), reply.open)
            yield from _numbered(("replies", topic, "guarded"), reply.guarded)
        yield from _inside(("reactions",), self.reactions)
        for question, words in self.off_script.items():
            yield from _numbered(("off_script", question), words)
        for n, own in enumerate(self.own_questions):
            yield from _numbered(("own_questions", n, "say"), own.say)
        for n, put_in in enumerate(self.interjections):
            yield from _numbered(("interjections", n, "say"), put_in.say)
        for key in ("relatives", "others"):
            for n, other in enumerate(getattr(self, key)):
                yield from _numbered((key, n, "called"), other.called)
        yield from _inside(("stop",), self.stop)


def _numbered(
    at: tuple[str | int, ...], words: tuple[Wording, ...]
) -> Iterator[tuple[tuple[str | int, ...], Wording]]:
    for n, each in enumerate(words):
        yield (*at, n), each


def _inside(
    at: tuple[str | int, ...], value: Value
) -> Iterator[tuple[tuple[str | int, ...], Wording]]:
    """The wordings of a value's fields, and of values within it."""
    for key in type(value).model_fields:
        held = getattr(value, key)
        if isinstance(held, Value):
            yield from _inside((*at, key), held)
        elif isinstance(held, tuple):
            yield from _numbered((*at, key), held)
