"""Each screen in each language and size: no word of ours is cut off, measured as it is drawn."""

import os
import re

import pytest

from convoguide import i18n
from convoguide.tui.widgets.action_line import ActionLine
from tests.tui.looks import LOOKS, SIZES, Look, looking
from tests.tui.shelling import Running, run

CUT = re.compile(r"\w…")
"""How a line that was cut looks; an ellipsis of our own stands alone or ends a sentence."""


THEIRS = (" < ", "; ")
"""What a line that tells of the conversation's own text begins with, or is joined by."""


def _cut_lines(app: Running, lines: list[str]) -> list[str]:
    """The lines of ours that were cut; of a dialog only what stands in its box."""
    boxes = app.app.screen.query(".box")
    if app.app.screen.is_modal and boxes:
        region = boxes.first().region
        lines = [line[region.x : region.right] for line in lines[region.y : region.bottom]]
    found = [line.strip() for line in lines if CUT.search(line)]
    return [line for line in found if not any(each in f" {line}" for each in THEIRS)]


def _missing_actions(app: Running, lines: list[str]) -> list[str]:
    """What the last line was to name and does not: read from what is drawn."""
    found = []
    for line in app.app.screen.query(ActionLine):
        if line.has_class("-quiet") and not line.commanding:
            continue
        region = line.region
        drawn = " ".join(" ".join(lines[region.y : region.bottom]).split())
        for key, label, _action in line._items():
            if f"{key} {label}" not in drawn:
                found.append(f"{key} {label}")
    return found


def _looked_at() -> list[tuple[Look, str]]:
    """Each look in one of the languages in turn; in all with EVERY_LANGUAGE=1.

    Some minutes of two cores lie between the two.
    """
    return [
        (look, locale)
        for place, look in enumerate(LOOKS)
        for number, locale in enumerate(i18n.LOCALES)
        if os.environ.get("EVERY_LANGUAGE") or place % len(i18n.LOCALES) == number
    ]


@pytest.mark.parametrize(
    ("look", "locale"), _looked_at(), ids=lambda each: getattr(each, "name", each)
)
def test_nothing_of_ours_is_cut_off(look: Look, locale: str) -> None:
    async def story() -> None:
        async with looking(look, locale) as app:
            for size in SIZES:
                if size != SIZES[0]:
                    await app.resize(*size)
                    await app.app.workers.wait_for_complete()
                    await app.settle()
                lines = app.lines()
                assert not _cut_lines(app, lines), (size, app.screen)
                assert not _missing_actions(app, lines), (size, app.screen)
                width, height = size
                for box in app.app.screen.query(".box, .title"):
                    region = box.region
                    assert region.right <= width, box
                    assert region.bottom <= height, (size, app.screen)
                    if box.display and region.area:
                        assert box.virtual_size.height <= box.size.height, (size, app.screen)

    run(story())
