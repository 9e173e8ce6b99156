"""The coach with its words: hints during a rehearsal, the debrief after it."""

from functools import cache

from convoguide.practice.case import Case
from convoguide.practice.coach import Hint
from convoguide.practice.coach import hint as _hint
from convoguide.practice.comparing import Comparison, compare
from convoguide.practice.debrief import Debrief
from convoguide.practice.debrief import debrief as _debrief
from convoguide.practice.progress import Attempt
from convoguide.practice.rehearsal import Rehearsal
from convoguide.practice.words import CoachWords
from convoguide.services import content

# The screens hold these without knowing the room they are made in.
__all__ = ["Comparison", "Debrief", "Hint", "attempt", "compare", "debriefed", "hint", "words"]


@cache
def words(language: str) -> CoachWords:
    """The coach's words in a rehearsal's language: sv, nb or nn."""
    from pydantic import TypeAdapter

    from convoguide.library.yaml_file import load_model

    path = content.folder() / "lexicons" / f"coach.{language}.yaml"
    return load_model(path, TypeAdapter(CoachWords))


def debriefed(case: Case, rehearsal: Rehearsal) -> Debrief:
    """The debrief of a rehearsal with that case."""
    return _debrief(case, rehearsal, words(case.language))


def hint(case: Case, rehearsal: Rehearsal) -> Hint:
    """What the patient may be feeling and one thing to try; mark the next turn as hinted."""
    return _hint(case, rehearsal, words(case.language))


def attempt(case: Case, rehearsal: Rehearsal) -> Attempt:
    """The rehearsal as a point on the line of progress."""
    made = debriefed(case, rehearsal)
    turns = len(rehearsal.trainee_turns())
    return Attempt(
        rehearsal.id, case.id, rehearsal.started, round(made.score, 1), turns, made.hints
    )
