"""What is told of a case comes in the reader's language; what its people say does not."""

import pytest

from convoguide.core.text import collapse
from convoguide.i18n import Language
from convoguide.services import cases
from convoguide.services.case_text import told


def test_in_its_own_language_a_case_is_itself() -> None:
    for case in cases.all_cases():
        assert told(case, case.language) is case


def test_every_told_text_is_looked_up_under_its_own_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: dict[str, str] = {}

    def content(_self: Language, context: str, text: str, _source: str) -> str:
        asked[context] = text
        return f"«{collapse(text)}»"

    monkeypatch.setattr(Language, "content", content)
    case = cases.case(cases.shipped_case_ids()[0])
    shown = told(case, "en")
    assert shown.title == f"«{collapse(case.title)}»"
    assert shown.teacher.talk_about[-1].startswith("«")
    assert shown.person.name == case.person.name
    assert shown.opening == case.opening
    assert shown.facts == case.facts
    assert all(context.startswith(f"{case.id}/") for context in asked)


def test_what_is_extracted_for_translators_is_what_is_looked_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from pathlib import Path

    from i18n.catalogs import content_files

    root = Path(__file__).resolve().parents[2]
    extracted = {
        (text.context, collapse(text.text))
        for file in content_files(root)
        if file.id in cases.shipped_case_ids()
        for text in file.texts
    }
    asked: set[tuple[str, str]] = set()

    def content(_self: Language, context: str, text: str, _source: str) -> str:
        asked.add((context, collapse(text)))
        return text

    monkeypatch.setattr(Language, "content", content)
    for case_id in cases.shipped_case_ids():
        told(cases.case(case_id), "en")
    assert asked == extracted
