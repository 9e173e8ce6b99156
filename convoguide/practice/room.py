"""Who is in the room, whom a turn speaks to, and whom it speaks of."""

import re

from convoguide.practice.case import Case, Relative
from convoguide.practice.lexicon import Lexicon, folded

_SENTENCE = re.compile(r"[.!?…\n]+")
_ENDING = 3
"""So many letters an inflected word may have more than its stem: «son», «sonen»."""
_NEAR = 3
"""How near to the name stands the word for «you», where no comma sets the name apart."""


def lead(case: Case) -> str:
    """Whom one talks with unless someone else is named."""
    return case.speaks or case.person.called


def present(case: Case) -> tuple[Relative, ...]:
    """Those in the room beside the one whom one talks with."""
    others = (*case.relatives, *case.others)
    return tuple(each for each in others if each.present and each.name != lead(case))


def addressed(case: Case, text: str, lexicon: Lexicon | None) -> str | None:
    """The one in the room whose name begins or ends a sentence as one calls somebody; or None.

    Of several the last, for that is who is to answer.
    """
    if lexicon is None:
        return None
    names = {folded(name)[0]: name for name in (lead(case), *(p.name for p in present(case)))}
    called = [name for each in _SENTENCE.split(text) for name in _called(each, lexicon) & {*names}]
    return names[called[-1]] if called else None


def _called(sentence: str, lexicon: Lexicon) -> set[str]:
    """The words that stand in the sentence as the name does of one who is called."""
    words = folded(sentence)
    pieces = [folded(piece) for piece in sentence.split(",")]
    greets, you, to_you = map(_words, (lexicon.before_a_name, lexicon.you, lexicon.to_you))
    first = next((n for n, word in enumerate(words) if word not in greets), len(words))
    found = {piece[0] for piece in pieces[1:] if len(piece) == 1}
    if first < len(words):
        then = words[first + 1 : first + 1 + _NEAR]
        is_apart = {*words[: first + 1]} == {*pieces[0]}
        asks = lexicon.asks(" ".join(then)) and not you.isdisjoint(then)
        if is_apart or asks or (then[:1] and then[0] in you):
            found.add(words[first])
        if len(words) > 1 and words[-2] in you | to_you:
            found.add(words[-1])
    return found


def _words(lists: tuple[str, ...]) -> set[str]:
    return {word for each in lists for word in folded(each)}


def spoken_of(case: Case, text: str) -> frozenset[str]:
    """The first names of those near whom the text names, by name or by what they are."""
    words = set(folded(text))
    return frozenset(
        each.name
        for each in (*case.relatives, *case.others)
        if words & _forms(each.name)
        or any(_same(word, kin) for word in words for kin in folded(each.who)[-1:])
    )


def names_one_of(text: str, names: frozenset[str]) -> bool:
    """Whether a text names one of them."""
    return any(_forms(name) & set(folded(text)) for name in names)


def _forms(name: str) -> set[str]:
    first = folded(name)[0]
    return {first, f"{first}s"}


def _same(word: str, kin: str) -> bool:
    """Whether two words are one in two forms, such as «datter» and «datteren»."""
    short, long = sorted((word, kin), key=len)
    return len(short) >= _ENDING and long.startswith(short) and len(long) - len(short) <= _ENDING


def first_voice(case: Case, speaker: str | None, text: str) -> tuple[str, str]:
    """Who begins a turn of the patient's side, and the text without that name before it.

    Where several speak the text holds their names; where one does, `speaker` tells who.
    """
    name, colon, rest = text.partition(": ")
    names = {lead(case), *(each.name for each in present(case))}
    if speaker is None and colon and name in names:
        return name, rest
    return speaker or lead(case), text
