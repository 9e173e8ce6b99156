"""Dates and intervals as people type them."""

import calendar
import re
from datetime import date, timedelta
from typing import Literal

Side = Literal["ahead", "behind"]

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_LOCAL = re.compile(r"(\d{1,2})\s*[./]\s*(\d{1,2})(?:\s*[./]\s*(\d{4}|\d{2})?)?")
_FROM_NOW = re.compile(r"(?:\+|in\s+|om\s+)?\s*(\d{1,4})\s*([^\W\d]*)\.?", re.IGNORECASE)
_ISO_DURATION = re.compile(r"P(\d+Y)?(\d+M)?(\d+W)?(\d+D)?", re.IGNORECASE)

# The first letters of day, week, month and year in sv, nb, nn and en; å and y begin år and year.
_UNITS = {
    **dict.fromkeys(("", "d", "dag", "dagar", "dager", "day", "days"), "D"),
    **dict.fromkeys(("w", "v", "u", "vecka", "veckor", "uke", "uker", "veke", "veker"), "W"),
    **dict.fromkeys(("week", "weeks"), "W"),
    **dict.fromkeys(("m", "mån", "månad", "månader", "månadar", "måned", "måneder"), "M"),
    **dict.fromkeys(("month", "months", "md", "mnd"), "M"),
    **dict.fromkeys(("y", "å", "år", "year", "years"), "Y"),
}

_SPELT = {
    **dict.fromkeys(
        ("en", "ett", "ei", "ein", "eit", "et", "én", "éin", "éi", "éitt", "a", "an", "one"), 1
    ),
    **dict.fromkeys(("två", "to", "two"), 2),
    **dict.fromkeys(("tre", "three"), 3),
    **dict.fromkeys(("fyra", "fire", "four"), 4),
    **dict.fromkeys(("fem", "five"), 5),
    **dict.fromkeys(("sex", "seks", "six"), 6),
    **dict.fromkeys(("sju", "syv", "seven"), 7),
    **dict.fromkeys(("åtta", "åtte", "eight"), 8),
    **dict.fromkeys(("nio", "ni", "nine"), 9),
    **dict.fromkeys(("tio", "ti", "ten"), 10),
    **dict.fromkeys(("elva", "elleve", "eleven"), 11),
    **dict.fromkeys(("tolv", "twelve"), 12),
}
"""One to twelve in sv, nb, nn and en; they stand before a unit, which must be spelt out too."""

_SPELT_FIRST = re.compile(r"(in\s+|om\s+)?([^\W\d]+)\s+([^\W\d]{2,})\.?", re.IGNORECASE)

_NAMED = {
    **dict.fromkeys(("i dag", "idag", "today"), 0),
    **dict.fromkeys(("i går", "igår", "yesterday"), -1),
    **dict.fromkeys(("i morgon", "imorgon", "i morgen", "imorgen", "tomorrow"), 1),
}
"""Days as they are called, in sv, nb, nn and en: how many days from today."""


def parse_day(text: str, today: date, side: Side = "ahead") -> date | None:
    """The date that was meant, None where none can be read.

    `2026-12-04`, `4/12`, `4.12.2026`, `+14` (days from today), `in 2 weeks`, `om 2 veckor`,
    `om tre måneder`, `i går`. A day without a year is the next one ahead, or the last one behind.
    """
    text = _in_digits(" ".join(text.lower().split()))
    if text in _NAMED:
        return today + timedelta(days=_NAMED[text])
    if found := _ISO.fullmatch(text) or _COMPACT.fullmatch(text):
        return _real(int(found[1]), int(found[2]), int(found[3]))
    if found := _LOCAL.fullmatch(text):
        day, month, year = int(found[1]), int(found[2]), found[3]
        if year:
            return _real(int(year) + (2000 if len(year) == 2 else 0), month, day)
        return _nearest(month, day, today, side)
    if (found := _FROM_NOW.fullmatch(text)) and not text.isdecimal():
        return _from_now(int(found[1]), _UNITS.get(found[2]), today)
    return None


def _in_digits(text: str) -> str:
    """`om två veckor` as `om 2 veckor`; anything else as it is."""
    found = _SPELT_FIRST.fullmatch(text)
    if found is None or found[2] not in _SPELT or found[3] not in _UNITS:
        return text
    return f"{found[1] or ''}{_SPELT[found[2]]} {found[3]}"


def _nearest(month: int, day: int, today: date, side: Side) -> date | None:
    years = range(today.year, today.year + 5) if side == "ahead" else range(today.year, 1900, -1)
    for year in years:
        meant = _real(year, month, day)
        if meant and (meant >= today if side == "ahead" else meant <= today):
            return meant
    return None


def _from_now(number: int, unit: str | None, today: date) -> date | None:
    try:
        match unit:
            case "D":
                return today + timedelta(days=number)
            case "W":
                return today + timedelta(weeks=number)
            case "M" | "Y":
                months = today.month - 1 + number * (12 if unit == "Y" else 1)
                year, month = today.year + months // 12, months % 12 + 1
                return date(year, month, min(today.day, calendar.monthrange(year, month)[1]))
    except (OverflowError, ValueError):
        pass
    return None


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def parse_interval(text: str) -> str | None:
    """The interval as ISO 8601, from `P3M`, `3 months`, `2 veckor`, `1 år`; None from others."""
    text = text.strip()
    if _ISO_DURATION.fullmatch(text) and len(text) > 1:
        return text.upper()
    found = _FROM_NOW.fullmatch(_in_digits(" ".join(text.lower().split())))
    unit = _UNITS.get(found[2]) if found and found[2] else None
    return f"P{int(found[1])}{unit}" if found and unit else None
