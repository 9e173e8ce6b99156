"""Dates are told as each language writes them, and read back as they were typed."""

from datetime import UTC, date, datetime

import pytest

from convoguide import dates, i18n
from convoguide.days import parse_day, parse_interval

DAY = date(2026, 12, 4)


@pytest.fixture(autouse=True)
def _english_again() -> object:
    yield
    i18n.use("en")


@pytest.mark.parametrize(
    ("locale", "told"),
    [("sv", "2026-12-04"), ("nb", "04.12.2026"), ("nn", "04.12.2026"), ("en", "4 Dec 2026")],
)
def test_the_interface_tells_a_day_as_its_language_does(locale: str, told: str) -> None:
    i18n.use(locale)
    assert dates.told_day(DAY) == told
    assert dates.told_start("2026-12-04T09:30:00+01:00") == told
    moment = datetime(2026, 12, 4, 9, 5, tzinfo=UTC)
    assert dates.told_moment(moment) == f"{told} 09:05"


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("om två veckor", date(2026, 12, 18)),
        ("om en vecka", date(2026, 12, 11)),
        ("Om  Tolv månader", date(2027, 12, 4)),
        ("om to uker", date(2026, 12, 18)),
        ("om ei uke", date(2026, 12, 11)),
        ("om éin månad", date(2027, 1, 4)),
        ("om sju veker", date(2027, 1, 22)),
        ("om seks måneder", date(2027, 6, 4)),
        ("in three weeks", date(2026, 12, 25)),
        ("in a year", date(2027, 12, 4)),
        ("om tretton veckor", None),
        ("om två", None),
        ("en d", None),
    ],
)
def test_a_span_is_read_with_its_number_in_words(typed: str, day: date | None) -> None:
    assert parse_day(typed, DAY) == day


def test_an_interval_is_read_with_its_number_in_words() -> None:
    assert parse_interval("tre månader") == "P3M"
    assert parse_interval("two weeks") == "P2W"
    assert parse_interval("två") is None


@pytest.mark.parametrize(
    ("locale", "month", "share"),
    [
        ("sv", "nov. 2026", "12\u00a0%"),
        ("nb", "nov. 2026", "12\u00a0%"),
        ("nn", "nov. 2026", "12\u00a0%"),
        ("en", "Nov 2026", "12%"),
    ],
)
def test_the_interface_tells_a_month_and_a_share_as_its_language_does(
    locale: str, month: str, share: str
) -> None:
    i18n.use(locale)
    assert dates.told_month("2026-11") == month
    assert dates.told_share(12) == share


@pytest.mark.parametrize("locale", i18n.LOCALES)
def test_a_day_put_into_a_field_is_read_back_as_that_day(locale: str) -> None:
    i18n.use(locale)
    assert parse_day(dates.typed_day(DAY), date(2026, 11, 1)) == DAY


def test_a_year_of_long_ago_keeps_its_four_figures() -> None:
    assert dates.format_day(date(206, 1, 2), "sv") == "0206-01-02"


def test_a_language_that_nobody_knows_gets_the_iso_form() -> None:
    assert dates.format_day(DAY, "xx-unknown") == "2026-12-04"
