"""The tour: a first conversation with a made-up person, learnt by doing. Nothing of it is kept.

It knows which lesson is in hand and when it is learnt; the screens and the plain lines each word
the lessons with their own keys.
"""

from convoguide.core.navigation import preceding
from convoguide.i18n import gettext as _
from convoguide.services.conduct import Clock, Sitting, local_now
from convoguide.services.keep import MemoryKeeper

LESSONS = ("step", "note", "voice", "leave", "jump", "review", "journal")
"""What is learnt, in order: the last two by opening what they speak of."""

JUMP_TO = "worries"
_BEGINS_BEFORE = "what_matters"
_LEFT = frozenset(("declined", "unsure", "deferred", "nothing_to_add"))
_BY_LANGUAGE = {"nb": "forhandssamtale", "nn": "forhandssamtale"}


def guide_for(locale: str) -> str:
    """The guide that a reader of this language most likely holds conversations by."""
    return _BY_LANGUAGE.get(locale, "svas-kronoberg")


def begun(guide_id: str, now: Clock = local_now) -> tuple[Sitting, MemoryKeeper]:
    """A conversation with a made-up person, and what forgets it. It says itself that it is one."""
    keeper = MemoryKeeper(now)
    sitting = keeper.begin(guide_id, "steps")
    sitting.fill(label=_("MADE UP"))
    before = preceding(sitting.guide, sitting.conversation, _BEGINS_BEFORE)
    sitting.jump(before or _BEGINS_BEFORE)
    return sitting, keeper


class Tour:
    """Goes from lesson to lesson as each is done; one that was done before is passed over."""

    def __init__(self, sitting: Sitting) -> None:
        self._sitting = sitting
        self._began_at = sitting.step
        self._seen: set[str] = set()
        self.place = 0
        """How many lessons are behind."""

    @property
    def lesson(self) -> str | None:
        """The lesson in hand; None where the tour is over."""
        return LESSONS[self.place] if self.place < len(LESSONS) else None

    def look(self, opened: str = "") -> bool:
        """See what has been done, and what was `opened` just now; True where a lesson is learnt."""
        before = self.place
        if opened:
            self._seen.add(opened)
        while self.lesson is not None and self._is_done(self.lesson):
            self.place += 1
        return self.place > before

    def _is_done(self, lesson: str) -> bool:
        talk = self._sitting.conversation
        notes = [note for entry in talk.entries.values() for note in entry.notes]
        match lesson:
            case "step":
                return self._sitting.step != self._began_at or bool(notes)
            case "note":
                return bool(notes)
            case "voice":
                return any(note.voice == "patient" for note in notes)
            case "leave":
                return any(entry.outcome in _LEFT for entry in talk.entries.values())
            case "jump":
                return self._sitting.step == JUMP_TO
        return lesson in self._seen
