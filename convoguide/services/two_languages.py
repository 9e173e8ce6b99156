"""What is said aloud in a second language too, for a talk through an interpreter.

The second language is any in which guides can be had: those of the program and those that packs
bring. Only what is said aloud and the names of the steps stand in both; notes never do.
"""

from convoguide.core.guide import AnyStep, Guide, SpokenStep
from convoguide.documents.guide_text import GuideText
from convoguide.errors import InputError
from convoguide.i18n import Language
from convoguide.i18n import gettext as _
from convoguide.quotation import quoted
from convoguide.services import content
from convoguide.services.local import local
from convoguide.services.names import LANGUAGES


def checked(locale: str, given_as: str) -> str:
    """The locale; `InputError` names those there are where it is none, and how it was given."""
    if locale not in content.locales():
        raise InputError(
            _("{option} must be one of: {allowed}").format(
                option=given_as, allowed=", ".join(content.locales())
            )
        )
    return locale


def name_of(locale: str) -> str:
    """What a language is called: in the interface's language, or as the pack that has it says."""
    if locale in LANGUAGES:
        return _(LANGUAGES[locale])
    packs = [pack for pack in reversed(local().packs) if locale in pack.languages]
    return packs[0].languages[locale].name if packs else locale


def names() -> dict[str, str]:
    """Every language that can be the second one, with its name."""
    return {locale: name_of(locale) for locale in content.locales()}


class Second:
    """A guide's names and phrases in the second language, beside those in the first."""

    def __init__(self, guide: Guide, first: str, second: str | None) -> None:
        self.locale = second if second != first else None
        self._text = GuideText(guide, Language(first), Language(second) if second else None)

    @property
    def name(self) -> str:
        """What the second language is called; empty where there is none."""
        return name_of(self.locale) if self.locale else ""

    @property
    def right_to_left(self) -> bool:
        """Whether the second language is written from right to left."""
        return self.locale is not None and Language(self.locale).right_to_left

    def title(self, step: AnyStep) -> str | None:
        """The step's name; None where it has none in this language, or reads the same."""
        return self._text.beside(f"{step.id}/title", step.title)

    def quoted(self, phrase: str) -> str:
        """A phrase in this language's quotation marks."""
        return quoted(phrase, self.locale or "en")

    def phrases(self, step: AnyStep) -> list[str | None]:
        """The ways to say the step, in the order of the first language's."""
        said = step.phrases if isinstance(step, SpokenStep) else ()
        return [self._text.beside(f"{step.id}/phrase", each) for each in said]
