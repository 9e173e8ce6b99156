"""Dates as each language writes them, by Babel."""

from datetime import date

from convoguide.i18n import Language

# sv writes the ISO form, the Norwegians day.month.year; en is British.
_SHORT = {"sv": "yyyy-MM-dd", "nb": "dd.MM.yyyy", "nn": "dd.MM.yyyy", "en": "d MMM yyyy"}
_LONG = {"sv": "d MMMM yyyy", "nb": "d. MMMM yyyy", "nn": "d. MMMM yyyy", "en": "d MMMM yyyy"}


def format_day(day: date, locale: str, *, long: bool = False) -> str:
    """The day in the language's form; the long form is for letter and contact sheet.

    In a language that only a pack brings it is the form that Babel knows, else the ISO form. One
    that reads from the right keeps its order wherever the day stands, by marks of direction (RLI,
    PDI): beside Latin letters its parts would change places.
    """
    day_told = _formatted(day, locale, long=long)
    return f"\u2067{day_told}\u2069" if Language(locale).right_to_left else day_told


def _formatted(day: date, locale: str, *, long: bool) -> str:
    from babel.core import UnknownLocaleError
    from babel.dates import format_date

    pattern = (_LONG if long else _SHORT).get(locale, "long" if long else "medium")
    try:
        name = "en_GB" if locale == "en" else locale.replace("-", "_")
        return format_date(day, pattern, locale=name)
    except (UnknownLocaleError, ValueError):
        return day.isoformat()
