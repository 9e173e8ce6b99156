"""The structured parts of a conversation as one table: every form is made from it.

A part is one of four shapes: some keys of the conversation itself, a value of its own, a list of
such values, or what stands beside a limit. Nothing else in the screens knows the parts' fields.
"""

from dataclasses import dataclass
from typing import Literal

from convoguide.core import parts as model
from convoguide.core.text import Value
from convoguide.i18n import N_
from convoguide.tui import words
from convoguide.tui.words import Names

Kind = Literal[
    "text", "long", "day", "past", "interval", "choice", "choices", "flag", "texts", "table"
]
"""`past` is a day that lies behind, `texts` a text a line, `table` a list with its own form."""
Shape = Literal["keys", "value", "many", "decision"]


@dataclass(frozen=True)
class Field:
    """One value of a part: its key in the file, its name, what it may be."""

    key: str
    label: str
    kind: Kind = "text"
    allowed: Names | None = None
    needed: bool = False
    table: "Part | None" = None
    only: tuple[str, str] | None = None
    """A value, and what is said under the field as long as another one is chosen."""


@dataclass(frozen=True)
class Part:
    """One part. `notice` is said above its form."""

    id: str
    label: str
    shape: Shape
    fields: tuple[Field, ...]
    model: type[Value] | None = None
    notice: str = ""


_ON = Field("on", N_("date"), "past")
_RECEIVER = (
    Field("who", N_("who"), needed=True),
    Field("kind", N_("kind"), "choice", words.KINDS),
)
_SHARE_WITH = Part("share_with", N_("May be shared with"), "many", _RECEIVER, model.Receiver)
_NOT_WITH = Part("not_with", N_("Not to be shared with"), "many", _RECEIVER, model.Receiver)

PARTS: tuple[Part, ...] = (
    Part(
        "frame",
        N_("This conversation"),
        "keys",
        (
            Field("label", N_("label")),
            Field("held_on", N_("held on"), "past"),
            Field("place", N_("place"), "choice", words.PLACES),
            Field("led_by", N_("led by"), "choice", words.LEADERS),
            Field("language", N_("language of the documents"), "choice", words.LANGUAGES, True),
        ),
        notice=N_("A label you recognise it by: a room, never a name or an identity number."),
    ),
    Part(
        "present",
        N_("Who took part"),
        "many",
        (Field("who", N_("who"), "choice", words.WHO, True), Field("name", N_("name"))),
        model.Present,
    ),
    Part(
        "capacity",
        N_("Able to take part and decide"),
        "value",
        (
            Field("able", N_("able"), "choice", words.ABLE),
            Field("assessed_by", N_("assessed by")),
            _ON,
        ),
        model.Capacity,
    ),
    Part(
        "identified",
        N_("Identified"),
        "value",
        (
            _ON,
            Field("would_be_surprised", N_("would be surprised"), "flag", words.YES_NO),
            Field("criteria", N_("criteria met"), "choices", words.CRITERIA),
        ),
        model.Identified,
    ),
    Part(
        "background",
        N_("Background"),
        "value",
        (
            Field("situation", N_("situation"), "long"),
            Field("background", N_("background"), "long"),
            Field("current", N_("current"), "long"),
        ),
        model.Background,
    ),
    Part(
        "actions",
        N_("Actions"),
        "many",
        (
            Field("what", N_("what"), needed=True),
            Field("why", N_("why")),
            Field("responsible", N_("responsible")),
            Field("due", N_("due"), "day"),
            Field("ended", N_("ended"), "past"),
        ),
        model.Action,
    ),
    Part(
        "contacts",
        N_("Contacts"),
        "many",
        (
            Field("name", N_("name"), needed=True),
            Field("role", N_("role")),
            Field("role_id", N_("function"), "choice", words.ROLE_IDS),
            Field("coordinates", N_("coordinates"), "flag", words.YES_NO),
            Field("phone", N_("phone")),
            Field("hours", N_("hours"), "choices", words.HOURS),
            Field("needs", N_("call when"), "choices", words.NEEDS),
            Field("for_", N_("for what")),
        ),
        model.Contact,
    ),
    Part(
        "acute",
        N_("If things get acutely worse"),
        "many",
        (
            Field("situation", N_("situation"), needed=True),
            Field("do", N_("do"), "long"),
            Field("call", N_("call")),
            Field("medication", N_("medication")),
        ),
        model.Acute,
    ),
    Part(
        "admission",
        N_("Admission"),
        "value",
        (
            Field("arranged", N_("arranged"), "long"),
            Field("open_contact", N_("open contact"), "long"),
        ),
        model.Admission,
    ),
    Part(
        "attachments",
        N_("Attachments"),
        "keys",
        (Field("attachments", N_("attachments"), "choices", words.ATTACHMENTS),),
    ),
    Part(
        "review",
        N_("Plan review"),
        "value",
        (
            Field("on", N_("date"), "day"),
            Field("every", N_("every"), "interval"),
            Field("when", N_("when")),
        ),
        model.Review,
    ),
    Part("follow_up", N_("Follow-up"), "keys", (Field("follow_up", N_("date"), "day"),)),
    Part(
        "consent",
        N_("Consent"),
        "value",
        (
            Field("to_plan", N_("to a plan"), "flag", words.YES_NO),
            Field("given_by", N_("given by"), "choice", words.GIVERS),
            _ON,
            Field("share_with", N_("may be shared with"), "table", table=_SHARE_WITH),
            Field("not_with", N_("not to be shared with"), "table", table=_NOT_WITH),
        ),
        model.Consent,
    ),
    Part(
        "decision",
        N_("Physician's decision on limits"),
        "decision",
        (
            Field(
                "decided_by.role",
                N_("decided by"),
                "choice",
                words.LEADERS,
                only=(
                    "physician",
                    N_("It stays a wish: only a physician's decision makes it a limit."),
                ),
            ),
            Field("decided_by.name", N_("name")),
            Field("decided_on", N_("decided on"), "past"),
            Field("grounds", N_("grounds"), "long"),
            Field("consulted", N_("consulted"), "texts"),
            Field("patient_view", N_("the patient's view"), "long"),
            Field("relatives_view", N_("the relatives' view"), "long"),
            Field("review_on", N_("to be reviewed on"), "day"),
        ),
        notice=N_(
            "Applies as a wish until a physician's decision is entered: who, and when. "
            "It changes nothing in the journal system."
        ),
    ),
    Part(
        "palliative_plan",
        N_("Palliative plan"),
        "value",
        (
            Field("where_in_illness", N_("where in the illness"), "long"),
            Field("held_by", N_("held by"), "texts"),
            Field("updated", N_("updated"), "past"),
            Field("replaces", N_("replaces")),
            Field("signed_by", N_("signed by")),
            Field("signed_on", N_("signed on"), "past"),
        ),
        model.PalliativePlan,
    ),
    Part(
        "documented",
        N_("In the journal"),
        "value",
        (Field("on", N_("date"), "past"), Field("where", N_("where"))),
        model.Documented,
    ),
)

BY_ID = {part.id: part for part in PARTS}
