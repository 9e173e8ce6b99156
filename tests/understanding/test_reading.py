"""What turns and notes are read as: the rules, and plain examples of each language."""

import subprocess
import sys

import pytest

from convoguide.core.labels import NONE, NOTE_THEMES, SKILLS, TOPICS
from convoguide.understanding import Understanding

LANGUAGES = ("sv", "nb", "nn")


@pytest.fixture(scope="module")
def reader() -> Understanding:
    return Understanding.load()


@pytest.mark.parametrize("text", ["", "   ", "...", "…", ". . .", "–"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_said_is_a_silence(reader: Understanding, text: str, language: str) -> None:
    found = reader.utterance(text, language)
    assert (found.topic, found.skills, found.confidence) == (NONE, ("silence",), 1.0)


@pytest.mark.parametrize(
    ("language", "text"),
    [("sv", "(väntar in henne)"), ("nb", "*sitter stille*"), ("nn", "[ventar, seier ingenting]")],
)
def test_waiting_written_as_a_stage_direction_is_a_silence(
    reader: Understanding, language: str, text: str
) -> None:
    assert "silence" in reader.utterance(text, language).skills


@pytest.mark.parametrize(
    ("language", "text", "skill"),
    [
        ("sv", "Henne saknar du.", "empathy_name"),
        ("nb", "Henne savner du.", "empathy_name"),
        ("nn", "Henne saknar du.", "empathy_name"),
        ("sv", "Rädd för natten.", "reflection"),
        ("nb", "Redd for natta.", "reflection"),
        ("nn", "Redd for natta.", "reflection"),
        ("sv", "Ingenting kvar av gården.", "reflection"),
        ("nb", "Ingenting igjen av gården.", "reflection"),
        ("nn", "Ingenting att av garden.", "reflection"),
        ("sv", "Det var tungt.", "empathy_understand"),
        ("nb", "Det var tungt.", "empathy_understand"),
        ("nn", "Det var tungt.", "empathy_understand"),
    ],
)
def test_a_few_words_that_give_back_are_heard_as_such(
    reader: Understanding, language: str, text: str, skill: str
) -> None:
    assert reader.utterance(text, language).skills == (skill,)


@pytest.mark.parametrize("text", ["Jaha.", "Okej.", "Då så.", "Ok, takk.", "Blodtrykket er fint."])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_nod_or_a_reading_of_the_chart_gives_nothing_back(
    reader: Understanding, language: str, text: str
) -> None:
    found = reader.utterance(text, language)
    assert (found.topic, found.skills) == (NONE, ())


@pytest.mark.parametrize(
    ("language", "text", "topic", "skill"),
    [
        ("sv", "Vad är viktigast för dig nu?", "what_matters", "open_question"),
        ("nb", "Hva er viktigst for deg nå?", "what_matters", "open_question"),
        ("nn", "Kva er viktigast for deg no?", "what_matters", "open_question"),
        ("sv", "vad oroar dig mest", "worries", "open_question"),
        ("nb", "Hva er du mest redd for?", "worries", "open_question"),
        ("nn", "Kva er du mest redd for?", "worries", "open_question"),
        ("sv", "Jag ser att du blir ledsen.", NONE, "empathy_name"),
        ("nb", "Jeg ser at du blir lei deg.", NONE, "empathy_name"),
        ("nn", "Eg ser at du vert lei deg.", NONE, "empathy_name"),
        ("sv", "Är det okej om vi pratar om framtiden?", "permission", "permission"),
        ("nb", "Er det greit at vi snakker litt om tiden framover?", "permission", "permission"),
        ("nn", "Er det greitt at me snakkar litt om tida framover?", "permission", "permission"),
        ("sv", "Vem ska föra din talan om du inte kan?", "spokesperson", "open_question"),
        ("nb", "Hvem skal snakke for deg hvis du ikke kan selv?", "spokesperson", "open_question"),
        ("nn", "Kven skal snakke for deg om du ikkje kan?", "spokesperson", "open_question"),
    ],
)
def test_plain_turns_are_read(
    reader: Understanding, language: str, text: str, topic: str, skill: str
) -> None:
    found = reader.utterance(text, language)
    assert found.topic == topic
    assert skill in found.skills


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sv", "Hoppas att bussen kommer i tid."),
        ("nb", "Jeg håper printeren virker i dag."),
        ("nn", "Har du vondt i magen?"),
    ],
)
def test_a_word_of_a_topic_alone_makes_no_topic(
    reader: Understanding, language: str, text: str
) -> None:
    assert reader.utterance(text, language).topic in (NONE, "smalltalk")


def test_marks_left_out_change_nothing(reader: Understanding) -> None:
    with_marks = reader.utterance("Vad är du rädd för när du inte kan sova?", "sv")
    without = reader.utterance("Vad ar du radd for nar du inte kan sova?", "sv")
    assert with_marks == without


def test_the_stage_chooses_among_the_best_three_only(reader: Understanding) -> None:
    text = "Hur tänker du om det?"
    plain = reader.utterance(text, "sv")
    second = plain.topics[1][0]
    unlikely = next(topic for topic in TOPICS if topic not in dict(plain.topics))
    nudged = dict(reader.utterance(text, "sv", (second,)).topics)
    assert nudged[second] > dict(plain.topics)[second]
    assert reader.utterance(text, "sv", (unlikely,)).topic == plain.topic


@pytest.mark.parametrize(
    ("language", "text", "theme"),
    [
        ("sv", "ej HLR, beslut dr Ek", "treatment_limits"),
        ("nb", "HLR minus, besluttet av overlege", "treatment_limits"),
        ("nn", "vil ikkje ha respirator", "unwanted_care"),
        ("sv", "vill inte ligga i respirator", "unwanted_care"),
        ("nb", "ringer pårørende torsdag", "follow_up"),
        ("nn", "håpar å få oppleve jula heime", "hopes"),
    ],
)
def test_plain_notes_are_read(reader: Understanding, language: str, text: str, theme: str) -> None:
    assert reader.note(text, language).theme == theme


def test_a_note_that_fits_nothing_has_no_theme_but_all_the_same_a_ranking(
    reader: Understanding,
) -> None:
    found = reader.note("BT 135/80, puls 76", "sv")
    assert found.theme is None
    assert found.themes[0][0] == NONE
    assert {theme for theme, _share in found.themes} == set(NOTE_THEMES)


def test_a_note_with_a_theme_does_not_offer_none(reader: Understanding) -> None:
    found = reader.note("viktigast för pat: barnbarnen", "sv")
    assert found.theme == "what_matters"
    assert NONE not in dict(found.themes)
    assert found.themes[0] == ("what_matters", found.confidence)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "text", ["\x00\ud800", "🙂" * 300, "ord " * 5000, "[x] {y} $z", "\u202eabc", "(", "*", "a"]
)
def test_whatever_is_typed_is_read(reader: Understanding, language: str, text: str) -> None:
    turn, note = reader.utterance(text, language), reader.note(text, language)
    assert turn.topic in TOPICS
    assert set(turn.skills) <= set(SKILLS)
    assert 0 <= turn.confidence <= 1
    assert note.theme is None or note.theme in NOTE_THEMES


def test_reading_loads_no_machine_learning_framework() -> None:
    program = (
        "import sys; from convoguide.understanding import Understanding as U; u = U.load();"
        "u.utterance('Hej', 'sv'); u.note('Hej', 'sv');"
        "print(sorted({m.split('.')[0] for m in sys.modules}"
        " & {'numpy', 'scipy', 'sklearn', 'torch', 'textual'}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
