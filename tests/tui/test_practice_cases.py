"""Choosing a person: the list by language, the page, and what of it is for afterwards."""

import pytest

from convoguide import i18n
from convoguide.config import Settings
from convoguide.services import case_page, cases
from convoguide.services.case_text import told
from tests.tui.practising import ASKS, HEART, attempts, meet, practice, rehearsing, tried
from tests.tui.shelling import run, running
from tests.tui.test_shell_layout import LOCALES, _whole

PAGE = cases.case(HEART)
HELD_BACK = told(PAGE, "en").teacher.held_back.split(":")[0] + ": she sleeps"


def test_rehearsing_is_reached_from_home_by_its_row_by_its_letter_and_by_the_palette() -> None:
    async def story() -> None:
        async with running() as app:
            for keys in (("r",), ("full_stop", *"rehearse", "enter")):
                await app.press(*keys)
                assert app.name == "CasesScreen"
                await app.press("q")
                assert app.name == "HomeScreen"
            app.app.screen.choose(("more", "practice"))  # type: ignore[attr-defined]
            await app.settle()
            assert app.name == "CasesScreen"

    run(story())


def test_every_person_is_listed_with_what_one_chooses_by() -> None:
    async def story() -> None:
        async with running(start="practice", size=(120, 60)) as app:
            await app.settle()
            for each in cases.all_cases():
                assert case_page.title(each) in app.screen
                assert case_page.facts(each) in app.screen
            assert "None of these people exists" in app.screen

    run(story())


@pytest.mark.parametrize(("locale", "shown"), [("sv", {"sv"}), ("nb", {"nb", "nn"})])
def test_one_sees_first_who_speaks_ones_own_language(locale: str, shown: set[str]) -> None:
    i18n.use(locale)

    async def story() -> None:
        settings = Settings(keep="memory", locale=locale)
        async with running(settings=settings, start="practice", size=(120, 60)) as app:
            await app.settle()
            for each in cases.all_cases():
                assert (case_page.title(each) in app.screen) == (each.language in shown)

    run(story())


def test_the_list_is_filtered_by_language() -> None:
    async def story() -> None:
        async with running(start="practice", size=(120, 60)) as app:
            await app.settle()
            await app.press("l", "n")
            for each in cases.all_cases():
                assert (case_page.title(each) in app.screen) == (each.language == "nn")
            assert "speak another language: l shows them" in app.screen
            await app.press("l", "a")
            assert case_page.title(PAGE) in app.screen

    run(story())


def test_a_persons_page_tells_who_one_meets_and_what_to_practise_and_nothing_more() -> None:
    async def story() -> None:
        async with rehearsing(size=(120, 60)) as app:
            assert app.name == "CaseScreen"
            assert "Maj-Britt Sandelin, 79" in app.screen
            assert told(PAGE, "en").aim.split(",")[0] in app.screen
            assert "The person is made up" in app.screen
            assert HELD_BACK not in app.screen

    run(story())


def test_the_teachers_page_is_behind_a_key_and_a_question() -> None:
    async def story() -> None:
        async with rehearsing(size=(120, 80)) as app:
            await app.press("a")
            assert app.name == "LetterDialog"
            await app.press("n")
            assert HELD_BACK not in app.screen
            await app.press("a", "y")
            assert HELD_BACK in app.screen
            await app.press("a")
            assert HELD_BACK not in app.screen

    run(story())


def test_after_an_attempt_the_teachers_page_opens_without_a_question() -> None:
    async def story() -> None:
        within = attempts()
        tried(within, *ASKS)
        async with rehearsing(within=within, size=(120, 80)) as app:
            app.app.screen._look()  # type: ignore[attr-defined]
            await app.until(lambda: "Your attempts" in app.screen)
            await app.press("a")
            assert HELD_BACK in app.screen

    run(story())


def test_an_attempt_is_listed_opened_and_gone_on_with_and_deleted() -> None:
    async def story() -> None:
        within = attempts()
        tried(within, *ASKS)
        async with rehearsing(within=within, size=(100, 60)) as app:
            app.app.screen._look()  # type: ignore[attr-defined]
            await app.until(lambda: "Your attempts" in app.screen)
            await app.press("down", "down", "enter")
            await app.until(lambda: app.name == "DebriefScreen")
            await app.settle()
            await app.press("f9")
            await app.until(lambda: app.name == "RehearsalScreen")
            await app.settle()
            assert "Det låter ensamt." in app.screen
            await app.type("Berätta mer.", "enter")
            assert len(practice(app).rehearsal.trainee_turns()) == len(ASKS) + 1
            await app.press("escape", "q")
            assert app.name == "CaseScreen"
            await app.settle()
            assert "5 turns" in app.screen
            await app.press("down", "down", "x", "y")
            await app.settle()
            assert within.all() == ()
            assert "Your attempts" not in app.screen

    run(story())


def test_a_case_that_is_not_there_is_said_to_be_so() -> None:
    async def story() -> None:
        async with running(start="practice:0123abcd") as app:
            await app.until(lambda: "There is no rehearsal of that id" in app.screen)
            await app.type("Hej", "enter")
            assert "Hej" in app.screen
            assert "One moment" in app.screen

    run(story())


@pytest.mark.parametrize("locale", LOCALES)
def test_the_list_the_page_and_the_talk_are_whole_on_80_by_24(locale: str) -> None:
    i18n.use(locale)

    async def story() -> None:
        settings = Settings(keep="memory", locale=locale)
        async with rehearsing(settings=settings) as app:
            _whole(app)
            await meet(app)
            _whole(app)
            await app.type(ASKS[0], "enter", "escape", "i", "escape", "m")
            _whole(app)
            await app.press("escape", "w")
            _whole(app)
            await app.press("1", "2", "f9")
            assert app.name == "DebriefScreen"
            _whole(app)
            await app.press("s")
            _whole(app)
            await app.press("q", "q", "q", "q")
            assert app.name == "CasesScreen"
            _whole(app)

    run(story())
