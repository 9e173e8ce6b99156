"""`conversations import --from-text`: the journal's own text back into the store."""

import json
from pathlib import Path

from tests.cli.running import convoguide
from tests.making import file

PASSPHRASE = {"CONVOGUIDE_PASSPHRASE": "en lång mening"}
TEXT = (
    "2026-05-04, i hemmet. Samtalsledare: läkare.\r\n"
    "Oro: ”Att bli liggande”\r\n"
    "Sammanfattning och planering: vi hörs i höst\r\n"
)


def test_a_journal_text_becomes_a_saved_conversation(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "journal.txt"
    path.write_bytes(TEXT.encode("utf-8-sig"))
    done = convoguide(
        "conversations", "import", "--from-text", str(path), home=home, environ=PASSPHRASE
    )
    assert done.returncode == 0, done.stderr.decode()
    identity = done.stdout.decode().strip()
    told = done.stderr.decode().splitlines()
    assert told[1:] == ["Sammanfattning och planering: vi hörs i höst"]
    shown = convoguide("conversations", "export", identity, home=home, environ=PASSPHRASE)
    talked = json.loads(shown.stdout)
    assert talked["held_on"] == "2026-05-04"
    assert talked["entries"]["worries"]["notes"] == [
        {"text": "Att bli liggande", "voice": "patient"}
    ]
    assert talked["entries"]["other"]["notes"][0]["text"] == "vi hörs i höst"


def test_the_text_can_come_by_standard_input_and_be_the_earlier_of_a_new_talk(
    home: Path, tmp_path: Path
) -> None:
    done = convoguide(
        "conversations",
        "import",
        "--from-text",
        "-",
        home=home,
        given=TEXT.encode(),
        environ=PASSPHRASE,
    )
    identity = done.stdout.decode().strip()
    path = tmp_path / "talk.json"
    later = file(previous=identity, held_on="2026-11-20", entries={"worries": {"notes": ["nej"]}})
    path.write_text(json.dumps(later), encoding="utf-8")
    taken = convoguide("conversations", "import", str(path), home=home, environ=PASSPHRASE)
    assert (taken.returncode, taken.stderr) == (0, b"")
    compared = convoguide("compare", identity, str(path), "--json", home=home, environ=PASSPHRASE)
    themes = {each["theme"]: each["change"] for each in json.loads(compared.stdout)["themes"]}
    assert themes["worries"] == "changed"


def test_a_text_that_is_no_journal_of_ours_is_refused_without_repeating_it(home: Path) -> None:
    done = convoguide(
        "conversations",
        "import",
        "--from-text",
        "-",
        home=home,
        given=b"Hemligt om Berit",
        environ=PASSPHRASE,
    )
    assert done.returncode == 2
    assert b"Berit" not in done.stderr
    assert b"journal-svas" in done.stderr


def test_bytes_that_are_no_text_are_refused(home: Path) -> None:
    done = convoguide(
        "conversations",
        "import",
        "--from-text",
        "-",
        home=home,
        given=b"Oro: \xe5",
        environ=PASSPHRASE,
    )
    assert done.returncode == 2
    assert b"UTF-8" in done.stderr
