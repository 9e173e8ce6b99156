"""What is seen differently since last time, in words."""

from convoguide.services import compare
from tests.making import talk


def test_notes_that_end_in_a_full_stop_are_not_followed_by_a_second_sign() -> None:
    older = talk(
        "svas-kronoberg", entries={"hopes": {"notes": ["Se dopet i maj.", "Planerar resan."]}}
    )
    newer = talk("svas-kronoberg", entries={"hopes": {"notes": ["Sova om natten"]}})
    (line,) = compare.as_lines(compare.differences(older, newer))
    assert line.endswith("Before: Se dopet i maj. · Planerar resan. Now: Sova om natten")
