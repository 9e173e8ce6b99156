"""A guide's own texts in the language of the interface, and its steps as a list."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from convoguide import symbols
from convoguide.core.conversation import OTHER, Conversation
from convoguide.core.guide import AnyStep, Condition, Guide, Option, Reminder, SpokenStep, Stage
from convoguide.i18n import Language, current
from convoguide.i18n import gettext as _
from convoguide.services.conduct import Sitting
from convoguide.services.theme_names import theme_name
from convoguide.services.two_languages import Second


@dataclass(frozen=True)
class GuideText:
    """The guide's texts. Without a translation a text stands in the guide's own language."""

    guide: Guide
    locale: str
    second: Second | None = None
    """What is said aloud in a second language too; None: in one."""

    def _of(self, context: str, text: str, locale: str | None = None) -> str:
        language = Language(locale or self.locale)
        said = language.content(f"{self.guide.id}/{context}", text, self.guide.language)
        return symbols.shown(said)

    @property
    def guide_title(self) -> str:
        """What the guide is called."""
        return self._of("title", self.guide.title)

    def stage(self, stage: Stage) -> str:
        """The stage's title."""
        return self._of(f"stage:{stage.id}/title", stage.title)

    def aim(self, stage: Stage) -> str:
        """What the stage aims at."""
        return self._of(f"stage:{stage.id}/aim", stage.aim)

    def title(self, step_id: str) -> str:
        """The step's title; a step of a pack that is not here goes by its id."""
        if step_id == OTHER:
            return _("Other that came up")
        step = self.guide.step(step_id)
        return self._of(f"{step_id}/title", step.title) if step else step_id

    def topic(self, step_id: str) -> str:
        """The step's topic as it reads inside a sentence."""
        step = self.guide.step(step_id)
        return self._of(f"{step_id}/topic", step.topic) if step else step_id

    def purpose(self, step: AnyStep) -> str:
        """What the step is for."""
        return self._of(f"{step.id}/purpose", step.purpose)

    def phrases(self, step: AnyStep) -> list[str]:
        """The ways to say the step aloud; none where nothing is said."""
        said = step.phrases if isinstance(step, SpokenStep) else ()
        return [self._of(f"{step.id}/phrase", each) for each in said]

    def second_title(self, step: AnyStep) -> str | None:
        """The step's title in the second language; None where there is none."""
        found = self.second.title(step) if self.second else None
        return symbols.shown(found) if found else None

    def second_phrases(self, step: AnyStep) -> list[str | None]:
        """The same phrases in the second language, each None where there is none."""
        if self.second is None:
            return [None] * len(self.phrases(step))
        return [symbols.shown(each) if each else None for each in self.second.phrases(step)]

    def advice(self, step: AnyStep) -> list[str]:
        """Advice for the one who leads."""
        return [self._of(f"{step.id}/advice", each) for each in step.advice]

    def option(self, step: AnyStep, kind: str, option: Option, locale: str | None = None) -> str:
        """One answer of a choice or one line of a checklist; in another language where asked."""
        return self._of(f"{step.id}/{kind}:{option.id}/text", option.text, locale)

    def reminders(self, step: AnyStep, talk: Conversation) -> list[str]:
        """The step's reminders that hold for the conversation as it is now."""
        return [
            self._of(f"{step.id}/reminder", each.text)
            for each in step.reminders
            if _holds(each.only_if, talk)
        ]

    def standing(self, step: AnyStep, talk: Conversation) -> list[str]:
        """Standing reminders, sparsely: a few where a stage begins, so that each comes once.

        One with a condition comes at the beginning of every stage while the condition holds.
        """
        stages = self.guide.stages
        place = next((n for n, each in enumerate(stages) if each.steps[0].id == step.id), None)
        if place is None:
            return []
        general = [each for each in self.guide.reminders if each.only_if is None]
        chosen: list[Reminder] = general[place :: len(stages)]
        chosen += [r for r in self.guide.reminders if r.only_if and r.only_if.holds(talk)]
        return [self._of("reminder", each.text) for each in chosen]


def _holds(condition: Condition | None, talk: Conversation) -> bool:
    return condition is None or condition.holds(talk)


def text_of(guide: Guide) -> GuideText:
    """The guide's texts in the interface's language."""
    return GuideText(guide, current())


def in_two(text: GuideText, locale: str | None) -> GuideText:
    """The same texts with those said aloud in a second language too; None: in one."""
    second = Second(text.guide, text.locale, locale) if locale else None
    return replace(text, second=second)


def place_title(text: GuideText, step_id: str, theme: str) -> str:
    """What a place for a note is called; under `other` the theme says more than the step."""
    title = text.title(step_id)
    return f"{title}: {theme_name(theme)}" if step_id == OTHER else title


def listed(sitting: Sitting) -> Iterator[tuple[Stage | None, list[str]]]:
    """All steps by stage, in order; last, without a stage, `other` and steps of absent packs."""
    shown = {step.id for step in sitting.steps()}
    for stage in sitting.guide.stages:
        ids = [step.id for step in stage.steps if step.id in shown]
        if ids:
            yield stage, ids
    entries, guide = sitting.conversation.entries, sitting.guide
    absent = [each for each in entries if ":" in each and guide.step(each) is None]
    yield None, [OTHER, *absent]


def order(sitting: Sitting) -> list[str]:
    """The ids of all that `listed` gives, in one row."""
    return [step_id for _stage, ids in listed(sitting) for step_id in ids]
