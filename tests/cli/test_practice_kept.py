"""`practice` by lines from a pipe, and what can be asked of the rehearsals that are kept."""

import json
from pathlib import Path

import pytest

from tests.cli.rehearsing import ASKS, HEART
from tests.cli.running import convoguide

GIVEN = ("\n".join(ASKS) + "\n").encode()


def _kept(home: Path) -> list[dict[str, object]]:
    done = convoguide("practice", "--progress", "--json", home=home)
    found: list[dict[str, object]] = json.loads(done.stdout)["attempts"]
    return found


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """A home with two rehearsals."""
    place = tmp_path / "home"
    for seed in ("1", "2"):
        done = convoguide("practice", HEART, "--plain", "--seed", seed, home=place, given=GIVEN)
        assert (done.returncode, done.stderr) == (0, b"")
    return place


def test_the_same_lines_from_a_pipe_give_the_same_rehearsal(tmp_path: Path) -> None:
    outputs = [
        convoguide("practice", HEART, "--plain", "--no-save", home=tmp_path, given=GIVEN).stdout
        for _time in range(2)
    ]
    assert outputs[0] == outputs[1]
    assert "Nothing was kept." in outputs[0].decode()
    assert not (tmp_path / "rehearsals").exists()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("practice", "--plain"), HEART),
        (("practice", "nobody", "--plain"), HEART),
        (("practice",), "--plain"),
        (("practice", HEART), "--plain"),
        (("practice", "0123abcd", "--plain"), "--progress"),
        (("practice", "--debrief", "0123abcd"), "--progress"),
        (("practice", "--progress", "--teacher"), "--teacher"),
        (("practice", "--teacher"), HEART),
        (("practice", "-o", "x.md"), "--debrief"),
        (("practice", "--plot", "x.doc"), ".svg, .png"),
    ],
)
def test_without_a_terminal_nothing_is_asked(
    tmp_path: Path, arguments: tuple[str, ...], says: str
) -> None:
    done = convoguide(*arguments, home=tmp_path)
    assert done.returncode == 2
    assert done.stdout == b""
    assert says in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


def test_progress_lists_what_was_kept_with_ids(two: Path) -> None:
    found = _kept(two)
    assert [each["case"] for each in found] == [HEART, HEART]
    lines = convoguide("practice", HEART, "--progress", home=two).stdout.decode().splitlines()
    assert [line.split("\t")[0] for line in lines] == [each["id"] for each in found]
    empty = convoguide("practice", "als-snickaren", "--progress", home=two).stdout.decode()
    assert empty.strip() == "No rehearsals yet."


def test_progress_says_what_is_too_short_for_it(two: Path) -> None:
    assert convoguide("practice", "--progress", home=two).stderr == b""
    convoguide("practice", HEART, "--plain", home=two, given=b"Hej.\n")
    done = convoguide("practice", "--progress", home=two)
    assert len(done.stdout.decode().splitlines()) == 2
    assert "1 rehearsal of fewer than three turns" in done.stderr.decode()


def test_a_kept_rehearsal_is_gone_on_with(two: Path) -> None:
    first = str(_kept(two)[0]["id"])
    done = convoguide("practice", first[:20], "--plain", home=two, given=b"Ber\xc3\xa4tta mer.\n")
    assert done.returncode == 0
    assert "11. Maj-Britt: " in done.stdout.decode()
    assert [each["turns"] for each in _kept(two)] == [5, 4]


def test_two_attempts_are_compared_and_one_is_debriefed(two: Path, tmp_path: Path) -> None:
    older, newer = (str(each["id"]) for each in _kept(two))
    done = convoguide("practice", "--compare", older, newer, home=two)
    assert done.stdout.decode().startswith("Earlier ")
    told = convoguide("practice", "--debrief", older, home=two).stdout.decode()
    assert "it is not a grade" in told
    page = tmp_path / "debrief.md"
    done = convoguide(
        "practice", "--debrief", older, "-o", str(page), "--name", "Anna Berg", home=two
    )
    assert (done.returncode, done.stdout) == (0, b"")
    assert "Anna Berg" in page.read_text(encoding="utf-8")
    data = json.loads(convoguide("practice", "--debrief", older, "--json", home=two).stdout)
    assert data["debrief"]["score"] == _kept(two)[0]["score"]


def test_progress_is_drawn(two: Path, tmp_path: Path) -> None:
    picture = tmp_path / "progress.svg"
    done = convoguide("practice", "--plot", str(picture), home=two)
    assert (done.returncode, done.stdout) == (0, b"")
    assert picture.read_text(encoding="utf-8").startswith("<svg")


def test_the_teachers_page_is_printed(tmp_path: Path) -> None:
    done = convoguide("practice", HEART, "--teacher", home=tmp_path)
    assert done.returncode == 0
    assert "Held back: " in done.stdout.decode()


def test_where_nothing_is_to_be_kept_no_rehearsal_is(tmp_path: Path) -> None:
    place = tmp_path / "memory"
    place.mkdir()
    (place / "settings.json").write_text('{"keep": "memory"}', encoding="utf-8")
    done = convoguide("practice", HEART, "--plain", home=place, given=GIVEN)
    assert "Nothing was kept." in done.stdout.decode()
    assert [each.name for each in place.iterdir()] == ["settings.json"]


def test_input_that_is_not_utf_8_ends_with_2_or_is_read_with_a_sign_for_what_it_is_not(
    tmp_path: Path,
) -> None:
    done = convoguide("practice", HEART, "--plain", "--no-save", home=tmp_path, given=b"Hej \xff\n")
    assert b"Traceback" not in done.stderr
    assert done.returncode in (0, 2)


def test_an_attempt_is_deleted_only_when_one_is_sure(two: Path) -> None:
    first, second = (str(each["id"]) for each in _kept(two))
    asked = convoguide("practice", "--delete", first, home=two)
    assert asked.returncode == 2
    assert b"--yes" in asked.stderr
    assert [each["id"] for each in _kept(two)] == [first, second]
    done = convoguide("practice", "--delete", first[:30], "--yes", home=two)
    assert (done.returncode, done.stdout.decode().strip()) == (0, f"Deleted: {first}")
    assert [each["id"] for each in _kept(two)] == [second]
    assert convoguide("practice", "--yes", home=two).returncode == 2
