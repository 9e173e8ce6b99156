"""All topics on one list, with what stands under each: the page one writes on afterwards."""

from collections.abc import Callable, Iterator

from convoguide.core.conversation import Entry
from convoguide.i18n import gettext as _
from convoguide.i18n import ngettext
from convoguide.services.conduct import Sitting
from convoguide.tui.facts import BY_ID
from convoguide.tui.facts_told import step_lines
from convoguide.tui.guide_text import GuideText, listed
from convoguide.tui.widgets.line_view import Row, Rows
from convoguide.tui.words import lead_of, mark_of, state_words
from convoguide.tui.wrapping import cut, wrapped

_INDENT = " " * 4
_NOTE_LINES = 3
"""A long note is told by its beginning here; the step itself shows it whole."""


def topic_rows(
    sitting: Sitting,
    text: GuideText,
    width: int,
    last_of: Callable[[str], list[str]] = lambda _step: [],
) -> Rows:
    """The rows of the list. A topic's row carries its id, a note's row (id, index).

    `last_of` gives what was said last time on a step; here it is one line, told by its beginning.
    """
    return list(_rows(sitting, text, width, last_of))


def _rows(
    sitting: Sitting, text: GuideText, width: int, last_of: Callable[[str], list[str]]
) -> Iterator[Row]:
    for stage, ids in listed(sitting):
        if stage is not None:
            yield Row(((cut(text.stage(stage), width), "heading"),))
        for step_id in ids:
            entry = sitting.conversation.entry(step_id)
            facts = step_lines(sitting, step_id)
            yield from title_rows(text.title(step_id), entry, step_id, width, filled=bool(facts))
            for line in facts:
                for part in wrapped(f"= {line}", width - len(_INDENT)):
                    yield Row(((_INDENT + part, "quiet"),), (step_id, "facts"))
            said = last_of(step_id)
            if said:
                then = _("last time: {text}").format(text=" · ".join(said))
                yield Row(((_INDENT + cut(f"< {then}", width - 4), "quiet"),), (step_id, "last"))
            yield from note_rows(entry, step_id, width, most=_NOTE_LINES)


def title_rows(
    title: str, entry: Entry, step_id: str, width: int, *, filled: bool = False
) -> Iterator[Row]:
    """A step's title behind the mark of its state, and the state in words where it needs them."""
    mark = mark_of(entry, filled=filled)
    said = state_words(entry)
    told = f"{title} ({said})" if said else title
    for number, line in enumerate(wrapped(told, width - len(_INDENT))):
        yield Row(((f"{mark if number == 0 else '   '} {line}", "title"),), step_id)


def note_rows(entry: Entry, step_id: str, width: int, *, most: int | None = None) -> Iterator[Row]:
    """The step's notes, each with whose words it holds; `most` lines of each, and what is left."""
    for index, note in enumerate(entry.notes):
        tag = (step_id, index)
        lead = lead_of(note)
        lines = wrapped(lead + note.text, width - len(_INDENT))
        # The line that says one more is left takes no less room than that line itself.
        shown = len(lines) if most is None or len(lines) == most + 1 else most
        for number, line in enumerate(lines[:shown]):
            if number == 0 and line.startswith(lead.rstrip()):
                head = line[: len(lead)]
                yield Row(((_INDENT + head, "voice"), (line[len(head) :], "plain")), tag)
            else:
                yield Row(((_INDENT + line, "plain"),), tag)
        left = len(lines) - shown
        if left > 0:
            said = ngettext("… {n} more line", "… {n} more lines", left).format(n=left)
            yield Row(((_INDENT + said, "quiet"),), tag)


def empty_hint(sitting: Sitting, *, last: bool) -> str:
    """What the empty field says: how to go on from here, and which facts belong here."""
    if last:
        said = _("Type a note. This is the end of the list.")
    elif sitting.way == "steps":
        said = _("Type a note, or press Enter for the next step.")
    else:
        said = _("Type a note, or press Enter for the next topic.")
    step = sitting.here
    if step is not None and step.fills:
        parts = ", ".join(_(BY_ID[part].label) for part in step.fills)
        said += " " + _("Esc f: {parts}").format(parts=parts)
    return said
