"""Which conversations go, and when."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convoguide.store.retention import DEFAULT_DAYS, due, goes_at

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Conversation:
    documented: datetime | None


def test_a_documented_conversation_goes_after_seven_days_unless_set_otherwise() -> None:
    assert DEFAULT_DAYS == 7
    assert goes_at(Conversation(NOON)) == datetime(2026, 11, 27, 12, 0, tzinfo=UTC)
    assert goes_at(Conversation(NOON), days=30) == datetime(2026, 12, 20, 12, 0, tzinfo=UTC)
    assert goes_at(Conversation(NOON), days=0) == NOON


@given(age=st.timedeltas(timedelta(0), timedelta(days=36_500)), days=st.integers(0, 3650))
def test_one_that_is_not_documented_never_goes(age: timedelta, days: int) -> None:
    assert goes_at(Conversation(None), days=days) is None
    assert due([Conversation(None)], now=NOON + age, days=days) == []


@given(age=st.timedeltas(timedelta(days=-30), timedelta(days=90)), days=st.integers(0, 60))
def test_one_goes_when_its_days_are_over_and_not_a_moment_sooner(age: timedelta, days: int) -> None:
    conversation = Conversation(NOON)
    gone = due([conversation], now=NOON + age, days=days) == [conversation]
    assert gone == (age >= timedelta(days=days))


def test_those_that_are_due_keep_their_order() -> None:
    early, late = Conversation(NOON - timedelta(days=9)), Conversation(NOON)
    middle = Conversation(NOON - timedelta(days=8))
    assert due([middle, late, early, Conversation(None)], now=NOON) == [middle, early]


def test_a_negative_number_of_days_is_refused_rather_than_deleting_everything() -> None:
    with pytest.raises(ValueError, match="negative"):
        due([Conversation(NOON)], now=NOON, days=-1)


def test_days_beyond_the_end_of_the_calendar_mean_never() -> None:
    assert goes_at(Conversation(NOON), days=10**12) is None
    assert due([Conversation(datetime.max.replace(tzinfo=UTC))], now=NOON) == []
