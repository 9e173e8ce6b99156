import json
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import convoguide
from tests.making import IDENTITY, file

SECRET = "Berit vill dö hemma"


def talk_file(folder: Path, **parts: Any) -> str:
    path = folder / "talk.json"
    path.write_text(json.dumps(file(**parts), ensure_ascii=False), encoding="utf-8")
    return str(path)


def test_importing_the_command_line_brings_in_nothing_heavy() -> None:
    heavy = "textual cryptography jinja2 docx typst fhir icalendar pydantic yaml babel sqlite3"
    code = (
        "import sys, convoguide.cli\n"
        f"found = [m for m in {heavy.split()!r} if m in sys.modules]\n"
        "assert not found, found\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize(
    ("command", "unneeded"),
    [
        (["render", "{}", "--document", "journal-svas"], "textual cryptography jinja2 sqlite3"),
        (["check", "{}"], "textual cryptography jinja2 babel sqlite3"),
        (["guides", "list"], "textual cryptography jinja2 babel sqlite3"),
        (["--help"], "textual cryptography jinja2 babel sqlite3 pydantic yaml"),
    ],
)
def test_each_command_loads_only_what_it_uses(
    tmp_path: Path, command: list[str], unneeded: str
) -> None:
    arguments = [part.format(talk_file(tmp_path)) if part == "{}" else part for part in command]
    code = (
        "import sys\nfrom convoguide.bootstrap import main\n"
        f"try: main({arguments!r})\nexcept SystemExit: pass\n"
        f"found = [m for m in {unneeded.split()!r} if m in sys.modules]\n"
        "assert not found, found\n"
    )
    subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        stdout=subprocess.DEVNULL,
        env={"CONVOGUIDE_HOME": str(tmp_path), "PATH": ""},
    )


def test_render_prints_the_document_alone_and_tells_the_author_apart(tmp_path: Path) -> None:
    path = talk_file(
        tmp_path,
        entries={"hopes": {"notes": ["Våren", {"text": SECRET, "private": True}]}},
    )
    done = convoguide("render", path, "--document", "journal-svas", home=tmp_path)
    assert done.returncode == 0
    assert done.stdout.decode() == "Förhoppningar: Våren\n"
    assert b"1 note is held apart" in done.stderr
    apart = convoguide("render", path, "--document", "journal-svas", "--apart", home=tmp_path)
    assert SECRET in apart.stdout.decode()


def test_render_reads_standard_input_and_writes_a_private_file(tmp_path: Path) -> None:
    given = json.dumps(file(entries={"hopes": {"notes": ["Våren"]}})).encode()
    out = tmp_path / "ut.txt"
    done = convoguide(
        "render", "-", "--document", "journal-svas", "-o", str(out), home=tmp_path, given=given
    )
    assert (done.returncode, done.stdout) == (0, b"")
    assert out.read_text(encoding="utf-8") == "Förhoppningar: Våren\n"
    if sys.platform != "win32":
        assert stat.S_IMODE(out.stat().st_mode) == 0o600


def test_the_origin_of_every_line_is_given_as_json(tmp_path: Path) -> None:
    path = talk_file(tmp_path, entries={"hopes": {"notes": ["a", "b"]}}, follow_up="2026-12-04")
    done = convoguide("render", path, "--document", "journal-svas", "--json", home=tmp_path)
    data = json.loads(done.stdout)
    origins = [
        (line["step"], line["note"], line["path"]) for s in data["sections"] for line in s["lines"]
    ]
    assert origins == [("hopes", 0, None), ("hopes", 1, None), (None, None, "/follow_up")]


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["render", "nowhere.json", "--document", "plan"], 2),
        (["render", "{}", "--document", "letter"], 2),
        (["render", "{}", "--document", "plan", "--format", "xls"], 2),
        (["render", "{}"], 2),
        (["render", "{}", "--document", "plan", "-o", "/nowhere/at/all"], 1),
        (["render", "{}", "--document", "plan", "--to", " SYSTERN "], 1),
        (["guides", "show", "nothing"], 2),
        (["guides", "check", "/nowhere"], 2),
        (["--locale", "da", "guides", "list"], 2),
        (["nonsense"], 2),
        (["start", "nothing-like-it", "--plain", "--no-save"], 2),
        (["start", "svas-kronoberg", "--plain"], 2),
        (["conversations", "export", IDENTITY], 1),
        (["check", "{}", "--document", "letter"], 2),
    ],
)
def test_every_error_is_one_or_two_lines_with_its_exit_status(
    tmp_path: Path, arguments: list[str], status: int
) -> None:
    path = talk_file(
        tmp_path,
        entries={"hopes": {"notes": [SECRET]}},
        consent={"not_with": [{"who": "Systern", "kind": "relative"}]},
    )
    # Each case in one of the languages: together they go through all four.
    locale = ("sv", "nb", "nn", "en")[sum(map(len, arguments)) % 4]
    done = convoguide(
        *(path if part == "{}" else part for part in arguments),
        home=tmp_path / "home",
        environ={"LANG": f"{locale}_XX.UTF-8"},
    )
    said = done.stderr.decode()
    assert done.returncode == status, said
    assert 1 <= len(said.splitlines()) <= 2
    assert "Traceback" not in said
    assert SECRET not in said


