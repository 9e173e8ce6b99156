"""The feed: what was asked and what was answered, in the order it came, and what is asked now."""

from collections.abc import Iterator
from datetime import datetime

from convoguide.core.conversation import OTHER, Note
from convoguide.services.conduct import Sitting
from convoguide.tui.facts_told import step_lines
from convoguide.tui.guide_text import GuideText
from convoguide.tui.widgets.line_view import Row, Rows
from convoguide.tui.widgets.step_card import answer_rows, card_rows
from convoguide.tui.words import MARKS, lead_of, state_words
from convoguide.tui.wrapping import wrapped

_Said = tuple[str, list[tuple[int, Note]]]


def feed_rows(sitting: Sitting, text: GuideText, width: int, phrase: int) -> Rows:
    """What came before, then the card of the step one stands on with its own answers under it."""
    rows = [row for said in _said(sitting) for row in _said_rows(sitting, text, width, said)]
    if rows:
        rows.append(Row())
    rows += card_rows(sitting, text, width, phrase)
    rows += answer_rows(sitting, width)
    return rows


def _said(sitting: Sitting) -> list[_Said]:
    """What was recorded under other steps, by time; neighbours under one step stand together."""
    talk = sitting.conversation
    moments: list[tuple[float, str, tuple[int, Note] | None]] = []
    latest = 0.0
    for step_id, entry in talk.entries.items():
        if step_id == sitting.step:
            continue
        if not entry.notes and entry.outcome not in (None, "not_raised"):
            moments.append((latest, step_id, None))
        for index, note in enumerate(entry.notes):
            latest = _moment(note.at, latest)
            moments.append((latest, step_id, (index, note)))
    found: list[_Said] = []
    for _when, step_id, said in sorted(moments, key=lambda each: each[0]):
        if not found or found[-1][0] != step_id:
            found.append((step_id, []))
        if said is not None:
            found[-1][1].append(said)
    return found


def _moment(at: datetime | None, latest: float) -> float:
    """A time that can be compared with any other; a note without one stands where it was."""
    return at.timestamp() if at is not None else latest


def _said_rows(sitting: Sitting, text: GuideText, width: int, said: _Said) -> Iterator[Row]:
    step_id, notes = said
    entry = sitting.conversation.entry(step_id)
    state = state_words(entry)
    title = text.title(step_id)
    told = f"{MARKS[entry.state]} {title} ({state})" if state else title
    for line in wrapped(told, width):
        yield Row(((line, "title"),), step_id)
    if not notes or notes[0][0] == 0:
        for line in step_lines(sitting, step_id):
            for part in wrapped(f"= {line}", width - 4):
                yield Row(((f"    {part}", "quiet"),), (step_id, "facts"))
    for index, note in notes:
        lead = lead_of(note)
        when = f"{note.at:%H:%M} " if step_id == OTHER and note.at else ""
        for number, line in enumerate(wrapped(when + lead + note.text, width - 4)):
            split = len(when + lead) if number == 0 else 0
            yield Row(((f"    {line[:split]}", "voice"), (line[split:], "plain")), (step_id, index))
