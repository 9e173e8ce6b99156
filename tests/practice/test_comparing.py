"""Two attempts beside each other, and the line over all of them."""

from convoguide.practice.comparing import compare
from convoguide.practice.debrief import debrief
from convoguide.practice.progress import Attempt, in_order, spark
from convoguide.services.cases import coach_words
from tests.practice.held import HEART, by_hand, cases_for, patient, script, seen, trainee


def test_a_better_attempt_shows_what_grew_and_nothing_that_fell() -> None:
    name = HEART
    case = cases_for(name)[0]
    both = compare(seen(case, script(name, "poor")), seen(case, script(name, "good")))
    assert both.same_case
    assert both.by > 0
    grown = {change.criterion.id for change in both.grown()}
    assert {"open_questions", "empathy_shown", "leave_asked"} <= grown
    assert both.fallen() == ()
    sizes = [change.by for change in both.grown()]
    assert sizes == sorted(sizes, key=lambda each: -(each or 0))


def test_what_one_attempt_gave_no_occasion_for_is_neither_better_nor_worse() -> None:
    case = cases_for(HEART)[0]
    words = coach_words("sv")
    told = by_hand(trainee("Kanske några veckor.", "prognosis"), patient("Jaha."))
    asked = by_hand(trainee("Hur tänker du?", "worries", "open_question"))
    both = compare(debrief(case, told, words), debrief(case, asked, words))
    uncertain = next(e for e in both.changes if e.criterion.id == "outlook_uncertain")
    assert uncertain.before is not None
    assert uncertain.after is None
    assert uncertain.by is None


def test_the_line_rises_with_the_scores() -> None:
    assert spark([0, 50, 100]) == "▁▅█"
    assert spark([]) == ""


def test_attempts_stand_in_the_order_in_which_they_were_held() -> None:
    late = Attempt("b", "x", "2026-11-21T10:00:00", 50, 9, 0)
    early = Attempt("c", "x", "2026-11-20T10:00:00", 60, 9, 1)
    unknown = Attempt("a", "x", None, 40, 9, 0)
    assert in_order([late, unknown, early]) == (unknown, early, late)
