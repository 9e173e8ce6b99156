"""What is asked where one stands: the step's aim, a way to say it, what to keep in mind."""

from collections.abc import Iterator

from rich.cells import cell_len

from convoguide.core.conversation import OTHER
from convoguide.core.guide import AnyStep
from convoguide.i18n import gettext as _
from convoguide.services.conduct import Sitting
from convoguide.tui.facts_told import step_lines
from convoguide.tui.guide_text import GuideText
from convoguide.tui.large import large_lines
from convoguide.tui.widgets.line_view import Row
from convoguide.tui.widgets.topics import note_rows, title_rows
from convoguide.tui.words import lead_of
from convoguide.tui.wrapping import wrapped

_BULLET = "* "


def card_rows(sitting: Sitting, text: GuideText, width: int, phrase: int) -> Iterator[Row]:
    """The card of the step one stands on; its first row carries («card», the step's id)."""
    step_id = sitting.step
    step = sitting.here
    tag = ("card", step_id)
    entry = sitting.conversation.entry(step_id)
    if step is not None:
        yield from _stage_rows(sitting, text, width, step, tag)
    for row in title_rows(text.title(step_id), entry, step_id, width):
        yield Row(row.parts, tag)
    if step is not None and (second := text.second_title(step)):
        for line in _second_lines(text, second, width - 4):
            yield Row(((f"    {line}", "plain"),), tag)
    if step is None:
        if step_id == OTHER:
            yield from _lines(_("For what fits no step."), width, "plain")
        return
    yield from _lines(text.purpose(step), width, "plain")
    yield from _phrase_rows(text, step, width, phrase)
    for line in text.advice(step):
        yield from _bullet(line, width, "plain")
    for line in text.reminders(step, sitting.conversation):
        yield from _bullet(line, width, "quiet")
    for line in text.standing(step, sitting.conversation):
        yield from _bullet(line, width, "quiet")


def _stage_rows(
    sitting: Sitting, text: GuideText, width: int, step: AnyStep, tag: tuple[str, str]
) -> Iterator[Row]:
    stages = sitting.guide.stages
    stage = sitting.guide.stage_of(step.id)
    if stage is None:
        return
    said = _("Stage {n} of {total}: {title}").format(
        n=stages.index(stage) + 1, total=len(stages), title=text.stage(stage)
    )
    for line in wrapped(said, width):
        yield Row(((line, "heading"),), tag)
    if stage.steps[0].id == step.id:
        yield from _lines(text.aim(stage), width, "quiet")


def _phrase_rows(text: GuideText, step: AnyStep, width: int, phrase: int) -> Iterator[Row]:
    phrases = text.phrases(step)
    if not phrases:
        return
    place = phrase % len(phrases)
    for line in wrapped(phrases[place], width - 4):
        yield Row((("  | ", "heading"), (line, "phrase")), "phrase")
    second = text.second_phrases(step)[place]
    if second is not None:
        for line in _second_lines(text, second, width - 4):
            yield Row((("  & ", "heading"), (line, "phrase")), "phrase")
    said = _("{n} of {total}. Esc i: another way to say it").format(n=place + 1, total=len(phrases))
    for line in wrapped(said, width - 4):
        yield Row(((f"    {line}", "quiet"),), "phrase")


def _second_lines(text: GuideText, said: str, width: int) -> Iterator[str]:
    """The text in the second language, from the right where it reads so."""
    for line in wrapped(said, width):
        if text.second is not None and text.second.right_to_left:
            yield " " * max(width - cell_len(line.rstrip()), 0) + line.rstrip()
        else:
            yield line


def _bullet(line: str, width: int, style: str) -> Iterator[Row]:
    for number, part in enumerate(wrapped(line, width - len(_BULLET))):
        yield Row(((f"{_BULLET if number == 0 else '  '}{part}", style),))


def _lines(text: str, width: int, style: str) -> Iterator[Row]:
    for line in wrapped(text, width):
        yield Row(((line, style),))


def answer_rows(sitting: Sitting, width: int) -> Iterator[Row]:
    """What was answered where one stands: the parts that belong with it, then the notes, whole."""
    step_id = sitting.step
    for line in step_lines(sitting, step_id):
        for part in wrapped(f"= {line}", width - 4):
            yield Row(((f"    {part}", "quiet"),), (step_id, "facts"))
    yield from note_rows(sitting.conversation.entry(step_id), step_id, width)


def large_rows(text: GuideText, step: AnyStep, width: int, height: int, phrase: int) -> list[Row]:
    """The phrase in the largest letters there is room for; advice where nothing is said."""
    said = text.phrases(step) or text.advice(step)
    if not said:
        return []
    place = phrase % len(said)
    second = text.second_phrases(step)[place] if text.phrases(step) else None
    if second is None:
        lines = large_lines(said[place], width, height)
    else:
        # Half the room for each; what the first leaves is the second's.
        lines = [*large_lines(said[place], width, height // 2), ""]
        lines += large_lines(second, width, height - len(lines))
    return [Row(((line, "phrase"),), "phrase") for line in lines]


def large_note_rows(sitting: Sitting, width: int) -> Iterator[Row]:
    """The notes of the step one stands on, each in large letters, with whose words it holds."""
    step_id = sitting.step
    for index, note in enumerate(sitting.conversation.entry(step_id).notes):
        yield Row()
        for line in large_lines(lead_of(note) + note.text, width, 0):
            yield Row(((line, "plain"),), (step_id, index))


def large_title_rows(text: GuideText, step_id: str, width: int) -> Iterator[Row]:
    """The name of a step in large letters."""
    for line in large_lines(text.title(step_id), width, 0):
        yield Row(((line, "phrase"),), ("card", step_id))
