"""The tally: what counts, that counts survive, and that no small group can be had from it."""

from datetime import date
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from convoguide.core.tally import (
    FEW,
    LEAST,
    SOME,
    UNTOLD,
    Book,
    Cell,
    Counted,
    brought_up_to_date,
    cells,
    counted,
    report,
    untold,
)
from convoguide.services import content
from tests.making import talk

GUIDE = content.guide("svas-kronoberg")
TODAY = date(2026, 11, 22)


def test_a_theme_counts_once_as_talked_about_or_declined_or_deferred() -> None:
    talked = talk(
        held_on="2026-11-20",
        entries={
            "hopes": {"notes": ["se våren"]},
            "worries": {"outcome": "declined"},
            "prognosis": {"outcome": "deferred", "again_on": "2026-12-04"},
            "what_matters": {"outcome": "declined"},
            "importance": {"notes": ["katten"]},
            "other": {"notes": [{"text": "hemma", "theme": "place_of_care"}]},
        },
        documented={"on": "2026-11-20"},
        follow_up="2026-12-04",
    )
    found = counted(talked, GUIDE)
    assert found is not None
    assert found.talked == ("what_matters", "hopes", "place_of_care")
    assert (found.declined, found.deferred) == (("worries",), ("prognosis",))
    assert (found.month, found.documented) == ("2026-11", True)


def test_a_conversation_in_which_nothing_was_raised_does_not_count() -> None:
    assert counted(talk(held_on="2026-11-20"), GUIDE) is None


def one(**parts: object) -> Counted:
    return Counted.model_validate({"month": "2026-10", "guide": "svas-kronoberg", **parts})


def test_a_conversation_that_is_gone_counts_as_before() -> None:
    first = one(talked=("hopes",), documented=True, follow_up=date(2026, 11, 1))
    book = brought_up_to_date(Book(), {"a": first}, {"a"})
    before = cells(book, TODAY)
    later = brought_up_to_date(book, {}, set())
    assert later.known == {}
    assert cells(later, TODAY) == before
    assert cells(brought_up_to_date(later, {}, set()), TODAY) == before
    assert before["2026-10", "svas-kronoberg"].overdue == 1


def test_a_follow_up_is_kept_whichever_of_the_two_conversations_goes_first() -> None:
    first, second = one(follow_up=date(2026, 11, 1)), one(previous="a")
    both = brought_up_to_date(Book(), {"a": first, "b": second}, {"a", "b"})
    for there in ({"a"}, {"b"}, set[str]()):
        live = {key: each for key, each in {"a": first, "b": second}.items() if key in there}
        left = brought_up_to_date(both, live, there)
        emptied = brought_up_to_date(left, {}, set())
        for book in (both, left, emptied):
            cell = cells(book, TODAY)["2026-10", "svas-kronoberg"]
            assert (cell.held, cell.kept, cell.overdue, cell.open) == (2, 1, 0, 0)
        assert (emptied.awaited, emptied.followed) == ({}, ())


def test_a_damaged_conversation_keeps_what_was_counted_of_it() -> None:
    book = brought_up_to_date(Book(), {"a": one()}, {"a"})
    assert brought_up_to_date(book, {}, {"a"}) == book


def test_what_was_read_back_from_a_journal_does_not_count() -> None:
    book = brought_up_to_date(Book(apart=("a",)), {"a": one()}, {"a"})
    assert cells(book, TODAY) == {}
    assert brought_up_to_date(book, {}, set()) == Book()


def test_whoever_holds_the_key_sees_small_numbers_too() -> None:
    seen = report({("2026-10", "g"): Cell(held=2, talked={"hopes": 1}, documented=2)})
    assert seen.held == {("2026-10", "g"): 2}
    assert (seen.documented, seen.themes["hopes"]["talked"]) == (2, 1)
    assert seen.share(1) == 50


@given(
    st.lists(st.integers(0, 12), min_size=1, max_size=3),
    st.integers(0, 12),
)
def test_no_group_under_five_can_be_computed_from_parts_and_their_total(
    numbers: list[int], rest: int
) -> None:
    """All that fits what is told is tried: no untold group is known to be any one number."""
    parts = {str(place): number for place, number in enumerate(numbers)}
    total = sum(numbers) + rest
    told = untold(parts, total, LEAST)
    whole = range(total + 1)
    ranges: list[range] = []
    for each in told.values():
        few, some = range(LEAST), range(LEAST, total + 1)
        exactly = range(int(each), int(each) + 1) if isinstance(each, int) else whole
        ranges.append({FEW: few, SOME: some}.get(str(each), exactly))
    possible = [fit for fit in product(*ranges) if sum(fit) <= total]
    for place, each in enumerate(told.values()):
        assert each in (FEW, SOME, UNTOLD) or int(each) >= LEAST
        if each == FEW:
            assert {fit[place] for fit in possible} == set(range(LEAST))
    if UNTOLD not in told.values():
        assert max(total - sum(fit) for fit in possible) >= LEAST


@given(st.lists(st.integers(1, 9), min_size=1, max_size=6))
def test_no_small_month_can_be_computed_from_the_number_of_conversations(held: list[int]) -> None:
    counts = {(f"2026-{month:02}", "g"): Cell(held=n) for month, n in enumerate(held, 1)}
    found = report(counts, least=LEAST)
    assert all(each == FEW or int(each) >= LEAST for each in found.held.values())
    small = sum(1 for each in found.held.values() if each == FEW)
    rest = found.conversations - sum(each for each in found.held.values() if isinstance(each, int))
    if rest:
        fits = [each for each in product(range(1, LEAST), repeat=small) if sum(each) == rest]
        assert {each[0] for each in fits} == set(range(1, LEAST))
