"""The keys that a place in a file may have, read off the JSON Schema of its model."""

from collections.abc import Iterator
from typing import Any

from convoguide.library.faults import Path

Schema = dict[str, Any]


def known_keys(schema: Schema, path: Path) -> list[str]:
    """The keys that may stand where the last key of the path does, in the model's order."""
    places = list(_whole(schema, schema))
    for part in path[:-1]:
        places = [
            whole
            for place in places
            for child in _children(place, part)
            for whole in _whole(schema, child)
        ]
    return list(dict.fromkeys(key for place in places for key in place.get("properties", ())))


def _whole(root: Schema, place: Schema) -> Iterator[Schema]:
    """The schema itself, or what it refers to, or each of those it may be."""
    if "$ref" in place:
        yield from _whole(root, root["$defs"][place["$ref"].rsplit("/", 1)[-1]])
        return
    choices = [each for key in ("anyOf", "oneOf", "allOf") for each in place.get(key, ())]
    if not choices:
        yield place
    for each in choices:
        yield from _whole(root, each)


def _children(place: Schema, part: str | int) -> Iterator[Schema]:
    """What may stand under a key, or at a place of a list."""
    if isinstance(part, int) and "items" in place:
        yield place["items"]
    elif part in place.get("properties", {}):
        yield place["properties"][part]
    elif isinstance(place.get("additionalProperties"), dict):
        yield place["additionalProperties"]
