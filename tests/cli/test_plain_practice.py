"""A rehearsal by lines: what is said, what is answered, going back, and what comes after."""

from pathlib import Path

import pytest

from convoguide import i18n
from convoguide.cli.plain.practice import COMMANDS
from convoguide.cli.practice import _chosen
from convoguide.services import cases
from convoguide.services.case_text import told
from convoguide.services.rehearsals_kept import all_kept
from convoguide.store.rehearsals import RehearsalFolder
from tests.cli.rehearsing import ASKS, HEART, attempts, rehearsed

SYNTHETIC = "19121212-1212"


def test_one_is_told_who_one_meets_and_that_the_person_is_made_up() -> None:
    held = rehearsed()
    greeting = "\n".join(held.after[0])
    shown = told(cases.case(HEART))
    assert shown.title in greeting
    assert "made up" in greeting
    assert "Nothing is kept on disk." in greeting
    assert shown.aim in greeting
    assert shown.teacher.held_back not in greeting
    assert held.after[0][-1].startswith("1. Maj-Britt: ")


def test_every_line_is_answered_under_its_number_and_by_name() -> None:
    held = rehearsed(*ASKS[:2])
    assert held.turns == list(ASKS[:2])
    assert held.answer(0).startswith("3. Maj-Britt: ")
    assert held.answer(1).startswith("5. Maj-Britt: ")


@pytest.mark.parametrize("line", ["", "   ", "...", "…", ".t"])
def test_an_empty_line_dots_and_a_command_are_a_silence(line: str) -> None:
    held = rehearsed(line)
    assert held.practice.rehearsal.trainee_turns()[0].silent
    assert "2. You: (silence)" in held.answer()


def test_a_line_that_begins_with_two_dots_is_said_with_one() -> None:
    assert rehearsed("..hm, vad tänker du?").turns == [".hm, vad tänker du?"]


def test_a_hint_is_given_when_asked_for_and_noted_with_the_next_turn() -> None:
    held = rehearsed(".i", ASKS[1])
    assert "One thing to try: " in held.answer(0)
    assert [turn.hinted for turn in held.practice.rehearsal.trainee_turns()] == [True]


def test_the_mood_is_said_only_when_asked_for_and_until_it_is_asked_again() -> None:
    held = rehearsed(ASKS[0], ".m", ASKS[1], ".m", ASKS[2])
    assert "Trust" not in "\n".join(held.after[0]) + held.answer(0)
    assert "Trust" in held.answer(1)
    assert "Trust" in held.answer(2)
    assert "Trust" not in held.answer(4)


def test_one_of_three_phrasings_is_said_by_its_number() -> None:
    held = rehearsed(".c", ".c 2", ".c 9", ".c")
    offers = held.answer(0).splitlines()[1:]
    assert [line[:4] for line in offers] == [".c 1", ".c 2", ".c 3"]
    chosen = held.practice.rehearsal.trainee_turns()
    assert [turn.chosen for turn in chosen] == [True]
    assert offers[1] == f".c 2: {chosen[0].text}"
    assert f"2. You: {chosen[0].text}" in held.answer(1)
    assert ".c 1: " in held.answer(1)
    assert "1 to 3" in held.answer(2)


def test_where_the_talk_is_in_the_guide_is_told_with_what_is_left_there() -> None:
    held = rehearsed("Vad hoppas du på framöver?", ".b")
    assert held.answer().startswith("Stage 4 of ")
    left = held.answer().splitlines()[-1]
    assert "Worries" in left
    assert "Hopes" not in left


def test_going_back_keeps_both_lines_and_one_can_go_on_with_either(tmp_path: Path) -> None:
    folder = RehearsalFolder(tmp_path / "rehearsals")
    held = rehearsed(*ASKS[:2], ".g 3", ASKS[2], ".y", ".y 1", within=attempts(folder))
    assert held.answer(2).splitlines()[-1] == held.answer(0)
    assert held.answer(4).splitlines() == [
        ".y 1: to turn 5",
        ".y 2: from turn 3 on another way, to turn 5 (this one)",
    ]
    assert held.turns == list(ASKS[:2])
    assert [len(each.turns) for each in all_kept(folder)] == [5, 5]


