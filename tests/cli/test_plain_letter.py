"""The letter home by lines: what may be worded is listed, and put in only in one's own words."""

from tests.cli.holding import held

_NOTES = (
    ".g worries",
    "Dyspnoea at night",
    ".g treatment_limits",
    "No intensive care",
    ".g family",
    ".v r She cannot go on",
    ".v p My sister knows",
)


def test_what_may_be_worded_is_listed_with_numbers_and_nothing_else() -> None:
    done = held(*_NOTES, ".f letter")
    told = done.answer()
    assert "+1, " in told
    assert "Dyspnoea at night" in told
    assert "+2, " in told
    assert "My sister knows" in told
    assert "+3" not in told
    for never in ("No intensive care", "She cannot go on"):
        assert never not in told


def test_a_line_is_put_in_the_clinicians_words_and_taken_away_and_back() -> None:
    done = held(*_NOTES, ".f letter +1 You fear the nights.")
    assert [(x.step, x.text) for x in done.talk.letter] == [("worries", "You fear the nights.")]
    assert (
        "You fear the nights." in held(*_NOTES, ".f letter +1 You fear the nights.", ".r pat").text
    )
    done = held(*_NOTES, ".f letter +1 You fear the nights.", ".f letter #1 -")
    assert done.talk.letter == ()
    done = held(*_NOTES, ".f letter +1 You fear the nights.", ".f letter #1 -", ".z")
    assert len(done.talk.letter) == 1


def test_a_number_that_is_not_on_offer_and_a_line_without_words_are_refused() -> None:
    for line in (".f letter +9 words", ".f letter +0 words", ".f letter +1"):
        done = held(*_NOTES, line)
        assert done.talk.letter == ()
    assert "plain words" in done.answer()
