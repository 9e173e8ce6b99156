"""Words that the languages spell apart, under the name they share."""

from collections.abc import Mapping

_SHORTEST = 3


class CommonNames(dict[str, str]):
    """Folded word → common name, or the word itself; what was asked for is remembered.

    Names are in capitals, so that no word is taken for one.
    """

    def __init__(self, forms: Mapping[str, str]) -> None:
        super().__init__({form: name for form, name in forms.items() if not form.endswith("*")})
        self._beginnings = {form[:-1]: name for form, name in forms.items() if form.endswith("*")}

    def __missing__(self, word: str) -> str:
        found = word
        for length in range(len(word), _SHORTEST - 1, -1):
            if word[:length] in self._beginnings:
                found = self._beginnings[word[:length]]
                break
        if len(self) < 50_000:  # a stream of nonsense must not fill the memory
            self[word] = found
        return found
