"""What is read from a typed turn or note, and the reader itself."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Self

from convoguide.core.labels import NONE, SKILLS
from convoguide.understanding.features import note_features, utterance_features
from convoguide.understanding.lexicon import Lexicon
from convoguide.understanding.text import says_nothing
from convoguide.understanding.weights import Weights, read_weights

LANGUAGES = ("sv", "nb", "nn")
"""The languages a turn or a note can be read in."""

_BEST = 3
_STAGE = 2.0
"""How much more likely a topic is that the present stage of the conversation asks about."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a trainee's turn is about and what it does."""

    topic: str
    """One of `core.labels.TOPICS`; «none» where nothing in the guides is meant, or it is unsure."""
    skills: tuple[str, ...]
    """Of `core.labels.SKILLS`, in their order."""
    confidence: float
    """How often a topic named with this confidence is right, 0 to 1 (see docs/understanding.md)."""
    topics: tuple[tuple[str, float], ...]
    """The best three topics with their probability, best first; «none» may be among them."""


@dataclass(frozen=True, slots=True)
class NoteReading:
    """What a clinician's note is about."""

    theme: str | None
    """One of `core.labels.NOTE_THEMES`, or None where nothing fits."""
    themes: tuple[tuple[str, float], ...]
    """All themes with their probability, best first; «none» only where it comes first."""
    confidence: float
    """How often a theme named with this confidence is right, 0 to 1."""


class Understanding:
    """Reads turns and notes by the weights that come with the program.

    Holds no state between texts: each is read by itself.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @classmethod
    def load(cls, folder: Path | None = None) -> Self:
        """The reader with the weights of a folder, those that come with the program by default.

        Each of the two models is read from disk when it is first asked.
        """
        return cls(folder or Path(__file__).resolve().parent / "weights")

    @cached_property
    def _utterances(self) -> tuple[Weights, Lexicon]:
        weights = read_weights(self._folder / "utterances.weights")
        return weights, Lexicon(weights.names, weights.kinds)

    @cached_property
    def _notes(self) -> tuple[Weights, Lexicon]:
        weights = read_weights(self._folder / "notes.weights")
        return weights, Lexicon(weights.names, weights.kinds)

    def utterance(self, text: str, language: str, stage: Sequence[str] = ()) -> Reading:
        """The topic and skills of one turn, in «sv», «nb» or «nn».

        `stage` names the topics that the present stage of the conversation asks about; one of them
        is preferred where it is among the best three.
        """
        if says_nothing(text):
            return Reading(NONE, ("silence",), 1.0, ((NONE, 1.0),))
        weights, lexicon = self._utterances
        sums = weights.sums(utterance_features(text, language, lexicon))
        count = weights.settings["topics"]
        ranked = _ranked(weights.labels[:count], sums[:count], weights.settings["temperature"])
        best = _by_stage(ranked[:_BEST], stage)
        thresholds = weights.settings["thresholds"]
        found = {
            name
            for name, value, least in zip(
                weights.labels[count:], sums[count:], thresholds, strict=True
            )
            if value > least
        }
        skills = tuple(name for name in SKILLS if name in found)
        return Reading(best[0][0], skills, best[0][1], tuple(best))

    def note(self, text: str, language: str) -> NoteReading:
        """The theme of one note, in «sv», «nb» or «nn»."""
        weights, lexicon = self._notes
        sums = weights.sums(note_features(text, language, lexicon))
        ranked = _ranked(weights.labels, sums, weights.settings["temperature"])
        if says_nothing(text):
            ranked = [(NONE, 1.0), *((name, 0.0) for name, _p in ranked if name != NONE)]
        theme, confidence = ranked[0]
        if theme == NONE:
            return NoteReading(None, tuple(ranked), confidence)
        themes = tuple(each for each in ranked if each[0] != NONE)
        return NoteReading(theme, themes, confidence)


def _ranked(
    labels: Sequence[str], sums: Sequence[float], temperature: float
) -> list[tuple[str, float]]:
    """Labels with their probability, best first; equals in their own order."""
    top = max(sums)
    shares = [math.exp((value - top) / temperature) for value in sums]
    whole = sum(shares)
    pairs = [(label, share / whole) for label, share in zip(labels, shares, strict=True)]
    return sorted(pairs, key=lambda pair: -pair[1])


def _by_stage(best: list[tuple[str, float]], stage: Sequence[str]) -> list[tuple[str, float]]:
    if not stage:
        return best
    weighed = [(name, p * (_STAGE if name in stage else 1.0)) for name, p in best]
    whole = sum(p for _name, p in weighed) / sum(p for _name, p in best)
    return sorted(((name, p / whole) for name, p in weighed), key=lambda pair: -pair[1])
