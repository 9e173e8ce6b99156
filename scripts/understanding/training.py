"""From labelled lines to weights: one linear support vector machine a label.

Liblinear's dual coordinate descent (no BLAS, a fixed order), so that the same lines on the locked
versions give the same weights after rounding to a byte.
"""

import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import numpy as np
import yaml
from scipy import sparse
from sklearn.svm import LinearSVC

import convoguide
from convoguide.core.labels import NOTE_THEMES, SKILLS, TOPICS
from convoguide.understanding.features import note_features, utterance_features
from convoguide.understanding.lexicon import Lexicon
from convoguide.understanding.text import fold
from convoguide.understanding.weights import NOTHING, key_of
from understanding.corpus import Line
from understanding.noise import typed_in_a_hurry

LEXICONS = Path(convoguide.__file__).parent / "content" / "lexicons"
SEED = 20261122
MOST = 127  # a byte, with 128 as nothing

Numbers: TypeAlias = "np.ndarray"  # of float64
Features = Callable[[str, str, Lexicon], list[str]]


@dataclass(frozen=True, slots=True)
class Kind:
    """What is learned: utterances (topic and skills) or notes (theme)."""

    name: str
    labels: tuple[str, ...]
    """The labels of which one is right."""
    skills: tuple[str, ...]
    """The labels of which any number is right."""
    features: Features
    strength: float
    """The machine's C: how much a wrong line weighs against simple weights."""
    least: int
    """In how many lines a feature must stand to be learned."""


UTTERANCES = Kind("utterances", TOPICS, SKILLS, utterance_features, 1.0, 3)
NOTES = Kind("notes", NOTE_THEMES, (), note_features, 1.0, 2)
KINDS = {kind.name: kind for kind in (UTTERANCES, NOTES)}


def forms_of(name: str) -> dict[str, str]:
    """Folded form → what it stands for (several joined by a space), from a list of the lexicon."""
    words = yaml.safe_load((LEXICONS / f"{name}.yaml").read_text("utf-8"))["words"]
    found: dict[str, list[str]] = {}
    for what, forms in words.items():
        for form in str(forms).split():
            found.setdefault(re.sub(r"[^a-z*]", "", fold(form)), []).append(what)
    return {form: " ".join(sorted(set(whats))) for form, whats in sorted(found.items())}


def names_of_words() -> dict[str, str]:
    """Folded form → common name, in capitals, so that no word is taken for a name."""
    forms = forms_of("common_words").items()
    return {form: what.split()[0].upper() for form, what in forms}


def kinds_of_words() -> dict[str, str]:
    """Folded form → the kinds of thing it names."""
    return forms_of("word_classes")


@dataclass(frozen=True, slots=True)
class Model:
    """A trained model before it is rounded: a row a feature, a column a label."""

    kind: Kind
    vocabulary: dict[str, int]
    table: Numbers
    offsets: Numbers

    def scores(self, lines: Sequence[Line], lexicon: Lexicon) -> Numbers:
        """Each line's score for each label, as `Weights.sums` gives it."""
        rows = [self.kind.features(line.text, line.language, lexicon) for line in lines]
        scores: Numbers = matrix(rows, self.vocabulary) @ self.table + self.offsets
        return scores


def train(kind: Kind, lines: Sequence[Line], lexicon: Lexicon) -> Model:
    """Learn from the lines, each once as it stands and once as typed in a hurry."""
    rng = random.Random(SEED)  # noqa: S311 - slips of the finger, no secret
    texts = [(line.text, line) for line in lines]
    texts += [(typed_in_a_hurry(line.text, rng), line) for line in lines]
    rows = [kind.features(text, line.language, lexicon) for text, line in texts]
    counts = Counter(feature for row in rows for feature in row)
    kept = sorted(feature for feature, count in counts.items() if count >= kind.least)
    vocabulary = {feature: place for place, feature in enumerate(kept)}
    data = matrix(rows, vocabulary)
    truths = [[line.label == label for _, line in texts] for label in kind.labels]
    truths += [[skill in line.skills for _, line in texts] for skill in kind.skills]
    machines = [_machine(data, right, kind.strength) for right in truths]
    table = np.stack([column for column, _offset in machines], axis=1)
    return Model(kind, vocabulary, table, np.array([offset for _column, offset in machines]))


def _machine(data: sparse.csr_matrix, right: list[bool], strength: float) -> tuple[Numbers, float]:
    if not any(right):
        return np.zeros(data.shape[1]), -1.0
    machine = LinearSVC(C=strength, random_state=SEED, max_iter=20_000, tol=1e-5)
    machine.fit(data, right)
    return machine.coef_[0], float(machine.intercept_[0])


def matrix(rows: Iterable[list[str]], vocabulary: dict[str, int]) -> sparse.csr_matrix:
    """A row a text; its known features share out one unit, as in `Weights.sums`."""
    places: list[int] = []
    values: list[float] = []
    ends = [0]
    for row in rows:
        known = [vocabulary[feature] for feature in row if feature in vocabulary]
        places += known
        values += [max(len(known), 1) ** -0.5] * len(known)
        ends.append(len(places))
    shape = (len(ends) - 1, len(vocabulary))
    return sparse.csr_matrix((values, places, ends), shape=shape)


def rounded(model: Model) -> tuple[list[int], bytes, list[float]]:
    """The features' keys in ascending order, their rows of bytes, and each label's scale.

    A feature whose every weight rounds to nothing is left out.
    """
    scales = np.abs(model.table).max(axis=0) / MOST
    scales[scales == 0] = 1.0
    whole = np.rint(model.table / scales).astype(np.int64)
    kept = [
        (key_of(feature), whole[place])
        for feature, place in model.vocabulary.items()
        if np.abs(whole[place]).max() > 1
    ]
    kept.sort(key=lambda pair: pair[0])
    rows = b"".join((row + NOTHING).astype(np.uint8).tobytes() for _key, row in kept)
    return [key for key, _row in kept], rows, [float(scale) for scale in scales]
