from pathlib import Path

import pytest

from convoguide.errors import InputError
from convoguide.services import cases
from convoguide.services.check import check_content
from convoguide.services.content import conversation_guide_ids, folder

HEART = "hjartsvikt-trappan"


def spoilt(tmp_path: Path, *changes: tuple[str, str]) -> Path:
    text = (folder() / "cases" / f"{HEART}.yaml").read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path = tmp_path / f"{HEART}.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def told(path: Path) -> list[tuple[str, str]]:
    return [(fault.key, fault.message) for fault in check_content([path])]


def test_a_case_is_named_after_its_file() -> None:
    assert [each.id for each in cases.all_cases()] == list(cases.case_ids())


def test_a_case_that_is_not_there_is_answered_with_those_that_are() -> None:
    with pytest.raises(InputError, match=HEART):
        cases.case("nobody")


def test_every_case_has_its_guide_and_the_words_of_its_language() -> None:
    for each in cases.all_cases():
        assert each.guide in conversation_guide_ids()
        for words in (cases.lexicon, cases.phrasings, cases.coach_words):
            assert words(each.language).language == each.language


def test_all_faults_are_told_each_with_its_place(tmp_path: Path) -> None:
    path = spoilt(tmp_path, ("feeling: loneliness}", "feeling: lonely}"), ("energy: 0.75", "e: 1"))
    faults = check_content([path])
    assert {fault.key for fault in faults} == {
        "start.e",
        "start.energy",
        *(fault.key for fault in faults if fault.key.endswith(".feeling")),
    }
    assert all(fault.line for fault in faults)
    assert any("must be one of: fear, sadness" in fault.message for fault in faults)


def test_facts_with_faults_are_not_called_too_few(tmp_path: Path) -> None:
    path = spoilt(tmp_path, ("    about: ", "    abuot: "))
    assert not any("needs at least" in message for _key, message in told(path))


def test_too_few_wordings_are_told(tmp_path: Path) -> None:
    path = spoilt(tmp_path, ("    - Fråga på, du.\n", ""))
    assert told(path) == [("reactions.permission", "needs at least 2")]


def test_a_key_that_is_not_known_is_told(tmp_path: Path) -> None:
    path = spoilt(tmp_path, ("hopes: [", "mood: fine\nhopes: ["))
    assert told(path) == [("mood", "this key is not known here")]


def test_a_file_that_looks_like_a_case_is_checked_as_one(tmp_path: Path) -> None:
    path = spoilt(tmp_path, ("format: convoguide/case@1", "format: convoguide/case@9"))
    assert told(path) == [("format", "must be one of: convoguide/case@1")]
