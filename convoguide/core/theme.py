"""The neutral vocabulary: a guide step captures a theme, a document section gathers themes."""

from typing import Literal, get_args

Theme = Literal[
    "offered",
    "capacity",
    "participants",
    "background",
    "permission",
    "agenda",
    "what_matters",
    "wellbeing",
    "strength",
    "illness_understanding",
    "information_needs",
    "hopes",
    "worries",
    "prognosis",
    "unwanted_care",
    "critical_abilities",
    "acutely_ill_wishes",
    "hospital_admission",
    "place_of_care",
    "end_of_life_priorities",
    "people_present",
    "family",
    "spokesperson",
    "relatives_needs",
    "plan_b",
    "summary",
    "commitment",
    "treatment_limits",
    "symptom_strategy",
    "plan",
    "agreed_action",
    "contact",
    "consent",
    "follow_up",
    "teach_back",
    "handover",
]

THEMES: tuple[str, ...] = get_args(Theme)

TOPICS = frozenset(THEMES[THEMES.index("what_matters") : THEMES.index("plan_b") + 1])
"""What the person is asked about. The other themes prepare, open, close or pass on a talk, or are a
physician's to decide: none of them is left over for another one."""

# Themes that carry a medical decision. Everything else that speaks of care is a wish, and the two
# are never mixed.
DECISION_THEMES = frozenset({"treatment_limits", "symptom_strategy"})
