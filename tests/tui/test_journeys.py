"""From home to the text on the clipboard and «documented»: both guides, all three ways."""

import pytest

from convoguide.config import Settings
from convoguide.core.conversation import OTHER
from convoguide.core.text import collapse
from convoguide.services import document
from convoguide.services.keep import MemoryKeeper
from convoguide.tui.screens.conversation import ConversationScreen
from tests.tui.shelling import Paper, Running, run, running
from tests.tui.talking import clock

NOTES = {
    "svas-kronoberg": (
        "Vet att det inte går att bota.",
        "Vill hem till hunden.",
        "Rädd för natten.",
    ),
    "forhandssamtale": ("Vet at lungene er slitne.", "Vil sitte i hagen.", "Redd for å bli alene."),
}
STEPS = {
    "svas-kronoberg": ("understanding", "what_matters", "worries"),
    "forhandssamtale": ("illness_thoughts", "what_matters", "worries"),
}


@pytest.mark.parametrize("guide_id", NOTES)
@pytest.mark.parametrize("way", ["steps", "afterwards", "jot"])
def test_a_conversation_goes_from_home_to_the_journal_by_keyboard(guide_id: str, way: str) -> None:
    async def story() -> None:
        paper, keeper = Paper(), MemoryKeeper(clock())
        settings = Settings(keep="memory", locale="en", way=way)
        async with running(keeper, settings=settings, copies=paper) as app:
            await app.press(*["down"] * list(NOTES).index(guide_id), "enter")
            talk = app.app.screen
            assert isinstance(talk, ConversationScreen)
            assert talk.sitting.conversation.guide == guide_id
            await _write(app, talk, guide_id, way)
            await app.press("f9")
            for text in NOTES[guide_id]:
                assert text.rstrip(".") in collapse(app.screen)
            await app.press("j", "b")
            assert paper.held == ""
            await app.press("y")
            made = document.make(talk.sitting.conversation, document.journal_of(_held(talk)))
            assert paper.held == document.written(made)
            for text in NOTES[guide_id]:
                assert text.rstrip(".") in paper.held
            await app.press("d")
            await app.type("Cosmic", "enter")
            documented = _held(talk).documented
            assert documented is not None
            assert documented.where == "Cosmic"
            await app.press("q", "q")
            await app.press("escape", "q")
            assert app.name == "HomeScreen"
            assert "Not yet in the journal" in app.screen

    run(story())


def _held(talk: ConversationScreen):  # type: ignore[no-untyped-def]
    return talk.sitting.conversation


async def _write(app: Running, talk: ConversationScreen, guide_id: str, way: str) -> None:
    for step, text in zip(STEPS[guide_id], NOTES[guide_id], strict=True):
        if way != "jot":
            talk.go_to(step)
            await app.settle()
        await app.type(text, "enter")
        under = OTHER if way == "jot" else step
        assert [note.text for note in _held(talk).entry(under).notes][-1] == text


def test_a_way_can_be_changed_in_the_middle_and_nothing_typed_is_lost() -> None:
    async def story() -> None:
        async with running() as app:
            await app.press("enter")
            talk = app.app.screen
            assert isinstance(talk, ConversationScreen)
            for letter in "jsa":
                await app.type("halv")
                await app.press("escape", "w")
                await app.press(letter)
            assert talk.field.text == "halv" * 3

    run(story())


def test_what_is_copied_by_section_is_all_of_the_text_and_each_section_once() -> None:
    async def story() -> None:
        paper = Paper()
        async with running(copies=paper) as app:
            await app.press("enter")
            talk = app.app.screen
            assert isinstance(talk, ConversationScreen)
            await _write(app, talk, "svas-kronoberg", "steps")
            await app.press("escape", "j")
            await app.press("s", "y")
            copied = [paper.held]
            while "(copied)" in app.screen and len(copied) < len(app.app.screen.tags()):  # type: ignore[attr-defined]
                await app.press("s")
                copied.append(paper.held)
            for text in NOTES["svas-kronoberg"]:
                assert sum(text.rstrip(".") in each for each in copied) == 1

    run(story())
