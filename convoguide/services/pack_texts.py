"""What packs say in other languages, found by the place and the text, as in a catalog."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from convoguide import i18n
from convoguide.services import content
from convoguide.services.local import Local


class PackTexts:
    """The texts of all packs in use; made ready for a language when it is first asked for."""

    def __init__(self, local: Local) -> None:
        self._local = local
        self._ready: dict[str, Mapping[tuple[str, str], str]] = {}

    def content(self, locale: str, context: str, text: str) -> str | None:
        """A pack's translation of a text of a guide or document."""
        if locale not in self._ready:
            self._ready[locale] = self._translated(locale)
        return self._ready[locale].get((context, text))

    def shipped(self, context: str, text: str) -> str | None:
        """The text that comes with the program, where a pack put this one in its place."""
        return self._replaced.get((context, text))

    def word(self, locale: str, message: str) -> str | None:
        """A fixed word of documents, in languages that only packs bring."""
        if locale in i18n.LOCALES:
            return None
        for pack in reversed(self._local.packs):
            if locale in pack.texts and message in pack.texts[locale].words:
                return pack.texts[locale].words[message]
        return None

    def right_to_left(self, locale: str) -> bool | None:
        """Whether a language that a pack brings is written from right to left."""
        for pack in reversed(self._local.packs):
            if locale in pack.languages:
                return pack.languages[locale].direction == "rtl"
        return None

    def _translated(self, locale: str) -> dict[tuple[str, str], str]:
        found: dict[tuple[str, str], str] = {}
        packs = [pack for pack in self._local.packs if locale in pack.texts]
        if not packs:
            return found
        places = content.places(self._local)
        for pack in packs:
            for place, own in pack.texts[locale].texts.items():
                found |= {(place, text): t for text, t in _paired(places.get(place, ()), own)}
        return found

    @cached_property
    def _replaced(self) -> dict[tuple[str, str], str]:
        now, before = content.places(self._local), content.places(None)
        return {
            (place, text): shipped
            for place, texts in now.items()
            if len(texts) == len(before.get(place, ()))
            for text, shipped in zip(texts, before[place], strict=True)
            if text != shipped
        }


def _paired(
    texts: tuple[str, ...], own: str | tuple[str, ...] | Mapping[int, str]
) -> Iterator[tuple[str, str]]:
    """Each text with its translation: one, all in their order, or some by their number."""
    if isinstance(own, Mapping):
        yield from ((text, own[n]) for n, text in enumerate(texts, start=1) if n in own)
    else:
        yield from zip(texts, (own,) if isinstance(own, str) else own, strict=False)
