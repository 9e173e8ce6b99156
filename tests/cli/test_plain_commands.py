"""Each dot command, on the real guides."""

from datetime import date

import pytest

from convoguide.cli.plain.commands import COMMANDS
from convoguide.core.conversation import OTHER
from convoguide.tui.guide_text import order
from tests.cli.holding import NB, SV, held

pytestmark = pytest.mark.usefixtures("untranslated")

# --- moving about -------------------------------------------------------------------------------


def test_next_and_previous_open_the_step_with_its_purpose_and_one_phrase() -> None:
    told = held(".g hopes").answer().splitlines()
    assert told == [
        "Step 16 of 36, not raised: Förhoppningar",
        "Höra vad personen hoppas på, och vad det skulle innebära.",
        "“Vad önskar du dig mest av tiden som kommer?”",
    ]
    assert held(".n", ".n", ".p").sitting.step == "capacity"


def test_the_first_and_the_last_step_say_that_they_are() -> None:
    assert held(".p").answer() == "This is the first step."
    last = held(".g 35", ".n")
    assert last.answer().startswith("This is the last step.")
    assert last.sitting.step == "team"


def test_the_next_open_step_is_the_next_one_not_raised() -> None:
    talk = held(".n", "kan", ".n", ".o d", ".p", ".p", "ja", ".k")
    assert talk.sitting.step == "others_present"


def test_when_every_step_is_raised_it_is_said() -> None:
    talk = held(*[".o n", ".n"] * 33, ".k", guide=NB)
    assert talk.answer() == "Every step has been raised."


@pytest.mark.parametrize(
    ("guide", "wanted", "step"),
    [
        (SV, "16", "hopes"),
        (SV, "hopes", "hopes"),
        (SV, "what_matters", "what_matters"),
        (SV, "WHAT MATTERS", "what_matters"),
        (SV, "Förhoppningar", "hopes"),
        (SV, "forhopp", "hopes"),
        (SV, "rädsl", "worries"),
        (SV, "talesp", "spokesperson"),
        (SV, "sip", "sip"),
        (SV, "0", OTHER),
        (SV, "other", OTHER),
        (NB, "8", "hopes"),
        (NB, "håp", "hopes"),
        (NB, "HAP", "hopes"),
        (NB, "å være hjemme", "home_time"),
        (NB, "vaere hjemme", "home_time"),
        (NB, "plan_b", "plan_b"),
        (NB, "parorende?", "relatives_needs"),
    ],
)
def test_go_finds_a_step_by_number_id_or_a_few_letters(guide: str, wanted: str, step: str) -> None:
    assert held(f".g {wanted}", guide=guide).sitting.step == step


@pytest.mark.parametrize("guide", [SV, NB])
def test_the_lines_count_the_places_as_the_screens_do(guide: str) -> None:
    talk = held(guide=guide)
    places = order(talk.sitting)
    assert f"Step 1 of {len(places)}, " in talk.text
    last = held(f".g {len(places)}", guide=guide)
    assert last.sitting.step == places[-1] == OTHER
    assert f"1 to {len(places)}." in held(f".g {len(places) + 1}", guide=guide).answer()


def test_the_explanation_names_facts_as_their_reader_does_and_so_are_they_set() -> None:
    talk = held(".g relatives_present", "?", ".f Who took part relative Anna")
    assert "Facts that belong here, set with .f: Who took part" in talk.answer(1).splitlines()
    assert [each.who for each in talk.sitting.conversation.present] == ["relative"]


def test_every_step_is_found_by_its_id_its_title_and_its_number() -> None:
    for guide in (SV, NB):
        steps = held(guide=guide).sitting.steps()
        for number, step in enumerate(steps, 1):
            for wanted in (step.id, str(number), step.title):
                assert held(f".g {wanted}", guide=guide).sitting.step == step.id


def test_letters_that_fit_several_steps_name_them_with_their_numbers() -> None:
    talk = held(".g närstående")
    assert talk.sitting.step in ("offered", "relatives_present")
    told = held(".g person")
    assert told.sitting.step == "offered"
    assert told.answer().startswith("Several steps fit, give the number: ")
    assert "8 Personens egna frågor" in told.answer()


