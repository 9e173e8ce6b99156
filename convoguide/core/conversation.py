"""A conversation is a value: every change gives a new one, and undo is the earlier value.

The fields are those of the conversation file `convoguide/conversation@1`.
"""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal, get_args

from pydantic import (
    BeforeValidator,
    SerializerFunctionWrapHandler,
    model_serializer,
    model_validator,
)
from pydantic_core import PydanticCustomError

from convoguide.core.parts import (
    Action,
    Acute,
    Admission,
    Attachment,
    Background,
    Capacity,
    Consent,
    Contact,
    Decider,
    Documented,
    Identified,
    Leader,
    LetterLine,
    NoneIsEmpty,
    PalliativePlan,
    Place,
    Present,
    Review,
    Texts,
)
from convoguide.core.text import Day, Flag, Identifier, Moment, Text, Value
from convoguide.core.theme import Theme

FORMAT = "convoguide/conversation@1"
OTHER = "other"
"""The step that stands in every guide, for what fits no step; an unfiled jot is a note of it."""

Outcome = Literal["noted", "nothing_to_add", "unsure", "declined", "deferred", "not_raised"]
Voice = Literal["patient", "relative", "presumed", "clinician", "recommendation"]
Since = Literal["confirmed", "changed", "withdrawn"]
LanguageId = Literal["sv", "nb", "nn", "en"]

OUTCOMES: tuple[str, ...] = get_args(Outcome)
VOICES: tuple[str, ...] = get_args(Voice)


class Note(Value):
    """Something that was said or seen, with whose voice it is.

    In a file a plain string is a clinician's note, and is written back as one.
    """

    text: Text
    voice: Voice = "clinician"
    private: Flag = False
    theme: Theme | None = None
    at: Moment | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_string(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) else value

    @model_serializer(mode="wrap")
    def _as_string(self, handler: SerializerFunctionWrapHandler) -> Any:
        fields = handler(self)
        return fields["text"] if set(fields) == {"text"} else fields


class Entry(Value):
    """What a step holds: its outcome, its notes, and for a limit who decided and when."""

    outcome: Outcome | None = None
    notes: Annotated[tuple[Note, ...], NoneIsEmpty] = ()
    again_on: Day | None = None
    decided_by: Decider | None = None
    decided_on: Day | None = None
    grounds: Text | None = None
    consulted: Texts = ()
    patient_view: Text | None = None
    relatives_view: Text | None = None
    review_on: Day | None = None
    since: Since | None = None

    @model_validator(mode="after")
    def _hangs_together(self) -> "Entry":
        if self.notes and self.outcome == "not_raised":
            raise PydanticCustomError(
                "notes_not_raised", "notes under not_raised", {"key": "notes"}
            )
        if self.again_on and self.outcome != "deferred":
            raise PydanticCustomError(
                "again_on_not_deferred", "again_on without deferred", {"key": "again_on"}
            )
        return self

    @property
    def state(self) -> str:
        """The outcome as it counts: notes without one mean noted, nothing at all not_raised."""
        return self.outcome or ("noted" if self.notes else "not_raised")

    @property
    def decided(self) -> bool:
        """Whether a physician decided it, with a date; only then a limit is more than a wish."""
        return (
            self.decided_by is not None
            and self.decided_by.role == "physician"
            and self.decided_on is not None
        )


DECISION_KEYS = (
    "decided_by",
    "decided_on",
    "grounds",
    "consulted",
    "patient_view",
    "relatives_view",
    "review_on",
)
"""The keys of an entry that speak of a medical decision."""

EMPTY = Entry.model_construct()


def _without_nulls(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: item for key, item in value.items() if item is not None}
    return {} if value is None else value


