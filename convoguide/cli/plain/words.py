"""The words of the line mode: voices and outcomes with their letters, and names of fixed values.

Fixed values have an id, which is what the conversation file says, and a name in the interface's
language. Either can be typed, so the names are short and are words people say.
"""

import unicodedata
from collections.abc import Mapping

from convoguide.core import theme
from convoguide.core.conversation import OTHER, Entry, Outcome, Voice
from convoguide.core.guide import AnyStep, Guide
from convoguide.core.text import collapse
from convoguide.i18n import Language, current, ngettext
from convoguide.i18n import gettext as _


def N_(message: str) -> str:  # noqa: N802  # gettext's own name for «mark, do not translate»
    return message


VOICES: dict[str, tuple[Voice, str]] = {
    "p": ("patient", N_("the patient's words")),
    "r": ("relative", N_("a relative's words")),
    "m": ("presumed", N_("the presumed will, as told by others")),
    "c": ("clinician", N_("the clinician's words")),
    "f": ("recommendation", N_("what was proposed to the patient")),
}
"""Letter → voice, and what a note in it is."""

OUTCOMES: dict[str, tuple[Outcome, str]] = {
    "d": ("declined", N_("declined")),
    "u": ("unsure", N_("unsure")),
    "l": ("deferred", N_("another time")),
    "n": ("nothing_to_add", N_("nothing to add")),
    "x": ("not_raised", N_("not raised")),
}
"""Letter → outcome, and how the state of a step left so reads."""

REOPEN = "r"
"""The letter that takes back how a step was left."""

YES_NO = {"yes": N_("yes"), "no": N_("no")}
ABLE = {"yes": N_("yes"), "partly": N_("partly"), "no": N_("no")}
LANGUAGES = {
    "sv": N_("Swedish"),
    "nb": N_("Norwegian Bokmål"),
    "nn": N_("Norwegian Nynorsk"),
    "en": N_("English"),
}
LEADERS = {
    "physician": N_("physician"),
    "nurse": N_("nurse"),
    "assistant_nurse": N_("assistant nurse"),
    "therapist": N_("therapist"),
    "social_worker": N_("social worker"),
    "chaplain": N_("chaplain"),
    "other": N_("other professional"),
}
WHO = {
    **LEADERS,
    "interpreter": N_("interpreter"),
    "relative": N_("relative"),
    "representative": N_("legal representative"),
    "patient": N_("the patient"),
}
GIVERS = {each: WHO[each] for each in ("patient", "relative", "representative")}
PLACES = {
    "home": N_("at home"),
    "ward": N_("on the ward"),
    "clinic": N_("at the clinic"),
    "care_home": N_("at the care home"),
    "phone": N_("by phone"),
    "video": N_("by video"),
}
ROLE_IDS = {
    "responsible_physician": N_("responsible physician"),
    "care_contact": N_("named care contact"),
    "care_worker_contact": N_("named social care contact"),
    "coordinator": N_("coordinator"),
}
HOURS = {
    "day": N_("day"),
    "evening": N_("evening"),
    "night": N_("night"),
    "weekend": N_("weekend"),
}
NEEDS = {
    "emergency": N_("sudden emergency"),
    "relief": N_("relief is not enough"),
    "planned_death": N_("expected death"),
    "admission": N_("admission"),
}
KINDS = {"relative": N_("relative"), "provider": N_("care provider")}
ATTACHMENTS = {
    "treatment_plan": N_("Palliative assessment and treatment plan"),
    "esas_r": N_("ESAS-r with progress form"),
    "pain_chart": N_("Pain chart"),
    "week_plan": N_("Weekly plan"),
    "as_needed_medication": N_("Form for as-needed medication"),
    "communication_sheet": N_("Communication sheet"),
}
CRITERIA = {
    "declining": N_("gradual decline despite life-prolonging treatment"),
    "resting": N_("needs rest for more than half of waking time"),
    "unplanned_care": N_("repeated unplanned hospital care without improvement"),
    "weight_loss": N_("unintended weight loss"),
    "symptoms": N_("insufficient symptom relief"),
    "distress": N_("marked worry, anxiety or stress in the person or relatives"),
    "infections": N_("frequent infections that need treatment"),
    "fast_development": N_("troublesome symptoms expected to develop fast"),
}
SINCE = {
    "confirmed": N_("confirmed"),
    "changed": N_("changed"),
    "withdrawn": N_("withdrawn"),
}
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
        parts.append(_("another time, on {date}").format(date=entry.again_on.isoformat()))
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
