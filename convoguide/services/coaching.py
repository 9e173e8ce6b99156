"""The coach with its words: hints during a rehearsal, the debrief after it."""

from convoguide.practice.case import Case
from convoguide.practice.coach import Hint
from convoguide.practice.coach import hint as _hint
from convoguide.practice.comparing import Comparison, compare
from convoguide.practice.debrief import Debrief
from convoguide.practice.debrief import debrief as _debrief
from convoguide.practice.progress import Attempt
from convoguide.practice.rehearsal import Rehearsal
from convoguide.services.cases import coach_words

# The screens hold these without knowing the room they are made in.
__all__ = ["Comparison", "Debrief", "Hint", "attempt", "compare", "debriefed", "hint"]


def debriefed(case: Case, rehearsal: Rehearsal) -> Debrief:
    """The debrief of a rehearsal with that case."""
    return _debrief(case, rehearsal, coach_words(case.language))


def hint(case: Case, rehearsal: Rehearsal) -> Hint:
    """What the patient may be feeling and one thing to try; mark the next turn as hinted."""
    return _hint(case, rehearsal, coach_words(case.language))


def attempt(case: Case, rehearsal: Rehearsal) -> Attempt:
    """The rehearsal as a point on the line of progress."""
    made = debriefed(case, rehearsal)
    turns = len(rehearsal.trainee_turns())
    return Attempt(
        rehearsal.id, case.id, rehearsal.started, round(made.score, 1), turns, made.hints
    )
