"""Marks around a whole note say that it is the patient's own words."""

import pytest

from convoguide.services.spoken import spoken


@pytest.mark.parametrize(
    "text",
    ['"Jag vill hem."', "”Jag vill hem.”", "“Jag vill hem.”", "«Jag vill hem.»", "»Jag vill hem.»",
     "»Jag vill hem.«", "„Jag vill hem.“", '"Jag vill hem.', ' " Jag vill hem. " '],
)  # fmt: skip
def test_a_note_in_marks_is_what_was_said(text: str) -> None:
    assert spoken(text) == "Jag vill hem."


@pytest.mark.parametrize(
    "text",
    ["", "Jag vill hem.", '"', '""', "«»", 'Säger: "jag vill hem".', '"Hem", säger hon.',
     '"Ja" och sedan "nej"', "’Hem’", "- hem"],
)  # fmt: skip
def test_a_note_that_only_holds_a_quotation_is_none(text: str) -> None:
    assert spoken(text) is None
