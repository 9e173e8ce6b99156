"""At most three lines that someone called at night can act on, built only from what was recorded.

What the person wants most, limits that are decided (or that none are), whom to call. Whole notes
are repeated, the person's own words first and then the latest; a long one is pointed to by its
section and never cut.
"""

from collections.abc import Iterator

from convoguide.core.conversation import Note
from convoguide.documents import limits
from convoguide.documents.assembled import FilledSection, Line
from convoguide.documents.parts.contacts import at_hours
from convoguide.documents.parts.context import Context, listed
from convoguide.documents.rules import Material

LONGEST = 200
WANTED = ("what_matters", "acutely_ill_wishes", "end_of_life_priorities")


def lines(material: Material, sections: tuple[FilledSection, ...]) -> Iterator[Line]:
    """The three lines, as far as there is something to say."""
    yield from _wanted(material, sections)
    yield from _decided(material, sections)
    yield from _to_call(material)


def _wanted(material: Material, sections: tuple[FilledSection, ...]) -> Iterator[Line]:
    label = material.language.gettext("Matters most")
    for theme in WANTED:
        found = [
            (section, line)
            for section in sections
            for line in section.lines
            if line.step is not None
            and line.note is not None
            and material.theme(line.step, _note(material, line)) == theme
        ]
        if not found:
            continue
        section, line = min(found, key=lambda each: _rank(_note(material, each[1])))
        if len(line.text) > LONGEST:
            yield _pointer(material, label, section, line)
        else:
            yield Line(line.text, label=label, quoted=line.quoted, step=line.step, note=line.note)
        return


def _rank(note: Note) -> tuple[bool, float]:
    """The person's own words first, then the latest."""
    return (note.voice != "patient", -note.at.timestamp() if note.at else 0.0)


def _decided(material: Material, sections: tuple[FilledSection, ...]) -> Iterator[Line]:
    found = [
        (section, line)
        for section in sections
        for line in section.lines
        if line.step is not None
        and line.note is not None
        and material.theme(line.step) == "treatment_limits"
        and material.conversation.entry(line.step).decided
    ]
    if not found:
        yield Line(material.language.gettext("No limits of treatment have been decided."))
        return
    section, first = found[0]
    label = limits.label(material, first.step or "")
    text = "; ".join(line.text for _section, line in found)
    if len(text) > LONGEST:
        yield _pointer(material, label, section, first)
    else:
        yield Line(text, label=label, standing=True, step=first.step, note=first.note)


def _to_call(material: Material) -> Iterator[Line]:
    context = Context(material.conversation, material.guide, material.language)
    found = list(at_hours(context, "night")) or [
        (index, contact)
        for index, contact in enumerate(material.conversation.contacts)
        if contact.coordinates or contact.needs
    ]
    if found:
        text = "; ".join(listed([("", each.name), ("", each.phone)]) for _place, each in found)
        label = material.language.gettext("Call")
        yield Line(text, label=label, path=f"/contacts/{found[0][0]}")


def _pointer(material: Material, label: str, section: FilledSection, line: Line) -> Line:
    text = material.language.gettext("see “{section}”").format(section=section.heading)
    return Line(text, label=label, step=line.step, note=line.note)


def _note(material: Material, line: Line) -> Note:
    """The note that a line repeats; asked only of lines that have one."""
    return material.conversation.entry(line.step or "").notes[line.note or 0]
