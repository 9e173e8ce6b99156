"""The dialogs of the app as they are reached by keys: what they say of how to go on."""

import pytest

from tests.tui.looks import Look, looking
from tests.tui.shelling import run


@pytest.mark.parametrize(("locale", "system"), [("en", "Cosmic"), ("nb", "DIPS")])
def test_which_system_holds_the_text_is_asked_with_an_example_of_its_country(
    locale: str, system: str
) -> None:
    async def story() -> None:
        async with looking(Look("documented", ("j", "d")), locale) as app:
            assert app.name == "TextDialog"
            assert system in app.screen
            assert "Enter" in app.screen

    run(story())


def test_choosing_a_passphrase_says_what_enter_does() -> None:
    async def story() -> None:
        async with looking(Look("new", ("enter",), world="new"), "en") as app:
            assert app.name == "PassphraseDialog"
            assert "Enter goes on" in app.screen

    run(story())


def test_a_criterion_of_two_lines_goes_on_under_its_own_words() -> None:
    async def story() -> None:
        async with looking(Look("identify", ("i",)), "en") as app:
            lines = app.lines()
            first = next(n for n, line in enumerate(lines) if "gradual decline" in line)
            assert lines[first].index("General") == lines[first + 1].index("continues")

    run(story())
