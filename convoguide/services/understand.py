"""Reading many turns or notes, one after the other: for measuring and for other programs."""

import json
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, Literal

from convoguide.errors import InputError
from convoguide.i18n import gettext as _
from convoguide.understanding import Understanding

Kind = Literal["utterance", "note"]

_DIGITS = 4


@cache
def reader() -> Understanding:
    """The reader, one for the whole run: its weights are read once."""
    return Understanding.load()


def read_lines(lines: Iterable[bytes], language: str, kind: Kind) -> Iterator[dict[str, Any]]:
    """What each line of JSON (`id`, `text`) is read as, in order; empty lines are passed over.

    Other keys are passed over, so that labelled lines can be read as they are. `InputError` names
    the line and the key that is wrong, never the text.
    """
    for number, line in enumerate(lines, 1):
        if line.strip(b"\xef\xbb\xbf \t\r\n"):
            given = _given(line, number)
            found = _utterance if kind == "utterance" else _note
            yield {"id": given["id"], **found(given["text"], language)}


def _given(line: bytes, number: int) -> dict[str, Any]:
    try:
        given = json.loads(line.decode("utf-8-sig"), object_pairs_hook=_without_doubles)
    except UnicodeDecodeError:
        raise InputError(_("Line {number}: it is not UTF-8.").format(number=number)) from None
    except (ValueError, RecursionError):
        raise InputError(
            _("Line {number}: write one JSON object with “id” and “text”.").format(number=number)
        ) from None
    if not isinstance(given, dict) or not {"id", "text"} <= given.keys():
        raise InputError(
            _("Line {number}: write one JSON object with “id” and “text”.").format(number=number)
        )
    if isinstance(given["id"], bool) or not isinstance(given["id"], str | int):
        raise InputError(
            _("Line {number}: “id” must be a string or a whole number.").format(number=number)
        )
    if not isinstance(given["text"], str) or not _is_writable(given["text"]):
        raise InputError(
            _("Line {number}: “text” must be a string of whole characters.").format(number=number)
        )
    return given


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len({key for key, _value in pairs}) != len(pairs):
        raise ValueError("a key stands twice")
    return dict(pairs)


def _is_writable(text: str) -> bool:
    """Whether no half of a surrogate pair stands alone."""
    return not any("\ud800" <= letter <= "\udfff" for letter in text)


def _utterance(text: str, language: str) -> dict[str, Any]:
    found = reader().utterance(text, language)
    return {
        "topic": found.topic,
        "skills": list(found.skills),
        "confidence": round(found.confidence, _DIGITS),
    }


def _note(text: str, language: str) -> dict[str, Any]:
    found = reader().note(text, language)
    return {
        "theme": found.theme,
        "themes": [[theme, round(share, _DIGITS)] for theme, share in found.themes],
        "confidence": round(found.confidence, _DIGITS),
    }
