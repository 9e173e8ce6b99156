"""Every screen and dialog of the app as it is reached by keys, for measuring it and for looking.

The conversations in them are made up, in the language of the guide.
"""

import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import NamedTuple

from convoguide import i18n
from convoguide.config import Settings
from convoguide.core.parts import Action, Contact, Present
from convoguide.services.conduct import Sitting
from convoguide.services.follow_on import begin_after
from convoguide.services.keep import MemoryKeeper
from tests.cli.rehearsing import HEART, attempts
from tests.tui.practising import tried
from tests.tui.shelling import Locked, Running, kept, running
from tests.tui.talking import FORHAND, SVAS, clock, sit

SIZES = ((80, 24), (120, 40), (200, 60))
_NOTES = {
    SVAS: (
        ("understanding", "patient", "Hjärtat är slitet, det vet jag."),
        ("hopes", "patient", "Se barnbarnet gifta sig i maj."),
        ("hopes", "clinician", "Planerar resan med dottern."),
        ("worries", "patient", "Att inte få luft på natten."),
        ("other", "clinician", "Hon frågade om färdtjänst."),
    ),
    FORHAND: (
        ("illness_thoughts", "patient", "Hjertet er slitt, det vet jeg."),
        ("hopes", "patient", "Se barnebarnet gifte seg i mai."),
        ("hopes", "clinician", "Planlegger reisen med datteren."),
        ("worries", "patient", "Ikke å få puste om natta."),
        ("other", "clinician", "Hun spurte om skyss."),
    ),
}


class Look(NamedTuple):
    """How a screen is reached: in which world, and by which keys; a text is typed."""

    name: str
    keys: tuple[str, ...] = ()
    world: str = "kept"
    way: str = "afterwards"


def _typed(text: str) -> str:
    return f"type:{text}"


LOOKS = (
    Look("home-fresh", world="fresh"),
    Look("home"),
    Look("home-commands", ("escape",)),
    Look("talk-afterwards", ("enter",)),
    Look("talk-steps", ("enter",), way="steps"),
    Look("talk-jot", ("enter", _typed("Vill hem")), way="jot"),
    Look("talk-commands", ("enter", "escape")),
    Look("talk-pane-steps", ("enter", "escape", "t"), way="steps"),
    Look("talk-pane-summary", ("enter", "escape", "t")),
    Look("talk-large", ("enter", "escape", "l"), way="steps"),
    Look("talk-last-time", ("enter",), world="followed"),
    Look("talk-last-time-whole", ("enter", "escape", ","), world="followed"),
    Look("voice", ("enter", "escape", "v")),
    Look("outcome", ("enter", "escape", "o")),
    Look("way", ("enter", "escape", "w")),
    Look("jump", ("enter", "f4")),
    Look("jump-nothing", ("enter", "f4", _typed("qqqqzz"))),
    Look("note-choice", ("enter", "escape", "e")),
    Look("edit", ("enter", "escape", "e", "enter")),
    Look("move", ("enter", "escape", "m", "enter")),
    Look("filing", ("enter", "escape", "b")),
    Look("facts", ("enter", "escape", "x")),
    Look("facts-form", ("enter", "escape", "x", "enter")),
    Look("facts-list", ("enter", "escape", "x", "down", "down", "enter")),
    Look("palette", ("full_stop",)),
    Look("palette-talk", ("enter", "escape", "full_stop")),
    Look("leave-half-typed", ("enter", _typed("halv"), "escape", "q")),
    Look("review", ("enter", "f9")),
    Look("review-findings", ("enter", "f9", "k")),
    Look("review-empty", ("enter", "f9"), world="fresh"),
    Look("review-document", ("enter", "f9", "x")),
    Look("letter", ("enter", "f9", "l")),
    Look("wording", ("enter", "f9", "l", "w")),
    Look("journal", ("j",)),
    Look("journal-question", ("j", "b")),
    Look("journal-file", ("j", "f")),
    Look("journal-documented", ("j", "d")),
    Look("documents", ("d",)),
    Look("documents-from", ("d", "enter")),
    Look("identify", ("i",)),
    Look("tally", ("n",)),
    Look("tally-empty", ("n",), world="fresh"),
    Look("settings", ("t",)),
    Look("settings-choice", ("t", "enter")),
    Look("help-home", ("f1",)),
    Look("help-talk", ("enter", "f1")),
    Look("tour", ("o",), world="fresh"),
    Look("tour-review", ("o", _typed("x"), "enter", "f9"), world="fresh"),
    Look("tour-journal", ("o", _typed("x"), "enter", "f9", "j"), world="fresh"),
    Look("paste", ("p",)),
    Look("delete", ("x",)),
    Look("curtain", ("f8",)),
    Look("first-start", world="first"),
    Look("first-start-keeping", ("enter",), world="first"),
    Look("passphrase-new", ("enter",), world="new"),
    Look("passphrase", ("enter",), world="locked"),
    Look("cases", ("r",)),
    Look("case", world="practice"),
    Look("rehearsal", ("b", _typed("Hej, hur mår du i dag?"), "enter"), world="practice"),
    Look("rehearsal-commands", ("b", "escape"), world="practice"),
    Look("debrief", ("b", _typed("Hej, hur mår du i dag?"), "enter", "f9"), world="practice"),
    Look("progress", ("s",), world="practice"),
)