@pytest.mark.parametrize("wanted", ["99", "37", "999999999999999999", "xyzzy", "[/]", "{0}"])
def test_what_fits_no_step_is_refused_and_one_stays(wanted: str) -> None:
    talk = held(".n", f".g {wanted}")
    assert talk.sitting.step == "capacity"
    assert "no such step" in talk.answer() or "No step" in talk.answer()
    assert wanted not in talk.answer() or wanted == "37"


def test_go_alone_says_how() -> None:
    assert "by number, id or a few letters" in held(".g").answer()


def test_the_whole_list_has_every_step_with_number_and_state() -> None:
    talk = held("hej", ".g hopes", ".o l 2026-12-04", ".w")
    lines = talk.answer().splitlines()
    assert "Inför samtalet" in lines
    assert "1, 1 note: Erbjud ett samtal" in lines
    assert "16, another time, on 4 Dec 2026, you are here: Förhoppningar" in lines
    assert "0, no notes: Other that came up" in lines
    assert sum(line[0].isdigit() for line in lines) == 36
    assert lines[-1] == "Step 16 of 36, another time, on 4 Dec 2026: Förhoppningar"


# --- voices -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "voice"),
    [
        ("p", "patient"),
        ("r", "relative"),
        ("m", "presumed"),
        ("c", "clinician"),
        ("f", "recommendation"),
        ("P", "patient"),
        ("presumed", "presumed"),
    ],
)
def test_a_voice_holds_for_the_lines_of_the_step(typed: str, voice: str) -> None:
    talk = held(".g hopes", f".v {typed}", "ett", "två", ".n", "tre")
    assert [note.voice for note in talk.entry("hopes").notes] == [voice, voice]
    assert [note.voice for note in talk.entry("worries").notes] == ["clinician"]


def test_that_the_voice_is_the_clinicians_again_is_said() -> None:
    talk = held(".v p", ".n", ".n")
    assert talk.answer(0) == "The next lines of this step are the patient's words."
    assert "The next lines are the clinician's words again." in talk.answer(1)
    assert "again" not in talk.answer(2)


def test_a_voice_with_a_text_is_for_that_line_alone() -> None:
    talk = held(".v p Jag vill hem", "Lugn i dag", ".v r 2 veckor hemma")
    assert [(note.voice, note.text) for note in talk.entry("offered").notes] == [
        ("patient", "Jag vill hem"),
        ("clinician", "Lugn i dag"),
        ("relative", "2 veckor hemma"),
    ]
    assert "as the patient's words" in talk.answer(0)


def test_the_voice_of_a_note_that_is_there_can_be_changed() -> None:
    talk = held("Jag vill hem", "Lugn", ".v 1 p", ".v 2 x", ".v 3 p", ".v 1")
    assert [note.voice for note in talk.entry("offered").notes] == ["patient", "clinician"]
    assert talk.answer(2) == "Note 1 is the patient's words. In memory only."
    assert "The voices: p the patient's words" in talk.answer(3)


def test_voice_alone_lists_the_voices_and_an_unknown_one_is_refused() -> None:
    told = held(".v p", ".v").answer()
    assert told.startswith("Now: the patient's words.")
    assert "f what was proposed to the patient" in told
    talk = held(".v q Jag vill hem", ".t")
    assert talk.notes("offered") == [".v q Jag vill hem"]


# --- outcomes -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "outcome", "again_on"),
    [
        ("d", "declined", None),
        ("u", "unsure", None),
        ("l", "deferred", None),
        ("l 2026-12-04", "deferred", date(2026, 12, 4)),
        ("l 4.12.2026", "deferred", date(2026, 12, 4)),
        ("l +14", "deferred", date(2026, 12, 4)),
        ("n", "nothing_to_add", None),
        ("x", "not_raised", None),
        ("declined", "declined", None),
        ("nothing_to_add", "nothing_to_add", None),
    ],
)
def test_a_step_is_left_with_its_outcome(typed: str, outcome: str, again_on: date | None) -> None:
    entry = held(".g hopes", f".o {typed}").entry("hopes")
    assert (entry.state, entry.again_on) == (outcome, again_on)


