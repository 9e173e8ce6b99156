"""A quotation has the marks of the language it stands in."""

import pytest

from convoguide import i18n, quotation, symbols


@pytest.fixture(autouse=True)
def _english_again() -> object:
    yield
    i18n.use("en")
    symbols.use(ascii_forms=False)


@pytest.mark.parametrize(
    ("locale", "told"), [("sv", "”ja”"), ("nb", "«ja»"), ("nn", "«ja»"), ("en", "“ja”")]
)
def test_the_interface_quotes_in_the_marks_of_its_language(locale: str, told: str) -> None:
    i18n.use(locale)
    assert quotation.quoted("ja") == quotation.within("ja", locale) == told


def test_a_second_language_keeps_its_own_marks() -> None:
    i18n.use("sv")
    assert quotation.quoted("ja", "nb") == "«ja»"
    assert quotation.quoted("ja", "uk") == "“ja”"


def test_what_stands_in_marks_already_gets_no_second_ones() -> None:
    i18n.use("nb")
    assert quotation.quoted("«Hva er viktig?»") == "«Hva er viktig?»"
    assert quotation.quoted("«Ja» sa hun") == "««Ja» sa hun»"


def test_a_screen_with_few_glyphs_shows_plain_marks_and_leaves_the_words() -> None:
    symbols.use(ascii_forms=True)
    assert quotation.quoted("ja – nei") == '"ja – nei"'
    assert quotation.within("ja", "nb") == "«ja»"
