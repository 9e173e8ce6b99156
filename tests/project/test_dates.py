"""Dates are told as each language writes them, and read back as they were typed."""

from datetime import UTC, date, datetime

import pytest

from convoguide import dates, i18n
from convoguide.days import parse_day

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
