"""Figures of how well labels are found: F1 by label and averaged, confusions, calibration."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Count:
    """How often a label was right, named in vain, and missed."""

    hits: int
    wrong: int
    missed: int

    @property
    def f1(self) -> float:
        """The balance of precision and recall, 0 to 1."""
        whole = 2 * self.hits + self.wrong + self.missed
        return 2 * self.hits / whole if whole else 0.0


def count(label: str, right: Sequence[Collection[str]], named: Sequence[Collection[str]]) -> Count:
    """One label's count over texts with the labels that are right and those that were named."""
    pairs = [(label in r, label in n) for r, n in zip(right, named, strict=True)]
    return Count(pairs.count((True, True)), pairs.count((False, True)), pairs.count((True, False)))


def macro_f1(right: Sequence[str], named: Sequence[str]) -> float:
    """The mean F1 of the labels that occur in `right`."""
    labels = sorted(set(right))
    values = [count(label, [{r} for r in right], [{n} for n in named]).f1 for label in labels]
    return sum(values) / len(values)


def micro_f1(right: Sequence[Collection[str]], named: Sequence[Collection[str]]) -> float:
    """F1 over all labels of all texts together."""
    labels = {label for each in (*right, *named) for label in each}
    counts = [count(label, right, named) for label in labels]
    return Count(
        sum(c.hits for c in counts), sum(c.wrong for c in counts), sum(c.missed for c in counts)
    ).f1


def confusions(right: Iterable[str], named: Iterable[str]) -> list[tuple[tuple[str, str], int]]:
    """Pairs of (right, named) that differ, the most frequent first."""
    pairs = Counter((r, n) for r, n in zip(right, named, strict=True) if r != n)
    return sorted(pairs.items(), key=lambda item: (-item[1], item[0]))


def matrix_lines(right: Sequence[str], named: Sequence[str], labels: Sequence[str]) -> list[str]:
    """The confusion matrix: a row a right label, a column a named one, by number."""
    table = Counter(zip(right, named, strict=True))
    width = max(len(label) for label in labels) + 4
    heads = "".join(f"{place:>4}" for place in range(1, len(labels) + 1))
    lines = [" " * width + heads]
    for place, label in enumerate(labels, 1):
        cells = "".join(f"{table[label, other] or '.':>4}" for other in labels)
        lines.append(f"{place:>2} {label:<{width - 3}}{cells}")
    return lines


def calibration_rows(
    sure: Sequence[float], is_right: Sequence[bool], edges: Sequence[float]
) -> list[tuple[float, float, int, float, float]]:
    """For each band of confidence: from, to, how many, mean confidence, share that was right."""
    rows = []
    for low, high in pairwise(edges):
        inside = [
            (c, r)
            for c, r in zip(sure, is_right, strict=True)
            if low <= c < high or (c == high == edges[-1])
        ]
        if inside:
            size = len(inside)
            mean = sum(c for c, _r in inside) / size
            rows.append((low, high, size, mean, sum(r for _c, r in inside) / size))
    return rows


def calibration_error(rows: Sequence[tuple[float, float, int, float, float]]) -> float:
    """The mean distance between confidence and share right, weighed by how many."""
    whole = sum(size for _low, _high, size, _mean, _share in rows)
    return sum(size * abs(mean - share) for _l, _h, size, mean, share in rows) / whole
