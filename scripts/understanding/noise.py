"""Lines as people in a hurry type them: small letters, marks left out, a slip of the finger."""

import random

_MARKS = str.maketrans("åäöæøÅÄÖÆØ", "aaoaoAAOAO")


def typed_in_a_hurry(text: str, rng: random.Random) -> str:
    """The text with some of what a tired hand does to it; the words stay the same."""
    if rng.random() < 0.35:
        text = text.lower()
    if rng.random() < 0.4:
        text = text.rstrip("?.! ")
    if rng.random() < 0.25:
        text = text.translate(_MARKS)
    if rng.random() < 0.4 and len(text) > 12:
        text = _slip(text, rng)
    return text


def _slip(text: str, rng: random.Random) -> str:
    at = rng.randrange(1, len(text) - 2)
    kind = rng.random()
    if kind < 0.4:  # two letters change places
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    if kind < 0.7:  # one is missing
        return text[:at] + text[at + 1 :]
    return text[:at] + text[at] + text[at:]  # one comes twice
