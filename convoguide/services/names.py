"""The fixed values of a conversation by name, as both front ends show and take them.

Ids are what the conversation file says; names are msgids, in the interface's language where they
are shown. Those that documents print too are the documents' own.
"""

from collections.abc import Mapping

from convoguide.core.conversation import Outcome, Voice
from convoguide.core.parts import GIVERS as _GIVERS
from convoguide.core.parts import LEADERS as _LEADERS
from convoguide.documents.wording import (
    ATTACHMENTS,
    CRITERIA,
    HOURS,
    NEEDS,
    PLACES,
    ROLE_IDS,
    ROLES,
)
from convoguide.i18n import N_

__all__ = ["ATTACHMENTS", "CRITERIA", "HOURS", "NEEDS", "PLACES", "ROLE_IDS"]

Names = Mapping[str, str]

WHO: Names = ROLES
LEADERS: Names = {each: ROLES[each] for each in _LEADERS}
GIVERS: Names = {each: ROLES[each] for each in _GIVERS}
YES_NO: Names = {"yes": N_("yes"), "no": N_("no")}
ABLE: Names = {"yes": N_("yes"), "partly": N_("partly"), "no": N_("no")}
LANGUAGES: Names = {
    "sv": N_("Swedish"),
    "nb": N_("Norwegian Bokmål"),
    "nn": N_("Norwegian Nynorsk"),
    "en": N_("English"),
}
KINDS: Names = {"relative": N_("relative"), "provider": N_("care provider")}

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

SINCE: Names = {
    "confirmed": N_("confirmed"),
    "changed": N_("changed"),
    "withdrawn": N_("withdrawn"),
}
"""What the person says today of what was said last time."""
