"""Conversation + outline → a filled document. Nothing is invented, nothing is written twice.

What a document may hold is decided in `rules`; here it is put in its place and worded.
"""

from collections.abc import Iterator

from convoguide.core.conversation import OTHER, Conversation, Entry, Note
from convoguide.core.guide import Guide
from convoguide.core.localise import absent_steps
from convoguide.core.text import collapse
from convoguide.dates import format_day
from convoguide.documents import limits, night, wording
from convoguide.documents.assembled import Document, FilledSection, Line
from convoguide.documents.outline import Outline, Section
from convoguide.documents.parts import lines_of, table_of
from convoguide.documents.parts.consents import missing_consent
from convoguide.documents.parts.context import Context
from convoguide.documents.parts.letter import worded_lines
from convoguide.documents.parts.palliative import draft_mark
from convoguide.documents.parts.people import opening
from convoguide.documents.rules import (
    LEFT_OPEN,
    Material,
    is_apart,
    may_show_notes,
    may_speak,
    visible,
)
from convoguide.errors import ConvoGuideError
from convoguide.i18n import Language
from convoguide.i18n import gettext as _


def assemble(
    conversation: Conversation, guide: Guide, outline: Outline, language: Language
) -> Document:
    """The document of that outline, filled from the conversation, in that language.

    Raises `ConvoGuideError` where the person has said no to what the document is.
    """
    if outline.reader == "plan" and conversation.consent and conversation.consent.to_plan is False:
        raise ConvoGuideError(
            _("The person has said no to a plan (consent.to_plan is false), so none is made.")
        )
    material = Material(conversation, guide, outline, language)
    context = Context(conversation, guide, language, outline.long_dates)
    sections = tuple(_filled(material, section, context) for section in outline.sections)
    banner = draft_mark(context) if outline.needs_signature else ""
    missing = missing_consent(context) if outline.needs_consent else None
    return Document(
        id=outline.id,
        title=language.content(f"{outline.id}/title", outline.title, outline.language),
        language=language.locale,
        reader=outline.reader,
        opening=tuple(_opening(context, outline)),
        sections=sections,
        for_the_night=tuple(night.lines(material, sections)) if outline.for_the_night else (),
        notices=(*((missing,) if missing else ()), *((Line(banner),) if banner else ())),
        banner=banner,
        apart=tuple(_apart(material)),
        left_out=tuple(_left_out(material, sections)),
    )


def _opening(context: Context, outline: Outline) -> Iterator[Line]:
    talk = context.conversation
    held = talk.held_on or (talk.started.date() if talk.started else None)
    first = opening(context)
    if outline.opening == "talk" and first:
        yield first
    elif outline.opening == "date" and held:
        yield Line(context.day(held), path="/held_on")


def _filled(material: Material, section: Section, context: Context) -> FilledSection:
    lines = [line for part in section.parts for line in lines_of(context, part)]
    if material.outline.reader == "patient":
        lines += _worded(material, section, context)
    for step in _steps_of(material, section):
        lines.extend(_step_lines(material, step, section))
    if section.on_limits and any(_is_limit(material, line) for line in lines):
        place = f"{material.outline.id}/{section.id}/on_limits"
        lines.append(
            Line(material.language.content(place, section.on_limits, material.outline.language))
        )
    lines += [line for part in section.parts_below for line in lines_of(context, part)]
    tables = [table for part in section.parts if (table := table_of(context, part))]
    heading = material.language.content(
        f"{material.outline.id}/{section.id}/heading", section.heading, material.outline.language
    )
    return FilledSection(section.id, heading, tuple(lines), tables[0] if tables else None)


def _worded(material: Material, section: Section, context: Context) -> Iterator[Line]:
    """The accepted lines of a letter that stand here; what has no section of its own, at once."""
    sections = material.outline.sections
    if section.themes:
        yield from worded_lines(context, section.themes)
    if section == next((each for each in sections if not each.themes), sections[0]):
        gathered = frozenset(theme for each in sections for theme in each.themes)
        yield from worded_lines(context, None, besides=gathered)


def _is_limit(material: Material, line: Line) -> bool:
    """Whether the line tells of a limit, and not only that it was not talked about."""
    if line.step is None:
        return False
    entry = material.conversation.entry(line.step)
    if line.note is None and not entry.decided:
        return False
    note = entry.notes[line.note] if line.note is not None else None
    return material.theme(line.step, note) == "treatment_limits"


