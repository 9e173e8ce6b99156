"""A conversation file into the frozen model, with key and line for everything that is wrong.

The standard `json` reads; positions are found in a second pass, on errors only.
"""

import json
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from json.decoder import scanstring  # type: ignore[attr-defined]  # there, but not in the stubs
from pathlib import Path as FilePath
from typing import Any

from pydantic import ValidationError

from convoguide.core.conversation import FORMAT, Conversation
from convoguide.core.guide import Guide
from convoguide.core.rules import refusals
from convoguide.errors import InputError
from convoguide.i18n import gettext as _
from convoguide.library.faults import Fault, FaultyFileError, Path, describe, dotted, paths_of


class _DuplicateKeyError(Exception):
    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def read_conversation(
    content: bytes, name: str, guide_of: Callable[[str], Guide | None], guide_ids: tuple[str, ...]
) -> Conversation:
    """The conversation in these bytes.

    `name` stands for the file in errors, `guide_of` gives the guide of an id or None. Raises
    `FaultyFileError` that names keys, lines and allowed values, never a value from the file.
    """
    text = _decode(content, name)
    data = _parse(text, name)
    try:
        conversation = Conversation.model_validate(_known_format(data, name, text))
    except ValidationError as error:
        raise _faulty(paths_of(error, data), name, text) from None
    guide = guide_of(conversation.guide)
    if guide is None:
        allowed = _("must be one of: {allowed}").format(allowed=", ".join(guide_ids))
        raise _faulty([(("guide",), allowed)], name, text)
    wrong = [(path, describe(kind, {})) for path, kind in refusals(conversation, guide)]
    if wrong:
        raise _faulty(wrong, name, text)
    return conversation


def read_file(path: FilePath) -> bytes:
    """The bytes of a file that the caller named; a clear error when it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}") from None


def _decode(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise FaultyFileError([Fault(name, line, "", _("this is not UTF-8"))]) from None


def _parse(text: str, name: str) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_unique, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        message = _("this is not valid JSON (column {n})").format(n=error.colno)
        raise FaultyFileError([Fault(name, error.lineno, "", message)]) from None
    except _DuplicateKeyError:
        path, line = next(duplicates(text))
        raise FaultyFileError(
            [Fault(name, line, dotted(path), _("this key stands here twice"))]
        ) from None
    except (RecursionError, ValueError):
        raise FaultyFileError([Fault(name, None, "", _("this is not valid JSON"))]) from None


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _DuplicateKeyError(key)
        found[key] = value
    return found


def _no_constant(name: str) -> Any:
    raise ValueError(name)


def _known_format(data: Any, name: str, text: str) -> Any:
    if not isinstance(data, dict):
        raise _faulty([((), _("a conversation file is one object in braces"))], name, text)
    if "format" in data and data["format"] != FORMAT:
        wrong = _("must be {format}; another version of the program may have written this file")
        raise _faulty([(("format",), wrong.format(format=FORMAT))], name, text)
    return data


def _faulty(wrong: list[tuple[Path, str]], name: str, text: str) -> FaultyFileError:
    lines = positions(text)
    faults = []
    for path, message in wrong:
        known = path
        while known and known not in lines:
            known = known[:-1]
        faults.append(Fault(name, lines.get(known, 1), dotted(path), message))
    return FaultyFileError(sorted(faults, key=lambda fault: fault.line or 0))


# --- positions

_SPACE = re.compile(r"[ \t\n\r]*")
_SCALAR = re.compile(r"[^,\]}\s]+")


def positions(text: str) -> dict[Path, int]:
    """The line (from 1) of each key and list item of a JSON text that is known to parse."""
    starts = [match.end() for match in re.finditer("\n", text)]
    return {path: bisect_right(starts, at) + 1 for path, at, _again in _walk(text)}


def duplicates(text: str) -> Iterator[tuple[Path, int]]:
    """The keys that stand twice in one object, as (path, line of the second)."""
    for path, at, again in _walk(text):
        if again:
            yield path, text.count("\n", 0, at) + 1


def _walk(text: str) -> Iterator[tuple[Path, int, bool]]:
    """Yield (path, offset, stands twice) for each key and item; a stack, since files nest deep."""
    at = _SPACE.match(text, 0).end()  # type: ignore[union-attr]  # the pattern matches nothing too
    yield (), at, False
    path: list[str | int] = []
    seen: list[set[str] | None] = []  # per open container: its keys, or None for a list
    while at < len(text):
        at = _SPACE.match(text, at).end()  # type: ignore[union-attr]
        char = text[at : at + 1]
        if not char:
            return
        if char in "]}":
            seen.pop()
            path.pop()
            at += 1
        elif char == ",":
            if seen and seen[-1] is None:
                path[-1] = int(path[-1]) + 1
            at += 1
        elif seen and seen[-1] is not None and char == '"' and _is_key(text, at):
            start = at
            key, at = scanstring(text, at + 1, False)
            path[-1] = key
            yield tuple(path), start, key in seen[-1]
            seen[-1].add(key)
            at = _SPACE.match(text, at).end() + 1  # type: ignore[union-attr]  # past the colon
        else:
            if seen and seen[-1] is None:
                yield tuple(path), at, False
            if char in "[{":
                seen.append(None if char == "[" else set())
                path.append(0 if char == "[" else "")
                at += 1
            elif char == '"':
                _value, at = scanstring(text, at + 1, False)
            else:
                at = _SCALAR.match(text, at).end()  # type: ignore[union-attr]


def _is_key(text: str, at: int) -> bool:
    _key, end = scanstring(text, at + 1, False)
    colon = _SPACE.match(text, end).end()  # type: ignore[union-attr]
    return text[colon : colon + 1] == ":"
