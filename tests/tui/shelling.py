"""Running the whole app: what the tests of the screens around the conversation share."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager, suppress
from io import StringIO
from pathlib import Path
from string import ascii_letters, digits
from typing import Any

from rich.console import Console
from textual import events
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from convoguide import config
from convoguide.config import Settings
from convoguide.core.conversation import Conversation
from convoguide.core.parts import Action, Contact
from convoguide.services.conduct import Sitting
from convoguide.services.keep import Draft, Keeper, MemoryKeeper
from convoguide.store.errors import WrongPassphrase
from convoguide.tui.app import ConvoGuideApp
from convoguide.tui.typed import incoming
from tests.tui.talking import HOSTILE, SMALL, START, clock, sit

__all__ = ["HOSTILE", "START", "run", "sit"]

PASSPHRASE = "en lång fras"
_CHARACTERS = {
    "space": " ",
    "enter": "\r",
    "escape": "\x1b",
    "question_mark": "?",
    "full_stop": ".",
} | {each: each for each in ascii_letters + digits}
MEMORY = Settings(keep="memory", locale="en")
KEPT = Settings(keep="passphrase", locale="en")


def run(coroutine: Coroutine[Any, Any, None]) -> None:
    """Run a test of the app; one that hangs fails."""
    asyncio.run(asyncio.wait_for(coroutine, 60))


class Paper:
    """A clipboard of paper: `works` says whether this computer has one."""

    def __init__(self, *, works: bool = True) -> None:
        self.works, self.held, self.cleared = works, "", 0

    def copy(self, text: str) -> bool:
        if self.works:
            self.held = text
        return self.works

    def clear(self) -> bool:
        self.cleared += 1
        had, self.held = bool(self.held), ""
        return had


class Locked(MemoryKeeper):
    """A keeper behind a passphrase, which forgets everything when the test is over."""

    keeps = True

    def __init__(self, *, exists: bool = True, wait: Callable[[], object] = lambda: None) -> None:
        super().__init__(clock())
        self.exists, self.locked = exists, True
        self.made_with: str | None = None
        self.set_aside = 0
        self._wait = wait

    def create(self, passphrase: str) -> None:
        self._wait()
        self.made_with, self.exists, self.locked = passphrase, True, False

    def unlock(self, passphrase: str) -> None:
        self._wait()
        if passphrase != (self.made_with or PASSPHRASE):
            raise WrongPassphrase
        self.locked = False

    def start_anew(self) -> str:
        self.set_aside += 1
        self.exists = False
        return "/somewhere/store-1"

    def drafts(self) -> list[Draft]:
        found = super().drafts()
        if not self.locked:
            return found
        return [Draft(each.id, each.created, each.updated, each.documented, 9) for each in found]


class Running:
    """The running app: keys go in, the text of the screen comes out."""

    def __init__(self, app: ConvoGuideApp, pilot: Pilot[Any]) -> None:
        self.app, self.pilot = app, pilot

    async def press(self, *keys: str) -> None:
        """Press keys, each once all has been done that the one before it asked for."""
        for key in keys:
            self.app.post_message(events.Key(key, _CHARACTERS.get(key)))
            await self.settle()

    async def type(self, text: str, *after: str) -> None:
        """Type a text key by key, then press these."""
        for character in text:
            name = "space" if character == " " else character
            target = self.app.focused or self.app.screen
            target.post_message(events.Key(name, character))
        await self.settle()
        await self.press(*after)

    async def paste(self, text: str) -> None:
        """Paste a text, as a terminal hands it over."""
        self.app.post_message(events.Paste(text))
        await self.settle()

    async def resize(self, width: int, height: int) -> None:
        """Another size of the window."""
        await self.pilot.resize_terminal(width, height)
        await self.settle()

    async def settle(self) -> None:
        """Wait until everything has been handled, in threads too."""
        await self._handled()
        mine = (
            "drafts",
            "unlock",
            "copy",
            "clipboard",
            "practice",
            "tally",
        )  # Textual's palette has one that waits on
        for worker in [each for each in self.app.workers if each.group in mine]:
            # One that was overtaken by the next of its kind is no failure.
            with suppress(WorkerCancelled):
                await worker.wait()
        await self._drawn()

    async def _handled(self) -> None:
        for _round in range(3):
            await self.pilot._wait_for_screen()
            await asyncio.sleep(0)

    async def _drawn(self) -> None:
        await self._handled()
        await self.pilot.pause()  # a list makes its rows after its first layout

    def lines(self) -> list[str]:
        """The screen as lines of text."""
        return [strip.text for strip in self.app.screen._compositor.render_strips(self.app.size)]

    @property
    def screen(self) -> str:
        """The screen as one text."""
        return "\n".join(self.lines())

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until this holds; fails after some seconds."""
        for _try in range(100):
            if holds():
                return
            await self.pilot.pause(0.05)
        raise AssertionError(self.screen)

    @property
    def name(self) -> str:
        """The class of the screen on top."""
        return type(self.app.screen).__name__

    def markup(self) -> str:
        """All that would be printed, control sequences and all."""
        console = Console(width=self.app.size.width, file=StringIO(), force_terminal=True)
        console.print(self.app.screen._compositor.render_update(full=True))
        printed: str = console.file.getvalue()  # type: ignore[attr-defined]
        return printed


@asynccontextmanager
async def running(
    keeper: Keeper | None = None,
    *,
    settings: Settings | None = None,
    start: str | None = None,
    after: Conversation | str | None = None,
    no_save: bool = False,
    copies: Paper | None = None,
    size: tuple[int, int] = SMALL,
    folder: Path | None = None,
    own_keeper: bool = False,
) -> AsyncIterator[Running]:
    """The app, at home unless `start` says otherwise; `own_keeper`: it makes its keeper itself."""
    home = config.home()
    if folder is not None:
        home = config.Home(folder / "settings.json", folder)
    app = ConvoGuideApp(
        home,
        settings or (KEPT if isinstance(keeper, Locked) else MEMORY),
        start=start,
        after=after,
        no_save=no_save,
        keeper=None if own_keeper else keeper or MemoryKeeper(clock()),
        copies=copies or Paper(),
    )
    async with app.run_test(size=size, notifications=True) as pilot:
        here = Running(app, pilot)
        await pilot.pause()
        await here.settle()
        await here.settle()
        yield here


def rich(*texts: str) -> Sitting:
    """A conversation with these texts everywhere that a person can write."""
    sitting = sit()
    sitting.fill(label=incoming(texts[0]))
    for text in texts:
        sitting.note(text, step="hopes")
        sitting.note(text, "patient", step="treatment_limits")
        sitting.jot(text, "relative")
        sitting.note(text, "presumed", step="prognosis")
    sitting.edit("prognosis", 0, private=True)
    sitting.fill(
        actions=tuple(Action(what=text, responsible=text) for text in texts),
        contacts=tuple(Contact(name=text, phone=text) for text in texts),
    )
    return sitting


def kept(keeper: MemoryKeeper, *sittings: Sitting) -> MemoryKeeper:
    """The keeper, holding these conversations."""
    for sitting in sittings:
        keeper.save(sitting)
        sitting.on_change = keeper.save
    return keeper
