"""Taking a line of text apart: by a template, a label, brackets, commas."""

import re
from collections.abc import Callable, Mapping

_DAY = r"\d{4}-\d\d-\d\d|\d\d\.\d\d\.\d{4}|\d{1,2} \w+ \d{4}"


def shape(template: str) -> re.Pattern[str]:
    """What a worded template looks like, with a group for each of its places."""
    pieces = re.split(r"\{(\w+)\}", template)
    return re.compile(
        "".join(
            f"(?P<{piece}>{_DAY if piece == 'date' else '.+?'})" if place % 2 else re.escape(piece)
            for place, piece in enumerate(pieces)
        )
    )


def key_of(text: str, names: Mapping[str, str], said: Callable[[str], str]) -> str | None:
    """The id of a name, None where the name is not one of them."""
    return next((key for key, name in names.items() if said(name) == text), None)


def behind(text: str, label: str) -> tuple[str, str]:
    """What stands before a label, and what stands behind it."""
    if text.startswith(label):
        return "", text.removeprefix(label)
    before, _label, behind = text.partition(f", {label}")
    return before, behind


def bracketed(text: str) -> tuple[str, str | None]:
    """What stands before the brackets at the end, and what stands in them."""
    if not text.endswith(")"):
        return text, None
    depth = 0
    for place in range(len(text) - 1, -1, -1):
        depth += {")": 1, "(": -1}.get(text[place], 0)
        if depth == 0:
            before = text[:place]
            return (before[:-1], text[place + 1 : -1]) if before.endswith(" ") else (text, None)
    return text, None


def outside_brackets(text: str) -> list[str]:
    """The text at its commas, but for those in brackets."""
    pieces, depth = [""], 0
    for mark in text.split(", ") if text else []:
        pieces[-1] += mark
        depth = pieces[-1].count("(") - pieces[-1].count(")")
        if depth > 0:
            pieces[-1] += ", "
        else:
            pieces.append("")
    return [piece for piece in pieces if piece]
