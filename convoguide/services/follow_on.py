"""A conversation that follows an earlier one: what was said last time, and what became of it.

Nothing of the earlier conversation is copied. What the person confirms, changes or withdraws is
recorded as such, in the words of today; a limit is never taken over as decided.
"""

import uuid
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from convoguide.core.comparison import said_on
from convoguide.core.conversation import OTHER, Conversation, Note, Since, Voice
from convoguide.core.guide import Guide
from convoguide.core.parts import Documented
from convoguide.core.text import clean, collapse
from convoguide.errors import ConvoGuideError, InputError
from convoguide.i18n import gettext as _
from convoguide.services import content
from convoguide.services.conduct import Sitting
from convoguide.services.keep import Keeper

Marking = Callable[[Sitting, str, str, Voice], None]
"""What the person says of a step's last time, with their words of today: confirm or withdraw."""


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
            _("The earlier conversation has no id; take it in with “conversations import” first.")
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


def all_last_time(earlier: Conversation, guide: Guide) -> dict[str, list[LastSaid]]:
    """What was said last time, by each step of this guide that it bears on."""
    found = {step.id: last_time(earlier, guide, step.id) for step in guide.steps()}
    return {step: said for step, said in found.items() if said}


def followed(keeper: Keeper, sitting: Sitting, given: Conversation | None) -> Conversation | None:
    """The conversation that this one follows: the one given, else the one kept, where it is."""
    previous = sitting.conversation.previous
    if given is not None:
        if previous is None or given.id != previous:
            raise InputError(_("--after names another conversation than the one this follows."))
        return given
    if previous is None or keeper.locked or not keeper.holds_conversation(previous):
        return None
    return keeper.read(previous)


def take_in(keeper: Keeper, earlier: Conversation, today: date) -> Conversation:
    """Keep an earlier conversation that was read from a journal text, so that it can be followed.

    It stands in the journal, so it goes from here as others that do; it is not counted again.
    """
    known = earlier.having(
        id=earlier.id or str(uuid.uuid4()), documented=earlier.documented or Documented(on=today)
    )
    keeper.put(known, replacing=False, counts=False)
    return known


def confirm(sitting: Sitting, step: str, words: str = "", voice: Voice = "patient") -> None:
    """The person says that it is still so; their words of today, where they gave any."""
    _mark(sitting, step, "confirmed", words, voice)


def change(
    sitting: Sitting,
    step: str,
    words: str,
    voice: Voice = "patient",
    *,
    before: LastSaid | None = None,
) -> None:
    """The person sees it differently now, in these words.

    `before` is what they are the new words for: the very same ones are refused, for nothing has
    changed, and what was held apart stays so.
    """
    if not words.strip():
        raise InputError(_("Give the person's new words."))
    if before is not None and collapse(words) == collapse(before.text):
        raise InputError(_("These are the words of last time: change them, or say “still so”."))
    private = before is not None and before.private
    _mark(sitting, step, "changed", words, voice, private=private)


def withdraw(sitting: Sitting, step: str, words: str = "", voice: Voice = "patient") -> None:
    """What was said last time no longer holds; their words of today, where they gave any."""
    _mark(sitting, step, "withdrawn", words, voice)


def _mark(
    sitting: Sitting, step: str, since: Since, words: str, voice: Voice, *, private: bool = False
) -> None:
    """One change, so that one undo takes mark and words back together."""
    talk = sitting.conversation
    if talk.previous is None:
        raise ConvoGuideError(_("This conversation follows no earlier one."))
    if step == OTHER or sitting.guide.step(step) is None:
        raise ConvoGuideError(_("Go to the step that this is about first."))
    text = clean(words).strip()
    if text:
        note = Note(text=text, voice=voice, at=sitting.now())
        talk = talk.note(step, note.model_copy(update={"private": True}) if private else note)
    entry = talk.entry(step)
    # A mark alone raises the step too: it was talked about.
    outcome = "noted" if entry.state == "not_raised" else entry.outcome
    marked = entry.model_copy(update={"since": since, "outcome": outcome})
    sitting.change(talk.record(step, marked))
