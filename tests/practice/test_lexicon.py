import pytest

from convoguide.practice.lexicon import (
    GOODBYE,
    LOST,
    MORE,
    NOD,
    OPTIONAL,
    REQUIRED,
    RUDE,
)
from convoguide.services.cases import lexicon

LANGUAGES = ("sv", "nb", "nn")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_knows_every_question(language: str) -> None:
    assert set(lexicon(language).questions) == {
        *REQUIRED,
        *OPTIONAL,
        GOODBYE,
        MORE,
        LOST,
        NOD,
        RUDE,
    }


@pytest.mark.parametrize(
    ("language", "text", "question"),
    [
        ("sv", "Hur har du sovit i natt?", "slept"),
        ("sv", "har du ont nagonstans", "pain"),
        ("sv", "Vad sa doktorn på avdelningen?", "doctor_said"),
        ("sv", "berätta gärna mer om det", "more"),
        ("sv", "Hej då, och tack för idag.", "goodbye"),
        ("nb", "Hvordan har du sovet?", "slept"),
        ("nb", "hva sa legene sist", "doctor_said"),
        ("nb", "Hva sa legen til deg?", "doctor_said"),
        ("nb", "Hva jobbet du med før?", "work"),
        ("nb", "Fortell mer om det, er du snill", "more"),
        ("nn", "Korleis har du det i dag?", "how_are_you"),
        ("nn", "Kva jobba du med?", "work"),
        ("nn", "Fortel gjerne meir", "more"),
        ("sv", "Har du tagit din vattendrivande i morse?", "medicines"),
        ("nb", "Har du tatt vanndrivende i dag", "medicines"),
        ("sv", "Bilen står på gatan.", None),
        ("sv", "Tack för att jag fick komma hem till dig.", None),
        ("nb", "Hvordan vil du ha det?", None),
    ],
)
def test_a_question_is_found_by_its_words(language: str, text: str, question: str | None) -> None:
    assert lexicon(language).question(text) == question


@pytest.mark.parametrize(
    ("language", "text"),
    [("sv", "hur menar du"), ("nb", "åssen går det"), ("nn", "kvar er du"), ("sv", "Va?")],
)
def test_a_question_is_known_also_without_its_mark(language: str, text: str) -> None:
    assert lexicon(language).asks(text)


def test_a_statement_is_no_question() -> None:
    assert not lexicon("sv").asks("Jag hör vad du säger.")
