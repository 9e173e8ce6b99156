"""The words of the conversation screen: voices and outcomes with their letters, fixed values.

The letters are those of the plain mode. Fixed values have an id, which is what the conversation
file says, and a name in the interface's language.
"""

from collections.abc import Mapping

from convoguide.core.conversation import Entry, Note, Outcome, Voice
from convoguide.i18n import N_, ngettext
from convoguide.i18n import gettext as _

VOICES: dict[str, tuple[Voice, str]] = {
    "p": ("patient", N_("the patient's words")),
    "r": ("relative", N_("a relative's words")),
    "m": ("presumed", N_("the presumed will, as told by others")),
    "c": ("clinician", N_("the clinician's note")),
    "f": ("recommendation", N_("what was proposed to the patient")),
}
"""Letter → voice, and what a note in it is."""

_SPEAKERS: dict[str, str] = {
    "patient": N_("Patient"),
    "relative": N_("Relative"),
    "presumed": N_("Presumed will"),
    "recommendation": N_("Proposed"),
}

OUTCOMES: dict[str, tuple[Outcome, str]] = {
    "d": ("declined", N_("declined")),
    "u": ("unsure", N_("unsure")),
    "l": ("deferred", N_("another time")),
    "n": ("nothing_to_add", N_("nothing to add")),
    "x": ("not_raised", N_("not raised")),
}
"""Letter → outcome, and how the state of a step left so reads."""

MARKS = {
    "noted": "[x]",
    "declined": "[-]",
    "unsure": "[?]",
    "deferred": "[>]",
    "nothing_to_add": "[.]",
    "not_raised": "[ ]",
}
"""A step's state in three characters of plain ASCII."""

WAYS = {
    "s": ("steps", N_("step by step")),
    "a": ("afterwards", N_("afterwards")),
    "j": ("jot", N_("jot")),
}

Names = Mapping[str, str]

YES_NO: Names = {"yes": N_("yes"), "no": N_("no")}
ABLE: Names = {"yes": N_("yes"), "partly": N_("partly"), "no": N_("no")}
LANGUAGES: Names = {
    "sv": N_("Swedish"),
    "nb": N_("Norwegian Bokmål"),
    "nn": N_("Norwegian Nynorsk"),
    "en": N_("English"),
}
LEADERS: Names = {
    "physician": N_("physician"),
    "nurse": N_("nurse"),
    "assistant_nurse": N_("assistant nurse"),
    "therapist": N_("therapist"),
    "social_worker": N_("social worker"),
    "chaplain": N_("chaplain"),
    "other": N_("other professional"),
}
WHO: Names = {
    "patient": N_("the patient"),
    "relative": N_("relative"),
    "representative": N_("legal representative"),
    "interpreter": N_("interpreter"),
    **LEADERS,
}
GIVERS: Names = {each: WHO[each] for each in ("patient", "relative", "representative")}
PLACES: Names = {
    "home": N_("at home"),
    "ward": N_("on the ward"),
    "clinic": N_("at the clinic"),
    "care_home": N_("at the care home"),
    "phone": N_("by phone"),
    "video": N_("by video"),
}
ROLE_IDS: Names = {
    "responsible_physician": N_("responsible physician"),
    "care_contact": N_("named care contact"),
    "care_worker_contact": N_("named social care contact"),
    "coordinator": N_("coordinator"),
}
HOURS: Names = {
    "day": N_("day"),
    "evening": N_("evening"),
    "night": N_("night"),
    "weekend": N_("weekend"),
}
NEEDS: Names = {
    "emergency": N_("sudden emergency"),
    "relief": N_("relief is not enough"),
    "planned_death": N_("expected death"),
    "admission": N_("admission"),
}
KINDS: Names = {"relative": N_("relative"), "provider": N_("care provider")}
ATTACHMENTS: Names = {
    "treatment_plan": N_("Palliative assessment and treatment plan"),
    "esas_r": N_("ESAS-r with progress form"),
    "pain_chart": N_("Pain chart"),
    "week_plan": N_("Weekly plan"),
    "as_needed_medication": N_("Form for as-needed medication"),
    "communication_sheet": N_("Communication sheet"),
}
CRITERIA: Names = {
    "declining": N_("gradual decline despite life-prolonging treatment"),
    "resting": N_("needs rest for more than half of waking time"),
    "unplanned_care": N_("repeated unplanned hospital care without improvement"),
    "weight_loss": N_("unintended weight loss"),
    "symptoms": N_("insufficient symptom relief"),
    "distress": N_("marked worry, anxiety or stress in the person or relatives"),
    "infections": N_("frequent infections that need treatment"),
    "fast_development": N_("troublesome symptoms expected to develop fast"),
}


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
    """How a step was left, in words; empty where its mark and its notes say enough."""
    if entry.outcome == "deferred" and entry.again_on:
        return _("another time, on {date}").format(date=entry.again_on.isoformat())
    for each, words in OUTCOMES.values():
        if each == entry.outcome and each != "not_raised":
            return _(words)
    return ""


def count_words(notes: int) -> str:
    """So many notes."""
    return ngettext("{n} note", "{n} notes", notes).format(n=notes)
