"""The tally: exact numbers on the owner's own screen, none under five in a file."""

import csv
import io
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from convoguide import config, i18n
from convoguide.config import Settings
from convoguide.core.conversation import Conversation
from convoguide.core.parts import Documented
from convoguide.services import content
from convoguide.services.conduct import Sitting
from convoguide.services.keep import MemoryKeeper
from convoguide.services.keep_store import StoreKeeper
from tests.keeping import new_store
from tests.making import talk
from tests.tui.shelling import KEPT, PASSPHRASE, START, Locked, Running, kept, run, running
from tests.tui.test_shell_layout import LOCALES, _whole


def held(number: int, month: int, guide: str = "svas-kronoberg", **parts: Any) -> Sitting:
    """A conversation in which hopes were talked about and the prognosis was declined."""
    entries = {"hopes": {"notes": ["Vill hem"]}, "prognosis": {"outcome": "declined"}}
    found: Conversation = talk(
        guide,
        id=f"019bbca0-9840-7b06-ae1d-213dc71{number:05}",
        held_on=f"2026-{month:02}-14",
        entries=entries,
        **parts,
    )
    return Sitting(content.guide(guide), found, now=lambda: START)


def some() -> list[Sitting]:
    """Seven of October and one of November, of which one is overdue and one was followed up."""
    first = held(1, 10, follow_up="2026-10-20", documented={"on": "2026-10-15"})
    second = held(2, 10, follow_up="2026-10-20")
    later = held(3, 11, "forhandssamtale", previous=str(second.conversation.id))
    return [first, second, later, *(held(number, 10) for number in range(4, 9))]


def line_of(app: Running, words: str) -> str:
    """The line of the screen that holds these words."""
    return next(line for line in app.lines() if words in line)


def test_the_tally_is_reached_from_home_by_its_row_by_its_letter_and_by_the_palette() -> None:
    async def story() -> None:
        async with running(kept(MemoryKeeper(), *some()), size=(80, 40)) as app:
            assert "Tally" in app.screen
            for keys in (("n",), ("full_stop", *"tally", "enter")):
                await app.press(*keys)
                assert app.name == "TallyScreen"
                await app.press("q")
                assert app.name == "HomeScreen"
            app.app.screen.choose(("more", "tally"))  # type: ignore[attr-defined]
            await app.settle()
            assert app.name == "TallyScreen"

    run(story())


def test_every_number_is_told_in_words_and_figures() -> None:
    async def story() -> None:
        async with running(kept(MemoryKeeper(), *some()), size=(100, 40)) as app:
            await app.press("n")
            assert "Conversations: 8" in app.screen
            october, november = line_of(app, "Oct 2026"), line_of(app, "Nov 2026")
            assert "7" in october
            assert "Serious illness conversation" in october
            assert "1" in november
            assert "rhåndssamtale" in november
            assert "Documented in the journal: 1 (12%)" in app.screen
            for words in ("kept: 1", "overdue: 1", "still to come: 0"):
                assert f"Follow-ups {words}" in app.screen
            assert line_of(app, "Hopes").split() == ["Hopes", "8", "(100%)", "0", "0"]
            assert line_of(app, "Prognosis").split() == ["Prognosis", "0", "(0%)", "8", "0"]
            assert october.count("#") > november.count("#") > 0

    run(story())


def test_a_narrow_window_tells_the_same_in_sentences() -> None:
    async def story() -> None:
        async with running(kept(MemoryKeeper(), *some()), size=(50, 60)) as app:
            await app.press("n")
            assert "Hopes: talked about 8 (100%)" in app.screen
            assert "Oct 2026     7" in app.screen

    run(story())


def test_with_nothing_counted_it_says_what_to_do() -> None:
    async def story() -> None:
        async with running() as app:
            await app.press("n")
            assert "Nothing has been counted yet." in app.screen
            assert "Begin one on the home screen" in " ".join(app.screen.split())
            await app.press("f")
            assert app.name == "TallyScreen"

    run(story())


