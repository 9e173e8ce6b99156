"""The structured parts of a conversation as one table: what `.f` can set, and how it is typed.

Each part of the conversation file that is no note has a line here, under the file's own name. The
commands and their help are made from the table; nothing else knows the parts.
"""

from collections.abc import Mapping

from convoguide.cli.plain import words
from convoguide.cli.plain.form import Field, Kind, Part
from convoguide.core import parts as model


def N_(message: str) -> str:  # noqa: N802  # gettext's own name for «mark, do not translate»
    return message


def _yes_no(key: str, label: str) -> Field:
    return Field(key, label, "choice", words.YES_NO, flag=True)


def _single(name: str, label: str, kind: Kind = "text") -> Part:
    return Part((name,), label, (Field("", label, kind),))


def _one_of(name: str, label: str, allowed: Mapping[str, str]) -> Part:
    return Part((name,), label, (Field("", label, "choice", allowed),))


def _of_step(name: str, label: str, kind: Kind = "text") -> Part:
    return Part((name,), label, (Field("", label, kind),), place="step")


ON = Field("on", N_("date"), "past")

FRAME: tuple[Part, ...] = (
    _single("label", N_("Label")),
    _single("held_on", N_("Held on"), "past"),
    _single("started", N_("Started"), "moment"),
    _single("ended", N_("Ended"), "moment"),
    _one_of("place", N_("Place"), words.PLACES),
    _one_of("led_by", N_("Led by"), words.LEADERS),
    Part(
        ("present",),
        N_("Who took part"),
        (Field("who", N_("who"), "choice", words.WHO), Field("name", N_("name"))),
        model.Present,
        main="name",
        lead="who",
        lead_needed=True,
        many=True,
    ),
    Part(
        ("capacity",),
        N_("Able to take part and decide"),
        (
            Field("able", N_("able"), "choice", words.ABLE),
            Field("assessed_by", N_("assessed by")),
            ON,
        ),
        model.Capacity,
        main="able",
    ),
    Part(
        ("language",),
        N_("Language of the documents"),
        (Field("", N_("language"), "choice", words.LANGUAGES),),
        needed=True,
    ),
    _single("previous", N_("Earlier conversation"), "uuid"),
)

BEFORE: tuple[Part, ...] = (
    Part(
        ("identified",),
        N_("Identified"),
        (ON, _yes_no("would_be_surprised", N_("would be surprised"))),
        model.Identified,
    ),
    Part(
        ("identified", "criteria"),
        N_("Criteria met"),
        (Field("", N_("criterion"), "choice", words.CRITERIA),),
        many=True,
        parent=model.Identified,
    ),
    Part(
        ("background",),
        N_("Background"),
        (
            Field("situation", N_("situation")),
            Field("background", N_("background")),
            Field("current", N_("current")),
        ),
        model.Background,
    ),
)

