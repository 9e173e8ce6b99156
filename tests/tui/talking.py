"""Holding a conversation on a screen of its own: what the tests of the conversation share."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from textual import events
from textual.app import App
from textual.message import Message
from textual.pilot import Pilot

from convoguide.config import Settings
from convoguide.core.conversation import Conversation
from convoguide.core.text import collapse
from convoguide.services import document
from convoguide.services.conduct import Sitting, new_conversation
from convoguide.services.content import guide
from convoguide.services.keep import Keeper, MemoryKeeper
from convoguide.tui.screens.conversation import ConversationScreen

SVAS, FORHAND = "svas-kronoberg", "forhandssamtale"
SMALL, TALL, WIDE = (80, 24), (80, 60), (120, 40)
START = datetime(2026, 11, 20, 13, 5, tzinfo=UTC)

_CHARACTERS = {"space": " ", "enter": "\r", "tab": "\t", "escape": "\x1b"}
"""What Textual says was typed with keys that have a name."""

HOSTILE = (
    "BP 120/80 [/] ok",
    "[@click=app.exit()]press[/] [x] [bold]",
    "{label} {0} %s ${HOME} {{ 7 * 7 }}",
    "שלום \u202e evil \u202c العربية",
    "👩‍👩‍👧 e\u0301 漢字 \u200b|\u200d|",
    "tab\there and\nseveral\n\nlines",
    "<script>alert(1)</script> &amp; $v",
)
"""What has broken screens: markup, templates, right-to-left, wide and joined characters."""


def clock() -> Callable[[], datetime]:
    """A clock that goes on by a second each time it is looked at."""
    ticks = iter(range(1_000_000))
    return lambda: START + timedelta(seconds=next(ticks))


def sit(guide_id: str = SVAS, way: str = "afterwards", *, read_only: bool = False) -> Sitting:
    """A new sitting that nobody keeps."""
    now = clock()
    found = guide(guide_id)
    return Sitting(found, new_conversation(found, now()), now=now, way=way, read_only=read_only)


class TalkApp(App[None]):
    """Nothing but the conversation screen; what it asks the app for is written down."""

    def __init__(
        self,
        sitting: Sitting,
        keeper: Keeper,
        settings: Settings | None = None,
        earlier: Conversation | None = None,
    ) -> None:
        super().__init__()
        self.settings = settings or Settings()
        self.asked: list[Message] = []
        self._screen = ConversationScreen(sitting, keeper, earlier)

    async def on_mount(self) -> None:
        await self.push_screen(self._screen)

    @property
    def talk(self) -> ConversationScreen:
        """The conversation's screen."""
        return self._screen

    def on_conversation_screen_review_asked(self, message: Message) -> None:
        self.asked.append(message)

    def on_conversation_screen_journal_asked(self, message: Message) -> None:
        self.asked.append(message)

    def on_conversation_screen_left(self, message: Message) -> None:
        self.asked.append(message)


class Talking:
    """A running conversation: keys go in, the text of the screen comes out."""

    def __init__(self, app: TalkApp, pilot: Pilot[None], sitting: Sitting) -> None:
        self.app, self.pilot, self.sitting = app, pilot, sitting
        self._seen: object = None

    async def press(self, *keys: str) -> None:
        """Press keys, each once the screen has done what the one before it asked for.

        As `Pilot.press`, which rests a tenth of a second for each key.
        """
        for key in keys:
            name = {" ": "space"}.get(key, key)
            self.app.post_message(events.Key(name, _CHARACTERS.get(name)))
            await self.settle()

    async def settle(self) -> None:
        """Wait until everything has been handled, laid out and drawn, and stays so."""
        calm = 0
        while calm < 2:
            await self.pilot._wait_for_screen()
            screen = self.app.screen
            if screen is not self._seen:
                # Another screen has come: it is mounted, sized and drawn one after the other.
                self._seen = screen
                await self.pilot.pause(0.05)
            busy = screen._layout_required or screen._dirty_widgets or screen._callbacks
            calm = 0 if busy or not screen.is_mounted else calm + 1
            await asyncio.sleep(0.01 if busy else 0)

    async def at_rest(self) -> None:
        """Wait until the summary, which is made a moment after a change, is there too."""
        await self.pilot.pause(0.4)
        await self.app.workers.wait_for_complete()
        await self.settle()

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait for what a thread finds out, and until it is shown."""
        for _try in range(100):
            await self.pilot.pause(0.05)
            if holds():
                await self.settle()
                return
        raise AssertionError(self.screen)

    async def type(self, text: str, *after: str) -> None:
        """Type a text key by key, then press these."""
        for character in text:
            event = events.Key("space" if character == " " else character, character)
            target = self.app.focused or self.app.screen
            target.post_message(event)
        await self.settle()
        if after:
            await self.press(*after)

    async def paste(self, text: str) -> None:
        """Paste a text, as a terminal hands it over."""
        self.app.post_message(events.Paste(text))
        await self.settle()

    async def letter(self, letter: str) -> None:
        """Escape, then a letter."""
        await self.press("escape", letter)

    async def resize(self, width: int, height: int) -> None:
        """Another size of the window."""
        await self.pilot.resize_terminal(width, height)
        await self.pilot.pause()

    def lines(self) -> list[str]:
        """The screen as lines of text."""
        return [strip.text for strip in self.app.screen._compositor.render_strips(self.app.size)]

    @property
    def screen(self) -> str:
        """The screen as one text."""
        return "\n".join(self.lines())

    @property
    def flat(self) -> str:
        """The screen's words in one row, without the bars that stand before a phrase."""
        return collapse(self.screen.replace(" | ", " "))

    def title(self, step: str) -> str:
        """A step's title as the screen says it, in the language of the interface."""
        return self.app.talk.text.title(step)

    def phrases(self, step: str) -> list[str]:
        """The ways to say a step, as the screen says them."""
        found = self.sitting.guide.step(step)
        assert found is not None
        return self.app.talk.text.phrases(found)

    @property
    def field(self) -> str:
        """What stands in the note field."""
        return self.app.talk.field.text

    def texts(self, step: str) -> list[str]:
        """The texts of a step's notes."""
        return [note.text for note in self.sitting.conversation.entry(step).notes]

    def journal(self) -> str:
        """The text for the journal."""
        talk = self.sitting.conversation
        return document.written(document.make(talk, document.journal_of(talk)))


@asynccontextmanager
async def talking(
    sitting: Sitting | None = None,
    *,
    size: tuple[int, int] = SMALL,
    keeper: Keeper | None = None,
    settings: Settings | None = None,
    earlier: Conversation | None = None,
) -> AsyncIterator[Talking]:
    """A conversation on a screen of this size."""
    sitting = sitting or sit()
    keeper = keeper or MemoryKeeper()
    if not sitting.read_only:
        sitting.on_change = keeper.save
    app = TalkApp(sitting, keeper, settings, earlier)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Talking(app, pilot, sitting)


def run(coroutine: Coroutine[Any, Any, None]) -> None:
    """Run a test that waits for a screen."""
    asyncio.run(coroutine)
