"""A guide on paper: in full, or as the prompt card one has on the knee when no screen belongs."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from convoguide.core.guide import AnyStep, Checklist, Guide, Reminder, SpokenStep
from convoguide.documents.guide_text import GuideText


def guide_text(text: GuideText) -> str:
    """The whole guide as plain text."""
    guide = text.guide
    if isinstance(guide, Checklist):
        return _lines(_checklist(text, guide))
    return _lines(_guide(text, guide))


def card_text(text: GuideText) -> str:
    """The prompt card as plain text: what is said, stage by stage, and what to keep in mind."""
    guide = text.guide
    if isinstance(guide, Checklist):
        return _lines(_checklist(text, guide))
    return _lines(_card(text, guide))


@dataclass(frozen=True)
class Said:
    """A text of the card, and the same in the second language where there is one."""

    text: str
    second: str | None


@dataclass(frozen=True)
class CardStep:
    """A step of the card: its name, and the ways to say it."""

    title: Said
    phrases: tuple[Said, ...]


@dataclass(frozen=True)
class CardStage:
    """A stage of the card, with those of its steps that are said aloud."""

    title: Said
    steps: tuple[CardStep, ...]


def card_stages(text: GuideText, guide: Guide) -> tuple[CardStage, ...]:
    """What the prompt card holds, stage by stage; stages with nothing to say are left out."""
    return tuple(
        CardStage(
            _both(text, f"stage:{stage.id}/title", stage.title),
            tuple(
                CardStep(
                    _both(text, f"{step.id}/title", step.title),
                    tuple(_both(text, f"{step.id}/phrase", each) for each in step.phrases),
                )
                for step in stage.steps
                if isinstance(step, SpokenStep)
            ),
        )
        for stage in guide.stages
        if any(isinstance(step, SpokenStep) for step in stage.steps)
    )


def _both(text: GuideText, place: str, words: str) -> Said:
    return Said(text.of(place, words), text.beside(place, words))


def card_html(text: GuideText, template: Path) -> str:
    """The prompt card as one self-contained page for print."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    page = environment.from_string(template.read_text(encoding="utf-8"))
    return page.render(
        guide=text.guide,
        checklist=isinstance(text.guide, Checklist),
        title=_both(text, "title", text.guide.title),
        stages=() if isinstance(text.guide, Checklist) else card_stages(text, text.guide),
        text=text,
        words={
            "keep_in_mind": text.language.gettext("Keep in mind"),
            "occasions": text.language.gettext("When to be alert"),
            "criteria": text.language.gettext("May indicate palliative needs"),
            "instruments": text.language.gettext("Instruments"),
        },
        locale=text.language.locale,
        source=source_line(text),
    )


def source_line(text: GuideText) -> str:
    """Where the structure comes from, its copyright line, and whose the wording is."""
    source = text.guide.source
    wording = text.of("source/wording", source.wording)
    parts = (f"{source.title}, {source.version}", source.publisher, source.copyright)
    return ". ".join(part.rstrip(".") for part in (*parts, source.licence, wording)) + "."


def _guide(text: GuideText, guide: Guide) -> Iterator[str]:
    said = text.language.gettext
    yield from (text.of("title", guide.title), text.of("summary", guide.summary), "")
    for stage in guide.stages:
        yield text.stage(stage, "title", stage.title).upper()
        yield text.stage(stage, "aim", stage.aim)
        for number, step in enumerate(guide.steps(), start=1):
            if step not in stage.steps:
                continue
            yield ""
            yield f"{number}. {text.step(step, 'title', step.title)} [{step.id}]"
            yield f"   {text.step(step, 'purpose', step.purpose)}"
            yield from _said(text, step, "   ")
            yield from (f"   * {text.step(step, 'advice', each)}" for each in step.advice)
            for group, options in (("choice", step.choices), ("checklist", step.checklist)):
                yield from (f"   [ ] {text.option(step.id, group, each)}" for each in options)
            yield from _reminders(text, f"{step.id}/", step.reminders, "   ")
        yield ""
    yield said("Keep in mind").upper()
    yield from _reminders(text, "", guide.reminders, "")
    yield from ("", source_line(text))


def _card(text: GuideText, guide: Guide) -> Iterator[str]:
    yield from _one_under_the_other(_both(text, "title", guide.title), capitals=True)
    yield ""
    for stage in card_stages(text, guide):
        yield from _one_under_the_other(stage.title, capitals=True)
        for step in stage.steps:
            yield from _one_under_the_other(step.title)
            for phrase in step.phrases:
                yield f"  – {phrase.text}"
                if phrase.second is not None:
                    yield f"    {phrase.second}"
        yield ""
    yield text.language.gettext("Keep in mind").upper()
    yield from _reminders(text, "", guide.reminders, "")
    yield from ("", source_line(text))


def _checklist(text: GuideText, checklist: Checklist) -> Iterator[str]:
    said = text.language.gettext
    yield from (text.of("title", checklist.title), text.of("summary", checklist.summary), "")
    yield text.of("question", checklist.question)
    yield from (f"  ( ) {text.item('answer', each)}" for each in checklist.answers)
    yield from ("", said("May indicate palliative needs"))
    for each in checklist.criteria:
        yield f"  [ ] {text.item('criterion', each)}"
        if each.hint:
            yield f"      {text.hint('criterion', each)}"
    yield from ("", said("When to be alert"))
    yield from (f"  - {text.item('occasion', each)}" for each in checklist.occasions)
    yield from ("", f"{said('Instruments')}: {', '.join(checklist.instruments)}", "")
    yield from (text.of("notice", each) for each in checklist.notice)
    yield from _reminders(text, "", checklist.reminders, "")
    yield from ("", text.of("result", checklist.result), "", source_line(text))


def _one_under_the_other(said: Said, *, capitals: bool = False) -> Iterator[str]:
    for words in (said.text, said.second):
        if words is not None:
            yield words.upper() if capitals else words


def _said(text: GuideText, step: AnyStep, indent: str) -> Iterator[str]:
    for phrase in getattr(step, "phrases", ()):
        yield f"{indent}– {text.step(step, 'phrase', phrase)}"


def _reminders(
    text: GuideText, place: str, reminders: tuple[Reminder, ...], indent: str
) -> Iterator[str]:
    for each in reminders:
        yield f"{indent}! {text.of(f'{place}reminder', each.text)}"


def _lines(lines: Iterator[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
