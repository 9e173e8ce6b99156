"""How sure the model may be: fitted on authors it has not read.

The authors are dealt into folds; each fold is scored by a model trained on the others. On these
scores one temperature is fitted, so that a topic named with confidence 0.8 is right eight times in
ten, and one threshold a skill, above which it is named.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize_scalar

from convoguide.understanding.lexicon import Lexicon
from understanding.corpus import Line
from understanding.training import Kind, Numbers, train

FOLDS = 5
HAIR = 0.005
"""A difference in balance smaller than this says nothing."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """What the reader needs beside the weights, and how it was found."""

    temperature: float
    thresholds: tuple[float, ...]


def folds_of(lines: Sequence[Line]) -> list[set[str]]:
    """The authors dealt out; those of one name in two languages wrote alike, so go together."""
    authors = {line.author for line in lines}
    names = sorted({author.partition("/")[2] for author in authors})
    dealt = [set(names[place::FOLDS]) for place in range(FOLDS)]
    return [{each for each in authors if each.partition("/")[2] in fold} for fold in dealt]


def unread_scores(
    kind: Kind, lines: Sequence[Line], lexicon: Lexicon
) -> tuple[list[Line], Numbers]:
    """Every line with the scores of a model that has not read its author."""
    ordered: list[Line] = []
    scores = []
    for authors in folds_of(lines):
        learned = [line for line in lines if line.author not in authors]
        held = [line for line in lines if line.author in authors]
        scores.append(train(kind, learned, lexicon).scores(held, lexicon))
        ordered += held
    return ordered, np.concatenate(scores)


def calibrate(kind: Kind, lines: Sequence[Line], scores: Numbers) -> Calibration:
    """Temperature and thresholds for lines scored by a model that has not read their authors."""
    count = len(kind.labels)
    right = np.array([kind.labels.index(line.label) for line in lines])
    found = minimize_scalar(
        lambda log: _surprise(scores[:, :count], right, float(np.exp(log))),
        bounds=(-4.0, 2.0),
        method="bounded",
    )
    thresholds = [
        _threshold(scores[:, count + place], np.array([skill in line.skills for line in lines]))
        for place, skill in enumerate(kind.skills)
    ]
    return Calibration(round(float(np.exp(found.x)), 4), tuple(thresholds))


def _surprise(scores: Numbers, right: Numbers, temperature: float) -> float:
    shares = scores / temperature
    shares -= shares.max(axis=1, keepdims=True)
    logs = shares - np.log(np.exp(shares).sum(axis=1, keepdims=True))
    return float(-logs[np.arange(len(right)), right].mean())


def _threshold(scores: Numbers, right: Numbers) -> float:
    """The score above which naming the skill gives the best balance (F1), kept near the middle.

    Of those that do as well but for a hair the one in their middle: where the balance hardly
    changes, its very best is chance.
    """
    values: dict[float, float] = {}
    for threshold in np.arange(-0.6, 0.41, 0.05):
        named = scores > threshold
        hits = float((named & right).sum())
        # Two lines of each kind are lent to both sides: a rare skill shall not swing to an end.
        value = 2 * (hits + 2) / (named.sum() + right.sum() + 4 + abs(threshold))
        values[round(float(threshold), 2)] = value
    enough = max(values.values()) * (1 - HAIR)
    good = [threshold for threshold, value in values.items() if value >= enough]
    return round(float(np.mean(good)), 2)
