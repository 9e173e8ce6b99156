"""`stats`: counts that outlive conversations, without a word of anyone's."""

import csv
import io
import json
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest

from convoguide import config
from convoguide.services.conduct import local_now
from convoguide.services.keep_store import StoreKeeper
from tests.cli.running import convoguide
from tests.making import file, talk

PASSPHRASE = {"CONVOGUIDE_PASSPHRASE": "en lång mening"}
SECRETS = ("Berit", "rum 12", "trädgården", "systern")


def identity(number: int) -> str:
    return f"019bbca0-9840-7b06-ae1d-213dc71{number:05}"


def talked(number: int, month: int = 10, **parts: Any) -> dict[str, Any]:
    notes = [{"text": "Berit vill sitta i trädgården", "voice": "patient"}]
    entries = {"what_matters": {"notes": notes}, "hopes": {"outcome": "declined"}}
    return file(
        **{
            "id": identity(number),
            "label": "rum 12",
            "held_on": f"2026-{month:02}-14",
            "present": [{"who": "relative", "name": "systern"}],
            "entries": entries,
            **parts,
        }
    )


@pytest.fixture
def keeper(home: Path) -> Any:
    made = StoreKeeper(config.home(), config.read_settings(config.home()), now=local_now)
    made.create(PASSPHRASE["CONVOGUIDE_PASSPHRASE"])
    yield made
    made.close()


def put(keeper: StoreKeeper, *files: dict[str, Any]) -> None:
    for each in files:
        data = {key: value for key, value in each.items() if key not in ("format", "guide")}
        language = data.pop("language")
        keeper.put(talk(each["guide"], language, **data), replacing=True)


def stats(home: Path, *arguments: str) -> str:
    done = convoguide("stats", *arguments, home=home, environ=PASSPHRASE)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def test_counts_survive_deletion_and_purge_locked_or_not(home: Path, keeper: StoreKeeper) -> None:
    put(keeper, *(talked(n) for n in range(6)))
    old = {"on": "2026-01-02", "where": "Cosmic"}
    put(keeper, *(talked(n, documented=old) for n in range(6, 12)))
    keeper.delete(identity(0))
    before = keeper.tally()
    keeper.close()
    deleted = convoguide("conversations", "delete", identity(1), "--yes", home=home)
    purged = convoguide("conversations", "purge", "--yes", home=home)
    assert (deleted.returncode, purged.returncode) == (0, 0), purged.stderr
    assert len(purged.stdout.splitlines()) == 6
    found = json.loads(stats(home, "--json"))
    assert found["held"] == [{"month": "2026-10", "guide": "svas-kronoberg", "count": 12}]
    assert found["documented"] == {"count": 6, "share": 50}
    themes = {each["theme"]: each for each in found["themes"]}
    assert themes["hopes"]["declined"]["count"] == "≥5"
    assert themes["hopes"]["talked"]["count"] == "<5"
    assert before.gone
    assert b"0000-0000" not in convoguide("conversations", "list", home=home).stdout


def test_no_text_stands_in_anything_that_is_put_out(
    home: Path, keeper: StoreKeeper, tmp_path: Path
) -> None:
    put(keeper, *(talked(n) for n in range(7)))
    keeper.close()
    picture = tmp_path / "held.svg"
    said = stats(home) + stats(home, "--json", "--plot", str(picture)) + stats(home, "--csv")
    said += picture.read_text(encoding="utf-8")
    assert not [each for each in SECRETS if each in said]
    assert identity(0)[:8] not in said


def test_what_is_passed_on_tells_no_group_under_five(home: Path, keeper: StoreKeeper) -> None:
    put(keeper, *(talked(n) for n in range(6)), *(talked(n, month=11) for n in range(6, 8)))
    keeper.close()
    assert "Nov 2026, Serious illness conversation (SVAS): 2" in stats(home)
    found = json.loads(stats(home, "--json"))
    assert [each["count"] for each in found["held"]] == [6, "<5"]
    assert found["conversations"] == 6  # eight less six would tell the two
    rows = list(csv.DictReader(io.StringIO(stats(home, "--csv").removeprefix("\ufeff"))))
    counts = [row["count"] for row in rows]
    assert not [each for each in counts if each.isdigit() and int(each) < 5]