def test_the_last_turn_is_taken_back() -> None:
    held = rehearsed(ASKS[0], ASKS[1], ".z", ".z", ".z")
    assert held.turns == []
    assert held.answer(3).splitlines()[-1] == held.after[0][-1]
    assert "nothing to undo" in held.answer(4)


def test_the_same_three_answers_come_again_after_going_back() -> None:
    held = rehearsed(ASKS[0], ASKS[1], ".g 1", ASKS[0], ASKS[1])
    assert (held.answer(0), held.answer(1)) == (held.answer(3), held.answer(4))


def test_an_identity_number_is_refused_without_being_repeated_and_nothing_is_said() -> None:
    held = rehearsed(ASKS[0], f"Ditt nummer är {SYNTHETIC}?", ASKS[1])
    assert "identity number" in held.answer(1)
    assert SYNTHETIC[-4:] not in held.text
    assert held.turns == [ASKS[0], ASKS[1]]
    assert "Lines that were not taken: 2" in held.text


@pytest.mark.parametrize("line", [".x", ".c nine", ".g", ".g far", ".g 99", ".y 7", ".t now", ".l"])
def test_a_line_that_cannot_be_done_says_what_would_be_right(line: str) -> None:
    held = rehearsed(line)
    assert held.answer()
    assert held.turns == []
    assert "Lines that were not taken: 1" in held.text
    assert "Traceback" not in held.text


def test_the_end_says_the_debrief_where_it_is_kept_and_how_to_go_on(tmp_path: Path) -> None:
    folder = RehearsalFolder(tmp_path / "rehearsals")
    held = rehearsed(*ASKS, within=attempts(folder))
    end = held.end
    assert held.status == 0
    assert "of 100, for comparing your own attempts" in end
    assert "Turn " in end
    assert f"Kept in {folder.folder}" in end
    assert f"convoguide practice {held.practice.rehearsal.id} --plain" in end


def test_a_debrief_that_was_said_is_not_said_twice() -> None:
    held = rehearsed(*ASKS, ".r", ".q")
    assert held.text.count("it is not a grade") == 1
    assert rehearsed(*ASKS, ".r", ASKS[0]).text.count("it is not a grade") == 2


def test_one_goes_on_with_what_was_kept_and_its_lines_come_along(tmp_path: Path) -> None:
    folder = RehearsalFolder(tmp_path / "rehearsals")
    first = rehearsed(*ASKS, ".g 3", ASKS[2], within=attempts(folder))
    again = attempts(folder)
    practice = again.open(first.practice.rehearsal.id[:30])
    assert set(practice.lines) == set(first.practice.lines)
    held = rehearsed(ASKS[1], within=again, practice=practice)
    assert held.turns == [ASKS[0], ASKS[2], ASKS[1]]
    assert held.after[0][-1].startswith("5. Maj-Britt: ")


def test_nothing_that_was_said_is_kept_when_nothing_was_said(tmp_path: Path) -> None:
    folder = RehearsalFolder(tmp_path / "rehearsals")
    held = rehearsed(".i", ".q", within=attempts(folder))
    assert "nothing was kept" in held.text
    assert not folder.folder.exists()


def test_a_debrief_is_written_without_a_name_unless_one_is_given(tmp_path: Path) -> None:
    plain, named = tmp_path / "a.md", tmp_path / "b.md"
    rehearsed(*ASKS, f".f {plain}", ".f name Anna Berg", f".f {named}")
    assert "Anna Berg" not in plain.read_text(encoding="utf-8")
    assert "Anna Berg" in named.read_text(encoding="utf-8")


