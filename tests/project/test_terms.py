import re
from pathlib import Path

import pytest

from i18n.catalogs import LANGUAGES
from i18n.term_lint import Pair, bokmal_in, faults_of, term_faults
from i18n.terms import PAGE, Terms, read_terms
from i18n.terms_page import page

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def terms() -> Terms:
    return read_terms()


def faults(terms: Terms, source: tuple[str, str], text: tuple[str, str]) -> str:
    pair = Pair("guide/step/text", source[1], source[0], text[1], text[0])
    return "\n".join(faults_of(pair, terms))


def test_the_page_is_what_the_file_of_terms_makes(terms: Terms) -> None:
    assert (ROOT / PAGE).read_text(encoding="utf-8") == page(terms), "run scripts/terms"


def test_the_shipped_translations_keep_to_the_terms(terms: Terms) -> None:
    assert list(term_faults(ROOT, terms)) == []


def test_every_term_is_known_by_its_own_words_in_every_language(terms: Terms) -> None:
    for term in terms.all:
        for language in LANGUAGES:
            words = term.words[language]
            if "explained" in words.say:
                continue
            assert words.here.search(words.say), (term.id, language)
            assert not (words.never and words.never.search(words.say)), (term.id, language)


def test_the_page_marks_the_sources_own_term(terms: Terms) -> None:
    lines = page(terms).splitlines()
    assert any("**närståendepenning** | närståendepenning (svensk" in line for line in lines)
    assert any("**pleiepenger** | **pleiepengar**" in line for line in lines)


def test_every_pair_that_is_never_equated_says_why(terms: Terms) -> None:
    assert len(terms.unequal) > 8
    assert all(len(pair.why) > 20 and all(pair.say) for pair in terms.unequal)


@pytest.mark.parametrize(
    ("source", "text", "fault"),
    [
        (("en", "Change the passphrase"), ("sv", "Byt lösenfras"), ""),
        (("en", "Change the passphrase"), ("sv", "Byt lösenord"), "«lösenord» is not used"),
        (("en", "Change the passphrase"), ("sv", "Byt nyckel"), "«passphrase» is «lösenfras»"),
        (("en", "CONVOGUIDE_PASSPHRASE is set"), ("sv", "CONVOGUIDE_PASSPHRASE är satt"), ""),
        (("en", "Go to {step}."), ("nb", "Gå til {step}."), ""),
        (("en", "Go to the step."), ("nb", "Gå til steget."), "«steget» is not used for «trinn»"),
        (("sv", "Fråga närstående."), ("nb", "Spør de nærstående."), "«pårørende»"),
        (("sv", "Prata med talespersonen."), ("nn", "Snakk med vennen."), "«næraste pårørande»"),
    ],
)
def test_a_term_worded_in_two_ways_is_found(
    terms: Terms, source: tuple[str, str], text: tuple[str, str], fault: str
) -> None:
    found = faults(terms, source, text)
    assert fault in found
    assert bool(found) == bool(fault)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (("sv", "Sök närståendepenning."), ("nb", "Søk om pleiepenger.")),
        (("nb", "Søk om pleiepenger."), ("sv", "Sök närståendepenning.")),
        (("sv", "Erbjud SIP."), ("nn", "Tilby individuell plan.")),
        (("sv", "Ring fast vårdkontakt."), ("nb", "Ring koordinatoren.")),
        (("sv", "Ett brytpunktssamtal hålls."), ("nb", "En forhåndssamtale holdes.")),
        (("sv", "Skriv patientens önskan."), ("nb", "Skriv legens beslutning.")),
        (("nb", "Skriv legens beslutning."), ("en", "Record the wish.")),
        (("nb", "Skriv antatt vilje."), ("en", "Record the wish.")),
        (("sv", "Ring 112."), ("nb", "Ring 113.")),
        (("sv", "Ring 1177."), ("nn", "Ring 116 117.")),
        (("sv", "Fråga talespersonen."), ("nb", "Spør verge.")),
    ],
)
def test_what_must_not_be_equated_is_found(
    terms: Terms, source: tuple[str, str], text: tuple[str, str]
) -> None:
    assert " is not «" in faults(terms, source, text)


def test_a_term_kept_and_explained_may_name_what_it_resembles(terms: Terms) -> None:
    source = ("sv", "Sök närståendepenning.")
    assert faults(terms, source, ("nb", "Søk om närståendepenning (likner pleiepenger).")) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Pasienten vil ikke snakke.",
        "Hvordan går det?",
        "Jeg skal hjelpe deg.",
        "Eit brev fra legen",
        "Er det noen du vil ha med?",
        "Spør dei pårørende.",
        "På sykehjem eller sykehus",
        "Ei alvorlig melding",
        "Ei moglighet til",
        "Fortell hva som hjelper.",
    ],
)
def test_bokmal_in_a_nynorsk_text_is_found(terms: Terms, text: str) -> None:
    assert list(bokmal_in(text, terms))


@pytest.mark.parametrize(
    "text",
    [
        "Eg veit ikkje korleis det går heime, men dei pårørande er med frå sjukeheimen.",
        "Bruk {navn} og --hvis, sjå docs/hva.md.",
        "Frivillige kan hjelpe dykk i gang.",
    ],
)
def test_nynorsk_is_left_in_peace(terms: Terms, text: str) -> None:
    assert list(bokmal_in(text, terms)) == []


def test_a_slip_in_the_file_of_terms_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "terms.yaml"
    words = "{say: plan, own, is: ['plan']}"
    broken.write_text(
        "groups: [{title: T, terms: [{id: plan, "
        + ", ".join(f"{language}: {words}" for language in LANGUAGES)
        + "}]}]\n",
        encoding="utf-8",
    )
    with pytest.raises(KeyError, match=re.escape("plan.sv: own")):
        read_terms(broken)


def test_a_persons_story_may_say_a_term_in_any_words_but_the_wrong_ones(terms: Terms) -> None:
    def told(text: str) -> str:
        pair = Pair("case/knows", "Han fick närståendepenning.", "sv", text, "nb", prose=True)
        return "\n".join(faults_of(pair, terms))

    assert told("Han fikk være hjemme med lønn.") == ""
    assert "is not «" in told("Han fikk pleiepenger.")
