"""Conversation + outline → a filled document. Nothing is invented, nothing is written twice.

The rules of what a document may hold are the public contract's; each has its function here.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from convoguide.core.conversation import OTHER, Conversation, Entry, Note
from convoguide.core.guide import Guide
from convoguide.core.text import collapse
from convoguide.documents import wording
from convoguide.documents.assembled import Document, FilledSection, Line
from convoguide.documents.dates import format_day
from convoguide.documents.outline import Outline, Section
from convoguide.documents.parts import Parts
from convoguide.errors import ConvoGuideError
from convoguide.i18n import Language
from convoguide.i18n import gettext as _

LEFT_OPEN = ("declined", "deferred")


@dataclass(frozen=True)
class _Material:
    conversation: Conversation
    guide: Guide
    outline: Outline
    language: Language


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
    material = _Material(conversation, guide, outline, language)
    parts = Parts(conversation, language)
    opening = parts.opening()
    title = language.content(f"{outline.id}/title", outline.title, outline.language)
    return Document(
        id=outline.id,
        title=title,
        language=language.locale,
        reader=outline.reader,
        opening=(opening,) if opening else (),
        sections=tuple(_filled(material, section, parts) for section in outline.sections),
        apart=tuple(_apart(material)),
        left_out=tuple(_left_out(material)),
    )


def _filled(material: _Material, section: Section, parts: Parts) -> FilledSection:
    lines = [line for part in section.parts for line in parts.lines(part)]
    for step in _steps_of(material, section):
        lines.extend(_step_lines(material, step, section))
    tables = [table for table in map(parts.table, section.parts) if table]
    return FilledSection(
        section.id, _heading(material, section), tuple(lines), tables[0] if tables else None
    )


def _heading(material: _Material, section: Section) -> str:
    outline = material.outline
    context = f"{outline.id}/{section.id}/heading"
    return material.language.content(context, section.heading, outline.language)


def _steps_of(material: _Material, section: Section) -> Iterator[str]:
    """The raised steps whose notes may stand in the section: by its themes' order, then the guide's.

    `other` comes last: its notes may stand in any section, by the theme of each.
    """
    guide, entries = material.guide, material.conversation.entries
    order = {theme: place for place, theme in enumerate(section.themes)}
    mine = [
        step.id
        for step in guide.steps()
        if step.id in entries and material.outline.section_of(step.theme) == section
    ]
    yield from sorted(mine, key=lambda step: order.get(guide.theme_of(step) or "", len(order)))
    if section.catch_all:
        yield from (step for step in entries if ":" in step)
    if OTHER in entries:
        yield OTHER


def _step_lines(material: _Material, step: str, section: Section) -> Iterator[Line]:
    entry = material.conversation.entry(step)
    holds = material.outline.holds
    theme = material.guide.theme_of(step)
    if theme == "treatment_limits" and not holds.limits:
        return
    if entry.state in LEFT_OPEN and holds.left_open == "nothing":
        return
    if theme == "prognosis" and holds.prognosis == "noted" and entry.state != "noted":
        return
    sentence = _sentence(material, step, entry)
    if sentence and not (entry.state == "nothing_to_add" and holds.left_open == "nothing"):
        yield Line(sentence, step=step)
    notes = list(_visible(material, step, section))
    for index, note in notes:
        yield _note_line(material, step, entry, index, note)
    if theme == "treatment_limits":
        yield from _decision(material, step, entry, told=bool(notes))


def _visible(material: _Material, step: str, section: Section) -> Iterator[tuple[int, Note]]:
    """The notes of a step that stand in this section, without those held apart."""
    for index, note in enumerate(material.conversation.entry(step).notes):
        if not collapse(note.text) or _is_apart(material, step, note):
            continue
        if step == OTHER:
            if note.theme == "treatment_limits" and not material.outline.holds.limits:
                continue
            if note.theme == "prognosis" and not _outlook_may_stand(material):
                continue
            if material.outline.section_of(note.theme) != section:
                continue
        yield index, note


def _outlook_may_stand(material: _Material) -> bool:
    """Whether an unfiled note on the outlook may stand where only a noted prognosis may."""
    return material.outline.holds.prognosis == "raised" or not _outlook_left_open(material)


def _outlook_left_open(material: _Material) -> bool:
    return any(
        material.conversation.entry(step.id).state in LEFT_OPEN
        for step in material.guide.steps()
        if step.theme == "prognosis"
    )


def _is_apart(material: _Material, step: str, note: Note) -> bool:
    """Whether the patient, who reads the journal, must not meet this note there.

    Private notes, and what the clinician wrote on an outlook the person did not want to hear.
    """
    if note.private:
        return True
    if note.voice != "clinician":
        return False
    theme = note.theme if step == OTHER else material.guide.theme_of(step)
    if theme != "prognosis":
        return False
    if step == OTHER:
        return _outlook_left_open(material)
    return material.conversation.entry(step).state in LEFT_OPEN


def _sentence(material: _Material, step: str, entry: Entry) -> str:
    """How the step was left, in a sentence; empty for a step that was simply noted."""
    state, said = entry.state, material.language.gettext
    if state not in wording.OUTCOMES:
        return ""
    guide_step = material.guide.step(step)
    if state == "declined" and guide_step and guide_step.theme == "offered":
        return said(wording.OFFER_DECLINED)
    topic = step
    if guide_step:
        context = f"{material.guide.id}/{step}/topic"
        topic = material.language.content(context, guide_step.topic, material.guide.language)
    if state == "deferred" and entry.again_on:
        day = format_day(entry.again_on, material.language.locale)
        return said(wording.DEFERRED_TO).format(date=day, topic=topic)
    return said(wording.OUTCOMES[state]).format(topic=topic)


def _note_line(
    material: _Material, step: str, entry: Entry, index: int, note: Note
) -> Line:
    said = material.language.gettext
    theme = note.theme if step == OTHER else material.guide.theme_of(step)
    labels = []
    if theme == "treatment_limits":
        labels.append(_limit_label(material, entry))
    if note.voice in wording.VOICES:
        labels.append(said(wording.VOICES[note.voice]))
    return Line(
        collapse(note.text),
        label=", ".join(labels),
        quoted=note.voice == "patient",
        standing=theme == "treatment_limits" or note.voice == "presumed",
        step=step,
        note=index,
    )


def _limit_label(material: _Material, entry: Entry) -> str:
    """A limit is a wish unless a physician decided it, with a date: whoever led or was there."""
    said = material.language.gettext
    if not entry.decided or entry.decided_by is None or entry.decided_on is None:
        return said(wording.WISH)
    day = format_day(entry.decided_on, material.language.locale)
    if entry.decided_by.name:
        name = collapse(entry.decided_by.name)
        return said(wording.DECIDED_NAMED).format(name=name, date=day)
    return said(wording.DECIDED).format(date=day)


def _decision(material: _Material, step: str, entry: Entry, *, told: bool) -> Iterator[Line]:
    """What stands beside the limit's notes: grounds, who was asked, the views, the next look."""
    said = material.language.gettext
    if not told and (entry.decided_by or entry.decided_on):
        yield Line(_limit_label(material, entry) + ".", step=step)
    details = (
        (said("Grounds"), entry.grounds),
        (said("Consulted"), ", ".join(entry.consulted)),
        (said("The patient's view"), entry.patient_view),
        (said("The relatives' view"), entry.relatives_view),
    )
    for label, text in details:
        if text:
            yield Line(collapse(text), label=label, step=step)
    if entry.review_on:
        day = format_day(entry.review_on, material.language.locale)
        yield Line(day, label=said("Limits reviewed again"), step=step)