def test_leaving_keeps_the_notes_and_reopening_takes_the_outcome_back() -> None:
    talk = held("ett", ".o d", ".o r")
    assert talk.answer(1) == "“Erbjud ett samtal” is now: declined, 1 note. In memory only."
    assert talk.answer(2) == "“Erbjud ett samtal” is now: 1 note. In memory only."
    assert talk.notes("offered") == ["ett"]
    assert talk.entry("offered").outcome is None
    assert "nothing to take back" in held(".o r").answer()


@pytest.mark.parametrize(
    ("typed", "day"),
    [("4/12", date(2026, 12, 4)), ("om 2 veckor", date(2026, 12, 4)),
     ("4.12.26", date(2026, 12, 4)),
     ("i morgon", date(2026, 11, 21)), ("19/11", date(2027, 11, 19))],
)  # fmt: skip
def test_a_date_is_read_by_lines_as_it_is_on_the_screens(typed: str, day: date) -> None:
    assert held(f".o l {typed}").entry("offered").again_on == day


@pytest.mark.parametrize("typed", ["19/11", "igår", "19.11.2026"])
def test_a_date_of_what_has_been_lies_behind(typed: str) -> None:
    assert held(f".f held_on {typed}").talk.held_on == date(2026, 11, 19)


@pytest.mark.parametrize("typed", ["3 månader", "p3m"])
def test_an_interval_is_read_by_lines_as_it_is_on_the_screens(typed: str) -> None:
    review = held(f".f review every={typed}").talk.review
    assert review is not None
    assert review.every == "P3M"


def test_another_date_for_another_time_takes_the_place_of_the_first() -> None:
    entry = held(".o l 2026-12-04", ".o l 2026-12-11").entry("offered")
    assert entry.again_on == date(2026, 12, 11)
    assert held(".o l 2026-12-04", ".o d").entry("offered").again_on is None


@pytest.mark.parametrize(
    "typed",
    ["", "q", "l 2026-02-30", "l någon gång", "l 31.2.2026", "d hon vill inte", "d 2026-12-04"],
)
def test_an_outcome_that_cannot_be_is_refused_and_changes_nothing(typed: str) -> None:
    talk = held(f".o {typed}")
    assert not talk.talk.entries
    assert "vill" not in talk.answer()
    assert "Lines that were not taken: 1" in talk.said


def test_a_step_with_notes_was_raised() -> None:
    talk = held("ett", ".o x")
    assert talk.answer() == "This step has notes, so it was raised."
    assert talk.entry("offered").state == "noted"


def test_the_same_outcome_twice_is_one_change() -> None:
    assert not held(".o d", ".o d", ".z").talk.entries


def test_a_note_under_a_declined_outlook_is_held_apart_and_that_is_said() -> None:
    talk = held(".g prognosis", ".o d", "Månader, inte år", ".v p Jag vill inte veta")
    assert "The step stays as: declined. Held apart from the journal text." in talk.answer(2)
    assert "Held apart" not in talk.answer(3)


# --- notes --------------------------------------------------------------------------------------


def test_the_notes_are_listed_with_number_and_voice() -> None:
    talk = held("ett", ".v p två", ".a 2", ".s", ".n", ".s")
    assert talk.answer(3).splitlines() == [
        "1, the clinician's words: ett",
        "2, the patient's words, held apart: två",
    ]
    assert talk.answer(5).startswith("No notes under “Kan personen delta")


def test_a_note_is_edited_in_its_own_voice() -> None:
    talk = held(".v p ett", "två", ".e 1 1 tablett räcker", ".e 2", ".e 3 x", ".e x")
    assert talk.notes("offered") == ["1 tablett räcker", "två"]
    assert talk.entry("offered").notes[0].voice == "patient"
    assert "Type the new text" in talk.answer(3)
    assert "from 1 to 2" in talk.answer(4)


