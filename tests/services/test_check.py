"""The self-check in words: topics that were not reached, by stage, without a comma run."""

from collections.abc import Iterator

import pytest

from convoguide import i18n
from convoguide.services import check
from tests.tui.talking import FORHAND, SVAS, sit


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    i18n.use("en")


def _left_over(guide_id: str) -> check.Worded:
    sitting = sit(guide_id)
    sitting.note("Dopet", step="hopes")
    found = check.findings(sitting.conversation)
    (folded,) = [each for each in found if each.finding.category == "not_talked_about"]
    return folded


@pytest.mark.parametrize("locale", i18n.LOCALES)
@pytest.mark.parametrize("guide_id", [SVAS, FORHAND])
def test_what_was_not_reached_is_one_finding_with_a_line_for_each_stage(
    guide_id: str, locale: str
) -> None:
    i18n.use(locale)
    found = _left_over(guide_id)
    first, *stages, last = found.lines()
    assert first.endswith(":")
    assert last == found.mend
    assert len(stages) == len(found.left) > 1
    assert sum(len(each.topics) for each in found.left) == len(found.finding.topics)
    for words in (found.message, *stages):
        assert not any(run in words for run in ("?,", "?.", ".;"))
    assert found.as_data()["message"].count("\n") == 0


def test_another_finding_is_one_line_that_says_how_to_mend_it() -> None:
    sitting = sit()
    sitting.note("Ej HLR", step="treatment_limits")
    found = check.findings(sitting.conversation)
    limit = next(each for each in found if each.finding.kind == "limit_not_by_physician")
    assert limit.lines() == [f"{limit.message} {limit.mend}"]
