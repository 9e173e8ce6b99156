"""The rows of a rehearsal: what was said, what can be said, and the guide's stages beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convoguide.i18n import gettext as _
from convoguide.tui.widgets.line_view import Row
from convoguide.tui.wrapping import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convoguide.services.rehearsal_words import StageShown

_NUMBERS = 4
"""Cells of a turn's number."""


def talk_rows(turns: Sequence[tuple[int, str | None, str]], width: int) -> Iterator[Row]:
    """A turn after the other, each with its number and who speaks; None is the trainee."""
    for n, who, text in turns:
        name = (who or _("You")) + ":"
        said = " ".join((name, text or _("(silence)")))
        for place, line in enumerate(wrapped(said, max(width - _NUMBERS, 4))):
            number = f"{n:>3} " if place == 0 else " " * _NUMBERS
            split = len(name) if place == 0 and line.startswith(name) else 0
            yield Row(
                (
                    (number, "quiet"),
                    (line[:split], "voice" if who else "title"),
                    (line[split:], "plain"),
                ),
                ("turn", n),
            )
        if who:
            yield Row()


def offer_rows(offers: Sequence[str], width: int) -> Iterator[Row]:
    """What could be said, each with the digit that says it."""
    for n, text in enumerate(offers, start=1):
        for place, line in enumerate(wrapped(text, max(width - 2, 4))):
            yield Row(((f"{n} " if place == 0 else "  ", "voice"), (line, "plain")), n)


def stage_rows(stages: Sequence[StageShown], width: int) -> Iterator[Row]:
    """Each stage with what it asks about; the one where the talk is has a sign of its own."""
    for n, each in enumerate(stages):
        lead = "> " if each.here else "  "
        for place, line in enumerate(wrapped(each.title, max(width - 2, 4))):
            style = "heading" if each.here else "title"
            yield Row(((lead if place == 0 else "  ", style), (line, style)), ("stage", n))
        for topic, touched in each.topics:
            sign = "[x]" if touched else "[ ]"
            for place, line in enumerate(wrapped(topic, max(width - 6, 4))):
                before = f"  {sign} " if place == 0 else " " * 6
                yield Row(((before + line, "plain"),), ("stage", n))