def held(guide_id: str) -> Sitting:
    """A conversation with something everywhere."""
    sitting = sit(guide_id)
    sitting.fill(
        label="A 12",
        present=(Present(who="patient"), Present(who="relative", name="Kajsa")),
        contacts=(Contact(name="Kajsa", phone="070-123 45 67"),),
        actions=(Action(what="Recept", responsible="Kajsa"),),
    )
    for step, voice, text in _NOTES[guide_id]:
        sitting.note(text, voice, step)  # type: ignore[arg-type]  # the table holds voices
    sitting.leave("declined", step="prognosis")
    sitting.jump("hopes")
    return sitting


def _keeper(look: Look, guide_id: str) -> MemoryKeeper:
    if look.world in ("locked", "new"):
        keeper: MemoryKeeper = Locked(exists=look.world == "locked")
        return kept(keeper, held(guide_id)) if look.world == "locked" else keeper
    keeper = MemoryKeeper(clock())
    if look.world == "kept":
        sitting = held(guide_id)
        sitting.way = look.way
        return kept(keeper, sitting)
    if look.world == "followed":
        before = held(guide_id)
        kept(keeper, before)
        sitting = begin_after(keeper, before.conversation, guide_id, look.way)
        sitting.jump("hopes")
        sitting.fill(label="A 12")
    return keeper


@asynccontextmanager
async def looking(
    look: Look, locale: str, size: tuple[int, int] = SIZES[0], theme: str = "dark"
) -> AsyncIterator[Running]:
    """The app at that screen, in that language; the guide is that of the language's country."""
    i18n.use(locale)
    guide_id = FORHAND if locale in ("nb", "nn") else SVAS
    keep = {"locked": "passphrase", "new": "passphrase", "first": None}.get(look.world, "memory")
    settings = Settings(
        keep=keep, locale=None if keep is None else locale, way=look.way, theme=theme
    )
    start = f"practice:{HEART}" if look.world == "practice" else None
    with tempfile.TemporaryDirectory() as folder:
        async with running(
            _keeper(look, guide_id),
            settings=settings,
            start=start,
            size=size,
            folder=Path(folder),
        ) as app:
            if look.world == "practice":
                within = attempts()
                tried(within, "Hej, hur mår du i dag?")
                app.app._attempts = within
                app.app.new_seed = lambda: 1  # type: ignore[method-assign]
            for key in look.keys:
                if key.startswith("type:"):
                    await app.type(key.removeprefix("type:"))
                else:
                    await app.press(key)
            await app.app.workers.wait_for_complete()
            await app.settle()
            yield app
