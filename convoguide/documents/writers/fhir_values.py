"""What FHIR has no element for, as extensions under a name of our own, and the way back.

The models of the conversation decide: a fixed set of ids becomes a code, a part becomes an
extension of extensions, a list one extension an item. Names are those of the conversation file.
"""

import json
from collections.abc import Collection, Iterator
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from convoguide.core.text import Value
from convoguide.errors import ConvoGuideError, InputError
from convoguide.i18n import gettext as _

if TYPE_CHECKING:
    from fhir_core.fhirabstractmodel import FHIRAbstractModel

Json = dict[str, Any]

OURS = "urn:convoguide:extension:"
BLANK = OURS + "blank"
"""A text that is empty or white space alone, which FHIR has no string for, as a JSON literal."""

_FARTHEST = timedelta(hours=14)


def checked(kind: str, data: Json) -> Json:
    """The resource as the R4B model of that kind writes it, once it has passed the model."""
    written: Json = json.loads(validated(kind, data).model_dump_json())
    return written


def validated(kind: str, data: Json) -> "FHIRAbstractModel":
    """The resource as the R4B model of that kind.

    Raises `InputError` where it does not pass, naming the places and never a value; and
    `ConvoGuideError` where the FHIR models are not installed.
    """
    try:
        from fhir.resources.R4B import get_fhir_model_class
    except ModuleNotFoundError:
        raise ConvoGuideError(
            _("FHIR needs the package fhir.resources: pip install 'convoguide[fhir]'")
        ) from None
    from pydantic import ValidationError

    try:
        return get_fhir_model_class(kind).model_validate(data)
    except ValidationError as error:
        places = {".".join(map(str, fault["loc"])) for fault in error.errors(include_input=False)}
        raise InputError(
            _("This is not a FHIR {kind}. At fault: {places}").format(
                kind=kind, places=", ".join(sorted(places)[:3])
            )
        ) from None


# --- to FHIR


def extensions_of(value: Value, base: str = "", leave_out: Collection[str] = ()) -> list[Json]:
    """The fields of the value that are set, as extensions; parts that hold nothing are left out.

    Inside an extension the names stand alone; `base` goes before those on top.
    """
    return [
        found
        for name, field in type(value).model_fields.items()
        if name not in leave_out
        for each in _items(getattr(value, name))
        if (found := extension(base + _key(name), each, coded=_is_coded(field.annotation)))
    ]


def extension(url: str, value: object, *, coded: bool = False) -> Json | None:
    """The value as an extension, None for a part that holds nothing."""
    if isinstance(value, Value):
        inner = extensions_of(value)
        return {"url": url, "extension": inner} if inner else None
    if isinstance(value, str) and not value.strip():
        return {"url": url, "extension": [_blank(value)]}
    return {"url": url, **_typed(value, coded)}


def _typed(value: object, coded: bool) -> Json:
    if isinstance(value, bool):
        return {"valueBoolean": value}
    if isinstance(value, datetime):
        instant = moment(value)
        return {"valueDateTime": instant} if instant else {"valueString": value.isoformat()}
    if isinstance(value, date):
        return {"valueDate": value.isoformat()}
    return {"valueCode" if coded else "valueString": str(value)}


def text_value(text: str) -> Json:
    """The text as the value of an answer."""
    if text.strip():
        return {"valueString": text}
    return {"_valueString": {"extension": [_blank(text)]}}


def _blank(text: str) -> Json:
    return {"url": BLANK, "valueString": json.dumps(text)}


def moment(value: datetime) -> str | None:
    """The time as a FHIR dateTime; None where it has no offset that FHIR knows."""
    offset = value.utcoffset()
    if offset is None or abs(offset) > _FARTHEST or offset % timedelta(minutes=1):
        return None
    return value.isoformat()


# --- from FHIR


def fields_from(model: type[Value], extensions: list[Json], base: str = "") -> Json:
    """The model's fields from such extensions, as in a conversation file; others are passed by."""
    fields: Json = {}
    by_key = {_key(name): field for name, field in model.model_fields.items()}
    for each in extensions:
        key = each["url"].removeprefix(base)
        if not each["url"].startswith(base) or key not in by_key:
            continue
        annotation = by_key[key].annotation
        value = _value(each, _part_in(annotation))
        if get_origin(annotation) is tuple:
            fields.setdefault(key, []).append(value)
        else:
            fields[key] = value
    return fields


def _value(found: Json, part: type[Value] | None) -> Any:
    return fields_from(part, found.get("extension", [])) if part else value_in(found)


def value_in(found: Json) -> Any:
    """The value of an extension, whatever its type."""
    if "extension" in found:
        return json.loads(found["extension"][0]["valueString"])
    for key, value in found.items():
        if key.startswith("value"):
            return value
    raise LookupError("value")


def text_in(answer: Json) -> str:
    """The text of an answer."""
    if "valueString" in answer:
        return str(answer["valueString"])
    return str(value_in(answer["_valueString"]))


# --- what the models say


def _key(name: str) -> str:
    """The name as the file spells it: `for_` is `for` there."""
    return name.rstrip("_")


def _items(value: object) -> Iterator[object]:
    found = value if isinstance(value, tuple) else (value,)
    yield from (each for each in found if each is not None)


def _is_coded(annotation: Any) -> bool:
    return get_origin(annotation) is Literal or any(map(_is_coded, get_args(annotation)))


def _part_in(annotation: Any) -> type[Value] | None:
    if isinstance(annotation, type) and issubclass(annotation, Value):
        return annotation
    return next(filter(None, map(_part_in, get_args(annotation))), None)
