import re
from itertools import combinations
from typing import Any

import pytest

pytest.importorskip("typst", reason="the package typst (extra pdf) is not installed")
pytest.importorskip("pypdf", reason="the package pypdf is not installed")

from convoguide.core.conversation import Conversation
from convoguide.services import document
from tests.documents import printed, rich
from tests.documents.printed import made, reader, text
from tests.making import talk

TALKS = {"svas": rich.svas, "forhandssamtale": rich.forhandssamtale}
SMALLEST, SMALLEST_NUMBER = 11, 18


def sheet(**parts: Any) -> bytes:
    return made(document.make(rich.svas(**parts), "contact-sheet"))


# --- long ones


def crowded() -> Conversation:
    """Long notes, long words and many rows in every kind of place."""
    long = "Hon berättar länge om sommaren vid sjön. " * 100
    actions = [
        {
            "what": f"Åtgärd {n} {'lång ' * n}",
            "why": long if n == 3 else None,
            "responsible": "Sjuksköterska" + "n" * n,
            "due": "2026-12-01",
        }
        for n in range(50)
    ]
    contact = {
        "name": "Hemsjukvårdsmottagningen" * 2,
        "role": "rehabiliteringskoordinatorerna",
        "phone": "+46 480 123 45 67",
        "hours": ["day", "night"],
        "for": "läkemedelsfrågor",
    }
    acute = {"situation": "Andnödsattacker" * 3, "do": long, "call": "0480-123 45 67"}
    what_matters = [long, "x" * 400, {"text": long, "voice": "patient"}, "هو في البيت " * 60]
    return rich.svas(
        entries={
            "what_matters": {"notes": what_matters},
            "symptom_strategy": {"notes": [long]},
        },
        actions=actions,
        contacts=[contact] * 10,
        acute=[acute] * 3,
    )


@pytest.mark.parametrize("document_id", ["plan", "palliative-plan", "sbar", "sip-request"])
def test_long_text_flows_over_the_pages_and_nothing_overlaps(document_id: str) -> None:
    pages = printed.words(made(document.make(crowded(), document_id)))
    assert len(pages) > 2
    for page in pages:
        for word in page:
            assert word.left >= 30
            assert word.right <= 595 - 30
            assert word.bottom <= 842 - 25
        for one, other in combinations(page, 2):
            assert not one.covers(other), (one, other)


def test_a_word_is_split_only_where_it_is_wider_than_its_line() -> None:
    words = ["Flaggstångsknoppsförgyllare", "Hemsjukvårdsmottagningen"]
    acute = {"situation": words[0], "do": "x " * 200, "call": words[1], "medication": "y " * 200}
    shown = text(made(document.make(rich.svas(acute=[acute]), "palliative-plan")))
    assert all(word in shown for word in words)
    shown = text(
        made(document.make(talk(entries={"hopes": {"notes": ["y" * 300]}}), "journal-svas"))
    )
    assert "y" * 300 in shown.replace(" ", "")


# --- the sheets


def test_a_plan_that_no_one_signed_says_so_on_every_page() -> None:
    found = document.make(rich.svas(), "palliative-plan")
    pages = reader(made(found)).pages
    assert len(pages) > 1
    for page in pages:
        assert page.extract_text().count(found.banner) == 1


def test_a_signed_plan_says_nothing_of_the_kind() -> None:
    plan = {"signed_by": "Dr Jönsson", "signed_on": "2026-11-21"}
    unsigned = document.make(rich.svas(), "palliative-plan")
    shown = text(made(document.make(rich.svas(palliative_plan=plan), "palliative-plan")))
    assert unsigned.banner not in shown
    assert "2026-11-21" in shown


def test_the_attachments_of_a_plan_are_ticked_boxes() -> None:
    found = document.make(rich.svas(), "plan", "en")
    shown = text(made(found))
    assert "☒ ESAS-r with progress form" in shown
    assert "☐ Pain chart" in shown


def test_a_persons_own_brackets_are_no_ticked_box() -> None:
    conversation = talk(actions=[{"what": "[x] ring"}], entries={"hopes": {"notes": ["[x] båten"]}})
    assert "[x] ring" in text(made(document.make(conversation, "sbar")))
    assert "[x] båten" in text(made(document.make(conversation, "plan")))


@pytest.mark.parametrize("locale", ["sv", "nb", "nn", "en"])
@pytest.mark.parametrize("name", TALKS)
def test_the_contact_sheet_is_one_page_with_large_numbers(name: str, locale: str) -> None:
    plan = {"signed_by": "Dr Sæther", "signed_on": "2026-11-21"}
    sheet_made = made(document.make(TALKS[name](palliative_plan=plan), "contact-sheet", locale))
    assert len(reader(sheet_made).pages) == 1
    numbers = [
        size for run, size in printed.pieces(sheet_made) if re.fullmatch(r"\W*[\d +-]{3,}", run)
    ]
    assert len(numbers) >= 6
    assert min(numbers) >= SMALLEST_NUMBER


def test_a_fuller_sheet_is_set_closer_and_stays_one_page() -> None:
    hours, needs = ["day", "evening", "night", "weekend"], ["relief", "emergency"]
    contact = {"role": "sjuksköterska på mottagningen", "phone": "+46 480 123 45 67"}
    contacts = [
        {**contact, "name": f"Avdelning {n} på sjukhuset", "hours": hours, "needs": needs}
        for n in (1, 2)
    ]
    full = sheet(contacts=contacts)
    assert len(reader(full).pages) == 1
    assert min(size for run, size in printed.pieces(full) if "+46" in run) >= SMALLEST_NUMBER
    assert min(size for _run, size in printed.pieces(full)) >= SMALLEST


def test_a_sheet_that_cannot_be_one_page_loses_nothing() -> None:
    contacts = [
        {
            "name": f"Avdelning {n}",
            "phone": f"0480-123 45 {n}",
            "hours": ["day", "night", "weekend"],
        }
        for n in range(10, 34)
    ]
    shown = text(sheet(contacts=contacts))
    assert all(shown.count(f"0480-123 45 {n}") == 3 for n in range(10, 34))


def test_a_row_without_a_number_has_room_to_write_on() -> None:
    empty = document.make(talk(), "contact-sheet", "en")
    shown = text(made(empty))
    # Day, evening, night, weekend and relief: each with room for a name and a number.
    assert shown.count("Name") == 5
    assert shown.count("Phone") == 5
    named = document.make(talk(contacts=[{"name": "Pål", "hours": ["day"]}]), "contact-sheet", "en")
    shown = text(made(named))
    assert shown.count("Name") == 4
    assert shown.count("Phone") == 5
    assert "Pål" in shown


@pytest.mark.parametrize(
    ("contact", "shown"),
    [
        ({"name": "Kari (nabo)", "phone": "(+47) 912 34 567"}, ["Kari (nabo)", "(+47) 912 34 567"]),
        (
            {"name": "Åsa", "role": "a, b (c)", "phone": "070-1 (växel)"},
            ["a, b (c)", "070-1 (växel)"],
        ),
        ({"name": "Jour", "phone": "fråga på avdelning 4"}, ["fråga på avdelning 4"]),
        ({"name": "(bara)", "phone": "070, 071"}, ["(bara)", "070", "071"]),
        ({"name": "A (b", "phone": "112"}, ["A (b", "112"]),
    ],
)
def test_a_contact_is_whole_however_it_is_written(
    contact: dict[str, str], shown: list[str]
) -> None:
    found = text(sheet(contacts=[{**contact, "hours": ["night"]}]))
    for each in shown:
        assert each in found
