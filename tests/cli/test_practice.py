import json
from pathlib import Path

import pytest

from convoguide.core.labels import SKILLS, TOPICS
from tests.cli.running import convoguide

HEART = "hjartsvikt-trappan"
KEYS = ["id", "lang", "title", "level", "condition", "setting", "present", "wants_to_know"]


@pytest.fixture
def script(tmp_path: Path) -> str:
    path = tmp_path / "turns.txt"
    path.write_text("Hej Maj-Britt!\nVad oroar dig mest?\n\nDet låter ensamt.\n", encoding="utf-8")
    return str(path)


def test_the_cases_are_listed_with_the_keys_of_the_contract(tmp_path: Path) -> None:
    done = convoguide("practice", "--list", "--json", home=tmp_path)
    assert done.returncode == 0
    rows = json.loads(done.stdout)["cases"]
    assert [list(row) for row in rows] == [KEYS] * len(rows)
    assert HEART in [row["id"] for row in rows]
    lines = convoguide("practice", "--list", home=tmp_path).stdout.decode().splitlines()
    assert len(lines) == len(rows)


def test_a_script_gives_turns_and_debrief_as_json(tmp_path: Path, script: str) -> None:
    command = ("practice", HEART, "--script", script, "--seed", "7", "--json")
    done = convoguide(*command, home=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    found = json.loads(done.stdout)
    assert list(found) == ["case", "seed", "turns", "debrief"]
    assert (found["case"], found["seed"]) == (HEART, 7)
    assert [turn["n"] for turn in found["turns"]] == list(range(1, 10))
    for turn in found["turns"]:
        assert list(turn) == ["n", "role", "text", "topic", "skills"]
        assert turn["topic"] in TOPICS
        assert set(turn["skills"]) <= set(SKILLS)
    assert found["turns"][5] == {
        "n": 6, "role": "trainee", "text": "", "topic": "none", "skills": ["silence"],
    }  # fmt: skip
    assert 0 <= found["debrief"]["score"] <= 100
    assert {"criteria", "went_well", "try_next"} <= set(found["debrief"])
    assert convoguide(*command, home=tmp_path).stdout == done.stdout


def test_a_script_is_read_from_standard_input_too(tmp_path: Path, script: str) -> None:
    given = Path(script).read_bytes()
    done = convoguide("practice", HEART, "--script", "-", "--json", home=tmp_path, given=given)
    named = convoguide("practice", HEART, "--script", script, "--json", home=tmp_path)
    assert done.stdout == named.stdout


def test_without_json_the_talk_is_printed(tmp_path: Path, script: str) -> None:
    done = convoguide("practice", HEART, "--script", script, home=tmp_path)
    lines = done.stdout.decode().splitlines()
    assert lines[0].startswith("1. Maj-Britt: ")
    assert lines[1] == "2. You: Hej Maj-Britt!"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("practice", "nobody", "--script", "x", "--json"), HEART),
        (("practice", "--script", "x", "--json"), HEART),
        (("practice", HEART, "--script", "nowhere.txt", "--json"), "nowhere.txt"),
        (("practice", HEART, "--seed", "many"), "--seed"),
        (("practice", HEART, "--list"), "--list"),
    ],
)
def test_a_wrong_call_says_what_would_be_right(
    tmp_path: Path, arguments: tuple[str, ...], says: str
) -> None:
    done = convoguide(*arguments, home=tmp_path)
    message = done.stderr.decode()
    assert done.returncode == 2
    assert done.stdout == b""
    assert says in message
    assert "Traceback" not in message
    assert len(message.strip().splitlines()) <= 2


def test_a_case_file_is_checked_with_line_and_key(tmp_path: Path) -> None:
    shipped = Path("convoguide/content/cases") / f"{HEART}.yaml"
    assert convoguide("guides", "check", str(shipped), home=tmp_path).returncode == 0
    wrong = tmp_path / f"{HEART}.yaml"
    text = shipped.read_text(encoding="utf-8")
    wrong.write_text(text.replace("trust: 0.45, d", "trust: 4, d"), encoding="utf-8")
    done = convoguide("guides", "check", str(wrong), home=tmp_path)
    line = text[: text.index("start: {")].count("\n") + 1
    assert done.returncode == 2
    assert f":{line}: start.trust: must be a number from 0 to 1" in done.stderr.decode()
    wrong.write_text(text.replace("name: Peter", "name: Petter"), encoding="utf-8")
    assert "the name Petter is spelt in another way" in (
        convoguide("guides", "check", str(wrong), home=tmp_path).stderr.decode()
    )


def test_the_schema_of_a_case_is_printed(tmp_path: Path) -> None:
    done = convoguide("schema", "case", home=tmp_path)
    assert json.loads(done.stdout)["additionalProperties"] is False


def test_a_pack_brings_a_case(tmp_path: Path, script: str) -> None:
    pack = tmp_path / "pack"
    (pack / "cases").mkdir(parents=True)
    (pack / "pack.yaml").write_text(
        "id: ward\nversion: '1'\ntitle: Ward\norganisation: Ward 7\nlanguage: sv\n",
        encoding="utf-8",
    )
    shipped = Path("convoguide/content/cases") / f"{HEART}.yaml"
    text = shipped.read_text(encoding="utf-8").replace(f"id: {HEART}", "id: our-case")
    case = pack / "cases" / "our-case.yaml"
    case.write_text(text.replace("[att få se", "[att kunna se"), encoding="utf-8")
    home = tmp_path / "home"
    assert convoguide("packs", "add", str(pack), home=home).returncode == 0
    listed = json.loads(convoguide("practice", "--list", "--json", home=home).stdout)["cases"]
    assert listed[-1]["id"] == "our-case"
    done = convoguide("practice", "our-case", "--script", script, "--json", home=home)
    assert json.loads(done.stdout)["case"] == "our-case"
    packs = json.loads(convoguide("packs", "list", "--json", home=home).stdout)["packs"]
    assert packs[0]["cases"] == ["our-case"]
    case.write_text(text.replace("secret: true", "secret: maybe"), encoding="utf-8")
    refused = convoguide("packs", "add", str(pack), home=home)
    assert refused.returncode == 2
    assert "our-case.yaml" in refused.stderr.decode()
