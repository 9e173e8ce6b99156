"""A conversation that follows an earlier one: what was said last time, and what became of it.

Nothing of the earlier conversation is copied. What the person confirms, changes or withdraws is
recorded as such, in the words of today; a limit is never taken over as decided.
"""

from datetime import date
from typing import NamedTuple

from convoguide.core.comparison import said_on
from convoguide.core.conversation import OTHER, Conversation, Note, Since, Voice
from convoguide.core.guide import Guide
from convoguide.core.text import clean
from convoguide.errors import ConvoGuideError, InputError
from convoguide.i18n import gettext as _
from convoguide.services import content
from convoguide.services.conduct import Sitting
from convoguide.services.keep import Keeper


class LastSaid(NamedTuple):
    """One thing that was said last time, or how a step was left (then there is no text)."""

    on: date | None
    voice: Voice | None
    text: str
    outcome: str | None
    private: bool = False
    """Held apart from the journal: not for other eyes than the author's."""


def begin_after(keeper: Keeper, earlier: Conversation, guide_id: str, way: str) -> Sitting:
    """A new conversation that names the earlier one as its `previous` and holds nothing of it."""
    if earlier.id is None:
        raise InputError(
            _("The earlier conversation has no id; take it in with «conversations import» first.")
        )
    sitting = keeper.begin(guide_id, way)
    sitting.follow(earlier.id)
    return sitting


def last_time(earlier: Conversation, guide: Guide, step_id: str) -> list[LastSaid]:
    """What the earlier conversation holds on the theme of a step of this guide; often nothing.

    The two guides may differ: what is asked the same way is the theme.
    """
    theme = guide.theme_of(step_id)
    if theme is None:
        return []
    said = said_on(earlier, content.guide(earlier.guide), theme)
    on = earlier.held_on or (earlier.started.date() if earlier.started else None)
    left = [LastSaid(on, None, "", outcome) for outcome in said.outcomes]
    return [*left, *(LastSaid(on, n.voice, n.text, None, n.private) for n in said.notes)]


def confirm(sitting: Sitting, step: str, words: str = "", voice: Voice = "patient") -> None:
    """The person says that it is still so; their words of today, where they gave any."""
    _mark(sitting, step, "confirmed", words, voice)


def change(sitting: Sitting, step: str, words: str, voice: Voice = "patient") -> None:
    """The person sees it differently now, in these words."""
    if not words.strip():
        raise InputError(_("Give the person's new words."))
    _mark(sitting, step, "changed", words, voice)


def withdraw(sitting: Sitting, step: str, words: str = "", voice: Voice = "patient") -> None:
    """What was said last time no longer holds; their words of today, where they gave any."""
    _mark(sitting, step, "withdrawn", words, voice)


def _mark(sitting: Sitting, step: str, since: Since, words: str, voice: Voice) -> None:
    """One change, so that one undo takes mark and words back together."""
    talk = sitting.conversation
    if talk.previous is None:
        raise ConvoGuideError(_("This conversation follows no earlier one."))
    if step == OTHER or sitting.guide.step(step) is None:
        raise ConvoGuideError(_("Go to the step that this is about first."))
    text = clean(words).strip()
    if text:
        talk = talk.note(step, Note(text=text, voice=voice, at=sitting.now()))
    entry = talk.entry(step)
    # A mark alone raises the step too: it was talked about.
    outcome = "noted" if entry.state == "not_raised" else entry.outcome
    marked = entry.model_copy(update={"since": since, "outcome": outcome})
    sitting.change(talk.record(step, marked))
