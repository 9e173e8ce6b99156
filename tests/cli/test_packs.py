"""`packs` as its users run it, and packs in the line mode."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from convoguide.services import packs
from convoguide.services.local import forget
from tests.cli.holding import held
from tests.cli.running import convoguide
from tests.making import file
from tests.packing import EXAMPLE, extra, pack_data, step_words, written

SECRET = "Hunden heter Berit"


@pytest.fixture
def in_use() -> Iterator[None]:
    """The example pack, for tests that hold a conversation in this process."""
    packs.add(EXAMPLE)
    yield
    forget()


def talk_file(folder: Path) -> str:
    path = folder / "talk.json"
    entries = {"storvik:pets": {"notes": [SECRET]}}
    path.write_text(json.dumps(file(entries=entries, packs={"storvik": "2026.1"})), "utf-8")
    return str(path)


def test_a_pack_is_added_listed_and_removed(tmp_path: Path) -> None:
    home = tmp_path / "home"
    done = convoguide("packs", "add", str(EXAMPLE), home=home)
    assert (done.returncode, done.stdout) == (0, b"Added: storvik 2026.1\n")
    listed = json.loads(convoguide("packs", "list", "--json", home=home).stdout)["packs"]
    assert [(each["id"], each["version"], each["layer"]) for each in listed] == [
        ("storvik", "2026.1", "own")
    ]
    assert listed[0]["languages"] == ["ar"]
    assert Path(listed[0]["logo"]).is_file()
    assert b"storvik\t2026.1\town\t" in convoguide("packs", "list", home=home).stdout
    again = convoguide("packs", "add", str(EXAMPLE), home=home)
    assert b"in place of 2026.1" in again.stdout
    assert b"storvik-board" in convoguide("documents", "list", home=home).stdout
    assert convoguide("packs", "remove", "storvik", home=home).returncode == 0
    assert convoguide("packs", "list", home=home).stdout == b"No packs.\n"
    assert b"storvik-board" not in convoguide("documents", "list", home=home).stdout


def test_every_fault_of_a_pack_is_a_line_of_its_own_with_its_place(tmp_path: Path) -> None:
    data = pack_data(guides=step_words("hope", title="x"), logo="x.gif", version=2026.1)
    folder = written(tmp_path / "p", data)
    for command in (("packs", "add"), ("guides", "check")):
        done = convoguide(*command, str(folder), home=tmp_path / "home")
        lines = done.stderr.decode().splitlines()
        assert done.returncode == 2
        assert [line.split(": ")[:2] for line in lines] == [
            [f"{folder / 'pack.yaml'}:2", "version"],
            [f"{folder / 'pack.yaml'}:11", "logo"],
        ]
    assert not (tmp_path / "home" / "packs").exists()


@pytest.mark.parametrize(
    "arguments",
    [("add", "nowhere"), ("remove", "nothing"), ("remove", "../x"), ("add",), ("show",)],
)
def test_what_cannot_be_done_is_the_callers_input(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    done = convoguide("packs", *arguments, home=tmp_path)
    assert done.returncode == 2
    assert 1 <= len(done.stderr.decode().splitlines()) <= 2
    assert b"Traceback" not in done.stderr


def test_a_folder_of_packs_guides_and_documents_is_checked_in_one_go(tmp_path: Path) -> None:
    written(tmp_path / "all" / "good")
    written(tmp_path / "all" / "bad", pack_data("bad", guides=extra(after="hope")))
    done = convoguide("guides", "check", str(tmp_path / "all"), home=tmp_path / "home")
    assert done.returncode == 2
    lines = done.stderr.decode().splitlines()
    assert len(lines) == 1
    assert "bad/pack.yaml:9: guides.svas-kronoberg.extra_steps[0].after: " in lines[0]


def test_render_says_which_steps_belong_to_a_pack_that_is_not_here(tmp_path: Path) -> None:
    path, home = talk_file(tmp_path), tmp_path / "home"
    without = convoguide("render", path, "--document", "journal-svas", home=home)
    assert without.returncode == 0
    assert b"storvik:pets" in without.stderr
    assert without.stdout.decode().endswith(f": {SECRET}\n")
    found = json.loads(convoguide("check", path, "--json", home=home).stdout)["findings"]
    assert [e["step"] for e in found if e["kind"] == "pack_missing"] == ["storvik:pets"]
    convoguide("packs", "add", str(EXAMPLE), home=home)
    with_it = convoguide("render", path, "--document", "journal-svas", home=home)
    assert with_it.stderr == b""
    assert "Personens önskemål" in with_it.stdout.decode()
    found = json.loads(convoguide("check", path, "--json", home=home).stdout)["findings"]
    assert not [each for each in found if each["kind"] == "pack_missing"]


def test_a_pack_that_cannot_be_used_is_told_on_standard_error(tmp_path: Path) -> None:
    home = tmp_path / "home"
    folder = written(home / "packs" / "kalmar", pack_data(guides=step_words("hope", title="x")))
    done = convoguide("guides", "show", "svas-kronoberg", home=home)
    assert done.returncode == 0
    assert f"{folder / 'pack.yaml'}:9" in done.stderr.decode()
    listed = convoguide("packs", "list", "--json", home=home)
    assert listed.stderr == b""
    assert json.loads(listed.stdout)["packs"][0]["faults"]
    assert b"pack.yaml:9" in convoguide("doctor", home=home).stdout


def test_a_further_language_can_be_asked_for_by_name(tmp_path: Path) -> None:
    refused = convoguide("guides", "show", "svas-kronoberg", "--locale", "ar", home=tmp_path)
    assert refused.returncode == 2
    assert b"sv, nb, nn, en" in refused.stderr
    convoguide("packs", "add", str(EXAMPLE), home=tmp_path)
    shown = convoguide("guides", "show", "svas-kronoberg", "--locale", "ar", home=tmp_path)
    assert "الآمال" in shown.stdout.decode()


@pytest.mark.parametrize("what", ["pack", "document"])
def test_the_schema_of_a_pack_and_of_a_document_is_one_json_document(
    tmp_path: Path, what: str
) -> None:
    data = json.loads(convoguide("schema", what, home=tmp_path).stdout)
    assert data["additionalProperties"] is False
    assert data["$defs"]


def test_without_packs_the_ids_cost_no_model_and_no_yaml(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom convoguide.services import content\n"
        "content.document_ids(), content.conversation_guide_ids(), content.locales()\n"
        "found = {'pydantic', 'yaml', 'jinja2'} & set(sys.modules)\nassert not found, found\n"
    )
    environ = {"CONVOGUIDE_HOME": str(tmp_path), "PATH": ""}
    subprocess.run([sys.executable, "-c", code], check=True, env=environ)


# --- in the line mode


@pytest.mark.usefixtures("in_use", "untranslated")
def test_an_own_step_is_gone_to_and_noted_under_like_any_other() -> None:
    done = held(".g djur", "Grannen tar hunden", ".w")
    assert done.sitting.step == "storvik:pets"
    assert done.notes("storvik:pets") == ["Grannen tar hunden"]
    assert done.talk.packs == {"storvik": "2026.1"}
    listed = [line for line in done.answer(2).splitlines() if line.endswith(": Husdjuren")]
    # Once among the steps, with a number, and not again behind them; last, where one stands.
    assert [line.split(",")[0] for line in listed] == ["18", "Step 18 of 37"]


@pytest.mark.usefixtures("in_use", "untranslated")
def test_the_contacts_on_offer_are_listed_and_taken_over_by_number() -> None:
    done = held(".f contacts", ".f contacts +2", ".f contacts +2,1", ".f contacts +9")
    assert "+2, offered by Region Storvik" in done.answer(0)
    assert [each.phone for each in done.talk.contacts] == ["0999-100 20", "0999-100 10"]
    assert "there are 2" in done.answer(3)


@pytest.mark.usefixtures("untranslated")
def test_without_packs_nothing_is_on_offer() -> None:
    done = held(".f contacts", ".f contacts +1")
    assert "offered" not in done.answer(0)
    assert not done.talk.contacts


@pytest.mark.usefixtures("in_use", "untranslated")
def test_where_limits_are_registered_is_among_the_reminders_of_that_step() -> None:
    done = held(".g treatment_limits", ".b")
    assert "registreras under Varningar" in done.answer()


@pytest.mark.usefixtures("in_use", "untranslated")
def test_a_text_with_a_limit_is_followed_by_where_limits_are_registered() -> None:
    registered = "Behandlingsbegränsningar registreras under Varningar"
    done = held(".g hopes", "Vill hem", ".r", ".g treatment_limits", "Ingen HLR", ".r")
    assert registered not in done.answer(2)
    assert "A limit applies as a wish" in done.answer()
    assert registered in done.answer()
