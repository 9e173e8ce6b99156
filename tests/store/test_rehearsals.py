"""Rehearsals on disk: whole or not at all, for their owner alone, apart from everything else."""

import json
import os
import stat
from pathlib import Path

import pytest

from convoguide.errors import ConvoGuideError, InputError
from convoguide.store.rehearsals import FORMAT, RehearsalFolder


@pytest.fixture
def kept(tmp_path: Path) -> RehearsalFolder:
    return RehearsalFolder(tmp_path / "rehearsals")


def test_nothing_is_made_before_the_first_is_saved(kept: RehearsalFolder) -> None:
    assert kept.ids() == ()
    assert not kept.folder.exists()


def test_what_was_saved_is_loaded_and_listed(kept: RehearsalFolder) -> None:
    kept.save("b-2", {"case": "x", "text": "å ø «nej»"})
    kept.save("a-1", {"case": "y"})
    assert kept.ids() == ("a-1", "b-2")
    assert kept.load("b-2") == {"format": FORMAT, "id": "b-2", "case": "x", "text": "å ø «nej»"}


def test_a_later_state_takes_the_place_of_an_earlier(kept: RehearsalFolder) -> None:
    kept.save("a", {"turns": 1})
    kept.save("a", {"turns": 2})
    assert kept.load("a")["turns"] == 2
    assert [path.name for path in kept.folder.iterdir()] == ["a.json"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_files_and_folder_are_for_their_owner_alone(kept: RehearsalFolder) -> None:
    path = kept.save("a", {})
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(kept.folder.stat().st_mode) == 0o700


def test_a_write_that_fails_leaves_the_earlier_state(
    kept: RehearsalFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.save("a", {"turns": 1})

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ConvoGuideError, match="disk is full"):
        kept.save("a", {"turns": 2})
    monkeypatch.undo()
    assert kept.load("a")["turns"] == 1
    assert [path.name for path in kept.folder.iterdir()] == ["a.json"]


@pytest.mark.parametrize("wrong", ["../a", "a/b", "", ".a", "a.json", "a\\b", "x" * 65])
def test_an_id_never_leads_out_of_the_folder(kept: RehearsalFolder, wrong: str) -> None:
    with pytest.raises(InputError):
        kept.save(wrong, {})
    with pytest.raises(InputError):
        kept.load(wrong)
    with pytest.raises(InputError):
        kept.delete(wrong)


def test_one_that_is_deleted_is_gone(kept: RehearsalFolder) -> None:
    kept.save("a", {})
    assert kept.delete("a")
    assert not kept.delete("a")
    with pytest.raises(InputError, match="no saved rehearsal a"):
        kept.load("a")


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": "other"}', "\udcff"])
def test_a_damaged_file_is_named_without_a_word_of_it(kept: RehearsalFolder, text: str) -> None:
    path = kept.save("a", {})
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(ConvoGuideError, match=r"damaged.*a\.json"):
        kept.load("a")


def test_one_of_a_later_version_is_left_to_it(kept: RehearsalFolder) -> None:
    path = kept.save("a", {})
    later = {**json.loads(path.read_text()), "format": "convoguide/rehearsal@2"}
    path.write_text(json.dumps(later))
    with pytest.raises(ConvoGuideError, match="later version"):
        kept.load("a")
