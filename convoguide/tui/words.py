"""The words of the conversation screen: voices and outcomes with their letters, fixed values.

The letters are those of the plain mode. Fixed values have an id, which is what the conversation
file says, and a name in the interface's language.
"""

from convoguide.core.conversation import Entry, Note, Voice
from convoguide.dates import told_day
from convoguide.i18n import N_, ngettext
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
    YES_NO,
    Names,
)
from convoguide.services.names import VOICES as _VOICES
from convoguide.services.names import WHO as ROLES

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
    "YES_NO",
    "Names",
]

VOICES: dict[str, tuple[Voice, str]] = {
    **_VOICES,
    "c": ("clinician", N_("the clinician's note")),
}
"""Letter → voice, and what a note in it is; who types is told of the note, not of words said."""

_SPEAKERS: dict[str, str] = {
    "patient": N_("Patient"),
    "relative": N_("Relative"),
    "presumed": N_("Presumed will"),
    "recommendation": N_("Proposed"),
}

MARKS = {
    "noted": "[x]",
    "declined": "[-]",
    "unsure": "[?]",
    "deferred": "[>]",
    "nothing_to_add": "[.]",
    "not_raised": "[ ]",
}
"""A step's state in three characters of plain ASCII."""


def mark_of(entry: Entry, *, filled: bool) -> str:
    """The mark of a step. `filled`: its facts hold something, which counts as noted."""
    return MARKS["noted" if filled and entry.state == "not_raised" else entry.state]


WAYS = {
    "s": ("steps", N_("step by step")),
    "a": ("afterwards", N_("afterwards")),
    "j": ("jot", N_("jot")),
}

# In a list of who was there the person comes first, then their own.
WHO: Names = {each: ROLES[each] for each in ("patient", "relative", "representative", *ROLES)}


def voice_words(voice: Voice) -> str:
    """What a note in this voice is, inside a sentence."""
    return next(_(words) for each, words in VOICES.values() if each == voice)


def way_words(way: str) -> str:
    """The way a conversation is shown, inside a sentence."""
    return next(_(words) for each, words in WAYS.values() if each == way)


def lead_of(note: Note) -> str:
    """What stands before a note's text in a list: whose words, and whether it is held apart."""
    about = [_(_SPEAKERS[note.voice])] if note.voice in _SPEAKERS else []
    if note.private:
        about.append(_("held apart"))
    return f"{', '.join(about)}: " if about else "– "


def state_words(entry: Entry) -> str:
    """How a step was left, in words, and what became of last time's; empty where there is none."""
    since = [_(SINCE[entry.since])] if entry.since is not None else []
    return ", ".join(filter(None, (_left_words(entry), *since)))


def _left_words(entry: Entry) -> str:
    if entry.outcome == "deferred" and entry.again_on:
        return _("another time, on {date}").format(date=told_day(entry.again_on))
    for each, words in OUTCOMES.values():
        if each == entry.outcome and each != "not_raised":
            return _(words)
    return ""


def count_words(notes: int) -> str:
    """So many notes."""
    return ngettext("{n} note", "{n} notes", notes).format(n=notes)
