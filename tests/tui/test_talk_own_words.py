"""Quotation marks around a note say whose words it holds, while one types and in what is kept."""

import pytest

from convoguide.tui.widgets.talk_frame import PromptLine
from tests.tui.talking import SVAS, Talking, run, sit, talking

PATIENT, OURS = "the patient's words", "clinician's note"


def prompt(talk: Talking) -> str:
    """The line above the field."""
    region = talk.app.screen.query_one(PromptLine).region
    return talk.lines()[region.y]


@pytest.mark.parametrize("way", ["steps", "afterwards"])
def test_the_marks_say_whose_words_it_is_while_one_types_and_go(way: str) -> None:
    async def story() -> None:
        async with talking(sit(SVAS, way)) as talk:
            await talk.press("f4")
            await talk.type("hopes", "enter")
            assert OURS in prompt(talk)
            await talk.type("”Se våren")
            assert PATIENT in prompt(talk)
            await talk.type("”")
            assert PATIENT in prompt(talk)
            await talk.type(" säger hon")
            assert OURS in prompt(talk)
            await talk.press(*["backspace"] * len(" säger hon"), "enter")
            assert OURS in prompt(talk)
            await talk.type('Säger "ja" till hemsjukvård.', "enter")
            notes = talk.sitting.conversation.entry("hopes").notes
            assert [(note.text, note.voice) for note in notes] == [
                ("Se våren", "patient"),
                ('Säger "ja" till hemsjukvård.', "clinician"),
            ]

    run(story())


def test_a_voice_that_was_chosen_goes_before_the_marks() -> None:
    async def story() -> None:
        async with talking(sit(SVAS, "steps")) as talk:
            await talk.press("escape", "v", "r")
            await talk.type("”Mamma är trött.”", "enter")
            [note] = talk.sitting.conversation.entry("offered").notes
            assert (note.text, note.voice) == ("”Mamma är trött.”", "relative")

    run(story())
