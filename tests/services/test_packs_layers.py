"""Packs of one's own over those of the organisation, taken in, replaced and removed."""

from pathlib import Path
from typing import Any

import pytest

from convoguide import config
from convoguide.errors import InputError
from convoguide.services import content, packs
from convoguide.services.local import forget, local, own_folder
from tests.packing import BOARD, SVAS, added, pack_data, phrases, step_words, written


def organisations(home: Path, data: dict[str, Any], folder: Path | None = None) -> None:
    written((folder or home / "packs") / data["id"], data)


def test_ones_own_words_lie_over_those_of_the_organisation(home: Path, tmp_path: Path) -> None:
    shipped = phrases("hopes")
    organisations(home, pack_data("region", guides=step_words("hopes", phrases={1: "R1", 2: "R2"})))
    forget()
    assert phrases("hopes")[:2] == ("R1", "R2")
    added(tmp_path, pack_data("aaa", guides=step_words("hopes", phrases={2: "Egen 2"})))
    assert phrases("hopes") == ("R1", "Egen 2", *shipped[2:])
    assert [each["layer"] for each in packs.listed()] == ["organisation", "own"]
    packs.remove("aaa")
    assert phrases("hopes")[:2] == ("R1", "R2")


def test_a_pack_takes_the_place_of_one_with_its_id_beneath(home: Path, tmp_path: Path) -> None:
    shipped = phrases("hopes")
    organisations(home, pack_data("kalmar", guides=step_words("hopes", phrases={1: "R1"})))
    added(tmp_path, pack_data("kalmar", guides=step_words("hopes", phrases={2: "E2"})))
    assert phrases("hopes") == (shipped[0], "E2", *shipped[2:])


def test_the_settings_name_another_folder_for_the_organisation(home: Path, tmp_path: Path) -> None:
    share = tmp_path / "share"
    organisations(home, pack_data("region", guides=step_words("hopes", title="R")), share)
    place = config.home()
    config.write_settings(place, config.Settings(organisation_packs=str(share)))
    forget()
    assert content.guide(SVAS).packs == {"region": "1.0"}


def test_a_faulty_pack_is_told_and_the_others_work(home: Path, tmp_path: Path) -> None:
    organisations(home, pack_data("broken", guides=step_words("hope", title="x")))
    organisations(home, pack_data("region", guides=step_words("hopes", title="Hopp")))
    forget()
    assert content.guide(SVAS).packs == {"region": "1.0"}
    faulty = [each for each in packs.listed() if each["faults"]]
    assert [Path(each["path"]).name for each in faulty] == ["broken"]
    added(tmp_path, pack_data("kalmar"))
    assert len(local().installed) == 2


def test_an_own_pack_that_broke_leaves_the_organisations_in_its_place(home: Path) -> None:
    organisations(home, pack_data("kalmar", guides=step_words("hopes", title="Hopp")))
    written(own_folder() / "kalmar", pack_data("kalmar", guides=step_words("hope", title="x")))
    forget()
    step = content.guide(SVAS).step("hopes")
    assert step is not None
    assert step.title == "Hopp"
    packs.remove("kalmar")
    assert [each["layer"] for each in packs.listed()] == ["organisation"]


def test_what_is_kept_is_what_was_checked_and_nothing_else_of_the_folder(tmp_path: Path) -> None:
    given = written(tmp_path / "p", pack_data(), {"private.txt": "x", "sub/a.yaml": "a: 1\n"})
    packs.add(given)
    kept = own_folder() / "kalmar"
    assert [path.name for path in kept.rglob("*")] == ["pack.yaml"]
    assert sorted(path.name for path in own_folder().iterdir()) == ["kalmar"]


def test_adding_again_replaces_what_was_there(tmp_path: Path) -> None:
    added(tmp_path, pack_data(version="1"), {"documents/board.yaml": BOARD})
    packs.add(written(tmp_path / "next", pack_data(version="2")))
    assert [each["version"] for each in packs.listed()] == ["2"]
    assert "board" not in content.document_ids()


@pytest.mark.parametrize("name", ["..", "../..", "/", "", ".new-x", "nothing"])
def test_nothing_is_removed_that_is_no_own_pack(home: Path, tmp_path: Path, name: str) -> None:
    added(tmp_path, pack_data())
    (own_folder() / ".new-x").mkdir()
    with pytest.raises(InputError):
        packs.remove(name)
    assert (own_folder() / "kalmar" / "pack.yaml").is_file()
    assert home.is_dir()


def test_a_pack_of_the_organisation_is_removed_where_it_lies(home: Path) -> None:
    organisations(home, pack_data("region"))
    forget()
    with pytest.raises(InputError, match="organisation"):
        packs.remove("region")
