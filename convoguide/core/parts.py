"""The structured parts of a conversation: who was there, what was agreed, whom to call.

They are first-class beside the notes: documents place them, the self-check looks at them.
"""

from typing import Annotated, Any, Literal, get_args

from pydantic import BeforeValidator, ConfigDict

from convoguide.core.text import Day, Duration, Flag, Text, Value

Leader = Literal[
    "physician",
    "nurse",
    "assistant_nurse",
    "therapist",
    "social_worker",
    "chaplain",
    "other",
]
Who = Literal[
    "physician",
    "nurse",
    "assistant_nurse",
    "therapist",
    "social_worker",
    "chaplain",
    "other",
    "interpreter",
    "relative",
    "representative",
    "patient",
]
Giver = Literal["patient", "relative", "representative"]
Able = Literal["yes", "partly", "no"]
Place = Literal["home", "ward", "clinic", "care_home", "phone", "video"]
RoleId = Literal["responsible_physician", "care_contact", "care_worker_contact", "coordinator"]
Hours = Literal["day", "evening", "night", "weekend"]
Need = Literal["emergency", "relief", "planned_death", "admission"]
ReceiverKind = Literal["relative", "provider"]
Attachment = Literal[
    "treatment_plan",
    "esas_r",
    "pain_chart",
    "week_plan",
    "as_needed_medication",
    "communication_sheet",
]
Criterion = Literal[
    "declining",
    "resting",
    "unplanned_care",
    "weight_loss",
    "symptoms",
    "distress",
    "infections",
    "fast_development",
]

LEADERS: tuple[str, ...] = get_args(Leader)
WHO: tuple[str, ...] = get_args(Who)
GIVERS: tuple[str, ...] = get_args(Giver)
ABLE: tuple[str, ...] = get_args(Able)
PLACES: tuple[str, ...] = get_args(Place)
ROLE_IDS: tuple[str, ...] = get_args(RoleId)
HOURS: tuple[str, ...] = get_args(Hours)
NEEDS: tuple[str, ...] = get_args(Need)
ATTACHMENTS: tuple[str, ...] = get_args(Attachment)
CRITERIA: tuple[str, ...] = get_args(Criterion)


def _none_is_empty(value: Any) -> Any:
    return () if value is None else value


NoneIsEmpty = BeforeValidator(_none_is_empty)
Texts = Annotated[tuple[Text, ...], NoneIsEmpty]


class Present(Value):
    """Someone who took part."""

    who: Who
    name: Text | None = None


class Capacity(Value):
    """Whether the person can take part and decide today, and who assessed it."""

    able: Able | None = None
    assessed_by: Text | None = None
    on: Day | None = None


class Identified(Value):
    """What the identify checklist gave; `would_be_surprised` is printed in no document."""

    on: Day | None = None
    would_be_surprised: Flag | None = None
    criteria: Annotated[tuple[Criterion, ...], NoneIsEmpty] = ()


class Background(Value):
    """The clinical frame of a handover: the situation, what lies behind it, how it is now."""

    situation: Text | None = None
    background: Text | None = None
    current: Text | None = None


class Decider(Value):
    """Who decided a limit; only a physician's decision with a date makes it one."""

    role: Who
    name: Text | None = None


class Action(Value):
    """A measure agreed on, and who is responsible for it."""

    what: Text
    why: Text | None = None
    responsible: Text | None = None
    due: Day | None = None
    ended: Day | None = None


class Contact(Value):
    """Someone to call: when, for what, and whether they coordinate the plan."""

    name: Text
    role: Text | None = None
    role_id: RoleId | None = None
    coordinates: Flag | None = None
    phone: Text | None = None
    hours: Annotated[tuple[Hours, ...], NoneIsEmpty] = ()
    needs: Annotated[tuple[Need, ...], NoneIsEmpty] = ()
    # `for` is a word of Python's own; the file says `for`.
    for_: Text | None = None

    model_config = ConfigDict(
        alias_generator=lambda name: name.rstrip("_"),
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
        # so that an error names the key as the file spells it
        loc_by_alias=True,
    )


class Acute(Value):
    """A situation that can be foreseen at home: what to do, whom to call, what is at hand."""

    situation: Text
    do: Text | None = None
    call: Text | None = None
    medication: Text | None = None


class PalliativePlan(Value):
    """What the palliative plan holds beyond the conversation; unsigned it is a draft."""

    where_in_illness: Text | None = None
    held_by: Texts = ()
    updated: Day | None = None
    replaces: Text | None = None
    signed_by: Text | None = None
    signed_on: Day | None = None


class Admission(Value):
    """Where and how an admission is arranged; an open contact only where it is clearly defined."""

    arranged: Text | None = None
    open_contact: Text | None = None


class Receiver(Value):
    """Someone with whom things may, or may not, be shared; a plain string is a provider."""

    who: Text
    kind: ReceiverKind | None = None


def _named(value: Any) -> Any:
    return {"who": value} if isinstance(value, str) else value


Receivers = Annotated[tuple[Annotated[Receiver, BeforeValidator(_named)], ...], NoneIsEmpty]


class Consent(Value):
    """Leave to make a plan, and to share: with whom, and with whom not."""

    to_plan: Flag | None = None
    given_by: Giver | None = None
    on: Day | None = None
    share_with: Receivers = ()
    not_with: Receivers = ()


class Review(Value):
    """When the plan is gone through again: a date, an interval, or the occasion for it."""

    on: Day | None = None
    every: Duration | None = None
    when: Text | None = None


class LetterLine(Value):
    """A line of the letter home, worded and accepted by the clinician."""

    step: str
    text: Text


class Documented(Value):
    """That the text stands in the journal: when it was put there, and in which system."""

    on: Day | None = None
    where: Text | None = None
