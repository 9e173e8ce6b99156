"""What a structured part is made of: the shape of the rows of the table in `parts`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from convoguide.core.text import Value

Kind = Literal["text", "day", "past", "moment", "duration", "uuid", "choice", "choices", "step"]


@dataclass(frozen=True)
class Field:
    """One value: its key as the file spells it, its name, and what it may be."""

    key: str
    label: str
    kind: Kind = "text"
    allowed: Mapping[str, str] = field(default_factory=dict)
    """The ids of a choice, each with its name; nothing for what is no choice."""
    flag: bool = False
    """A choice of yes and no that the file holds as true and false."""


@dataclass(frozen=True)
class Part:
    """One part: where it stands in the file, and what it is made of.

    A part with a `model` is typed `MAIN; KEY=VALUE; …`, where `lead` is a choice given by the first
    word of MAIN and `main` the field that the rest of it goes into. A part without one is a single
    value. `many` parts are lists: typing one more adds it, `#2` before it changes the second.
    """

    path: tuple[str, ...]
    label: str
    fields: tuple[Field, ...]
    model: type[Value] | None = None
    main: str | None = None
    lead: str | None = None
    lead_needed: bool = False
    many: bool = False
    place: Literal["conversation", "step", "note"] = "conversation"
    """Whether it belongs to the conversation, to the step one stands on, or to a note there."""
    parent: type[Value] | None = None
    """The value that holds it, where its path has two parts."""
    needed: bool = False
    """Whether it cannot be cleared, since no conversation is without it."""

    @property
    def name(self) -> str:
        """The name it is typed under: the last part of its path."""
        return self.path[-1]

    def field(self, key: str) -> Field:
        """The field of that key."""
        return next(each for each in self.fields if each.key == key)