PLAN: tuple[Part, ...] = (
    Part(
        ("actions",),
        N_("Actions"),
        (
            Field("what", N_("what")),
            Field("why", N_("why")),
            Field("responsible", N_("responsible")),
            Field("due", N_("due"), "day"),
            Field("ended", N_("ended"), "past"),
        ),
        model.Action,
        main="what",
        many=True,
    ),
    Part(
        ("contacts",),
        N_("Contacts"),
        (
            Field("name", N_("name")),
            Field("role", N_("role")),
            Field("role_id", N_("function"), "choice", words.ROLE_IDS),
            _yes_no("coordinates", N_("coordinates")),
            Field("phone", N_("phone")),
            Field("hours", N_("hours"), "choices", words.HOURS),
            Field("needs", N_("call when"), "choices", words.NEEDS),
            Field("for", N_("for what")),
        ),
        model.Contact,
        main="name",
        many=True,
    ),
    Part(
        ("acute",),
        N_("If things get acutely worse"),
        (
            Field("situation", N_("situation")),
            Field("do", N_("do")),
            Field("call", N_("call")),
            Field("medication", N_("medication")),
        ),
        model.Acute,
        main="situation",
        many=True,
    ),
    Part(
        ("admission",),
        N_("Admission"),
        (Field("arranged", N_("arranged")), Field("open_contact", N_("open contact"))),
        model.Admission,
        main="arranged",
    ),
    Part(
        ("attachments",),
        N_("Attachments"),
        (Field("", N_("attachment"), "choice", words.ATTACHMENTS),),
        many=True,
    ),
    Part(
        ("review",),
        N_("Plan review"),
        (
            Field("on", N_("date"), "day"),
            Field("every", N_("every"), "duration"),
            Field("when", N_("when")),
        ),
        model.Review,
        main="on",
    ),
    _single("follow_up", N_("Follow-up"), "day"),
    Part(
        ("palliative_plan",),
        N_("Palliative plan"),
        (
            Field("where_in_illness", N_("where in the illness")),
            Field("updated", N_("updated"), "past"),
            Field("replaces", N_("replaces")),
            Field("signed_by", N_("signed by")),
            Field("signed_on", N_("signed on"), "past"),
        ),
        model.PalliativePlan,
    ),
    Part(
        ("palliative_plan", "held_by"),
        N_("Who holds the palliative plan"),
        (Field("", N_("name")),),
        many=True,
        parent=model.PalliativePlan,
    ),
)

LEAVE: tuple[Part, ...] = (
    Part(
        ("consent",),
        N_("Consent"),
        (
            _yes_no("to_plan", N_("to a plan")),
            Field("given_by", N_("given by"), "choice", words.GIVERS),
            ON,
        ),
        model.Consent,
    ),
    Part(
        ("consent", "share_with"),
        N_("May be shared with"),
        (Field("who", N_("who")), Field("kind", N_("kind"), "choice", words.KINDS)),
        model.Receiver,
        main="who",
        lead="kind",
        many=True,
        parent=model.Consent,
    ),
    Part(
        ("consent", "not_with"),
        N_("Not to be shared with"),
        (Field("who", N_("who")), Field("kind", N_("kind"), "choice", words.KINDS)),
        model.Receiver,
        main="who",
        lead="kind",
        many=True,
        parent=model.Consent,
    ),
    Part(
        ("letter",),
        N_("Lines of the letter home"),
        (Field("step", N_("step"), "step"), Field("text", N_("text"))),
        model.LetterLine,
        main="text",
        lead="step",
        lead_needed=True,
        many=True,
    ),
    Part(
        ("documented",),
        N_("In the journal"),
        (Field("where", N_("where")), ON),
        model.Documented,
        main="where",
    ),
)

DECISION: tuple[Part, ...] = (
    Part(
        ("decided_by",),
        N_("Decided by"),
        (Field("role", N_("role"), "choice", words.WHO), Field("name", N_("name"))),
        model.Decider,
        main="name",
        lead="role",
        lead_needed=True,
        place="step",
    ),
    _of_step("decided_on", N_("Decided on"), "past"),
    _of_step("grounds", N_("Grounds")),
    Part(("consulted",), N_("Consulted"), (Field("", N_("name")),), many=True, place="step"),
    _of_step("patient_view", N_("The patient's view")),
    _of_step("relatives_view", N_("The relatives' view")),
    _of_step("review_on", N_("Limits to be reviewed"), "day"),
)
"""What stands beside a limit, under the step for it."""

BESIDE: tuple[Part, ...] = (
    Part(
        ("since",),
        N_("Since last time"),
        (Field("", N_("since"), "choice", words.SINCE),),
        place="step",
    ),
    Part(
        ("theme",),
        N_("Theme of a note"),
        (Field("", N_("theme"), "choice", words.THEMES),),
        many=True,
        place="note",
    ),
)

PARTS = FRAME + BEFORE + PLAN + LEAVE + DECISION + BESIDE