def test_a_note_moves_to_another_step_by_number_or_name() -> None:
    talk = held("ett", "två", ".m 1 hopes", ".m 1 0", ".m 1 17")
    assert talk.notes("hopes") == ["ett"]
    assert talk.notes(OTHER) == ["två"]
    assert talk.answer(2) == "Note 1 is now under “Förhoppningar”. In memory only."
    assert talk.answer(4) == "This step has no notes."


@pytest.mark.parametrize("typed", ["", "1", "1 offered", "1 xyzzy", "9 hopes", "hopes", "1 person"])
def test_a_move_that_cannot_be_leaves_the_note_where_it_is(typed: str) -> None:
    assert held("ett", f".m {typed}").notes("offered") == ["ett"]


def test_a_note_is_taken_back_and_the_only_one_needs_no_number() -> None:
    assert held("ett", "två", ".d 1").notes("offered") == ["två"]
    assert held("ett", ".d").notes("offered") == []
    assert held("ett", "två", ".d").notes("offered") == ["ett", "två"]
    assert held(".d").answer() == "This step has no notes."


def test_a_note_goes_out_of_the_journal_text_and_into_it_again() -> None:
    talk = held("ett", ".a 1", ".r", ".a", ".r")
    assert talk.answer(1) == "Note 1 is held apart from the journal text. In memory only."
    assert "ett" not in talk.answer(2)
    assert "1 note is held apart from this text. .r apart prints it." in talk.answer(2)
    assert talk.answer(3) == "Note 1 is in the journal text. In memory only."
    assert "ett" in talk.answer(4)


def test_undo_and_redo_say_what_they_changed() -> None:
    talk = held(
        "ett", ".n", ".o d", ".f label rum 12", ".z", ".z", ".z", ".z", ".y", ".y", ".y", ".y"
    )
    assert talk.answer(4) == "Undone: Label. In memory only."
    assert "Kan personen delta och besluta i dag?”, not raised" in talk.answer(5)
    assert "“Erbjud ett samtal”, not raised" in talk.answer(6)
    assert talk.answer(7) == "There is nothing to undo."
    assert "“Erbjud ett samtal”, 1 note" in talk.answer(8)
    assert talk.answer(11) == "There is nothing to do again."
    assert talk.talk.label == "rum 12"
    assert talk.entry("capacity").state == "declined"


# --- phrases, reminders, choices ----------------------------------------------------------------


def test_another_phrase_goes_round() -> None:
    talk = held(".g hopes", *[".i"] * 3)
    assert talk.answer(1).startswith("2 of 3: “")
    assert talk.answer(2).startswith("3 of 3: “")
    assert talk.answer(3) == "1 of 3: " + talk.after[1][2]
    assert held(".g own_words", ".i").answer().startswith("2 of 4: ")
    assert held(".g 0", ".i").answer() == "There is no phrase here."


def test_reminders_are_those_that_hold_for_the_conversation() -> None:
    without = held(".g understanding", ".b").answer()
    assert "Skriv gärna personens egna ord." in without
    assert "Låt tystnaden vara." in without
    assert "Fråga närstående hur" not in without
    with_it = held(".g understanding", ".f capacity partly", ".b").answer()
    assert "Fråga närstående hur" in with_it


def test_a_choice_is_one_clinicians_note_of_its_text() -> None:
    talk = held(".v p", ".c 1")
    assert talk.notes("offered") == ["Vill ha ett samtal och en tid hos läkare"]
    assert talk.entry("offered").notes[0].voice == "clinician"
    assert held(".c 2", guide=NB).notes("offered") == ["Vil helst snakke med en gang"]


@pytest.mark.parametrize("typed", ["1,5,10", "1 5 10", "1, 5; 10", "1,5,1,10"])
def test_a_checklist_is_one_note_of_its_ticked_lines(typed: str) -> None:
    assert held(".g team", f".c {typed}").notes("team") == [
        "Hälsocentralen är informerad; Via telefon; Mottagaren har bekräftat"
    ]


