"""What is known of a word beside its letters: the name it shares with others, and its kind.

The lists are `content/lexicons/common_words.yaml` and `word_classes.yaml`; the weights keep those
they were trained with. Words are folded (see `text`); a form with a star stands for a beginning.
"""

from collections.abc import Mapping

_SHORTEST = 2
_REMEMBERED = 50_000
"""How many words are remembered, so that a stream of nonsense does not fill the memory."""

Forms = Mapping[str, str]
"""Form → what it stands for; several kinds are joined by a space."""


class Lexicon:
    """Common names and kinds of words, each word looked up once."""

    def __init__(self, names: Forms, kinds: Forms) -> None:
        self._names = _Table(names)
        self._kinds = _Table(kinds)

    def name(self, word: str) -> str:
        """The common name (in capitals), or the word itself where it has none."""
        return self._names.find(word) or word

    def kinds(self, word: str) -> list[str]:
        """What kinds of thing the word names; often none."""
        return self._kinds.find(word).split()


class _Table:
    def __init__(self, forms: Forms) -> None:
        self._found = {form: what for form, what in forms.items() if not form.endswith("*")}
        self._beginnings = {form[:-1]: what for form, what in forms.items() if form.endswith("*")}

    def find(self, word: str) -> str:
        found = self._found.get(word)
        if found is None:
            found = self._by_beginning(word)
            if len(self._found) < _REMEMBERED:
                self._found[word] = found
        return found

    def _by_beginning(self, word: str) -> str:
        for length in range(len(word), _SHORTEST - 1, -1):
            found = self._beginnings.get(word[:length])
            if found is not None:
                return found
        return ""
