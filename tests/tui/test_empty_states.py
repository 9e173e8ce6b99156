"""Where there is nothing yet, the screen says what to do about it."""

import pytest

from convoguide.services.keep import MemoryKeeper
from tests.tui.shelling import Running, kept, rich, run, running


def _says(app: Running, text: str) -> bool:
    return text in " ".join(app.screen.replace("│", " ").split())


@pytest.mark.parametrize(
    ("keys", "says"),
    [
        ((), "Press Enter on a guide above to begin a conversation."),
        ((), "New here? A tour with a made-up person"),
        (("d", "enter"), "No conversation is kept here. Begin one first, or name a file."),
        (("n",), "Begin one on the home screen; it is then counted here"),
        (("enter", "f9"), "Go back and type a note under any step; it will appear here."),
        (("enter", "escape", "j"), "Go back and type a note under any step; it will appear here."),
        (("enter", "f9", "l"), "Go back and type a note under a step; it will be offered here."),
        (("enter", "escape", "e"), "This step has no notes. Type one, then Enter."),
        (("enter",), "Type a note, or press Enter for the next topic."),
        (("enter", "escape", "t"), "The journal text grows here as you write."),
    ],
)
def test_an_empty_place_says_what_to_do(keys: tuple[str, ...], says: str) -> None:
    async def story() -> None:
        async with running() as app:
            await app.press(*keys)
            await app.until(lambda: _says(app, says))

    run(story())


@pytest.mark.parametrize(
    ("keys", "says"),
    [
        (("full_stop",), "No command matches. Try fewer letters."),
        (("enter", "f4"), "No step matches. Try fewer letters, or a number."),
    ],
)
def test_a_search_without_a_hit_says_how_to_find_more(keys: tuple[str, ...], says: str) -> None:
    async def story() -> None:
        async with running() as app:
            await app.press(*keys)
            await app.type("qqqqzz")
            assert _says(app, says)
            await app.press("enter")
            assert _says(app, says)

    run(story())


def test_none_of_it_is_said_where_there_is_something() -> None:
    async def story() -> None:
        async with running(kept(MemoryKeeper(), rich("x"))) as app:
            assert not _says(app, "Enter on a guide above")
            await app.press("d", "enter")
            assert not _says(app, "No conversation is kept here")
            await app.press("escape", "escape", "q", "enter", "f9")
            assert not _says(app, "Go back and type a note")
            await app.press("j")
            assert not _says(app, "Go back and type a note")

    run(story())
