"""Two languages at once, for a talk through an interpreter."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from convoguide import i18n
from convoguide.cli.plain import hold
from convoguide.services import packs
from convoguide.services.local import forget
from tests.cli.holding import SV, begun, held, memory
from tests.cli.running import convoguide
from tests.packing import EXAMPLE

HOPES = "”Vad önskar du dig mest av tiden som kommer?”"
IN_NB = "«Hva ønsker du deg mest av tiden som kommer?»"


@pytest.fixture(autouse=True)
def swedish() -> Iterator[None]:
    before = i18n.current()
    i18n.use("sv")
    yield
    i18n.use(before)
    forget()


def said(*lines: str, second: str | None) -> list[str]:
    keeper, found = memory(), list[str]()
    hold(
        begun(SV, keeper),
        keeper,
        lines=iter(lines),
        out=found.append,
        interactive=False,
        second=second,
    )
    return found


def test_name_and_phrase_are_said_in_both_each_on_a_line_that_says_its_language() -> None:
    told = said(".g hopes", second="nb")
    assert any(re.fullmatch(r".*: Håp", line) for line in told)
    place = told.index(HOPES)
    assert told[place + 1].endswith(f": {IN_NB}")
    assert not told[place + 1].startswith(":")


def test_another_way_to_say_it_comes_in_both_languages() -> None:
    told = said(".g hopes", ".i", second="nb")
    place = next(n for n, line in enumerate(told) if line.startswith("2 av 3"))
    assert told[place + 1].endswith("»")
    assert told[place + 1].split(":")[0] == told[told.index(HOPES) + 1].split(":")[0]


def test_one_language_says_what_it_always_said() -> None:
    assert said(".g hopes", ".i", second=None) == said(".g hopes", ".i", second="sv")


def test_a_second_language_is_chosen_and_taken_away_on_the_way() -> None:
    talk = held(".g hopes", ".& nb", ".i", ".& -", ".i")
    assert IN_NB in talk.answer(1)
    assert len(talk.answer(2).splitlines()) == 2
    assert talk.sitting.conversation.entries == {}
    assert len(talk.answer(4).splitlines()) == 1
    assert "nb (" in held(".&").answer()


def test_a_language_that_is_not_there_is_told_with_those_that_are() -> None:
    talk = held(".& klingon")
    assert "sv" in talk.answer()
    assert talk.notes("offered") == []


def test_a_packs_language_is_called_as_the_pack_calls_it() -> None:
    packs.add(EXAMPLE)
    told = said(".g hopes", second="ar")
    assert "العربية: الآمال" in told
    # What nobody has translated is said once.
    assert len(said(".g worries", second="ar")) == len(said(".g worries", second=None))


def test_the_command_line_takes_the_second_language(tmp_path: Path) -> None:
    start = ("start", SV, "--plain", "--no-save", "--and")
    done = convoguide("--locale", "sv", *start, "nb", home=tmp_path, given=b".g hopes\n")
    assert IN_NB in done.stdout.decode()
    wrong = convoguide(*start, "xx", home=tmp_path)
    assert wrong.returncode == 2
    assert "--and must be one of: sv, nb, nn, en" in wrong.stderr.decode()


def test_the_setting_holds_where_nothing_is_given(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"second_locale": "nb"}', encoding="utf-8")
    start = ("--locale", "sv", "start", SV, "--plain", "--no-save")
    done = convoguide(*start, home=tmp_path, given=b".g hopes\n")
    assert IN_NB in done.stdout.decode()