def test_a_file_is_never_written_over_and_other_endings_are_refused(tmp_path: Path) -> None:
    there = tmp_path / "a.md"
    there.write_text("mine", encoding="utf-8")
    held = rehearsed(*ASKS, f".f {there}", f".f {tmp_path / 'a.doc'}", ".f")
    assert "could not be written" in held.answer(4)
    assert ".md, .docx, .pdf" in held.answer(5)
    assert there.read_text(encoding="utf-8") == "mine"


def test_an_attempt_is_compared_with_the_last_or_another_by_number() -> None:
    within = attempts()
    rehearsed(*ASKS, within=within)
    rehearsed("Oroa dig inte.", "Det ordnar sig.", "Vi tar nya prover.", within=within)
    held = rehearsed(*ASKS, ".s", ".l", ".l 1", ".l 8", within=within)
    listed = held.answer(4).splitlines()
    assert [line.split(":")[0] for line in listed] == ["1", "2", "3"]
    score = {line[0]: line.split(": ")[2].split(" of")[0] for line in listed}
    assert held.answer(5).startswith(f"Earlier {score['2']} of 100, later {score['3']} of 100.")
    assert held.answer(6).startswith(f"Earlier {score['1']} of 100, later {score['3']} of 100.")
    assert "1 to 3" in held.answer(7)
    assert "Your attempts with this person, in order: " in held.text


def test_one_turn_is_said_again_by_its_number() -> None:
    held = rehearsed(*ASKS[:2], ".w 3", ".w 99", ".h silence")
    assert held.answer(2) == held.answer(0)
    assert "1 to 5" in held.answer(3)
    assert [line[:2] for line in held.answer(4).splitlines()] == [".t"]


def test_the_teachers_page_is_shown_when_asked_for() -> None:
    held = rehearsed(".a")
    assert told(cases.case(HEART)).teacher.held_back in held.answer(0)


def test_every_command_is_listed_and_has_a_letter_of_its_own() -> None:
    held = rehearsed(".h", "?")
    letters = [each.letter for each in COMMANDS]
    assert len(letters) == len(set(letters))
    for each in COMMANDS:
        assert f"{each.typed}: {each.help}" in held.answer(0)
    assert "Stage 1 of" in held.answer(1) or "Stage 2 of" in held.answer(1)


def test_when_the_person_has_had_enough_it_is_said_and_one_can_go_back() -> None:
    harsh = "Sluta nu, det är inget att oroa sig för, vi har ont om tid."
    held = rehearsed(*[harsh] * 20, ".g 1")
    assert held.practice.case.id == HEART
    assert "Maj-Britt wants to stop here." in held.text
    assert not held.practice.ended


def test_a_disk_that_takes_nothing_is_told_once_and_ends_with_1(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    held = rehearsed(*ASKS[:2], within=attempts(RehearsalFolder(blocked / "rehearsals")))
    assert held.status == 1
    assert held.text.count("NOT ON THE DISK") == 2
    assert len(held.turns) == 2


def test_whom_one_rehearses_with_is_asked_by_number() -> None:
    ids = cases.case_ids()
    said: list[str] = []
    second = _chosen(iter(["99", "me", "2"]), said.append)
    assert second in ids
    assert [line.split(":")[0] for line in said[: len(ids)]] == [
        str(n + 1) for n in range(len(ids))
    ]
    assert said.count(f"Type a number from 1 to {len(ids)}.") == 2
    assert _chosen(iter([HEART]), said.append) == HEART
    for lines in ([], [""], [".q"]):
        assert _chosen(iter(lines), said.append) is None


@pytest.mark.parametrize("locale", ["sv", "nb", "nn"])
def test_those_who_speak_ones_language_are_offered_first_and_of_them_the_easy(locale: str) -> None:
    i18n.use(locale)
    said: list[str] = []
    found = cases.case(_chosen(iter(["1"]), said.append) or "")
    assert (found.language, found.level) == (locale, "easy")
