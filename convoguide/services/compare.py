"""Two conversations beside each other, in words and as data."""

from collections.abc import Iterator
from typing import Any

from convoguide.core.comparison import Difference, Said, compare
from convoguide.core.conversation import Conversation
from convoguide.core.text import collapse
from convoguide.documents.since import CHANGES, OUTCOMES, then
from convoguide.errors import InputError
from convoguide.i18n import gettext as _
from convoguide.services import content
from convoguide.services.theme_names import theme_name


def differences(older: Conversation, newer: Conversation) -> list[Difference]:
    """What changed from the older to the newer; `InputError` when they are the wrong way round."""
    refuse_turned_round(older, newer)
    return list(compare(older, content.guide(older.guide), newer, content.guide(newer.guide)))


def refuse_turned_round(older: Conversation, newer: Conversation) -> None:
    """Raise where the older of the two was held later, or follows the other."""
    if older.held_on and newer.held_on and older.held_on > newer.held_on:
        raise InputError(
            _("The first conversation was held later than the second; turn them round.")
        )
    if newer.id is not None and older.previous == newer.id:
        raise InputError(_("The first conversation follows the second; turn them round."))


def as_data(found: list[Difference]) -> dict[str, Any]:
    """The differences as `compare --json` gives them."""
    return {
        "themes": [
            {
                "theme": each.theme,
                "change": each.change,
                "older": _said(each.older),
                "newer": _said(each.newer),
            }
            for each in found
        ]
    }


def _said(said: Said) -> dict[str, Any]:
    return {
        "notes": [{"voice": note.voice, "text": note.text} for note in said.notes],
        "outcomes": list(said.outcomes),
    }


def as_lines(found: list[Difference]) -> Iterator[str]:
    """A line a theme: what it is, what happened to it, and the words of both times."""
    for each in found:
        line = f"{theme_name(each.theme)}: {_(CHANGES[each.change])}"
        before, now = _told(each.older), _told(each.newer)
        if each.change in ("changed", "withdrawn") and before:
            line = then(line, _("Before: {text}").format(text=before))
        if each.change == "not_asked" and before:
            line = then(line, _("Said last time: {text}").format(text=before))
        elif now:
            line = then(line, _("Now: {text}").format(text=now))
        yield line


def _told(said: Said) -> str:
    outcomes = [_(OUTCOMES[outcome]) for outcome in said.outcomes]
    return " · ".join([*outcomes, *(collapse(note.text) for note in said.notes)])
