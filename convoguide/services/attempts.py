"""One's own rehearsals: begun, kept as they go, found again, told in numbers.

They lie apart from all conversations, unencrypted, for they hold made-up persons and the trainee's
own words alone; where nothing is to be kept on disk they live as long as this object does.
"""

import threading
import uuid
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from convoguide import config
from convoguide.errors import InputError
from convoguide.i18n import gettext as _
from convoguide.practice.progress import Attempt, in_order
from convoguide.practice.rehearsal import Rehearsal
from convoguide.services import cases, coaching, rehearsals_kept
from convoguide.services.conduct import Clock, local_now
from convoguide.services.rehearse import Practice, begun

if TYPE_CHECKING:
    from convoguide.store.rehearsals import RehearsalFolder

# The outside holds these without knowing the room they are made in.
__all__ = ["Attempt", "Attempts", "counts", "of_home"]

COUNTED_FROM = 3
"""Turns of the trainee from which on a rehearsal stands in the progress."""


class Attempts:
    """The rehearsals of one home, or of one sitting where nothing is kept."""

    def __init__(self, kept: "RehearsalFolder | None", now: Clock = local_now) -> None:
        self._kept = kept
        self._now = now
        self._held: dict[str, Rehearsal] = {}
        self._saving = threading.Lock()

    @property
    def keeps(self) -> bool:
        """Whether they are on disk."""
        return self._kept is not None

    @property
    def place(self) -> str:
        """The folder they are in; empty where nothing is kept."""
        return str(self._kept.folder) if self._kept is not None else ""

    def begin(self, case_id: str, seed: int) -> Practice:
        """A new rehearsal with the person of that case."""
        return begun(case_id, seed=seed, started=self._now().isoformat(), new_id=self._new_id)

    def open(self, given: str) -> Practice:
        """Go on with the rehearsal of that id, or of the only one that begins so; with it come
        all the lines that were left by going back."""
        every = self.all()
        rehearsal = _meant(every, given)
        others = [each for each in _of_one_tree(every, rehearsal) if each.id != rehearsal.id]
        case = cases.case(rehearsal.case)
        return Practice(case, rehearsal, new_id=self._new_id, others=others)

    def keep(self, rehearsal: Rehearsal) -> None:
        """Keep a line as it is now; from any thread and in any order, for a line only grows.

        One without a word of its own is not kept: nothing was tried in it.
        """
        with self._saving:
            held = self._held.get(rehearsal.id)
            if not _has_own_words(rehearsal):
                return
            if held is not None and len(held.turns) >= len(rehearsal.turns):
                return
            if self._kept is not None:
                rehearsals_kept.keep(self._kept, rehearsal)
            self._held[rehearsal.id] = rehearsal

    def all(self) -> tuple[Rehearsal, ...]:
        """All there are, from the first to the latest."""
        found = {} if self._kept is None else _by_id(rehearsals_kept.all_kept(self._kept))
        found |= self._held
        return tuple(sorted(found.values(), key=lambda each: (each.started or "", each.id)))

    def every(self, case_id: str | None = None) -> tuple[Attempt, ...]:
        """All of those whose case is there, with their scores, in order."""
        return in_order(
            coaching.attempt(cases.case(each.case), each)
            for each in self.all()
            if case_id in (None, each.case) and each.case in cases.case_ids()
        )

    def counted(self, case_id: str | None = None) -> tuple[Attempt, ...]:
        """Those that are long enough to say something, in order."""
        return tuple(each for each in self.every(case_id) if counts(each))

    def short(self, case_id: str | None = None) -> int:
        """How many are too short to be counted."""
        return sum(not counts(each) for each in self.every(case_id))

    def others_of(self, practice: Practice) -> tuple[Attempt, ...]:
        """The other attempts with the same person, in order."""
        mine = practice.rehearsal.id
        return tuple(e for e in self.counted(practice.case.id) if e.rehearsal != mine)

    def delete(self, rehearsal_id: str) -> None:
        """Take one away for good; the lines that leave it stay."""
        with self._saving:
            self._held.pop(rehearsal_id, None)
            if self._kept is not None:
                self._kept.delete(rehearsal_id)

    def _new_id(self) -> str:
        """An id that sorts by time, so that lines begun at one sitting keep their order."""
        moment = int(self._now().timestamp() * 1000)
        return str(uuid.UUID(int=moment << 80 | uuid.uuid4().int & (1 << 80) - 1))


def counts(attempt: Attempt) -> bool:
    """Whether it is long enough to say something."""
    return attempt.turns >= COUNTED_FROM


def of_home(home: config.Home, *, in_memory: bool) -> Attempts:
    """The rehearsals of a home; in memory, none that are kept."""
    return Attempts(None if in_memory else rehearsals_kept.folder(home))


def _has_own_words(rehearsal: Rehearsal) -> bool:
    shared = rehearsal.branch_of[1] if rehearsal.branch_of else 0
    return any(turn.n > shared for turn in rehearsal.trainee_turns())


def _by_id(rehearsals: Iterable[Rehearsal]) -> dict[str, Rehearsal]:
    return {each.id: each for each in rehearsals}


def _meant(every: Iterable[Rehearsal], given: str) -> Rehearsal:
    found = [each for each in every if each.id.startswith(given)] if given else []
    exact = [each for each in found if each.id == given]
    if len(exact or found) == 1:
        return (exact or found)[0]
    if found:
        raise InputError(_("Several rehearsals begin so; give more of the id."))
    raise InputError(_("There is no rehearsal of that id; practice --progress lists them."))


def _of_one_tree(every: Iterable[Rehearsal], one: Rehearsal) -> Iterator[Rehearsal]:
    """Those that left the same first line as this one, and that line."""
    known = _by_id(every)

    def root(each: Rehearsal) -> str:
        seen = {each.id}
        while each.branch_of and each.branch_of[0] in known and each.branch_of[0] not in seen:
            each = known[each.branch_of[0]]
            seen.add(each.id)
        return each.branch_of[0] if each.branch_of else each.id

    first = root(one)
    return (each for each in known.values() if root(each) == first)
