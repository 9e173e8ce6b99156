"""Rehearsals as they are kept: whole, with their branches, and with nothing of a patient."""

from pathlib import Path

import pytest

from convoguide import config
from convoguide.errors import ConvoGuideError, InputError
from convoguide.practice.saved import from_data, to_data
from convoguide.services import rehearsals_kept
from convoguide.store.rehearsals import RehearsalFolder
from tests.practice.held import HEART, by_hand, cases_for, held, script, trainee

SYNTHETIC = "19121212-1212"


@pytest.fixture
def kept(tmp_path: Path) -> RehearsalFolder:
    return RehearsalFolder(tmp_path / "rehearsals")


def test_a_rehearsal_comes_back_as_it_was(kept: RehearsalFolder) -> None:
    name = HEART
    rehearsal = held(cases_for(name)[0], script(name, "good"), 3)
    rehearsals_kept.keep(kept, rehearsal)
    assert rehearsals_kept.load(kept, rehearsal.id) == rehearsal


def test_a_branch_is_kept_beside_the_line_it_leaves(kept: RehearsalFolder) -> None:
    name = HEART
    rehearsal = held(cases_for(name)[0], script(name, "good"))
    branch = rehearsal.back_to(5, "branch-1")
    rehearsals_kept.keep(kept, rehearsal)
    rehearsals_kept.keep(kept, branch)
    assert rehearsals_kept.branches(kept, rehearsal.id) == (branch,)
    assert set(rehearsals_kept.all_kept(kept)) == {rehearsal, branch}


def test_an_identity_number_is_refused_without_being_repeated(kept: RehearsalFolder) -> None:
    with pytest.raises(InputError) as refused:
        rehearsals_kept.refuse_patient_data(f"Patienten heter Bo, {SYNTHETIC}")
    assert "identity number" in str(refused.value)
    assert "1212" not in str(refused.value)
    with pytest.raises(InputError):
        rehearsals_kept.keep(kept, by_hand(trainee(f"Du är {SYNTHETIC}?")))
    assert kept.ids() == ()


def test_there_is_no_place_for_a_label_or_a_name() -> None:
    data = to_data(by_hand(trainee("Hej.")))
    assert set(data) == {"case", "seed", "started", "branch_of", "turns"}


def test_rehearsals_lie_apart_from_drafts(home: Path) -> None:
    folder = rehearsals_kept.folder(config.home()).folder
    assert folder == home / "rehearsals"


def test_one_damaged_file_hides_no_other(kept: RehearsalFolder) -> None:
    sound = by_hand(trainee("Hej."))
    rehearsals_kept.keep(kept, sound)
    kept.save("broken", {"turns": "none"})
    assert rehearsals_kept.all_kept(kept) == (sound,)
    with pytest.raises(ConvoGuideError, match="broken"):
        rehearsals_kept.load(kept, "broken")


@pytest.mark.parametrize(
    "change",
    [{"turns": [{"role": "other"}]}, {"seed": "x"}, {"branch_of": ["a"]}, {"turns": [{}]}],
)
def test_data_that_is_no_rehearsal_is_none(change: dict[str, object]) -> None:
    data = {**to_data(by_hand(trainee("Hej."))), **change}
    assert from_data("a", data) is None
