"""What changed since an earlier talk, as the last section of a journal.

Held-apart notes of either talk have no part in it: whoever reads the journal would learn that
there is something, and what it is about.
"""

from collections.abc import Callable, Iterator

from convoguide.core.comparison import Difference, compare
from convoguide.core.conversation import OTHER, Conversation
from convoguide.core.text import collapse
from convoguide.documents.assemble import note_line
from convoguide.documents.assembled import FilledSection, Line
from convoguide.documents.rules import LEFT_OPEN, Material, is_apart
from convoguide.documents.writers.txt import told_compactly
from convoguide.i18n import N_

SECTION = "since"
HEADING = N_("Since last time")
CHANGES = {
    "new": N_("new"),
    "changed": N_("changed"),
    "confirmed": N_("confirmed"),
    "withdrawn": N_("withdrawn"),
    "not_asked": N_("not asked this time"),
}
OUTCOMES = {
    "declined": N_("declined"),
    "deferred": N_("another time"),
    "unsure": N_("unsure"),
    "nothing_to_add": N_("nothing to add"),
}


def section(
    older: Material, newer: Material, theme_name: Callable[[str], str]
) -> FilledSection | None:
    """The section, theme by theme; None where nothing is new, changed, confirmed or withdrawn.

    `theme_name` gives a theme's name in the document's language.
    """
    found = compare(_open_part(older), older.guide, _open_part(newer), newer.guide)
    lines = tuple(
        Line(_worded(each, older, newer, theme_name(each.theme)), step=_step_of(newer, each.theme))
        for each in found
        if each.change != "not_asked"
    )
    heading = newer.language.gettext(HEADING)
    return FilledSection(SECTION, heading, lines) if lines else None


def _open_part(material: Material) -> Conversation:
    """The conversation without the notes held apart, as if they had never been taken."""
    entries = {}
    for step, entry in material.conversation.entries.items():
        notes = tuple(note for note in entry.notes if not is_apart(material, step, note))
        changes: dict[str, object] = {"notes": notes}
        if entry.notes and not notes:
            changes["since"] = None
        entries[step] = entry.model_copy(update=changes)
    return material.conversation.having(entries=entries)


def _worded(each: Difference, older: Material, newer: Material, name: str) -> str:
    said = newer.language.gettext
    line = f"{name}: {said(CHANGES[each.change])}"
    before, now = _told(older, each.theme), _told(newer, each.theme)
    if each.change in ("changed", "withdrawn") and before and not _unwanted_now(newer, each.theme):
        line = then(line, said("Before: {text}").format(text=before))
    return then(line, said("Now: {text}").format(text=now)) if now else line


def then(line: str, sentence: str) -> str:
    """The sentence after the line, which may end in what somebody wrote, with or without a stop."""
    ended = line.rstrip('”»“"').endswith((".", "!", "?", "…"))
    return f"{line} {sentence}" if ended else f"{line}. {sentence}"


def _unwanted_now(newer: Material, theme: str) -> bool:
    """An outlook told of before is not told again to someone who does not want it now."""
    return theme == "prognosis" and any(
        newer.conversation.entry(step.id).state in LEFT_OPEN
        for step in newer.guide.steps()
        if step.theme == theme
    )


def _told(material: Material, theme: str) -> str:
    """How the steps on a theme were left, then their notes, worded as the journal words them."""
    said, talk = material.language.gettext, material.conversation
    steps = [step.id for step in material.guide.steps() if step.theme == theme]
    pieces = [
        said(OUTCOMES[talk.entry(step).state])
        for step in steps
        if talk.entry(step).state in OUTCOMES
    ]
    return "; ".join([*pieces, *_notes(material, [*steps, OTHER], theme)])


def _notes(material: Material, steps: list[str], theme: str) -> Iterator[str]:
    for step in steps:
        for index, note in enumerate(material.conversation.entry(step).notes):
            if material.theme(step, note) != theme or is_apart(material, step, note):
                continue
            if collapse(note.text):
                line = note_line(material, step, index, note)
                yield told_compactly(line, material.language.locale)


def _step_of(material: Material, theme: str) -> str | None:
    """The raised step that the line speaks of, for whoever asks where it comes from."""
    return next(
        (
            step.id
            for step in material.guide.steps()
            if step.theme == theme and step.id in material.conversation.entries
        ),
        None,
    )
