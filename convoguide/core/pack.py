"""A local pack as content: what an organisation, a unit or a person says in its own way.

Everything but the first lines may be left out, and everything goes by id: what a pack does not
name stays as it is. A pack holds texts and nothing that executes.
"""

import re
from collections.abc import Mapping
from string import Formatter
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Discriminator, Field, Tag
from pydantic_core import PydanticCustomError

from convoguide.core.conversation import OTHER
from convoguide.core.guide import OneReminder, Reminders, Step
from convoguide.core.parts import Contact
from convoguide.core.text import Flag, Text, Value

SEPARATOR = ":"
"""Between a pack's id and a step's: `kalmar:memories`."""

_ID = re.compile(r"[a-z][a-z0-9-]{1,39}")
_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.+_-]{0,29}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
_STEP = re.compile(r"[a-z][a-z0-9_]{0,39}")
_LOGO = re.compile(r"[\w][\w.-]{0,59}\.(png|svg)", re.IGNORECASE)
# They begin contexts of a guide's own texts, where a step's id stands otherwise.
_TAKEN = frozenset({"stage", "choice", "checklist"})


def _matching(pattern: re.Pattern[str], kind: str) -> AfterValidator:
    def check(value: str) -> str:
        if not pattern.fullmatch(value) or value in _TAKEN:
            raise PydanticCustomError(kind, "another form")
        return value

    return AfterValidator(check)


PackId = Annotated[str, _matching(_ID, "pack_id")]
Version = Annotated[str, _matching(_VERSION, "pack_version")]
LanguageTag = Annotated[str, _matching(_LANGUAGE, "language_tag")]
LogoName = Annotated[str, _matching(_LOGO, "logo_name")]


def is_step_id(text: str) -> bool:
    """Whether an own step may have this id: small letters, digits and `_`."""
    return bool(_STEP.fullmatch(text)) and text != OTHER and text not in _TAKEN


def _not_blank(value: str) -> str:
    if not value.strip():
        raise PydanticCustomError("blank", "empty")
    return value


Said = Annotated[Text, AfterValidator(_not_blank)]
"""A text with something in it."""

Number = Annotated[int, Field(ge=1, le=99)]
"""A place in a list, as people count: from one."""


def _form(value: Any) -> str:
    if isinstance(value, str):
        return "alone"
    return "by_number" if isinstance(value, Mapping) else "whole"


def _listed(value: Any) -> str:
    return "by_number" if isinstance(value, Mapping) else "whole"


_Whole = Annotated[tuple[Said, ...], Field(min_length=1, max_length=30), Tag("whole")]
_ByNumber = Annotated[Mapping[Number, Said], Tag("by_number")]

Phrases = Annotated[_Whole | _ByNumber, Discriminator(_listed)]
"""A list that takes the place of the whole list, or single texts by their number in it."""

OwnReminders = Annotated[
    Annotated[Reminders, Tag("whole")] | Annotated[Mapping[Number, OneReminder], Tag("by_number")],
    Discriminator(_listed),
]
"""The same for reminders, which may have a condition."""

Translated = Annotated[
    Annotated[Said, Tag("alone")] | _Whole | _ByNumber,
    Discriminator(_form),
]
"""A text, or the texts of a list: all in their order, or some by their number."""


class StepWords(Value):
    """Own wording of one step; what is left out stays as it is."""

    title: Said | None = None
    topic: Said | None = None
    purpose: Said | None = None
    phrases: Phrases | None = None
    advice: Phrases | None = None
    reminders: OwnReminders | None = None


class ExtraStep(Value):
    """A step of one's own, and the step of the guide (or of this pack) that it follows."""

    after: str
    step: Step


class GuideWords(Value):
    """Own wording and extra steps for one guide, in the guide's own language."""

    title: Said | None = None
    summary: Said | None = None
    steps: Mapping[str, StepWords] = {}
    extra_steps: tuple[ExtraStep, ...] = ()


class DocumentWords(Value):
    """Own headings of one document, and the order of its sections."""

    title: Said | None = None
    headings: Mapping[str, Said] = {}
    order: tuple[str, ...] = ()
    """Sections by id; those not named follow in the order they had."""


class Limits(Value):
    """Where limits of treatment are registered in this organisation."""

    registered: Said
    """One sentence, as staff read it."""
    in_journal: Flag = False
    """Whether journals end what they say on limits with that sentence."""


class FurtherLanguage(Value):
    """A language of the content beyond those that come with the program."""

    name: Said
    direction: Literal["ltr", "rtl"] = "ltr"


def fields_in(text: str) -> frozenset[str] | None:
    """The names in braces of a text to be filled in; None where it is none we would fill."""
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        return None
    names = set()
    for _literal, name, spec, conversion in parts:
        if name is None:
            continue
        if not name.isidentifier() or spec or conversion:
            return None
        names.add(name)
    return frozenset(names)


def _same_fields(words: Mapping[str, str]) -> Mapping[str, str]:
    for message, own in words.items():
        asked, given = fields_in(message), fields_in(own)
        if asked is None or given is None or not given <= asked:
            raise PydanticCustomError("braces", "other names in braces", {"key": message})
    return words


class Translation(Value):
    """Texts in one language: those of guides and documents by their place, fixed words as such."""

    texts: Mapping[str, Translated] = {}
    words: Annotated[Mapping[str, Said], AfterValidator(_same_fields)] = {}
    """The documents' fixed words, by their English."""


class Pack(Value):
    """A local pack."""

    id: PackId
    version: Version
    title: Said
    organisation: Said
    language: LanguageTag
    languages: Mapping[LanguageTag, FurtherLanguage] = {}
    guides: Mapping[str, GuideWords] = {}
    documents: Mapping[str, DocumentWords] = {}
    contacts: tuple[Contact, ...] = ()
    limits: Limits | None = None
    texts: Mapping[LanguageTag, Translation] = {}
    logo: LogoName | None = None
