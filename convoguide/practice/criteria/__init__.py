"""The criteria of the debrief: each rule in one place, with when it applies and its source."""

from convoguide.practice.criteria import asking, closing, feelings, language, prognosis, structure
from convoguide.practice.criteria.model import (
    GROUP_WEIGHTS,
    Criterion,
    Evidence,
    Group,
    Judgement,
    Moment,
)
from convoguide.practice.criteria.talk import Talk

CRITERIA: tuple[Criterion, ...] = (
    *feelings.CRITERIA,
    *asking.CRITERIA,
    *language.CRITERIA,
    *structure.CRITERIA,
    *prognosis.CRITERIA,
    *closing.CRITERIA,
)
"""All of them, in the order in which a debrief shows them."""

__all__ = [
    "CRITERIA",
    "GROUP_WEIGHTS",
    "Criterion",
    "Evidence",
    "Group",
    "Judgement",
    "Moment",
    "Talk",
]
