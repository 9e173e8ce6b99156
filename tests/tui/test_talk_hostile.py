"""What anyone typed is shown literally, in every view and in every dialog that shows it."""

import pytest

from convoguide.core.parts import Action, Contact, Present
from convoguide.tui.wrapping import drawn
from tests.tui.talking import HOSTILE, Talking, run, talking

LONG = "BP [/] {x} " * 400


ONE_LINE = tuple(" ".join(text.split()) for text in HOSTILE)


def _sees(talk: Talking, texts: tuple[str, ...] = HOSTILE) -> None:
    """All of them stand on the screen: the beginning of each, which is what a list has room for."""
    for text in texts:
        assert drawn(text.split("\n")[0])[:14].strip() in talk.screen


@pytest.mark.parametrize("size", [(80, 60), (120, 60)])
def test_notes_are_shown_literally_in_every_way_and_pane(size: tuple[int, int]) -> None:
    async def story() -> None:
        async with talking(size=size) as talk:
            talk.sitting.fill(label=HOSTILE[0])
            for text in HOSTILE:
                await talk.paste(text)
                _sees(talk, (text,))
                await talk.press("enter")
            _sees(talk)
            await talk.letter("w")
            await talk.press("s")
            _sees(talk)
            if size[0] == 80:
                await talk.letter("t")
                await talk.letter("t")
            await talk.at_rest()
            _sees(talk)
            await talk.press("down")
            assert talk.texts("offered") == list(HOSTILE)
            journal = "".join(talk.journal().split())
            assert all("".join(text.split()) in journal for text in HOSTILE)

    run(story())


def test_notes_are_shown_literally_in_every_dialog() -> None:
    async def story() -> None:
        async with talking(size=(80, 60)) as talk:
            for text in HOSTILE:
                talk.sitting.note(text)
            for letter in ("e", "m", "d", "a"):
                await talk.letter(letter)
                _sees(talk)
                await talk.press("escape", "escape")
            for number, text in enumerate(HOSTILE, 1):
                await talk.letter("e")
                await talk.press(str(number))
                _sees(talk, (text,))
                await talk.press("escape", "escape")
            for text in HOSTILE:
                talk.sitting.jot(text)
            await talk.letter("b")
            for text in HOSTILE:
                _sees(talk, (text,))
                await talk.letter("k")
            assert talk.texts("offered") == list(HOSTILE)

    run(story())


def test_facts_are_shown_literally_in_lists_and_forms() -> None:
    async def story() -> None:
        async with talking(size=(120, 60)) as talk:
            talk.sitting.fill(
                label=ONE_LINE[0],
                present=tuple(Present(who="relative", name=text) for text in ONE_LINE),
                actions=tuple(Action(what=text) for text in ONE_LINE),
                contacts=tuple(Contact(name=text) for text in ONE_LINE),
            )
            talk.app.talk.go_to("plan")
            await talk.settle()
            _sees(talk, ONE_LINE)
            await talk.letter("x")
            _sees(talk, ONE_LINE[:1])
            await talk.press("down", "enter")
            _sees(talk, ONE_LINE)
            await talk.press("up", "enter")
            _sees(talk, ONE_LINE[-1:])

    run(story())


def test_a_note_of_four_thousand_characters_is_no_trouble_anywhere() -> None:
    async def story() -> None:
        async with talking() as talk:
            await talk.paste(LONG)
            await talk.type("x")
            await talk.press("enter")
            assert talk.texts("offered") == [LONG + "x"]
            await talk.letter("w")
            await talk.press("s")
            await talk.press("pagedown", "pagedown", "pageup")
            await talk.letter("e")
            await talk.type("y", "enter")
            assert talk.texts("offered") == [LONG + "xy"]

    run(story())
