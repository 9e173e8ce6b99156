"""Three ways into the same conversation: whatever is changed to, nothing is lost."""

from itertools import permutations

import pytest

from convoguide.core.conversation import OTHER
from tests.tui.talking import run, sit, talking

LETTERS = {"steps": "s", "afterwards": "a", "jot": "j"}


@pytest.mark.parametrize("ways", list(permutations(LETTERS)))
def test_changing_the_way_keeps_every_note_the_step_and_the_half_typed_line(
    ways: tuple[str, ...],
) -> None:
    async def story() -> None:
        async with talking(sit(way=ways[0])) as talk:
            talk.app.talk.go_to("hopes")
            for number, way in enumerate(ways):
                await talk.letter("w")
                await talk.press(LETTERS[way])
                assert talk.sitting.way == way
                assert talk.field == "half a "[: number * 7]
                await talk.type("" if number else "half a ")
                assert "half a" in talk.screen
            assert talk.sitting.step == "hopes"
            await talk.press("w", "o", "r", "d", "enter")
            kept = OTHER if ways[-1] == "jot" else "hopes"
            assert talk.texts(kept) == ["half a word"]

    run(story())


def test_jot_shows_nothing_but_the_line_and_how_safe_it_is() -> None:
    async def story() -> None:
        async with talking(sit(way="jot")) as talk:
            await talk.type("only this")
            assert talk.flat == "only this memory only, nothing is kept"

    run(story())


def test_jots_are_kept_in_order_with_their_time() -> None:
    async def story() -> None:
        async with talking(sit(way="jot")) as talk:
            await talk.type("first", "enter")
            await talk.type("second", "enter")
            await talk.press("enter")
            notes = talk.sitting.conversation.entry(OTHER).notes
            assert [note.text for note in notes] == ["first", "second"]
            assert notes[0].at is not None
            assert notes[1].at is not None
            assert notes[0].at < notes[1].at
            assert "first" not in talk.screen

    run(story())


def test_jots_are_put_under_their_steps_one_by_one_with_a_few_letters_each() -> None:
    async def story() -> None:
        async with talking(sit(way="jot")) as talk:
            for jot in ("dottern är med", "rädd för natten", "ring på torsdag", "katten"):
                await talk.type(jot, "enter")
            await talk.letter("b")
            await talk.until(lambda: "Jot 1 of 4" in talk.screen)
            assert "dottern är med" in talk.screen
            await talk.letter("g")
            await talk.type("relatives_present", "enter")
            assert "Jot 2 of 4" in talk.screen
            await talk.letter("g")
            await talk.type("worries", "enter")
            await talk.letter("s")
            assert "Jot 4 of 4" in talk.screen
            await talk.letter("g")
            await talk.type("what_matters", "enter")
            assert talk.texts("relatives_present") == ["dottern är med"]
            assert talk.texts("worries") == ["rädd för natten"]
            assert talk.texts("what_matters") == ["katten"]
            assert talk.texts(OTHER) == ["ring på torsdag"]
            await talk.letter("z")
            assert talk.texts(OTHER) == ["ring på torsdag", "katten"]

    run(story())


def test_leaving_with_a_half_typed_line_asks_and_keeps_it_when_told_to() -> None:
    async def story() -> None:
        async with talking() as talk:
            await talk.type("not finished")
            await talk.letter("q")
            assert "There is an unfinished line" in talk.screen
            await talk.press("w")
            assert talk.field == "not finished"
            assert not talk.app.asked
            await talk.letter("q")
            await talk.press("s")
            assert talk.texts("offered") == ["not finished"]
            assert [type(each).__name__ for each in talk.app.asked] == ["Left"]

    run(story())


def test_a_jump_out_of_jot_shows_the_step_on_the_list() -> None:
    async def story() -> None:
        async with talking(sit(way="jot")) as talk:
            await talk.type("half")
            await talk.press("f4")
            await talk.type("hopes", "enter")
            assert talk.sitting.step == "hopes"
            assert talk.sitting.way == "afterwards"
            assert talk.field == "half"

    run(story())
