"""Everyday questions are heard where they are asked, and nowhere else."""

import csv
from pathlib import Path

import pytest

from convoguide.practice.lexicon import PERSONAL
from convoguide.services.cases import lexicon

CORPUS = Path(__file__).parents[2] / "scripts" / "understanding" / "corpus" / "utterances"
ASIDE = {"none", "smalltalk", "topic"}
LANGUAGES = ("sv", "nb", "nn")


def turns(language: str) -> list[tuple[str, str]]:
    """Every third turn on a topic of a guide, with that topic."""
    rows: list[list[str]] = []
    for path in sorted((CORPUS / language).glob("*.tsv")):
        with path.open(encoding="utf-8") as file:
            rows += csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
    found = [(row[0], row[2]) for row in rows if len(row) > 2 and row[0] not in ASIDE]
    return found[::3]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_guide_asks_is_hardly_ever_taken_for_an_everyday_question(language: str) -> None:
    heard, rows = lexicon(language), turns(language)
    assert len(rows) > 700
    assert [text for _topic, text in rows if heard.plain(text) is not None] == []
    personal = {topic for topic, text in rows if heard.plain(text, PERSONAL)}
    assert personal <= {"family", "strength", "illness_understanding"}
    held = [text for _topic, text in rows if heard.question(text)]
    assert len(held) / len(rows) < 0.13


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nn", "Eg er glad for at du seier det."),
        ("nn", "det er ikkje lett å vere son no"),
        ("nn", "Kven saknar du mest, og kven er det som hjelper?"),
        ("nn", "Har det verkeleg vore slik?"),
        ("nn", "Kva er viktig ved vindauget?"),
        ("nb", "Hva måtte til?"),
        ("nb", "Husker du hva vi snakket om?"),
        ("nb", "Har du levd i hundre år?"),
        ("sv", "Är det viktigt?"),
        ("sv", "Hur gick matchen?"),
        ("sv", "Det är svårt att vara son just nu."),
        ("sv", "När det blir mörkt, säger du."),
    ],
)
def test_words_that_only_look_like_another_ask_nothing(language: str, text: str) -> None:
    assert lexicon(language).question(text) is None


@pytest.mark.parametrize(
    ("language", "text"), [("sv", "hej då"), ("nb", "Ha det!"), ("nn", "ha det"), ("sv", "Ha det")]
)
def test_a_bare_goodbye_is_one(language: str, text: str) -> None:
    assert lexicon(language).question(text) == "goodbye"


@pytest.mark.parametrize(
    ("language", "text", "question"),
    [
        ("sv", "Kliar det?", "symptoms"),
        ("sv", "Får man röka här?", "smoking"),
        ("nn", "Har du andre born?", "children"),
        ("nn", "Trur du på Gud?", "faith"),
        ("nn", "Har du vore gift?", "partner"),
        ("nn", "Bur du åleine?", "home"),
        ("sv", "Har du syskon?", "siblings"),
        ("sv", "Ursäkta, vad sa du?", "lost"),
        ("nn", "kan du ta det ein gong til", "lost"),
        ("nb", "Tja", "nod"),
        ("nb", "Du er en idiot", "rude"),
    ],
)
def test_what_is_asked_in_other_words_is_known_too(language: str, text: str, question: str) -> None:
    assert lexicon(language).question(text) == question