def _apart(material: _Material) -> Iterator[FilledSection]:
    """The notes held apart, under the name of their step, in the file's order."""
    for step, entry in material.conversation.entries.items():
        lines = tuple(
            _note_line(material, step, entry, index, note)
            for index, note in enumerate(entry.notes)
            if _is_apart(material, step, note)
        )
        if lines:
            yield FilledSection(step, step_title(material.guide, step, material.language), lines)


def step_title(guide: Guide, step: str, language: Language) -> str:
    """The step's name as people read it; a pack's step by its id."""
    if step == OTHER:
        return language.gettext("Other that came up")
    found = guide.step(step)
    if found is None:
        return step
    return language.content(f"{guide.id}/{step}/title", found.title, guide.language)


def _left_out(material: _Material) -> Iterator[str]:
    """The raised steps of which this document shows less than was noted."""
    shown: set[tuple[str, int]] = set()
    parts = Parts(material.conversation, material.language)
    for section in material.outline.sections:
        for line in _filled(material, section, parts).lines:
            if line.step is not None and line.note is not None:
                shown.add((line.step, line.note))
    for step, entry in material.conversation.entries.items():
        hidden = any(
            (step, index) not in shown and not _is_apart(material, step, note)
            for index, note in enumerate(entry.notes)
            if collapse(note.text)
        )
        if hidden or (entry.state in LEFT_OPEN and material.outline.holds.left_open == "nothing"):
            yield step_title(material.guide, step, material.language)