def test_a_store_elsewhere_is_refused(tmp_path: Path) -> None:
    done = convoguide("guides", "list", home=tmp_path, environ={"CONVOGUIDE_STORE": "x://y"})
    assert done.returncode == 2
    assert b"CONVOGUIDE_STORE" in done.stderr


def test_check_gives_findings_as_json_and_ends_well_whatever_it_finds(tmp_path: Path) -> None:
    path = talk_file(
        tmp_path,
        guide="forhandssamtale",
        language="nb",
        entries={"hopes": {"notes": ["ring 13097248022"]}},
        contacts=[{"name": "Lege", "phone": "13097248022"}],
    )
    done = convoguide("check", path, "--document", "plan", "--json", home=tmp_path)
    assert done.returncode == 0
    found = json.loads(done.stdout)["findings"]
    keys = {"kind", "category", "document", "step", "note", "message", "mend"}
    assert all(keys <= each.keys() for each in found)
    numbers = [each for each in found if each["kind"] == "identity_number"]
    assert [(each["step"], each["note"]) for each in numbers] == [("hopes", 0), (None, None)]
    assert numbers[1]["path"] == "/contacts/0/phone"
    assert b"13097248022" not in done.stdout + done.stderr


def test_saved_conversations_come_back_as_they_were(tmp_path: Path) -> None:
    key = {"CONVOGUIDE_PASSPHRASE": "fyra små ord"}
    given = file(id=IDENTITY, label="rum 12", entries={"hopes": {"notes": [SECRET]}})
    content = json.dumps(given).encode()
    taken = convoguide("conversations", "import", "-", home=tmp_path, given=content, environ=key)
    assert taken.stdout.decode().strip() == IDENTITY
    exported = convoguide("conversations", "export", IDENTITY, home=tmp_path, environ=key)
    assert json.loads(exported.stdout) == given
    locked = convoguide("conversations", "list", home=tmp_path)
    assert IDENTITY in locked.stdout.decode()
    assert "rum 12" not in locked.stdout.decode()
    listed = convoguide("conversations", "list", home=tmp_path, environ=key)
    assert "rum 12" in listed.stdout.decode()


def test_another_content_under_the_same_id_needs_replace(tmp_path: Path) -> None:
    key = {"CONVOGUIDE_PASSPHRASE": "fyra små ord"}
    for label, flags, status in (
        ("a", [], 0),
        ("a", [], 0),
        ("b", [], 2),
        ("b", ["--replace"], 0),
    ):
        content = json.dumps(file(id=IDENTITY, label=label)).encode()
        done = convoguide(
            "conversations", "import", "-", *flags, home=tmp_path, given=content, environ=key
        )
        assert done.returncode == status, done.stderr


def test_a_wrong_passphrase_changes_nothing_and_is_the_callers_input(tmp_path: Path) -> None:
    key = {"CONVOGUIDE_PASSPHRASE": "fyra små ord"}
    content = json.dumps(file(id=IDENTITY)).encode()
    convoguide("conversations", "import", "-", home=tmp_path, given=content, environ=key)
    wrong = {"CONVOGUIDE_PASSPHRASE": "fel"}
    done = convoguide("conversations", "export", IDENTITY, home=tmp_path, environ=wrong)
    assert (done.returncode, done.stdout) == (2, b"")
    again = convoguide("conversations", "export", IDENTITY, home=tmp_path, environ=key)
    assert again.returncode == 0


