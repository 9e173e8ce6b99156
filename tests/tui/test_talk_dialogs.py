"""The dialogs over a conversation: what is marked in them, and which keys they hear."""

from collections.abc import Iterator

import pytest

from convoguide import i18n
from convoguide.tui.dialogs.letters import Choice, LetterDialog
from convoguide.tui.widgets.line_view import LineView
from tests.tui.talking import run, sit, talking


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = i18n.current()
    i18n.use("en")
    yield
    i18n.use(before)


def test_while_the_date_is_typed_another_time_is_marked_and_q_is_behind_escape() -> None:
    async def story() -> None:
        async with talking() as talk:
            await talk.letter("o")
            await talk.press("l")
            choices = talk.app.screen.query_one("#choices", LineView)
            assert choices.cursor == "deferred"
            assert "Esc q Cancel" in talk.lines()[-1]
            asked = talk.app.screen.query_one("#asked")
            assert asked.region.y == choices.region.bottom + 1

    run(story())


@pytest.mark.parametrize(("locale", "shown"), [("en", "y"), ("sv", "j"), ("nb", "j"), ("nn", "j")])
def test_yes_has_the_letter_of_the_interfaces_language_and_y_is_heard_too(
    locale: str, shown: str
) -> None:
    async def story() -> None:
        i18n.use(locale)
        choices = [Choice("no", "n", "nej"), Choice("yes", "y", "ja")]
        for pressed in {"y", shown}:
            answers: list[str | None] = []
            async with talking() as talk:
                await talk.app.push_screen(LetterDialog("?", choices), answers.append)
                await talk.settle()
                assert f"{shown}   ja" in talk.screen
                await talk.press(pressed)
            assert answers == ["yes"]

    run(story())


@pytest.mark.parametrize("second", [None, "nb"])
def test_the_second_languages_mark_stands_on_what_holds_now(second: str | None) -> None:
    async def story() -> None:
        async with talking(sit(way="steps")) as talk:
            talk.app.talk.speak_two("nn")
            talk.app.talk.speak_two(second)
            await talk.letter("&")
            choices = talk.app.screen.query_one("#choices", LineView)
            assert choices.cursor == (second or "-")

    run(story())
