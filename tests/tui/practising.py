"""Rehearsing on the screens, with the real cases and rehearsals in memory."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from convoguide.config import Settings
from convoguide.services.attempts import Attempts
from convoguide.services.rehearse import Practice
from tests.cli.rehearsing import ASKS, HEART, attempts
from tests.tui.shelling import MEMORY, Running, running
from tests.tui.talking import SMALL

__all__ = ["ASKS", "HEART", "attempts"]


@asynccontextmanager
async def rehearsing(
    start: str = f"practice:{HEART}",
    *,
    within: Attempts | None = None,
    settings: Settings = MEMORY,
    size: tuple[int, int] = SMALL,
    folder: Path | None = None,
) -> AsyncIterator[Running]:
    """The app at the page of a case; the same seed each time."""
    async with running(settings=settings, size=size, folder=folder, start=start) as app:
        app.app._attempts = within or app.app._attempts or attempts()
        app.app.new_seed = lambda: 1  # type: ignore[method-assign]
        await app.settle()
        yield app


async def meet(app: Running) -> None:
    """From the page into the talk."""
    await app.press("b")
    await app.until(lambda: getattr(app.app.screen, "practice", None) is not None)
    await app.settle()


async def say(app: Running, *texts: str) -> None:
    """Say these, one after the other."""
    for text in texts:
        await app.type(text, "enter")


def practice(app: Running) -> Practice:
    """The rehearsal of the screen on top."""
    found: Any = app.app.screen
    held: Practice = found.practice
    return held


def turns(app: Running) -> list[str]:
    """What the trainee said in the line in hand."""
    return [turn.text for turn in practice(app).rehearsal.trainee_turns()]


def tried(within: Attempts, *texts: str, case: str = HEART) -> str:
    """An attempt with these turns among those; its id."""
    held = within.begin(case, 1)
    for text in texts:
        held.say(text)
    within.keep(held.rehearsal)
    return held.rehearsal.id
