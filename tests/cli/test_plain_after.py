"""`start GUIDE --plain --after`: last time's words beside each step, and what became of them."""

import json
from pathlib import Path

from tests.cli.running import convoguide
from tests.making import IDENTITY, file

PASSPHRASE = {"CONVOGUIDE_PASSPHRASE": "en lång mening"}
EARLIER = file(
    id=IDENTITY,
    held_on="2026-05-04",
    entries={
        "hopes": {"notes": [{"text": "Se våren", "voice": "patient"}]},
        "worries": {"notes": ["Att bli ensam"]},
        "family": {"outcome": "declined"},
    },
)


def earlier_file(folder: Path) -> str:
    path = folder / "earlier.json"
    path.write_text(json.dumps(EARLIER), encoding="utf-8")
    return str(path)


def held(*arguments: str, lines: str, home: Path) -> tuple[int, str, str]:
    done = convoguide(
        "start", *arguments, "--plain", home=home, given=lines.encode(), environ=PASSPHRASE
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_last_times_words_stand_beside_the_step_and_can_be_answered(
    home: Path, tmp_path: Path
) -> None:
    lines = ".g hopes\n.u Fortfarande våren\n.g worries\n.x\n.g family\n.l Nu vill jag det\n"
    status, out, _err = held(
        "svas-kronoberg", "--after", earlier_file(tmp_path), lines=lines, home=home
    )
    assert status == 0
    assert "This follows the conversation of 4 May 2026." in out
    assert "Last time (4 May 2026), the patient's words: Se våren" in out
    assert "Last time (4 May 2026), declined" in out
    listed = json.loads(
        convoguide("conversations", "list", "--json", home=home, environ=PASSPHRASE).stdout
    )
    identity = listed["conversations"][0]["id"]
    exported = convoguide("conversations", "export", identity, home=home, environ=PASSPHRASE)
    talk = json.loads(exported.stdout)
    assert talk["previous"] == IDENTITY
    entries = talk["entries"]
    assert entries["hopes"]["since"] == "confirmed"
    assert entries["hopes"]["notes"][0]["text"] == "Fortfarande våren"
    assert entries["worries"]["since"] == "withdrawn"
    assert not entries["worries"].get("notes")
    assert entries["family"]["since"] == "changed"
    assert b"Se v" not in exported.stdout


def test_a_draft_that_follows_a_saved_one_shows_it_again(home: Path, tmp_path: Path) -> None:
    path = earlier_file(tmp_path)
    assert (
        convoguide("conversations", "import", path, home=home, environ=PASSPHRASE).returncode == 0
    )
    _status, out, _err = held(
        "svas-kronoberg", "--after", IDENTITY, lines=".g hopes\nnytt\n", home=home
    )
    identity = out.rpartition("convoguide start ")[2].split()[0]
    _status, again, _err = held(identity, lines=".l\n", home=home)
    assert "Last time (4 May 2026), the patient's words: Se våren" in again


def test_without_an_earlier_talk_there_is_nothing_to_confirm(home: Path) -> None:
    _status, out, _err = held("svas-kronoberg", "--no-save", lines=".u\n.l\n", home=home)
    assert "no earlier conversation is at hand" in out
    assert "Nothing is known here from last time." in out


def test_where_nothing_was_said_a_line_is_a_new_note(home: Path, tmp_path: Path) -> None:
    _status, out, _err = held(
        "svas-kronoberg",
        "--no-save",
        "--after",
        earlier_file(tmp_path),
        lines=".g strength\n.x\n",
        home=home,
    )
    assert "nothing was said here last time" in out


def test_render_says_what_changed_since_an_older_file(home: Path, tmp_path: Path) -> None:
    newer = tmp_path / "newer.json"
    talk = file(held_on="2026-11-20", entries={"hopes": {"notes": ["Sova"]}})
    newer.write_text(json.dumps(talk), encoding="utf-8")
    older = earlier_file(tmp_path)
    arguments = ["render", str(newer), "--since", older, "--locale", "en"]
    done = convoguide(*arguments, "--document", "journal-svas", home=home)
    last = done.stdout.decode().splitlines()[-1]
    assert last == "Since last time: Hopes: changed. Before: “Se våren”. Now: Sova"
    for form in ("md", "html", "docx"):
        made = convoguide(
            *arguments,
            "--document",
            "journal-svas",
            "--format",
            form,
            "--footnotes",
            "-o",
            str(tmp_path / f"out.{form}"),
            home=home,
        )
        assert made.returncode == 0, made.stderr.decode()
    refused = convoguide(*arguments, "--document", "plan", home=home)
    assert refused.returncode == 2


JOURNAL = """\
2026-05-04, i hemmet.
Oro: ”Att bli liggande”
Sammanfattning och planering: vi hörs i höst
"""


def test_a_journal_text_in_a_file_is_followed_and_told(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "journal.txt"
    path.write_text(JOURNAL, encoding="utf-8")
    status, out, err = held(
        *("svas-kronoberg", "--after", str(path)), lines=".g worries\n.u Ja\n", home=home
    )
    assert (status, err) == (0, "")
    said = out.splitlines()
    assert "topic" in said[0]
    assert any(line.endswith("vi hörs i höst") for line in said[:3])
    assert any(line.endswith("the patient's words: Att bli liggande") for line in said)
    assert "“Worries and fears” is now: confirmed. Saved." in said


def test_a_journal_text_can_be_typed_before_the_lines_of_the_talk(home: Path) -> None:
    status, out, _err = held(
        *("svas-kronoberg", "--no-save", "--after", "-"),
        lines=f"{JOURNAL}.\n.g worries\n.x\n.q\n",
        home=home,
    )
    assert status == 0
    assert "“Worries and fears” is now: withdrawn. In memory only." in out.splitlines()
    assert not home.exists()


def test_a_text_without_its_end_or_without_a_heading_is_refused_unsaid(home: Path) -> None:
    for lines, named in ((JOURNAL, "only a dot"), ("Något helt annat\n.\n", "No heading")):
        status, out, err = held(
            *("svas-kronoberg", "--no-save", "--after", "-"), lines=lines, home=home
        )
        assert (status, out) == (2, "")
        assert named in err
        assert "Något" not in err
