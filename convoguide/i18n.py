"""Human language in one place: the catalogs of the interface and of the content.

Msgids are British English. Importing this module reads nothing; a catalog is read when the
first text is asked for. The interface's language is process-wide (`use`); documents ask for a
`Language` of their own, so that a Swedish interface can write a Norwegian document.
"""

import gettext as _gettext
import os
from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol

from convoguide import symbols

LOCALES = ("sv", "nb", "nn", "en")
INTERFACE, CONTENT = "convoguide", "content"

_current = "en"

RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ku-Arab", "ps", "sd", "ug", "ur", "yi"})


class LocalTexts(Protocol):
    """What local packs say in a language, before the catalogs are asked. None: nothing."""

    def content(self, locale: str, context: str, text: str) -> str | None:
        """Their translation of a text of a guide or document."""

    def shipped(self, context: str, text: str) -> str | None:
        """The text that comes with the program, where this one stands in its place."""

    def word(self, locale: str, message: str) -> str | None:
        """Their translation of a fixed word of documents."""

    def right_to_left(self, locale: str) -> bool | None:
        """Whether a language of theirs is written from right to left."""


_local: LocalTexts | None = None


def use_local(texts: LocalTexts | None) -> None:
    """The texts of the local packs in use, for this process; None where there are none."""
    global _local  # noqa: PLW0603  # as the interface's language: one process, one set of packs
    _local = texts


def locale_folder() -> Path:
    """Where the compiled catalogs lie: inside an installed package, else beside the checkout."""
    package = Path(__file__).resolve().parent
    inside = package / "locales"
    return inside if inside.is_dir() else package.parent / "locales"


@cache
def _catalog(domain: str, locale: str) -> _gettext.NullTranslations:
    return _gettext.translation(domain, locale_folder(), languages=[locale], fallback=True)


class _Untranslated(_gettext.NullTranslations):
    """Behind a catalog: what it does not hold is nothing, rather than the text itself."""

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002  # gettext's own
        return ""


@cache
def _strict(locale: str) -> _gettext.NullTranslations:
    catalog = copy(_catalog(CONTENT, locale))
    catalog.add_fallback(_Untranslated())
    return catalog


def use(locale: str) -> None:
    """Choose the language of the interface for this process."""
    global _current  # noqa: PLW0603  # one interface, one language: process-wide on purpose
    _current = locale if locale in LOCALES else "en"


def current() -> str:
    """The language of the interface: one of `LOCALES`."""
    return _current


def gettext(message: str) -> str:
    """The message in the interface's language."""
    return symbols.shown(_catalog(INTERFACE, _current).gettext(message))


def N_(message: str) -> str:  # noqa: N802  # gettext's own name for «mark, do not translate»
    """The message as it is, marked for extraction; it is translated where it is shown."""
    return message


def ngettext(one: str, many: str, count: int) -> str:
    """The message in the right plural form, in the interface's language."""
    return symbols.shown(_catalog(INTERFACE, _current).ngettext(one, many, count))


def pgettext(context: str, message: str) -> str:
    """The message as it reads in that context, in the interface's language."""
    return symbols.shown(_catalog(INTERFACE, _current).pgettext(context, message))


@dataclass(frozen=True)
class Language:
    """One language to write in, apart from the interface's.

    `content` looks up guide and document text: `context` is `id/step/field`, and `source` the
    language the text was written in. Without a translation the source text stands as it is.
    """

    locale: str

    @property
    def right_to_left(self) -> bool:
        """Whether it is written from right to left."""
        marked = _local.right_to_left(self.locale) if _local is not None else None
        if marked is None:
            return self.locale in RIGHT_TO_LEFT or self.locale.split("-")[0] in RIGHT_TO_LEFT
        return marked

    def gettext(self, message: str) -> str:
        return self._own_word(message) or _catalog(INTERFACE, self.locale).gettext(message)

    def ngettext(self, one: str, many: str, count: int) -> str:
        own = self._own_word(one if count == 1 else many)
        return own or _catalog(INTERFACE, self.locale).ngettext(one, many, count)

    def pgettext(self, context: str, message: str) -> str:
        own = self._own_word(message)
        return own or _catalog(INTERFACE, self.locale).pgettext(context, message)

    def content(self, context: str, text: str, source: str) -> str:
        if self.locale == source:
            return text
        if _local is None:
            return _catalog(CONTENT, self.locale).pgettext(context, text)
        return self._own_content(_local, context, text)

    def translation(self, context: str, text: str, source: str) -> str | None:
        """This very text in this language; None where nobody has translated it.

        Where two languages stand one under the other, neither may say something else than the
        other: not the source text, nor the translation of what own wording replaced.
        """
        if self.locale == source:
            return text
        own = _local.content(self.locale, context, text) if _local is not None else None
        return own or _strict(self.locale).pgettext(context, text) or None

    def _own_word(self, message: str) -> str | None:
        return _local.word(self.locale, message) if _local is not None else None

    def _own_content(self, local: LocalTexts, context: str, text: str) -> str:
        """A pack's translation; else the catalog's, for own wording that of what it replaced."""
        own = local.content(self.locale, context, text)
        if own is not None:
            return own
        shipped = local.shipped(context, text)
        if shipped is None:
            return _catalog(CONTENT, self.locale).pgettext(context, text)
        found = _catalog(CONTENT, self.locale).pgettext(context, shipped)
        return text if found == shipped else found


def from_environment(environ: Mapping[str, str] = os.environ) -> str:
    """The interface language that the environment asks for, English when it names none of ours."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        tag = environ.get(name, "")
        if tag:
            return match(tag) or "en"
    return "en"


def match(tag: str) -> str | None:
    """One of `LOCALES` for a tag such as `nb_NO.UTF-8`; `no` is bokmål; None when unknown."""
    language = tag.replace("-", "_").split("_")[0].split(".")[0].lower()
    language = {"no": "nb", "nor": "nb", "swe": "sv"}.get(language, language)
    return language if language in LOCALES else None
