"""A note that may belong elsewhere, by lines; and the jots one by one."""

from convoguide.cli.plain import hold
from convoguide.core.conversation import OTHER
from tests.cli.holding import SV, begun, held, memory

FEAR = "Rädd för att kvävas på natten"
HOPE = "hoppas hinna se sonens bröllop"


def test_a_note_is_said_to_belong_elsewhere_and_a_number_puts_it_there() -> None:
    talk = held(".g hopes", f".v p {FEAR}", ".1", ".s")
    assert "It may belong elsewhere. .1 “Worries and fears”" in talk.answer(1)
    assert "The note is now under “Worries and fears”. In memory only." in talk.answer(2)
    (note,) = talk.entry("worries").notes
    assert (note.text, note.voice) == (FEAR, "patient")
    assert talk.notes("hopes") == []


def test_undo_takes_it_back_and_anything_else_leaves_the_note_where_it_is() -> None:
    assert held(".g hopes", FEAR, ".1", ".z").notes("hopes") == [FEAR]
    talk = held(".g hopes", FEAR, HOPE, ".1")
    assert talk.notes("hopes") == [FEAR, HOPE]
    # A number of nothing is no command, and can still be taken as a note.
    assert "This is no command" in talk.answer()
    assert held(".g hopes", FEAR, ".9", ".t").notes("hopes") == [FEAR, ".9"]


def test_what_stands_well_or_is_chosen_is_followed_by_nothing() -> None:
    for lines in ((".g worries", FEAR), (".c 1",), (".f language en", ".g hopes", FEAR)):
        assert "belong" not in held(*lines).text


def test_the_setting_turns_it_off() -> None:
    said: list[str] = []
    sitting = begun(SV)
    lines = iter([".g hopes", FEAR])
    hold(sitting, memory(), lines=lines, out=said.append, interactive=False, offers_steps=False)
    assert not any("belong" in each for each in said)


def test_a_wish_or_a_decision_is_asked_by_both_their_names() -> None:
    talk = held(".g hopes", "Pat vill ej ha HLR. Ej HLR.", ".2")
    assert "A wish or a medical decision? .1" in talk.answer(1)
    assert "the person's wish" in talk.answer(1)
    assert "a medical decision" in talk.answer(1)
    assert talk.notes("hopes") == []


def test_a_limit_is_offered_as_a_limit_and_a_wish_as_a_wish() -> None:
    limit = held(".g hopes", "ej HLR").answer()
    assert "“Limits of treatment”" in limit
    assert "Care" not in limit
    wish = held(".g hopes", "vill inte ha HLR").answer()
    assert "“Limits of treatment”" not in wish


def test_jots_are_walked_through_one_line_each_where_the_proposal_is_right() -> None:
    jots = (FEAR, HOPE, "BT 120/80", "ny tid om två veckor", "vill inte åka in till sjukhus igen")
    talk = held(".g 0", *jots, ".m", ".1", ".1", ".m", ".1", ".1", ".s")
    assert "No more jots wait for a step." in talk.answer(-2)
    assert talk.notes("worries") == [FEAR]
    assert talk.notes("hopes") == [HOPE]
    assert talk.notes("follow_up") == ["ny tid om två veckor"]
    left = {note.text: note.theme for note in talk.entry(OTHER).notes}
    assert left == {
        "BT 120/80": None,
        "vill inte åka in till sjukhus igen": "hospital_admission",
    }


def test_a_jot_can_go_elsewhere_in_the_middle_of_the_walk() -> None:
    talk = held(".g 0", FEAR, HOPE, ".m", ".m 1 strength", ".1")
    assert talk.notes("strength") == [FEAR]
    assert talk.notes("hopes") == [HOPE]
    assert talk.notes(OTHER) == []


def test_coming_to_the_jots_says_that_they_wait() -> None:
    assert (
        "2 jots have no step yet; .m goes through them."
        in held(".g 0", FEAR, HOPE, ".g hopes", ".g 0").answer()
    )