def test_the_table_opens_in_a_spreadsheet(home: Path, keeper: StoreKeeper) -> None:
    put(keeper, *(talked(n) for n in range(6)))
    keeper.close()
    done = convoguide("stats", "--csv", home=home, environ=PASSPHRASE)
    assert done.stdout.startswith(b"\xef\xbb\xbfmeasure,month,guide,theme,count,percent\r\n")
    swedish = convoguide("--locale", "sv", "stats", "--csv", home=home, environ=PASSPHRASE)
    assert swedish.stdout.startswith(b"\xef\xbb\xbfmeasure;month;")


def test_the_chart_says_every_number_in_words(
    home: Path, keeper: StoreKeeper, tmp_path: Path
) -> None:
    put(keeper, *(talked(n) for n in range(6)), *(talked(n, month=8) for n in range(6, 8)))
    keeper.close()
    picture = tmp_path / "held.svg"
    stats(home, "--plot", str(picture))
    drawn = ET.fromstring(picture.read_text(encoding="utf-8"))
    assert drawn.get("role") == "img"
    described = drawn.findtext("{http://www.w3.org/2000/svg}desc") or ""
    assert "Oct 2026" in described
    assert described.count("<5") == 1
    texts = [each.text for each in drawn.iter("{http://www.w3.org/2000/svg}text")]
    assert {"6", "<5", "Aug 2026", "Sept 2026", "Oct 2026"} <= set(texts)
    colours = {each.get("fill") for each in drawn.iter() if each.get("fill")}
    dark = {each for each in colours if each not in (None, "none", "#ffffff")}
    assert all(contrast(str(each)) >= 7 for each in dark), dark


def contrast(colour: str) -> float:
    """Against white."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    light = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 1.05 / (0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2] + 0.05)


def test_the_chart_can_be_an_image(home: Path, keeper: StoreKeeper, tmp_path: Path) -> None:
    pytest.importorskip("typst")
    put(keeper, *(talked(n) for n in range(6)))
    keeper.close()
    picture = tmp_path / "held.png"
    stats(home, "--plot", str(picture))
    assert picture.read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("arguments", [["--json", "--csv"], ["--plot", "held.gif"]])
def test_what_cannot_be_made_is_refused(home: Path, arguments: list[str]) -> None:
    assert convoguide("stats", *arguments, home=home, environ=PASSPHRASE).returncode == 2


def test_a_text_read_back_from_the_journal_is_not_counted_again(home: Path) -> None:
    text = b"2026-05-04\nOro: natten\n"
    done = convoguide(
        "conversations", "import", "--from-text", "-", home=home, given=text, environ=PASSPHRASE
    )
    assert done.returncode == 0, done.stderr.decode()
    assert "2026-05" not in stats(home)


def test_a_follow_up_that_was_held_is_kept_and_one_that_was_not_is_overdue(
    home: Path, keeper: StoreKeeper
) -> None:
    put(keeper, talked(1, follow_up="2026-10-20"), talked(2, follow_up="2026-10-21"))
    put(keeper, talked(3, previous=identity(1)))
    keeper.delete(identity(1))
    keeper.close()
    said = stats(home)
    assert "Follow-ups kept: 1" in said
    assert "Follow-ups overdue: 1" in said


def test_no_conversation_can_take_the_place_of_the_tally(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "talk.json"
    path.write_text(json.dumps(talked(1, id="0" * 8 + "-0000-0000-0000-" + "0" * 12)))
    done = convoguide("conversations", "import", str(path), home=home, environ=PASSPHRASE)
    assert done.returncode == 2
