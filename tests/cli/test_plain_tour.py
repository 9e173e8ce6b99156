"""The tour as lines: learnt by doing, left at once, and nothing of it stays anywhere."""

import pytest

from convoguide.services.keep import MemoryKeeper
from tests.cli.holding import NB, NOW, SV, held

pytestmark = pytest.mark.usefixtures("untranslated")

LINES = (".n", "Wants to stay at home.", ".v p My own kitchen.", ".n", ".o d", ".g worries", ".r")


@pytest.mark.parametrize("guide", [SV, NB])
def test_the_whole_tour_is_done_by_following_what_it_says(guide: str) -> None:
    talk = held("Before.", ".?tour", *LINES, "After.", guide=guide)
    assert talk.status == 0
    for number in range(1, 7):
        assert f"Tour, {number} of 6:" in talk.text
    assert "My own kitchen." in talk.answer(-2)
    assert "The tour is over; nothing of it was kept." in talk.answer(-2)
    assert [note.text for note in talk.entry(talk.sitting.step).notes] == ["Before.", "After."]
    assert list(talk.talk.entries) == [talk.sitting.step]
    assert "kitchen" not in str(talk.talk)


def test_it_is_left_at_once() -> None:
    talk = held(".?tour", ".q", "After.", ".q", "Never read.")
    assert "Nothing is kept. .q leaves it at once." in talk.answer(0)
    assert "The tour is over" in talk.answer(1)
    assert talk.notes(talk.sitting.step) == ["After."]


def test_the_end_of_the_input_ends_it_and_the_conversation() -> None:
    talk = held("Before.", ".?tour", "Made up.")
    assert talk.status == 0
    assert "Made up." not in "\n".join(talk.said[-6:])
    assert talk.notes(talk.sitting.step) == ["Before."]


def test_a_lesson_that_is_done_before_its_turn_is_passed_over() -> None:
    talk = held(".?tour", ".v p My own kitchen.")
    assert "Tour, 4 of 6:" in talk.answer(1)


def test_every_command_works_in_it_and_a_refused_line_is_said() -> None:
    talk = held(".?tour", ".ö", ".w", ".q")
    assert "This is no command" in talk.answer(1)
    assert "Other that came up" in talk.answer(2)


def test_someone_new_at_a_terminal_is_told_of_it_and_a_pipe_is_not() -> None:
    assert ".?tour is a tour" in held(interactive=True).text
    assert ".?tour is a tour" not in held().text
    keeper = MemoryKeeper(now=lambda: NOW)
    held("A note.", keeper=keeper)
    assert ".?tour is a tour" not in held(interactive=True, keeper=keeper).text


def test_the_list_of_commands_names_it() -> None:
    assert ".?tour: a tour" in held(".h").answer(0)
