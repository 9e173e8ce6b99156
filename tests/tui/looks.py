"""Every screen and dialog of the app as it is reached by keys, for measuring it and for looking.

The conversations in them are made up, in the language of the interface; in the guide's where that
is English.
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
from convoguide.store.errors import CorruptStore
from convoguide.tui.facts import PARTS
from tests.cli.rehearsing import HEART, attempts
from tests.tui.practising import tried
from tests.tui.shelling import Locked, Running, kept, running
from tests.tui.talking import FORHAND, SVAS, clock, sit

SIZES = ((80, 24), (120, 40), (200, 60))
_NOTES = {
    "sv": (
        ("understanding", "patient", "Hjärtat är slitet, det vet jag."),
        ("hopes", "patient", "Se barnbarnet gifta sig i maj."),
        ("hopes", "clinician", "Planerar resan med dottern."),
        ("worries", "patient", "Att inte få luft på natten."),
        ("other", "clinician", "Hon frågade om färdtjänst."),
    ),
    "nb": (
        ("illness_thoughts", "patient", "Hjertet er slitt, det vet jeg."),
        ("hopes", "patient", "Se barnebarnet gifte seg i mai."),
        ("hopes", "clinician", "Planlegger reisen med datteren."),
        ("worries", "patient", "Ikke å få puste om natta."),
        ("other", "clinician", "Hun spurte om skyss."),
    ),
    "nn": (
        ("illness_thoughts", "patient", "Hjartet er slite, det veit eg."),
        ("hopes", "patient", "Sjå barnebarnet gifte seg i mai."),
        ("hopes", "clinician", "Planlegg reisa med dottera."),
        ("worries", "patient", "Ikkje å få puste om natta."),
        ("other", "clinician", "Ho spurde om skyss."),
    ),
}


class Said(NamedTuple):
    """What is typed in a language, and who one rehearses with in it."""

    case: str
    greeting: str
    asks: tuple[str, str, str]
    jot: str
    elsewhere: str
    """A note that belongs under another step than where it is written."""
    number: str
    phone: str
    relative: str
    what: str


_SWEDISH = Said(
    HEART,
    "Hej, hur mår du i dag?",
    ("Vad oroar dig mest?", "Det låter tungt om nätterna. Berätta mer.", "Vad vill du veta?"),
    "Vill hem",
    "Han vill inte till sjukhus igen",
    "Personnummer 19121212-1212 i texten",
    "070-123 45 67",
    "Kajsa",
    "Recept",
)
_SAID = {
    "sv": _SWEDISH,
    "en": _SWEDISH,
    "nb": Said(
        "hjertesvikt-barnehagetanta",
        "Hei, hvordan har du det i dag?",
        ("Hva bekymrer deg mest?", "Det høres tungt ut. Fortell mer.", "Hva vil du vite?"),
        "Vil hjem",
        "Han vil ikke på sykehus igjen",
        "Fødselsnummer 01010112377 i teksten",
        "412 34 567",
        "Kari",
        "Resept",
    ),
    "nn": Said(
        "kreft-bonden",
        "Hei, korleis har du det i dag?",
        ("Kva uroar deg mest?", "Det høyrest tungt ut. Fortel meir.", "Kva vil du vite?"),
        "Vil heim",
        "Han vil ikkje på sjukehus igjen",
        "Fødselsnummer 01010112377 i teksten",
        "412 34 567",
        "Kari",
        "Resept",
    ),
}


class Look(NamedTuple):
    """How a screen is reached: in which world, and by which keys; a text is typed.

    `said:` and a name types that text of the language; `part:` and an id marks that part;
    `pause` waits for what comes once one rests.
    """

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
    Look("talk-jot", ("enter", "said:jot"), way="jot"),
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
    Look("facts-list", ("enter", "escape", "x", "part:present", "enter")),
    Look("facts-limits", ("enter", "escape", "x", "part:decision", "enter", "right", "right")),
    Look("outcome-date", ("enter", "escape", "o", "l")),
    Look("offer", ("enter", "said:elsewhere", "enter")),
    Look("number", ("enter", "said:number", "pause")),
    Look("since", ("enter", "said:jot", "enter", "f9", "w"), world="followed"),
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
    Look("passphrase-change", ("t", "p"), world="locked"),
    Look("trouble", world="trouble"),
    Look("cases", ("r",)),
    Look("case", world="practice"),
    Look("rehearsal", ("b", "said:greeting", "enter"), world="practice"),
    Look("rehearsal-commands", ("b", "escape"), world="practice"),
    Look("debrief", ("b", "said:greeting", "enter", "f9"), world="practice"),
    Look("teacher", ("a", "y"), world="practice"),
    Look("progress", ("s",), world="practised"),
    Look("progress-empty", ("s",), world="practice"),
    Look("compared", ("b", "said:greeting", "enter", "f9", "l", "enter"), world="practised"),
)


def held(guide_id: str, locale: str) -> Sitting:
    """A conversation with something everywhere."""
    said = _SAID[locale]
    sitting = sit(guide_id)
    sitting.fill(
        label="A 12",
        present=(Present(who="patient"), Present(who="relative", name=said.relative)),
        contacts=(Contact(name=said.relative, phone=said.phone),),
        actions=(Action(what=said.what, responsible=said.relative),),
    )
    for step, voice, text in _NOTES["sv" if locale == "en" else locale]:
        sitting.note(text, voice, step)  # type: ignore[arg-type]  # the table holds voices
    sitting.leave("declined", step="prognosis")
    sitting.jump("hopes")
    return sitting


def _keeper(look: Look, guide_id: str, locale: str) -> MemoryKeeper:
    if look.world in ("locked", "new"):
        keeper: MemoryKeeper = Locked(exists=look.world == "locked")
        return kept(keeper, held(guide_id, locale)) if look.world == "locked" else keeper
    keeper = MemoryKeeper(clock())
    if look.world == "kept":
        sitting = held(guide_id, locale)
        sitting.way = look.way
        return kept(keeper, sitting)
    if look.world == "followed":
        before = held(guide_id, locale)
        kept(keeper, before)
        sitting = begin_after(keeper, before.conversation, guide_id, look.way)
        sitting.jump("hopes")
        sitting.fill(label="A 12")
    return keeper


async def _press(app: Running, key: str, said: Said) -> None:
    kind, colon, name = key.partition(":")
    if key == "pause":
        await app.pilot.pause(0.4)  # what is looked for once one rests
    elif not colon:
        await app.press(key)
    elif kind == "part":
        ids = [part.id for part in PARTS]
        await app.press(*["down"] * ids.index(name))
    else:
        await app.type(getattr(said, name) if kind == "said" else name)


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
    said = _SAID[locale]
    practising = look.world in ("practice", "practised")
    start = f"practice:{said.case}" if practising else None
    with tempfile.TemporaryDirectory() as folder:
        async with running(
            _keeper(look, guide_id, locale),
            settings=settings,
            start=start,
            size=size,
            folder=Path(folder),
        ) as app:
            if practising:
                within = attempts()
                tried(within, said.greeting, case=said.case)
                if look.world == "practised":
                    tried(within, said.greeting, *said.asks, case=said.case)
                    tried(within, *reversed(said.asks), said.greeting, case=said.case)
                app.app._attempts = within
                app.app.new_seed = lambda: 1  # type: ignore[method-assign]
            if look.world == "trouble":
                app.app._store_trouble(CorruptStore(Path("~/convoguide/store")))
            for key in look.keys:
                await _press(app, key, said)
            await app.app.workers.wait_for_complete()
            await app.settle()
            yield app
