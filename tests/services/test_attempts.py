"""One's own rehearsals: what is kept of them, what counts, and the lines that belong together."""

from pathlib import Path

import pytest

from convoguide import config
from convoguide.errors import InputError
from convoguide.services import attempts as kept
from convoguide.services import case_page, cases
from convoguide.store.rehearsals import RehearsalFolder
from tests.cli.rehearsing import ASKS, HEART, attempts


@pytest.fixture
def folder(tmp_path: Path) -> RehearsalFolder:
    return RehearsalFolder(tmp_path / "rehearsals")


def test_a_line_without_a_word_of_its_own_is_not_kept(folder: RehearsalFolder) -> None:
    within = attempts(folder)
    practice = within.begin(HEART, 1)
    within.keep(practice.rehearsal)
    assert within.all() == ()
    for text in ASKS[:2]:
        practice.say(text)
        within.keep(practice.rehearsal)
    practice.back_to(3)
    within.keep(practice.rehearsal)
    assert len(within.all()) == 1
    practice.say(ASKS[2])
    within.keep(practice.rehearsal)
    assert len(attempts(folder).all()) == 2


def test_what_is_kept_is_the_latest_state(folder: RehearsalFolder) -> None:
    within = attempts(folder)
    practice = within.begin(HEART, 1)
    for text in ASKS:
        practice.say(text)
        within.keep(practice.rehearsal)
    assert attempts(folder).all() == (practice.rehearsal,)


def test_an_older_state_that_comes_late_changes_nothing(folder: RehearsalFolder) -> None:
    within = attempts(folder)
    practice = within.begin(HEART, 1)
    practice.say(ASKS[0])
    older = practice.rehearsal
    practice.say(ASKS[1])
    within.keep(practice.rehearsal)
    within.keep(older)
    assert within.all() == attempts(folder).all() == (practice.rehearsal,)


def test_only_those_that_say_something_are_counted_and_in_order(folder: RehearsalFolder) -> None:
    within = attempts(folder)
    for texts in (ASKS, ASKS[:2], ASKS[:3]):
        practice = within.begin(HEART, 1)
        for text in texts:
            practice.say(text)
        within.keep(practice.rehearsal)
    assert [each.turns for each in within.counted()] == [4, 3]
    assert within.counted("als-snickaren") == ()
    assert [each.turns for each in within.others_of(practice)] == [4]


def test_a_rehearsal_with_a_person_who_is_gone_hides_no_other(folder: RehearsalFolder) -> None:
    within = attempts(folder)
    practice = within.begin(HEART, 1)
    for text in ASKS:
        practice.say(text)
    within.keep(practice.rehearsal)
    there = folder.load(practice.rehearsal.id)
    folder.save("gone", {**there, "case": "of-a-pack"})
    assert [each.case for each in attempts(folder).counted()] == [HEART]


def test_an_id_may_be_begun_and_says_so_where_several_begin_so(folder: RehearsalFolder) -> None:
    within = attempts(folder)
    practices = [within.begin(HEART, seed) for seed in (1, 2)]
    for practice in practices:
        practice.say(ASKS[0])
        within.keep(practice.rehearsal)
    first = practices[0].rehearsal.id
    assert within.open(first).rehearsal == practices[0].rehearsal
    with pytest.raises(InputError, match="Several"):
        within.open(first[:4])
    for given in ("", "nothing"):
        with pytest.raises(InputError, match="--progress"):
            within.open(given)


def test_the_lines_of_another_rehearsal_do_not_come_along(folder: RehearsalFolder) -> None:
    within = attempts(folder)
    for seed in (1, 2):
        practice = within.begin(HEART, seed)
        for text in ASKS[:2]:
            practice.say(text)
            within.keep(practice.rehearsal)
        practice.back_to(3)
        practice.say(ASKS[2])
        within.keep(practice.rehearsal)
    opened = attempts(folder).open(practice.rehearsal.id)
    assert set(opened.lines) == set(practice.lines)
    assert len(opened.lines) == 2


def test_in_memory_nothing_touches_the_disk(tmp_path: Path) -> None:
    home = config.Home(tmp_path / "settings.json", tmp_path / "data")
    within = kept.of_home(home, in_memory=True)
    practice = within.begin(HEART, 1)
    practice.say(ASKS[0])
    within.keep(practice.rehearsal)
    assert within.all() == (practice.rehearsal,)
    assert not within.keeps
    assert not (tmp_path / "data").exists()


def test_what_is_deleted_is_gone(folder: RehearsalFolder) -> None:
    within = attempts(folder)
    practice = within.begin(HEART, 1)
    practice.say(ASKS[0])
    within.keep(practice.rehearsal)
    within.delete(practice.rehearsal.id)
    assert within.all() == ()
    assert folder.ids() == ()


def test_of_a_case_nothing_is_told_before_that_is_for_the_teacher() -> None:
    for case in cases.all_cases():
        who = "\n".join(text for _name, text in case_page.who(case))
        page = "\n".join(text for _name, text in case_page.teachers_page(case))
        assert case.person.name in who
        for text in (case.teacher.held_back, case.teacher.opens, *case.hopes, *case.fears):
            assert text not in who
        assert page
