"""The tour: a first conversation with a made-up person, learnt by doing. Nothing of it is kept.

It knows which lesson is in hand and when it is learnt; the screens and the plain lines each word
the lessons with their own keys.
"""

from convoguide.core.guide import Guide, SpokenStep
from convoguide.i18n import current
from convoguide.i18n import gettext as _
from convoguide.services import content
from convoguide.services.conduct import Clock, Sitting, local_now, new_conversation
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
    """A conversation with a made-up person, and what forgets it. It says itself that it is one.

    Its documents are in the interface's language, whatever the guide's: nobody will have them.
    """
    keeper = MemoryKeeper(now)
    guide, first = _shortened(content.guide(guide_id))
    talk = new_conversation(guide, now(), current())
    sitting = Sitting(guide, talk, now=now, way="steps", step=first)
    sitting.on_change = keeper.save
    sitting.fill(label=_("MADE UP"))
    return sitting, keeper


def _shortened(guide: Guide) -> tuple[Guide, str]:
    """The guide, and where the tour begins in it: a step with ways to say it, right before the one
    that the next lesson speaks of. What would stand between the two is left out."""
    steps = list(guide.steps())
    then = next(n for n, step in enumerate(steps) if step.id == _BEGINS_BEFORE)
    first = max(n for n, step in enumerate(steps[:then]) if isinstance(step, SpokenStep))
    between = {step.id for step in steps[first + 1 : then]}
    stages = tuple(
        stage.model_copy(
            update={"steps": tuple(step for step in stage.steps if step.id not in between)}
        )
        for stage in guide.stages
    )
    return guide.with_packs(guide.packs, stages), steps[first].id


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