def test_a_passphrase_file_is_read_without_its_line_end(tmp_path: Path) -> None:
    secret = tmp_path / "passphrase"
    secret.write_text("fyra små ord\n", encoding="utf-8")
    content = json.dumps(file(id=IDENTITY)).encode()
    environ = {"CONVOGUIDE_PASSPHRASE_FILE": str(secret)}
    convoguide("conversations", "import", "-", home=tmp_path, given=content, environ=environ)
    environ = {"CONVOGUIDE_PASSPHRASE": "fyra små ord"}
    done = convoguide("conversations", "export", IDENTITY[:8], home=tmp_path, environ=environ)
    assert done.returncode == 0


def test_deleting_asks_for_yes_and_purging_lists_first(tmp_path: Path) -> None:
    key = {"CONVOGUIDE_PASSPHRASE": "fyra små ord"}
    content = json.dumps(file(id=IDENTITY, documented={"on": "2026-01-01"})).encode()
    convoguide("conversations", "import", "-", home=tmp_path, given=content, environ=key)
    assert convoguide("conversations", "delete", IDENTITY, home=tmp_path).returncode == 2
    listed = convoguide("conversations", "purge", home=tmp_path)
    assert listed.stdout.decode().split() == [IDENTITY]
    convoguide("conversations", "purge", "--yes", home=tmp_path)
    assert convoguide("conversations", "list", home=tmp_path).stdout == b""


@pytest.mark.parametrize("guide", ["svas-kronoberg", "forhandssamtale", "identify"])
@pytest.mark.parametrize("flags", [[], ["--card"], ["--card", "--format", "html"]])
def test_every_guide_is_printed_in_every_language(
    tmp_path: Path, guide: str, flags: list[str]
) -> None:
    for locale in ("sv", "nn"):
        done = convoguide("guides", "show", guide, *flags, "--locale", locale, home=tmp_path)
        assert done.returncode == 0, done.stderr
        assert len(done.stdout.decode()) > 1000


@pytest.mark.parametrize("what", ["conversation", "guide"])
def test_a_schema_is_one_json_document(tmp_path: Path, what: str) -> None:
    assert json.loads(convoguide("schema", what, home=tmp_path).stdout)["$defs"]


@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_shell_completion_is_printed(tmp_path: Path, shell: str) -> None:
    done = convoguide("--print-completion", shell, home=tmp_path)
    assert done.returncode == 0
    assert b"conversations" in done.stdout


def test_doctor_says_what_works(tmp_path: Path) -> None:
    done = convoguide("doctor", home=tmp_path)
    assert done.returncode == 0
    assert b"AES-256-GCM" in done.stdout


def test_the_card_comes_in_two_languages_and_as_a_page_for_the_pocket(tmp_path: Path) -> None:
    show = ("guides", "show", "svas-kronoberg", "--card", "--locale", "sv", "--and", "nb")
    done = convoguide(*show, home=tmp_path)
    assert "Förhoppningar\nHåp\n" in done.stdout.decode()
    page = tmp_path / "card.pdf"
    pytest.importorskip("typst", reason="the package typst is not installed")
    pdf = ("--format", "pdf", "--paper", "a6", "-o", str(page))
    assert convoguide(*show, *pdf, home=tmp_path).returncode == 0
    assert page.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("flags", "told"),
    [
        (["--and", "nb"], "--and goes with --card"),
        (["--card", "--paper", "a6"], "--paper goes with --format pdf"),
        (["--card", "--and", "xx"], "--and must be one of: sv, nb, nn, en"),
    ],
)
def test_flags_of_the_card_that_do_not_go_together_are_told(
    flags: list[str], told: str, tmp_path: Path
) -> None:
    done = convoguide("guides", "show", "svas-kronoberg", *flags, home=tmp_path)
    assert done.returncode == 2
    assert told in done.stderr.decode()
