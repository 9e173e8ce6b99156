"""docs/images/LANGUAGE/*.svg: the real app, shown by Textual's own export, for the READMEs.

`--all FOLDER` takes every screen and dialog instead, in four languages and three sizes, to be
looked at one by one; as PNG too, where rsvg-convert is there. Nothing is read from or written to
this computer's own home of the program.
"""

import argparse
import asyncio
import html
import os
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

from textual.pilot import Pilot

from convoguide import config, i18n
from convoguide.config import Settings
from convoguide.core.parts import Present
from convoguide.services.conduct import Sitting
from convoguide.services.keep_store import StoreKeeper
from convoguide.tui.app import ConvoGuideApp
from picturing.talks import MADE_UP, MadeUp

IMAGES = Path(__file__).resolve().parents[1] / "docs" / "images"
_NOW = datetime(2026, 11, 20, 13, 5, tzinfo=UTC)

Look = Callable[["Stage"], Awaitable[None]]


class Stage:
    """The running app, and a pilot's hand."""

    def __init__(self, pilot: Pilot[int]) -> None:
        self.pilot = pilot

    async def press(self, *keys: str) -> None:
        """Press these keys and let the app finish what they ask for."""
        await self.pilot.press(*keys)
        await self.rest()

    async def rest(self) -> None:
        """Wait for all that is under way, the summary made a moment later too."""
        await self.pilot.pause(0.5)
        await self.pilot.app.workers.wait_for_complete()
        await self.pilot.pause()


def record(sitting: Sitting, locale: str, talk: MadeUp) -> None:
    """Fill in a conversation that never was."""
    sitting.fill(label=talk.label, language=locale, place="home", led_by="physician")
    sitting.fill(present=(Present(who="patient"), Present(who="relative", name=talk.relative)))
    for step, voice, text in talk.notes:
        sitting.note(text, voice, step)  # type: ignore[arg-type]  # the table holds voices
    sitting.leave("deferred", date(2026, 12, 4), "prognosis")
    sitting.leave("declined", step=_DECLINED[talk.guide])


async def _home(stage: Stage) -> None:
    await stage.rest()


async def _talk(stage: Stage) -> None:
    await stage.press("enter")


async def _review(stage: Stage) -> None:
    await stage.press("enter")
    await stage.press("f9")


class Picture(NamedTuple):
    """How a picture is taken."""

    name: str
    size: tuple[int, int]
    theme: str
    way: str
    look: Look


_PICTURES = (
    Picture("home", (80, 24), "dark", "afterwards", _home),
    Picture("afterwards", (80, 24), "dark", "afterwards", _talk),
    Picture("step-by-step", (132, 36), "light", "steps", _talk),
    Picture("review", (80, 30), "dark", "afterwards", _review),
)
_DECLINED = {"svas-kronoberg": "family", "forhandssamtale": "live_long"}


async def _take(folder: Path, locale: str) -> None:
    talk = MADE_UP[locale]
    (IMAGES / locale).mkdir(parents=True, exist_ok=True)
    for name, size, theme, way, look in _PICTURES:
        home = config.Home(folder / name / "settings.json", folder / name)
        settings = Settings(keep="passphrase", locale=locale, theme=theme, way=way)
        keeper = StoreKeeper(home, settings, lambda: _NOW)
        keeper.create("a passphrase that is made up")
        sitting = keeper.begin(talk.guide, way)
        record(sitting, locale, talk)
        sitting.jump(talk.stands_at[way])
        keeper.save(sitting)
        keeper.flush(10)
        keeper.leave(sitting)
        i18n.use(locale)
        app = ConvoGuideApp(home, settings, keeper=keeper)
        async with app.run_test(size=size) as pilot:
            stage = Stage(pilot)
            await stage.rest()
            await look(stage)
            svg = app.export_screenshot(title=talk.title)
        path = IMAGES / locale / f"{name}.svg"
        path.write_text(tidied(svg), encoding="utf-8", newline="\n")


def tidied(svg: str) -> str:
    """The picture without a font from elsewhere, and with no text that begins or ends in blanks.

    Looking at a picture must not fetch anything; and some viewers swallow such blanks and then
    stretch the rest over their room.
    """
    svg = re.sub(r"\s*@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    svg = svg.replace("Fira Code, monospace", "ui-monospace, Menlo, Consolas, monospace")
    return _TEXT.sub(_without_blanks, svg)


_TEXT = re.compile(
    r'(<text class="[^"]*" x=")([\d.]+)(" y="[^"]*" textLength=")([\d.]+)("[^>]*>)([^<]*)'
)
_BLANK = "&#160;"


def _without_blanks(found: re.Match[str]) -> str:
    before, x, between, length, after, text = found.groups()
    inner = text.removesuffix("\n")
    cell = float(length) / max(len(html.unescape(inner)), 1)
    left = right = 0
    while inner.startswith(_BLANK):
        inner, left = inner.removeprefix(_BLANK), left + 1
    while inner.endswith(_BLANK):
        inner, right = inner.removesuffix(_BLANK), right + 1
    x, length = f"{float(x) + left * cell:.1f}", f"{float(length) - (left + right) * cell:.1f}"
    return f"{before}{x}{between}{length}{after}{inner}"


async def take_all(folder: Path, only: list[str], locales: list[str], theme: str) -> None:
    """Every screen, in each of these languages and in three sizes; `only` names some of them."""
    from tests.tui.looks import LOOKS, SIZES, looking

    convert = shutil.which("rsvg-convert")
    for look in LOOKS:
        if only and look.name not in only:
            continue
        for locale in locales:
            async with looking(look, locale, theme=theme) as app:
                for width, height in SIZES:
                    if (width, height) != SIZES[0]:
                        await app.resize(width, height)
                        await app.app.workers.wait_for_complete()
                        await app.settle()
                    path = folder / f"{look.name}-{locale}-{width}x{height}.svg"
                    svg = app.app.export_screenshot(title=path.stem)
                    path.write_text(tidied(svg), encoding="utf-8", newline="\n")
                    if convert:
                        _as_png(convert, path)
        print(look.name, flush=True)


def _as_png(convert: str, path: Path) -> None:
    command = [convert, "-z", "0.8", str(path), "-o", str(path.with_suffix(".png"))]
    subprocess.run(command, check=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/screenshots", description=__doc__)
    parser.add_argument("--all", metavar="FOLDER", type=Path, help="every screen, into this folder")
    parser.add_argument("--only", metavar="NAME", action="append", default=[], help="with --all")
    parser.add_argument("--locale", action="append", choices=i18n.LOCALES)
    parser.add_argument("--theme", choices=config.THEMES, default="dark", help="with --all")
    return parser.parse_args()


def main() -> int:
    """Write all pictures."""
    options = _options()
    os.environ.pop("NO_COLOR", None)
    os.environ["COLORTERM"] = "truecolor"
    os.environ["TZ"] = "UTC"
    if hasattr(time, "tzset"):
        time.tzset()
    i18n.use("en")
    if options.all:
        options.all.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as home:
            os.environ["CONVOGUIDE_HOME"] = home
            locales = options.locale or list(i18n.LOCALES)
            asyncio.run(take_all(options.all, options.only, locales, options.theme))
        return 0
    for locale in options.locale or list(MADE_UP):
        with tempfile.TemporaryDirectory() as folder:
            os.environ["CONVOGUIDE_HOME"] = folder
            asyncio.run(_take(Path(folder), locale))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
