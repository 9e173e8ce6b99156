"""The labels by which a trainee's turns and a clinician's notes are told apart.

Topics and skills belong to what is said in a rehearsal, themes to what is noted after a
conversation. The names are the contract's; the order here is the order they are printed in.
"""

NONE = "none"
"""The topic of a turn, and the theme of a note, that belongs to nothing in the guides."""

CONTENT: tuple[str, ...] = (
    "illness_understanding",
    "wellbeing",
    "what_matters",
    "strength",
    "hopes",
    "worries",
    "critical_abilities",
    "unwanted_care",
    "family",
    "spokesperson",
    "information_needs",
    "prognosis",
    "hospital_admission",
    "end_of_life_priorities",
    "place_of_care",
    "people_present",
)
"""What a conversation is about: asked in a turn, or written in a note."""

TOPICS: tuple[str, ...] = (
    "agenda",
    "permission",
    *CONTENT,
    "summary",
    "commitment",
    "plan",
    "teach_back",
    "follow_up",
    "smalltalk",
    NONE,
)

SKILLS: tuple[str, ...] = (
    "open_question",
    "closed_question",
    "leading_question",
    "permission",
    "empathy_name",
    "empathy_understand",
    "empathy_respect",
    "empathy_support",
    "empathy_explore",
    "reflection",
    "silence",
    "wish_statement",
    "hope_worry_statement",
    "summary",
    "teach_back",
    "jargon",
    "false_reassurance",
    "information_dump",
    "premature_advice",
    "blocking",
    "commitment_nonabandonment",
)

EMPATHY: frozenset[str] = frozenset(each for each in SKILLS if each.startswith("empathy_"))
"""The five ways of meeting a feeling: name, understand, respect, support, explore (NURSE)."""

NOTE_THEMES: tuple[str, ...] = (
    *CONTENT,
    "agreed_action",
    "follow_up",
    "treatment_limits",
    "symptom_strategy",
    "relatives_needs",
    "plan_b",
    "acutely_ill_wishes",
    NONE,
)
