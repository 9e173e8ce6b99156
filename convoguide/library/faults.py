"""A fault in a file: where it stands and what would be right, never what the file says there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from convoguide.core.text import clean
from convoguide.errors import InputError
from convoguide.i18n import gettext as _
from convoguide.i18n import ngettext

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Fault:
    """One thing wrong: `file` and `line` (from 1, None when unknown), key path, what is right."""

    file: str
    line: int | None
    key: str
    message: str

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{place}: {self.key}: {self.message}" if self.key else f"{place}: {self.message}"


class FaultyFileError(InputError):
    """A file that cannot be used; the message is the first fault, `faults` holds them all."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        message = str(self.faults[0])
        more = len(self.faults) - 1
        if more:
            message += " " + ngettext("({n} more fault)", "({n} more faults)", more).format(n=more)
        super().__init__(message)


def dotted(path: Path) -> str:
    """A key path as people write it: `stages[2].steps[0].title`."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else str(part)
    return clean(text).encode("utf-8", "backslashreplace").decode()


def paths_of(error: ValidationError, data: Any) -> list[tuple[Path, str]]:
    """Every place that the model refused, as a path into `data`, with its message in words."""
    found = []
    for item in error.errors(include_url=False, include_input=False):
        context = item.get("ctx", {})
        path = _into(data, item["loc"], missing=item["type"] == "missing")
        if item["type"] == "too_short" and _length(data, path) >= context.get("min_length", 0):
            continue  # only those without faults of their own were counted; they are told of
        if "key" in context:
            path = (*path, context["key"])
        message = describe(item["type"], context)
        if (path, message) not in found:
            found.append((path, message))
    return found


def _into(data: Any, location: tuple[str | int, ...], *, missing: bool) -> Path:
    """Drop the parts of a location that name a model's branch rather than a key of the file."""
    path: list[str | int] = []
    for place, part in enumerate(location):
        last = place == len(location) - 1
        if isinstance(data, Mapping) and (part in data or (last and missing)):
            path.append(part)
            data = data.get(part)
        elif isinstance(data, list | tuple) and isinstance(part, int):
            path.append(part)
            data = data[part] if part < len(data) else None
    return tuple(path)


def _length(data: Any, path: Path) -> int:
    for part in path:
        data = data[part]
    return len(data) if isinstance(data, list | tuple) else 0


def describe(kind: str, context: Mapping[str, Any]) -> str:
    """What would be right, in the interface's language, for one of pydantic's or our own kinds."""
    if kind == "extra_forbidden":
        return _("this key is not known here")
    if kind == "missing":
        return _("this key is missing")
    if kind == "literal_error":
        return _("must be one of: {allowed}").format(allowed=_allowed(context.get("expected", "")))
    if kind in ("union_tag_invalid", "union_tag_not_found"):
        return _("“kind” must be one of: {allowed}").format(
            allowed=_allowed(context.get("expected_tags", "spoken, advice, checklist"))
        )
    if kind in ("too_short", "string_too_short"):
        least = context.get("min_length", 1)
        return _("needs at least {n}").format(n=least)
    if kind in ("too_long", "string_too_long"):
        return _("may be at most {n}").format(n=context.get("max_length"))
    words = {
        "string_type": _("must be a text in quotation marks"),
        "string_unicode": _(
            "holds half of a character (a lone surrogate); write the character whole"
        ),
        "surrogate": _("holds half of a character (a lone surrogate); write the character whole"),
        "float_type": _("must be a number"),
        "float_parsing": _("must be a number"),
        "share": _("must be a number from 0 to 1"),
        "pace": _("must be a number from 0.5 to 1.5"),
        "age": _("must be a whole number from 16 to 110"),
        "fact_id": _("must be small letters, digits and _, such as the_nights"),
        "skills": _("no skill has this id"),
        "bool_type": _("must be true or false, without quotation marks"),
        "int_type": _("must be a whole number"),
        "int_parsing": _("must be a whole number"),
        "tuple_type": _("must be a list in square brackets"),
        "list_type": _("must be a list in square brackets"),
        "dict_type": _("must be an object in braces"),
        "mapping_type": _("must be an object in braces"),
        "model_type": _("must be an object in braces"),
        "model_attributes_type": _("must be an object in braces"),
        "day": _("must be a date such as 2026-11-20"),
        "moment": _("must be a time such as 2026-11-20T13:05:00+01:00"),
        "duration": _("must be an ISO 8601 duration such as P3M"),
        "uuid": _("must be a UUID"),
        "notes_not_raised": _(
            "a step that was not raised can have no notes; leave the outcome out"
        ),
        "again_on_not_deferred": _("only a step with the outcome “deferred” has this date"),
        "previous_is_itself": _("must name an earlier conversation, not this one"),
        "takes": _("“takes” must name a choice or checklist exactly when the step offers one"),
        "greater_than_equal": _("must be 1 or more"),
        "less_than_equal": _("must be 99 or less"),
        "blank": _("this text is empty"),
        "pack_id": _("must be small letters, digits and -, such as our-ward"),
        "pack_version": _("must be letters, digits, dots and -, such as 2026.1"),
        "language_tag": _("must be a language tag such as sv, ar or zh-Hans"),
        "logo_name": _("must be the name of a .png or .svg file beside pack.yaml"),
        "braces": _("must have the same names in braces as the English, and no others"),
        "unknown_step": _("no step of this guide has this id"),
        "unknown_theme": _("no theme has this id"),
        "unknown_guide": _("no guide has this id"),
        "theme_not_other": _("only a note under “other” has a theme of its own"),
        "outcome_of_other": _("“other” holds notes only, without an outcome"),
        "decision_elsewhere": _(
            "a decision stands only under a step for limits or symptom strategy"
        ),
        "since_without_previous": _("stands only where “previous” names an earlier conversation"),
    }
    return words.get(kind) or _("this value cannot be used here")


def _allowed(expected: str) -> str:
    return expected.replace("'", "").replace(" or ", ", ")
