"""A document as data: its sections and the themes each gathers, and what it may hold.

No document knows a guide: whatever conversation is handed in, its notes find their section by
theme.
"""

from typing import Annotated, Literal

from pydantic import Field

from convoguide.core.text import Flag, Text, Value
from convoguide.core.theme import Theme

Format = Literal["txt", "md"]
Reader = Literal["journal", "plan"]
Part = Literal[
    "capacity",
    "identified",
    "background",
    "actions",
    "actions_table",
    "acute",
    "admission",
    "contacts",
    "contacts_table",
    "responsibility",
    "coordinator",
    "attachments",
    "review",
    "follow_up",
    "consent",
    "approval",
]
"""A structured part of the conversation, in the form in which a section shows it."""


class Section(Value):
    """One heading with the themes whose notes stand under it, after its structured parts."""

    id: str
    heading: Text
    themes: tuple[Theme, ...] = ()
    parts: tuple[Part, ...] = ()
    catch_all: Flag = False
    """Takes every note that no other section gathers."""


class Holds(Value):
    """What the reader of a document may see of steps that were left without an answer."""

    limits: Flag
    left_open: Literal["sentence_and_notes", "nothing"]
    """Declined and deferred steps: their sentence, then their notes; or not at all."""
    prognosis: Literal["raised", "noted"]
    """Notes on the outlook: wherever raised, or only where the step is `noted`."""


class Outline(Value):
    """A document: for whom, in which order, from which themes."""

    id: str
    language: Literal["sv", "nb", "nn", "en"]
    title: Text
    summary: Text
    reader: Reader
    formats: Annotated[tuple[Format, ...], Field(min_length=1)]
    holds: Holds
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