class Conversation(Value):
    """One conversation: frozen; its methods give the next value and leave this one as it is."""

    format: Literal["convoguide/conversation@1"]
    id: Identifier | None = None
    guide: str
    language: LanguageId
    label: Text | None = None
    held_on: Day | None = None
    started: Moment | None = None
    ended: Moment | None = None
    place: Place | None = None
    led_by: Leader | None = None
    present: Annotated[tuple[Present, ...], NoneIsEmpty] = ()
    capacity: Capacity | None = None
    previous: Identifier | None = None
    identified: Identified | None = None
    background: Background | None = None
    entries: Annotated[Mapping[str, Entry], BeforeValidator(_without_nulls)] = {}
    packs: Annotated[Mapping[str, Text], BeforeValidator(_without_nulls)] = {}
    actions: Annotated[tuple[Action, ...], NoneIsEmpty] = ()
    contacts: Annotated[tuple[Contact, ...], NoneIsEmpty] = ()
    acute: Annotated[tuple[Acute, ...], NoneIsEmpty] = ()
    palliative_plan: PalliativePlan | None = None
    admission: Admission | None = None
    consent: Consent | None = None
    attachments: Annotated[tuple[Attachment, ...], NoneIsEmpty] = ()
    review: Review | None = None
    letter: Annotated[tuple[LetterLine, ...], NoneIsEmpty] = ()
    follow_up: Day | None = None
    documented: Documented | None = None

    @model_validator(mode="after")
    def _hangs_together(self) -> "Conversation":
        if self.previous is not None and self.previous == self.id:
            raise PydanticCustomError("previous_is_itself", "previous is id", {"key": "previous"})
        return self

    def entry(self, step: str) -> Entry:
        """What the step holds; an empty entry, not raised, where it was never reached."""
        return self.entries.get(step, EMPTY)

    def notes(self) -> Iterator[tuple[str, int, Note]]:
        """Every note with its step and its place there, in the file's order."""
        for step, entry in self.entries.items():
            for index, note in enumerate(entry.notes):
                yield step, index, note

    # --- changes

    def having(self, **changes: Any) -> "Conversation":
        """The conversation with these parts changed; nothing is checked anew."""
        return self.model_copy(update=changes)

    def record(self, step: str, entry: Entry) -> "Conversation":
        """The step holds this entry from now on."""
        return self.having(entries={**self.entries, step: entry})

    def note(self, step: str, note: Note) -> "Conversation":
        """One more note under the step; a step marked as not raised is thereby raised."""
        entry = self.entry(step)
        changes: dict[str, Any] = {"notes": (*entry.notes, note)}
        if entry.outcome in ("not_raised", "nothing_to_add"):
            changes["outcome"] = "noted"
        return self.record(step, entry.model_copy(update=changes))

    def replace_note(self, step: str, index: int, note: Note) -> "Conversation":
        """Another text or voice in the place of one note."""
        entry = self.entry(step)
        notes = (*entry.notes[:index], note, *entry.notes[index + 1 :])
        return self.record(step, entry.model_copy(update={"notes": notes}))

    def retract(self, step: str, index: int | None = None) -> "Conversation":
        """Take back one note, or all that the step holds; an emptied step is not raised."""
        entry = self.entry(step)
        if index is None:
            return self._without(step)
        if not 0 <= index < len(entry.notes):
            raise IndexError(index)
        notes = entry.notes[:index] + entry.notes[index + 1 :]
        entry = entry.model_copy(update={"notes": notes})
        # A step that was only «noted» is empty again once its last note is gone.
        if not notes and entry.outcome in (None, "noted") and not _holds_more(entry):
            return self._without(step)
        return self.record(step, entry)

    def leave(self, step: str, outcome: Outcome, **details: Any) -> "Conversation":
        """Leave the step with an outcome; its notes stay, but for a date that no longer fits."""
        entry = self.entry(step)
        changes: dict[str, Any] = {"outcome": outcome, **details}
        if outcome != "deferred" and entry.again_on is not None:
            changes["again_on"] = None
        if outcome == "not_raised" and entry.notes:
            raise ValueError("a step with notes was raised")
        return self.record(step, entry.model_copy(update=changes))

    def reopen(self, step: str) -> "Conversation":
        """Take back how the step was left; its notes stay."""
        entry = self.entry(step)
        if not entry.notes and not _holds_more(entry):
            return self._without(step)
        return self.record(step, entry.model_copy(update={"outcome": None, "again_on": None}))

    def move(self, step: str, index: int, to: str) -> "Conversation":
        """Put a note under another step; an unfiled note loses its theme when it is filed."""
        note = self.entry(step).notes[index]
        if to != OTHER and note.theme is not None:
            note = note.model_copy(update={"theme": None})
        return self.retract(step, index).note(to, note)

    def _without(self, step: str) -> "Conversation":
        return self.having(entries={key: e for key, e in self.entries.items() if key != step})


def _holds_more(entry: Entry) -> bool:
    """Whether the entry says something beyond its outcome and notes."""
    return any(getattr(entry, key) for key in DECISION_KEYS) or entry.since is not None


def to_file(conversation: Conversation) -> dict[str, Any]:
    """The conversation as the JSON of its file: what was given, and nothing that was not."""
    dumped: dict[str, Any] = conversation.model_dump(mode="json", exclude_unset=True, by_alias=True)
    return dumped
