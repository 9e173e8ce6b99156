"""The words of the line mode: voices and outcomes with their letters, and names of fixed values.

Fixed values have an id, which is what the conversation file says, and a name in the interface's
language. Either can be typed, so the names are short and are words people say.
"""

import unicodedata
from collections.abc import Mapping

from convoguide.core import theme
from convoguide.core.conversation import OTHER, Entry, Voice
from convoguide.core.guide import AnyStep, Guide
from convoguide.core.text import collapse
from convoguide.dates import told_day
from convoguide.i18n import Language, current, ngettext
from convoguide.i18n import gettext as _
from convoguide.services.names import (
    ABLE,
    ATTACHMENTS,
    CRITERIA,
    GIVERS,
    HOURS,
    KINDS,
    LANGUAGES,
    LEADERS,
    NEEDS,
    OUTCOMES,
    PLACES,
    ROLE_IDS,
    SINCE,
    VOICES,
    WHO,
    YES_NO,
)

__all__ = [
    "ABLE",
    "ATTACHMENTS",
    "CRITERIA",
    "GIVERS",
    "HOURS",
    "KINDS",
    "LANGUAGES",
    "LEADERS",
    "NEEDS",
    "OUTCOMES",
    "PLACES",
    "ROLE_IDS",
    "SINCE",
    "VOICES",
    "WHO",
    "YES_NO",
]

REOPEN = "r"
"""The letter that takes back how a step was left."""

THEMES = {each: each for each in theme.THEMES}
"""Themes go by their ids: they are the program's own vocabulary, without names for people."""


def fold(text: str) -> str:
    """The text for comparing: no case, no accents, one space between words, `_` is a space."""
    plain = text.casefold().replace("ø", "o").replace("æ", "ae").replace("_", " ")
    decomposed = unicodedata.normalize("NFKD", plain)
    return collapse("".join(each for each in decomposed if not unicodedata.combining(each)))


def match(text: str, allowed: Mapping[str, str], *, begun: bool = True) -> str | None:
    """The id that the text means, by id or name, whole or (if `begun`) its only beginning."""
    wanted = fold(text)
    names = {fold(_(name)): each for each, name in allowed.items()}
    names |= {fold(each): each for each in allowed}
    if not wanted or wanted in names:
        return names.get(wanted)
    found = {each for name, each in names.items() if name.startswith(wanted)}
    return found.pop() if begun and len(found) == 1 else None


def listed(allowed: Mapping[str, str]) -> str:
    """The allowed ids, each with its name where that says more."""
    return ", ".join(
        each if fold(each) == fold(_(name)) else f"{each} ({_(name)})"
        for each, name in allowed.items()
    )


def voice_words(voice: Voice) -> str:
    """What a note in this voice is, inside a sentence."""
    return next(_(words) for each, words in VOICES.values() if each == voice)


def outcome_words(outcome: str) -> str:
    """How a step left so reads; `noted` has no letter, since notes say it."""
    return next((_(words) for each, words in OUTCOMES.values() if each == outcome), _("noted"))


def state_words(entry: Entry, step: str = "") -> str:
    """The step's state: how it was left, and how many notes it has; `other` has notes only."""
    if step == OTHER and not entry.notes:
        return _("no notes")
    parts = []
    if entry.state == "deferred" and entry.again_on:
        parts.append(_("another time, on {date}").format(date=told_day(entry.again_on)))
    elif entry.state != "noted" or not entry.notes:
        parts.append(outcome_words(entry.state))
    if entry.notes:
        count = len(entry.notes)
        parts.append(ngettext("{n} note", "{n} notes", count).format(n=count))
    return ", ".join(parts)


# --- the guide's own text


def guide_words(guide: Guide, context: str, text: str, language: Language | None = None) -> str:
    """A text of the guide in the interface's language, or another; `context` as in the catalog."""
    return (language or Language(current())).content(f"{guide.id}/{context}", text, guide.language)


def step_title(guide: Guide, step_id: str) -> str:
    """The step's name; a step of a pack that is not here goes by its id."""
    if step_id == OTHER:
        return _("Other that came up")
    step = guide.step(step_id)
    return guide_words(guide, f"{step_id}/title", step.title) if step else step_id


def step_words(guide: Guide, step: AnyStep, field: str, text: str) -> str:
    """A text of one step."""
    return guide_words(guide, f"{step.id}/{field}", text)
