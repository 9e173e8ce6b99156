"""A guide's texts in one language, wherever they are shown: on a screen, a line or a card."""

from dataclasses import dataclass

from convoguide.core.guide import AnyStep, Checklist, Guide, Option, Stage
from convoguide.i18n import Language


@dataclass(frozen=True)
class GuideText:
    """A guide's texts in one language, the source text where there is no translation."""

    guide: Guide | Checklist
    language: Language
    second: Language | None = None
    """The other language of a talk through an interpreter; None where there is one language."""

    def beside(self, place: str, text: str) -> str | None:
        """The text in the second language, to stand under the one that `of` gives.

        None where either language has no translation of this very text, or both say the same.
        """
        if self.second is None:
            return None
        context, source = f"{self.guide.id}/{place}", self.guide.language
        first = self.language.translation(context, text, source)
        second = self.second.translation(context, text, source)
        if first is None and self.of(place, text) != text:
            return None
        return second if second != self.of(place, text) else None

    def of(self, place: str, text: str) -> str:
        """A text of the guide; `place` is `step/field`, `stage:id/field` or a field alone."""
        return self.language.content(f"{self.guide.id}/{place}", text, self.guide.language)

    def step(self, step: AnyStep, field: str, text: str) -> str:
        """A text of one of the steps."""
        return self.of(f"{step.id}/{field}", text)

    def stage(self, stage: Stage, field: str, text: str) -> str:
        """A text of one of the stages."""
        return self.of(f"stage:{stage.id}/{field}", text)

    def option(self, step_id: str, group: str, option: Option) -> str:
        """An option's text; `group` is `choice` or `checklist`."""
        return self.of(f"{step_id}/{group}:{option.id}/text", option.text)

    def item(self, group: str, option: Option) -> str:
        """A line of the identify checklist; `group` is `answer`, `criterion` or `occasion`."""
        return self.of(f"{group}:{option.id}/text", option.text)

    def hint(self, group: str, option: Option) -> str:
        """What helps to judge that line; empty where there is nothing."""
        return self.of(f"{group}:{option.id}/hint", option.hint) if option.hint else ""
