"""Many conversations out and in: whole files, a line now and then, and a clean stop."""

import json
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from convoguide.cli import counting
from convoguide.cli.output import write_output
from convoguide.core.conversation import to_file
from tests.cli.holding import held
from tests.cli.running import convoguide
from tests.tui.talking import sit

PHRASE = {"CONVOGUIDE_PASSPHRASE": "made up"}


def _files(folder: Path, count: int) -> list[Path]:
    folder.mkdir()
    found = []
    for number in range(count):
        sitting = sit()
        sitting.note(f"Hopp {number}", step="hopes")
        path = folder / f"{number}.json"
        path.write_text(json.dumps(to_file(sitting.conversation)), encoding="utf-8")
        found.append(path)
    return found


def test_many_go_in_and_come_out_as_they_were(tmp_path: Path) -> None:
    home, out = tmp_path / "home", tmp_path / "out"
    files = _files(tmp_path / "in", 3)
    done = convoguide("conversations", "import", *map(str, files), home=home, environ=PHRASE)
    ids = done.stdout.decode().split()
    assert (done.returncode, len(ids), done.stderr) == (0, 3, b"")
    done = convoguide("conversations", "export", "--all", "-o", str(out), home=home, environ=PHRASE)
    assert done.returncode == 0
    assert sorted(path.stem for path in out.iterdir()) == sorted(ids)
    before = {path.read_text(encoding="utf-8") for path in files}
    texts = [json.loads(each) for each in before]
    for path in out.iterdir():
        assert json.loads(path.read_text(encoding="utf-8")) in texts
        assert path.stat().st_mode & 0o777 == 0o600
    two = tmp_path / "two"
    some = ("export", ids[0], ids[2], "-o", str(two))
    assert convoguide("conversations", *some, home=home, environ=PHRASE).returncode == 0
    assert sorted(each.stem for each in two.iterdir()) == sorted([ids[0], ids[2]])


def test_a_conversation_without_a_date_is_named_and_the_others_come_as_calendars(
    tmp_path: Path,
) -> None:
    home, out = tmp_path / "home", tmp_path / "out"
    sitting = sit()
    sitting.fill(follow_up=date(2027, 1, 4))
    dated = tmp_path / "dated.json"
    dated.write_text(json.dumps(to_file(sitting.conversation)), encoding="utf-8")
    files = [*_files(tmp_path / "in", 1), dated]
    done = convoguide("conversations", "import", *map(str, files), home=home, environ=PHRASE)
    without, dated_id = done.stdout.decode().split()
    done = convoguide(
        "conversations", "export", "--all", "--ics", "-o", str(out), home=home, environ=PHRASE
    )
    assert [each.name for each in out.iterdir()] == [f"{dated_id}.ics"]
    assert done.returncode == 0
    assert done.stderr.decode().startswith(f"{without}: ")


def test_one_bad_file_among_many_takes_nothing_in(tmp_path: Path) -> None:
    home, files = tmp_path / "home", _files(tmp_path / "in", 2)
    bad = tmp_path / "bad.json"
    bad.write_text("{}", encoding="utf-8")
    done = convoguide(
        "conversations", "import", *map(str, [*files, bad]), home=home, environ=PHRASE
    )
    assert done.returncode != 0
    assert "bad.json" in done.stderr.decode()
    assert done.stdout == b""
    assert not (home / "store").exists()


@pytest.mark.parametrize(
    "arguments",
    [("export",), ("export", "abcd", "--all"), ("export", "abcd", "bcde"), ("export", "--all")],
)
def test_what_is_to_be_exported_and_where_to_has_to_be_said(
    arguments: tuple[str, ...], tmp_path: Path
) -> None:
    done = convoguide("conversations", *arguments, home=tmp_path, environ=PHRASE)
    assert done.returncode == 2
    assert len(done.stderr.decode().splitlines()) == 1


class Terminal:
    """Standard error at a terminal."""

    def __init__(self) -> None:
        self.said = ""

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self.said += text
        return len(text)

    def flush(self) -> None:
        """Nothing is held back."""


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    found = Terminal()
    # Not the real one: that is put back by whoever captures it.
    monkeypatch.setattr(counting, "sys", SimpleNamespace(stderr=found))
    return found


@pytest.mark.usefixtures("untranslated")
def test_a_line_comes_after_a_second_and_then_every_few(terminal: Terminal) -> None:
    now = iter(x / 2 for x in range(100))  # half a second each time it is asked
    done = counting.for_each(range(20), str, counting.WRITTEN, lambda: next(now))
    assert done == [str(each) for each in range(20)]
    lines = terminal.said.splitlines()
    assert lines[0] == "1 of 20 written. Ctrl+C stops it."
    assert 2 <= len(lines) <= 4
    assert all(line.endswith("written. Ctrl+C stops it.") for line in lines)


def test_what_is_quick_says_nothing(terminal: Terminal) -> None:
    counting.for_each(range(20), str, counting.WRITTEN)
    with counting.patiently("still at it"):
        pass
    assert terminal.said == ""


def test_a_pipe_is_told_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    ticks = iter(range(0, 1000, 10))
    counting.for_each(range(20), str, counting.WRITTEN, lambda: float(next(ticks)))
    assert capsys.readouterr().err == ""


@pytest.mark.usefixtures("untranslated")
def test_stopped_it_says_how_many_are_done(terminal: Terminal) -> None:
    def do(number: int) -> int:
        if number == 3:
            raise KeyboardInterrupt
        return number

    with pytest.raises(KeyboardInterrupt):
        counting.for_each(range(9), do, counting.TAKEN_IN)
    assert terminal.said == "Stopped. 3 of 9 taken in.\n"


def test_something_slow_says_so_after_a_second(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    from time import sleep

    monkeypatch.setattr(counting, "SOON", 0.01)
    with counting.patiently("still at it"):
        sleep(0.2)
    assert terminal.said == "still at it\n"


def test_a_file_that_cannot_be_written_whole_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "talk.json"
    path.write_text("earlier", encoding="utf-8")

    def interrupted(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("pathlib.Path.replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_output(str(path), "later")
    assert path.read_text(encoding="utf-8") == "earlier"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.usefixtures("untranslated")
def test_plain_lines_write_documents_into_files_and_name_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONVOGUIDE_HOME", str(tmp_path))
    talk = held(".g hopes", "Hinna till dopet", ".r pdf", ".r all docx", ".r plan docx")
    assert "Writing 1 of 1: " in talk.answer(2)
    written = [
        line.removeprefix("Written: ") for line in talk.text.splitlines() if "Written" in line
    ]
    assert Path(written[0]).read_bytes().startswith(b"%PDF")
    assert "Unencrypted: anyone who can read your files can read it." in talk.answer(2)
    from convoguide.services import saving

    assert talk.answer(3).count("Written: ") == len(saving.in_format("docx"))
    assert talk.answer(4).count("Written: ") == 1
