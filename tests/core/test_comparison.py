from typing import Any

import pytest

from convoguide.errors import InputError
from convoguide.services import compare
from tests.making import IDENTITY, talk


def changes(
    older: dict[str, Any], newer: dict[str, Any], guide: str = "svas-kronoberg"
) -> dict[str, str]:
    found = compare.differences(talk(entries=older), talk(guide, entries=newer, previous=IDENTITY))
    return {each.theme: each.change for each in found}


def test_each_theme_is_new_changed_confirmed_or_not_asked() -> None:
    older = {
        "hopes": {"notes": ["Våren"]},
        "worries": {"notes": ["Natten"]},
        "wellbeing": {"notes": ["Kaffet"]},
    }
    newer = {
        "hopes": {"notes": [{"text": "Våren ", "voice": "patient"}]},
        "worries": {"notes": ["Smärtan"]},
        "strength": {"notes": ["Tron"]},
    }
    assert changes(older, newer) == {
        "hopes": "confirmed",
        "worries": "changed",
        "strength": "new",
        "wellbeing": "not_asked",
    }


@pytest.mark.parametrize("since", ["confirmed", "changed", "withdrawn"])
def test_what_the_newer_one_says_of_itself_goes_first(since: str) -> None:
    older = {"hopes": {"notes": ["Våren"]}}
    assert changes(older, {"hopes": {"since": since}})["hopes"] == since


def test_a_topic_declined_this_time_is_changed_and_not_missing() -> None:
    assert changes({"hopes": {"notes": ["x"]}}, {"hopes": {"outcome": "declined"}}) == {
        "hopes": "changed"
    }


def test_conversations_by_different_guides_meet_in_their_themes() -> None:
    older = {"understanding": {"notes": ["Vet"]}}
    newer = {"illness_thoughts": {"notes": ["Vet"]}}
    assert changes(older, newer, "forhandssamtale") == {"illness_understanding": "confirmed"}


def test_an_unfiled_note_counts_for_its_theme() -> None:
    older = {"other": {"notes": [{"text": "Hemma", "theme": "place_of_care"}]}}
    assert changes(older, {}) == {"place_of_care": "not_asked"}


def test_the_wrong_way_round_is_an_error() -> None:
    with pytest.raises(InputError):
        compare.differences(talk(held_on="2026-11-20"), talk(held_on="2026-01-01"))


def test_a_line_a_theme_tells_both_times() -> None:
    found = compare.differences(
        talk(entries={"worries": {"notes": ["Natten"]}}),
        talk(entries={"worries": {"notes": ["Smärtan"]}}),
    )
    (line,) = compare.as_lines(found)
    assert "Natten" in line
    assert "Smärtan" in line
