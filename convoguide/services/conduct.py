"""Holding one conversation: where one stands in the guide, what was recorded, undo and redo.

Both front ends, screens and plain lines, hold a `Sitting` and show what it says. It does no I/O:
the clock comes in, and every change is told to `on_change`, which may save it.
"""

import json
import uuid
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from pydantic import ValidationError

from convoguide import i18n
from convoguide.core import navigation
from convoguide.core.conversation import (
    OTHER,
    Conversation,
    Note,
    Outcome,
    Voice,
    to_file,
)
from convoguide.core.guide import AnyStep, Guide
from convoguide.core.text import clean
from convoguide.errors import ConvoGuideError
from convoguide.i18n import gettext as _

DRAFT = "convoguide/draft@1"
_LANGUAGES = {"SE": ("sv",), "NO": ("nb", "nn")}
Clock = Callable[[], datetime]


def local_now() -> datetime:
    """The time here, with its offset, to the second."""
    return datetime.now().astimezone().replace(microsecond=0)


def new_conversation(guide: Guide, now: datetime, language: str | None = None) -> Conversation:
    """An empty conversation by that guide, begun now.

    Its language is that of its documents: the interface's where that is a language of the guide's
    country, so that who reads nynorsk writes nynorsk; else the guide's.
    """
    # Every value here is right by construction; checking it would build the whole model before the
    # first note can be typed.
    return Conversation.model_construct(
        format="convoguide/conversation@1",
        id=str(uuid.uuid4()),
        guide=guide.id,
        language=language or _written_in(guide),  # type: ignore[arg-type]  # one of four
        held_on=now.date(),
        started=now,
    )


def _written_in(guide: Guide) -> str:
    ours = i18n.current()
    return ours if ours in _LANGUAGES.get(guide.country, ()) else guide.language


