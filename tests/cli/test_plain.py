"""The conversation by lines: what is a note, what is a command, and that no line is lost."""

from collections.abc import Iterator

import pytest

from convoguide.cli.plain import hold
from convoguide.core.conversation import OTHER
from convoguide.services.conduct import Sitting
from tests.cli.holding import NB, NOW, SV, begun, held, memory
from tests.making import HOSTILE

pytestmark = pytest.mark.usefixtures("untranslated")


def test_it_begins_with_the_guide_the_first_step_and_how_to_get_help() -> None:
    said = held().said
    assert said[0] == "Samtal vid allvarlig sjukdom"
    assert "? explains" in said[2]
    assert said[3] == "Step 1 of 36, not raised: Erbjud ett samtal"


def test_every_prompt_stands_on_one_line_that_makes_sense_alone() -> None:
    for guide, total in ((SV, 35), (NB, 33)):
        talk = held(*[".n"] * (total - 1), guide=guide)
        prompts = [line for line in talk.said if line.startswith("Step ")]
        assert len(prompts) == total
        for number, line in enumerate(prompts, 1):
            assert line.startswith(f"Step {number} of {total + 1}, not raised: ")


def test_a_line_is_a_note_as_it_stands_under_the_step_where_one_stands() -> None:
    talk = held("Vill gärna ha ett samtal", ".g hopes", "Hoppas på sommaren")
    assert talk.notes("offered") == ["Vill gärna ha ett samtal"]
    assert talk.notes("hopes") == ["Hoppas på sommaren"]
    assert talk.entry("hopes").notes[0].voice == "clinician"
    assert talk.entry("hopes").notes[0].at == NOW
    assert talk.answer() == (
        "Noted under “Förhoppningar”, as the clinician's words. In memory only."
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_typed_is_kept_and_printed_literally(text: str) -> None:
    one_line = text.replace("\n", " ")
    talk = held(one_line, ".s", ".e 1 " + one_line.strip(), ".r")
    assert talk.notes("offered") == [one_line.strip() if text.startswith("ordet") else one_line]
    assert " ".join(one_line.split()) in talk.answer(1)
    assert " ".join(one_line.split()) in talk.answer(3)


@pytest.mark.parametrize(
    "line",
    [
        "   tre blanksteg före och efter   ",
        "\tindraget",
        " .n är ingen kommandorad med blanksteg före",
        "[bold]{0} {namn} [/] %s",
        "مرحبا بالعالم",
        "👩🏽‍⚕️ och e\u0301",
        "ö" * 4000,
        "? men inte ensamt",
        "-",
        "#2",
    ],
)
def test_a_note_keeps_its_own_characters(line: str) -> None:
    assert held(line).notes("offered") == [line]


def test_two_dots_begin_a_note_that_begins_with_one() -> None:
    talk = held("..5 mg morfin", "...", "..n", "..")
    assert talk.notes("offered") == [".5 mg morfin", "..", ".n", "."]
    assert talk.sitting.step == "offered"


@pytest.mark.parametrize(
    "line",
    [
        ".5 mg morfin",
        ".",
        ". n",
        ".x hej",
        ".nästa",
        ".next",
        ".N1",
        ".ö",
        ".-",
        ".q nej",
        ".n hej",
    ],
)
def test_a_dot_line_that_is_no_command_is_refused_and_never_a_note(line: str) -> None:
    talk = held(line)
    assert not talk.talk.entries
    assert "not recorded" in talk.answer() or "not taken" in talk.answer()
    assert "hej" not in talk.answer()
    assert "morfin" not in talk.answer()
    assert "Lines that were not taken: 1" in talk.said
    assert talk.status == 0


def test_the_line_that_was_refused_last_can_be_taken_as_a_note() -> None:
    talk = held(".5 mg morfin hjälper", ".t")
    assert talk.notes("offered") == [".5 mg morfin hjälper"]
    assert "not taken" not in talk.text
    assert "No line was refused." in held("hej", ".t").answer()
    assert held(".5 mg", ".t", ".t").notes("offered") == [".5 mg"]


def test_commands_may_be_typed_in_capitals_and_with_the_number_at_the_letter() -> None:
    assert held(".N").sitting.step == "capacity"
    assert held(".g16").sitting.step == "hopes"
    assert held(".G   16  ").sitting.step == "hopes"


def test_words_after_a_command_that_takes_none_are_not_thrown_away_in_silence() -> None:
    talk = held(".n Hon vill hem", ".d 1 Hon vill hem", "a", ".d 1 Hon vill hem")
    assert talk.sitting.step == "offered"
    assert talk.notes("offered") == ["a"]
    assert "Lines that were not taken: 1, 2, 4" in talk.said


def test_a_blank_line_records_nothing_and_says_where_one_stands() -> None:
    talk = held("", "   ", "\x00\x1b")
    assert not talk.talk.entries
    assert [talk.answer(n) for n in range(3)] == ["Step 1 of 36, not raised: Erbjud ett samtal"] * 3


def test_a_question_mark_alone_explains_where_one_stands_and_what_can_be_typed() -> None:
    told = held(".g treatment_limits", "?").answer()
    assert told.splitlines()[0] == "Step 27 of 36, not raised: Behandlingsbegränsningar"
    assert "Stage 5 of 6, Avsluta samtalet: " in told
    assert "Every line is a note: the clinician's words." in told
    assert "two dots" in told
    assert "Decided by" in told
    assert ".h lists all commands" in told
    assert "Every line is a note: a relative's words." in held(".v r", " ? ").answer()
    assert "Actions, Contacts, Plan review, Attachments" in held(".g plan", "?").answer()
    assert held(".g 0", "?").answer().startswith("Other that came up: no notes")


def test_help_names_every_command() -> None:
    told = held(".h").answer()
    for letter in "npkgwvocsemdazyfibrjthq":
        assert f"\n.{letter}" in told
    assert told.endswith("Step 1 of 36, not raised: Erbjud ett samtal")


def test_q_ends_like_the_end_of_input() -> None:
    talk = held("före", ".q", "efter")
    assert talk.notes("offered") == ["före"]
    assert talk.said[-1] == held("före").said[-1]


def test_control_characters_are_taken_out_and_nothing_said_holds_any() -> None:
    escape = "\x1b[2J\x1b]0;ägd\x07hej\x9b31m\x00\r du"
    talk = held(
        escape,
        ".g " + escape,
        ".v p" + escape,
        ".e 1 " + escape,
        ".f label " + escape,
        ".f contacts A" + escape + "; phone=" + escape,
        "." + escape,
        ".c " + escape,
        ".o " + escape,
        ".r " + escape,
        ".s",
        ".f",
        ".r",
        ".r full",
    )
    said = "".join(talk.said)
    assert not [char for char in said if ord(char) < 32 or 0x7F <= ord(char) < 0xA0]
    assert talk.notes("offered")[0] == "[2J ]0;ägd hej 31m \n du"


def test_a_byte_order_mark_before_the_first_line_is_no_part_of_it() -> None:
    assert held("\ufeff.n").sitting.step == "capacity"
    assert held("\ufeffhej").notes("offered") == ["hej"]


def test_line_ends_of_any_system_are_no_part_of_the_note() -> None:
    assert held("ett\n", "två\r\n", "tre").notes("offered") == ["ett", "två", "tre"]


def test_a_line_that_is_not_utf8_is_refused_with_its_number_and_the_talk_goes_on() -> None:
    talk = held("före", "s\udcf6nder", ".f label s\udcf6nder", ".t", "efter")
    assert talk.notes("offered") == ["före", "efter"]
    assert "not UTF-8" in talk.answer(1)
    assert talk.talk.label is None
    assert "Lines that were not taken: 2, 3, 4" in talk.said


def ends_with(error: BaseException, *lines: str) -> Iterator[str]:
    yield from lines
    raise error


def test_input_that_cannot_be_decoded_ends_the_talk_and_keeps_what_came_before() -> None:
    sitting, said = begun(), list[str]()
    broken = ends_with(UnicodeDecodeError("utf-8", b"\xf6", 0, 1, "invalid"), "hej")
    status = hold(sitting, memory(), lines=broken, out=said.append, interactive=False)
    assert status == 2
    assert "The input is not UTF-8 after line 1; nothing more was read." in said
    assert said[-1].startswith("Nothing was kept")
    assert sitting.conversation.entry("offered").notes[0].text == "hej"


@pytest.mark.parametrize("error", [KeyboardInterrupt(), OSError(5, "gone")])
def test_an_interrupted_talk_ends_like_the_end_of_input(error: BaseException) -> None:
    said: list[str] = []
    lines = ends_with(error, "hej")
    assert hold(begun(), memory(), lines=lines, out=said.append, interactive=True) == 0
    assert any("hej" in line for line in said[-3:])


def test_an_unforeseen_error_still_says_the_text_that_is_nowhere_else() -> None:
    said: list[str] = []
    with pytest.raises(RuntimeError):
        hold(
            begun(),
            memory(),
            lines=ends_with(RuntimeError(), "hej"),
            out=said.append,
            interactive=True,
        )
    assert any("hej" in line for line in said[-3:])


def test_a_reader_who_went_away_costs_no_line_of_input() -> None:
    sitting = begun()
    heard: list[str] = []

    def out(line: str) -> None:
        if len(heard) == 4:
            raise BrokenPipeError
        heard.append(line)

    status = hold(sitting, memory(), lines=iter(["ett", "två"]), out=out, interactive=False)
    assert [note.text for note in sitting.conversation.entry("offered").notes] == ["ett", "två"]
    assert status == 1  # the text is nowhere now


def test_a_terminal_without_unicode_is_told_what_can_be_told() -> None:
    heard: list[str] = []

    def out(line: str) -> None:
        line.encode("latin-1")
        heard.append(line)

    lines = iter(["snö ☃", ".s"])
    assert hold(begun(), memory(), lines=lines, out=out, interactive=False) == 0
    assert "1, the clinician's words: sn\\xf6 \\u2603" in heard


def test_at_a_terminal_the_refused_lines_are_not_listed_again_at_the_end() -> None:
    assert "Lines that were not taken" not in held(".5 mg", interactive=True).text
    said = [each for each in held("hej", interactive=True).said if ".?tour" not in each]
    assert said == held("hej", interactive=False).said


def test_nothing_kept_is_said_at_the_start_and_the_journal_is_printed_at_the_end() -> None:
    talk = held(".g hopes", ".v p Se våren", ".g prognosis", ".o d")
    assert talk.said[1] == "Nothing is kept on disk: the text is printed at the end."
    assert talk.said[-1] == "Nothing was kept: the text above is the only one there is."
    assert "Förhoppningar: ”Se våren”" in talk.said[-4:]
    assert talk.status == 0


def test_what_is_held_apart_is_said_at_the_end_but_not_in_the_journal_text() -> None:
    talk = held("Syns", "Dottern är rädd för honom", ".a 2")
    journal, apart = talk.text.split("Held apart, not for the journal text:\n")
    assert "Syns" in journal.splitlines()[-1]
    assert "rädd" not in journal
    assert "Dottern är rädd för honom" in apart


def test_a_conversation_open_elsewhere_takes_nothing_and_says_so() -> None:
    keeper = memory()
    kept = held("hej", keeper=keeper).talk
    sitting = Sitting(begun().guide, kept, read_only=True)
    talk = held("mer", ".e 1 annat", ".f label x", ".r", sitting=sitting, keeper=keeper)
    assert talk.talk == kept
    assert "open in another window: reading only" in talk.answer(0)
    assert "hej" in talk.answer(3)
    assert talk.status == 1
    assert held(".r", sitting=sitting, keeper=keeper).status == 0


def test_going_on_begins_at_the_step_where_one_was() -> None:
    first = held(".g hopes", "ett", "två", ".g 0", "tre", ".g worries")
    again = Sitting(first.sitting.guide, first.talk, step="worries")
    said = held(sitting=again).said
    assert "Going on with a conversation of 3 notes." in said
    assert "Step 17 of 36, not raised: Oro och rädslor" in said


def test_what_fits_no_step_goes_under_other() -> None:
    talk = held(".g 0", "Hunden heter Bosse", ".o d", ".n")
    assert talk.notes(OTHER) == ["Hunden heter Bosse"]
    assert talk.entry(OTHER).outcome is None
    assert "holds notes only" in talk.answer(2)
    assert talk.sitting.step == "offered"
