"""The documents in the order of their use, each with a word on what it is."""

from collections.abc import Iterator

import pytest

from convoguide import i18n
from convoguide.services import content, papers

NORWEGIAN = ("contact-sheet", "plan", "palliative-plan")


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    i18n.use("en")


@pytest.mark.parametrize("guide_id", content.conversation_guide_ids())
def test_all_documents_are_there_and_the_guides_own_journal_comes_first(guide_id: str) -> None:
    found = papers.in_order(guide_id)
    assert sorted(found) == sorted(content.document_ids())
    assert found[0] == content.guide(guide_id).journal


def test_the_papers_of_the_guides_country_come_before_those_of_the_other() -> None:
    assert papers.in_order("forhandssamtale")[1:4] == list(NORWEGIAN)
    assert papers.in_order("forhandssamtale")[-1].startswith("journal-")
    swedish = papers.in_order("svas-kronoberg")
    assert swedish[1:3] == ["journal-cornerstones", "patient-letter"]
    assert swedish[-1] == "journal-forhandssamtale"


def test_a_journal_text_is_told_from_its_guide_and_a_letter_from_its_greeting() -> None:
    told = [papers.named(each) for each in papers.in_order("svas-kronoberg")]
    assert "Journal text: Serious illness conversation (SVAS)" in told
    assert "Letter home: To you, after our conversation" in told
    assert any(each.startswith("Contact sheet: ") for each in told)
    assert "SBAR handover" in told
    assert len(set(told)) == len(told)
