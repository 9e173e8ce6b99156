"""The fixed words of documents: roles, places, outcomes, in the document's own language.

Nothing here knows a conversation; `N_` marks a msgid for extraction.
"""

from convoguide.i18n import N_, Language

# As they read after «led by» and in the list of who was there.
ROLES = {
    "physician": N_("physician"),
    "nurse": N_("nurse"),
    "assistant_nurse": N_("assistant nurse"),
    "therapist": N_("therapist"),
    "social_worker": N_("social worker"),
    "chaplain": N_("chaplain"),
    "other": N_("other professional"),
    "interpreter": N_("interpreter"),
    "relative": N_("relative"),
    "representative": N_("legal representative"),
    "patient": N_("the patient"),
}
PLACES = {
    "home": N_("at home"),
    "ward": N_("on the ward"),
    "clinic": N_("at the clinic"),
    "care_home": N_("at the care home"),
    "phone": N_("by phone"),
    "video": N_("by video"),
}
ABLE = {
    "yes": N_("Can take part and decide: yes"),
    "partly": N_("Can take part and decide: partly"),
    "no": N_("Can take part and decide: no"),
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
ROLE_IDS = {
    "responsible_physician": N_("responsible physician"),
    "care_contact": N_("named care contact"),
    "care_worker_contact": N_("named social care contact"),
    "coordinator": N_("coordinator"),
}
GIVERS = {
    "patient": N_("given by the patient"),
    "relative": N_("given by a relative"),
    "representative": N_("given by a legal representative"),
}
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
# How a step was left, with its topic as it reads inside a sentence.
OUTCOMES = {
    "declined": N_("Did not want to talk about {topic}."),
    "deferred": N_("To be taken up another time: {topic}."),
    "unsure": N_("Unsure about {topic}."),
    "nothing_to_add": N_("Nothing to add about {topic}."),
}
OFFER_DECLINED = N_("Declined the offer of a conversation.")
DEFERRED_TO = N_("To be taken up again on {date}: {topic}.")
# How a note that is not the clinician's own is told; the patient's is a quotation instead.
VOICES = {
    "relative": N_("Relative"),
    "presumed": N_("Presumed will, as told by others"),
    "recommendation": N_("Proposed to the patient"),
}
WISH = N_("Applies as a wish, not decided by a physician")
DECIDED = N_("Decided by a physician on {date}")
DECIDED_NAMED = N_("Decided by physician {name} on {date}")


def interval(duration: str, language: Language) -> str:
    """An ISO 8601 duration of one unit as words; a compound one stands as it is."""
    count, unit, ngettext = duration[1:-1], duration[-1], language.ngettext
    if not count.isdigit():
        return duration
    n = int(count)
    words = {
        "Y": ngettext("every year", "every {n} years", n),
        "M": ngettext("every month", "every {n} months", n),
        "W": ngettext("every week", "every {n} weeks", n),
        "D": ngettext("every day", "every {n} days", n),
    }
    return words[unit].format(n=n) if unit in words else duration
