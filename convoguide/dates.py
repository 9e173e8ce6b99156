"""Dates, and shares of a hundred, as each language writes them, by Babel."""

from datetime import date, datetime
from functools import lru_cache

from convoguide import i18n

# sv writes the ISO form, the Norwegians day.month.year: figures alone, for which nothing has to be
# loaded. en is British, with the month's name.
_ISO = "{0.year:04}-{0.month:02}-{0.day:02}"
_NORWEGIAN = "{0.day:02}.{0.month:02}.{0.year:04}"
_FIGURES = {"sv": _ISO, "nb": _NORWEGIAN, "nn": _NORWEGIAN}
_SHORT = {"en": "d MMM yyyy"}
_MONTH = "MMM yyyy"
_LONG = {"sv": "d MMMM yyyy", "nb": "d. MMMM yyyy", "nn": "d. MMMM yyyy", "en": "d MMMM yyyy"}


def format_day(day: date, locale: str, *, long: bool = False) -> str:
    """The day in the language's form; the long form is for letter and contact sheet.

    In a language that only a pack brings it is the form that Babel knows, else the ISO form. One
    that reads from the right keeps its order wherever the day stands, by marks of direction (RLI,
    PDI): beside Latin letters its parts would change places.
    """
    if not long and locale in _FIGURES:
        return _FIGURES[locale].format(day)
    day_told = _formatted(day, locale, long=long)
    right_to_left = i18n.Language(locale).right_to_left
    return f"\u2067{day_told}\u2069" if right_to_left else day_told


@lru_cache(maxsize=256)
def _formatted(day: date, locale: str, *, long: bool) -> str:
    from babel.core import UnknownLocaleError
    from babel.dates import format_date

    pattern = (_LONG if long else _SHORT).get(locale, "long" if long else "medium")
    try:
        return format_date(day, pattern, locale=_babel_name(locale))
    except (UnknownLocaleError, ValueError):
        return day.isoformat()


def _babel_name(locale: str) -> str:
    return "en_GB" if locale == "en" else locale.replace("-", "_")


def told_month(month: str) -> str:
    """A month in ISO form (`2026-11`) as the interface tells of it: its short name and the year."""
    from babel.dates import format_date

    first = date.fromisoformat(f"{month}-01")
    return format_date(first, _MONTH, locale=_babel_name(i18n.current()))


def told_share(share: int) -> str:
    """A share of a hundred as the interface writes per cent: `12%`, or with a space before it."""
    from babel.numbers import format_percent

    return format_percent(share / 100, locale=_babel_name(i18n.current()))


def told_day(day: date) -> str:
    """The day as the interface tells of it."""
    return format_day(day, i18n.current())


def told_moment(moment: datetime) -> str:
    """Day, hour and minute as the interface tells of them, on the clock that the moment is in."""
    return f"{told_day(moment)} {moment:%H:%M}"


def told_start(started: str | None) -> str:
    """The day of a time in ISO form, as the interface tells of it; a dash where it is not known."""
    return told_day(datetime.fromisoformat(started)) if started else "–"


def typed_day(day: date) -> str:
    """The day as it is typed into a field: in figures, in the order of the interface's language."""
    return format_day(day, locale) if (locale := i18n.current()) in _FIGURES else day.isoformat()
