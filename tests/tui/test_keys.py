"""How many keys a whole conversation takes besides its notes, pressed one by one and counted.

Counted is every key but the notes' own characters and the Enter that saves each. The numbers in
docs/keys.md are those counted here.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from convoguide import i18n
from convoguide.config import Settings
from convoguide.services.content import guide
from convoguide.services.keep import MemoryKeeper
from convoguide.tui.screens.conversation import ConversationScreen
from tests.tui.shelling import Paper, Running, run, running
from tests.tui.talking import FORHAND, SVAS, clock

PAGE = Path(__file__).parents[2] / "docs" / "keys.md"
LOCALES = {SVAS: "sv", FORHAND: "nb"}
NAMES = {SVAS: "SVAS", FORHAND: "forhåndssamtale"}

TOLD = {
    SVAS: (
        ("understanding", "Förstår att hjärtat är slitet och inte blir bättre."),
        ("hopes", "Vill hinna med barnbarnets bröllop i maj."),
        ("worries", "Är rädd för att inte få luft på natten."),
        ("strength", "Får kraft av sin syster och kören."),
        ("spokesperson", "Dottern får föra hennes talan."),
        ("unwanted_care", "Vill inte ligga i respirator."),
        ("information_needs", "Vill inte veta siffror om prognosen."),
        ("follow_up", "Vi bokar ett nytt samtal om tre månader."),
        ("what_matters", "Det viktigaste är att få vara hemma i sitt eget kök."),
    ),
    FORHAND: (
        ("illness_thoughts", "Forstår at hjertet er slitt og ikke blir bedre."),
        ("worries", "Er redd for å ikke få puste om natta."),
        ("what_matters", "Det viktigste er å få være hjemme på sitt eget kjøkken."),
        ("spokesperson", "Datteren er den som skal snakke for henne."),
        ("unwanted_care", "Vil ikke ligge på respirator."),
        ("information_needs", "Vil ikke vite tall om prognosen."),
        ("follow_up", "Vi avtaler en ny samtale om tre måneder."),
    ),
}
"""What was said in the afternoon, as it comes to mind: never in the order of the guide."""


class Hand:
    """Presses and counts."""

    def __init__(self, app: Running) -> None:
        self.app, self.pressed = app, 0

    async def press(self, *keys: str) -> None:
        self.pressed += len(keys)
        await self.app.press(*keys)

    async def note(self, text: str) -> None:
        """A note and the Enter that saves it: neither is counted."""
        await self.app.type(text, "enter")

    @property
    def talk(self) -> ConversationScreen:
        screen = self.app.app.screen
        assert isinstance(screen, ConversationScreen)
        return screen

    async def into_the_clipboard(self, paper: Paper) -> None:
        """Through the review to the text, and the answer that the right journal is open."""
        await self.press("f9", "j", "b", "y")
        assert paper.held


def _in_page(words: str, guide_id: str, keys: int, notes: int) -> None:
    line = f"| {NAMES[guide_id]}, {words} | {notes} | {keys} | {notes + 5} |"
    assert line in PAGE.read_text(encoding="utf-8"), line


def _journey(
    guide_id: str, way: str, hold: Callable[[Hand], object], words: str, notes: int
) -> None:
    async def story() -> None:
        paper = Paper()
        settings = Settings(keep="memory", locale=LOCALES[guide_id], way=way)
        i18n.use(LOCALES[guide_id])
        async with running(MemoryKeeper(clock()), settings=settings, copies=paper) as app:
            hand = Hand(app)
            await hand.press("enter")
            assert hand.talk.sitting.guide.id == guide_id
            await hold(hand)  # type: ignore[misc]  # each is a coroutine
            await hand.into_the_clipboard(paper)
            assert hand.pressed <= notes + 5
            _in_page(words, guide_id, hand.pressed, notes)

    run(story())


@pytest.mark.parametrize("guide_id", [SVAS, FORHAND])
def test_a_whole_conversation_takes_at_most_one_key_a_step_and_five(guide_id: str) -> None:
    steps = [step.id for step in guide(guide_id).steps()]

    async def hold(hand: Hand) -> None:
        for place in range(len(steps)):
            if place:
                await hand.press("enter")
            words = f"Anteckning {place}"
            await hand.note(f"”{words}”" if place % 2 else words)  # the patient's own, in marks
        entries = hand.talk.sitting.conversation.entries
        assert [each for each in entries if entries[each].notes] == steps
        said = [(note.text, note.voice) for each in steps for note in entries[each].notes]
        assert said == [
            (f"Anteckning {place}", "patient" if place % 2 else "clinician")
            for place in range(len(steps))
        ]

    _journey(guide_id, "steps", hold, "step by step, a note on each step", len(steps))


@pytest.mark.parametrize("guide_id", [SVAS, FORHAND])
def test_afterwards_it_takes_at_most_one_key_a_topic_noted_and_five(guide_id: str) -> None:
    told = TOLD[guide_id]

    async def hold(hand: Hand) -> None:
        for _step, text in told:
            await hand.note(text)
            await hand.app.until(lambda: hand.talk._offer is not None)
            await hand.press("tab")
        entries = hand.talk.sitting.conversation.entries
        held = {each: entries[each].notes[0].text for each in entries if entries[each].notes}
        assert held == dict(told)

    words = "afterwards, what was said in any order"
    _journey(guide_id, "afterwards", hold, words, len(told))


@pytest.mark.parametrize("guide_id", [SVAS, FORHAND])
def test_from_topic_to_topic_down_the_list_it_takes_one_key_each(guide_id: str) -> None:
    steps = [step.id for step in guide(guide_id).steps()][:10]

    async def hold(hand: Hand) -> None:
        for place in range(len(steps)):
            if place:
                await hand.press("enter")
            await hand.note(f"Anteckning {place}")

    _journey(guide_id, "afterwards", hold, "afterwards, down the list", len(steps))
