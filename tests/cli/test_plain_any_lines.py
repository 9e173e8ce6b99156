"""Whatever lines come in: nothing breaks, nothing is lost, and the file stays one that is taken."""

from hypothesis import given
from hypothesis import strategies as st

from convoguide.cli.plain.commands import COMMANDS
from convoguide.cli.plain.parts import PARTS
from convoguide.core.conversation import Conversation, to_file
from convoguide.core.rules import refusals
from convoguide.core.text import clean
from tests.cli.holding import NB, SV, held

ANY = st.text(alphabet=st.characters(), max_size=30)
TYPED = """p d l x r 1 2 0 16 hopes other yes no physician patient relative home day,night esas_r
    2026-12-04 +14 9:30 P3M - #1 #2 = ; on=+1 phone=1 Anna; to_plan=no kind=relative
    treatment_limits full apart plan"""
VALUES = st.sampled_from(TYPED.split())
WORDS = st.lists(VALUES | ANY, max_size=4).map(" ".join)
DOT = st.sampled_from([command.letter for command in COMMANDS if command.letter != "q"])
COMMAND = st.builds(lambda letter, rest: f".{letter} {rest}", DOT, WORDS)
PART = st.sampled_from([part.name for part in PARTS])
FACT = st.builds(lambda name, rest: f".f {name} {rest}", PART, WORDS)
LIMIT = st.just(".g treatment_limits")
LINES = st.lists(ANY | COMMAND | FACT | LIMIT, max_size=12)


@given(lines=LINES, guide=st.sampled_from([SV, NB]))
def test_any_lines_end_well_and_leave_a_file_that_is_taken(lines: list[str], guide: str) -> None:
    talk = held(*lines, guide=guide)
    assert talk.status == 0
    assert talk.said[-1].startswith("Nothing was kept")
    said = "".join(talk.said).replace("\t", "")
    assert said == clean(said)
    again = Conversation.model_validate(to_file(talk.talk))
    assert again == talk.talk
    assert not list(refusals(again, talk.sitting.guide))


@given(notes=st.lists(ANY, max_size=6))
def test_lines_that_are_no_commands_are_all_notes_in_their_order(notes: list[str]) -> None:
    def is_note(line: str) -> bool:
        line = clean(line)
        return bool(line.strip()) and line.strip() != "?"

    given_lines = [line.encode("utf-8", "ignore").decode() for line in notes]
    given_lines = [line.replace("\r", "").replace("\n", "") for line in given_lines]
    # What begins with a dot may be a command that writes a note or goes to another step.
    given_lines = [line for line in given_lines if not clean(line).startswith(".")]
    talk = held(*["x", *given_lines])
    expected = [clean(line) for line in given_lines if is_note(line)]
    assert talk.notes("offered")[1:] == expected
