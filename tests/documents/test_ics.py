from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from convoguide.core.conversation import Conversation
from convoguide.core.text import collapse
from convoguide.documents.writers import ics
from convoguide.errors import ConvoGuideError
from convoguide.i18n import LOCALES, Language
from tests.making import HOSTILE, IDENTITY, talk

NOW = datetime(2026, 11, 20, 14, 30, tzinfo=timezone(timedelta(hours=1)))
DAY = "2026-12-04"


def written(conversation: Conversation, locale: str = "en") -> bytes:
    return ics.write(conversation, Language(locale), NOW)


def events(conversation: Conversation, locale: str = "en") -> list[Any]:
    """The events as another program reads them."""
    return list(Calendar.from_ical(written(conversation, locale)).walk("VEVENT"))


def summaries(conversation: Conversation) -> list[tuple[date, str]]:
    return [(event["dtstart"].dt, str(event["summary"])) for event in events(conversation)]


def test_each_date_is_an_all_day_event() -> None:
    conversation = talk(
        id=IDENTITY,
        label="rum 12",
        follow_up="2026-12-04",
        review={"on": "2027-02-20"},
        entries={
            "prognosis": {"outcome": "deferred", "again_on": "2026-12-11"},
            "treatment_limits": {"notes": ["Ej HLR"], "review_on": "2027-01-08"},
        },
    )
    assert summaries(conversation) == [
        (date(2026, 12, 4), "Follow-up talk: rum 12"),
        (date(2027, 2, 20), "To be reviewed: rum 12"),
        (date(2027, 1, 8), "To be reviewed: rum 12"),
        (date(2026, 12, 11), "To be taken up again: rum 12"),
    ]
    for event in events(conversation):
        assert event["dtstart"].params["value"] == "DATE"
        assert event["dtend"].dt - event["dtstart"].dt == timedelta(days=1)
        assert event["dtstamp"].dt == datetime(2026, 11, 20, 13, 30, tzinfo=UTC)


def test_without_a_label_the_event_says_what_it_is() -> None:
    assert summaries(talk(follow_up=DAY)) == [(date(2026, 12, 4), "Follow-up talk")]
    assert summaries(talk(follow_up=DAY, label=" ")) == [(date(2026, 12, 4), "Follow-up talk")]


def test_what_falls_on_one_day_for_one_reason_is_one_event() -> None:
    deferred = {"outcome": "deferred", "again_on": DAY}
    conversation = talk(
        follow_up=DAY, entries={"worries": deferred, "hopes": deferred, "prognosis": deferred}
    )
    assert [text for _day, text in summaries(conversation)] == [
        "Follow-up talk",
        "To be taken up again",
    ]


def test_nothing_of_the_person_stands_in_the_calendar_but_the_label() -> None:
    conversation = talk(
        label="rum 12",
        follow_up=DAY,
        background={"situation": "HEMLIGT"},
        present=[{"who": "relative", "name": "HEMLIGT"}],
        contacts=[{"name": "HEMLIGT", "phone": "HEMLIGT"}],
        review={"on": DAY, "when": "HEMLIGT"},
        entries={
            "prognosis": {"outcome": "deferred", "again_on": DAY, "notes": ["HEMLIGT"]},
            "treatment_limits": {"notes": ["HEMLIGT"], "review_on": DAY},
        },
    )
    for locale in LOCALES:
        shown = written(conversation, locale).decode().casefold()
        for hidden in ("hemligt", "prognos", "limit", "begräns", "attendee", "organizer"):
            assert hidden not in shown
        for event in events(conversation, locale):
            assert event.keys() == {
                *("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "CLASS", "TRANSP"),
            }


def test_a_changed_day_moves_the_event_and_another_conversation_has_its_own() -> None:
    def uids(conversation: Conversation) -> list[str]:
        return [str(event["uid"]) for event in events(conversation)]

    deferred = {"prognosis": {"outcome": "deferred", "again_on": "2026-12-11"}}
    one = talk(id=IDENTITY, follow_up=DAY, review={"on": DAY}, entries=deferred)
    moved = one.having(follow_up=date(2027, 1, 1), label="rum 14")
    assert uids(one) == uids(moved)
    assert len(set(uids(one))) == 3
    assert set(uids(one)).isdisjoint(uids(one.having(id=IDENTITY[:-1] + "e")))
    for uid in uids(one):
        assert IDENTITY not in uid


def test_without_an_id_the_same_talk_keeps_its_uid() -> None:
    one, other = talk(follow_up=DAY, label="a"), talk(follow_up=DAY, label="b")
    assert [str(event["uid"]) for event in events(one)] == [
        str(event["uid"]) for event in events(one)
    ]
    assert events(one)[0]["uid"] != events(other)[0]["uid"]


def test_lines_end_with_crlf_and_are_folded_at_75_octets() -> None:
    calendar = written(talk(label="Åke " * 60, follow_up=DAY))
    assert calendar.endswith(b"END:VCALENDAR\r\n")
    assert calendar.count(b"\n") == calendar.count(b"\r\n") == calendar.count(b"\r")
    assert max(map(len, calendar.split(b"\r\n"))) <= 75
    for line in calendar.split(b"\r\n"):
        line.decode()  # no letter is cut in two


@pytest.mark.parametrize("label", HOSTILE)
def test_a_label_is_read_back_as_it_was_written(label: str) -> None:
    ((_day, summary),) = summaries(talk(label=label, follow_up=DAY))
    assert summary == f"Follow-up talk: {collapse(label)}"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1))
def test_no_label_breaks_out_of_its_event(label: str) -> None:
    conversation = talk(label=f"a {label}\r\nEND:VEVENT", follow_up=DAY)
    ((_day, summary),) = summaries(conversation)
    assert summary == f"Follow-up talk: {collapse(conversation.label or '')}"


def test_the_last_day_of_the_calendar_has_an_event() -> None:
    assert summaries(talk(follow_up="9999-12-31"))[0][0] == date.max


def test_without_a_date_no_calendar_is_made() -> None:
    with pytest.raises(ConvoGuideError) as error:
        written(talk(label="rum 12", review={"every": "P3M"}))
    assert error.value.exit_code == 1
    assert "rum 12" not in str(error.value)
