"""What a text shows, as names of features; the same for training and for reading.

The features are plain strings: words, pairs of words, pieces of words, how each sentence begins
and ends, and the shape of the turn. Words that Swedish and Norwegian spell apart go by one common
name, so that what was learned in one language helps in the others; beside a word stands its kind
(kin, symptom, treatment …), so that words never met in training are not quite unknown.
"""

from collections.abc import Iterator

from convoguide.understanding.lexicon import Lexicon
from convoguide.understanding.text import Words, is_stage_direction, read_words

_PIECE = 5
"""Letters in a piece of a word: measured against 3, 4 and 6, and their sums."""
_LONG = (0, 3, 6, 10, 16, 25, 40, 60)
_SHORT = 6
"""Up to so many words a turn is known by their number: «The horses.» gives back, tells little."""


def utterance_features(text: str, language: str, lexicon: Lexicon) -> list[str]:
    """The features of a trainee's turn, each once."""
    words = read_words(text)
    found = {f"lang={language}", *_shape(words)}
    if is_stage_direction(text):
        found.add("done, not said")
    last = len(words.sentences) - 1
    for index, (sentence, mark) in enumerate(words.sentences):
        named = [lexicon.name(word) for word in sentence]
        found.update(_of_sentence(sentence, named, lexicon))
        found.update(_frame(named, mark))
        if mark == "?" or (index == last and last > 0):
            found.update(f"end:{name}" for name in named)
    return sorted(found)


def note_features(text: str, language: str, lexicon: Lexicon) -> list[str]:
    """The features of a clinician's note, each once."""
    words = read_words(text)
    found = {f"lang={language}"}
    for sentence, mark in words.sentences:
        named = [lexicon.name(word) for word in sentence]
        found.update(_of_sentence(sentence, named, lexicon))
        if named:
            found.add(f"first:{named[0]}")
            found.update(f"early:{name}" for name in named[:3])
        if mark == "?":
            found.add("?")
    return sorted(found)


def _of_sentence(sentence: tuple[str, ...], named: list[str], lexicon: Lexicon) -> Iterator[str]:
    for index, name in enumerate(named):
        yield name
        if index:
            yield f"{named[index - 1]} {name}"
        if index > 1:
            yield f"{named[index - 2]} * {name}"
            yield f"{named[index - 2]} {named[index - 1]} {name}"
    for index, word in enumerate(sentence):
        if len(word) > 3:
            yield from _pieces(word)
        for kind in lexicon.kinds(word):
            yield f"@{kind}"
            yield f"first:{named[0]} @{kind}"
            if index:
                yield f"{named[index - 1]} @{kind}"
            if index > 1:
                yield f"{named[index - 2]} * @{kind}"


def _pieces(word: str) -> Iterator[str]:
    whole = f"<{word}>"
    for start in range(len(whole) - _PIECE + 1):
        yield "#" + whole[start : start + _PIECE]


def _frame(named: list[str], mark: str) -> Iterator[str]:
    yield f"mark{mark}"
    yield f"first:{named[0]}"
    yield f"first:{named[0]}{mark}"
    yield f"last:{named[-1]}"
    if len(named) > 1:
        yield f"first:{named[0]} {named[1]}"
        yield f"first:{named[0]} {named[1]}{mark}"
    if len(named) > 2:
        yield f"first:{named[0]} {named[1]} {named[2]}"


def _shape(words: Words) -> Iterator[str]:
    yield from (f"long>{size}" for size in _LONG if words.count > size)
    if words.count <= _SHORT:
        yield f"words={words.count}"
        if len(words.sentences) == 1:
            yield f"words={words.count}{words.sentences[0][1]}"
    yield f"sentences={min(len(words.sentences), 5)}"
    yield from (f"abbreviations>{n}" for n in range(3) if words.abbreviations > n)
    yield from (f"digits>{n}" for n in (0, 2) if words.digits > n)
    yield "asks" if any(mark == "?" for _, mark in words.sentences) else "states"