def _steps_of(material: Material, section: Section) -> Iterator[str]:
    """The raised steps whose notes may stand in the section: by its themes' order, then the
    guide's. `other` comes last: its notes may stand in any section, by the theme of each."""
    guide, entries = material.guide, material.conversation.entries
    order: dict[str, int] = {theme: place for place, theme in enumerate(section.themes)}
    mine = [
        step.id
        for step in guide.steps()
        if step.id in entries and material.outline.section_of(step.theme) == section
    ]
    yield from sorted(mine, key=lambda step: order.get(guide.theme_of(step) or "", len(order)))
    if section.catch_all:
        yield from absent_steps(guide, material.conversation)
    if OTHER in entries:
        yield OTHER


def _step_lines(material: Material, step: str, section: Section) -> Iterator[Line]:
    if not may_speak(material, step):
        return
    entry = material.conversation.entry(step)
    sentence = _sentence(material, step, entry)
    if sentence:
        yield Line(sentence, step=step)
    notes = list(visible(material, step, section))
    for index, note in notes:
        yield note_line(material, step, index, note)
    if material.theme(step) == "treatment_limits" and may_show_notes(material, step):
        yield from limits.details(material, step, told=bool(notes))


def _sentence(material: Material, step: str, entry: Entry) -> str:
    """How the step was left, in a sentence; empty for a step that was simply noted."""
    state, said = entry.state, material.language.gettext
    if state not in wording.OUTCOMES or material.outline.reader == "patient":
        return ""
    if state == "nothing_to_add" and material.outline.reader != "journal":
        return ""
    if state == "declined" and material.theme(step) == "offered":
        return said(wording.OFFER_DECLINED)
    topic = topic_of(material.guide, step, material.language)
    if state == "deferred" and entry.again_on:
        day = format_day(entry.again_on, material.language.locale, long=material.outline.long_dates)
        return said(wording.DEFERRED_TO).format(date=day, topic=topic)
    return said(wording.OUTCOMES[state]).format(topic=topic)


def note_line(material: Material, step: str, index: int, note: Note) -> Line:
    """A note as a line: whose voice it is, and for a limit whether anyone decided it."""
    said = material.language.gettext
    is_limit = material.theme(step, note) == "treatment_limits"
    labels = [limits.label(material, step)] if is_limit else []
    if note.voice in wording.VOICES and material.outline.reader != "patient":
        labels.append(said(wording.VOICES[note.voice]))
    return Line(
        collapse(note.text),
        label=", ".join(labels),
        quoted=note.voice == "patient",
        standing=is_limit or note.voice == "presumed",
        step=step,
        note=index,
    )


def _apart(material: Material) -> Iterator[FilledSection]:
    """The notes held apart, under the name of their step, in the file's order."""
    for step, entry in material.conversation.entries.items():
        lines = tuple(
            note_line(material, step, index, note)
            for index, note in enumerate(entry.notes)
            if is_apart(material, step, note)
        )
        if lines:
            yield FilledSection(step, step_title(material.guide, step, material.language), lines)


def _left_out(material: Material, sections: tuple[FilledSection, ...]) -> Iterator[str]:
    """The raised steps of which this document shows less than was noted."""
    shown = {(line.step, line.note) for section in sections for line in section.lines}
    hides_left = material.holds.left_open != "sentence_and_notes"
    for step, entry in material.conversation.entries.items():
        hidden = any(
            (step, index) not in shown and not is_apart(material, step, note)
            for index, note in enumerate(entry.notes)
            if collapse(note.text)
        )
        if hidden or (hides_left and entry.state in LEFT_OPEN):
            yield step_title(material.guide, step, material.language)


def step_title(guide: Guide, step: str, language: Language) -> str:
    """The step's name as people read it; a pack's step by its id."""
    if step == OTHER:
        return language.gettext("Other that came up")
    found = guide.step(step)
    if found is None:
        return step
    return language.content(f"{guide.id}/{step}/title", found.title, guide.language)


def topic_of(guide: Guide, step: str, language: Language) -> str:
    """The step's topic as it reads inside a sentence; a pack's step by its id."""
    found = guide.step(step)
    if found is None:
        return step
    return language.content(f"{guide.id}/{step}/topic", found.topic, guide.language)
