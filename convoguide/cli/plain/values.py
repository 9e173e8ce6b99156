"""One value of a structured part: from what was typed, and back into what can be typed."""

import re
from datetime import date, datetime
from typing import Any

from pydantic import TypeAdapter, ValidationError

from convoguide.cli.plain import words
from convoguide.cli.plain.find import find
from convoguide.cli.plain.form import Field
from convoguide.cli.plain.talk import RefusedError, Talk
from convoguide.core.conversation import OTHER
from convoguide.core.text import Duration, Identifier, Moment, collapse
from convoguide.dates import typed_day
from convoguide.days import Side, parse_day, parse_interval
from convoguide.i18n import gettext as _

NOTHING = "-"
"""Typed as a value, it clears."""

_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})")


def read(talk: Talk, field: Field, text: str) -> Any:
    """The value that the text means; `RefusedError` names what is allowed, never what was typed."""
    if field.kind == "choice":
        return _choice(field, text)
    if field.kind == "choices":
        return tuple(_choice(field, each) for each in text.split(",") if each.strip())
    if field.kind in ("day", "past"):
        return read_day(talk, text, "behind" if field.kind == "past" else "ahead")
    if field.kind == "moment":
        return _moment(talk, text)
    if field.kind == "duration":
        meant = parse_interval(text) or text
        return _by_model(Duration, meant, _about(field, _duration_words()))
    if field.kind == "uuid":
        return _by_model(Identifier, text, _about(field, _("must be the id of a conversation")))
    if field.kind == "step":
        step = find(talk, text)
        if step == OTHER:
            raise RefusedError(_about(field, _("must be a step of the guide")))
        return step
    return text


def read_day(talk: Talk, text: str, side: Side = "ahead") -> date:
    """A date as the screens read it: 2026-12-04, 4.12.2026, 4/12, +14, a day without its year."""
    day = parse_day(text, talk.sitting.now().date(), side)
    if day is None:
        raise RefusedError(_("A date is typed as 2026-12-04, as 4/12, or in days from today: +14."))
    return day


def shown(field: Field, value: Any) -> str:
    """The value as it is typed, in the interface's language."""
    if field.kind == "choices":
        return ", ".join(_named(field, each) for each in value)
    if field.kind == "choice":
        return _named(field, value)
    if isinstance(value, datetime):
        return f"{typed_day(value.date())} {value:%H:%M}"
    if isinstance(value, date):
        return typed_day(value)
    return collapse(str(value))


def allowed(field: Field) -> str | None:
    """What may stand there, in words; None for free text."""
    if field.allowed:
        several = field.kind == "choices"
        told = _("one or more of: {allowed}") if several else _("one of: {allowed}")
        return told.format(allowed=words.listed(field.allowed))
    a_date = _("a date, such as 2026-12-04, or in days from today, such as +14")
    return {
        "day": a_date,
        "past": a_date,
        "moment": _("a time, such as 13:05 or 2026-12-04T13:05:00+01:00"),
        "duration": _duration_words(),
        "uuid": _("the id of a conversation"),
        "step": _("the number or id of a step"),
    }.get(field.kind)


def _choice(field: Field, text: str) -> Any:
    found = words.match(text, field.allowed)
    if found is None:
        raise RefusedError(
            _("“{name}” must be one of: {allowed}").format(
                name=_(field.label), allowed=words.listed(field.allowed)
            )
        )
    return found == "yes" if field.flag else found


def _named(field: Field, value: Any) -> str:
    each = ("yes" if value else "no") if field.flag else value
    return _(field.allowed[each])


def _moment(talk: Talk, text: str) -> datetime:
    wrong = _("A time is typed as 13:05, or as 2026-12-04T13:05:00+01:00.")
    day_told, _blank, hour = text.rpartition(" ")
    clock = _CLOCK.fullmatch(hour)
    if clock:
        now = talk.sitting.now()
        held_on = talk.sitting.conversation.held_on or now.date()
        day = read_day(talk, day_told) if day_told else held_on
        text = f"{day.isoformat()}T{int(clock[1]):02}:{clock[2]}"
        moment: datetime = _by_model(Moment, text, wrong)
        return moment.replace(tzinfo=now.tzinfo)
    given: datetime = _by_model(Moment, text, wrong)
    return given


def _duration_words() -> str:
    return _("an interval such as P3M (3 months), P2W (2 weeks) or P1Y (a year)")


def _about(field: Field, what: str) -> str:
    return _("“{name}”: {what}").format(name=_(field.label), what=what)


def _by_model(kind: Any, text: str, wrong: str) -> Any:
    try:
        return TypeAdapter(kind).validate_python(text)
    except ValidationError:
        raise RefusedError(wrong) from None
