"""The themes by name, in the interface's language."""

from convoguide.i18n import N_, Language
from convoguide.i18n import gettext as _

_NAMES = {
    "offered": N_("Offer of a conversation"),
    "capacity": N_("Ability to take part"),
    "participants": N_("Who takes part"),
    "background": N_("Background"),
    "permission": N_("Permission to talk"),
    "agenda": N_("The person's own questions"),
    "what_matters": N_("What matters"),
    "wellbeing": N_("Well-being"),
    "strength": N_("Strength"),
    "illness_understanding": N_("Understanding of the illness"),
    "information_needs": N_("Need for information"),
    "hopes": N_("Hopes"),
    "worries": N_("Worries"),
    "prognosis": N_("Prognosis"),
    "unwanted_care": N_("Care not wanted"),
    "critical_abilities": N_("Important abilities"),
    "acutely_ill_wishes": N_("Wishes if acutely ill"),
    "hospital_admission": N_("Hospital admission"),
    "place_of_care": N_("Place of care"),
    "end_of_life_priorities": N_("Priorities at the end of life"),
    "people_present": N_("People to have near"),
    "family": N_("Family"),
    "spokesperson": N_("Spokesperson"),
    "relatives_needs": N_("Relatives' needs"),
    "plan_b": N_("Plan B"),
    "summary": N_("Summary"),
    "commitment": N_("Commitment to care"),
    "treatment_limits": N_("Limits of treatment"),
    "symptom_strategy": N_("Symptom strategy"),
    "plan": N_("Plan"),
    "agreed_action": N_("Agreed actions"),
    "contact": N_("Contacts"),
    "consent": N_("Consent"),
    "follow_up": N_("Follow-up"),
    "teach_back": N_("What the person takes away"),
    "handover": N_("Handing on"),
}


def theme_name(theme: str, language: Language | None = None) -> str:
    """The theme's name, in the interface's language or another."""
    return language.gettext(_NAMES[theme]) if language else _(_NAMES[theme])
