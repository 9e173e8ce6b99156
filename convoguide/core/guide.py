"""A guide as content: stages and steps, what each is for and ways to say it.

No guide knows a document: a step names a theme, and documents gather themes.
"""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, PrivateAttr, model_validator
from pydantic_core import PydanticCustomError

from convoguide.core.conversation import OTHER, Conversation
from convoguide.core.parts import Able, Leader, Who
from convoguide.core.text import Text, Value
from convoguide.core.theme import Theme

Country = Literal["SE", "NO"]
Takes = Literal["note", "choice", "checklist", "date", "person"]
Part = Literal[
    "capacity",
    "present",
    "consent",
    "decision",
    "actions",
    "contacts",
    "acute",
    "admission",
    "review",
    "follow_up",
    "attachments",
    "background",
    "identified",
    "documented",
]
"""A structured part of the conversation file that belongs with a step."""


class Condition(Value):
    """When something is shown: data, never an expression. All that is named must hold."""

    led_by: tuple[Leader, ...] | None = None
    able: tuple[Able, ...] | None = None
    present: tuple[Who, ...] | None = None

    def holds(self, conversation: Conversation) -> bool:
        """Whether the conversation, as it is now, meets the condition."""
        able = conversation.capacity.able if conversation.capacity else None
        there = {person.who for person in conversation.present}
        return (
            (self.led_by is None or conversation.led_by in self.led_by)
            and (self.able is None or able in self.able)
            and (self.present is None or not there.isdisjoint(self.present))
        )


class Reminder(Value):
    """Something to keep in mind, always or under a condition."""

    text: Text
    only_if: Condition | None = None


def _text_alone(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


OneReminder = Annotated[Reminder, BeforeValidator(_text_alone)]
Reminders = tuple[OneReminder, ...]


class Option(Value):
    """One answer of a choice or one line of a checklist."""

    id: str
    text: Text
    hint: Text | None = None


class _Step(Value):
    id: str
    title: Text
    topic: Text
    purpose: Text
    theme: Theme | None
    takes: tuple[Takes, ...] = ("note",)
    advice: tuple[Text, ...] = ()
    choices: tuple[Option, ...] = ()
    checklist: tuple[Option, ...] = ()
    fills: tuple[Part, ...] = ()
    reminders: Reminders = ()
    only_if: Condition | None = None

    @model_validator(mode="after")
    def _takes_what_it_offers(self) -> "_Step":
        for kind, offered in (("choice", self.choices), ("checklist", self.checklist)):
            if (kind in self.takes) != bool(offered):
                raise PydanticCustomError(
                    "takes", "takes and what is offered differ", {"key": "takes", "kind": kind}
                )
        return self


class SpokenStep(_Step):
    """A step said aloud: two to four ways to say it."""

    kind: Literal["spoken"]
    phrases: Annotated[tuple[Text, ...], Field(min_length=2, max_length=4)]


class AdviceStep(_Step):
    """A step with advice for the one who leads; nothing is said aloud."""

    kind: Literal["advice"]
    advice: Annotated[tuple[Text, ...], Field(min_length=1)]


class ChecklistStep(_Step):
    """A step whose lines are ticked off."""

    kind: Literal["checklist"]
    checklist: Annotated[tuple[Option, ...], Field(min_length=1)]


Step = Annotated[SpokenStep | AdviceStep | ChecklistStep, Field(discriminator="kind")]


class Stage(Value):
    """A part of the conversation, with its aim in one line."""

    id: str
    title: Text
    aim: Text
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]


class Source(Value):
    """Where the structure comes from, and that the wording is our own."""

    title: Text
    version: Text
    publisher: Text
    copyright: Text
    licence: Text
    wording: Text


class Guide(Value):
    """A conversation guide."""

    kind: Literal["conversation"]
    id: str
    language: Literal["sv", "nb", "nn", "en"]
    country: Country
    title: Text
    summary: Text
    journal: str
    source: Source
    reminders: Reminders = ()
    neighbours: Mapping[Theme, str] = {}
    """Theme → the step under which its notes stand nearest, for themes that no step captures."""
    stages: Annotated[tuple[Stage, ...], Field(min_length=1)]
    _packs: Mapping[str, str] = PrivateAttr(default_factory=dict)

    @property
    def packs(self) -> Mapping[str, str]:
        """The packs that this guide speaks with, id → version; none as it is shipped.

        No key of a guide file: who puts packs and guides together says it.
        """
        return self._packs

    def with_packs(self, packs: Mapping[str, str], stages: tuple[Stage, ...]) -> "Guide":
        """The guide with these stages, which come from these packs."""
        guide = self.model_copy(update={"stages": stages})
        guide._packs = dict(packs)
        return guide

    def steps(self) -> Iterator[SpokenStep | AdviceStep | ChecklistStep]:
        """All steps in the guide's order."""
        for stage in self.stages:
            yield from stage.steps

    def step(self, step_id: str) -> SpokenStep | AdviceStep | ChecklistStep | None:
        """The step of that id, None for `other` and for what the guide does not hold."""
        return next((step for step in self.steps() if step.id == step_id), None)

    def stage_of(self, step_id: str) -> Stage | None:
        """The stage that holds the step."""
        for stage in self.stages:
            if any(step.id == step_id for step in stage.steps):
                return stage
        return None

    def theme_of(self, step_id: str) -> str | None:
        """The theme a step captures; None where it has none or the guide does not know it."""
        step = self.step(step_id)
        return step.theme if step else None

    def step_for(self, theme: str) -> str:
        """The step under which a note of that theme stands best; `other` where there is none.

        Of several steps with the theme it is the one of its name, else the first in order.
        """
        own = self.step(theme)
        if own is not None and own.theme == theme:
            return theme
        first = next((step.id for step in self.steps() if step.theme == theme), None)
        neighbours: Mapping[str, str] = self.neighbours  # type: ignore[assignment]  # any key asks
        return first or neighbours.get(theme, OTHER)

    def knows(self, step_id: str) -> bool:
        """Whether notes may stand under this id: a step, `other`, or a pack's `packid:step`.

        A pack that is here has its steps in the guide; of one that is not, any step may be.
        """
        return step_id == OTHER or ":" in step_id or self.step(step_id) is not None


class Checklist(Value):
    """The identify checklist: should a conversation be offered? Never a score or a verdict."""

    kind: Literal["checklist"]
    id: str
    language: Literal["sv", "nb", "nn", "en"]
    country: Country
    title: Text
    summary: Text
    source: Source
    question: Text
    answers: Annotated[tuple[Option, ...], Field(min_length=2)]
    criteria: Annotated[tuple[Option, ...], Field(min_length=1)]
    occasions: Annotated[tuple[Option, ...], Field(min_length=1)]
    instruments: tuple[Text, ...]
    notice: tuple[Text, ...]
    result: Text
    reminders: Reminders = ()


AnyGuide = Annotated[Guide | Checklist, Field(discriminator="kind")]
AnyStep = SpokenStep | AdviceStep | ChecklistStep
