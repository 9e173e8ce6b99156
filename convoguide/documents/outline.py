"""A document as data: its sections and the themes each gathers, and what it may hold.

No document knows a guide: whatever conversation is handed in, its notes find their section by
theme.
"""

from typing import Annotated, Literal

from pydantic import Field

from convoguide.core.conversation import Voice
from convoguide.core.text import Flag, Text, Value
from convoguide.core.theme import Theme

Format = Literal["txt", "md", "html", "docx", "pdf", "fhir"]
Reader = Literal["journal", "plan", "handover", "request", "home", "patient"]
Part = Literal[
    "acute",
    "acute_table",
    "actions",
    "actions_plainly",
    "actions_table",
    "admission",
    "approval",
    "attachments",
    "attachments_ticked",
    "background",
    "call_at_night",
    "call_at_weekends",
    "call_by_day",
    "call_for_relief",
    "call_in_an_emergency",
    "call_in_the_evening",
    "call_when_death_was_expected",
    "capacity",
    "consent",
    "contacts",
    "contacts_plainly",
    "contacts_table",
    "coordinator",
    "current",
    "ended_actions",
    "follow_up",
    "held_by",
    "history",
    "identified",
    "may_change",
    "next_talk",
    "open_actions",
    "present",
    "received",
    "responsibility",
    "review",
    "share_with",
    "sheet_made",
    "signature",
    "situation",
    "topics",
    "updated",
    "where_in_illness",
]
"""A structured part of the conversation, in the form in which a section shows it."""


class Section(Value):
    """One heading with the themes whose notes stand under it, after its structured parts."""

    id: str
    heading: Text
    themes: tuple[Theme, ...] = ()
    parts: tuple[Part, ...] = ()
    parts_below: tuple[Part, ...] = ()
    """Parts that stand after the notes."""
    voices: tuple[Voice, ...] = ()
    """The only voices whose notes stand here; none named means all."""
    catch_all: Flag = False
    """Takes every note that no other section gathers."""
    on_limits: Text | None = None
    """A fixed sentence behind limits of treatment: where they are registered here."""


class Holds(Value):
    """What the reader of a document may see of steps that were left without an answer."""

    limits: Flag
    left_open: Literal["sentence_and_notes", "sentence_on_outlook", "nothing"]
    """Declined and deferred steps: their sentence, then their notes; the sentence alone, and only
    for what the person does and does not want to know; or not at all."""
    prognosis: Literal["raised", "noted", "never"]
    """Notes on the outlook: wherever raised, only where the step is `noted`, or not at all."""


class Outline(Value):
    """A document: for whom, in which order, from which themes."""

    id: str
    language: Literal["sv", "nb", "nn", "en"]
    title: Text
    summary: Text
    reader: Reader
    formats: Annotated[tuple[Format, ...], Field(min_length=1)]
    holds: Holds
    opening: Literal["talk", "date", "none"] = "talk"
    """What the document begins with: date, place and who was there; the date alone; nothing."""
    for_the_night: Flag = False
    """Whether it opens with three lines that someone called at night can act on."""
    needs_consent: Flag = False
    """Whether its first line says so where consent to sharing is not recorded."""
    needs_signature: Flag = False
    """Whether it is marked as a draft on every page until a physician has signed."""
    long_dates: Flag = False
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]

    def section_of(self, theme: str | None) -> Section | None:
        """The section that gathers a theme, else the catch-all, else None: it has no place here."""
        for section in self.sections:
            if theme is not None and theme in section.themes:
                return section
        return next((section for section in self.sections if section.catch_all), None)

    def gathered(self) -> frozenset[str]:
        """The themes that a section gathers by name; the catch-all does not count."""
        return frozenset(theme for section in self.sections for theme in section.themes)
