"""Two of one's own attempts beside each other: what was done more of, what less."""

from dataclasses import dataclass

from convoguide.practice.criteria import CRITERIA, GROUP_WEIGHTS, Criterion, Group
from convoguide.practice.debrief import Debrief


@dataclass(frozen=True, slots=True)
class Change:
    """One criterion in both attempts; None where it did not apply."""

    criterion: Criterion
    before: float | None
    after: float | None

    @property
    def by(self) -> float | None:
        """How much it changed; None where only one attempt gave occasion for it."""
        if self.before is None or self.after is None:
            return None
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class Comparison:
    """An earlier attempt and a later one."""

    before: Debrief
    after: Debrief
    groups: tuple[tuple[Group, float | None, float | None], ...]
    changes: tuple[Change, ...]

    @property
    def same_case(self) -> bool:
        """Whether it was the same person: two cases give different occasions."""
        return self.before.case == self.after.case

    @property
    def by(self) -> float:
        """How much the total changed."""
        return self.after.score - self.before.score

    def grown(self, least: float = 5.0) -> tuple[Change, ...]:
        """What went better, the greatest change first."""
        found = [each for each in self.changes if each.by is not None and each.by >= least]
        return tuple(sorted(found, key=lambda each: -(each.by or 0.0)))

    def fallen(self, least: float = 5.0) -> tuple[Change, ...]:
        """What went less well, the greatest change first."""
        found = [each for each in self.changes if each.by is not None and each.by <= -least]
        return tuple(sorted(found, key=lambda each: each.by or 0.0))


def compare(before: Debrief, after: Debrief) -> Comparison:
    """The two debriefs side by side, criterion by criterion."""
    first = {each.criterion.id: each.score for each in before.results}
    second = {each.criterion.id: each.score for each in after.results}
    groups_before, groups_after = dict(before.groups), dict(after.groups)
    return Comparison(
        before,
        after,
        tuple((g, groups_before[g], groups_after[g]) for g in GROUP_WEIGHTS),
        tuple(Change(each, first[each.id], second[each.id]) for each in CRITERIA),
    )
