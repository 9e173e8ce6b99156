"""During a rehearsal, only when asked: what the patient may be feeling, and one thing to try.

The turn that follows a hint is marked as hinted (`TraineeTurn.hinted`); a hint costs nothing.
"""

from dataclasses import dataclass

from convoguide.i18n import N_
from convoguide.i18n import gettext as _
from convoguide.practice.case import Case
from convoguide.practice.criteria.talk import THEIRS
from convoguide.practice.rehearsal import Cue, Feeling, PatientTurn, Rehearsal
from convoguide.practice.words import CoachWords

_HIGH, _LOW = 0.7, 0.3
_LONG = 12
_LATELY = 2
_FIRST_TOPICS = (
    "illness_understanding",
    "what_matters",
    "worries",
    "hopes",
    "strength",
    "information_needs",
    "critical_abilities",
    "unwanted_care",
    "family",
    "spokesperson",
)
_CLOSING = ("summary", "commitment", "plan_with_leave", "teach_back", "follow_up")

_FEELS: dict[Feeling, str] = {
    "fear": N_("The person may be afraid."),
    "worry": N_("The person may be worried."),
    "sadness": N_("The person may be sad."),
    "anger": N_("The person may be angry."),
    "guilt": N_("The person may feel guilty."),
    "shame": N_("The person may be ashamed."),
    "loneliness": N_("The person may feel alone with this."),
    "hopelessness": N_("The person may have lost heart."),
    "relief": N_("The person may be relieved."),
}
_TIRED = N_("The person is getting tired.")
_TENSE = N_("The person is under strain.")
_GUARDED = N_("The person does not quite trust you yet.")
_AT_EASE = N_("The person seems at ease with you.")
_STOP = N_("The person wants to stop here.")


@dataclass(frozen=True, slots=True)
class Hint:
    """What the patient may be feeling and one thing to try."""

    turn: int
    """The patient's turn that shows it."""
    quote: str
    """Its words; empty where nothing stands out."""
    feeling: Feeling | None
    message: str
    """Msgid of what the patient may be feeling."""
    phrase: str
    """One thing to try, in the rehearsal's language."""

    @property
    def may_feel(self) -> str:
        """What the patient may be feeling, in the interface's language."""
        return _(self.message)


def hint(case: Case, rehearsal: Rehearsal, words: CoachWords) -> Hint:
    """The hint for the trainee's next turn, read off how it is with the patient now."""
    last = rehearsal.last
    cue = _hanging(rehearsal)
    if last.ended:
        return Hint(last.n, "", None, _STOP, words.phrase("stop", None, last.n))
    if cue is not None:
        waits = last.mood.distress >= _HIGH and cue in last.cues and not _just_waited(rehearsal)
        phrase = (
            words.phrase("wait", None, last.n)
            if waits
            else words.phrase("feelings", cue.feeling, last.n, cue.words)
        )
        shown = next(turn for turn in rehearsal.patient_turns() if cue in turn.cues)
        return Hint(shown.n, cue.words, cue.feeling, _FEELS[cue.feeling], phrase)
    key, about = _next(case, rehearsal, last)
    return Hint(last.n, "", None, _standing(last), words.phrase(key, about, last.n))


def _hanging(rehearsal: Rehearsal) -> Cue | None:
    """The feeling to meet: one just shown, the explicit first, else one just left hanging."""
    left = rehearsal.open_cues()
    fresh = [each for each in left if each in rehearsal.last.cues]
    if fresh:
        return min(fresh, key=lambda each: each.kind != "explicit")
    lately = {cue.id for turn in rehearsal.patient_turns()[-_LATELY:] for cue in turn.cues}
    return next((each for each in reversed(left) if each.id in lately), None)


def _just_waited(rehearsal: Rehearsal) -> bool:
    said = rehearsal.trainee_turns()
    return bool(said) and said[-1].silent


def _standing(last: PatientTurn) -> str:
    if last.mood.energy <= _LOW:
        return _TIRED
    if last.mood.distress >= _HIGH:
        return _TENSE
    return _GUARDED if last.mood.trust <= _LOW else _AT_EASE


def _next(case: Case, rehearsal: Rehearsal, last: PatientTurn) -> tuple[str, str | None]:
    """Key and topic of the phrase that fits where no feeling hangs."""
    said = rehearsal.trainee_turns()
    if last.topic == "prognosis" and "?" in last.text:
        return "asked_for_outlook", None
    done = {turn.reading.topic for turn in said}
    done |= {skill for turn in said for skill in turn.reading.skills}
    if not done & {"permission", "agenda"} and len(said) < 3:
        return "opening", None
    if len(said) < _LONG and last.mood.energy > _LOW:
        opens = case.topics() & THEIRS
        left = next((t for t in _FIRST_TOPICS if t in opens and t not in done), None)
        if left is not None:
            return "topics", left
    names = {"plan_with_leave": "plan"}
    return next((k for k in _CLOSING if names.get(k, k) not in done), "follow_up"), None
