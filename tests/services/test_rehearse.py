import pytest

from convoguide.errors import InputError
from convoguide.practice.rehearsal import TraineeTurn
from convoguide.services import cases, rehearse
from convoguide.understanding import Reading

HEART = "hjartsvikt-trappan"


def begun(seed: int = 1) -> rehearse.Practice:
    count = iter(range(100))
    return rehearse.begun(HEART, seed=seed, new_id=lambda: f"r{next(count)}")


@pytest.mark.parametrize("text", ["", "   ", "...", "…", " . . ", "–"])
def test_a_turn_without_a_word_is_a_silence(text: str) -> None:
    assert rehearse.read_turn(text, "sv").skills == ("silence",)


@pytest.mark.parametrize(
    ("language", "text"), [("sv", "(väntar)"), ("nb", "(venter)"), ("nn", "(ventar)")]
)
def test_a_stage_direction_of_waiting_is_a_silence(language: str, text: str) -> None:
    assert "silence" in rehearse.read_turn(text, language).skills


def test_what_is_said_is_read_and_answered() -> None:
    practice = begun()
    turn = practice.say("Vad är det viktigaste för dig just nu?")
    said = practice.rehearsal.trainee_turns()[0]
    assert said.reading.topic == "what_matters"
    assert "open_question" in said.reading.skills
    assert turn.disclosed == ("wednesdays",)


def test_going_back_keeps_both_lines() -> None:
    practice = begun()
    for text in ("Vad oroar dig?", "Och familjen, hur är det med den?"):
        practice.say(text)
    first = practice.rehearsal
    practice.back_to(3)
    assert practice.rehearsal.branch_of == (first.id, 3)
    practice.say("Det låter skrämmande.")
    assert set(practice.lines) == {first.id, practice.rehearsal.id}
    practice.switch(first.id)
    assert practice.rehearsal == first


def test_going_back_twice_without_a_word_leaves_no_empty_line() -> None:
    practice = begun()
    for _turn in range(3):
        practice.say("Vad oroar dig?")
    first = practice.rehearsal
    practice.back_to(5)
    practice.back_to(3)
    assert len(practice.lines) == 2
    assert practice.rehearsal.branch_of == (first.id, 3)
    assert len(practice.rehearsal.turns) == 3


def test_going_back_to_where_one_is_changes_nothing() -> None:
    practice = begun()
    practice.say("Vad oroar dig?")
    before = practice.rehearsal
    practice.back_to(3)
    assert practice.rehearsal is before


def test_going_back_to_a_turn_that_is_not_there_says_which_there_are() -> None:
    practice = begun()
    with pytest.raises(InputError, match="1 to 1"):
        practice.back_to(9)


def test_a_hint_is_noted_with_the_next_turn_alone() -> None:
    practice = begun()
    practice.hinted = True
    practice.say("Hur mår du?")
    practice.say("Och nu?")
    assert [turn.hinted for turn in practice.rehearsal.trainee_turns()] == [True, False]


def test_a_choice_is_noted_as_one_and_read_by_its_labels() -> None:
    practice = begun()
    offer = practice.offers()[0]
    practice.choose(offer)
    said = practice.rehearsal.trainee_turns()[0]
    assert said.chosen
    assert said.reading == offer.reading


def test_every_change_is_told() -> None:
    practice = begun()
    told: list[str] = []
    practice.on_change = lambda each: told.append(each.rehearsal.id)
    practice.say("Hej")
    practice.back_to(1)
    assert told == ["r0", "r1"]


def test_the_stage_follows_the_talk() -> None:
    practice = begun()
    assert practice.stage().id == "open"
    practice.say("Vad hoppas du på framöver?")
    assert practice.stage().id == "future"


def test_a_turn_without_end_is_refused() -> None:
    with pytest.raises(InputError, match="4000"):
        begun().say("ja " * 2000)


def test_no_identity_number_comes_in_and_none_is_repeated() -> None:
    practice = begun()
    with pytest.raises(InputError) as error:
        practice.say("Ditt nummer är 19121212-1212, stämmer det?")
    assert "1212" not in str(error.value)
    assert len(practice.rehearsal.turns) == 1


def test_control_characters_do_not_come_in() -> None:
    practice = begun()
    practice.say("Hur \x1b[31mmår du?")
    said = practice.rehearsal.turns[1]
    assert isinstance(said, TraineeTurn)
    assert "\x1b" not in said.text


@pytest.mark.parametrize(
    ("data", "lines"),
    [
        (b"a\nb\n", ["a", "b"]),
        (b"a\n\nb", ["a", "", "b"]),
        (b"\xef\xbb\xbfa\r\n\r\n", ["a", ""]),
        ("a\u2028b\n".encode(), ["a\u2028b"]),
        (b"\n", [""]),
    ],
)
def test_a_script_is_one_turn_a_line_and_an_empty_line_is_a_silence(
    data: bytes, lines: list[str]
) -> None:
    assert rehearse.script_lines(data, "x") == lines


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "x: holds no turn"),
        (b"a\n\xff\n", "x:2: this is not UTF-8"),
        (b"a\n" * 301, "x: may hold at most 300 turns"),
        (b"a\n" + b"b" * 4001, "x:2: a turn may have at most 4000"),
        (b"a\n19121212-1212\n", "x:2: This holds an identity number"),
    ],
)
def test_a_script_that_cannot_be_used_says_why(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        rehearse.script_lines(data, "x")


def test_a_script_and_a_seed_give_the_same_rehearsal_and_debrief() -> None:
    lines = ["Hej, hur mår du?", "", "Vad är viktigast för dig?", "Det ordnar sig ska du se!"]
    one = rehearse.as_json(rehearse.run_script(HEART, lines, seed=4))
    assert one == rehearse.as_json(rehearse.run_script(HEART, lines, seed=4))
    assert [turn["role"] for turn in one["turns"]] == ["patient", *["trainee", "patient"] * 4]
    assert [turn["text"] for turn in one["turns"][1::2]] == lines


def test_a_script_goes_on_though_the_patient_has_stopped() -> None:
    lines = ["Nu pratar vi inte om det, hur är det med magen?"] * 40
    practice = rehearse.run_script(HEART, lines, seed=1)
    assert practice.ended
    assert len(practice.rehearsal.trainee_turns()) == 40


def test_a_replaced_reader_is_asked_with_what_is_likely() -> None:
    asked: list[tuple[str, ...]] = []

    def read(_text: str, _language: str, likely: tuple[str, ...]) -> Reading:
        asked.append(likely)
        return Reading("hopes", ("open_question",), 1.0, (("hopes", 1.0),))

    practice = rehearse.Practice(cases.case(HEART), begun().rehearsal, read=read)
    practice.say("Vad hoppas du på?")
    practice.say("Och sedan?")
    assert "agenda" in asked[0]
    assert "summary" in asked[1]