def test_what_there_is_to_choose_is_numbered_when_the_step_opens() -> None:
    told = held(".g sip").answer()
    assert "1: Vill ha en SIP\n2: Vill inte ha en SIP nu\n3: Har redan en SIP" in told


@pytest.mark.parametrize("typed", ["", "0", "4", "1,4", "1 och 2", "99999", "-1", "ja"])
def test_a_choice_that_is_not_there_is_refused(typed: str) -> None:
    talk = held(f".c {typed}")
    assert not talk.talk.entries
    assert "from 1 to 3" in talk.answer()


@pytest.mark.parametrize("able", ["yes", "partly", "no"])
def test_the_answer_about_capacity_sets_it(able: str) -> None:
    capacity = held(".g capacity", f".c {able}").talk.capacity
    assert capacity is not None
    assert capacity.able == able


def test_a_date_and_a_person_are_answered_in_their_steps() -> None:
    talk = held(".g follow_up", ".c +14", ".g relatives_present", ".c relative dottern")
    assert talk.talk.follow_up == date(2026, 12, 4)
    assert [(each.who, each.name) for each in talk.talk.present] == [("relative", "dottern")]
    contact = held(".g contacts", ".c Anna; phone=12", guide=NB).talk.contacts[0]
    assert (contact.name, contact.phone) == ("Anna", "12")
    assert "Type the answer after .c" in held(".g follow_up", ".c").answer()
    assert "nothing to choose" in held(".g hopes", ".c 1").answer()
    assert "nothing to choose" in held(".g 0", ".c 1").answer()


def test_what_is_set_is_said_when_its_step_opens_again() -> None:
    talk = held(".f follow_up 2026-12-04", ".g follow_up")
    assert "Follow-up: “2026-12-04”" in talk.answer()
    assert "Decided on" not in held(".g treatment_limits").answer()
    decided = held(".g treatment_limits", ".f decided_on 2026-11-20", ".p", ".n").answer()
    assert "Decided on: “2026-11-20”" in decided


def test_who_decides_on_limits_is_told_at_once_when_it_stays_a_wish() -> None:
    wish = "It stays a wish: only a physician's decision makes it a limit."
    assert wish in held(".g treatment_limits", ".f decided_by nurse").answer()
    assert wish not in held(".g treatment_limits", ".f decided_by physician Eva Lind").answer()
    assert (
        wish not in held(".g treatment_limits", ".f decided_by nurse", ".f decided_by -").answer()
    )


# --- documents ----------------------------------------------------------------------------------


def test_the_document_is_printed_on_request_the_guides_journal_first() -> None:
    talk = held(".g hopes", ".v p Se våren", ".r", ".j", ".r plan", ".r journal-forh", ".r full")
    assert "Förhoppningar: ”Se våren”" in talk.answer(2)
    assert talk.answer(3) == talk.answer(2)
    assert talk.answer(4).startswith("Plan for lindring")
    assert "Se våren" in talk.answer(5)
    assert talk.answer(5) != talk.answer(2)
    assert "Förhoppningar\n”Se våren”" in talk.answer(6)


def test_the_notes_held_apart_are_printed_alone() -> None:
    talk = held("ett", "två", ".a 2", ".r apart", ".a 2", ".r apart")
    assert talk.answer(3) == "Erbjud ett samtal: två"
    assert talk.answer(5) == "Nothing is held apart."


def test_a_document_that_is_not_there_or_not_wanted_is_refused() -> None:
    told = held(".r brev").answer()
    assert told.startswith("There is no document of that name. Documents: ")
    assert "brev" not in told
    assert "journal-svas" in told
    assert "There is no document" in held(".r journal").answer()
    assert "has said no to a plan" in held(".f consent to_plan no", ".r plan").answer()


def test_every_letter_is_used_once() -> None:
    letters = [command.letter for command in COMMANDS]
    assert len(letters) == len(set(letters))
    assert all(command.typed.startswith(f".{command.letter}") for command in COMMANDS)
