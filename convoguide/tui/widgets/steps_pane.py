"""The stages and their steps with the state of each: the map beside the step."""

from collections.abc import Iterator

from convoguide.services.conduct import Sitting
from convoguide.tui.facts_told import step_lines
from convoguide.tui.guide_text import GuideText, listed
from convoguide.tui.widgets.line_view import Row, Rows
from convoguide.tui.widgets.topics import title_rows
from convoguide.tui.wrapping import wrapped


def step_rows(sitting: Sitting, text: GuideText, width: int) -> Rows:
    """A row a step, under its stage; a step's row carries its id."""
    return list(_rows(sitting, text, width))


def _rows(sitting: Sitting, text: GuideText, width: int) -> Iterator[Row]:
    for stage, ids in listed(sitting):
        if stage is not None:
            for line in wrapped(text.stage(stage), width):
                yield Row(((line, "heading"),))
        for step_id in ids:
            filled = bool(step_lines(sitting, step_id))
            entry = sitting.conversation.entry(step_id)
            yield from title_rows(text.title(step_id), entry, step_id, width, filled=filled)