def test_without_a_store_no_passphrase_is_asked_for() -> None:
    async def story() -> None:
        async with running(Locked(exists=False)) as app:
            await app.press("n")
            assert app.name == "TallyScreen"
            assert "Nothing has been counted yet." in app.screen

    run(story())


def test_a_locked_store_is_opened_first() -> None:
    async def story() -> None:
        async with running(kept(Locked(), *some())) as app:
            await app.press("n")
            assert app.name == "PassphraseDialog"
            await app.type(PASSPHRASE, "enter")
            await app.until(lambda: app.name == "TallyScreen")
            await app.settle()
            assert "Conversations: 8" in app.screen

    run(story())


def test_what_was_counted_stays_when_a_conversation_is_deleted() -> None:
    keeper = kept(MemoryKeeper(), *some())
    keeper.delete(str(some()[0].conversation.id))

    async def story() -> None:
        async with running(keeper) as app:
            await app.press("n")
            assert "Conversations: 8" in app.screen

    run(story())


def test_the_real_store_counts_what_was_just_noted(tmp_path: Path) -> None:
    async def story() -> None:
        new_store(tmp_path, PASSPHRASE)
        keeper = StoreKeeper(config.Home(tmp_path / "settings.json", tmp_path), KEPT)
        keeper.unlock(PASSPHRASE)
        async with running(keeper, settings=KEPT, folder=tmp_path) as app:
            await app.press("enter")
            app.app.screen.go_to("worries")  # type: ignore[attr-defined]
            await app.type("Vet ej", "enter")
            await app.press("escape", "q")
            await app.press("n")
            await app.until(lambda: "Conversations: 1" in app.screen)
            assert "Worries" in app.screen

    run(story())


def test_a_file_to_pass_on_holds_no_group_under_five_and_replaces_none(tmp_path: Path) -> None:
    target = tmp_path / "held.csv"

    async def story() -> None:
        async with running(kept(MemoryKeeper(), *some())) as app:
            await app.press("n", "f")
            app.app.screen.query_one("Input").value = str(target)  # type: ignore[attr-defined]
            await app.press("enter")
            assert "Written" in app.screen
            before = target.read_bytes()
            await app.press("f")
            app.app.screen.query_one("Input").value = str(target)  # type: ignore[attr-defined]
            await app.press("enter")
            assert "could not be written" in app.screen
            assert target.read_bytes() == before

    run(story())
    rows = list(csv.DictReader(io.StringIO(target.read_text(encoding="utf-8-sig"))))
    held_by_month = {row["month"]: row["count"] for row in rows if row["measure"] == "held"}
    assert held_by_month == {"2026-10": "7", "2026-11": "<5"}


def test_a_file_of_another_kind_is_refused_with_those_that_are_known(tmp_path: Path) -> None:
    async def story() -> None:
        async with running(kept(MemoryKeeper(), *some())) as app:
            await app.press("n", "f")
            path = tmp_path / "held.doc"
            app.app.screen.query_one("Input").value = str(path)  # type: ignore[attr-defined]
            await app.press("enter")
            assert ".svg, .png, .csv, .json" in app.screen
            assert not path.exists()

    run(story())


@pytest.mark.parametrize("locale", LOCALES)
def test_the_tally_is_whole_on_80_by_24_in_every_language(locale: str) -> None:
    i18n.use(locale)
    sittings = some()
    sittings[0].fill(documented=Documented(on=(START + timedelta(days=1)).date(), where=None))

    async def story() -> None:
        settings = Settings(keep="memory", locale=locale)
        async with running(kept(MemoryKeeper(), *sittings), settings=settings) as app:
            await app.press("n")
            assert app.name == "TallyScreen"
            _whole(app)
            await app.press("end")
            _whole(app)
            await app.press("f1")
            _whole(app)

    run(story())
