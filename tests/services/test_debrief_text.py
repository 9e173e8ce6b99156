"""A debrief in words and as a file: literal words, no name unless wanted, no grade."""

from dataclasses import replace
from io import BytesIO

import pytest

from convoguide.errors import InputError
from convoguide.practice.case import Case
from convoguide.practice.rehearsal import Rehearsal
from convoguide.services import coaching, debrief_text, progress
from tests.making import HOSTILE
from tests.practice.held import HEART, cases_for, held, script


@pytest.fixture
def talk() -> tuple[Case, Rehearsal]:
    name = HEART
    case = cases_for(name)[0]
    rehearsal = held(case, script(name, "poor"))
    return case, replace(rehearsal, started="2026-11-20T10:00:00+01:00")


def test_the_debrief_in_words_cites_turn_and_words(talk: tuple[Case, Rehearsal]) -> None:
    made = coaching.debriefed(*talk)
    text = "\n".join(debrief_text.as_lines(made))
    assert made.try_next is not None
    assert f"Turn {made.try_next.turn}" in text
    assert f"“{made.try_next.phrase}”" in text
    assert "not a grade" in text


def test_the_file_holds_the_talk_and_no_name_unless_one_is_given(
    talk: tuple[Case, Rehearsal],
) -> None:
    case, rehearsal = talk
    made = coaching.debriefed(case, rehearsal)
    plain = debrief_text.exported(case, rehearsal, made, "md").decode()
    named = debrief_text.exported(case, rehearsal, made, "md", "Kim Test").decode()
    assert "# Debrief" in plain
    assert "Kim Test" not in plain
    assert "Trainee" not in plain
    assert "Kim Test" in named
    for turn in rehearsal.trainee_turns():
        assert turn.text.split(",")[0].split(".")[0] in plain.replace("\\", "")


def test_it_can_be_kept_for_word_processors_and_on_paper(talk: tuple[Case, Rehearsal]) -> None:
    docx = pytest.importorskip("docx")
    pytest.importorskip("typst")
    made = coaching.debriefed(*talk)
    word = docx.Document(BytesIO(debrief_text.exported(*talk, made, "docx")))
    assert "Debrief" in [paragraph.text for paragraph in word.paragraphs]
    assert debrief_text.exported(*talk, made, "pdf").startswith(b"%PDF")


def test_what_a_trainee_typed_is_literal(talk: tuple[Case, Rehearsal]) -> None:
    case, _rehearsal = talk
    rows = [(text, "none", ()) for text in HOSTILE]
    rehearsal = held(case, rows)
    made = coaching.debriefed(case, rehearsal)
    shown = debrief_text.document(case, rehearsal, made)
    said = {line.text for section in shown.sections for line in section.lines}
    assert {turn.text for turn in rehearsal.trainee_turns()} <= said
    assert debrief_text.exported(case, rehearsal, made, "docx")


def test_another_form_is_refused_with_those_there_are(talk: tuple[Case, Rehearsal]) -> None:
    with pytest.raises(InputError, match="md, docx, pdf"):
        debrief_text.exported(*talk, coaching.debriefed(*talk), "html")


def test_two_attempts_are_told_in_words(talk: tuple[Case, Rehearsal]) -> None:
    case, poor = talk
    good = held(case, script(HEART, "good"))
    both = coaching.compare(coaching.debriefed(case, poor), coaching.debriefed(case, good))
    lines = debrief_text.compared(both)
    assert lines[0].startswith("Earlier ")
    assert "Better" in lines
    assert "Less well" not in lines
    assert any(line.startswith("Open questions: 0 → ") for line in lines)


def test_progress_is_a_line_of_signs_and_a_picture_with_its_numbers(
    talk: tuple[Case, Rehearsal],
) -> None:
    case, poor = talk
    good = replace(held(case, script(HEART, "good")), id="b", started="2026-11-22T10:00:00")
    attempts = [coaching.attempt(case, each) for each in (good, poor)]
    lines = progress.as_lines(attempts)
    assert len(lines[0]) == 2
    assert lines[0][0] < lines[0][1]
    assert "20 Nov 2026" in lines[1]
    drawn = progress.picture(attempts, "svg").decode()
    assert "<polyline" in drawn
    assert f">{attempts[0].score:.0f}<" in drawn
    assert case.id in drawn


def test_the_picture_can_be_a_png_and_nothing_else(talk: tuple[Case, Rehearsal]) -> None:
    pytest.importorskip("typst")
    attempts = [coaching.attempt(*talk)]
    assert progress.picture(attempts, "png").startswith(b"\x89PNG")
    with pytest.raises(InputError, match="svg, png"):
        progress.picture(attempts, "gif")


def test_a_single_rehearsal_is_said_in_words_and_so_is_what_is_left_out(
    talk: tuple[Case, Rehearsal],
) -> None:
    assert progress.as_lines([coaching.attempt(*talk)])[0] == "One rehearsal so far."
    assert progress.left_out(0) == ""
    assert progress.left_out(2) == "2 rehearsals of fewer than three turns are left out."


def test_without_rehearsals_progress_says_so() -> None:
    assert progress.as_lines([]) == ["No rehearsals yet."]
    assert b"No rehearsals yet." in progress.picture([], "svg")
