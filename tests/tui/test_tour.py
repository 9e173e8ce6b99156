"""The tour: learnt by doing on the real screens, left at once, and nothing of it stays."""

import pytest

from convoguide import i18n
from convoguide.config import Settings
from convoguide.core.guide import SpokenStep
from convoguide.services import document
from convoguide.services.keep import MemoryKeeper
from convoguide.services.tour import LESSONS, begun
from convoguide.tui.screens.tour import Coach, TourScreen
from tests.tui.shelling import Paper, Running, kept, rich, run, running
from tests.tui.talking import FORHAND, SVAS, clock


def _coach(app: Running) -> str:
    return " ".join(str(app.app.screen.query_one(Coach).visual).split())


async def _open(app: Running, guide: str = SVAS) -> TourScreen:
    screen = TourScreen.begun(guide, clock())
    app.app.push_screen(screen)
    await app.settle()
    return screen


def test_a_fresh_home_offers_it_on_one_line_and_one_with_drafts_does_not() -> None:
    async def story() -> None:
        async with running() as app:
            assert "New here? A tour with a made-up person" in app.screen
            await app.press("down", "down", "enter")
            assert app.name == "TourScreen"
        async with running(kept(MemoryKeeper(), rich("x"))) as app:
            assert "New here?" not in app.screen
            await app.press("o")
            assert app.name == "TourScreen"

    run(story())


def test_help_and_the_palette_lead_to_it_and_it_comes_back_there() -> None:
    async def story() -> None:
        async with running() as app:
            await app.press("f1", "o")
            assert app.name == "TourScreen"
            await app.press("f1")
            assert "o Tour" not in app.lines()[-1]
            await app.press("q", "escape", "escape")
            assert app.name == "HelpScreen"
            await app.press("q", "full_stop")
            await app.type("tour", "enter")
            assert app.name == "TourScreen"

    run(story())


@pytest.mark.parametrize("guide", [SVAS, FORHAND])
def test_the_whole_tour_is_done_by_following_what_it_says(guide: str) -> None:
    async def story() -> None:
        paper, keeper = Paper(), MemoryKeeper(clock())
        async with running(keeper, copies=paper) as app:
            screen = await _open(app, guide)
            seen = []

            def lesson() -> None:
                seen.append(screen.tour.lesson)
                assert f"Tour {len(seen)}/7 · made up, nothing is kept" in _coach(app)

            lesson()
            await app.press("enter")
            lesson()
            await app.type("Her kitchen.", "enter")
            lesson()
            await app.press("f2")
            await app.type("My own kitchen.", "enter")
            lesson()
            await app.press("enter", "escape", "o", "d")
            lesson()
            await app.press("f4")
            await app.type(screen.text.title("worries")[:6], "enter")
            lesson()
            await app.press("f9")
            assert "My own kitchen." in app.screen
            assert "Tour 6/7 · made up, nothing is kept · Esc Esc leaves" in _coach(app)
            await app.press("f9")
            lesson()
            await app.press("escape", "j")
            assert "In the tour nothing is copied" in " ".join(app.screen.split())
            assert "Tour 7/7 · made up, nothing is kept · Esc Esc leaves" in _coach(app)
            await app.press("b", "s")
            assert seen == list(LESSONS)
            await app.press("q")
            assert app.name == "HomeScreen"
            assert paper.held == ""
            assert keeper.drafts() == []

    run(story())


@pytest.mark.parametrize("guide", [SVAS, FORHAND])
def test_the_first_lesson_is_a_step_with_a_way_to_say_it_and_the_next_asks_what_matters(
    guide: str,
) -> None:
    sitting, _keeper = begun(guide, clock())
    assert isinstance(sitting.here, SpokenStep)
    sitting.next()
    assert sitting.step == "what_matters"


@pytest.mark.parametrize("locale", i18n.LOCALES)
@pytest.mark.parametrize("guide", [SVAS, FORHAND])
def test_its_documents_are_in_the_language_of_the_interface(locale: str, guide: str) -> None:
    i18n.use(locale)
    sitting, _keeper = begun(guide, clock())
    sitting.note("x", step="what_matters")
    made = document.make(sitting.conversation, document.journal_of(sitting.conversation))
    assert made.language == locale


@pytest.mark.parametrize(
    "keys",
    [
        ("escape", "escape"),
        ("escape", "q"),
        ("h", "escape", "escape"),
        ("f9", "escape", "escape"),
        ("f9", "j", "escape", "escape"),
    ],
)
def test_it_is_left_at_once_from_anywhere(keys: tuple[str, ...]) -> None:
    async def story() -> None:
        async with running() as app:
            await _open(app)
            await app.press(*keys)
            assert app.name == "HomeScreen"

    run(story())


def test_a_lesson_that_is_done_before_its_turn_is_passed_over() -> None:
    async def story() -> None:
        async with running() as app:
            screen = await _open(app)
            await app.press("f2")
            await app.type("My own kitchen.", "enter")
            assert screen.tour.lesson == "leave"

    run(story())


def test_the_review_leads_on_to_the_journal_without_copying_anything() -> None:
    async def story() -> None:
        paper = Paper()
        async with running(copies=paper) as app:
            await _open(app)
            await app.type("x", "enter")
            await app.press("f9", "j", "b")
            assert app.name == "TourJournal"
            assert paper.held == ""

    run(story())


@pytest.mark.parametrize("locale", i18n.LOCALES)
@pytest.mark.parametrize("guide", [SVAS, FORHAND])
def test_on_a_small_window_one_can_read_the_step_and_type(locale: str, guide: str) -> None:
    i18n.use(locale)

    async def story() -> None:
        async with running(settings=Settings(keep="memory", locale=locale)) as app:
            screen = await _open(app, guide)
            for place in range(len(LESSONS)):
                screen.tour.place = place
                screen.show_talk()
                await app.settle()
                assert screen.query_one(Coach).size.height <= 4
                assert screen.query_one("#body").size.height >= 8
                assert screen.field.region.bottom <= 23

    run(story())