class Sitting:
    """A conversation in hand. All changes go through here; each can be undone.

    `step` is where one stands: a step's id, or `other`. `way` is how it is shown (steps,
    afterwards, jot). A read-only sitting refuses changes with a `ConvoGuideError`.
    """

    def __init__(
        self,
        guide: Guide,
        conversation: Conversation,
        *,
        now: Clock = local_now,
        step: str | None = None,
        way: str = "afterwards",
        read_only: bool = False,
    ) -> None:
        self.guide = guide
        self.now = now
        self.way = way
        self.read_only = read_only
        self.step = step if step and guide.knows(step) else next(guide.steps()).id
        self.on_change: Callable[[Sitting], None] = lambda _sitting: None
        self.typed: tuple[str, Voice] | None = None
        """A line that was not finished when the program was ended, and whose words it was to hold.

        It is no part of the conversation; it is kept so that it can be finished later."""
        self._now_at = conversation
        self._past: list[Conversation] = []
        self._future: list[Conversation] = []

    @property
    def conversation(self) -> Conversation:
        """The conversation as it is now."""
        return self._now_at

    @property
    def here(self) -> AnyStep | None:
        """The step one stands on; None at `other`."""
        return self.guide.step(self.step)

    # --- moving about

    def steps(self) -> list[AnyStep]:
        """The steps that this conversation shows, in order."""
        return list(navigation.shown(self.guide, self.conversation))

    def jump(self, step: str) -> None:
        """Stand on any step, or `other`."""
        if not self.guide.knows(step):
            raise ConvoGuideError(_("The guide has no such step."))
        self.step = step

    def next(self) -> bool:
        """Go to the following step; False at the end."""
        return self._go(navigation.following(self.guide, self.conversation, self.step))

    def previous(self) -> bool:
        """Go to the step before; False at the beginning."""
        return self._go(navigation.preceding(self.guide, self.conversation, self.step))

    def next_open(self) -> bool:
        """Go to the next step not yet raised; False when there is none."""
        return self._go(navigation.next_open(self.guide, self.conversation, self.step))

    def _go(self, step: str | None) -> bool:
        if step is not None:
            self.step = step
        return step is not None

    # --- recording

    def note(self, text: str, voice: Voice = "clinician", step: str | None = None) -> None:
        """Record a note where one stands, with its time; blank text records nothing."""
        text = clean(text).replace("\r\n", "\n").replace("\r", "\n").strip("\n")
        if text.strip():
            note = Note(text=text, voice=voice, at=self.now())
            self.change(self.conversation.note(step or self.step, note))

    def jot(self, text: str, voice: Voice = "clinician") -> None:
        """Record a note under `other`, to be filed later."""
        self.note(text, voice, OTHER)

    def edit(self, step: str, index: int, **changes: Any) -> None:
        """Change a note's text, voice, `private` or theme."""
        if "text" in changes:
            changes["text"] = clean(changes["text"]).strip("\n")
        note = self.conversation.entry(step).notes[index].model_copy(update=changes)
        self.change(self.conversation.replace_note(step, index, note))

    def move(self, step: str, index: int, to: str) -> None:
        """Put a note under another step."""
        if to != step:
            self.change(self.conversation.move(step, index, to))

    def retract(self, step: str, index: int) -> None:
        """Take a note back."""
        self.change(self.conversation.retract(step, index))

    def leave(
        self, outcome: Outcome, again_on: date | None = None, step: str | None = None
    ) -> None:
        """Leave the step as declined, unsure, deferred (with a date), … ; its notes stay."""
        step = step or self.step
        if outcome == "not_raised" and self.conversation.entry(step).notes:
            raise ConvoGuideError(_("This step has notes, so it was raised."))
        details = {"again_on": again_on} if outcome == "deferred" else {}
        self.change(self.conversation.leave(step, outcome, **details))

    def reopen(self, step: str | None = None) -> None:
        """Take back how the step was left; its notes stay."""
        self.change(self.conversation.reopen(step or self.step))

    def follow(self, earlier: str) -> None:
        """This conversation follows the one of that id. Where it began is nothing to undo."""
        self._now_at = self._now_at.having(previous=earlier)

    def fill(self, **parts: Any) -> None:
        """Change structured parts: label, held_on, present, consent, contacts, follow_up …"""
        self.change(self.conversation.having(**parts))

    def decide(self, step: str, **details: Any) -> None:
        """Change what stands beside a limit: decided_by, decided_on, grounds …"""
        entry = self.conversation.entry(step).model_copy(update=details)
        self.change(self.conversation.record(step, entry))

    # --- history

    def change(self, conversation: Conversation) -> None:
        """The conversation is this value from now on; the earlier one can come back by undo."""
        if self.read_only:
            raise ConvoGuideError(_("This conversation is open in another window: reading only."))
        self._past.append(self._now_at)
        self._future.clear()
        if not self.guide.packs.items() <= conversation.packs.items():
            # From its first change on a conversation says by which packs it is held.
            packs = {**conversation.packs, **self.guide.packs}
            conversation = conversation.having(packs=packs)
        self._now_at = conversation
        self.on_change(self)

    def undo(self) -> bool:
        """Back to the value before the last change; False where there is none."""
        return self._travel(self._past, self._future)

    def redo(self) -> bool:
        """Forward again after an undo; False where there is nothing to redo."""
        return self._travel(self._future, self._past)

    def _travel(self, source: list[Conversation], target: list[Conversation]) -> bool:
        if not source or self.read_only:
            return False
        target.append(self._now_at)
        self._now_at = source.pop()
        self.on_change(self)
        return True


# --- drafts


def to_draft(sitting: Sitting) -> bytes:
    """What the store keeps: the conversation file and where one stood."""
    draft = {
        "format": DRAFT,
        "conversation": to_file(sitting.conversation),
        "step": sitting.step,
        "way": sitting.way,
    }
    if sitting.typed is not None:
        draft["typed"] = dict(zip(("text", "voice"), sitting.typed, strict=True))
    return json.dumps(draft, ensure_ascii=False).encode()


def from_draft(payload: bytes) -> tuple[Conversation, str | None, str | None]:
    """The conversation, the step one stood on and the way it was shown."""
    try:
        draft = json.loads(payload)
        if draft["format"] != DRAFT:
            raise ValueError("format")
        conversation = Conversation.model_validate(draft["conversation"])
    except (ValueError, KeyError, TypeError, ValidationError):
        raise ConvoGuideError(_("This draft cannot be read by this version.")) from None
    return conversation, draft.get("step"), draft.get("way")


def typed_in(payload: bytes) -> tuple[str, Voice] | None:
    """The line that was not finished in a draft that can be read; None where there is none."""
    typed = json.loads(payload).get("typed")
    try:
        note = Note(text=clean(typed["text"]), voice=typed["voice"])
    except (KeyError, TypeError, ValidationError):
        return None
    return note.text, note.voice
