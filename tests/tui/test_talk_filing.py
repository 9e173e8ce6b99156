"""A note offered the step where it belongs, and jots put under theirs by one key each."""

import pytest

from convoguide.config import Settings
from convoguide.core.conversation import OTHER
from convoguide.services.conduct import Sitting
from tests.tui.talking import FORHAND, SMALL, WIDE, Talking, run, sit, talking

FEAR = "Rädd för att kvävas på natten"
WHERE = "Move it to"


async def offered(talk: Talking, text: str = FEAR) -> None:
    """Type a note and wait for what it is offered."""
    await talk.type(text, "enter")
    await talk.until(lambda: "Backspace leaves it here" in talk.flat)


def at(step: str, way: str = "steps", guide: str = "svas-kronoberg") -> Sitting:
    """A sitting that stands on a step."""
    sitting = sit(guide, way)
    sitting.jump(step)
    return sitting


@pytest.mark.parametrize("way", ["steps", "afterwards"])
@pytest.mark.parametrize("size", [SMALL, WIDE])
def test_one_key_takes_a_note_to_the_step_it_belongs_to_and_undo_takes_it_back(
    way: str, size: tuple[int, int]
) -> None:
    async def story() -> None:
        async with talking(at("hopes", way), size=size) as talk:
            await talk.press("f2")
            await offered(talk)
            assert talk.title("worries") in talk.flat
            before = talk.sitting.conversation.entry("hopes").notes[0]
            assert talk.texts("hopes") == [FEAR]
            await talk.press("tab")
            assert talk.texts("hopes") == []
            (after,) = talk.sitting.conversation.entry("worries").notes
            assert (after.at, after.voice) == (before.at, "patient")
            assert WHERE not in talk.flat
            assert "It is now under" in talk.flat
            assert talk.sitting.step == "hopes"
            await talk.letter("z")
            assert talk.texts("hopes") == [FEAR]
            assert talk.texts("worries") == []

    run(story())


def test_typing_on_a_key_and_going_on_each_keep_the_note_where_it_is() -> None:
    async def story() -> None:
        async with talking(at("hopes")) as talk:
            for key in ("backspace", "x", "enter", "down"):
                await offered(talk)
                await talk.press(key)
                assert WHERE not in talk.flat
                await talk.press("backspace")
                # An answer that comes when nothing is offered any more moves nothing.
                await talk.press("tab")
                talk.app.talk.field.focus()
                talk.app.talk.go_to("hopes")
            assert talk.texts("hopes") == [FEAR] * 4
            assert talk.texts("worries") == []

    run(story())


def test_what_comes_while_one_types_already_is_not_offered() -> None:
    async def story() -> None:
        async with talking(at("hopes")) as talk:
            await talk.type(FEAR, "enter")
            await talk.type("nästa")
            await talk.pilot.pause(0.3)
            assert WHERE not in talk.flat
            assert talk.field == "nästa"

    run(story())


def test_the_setting_turns_it_off_and_a_note_that_stands_well_is_left_alone() -> None:
    async def story() -> None:
        async with talking(at("hopes"), settings=Settings(offer_steps=False)) as talk:
            await talk.type(FEAR, "enter")
            await talk.pilot.pause(0.3)
            assert WHERE not in talk.flat
        async with talking(at("worries")) as talk:
            await talk.type(FEAR, "enter")
            await talk.pilot.pause(0.3)
            assert WHERE not in talk.flat

    run(story())


def test_another_key_shows_the_next_best() -> None:
    async def story() -> None:
        async with talking(at("hopes", guide=FORHAND)) as talk:
            talk.sitting.fill(language="sv")
            await offered(talk, "rädd för sjukhuset, vill dö hemma")
            assert f"Move it to “{talk.title('worries')}”" in talk.flat
            assert f"Right: “{talk.title('home_time')}”." in talk.flat
            await talk.press("right")
            assert f"Move it to “{talk.title('home_time')}”" in talk.flat
            await talk.press("tab")
            assert talk.texts("hopes") == []
            assert talk.texts("home_time") == ["rädd för sjukhuset, vill dö hemma"]

    run(story())


@pytest.mark.parametrize(
    ("key", "step"), [("left", "unwanted_care"), ("right", "treatment_limits")]
)
def test_a_wish_or_a_decision_is_asked_and_neither_is_the_default(key: str, step: str) -> None:
    async def story() -> None:
        async with talking(at("hopes")) as talk:
            await offered(talk, "Pat vill ej ha HLR. Ej HLR.")
            assert "The person's wish or a medical decision?" in talk.flat
            await talk.press("tab")
            talk.app.talk.field.focus()
            assert talk.texts("hopes")
            await talk.press(key)
            assert talk.texts("hopes") == []
            assert talk.texts(step) == ["Pat vill ej ha HLR. Ej HLR."]

    run(story())


def test_a_theme_without_a_step_stands_under_other_with_its_theme() -> None:
    async def story() -> None:
        async with talking(at("hopes")) as talk:
            await offered(talk, "vill inte åka in till sjukhus igen")
            assert "Other that came up: Hospital admission" in talk.flat
            await talk.press("tab")
            (note,) = talk.sitting.conversation.entry(OTHER).notes
            assert note.theme == "hospital_admission"

    run(story())


JOTS = {
    FEAR: "worries",
    "hoppas hinna se sonens bröllop": "hopes",
    "ej HLR": "treatment_limits",
    "ny tid om två veckor": "follow_up",
}


async def jotted(talk: Talking, *jots: str) -> None:
    """Jot these, then walk through them."""
    for jot in jots:
        await talk.type(jot, "enter")
    await talk.letter("b")
    await talk.until(lambda: "Jot 1 of" in talk.screen)


@pytest.mark.parametrize("size", [SMALL, WIDE])
def test_each_jot_takes_one_key_where_the_proposal_is_right(size: tuple[int, int]) -> None:
    async def story() -> None:
        async with talking(sit(way="jot"), size=size) as talk:
            await jotted(talk, *JOTS)
            times = [note.at for note in talk.sitting.conversation.entry(OTHER).notes]
            await talk.press(*["enter"] * len(JOTS))
            assert "Jot" not in talk.screen
            for (jot, step), at_ in zip(JOTS.items(), times, strict=True):
                (note,) = talk.sitting.conversation.entry(step).notes
                assert (note.text, note.at) == (jot, at_)
            assert talk.texts(OTHER) == []
            await talk.letter("z")
            assert talk.texts(OTHER) == ["ny tid om två veckor"]

    run(story())


def test_a_jot_is_left_or_put_elsewhere_by_other_keys() -> None:
    async def story() -> None:
        async with talking(sit(way="jot")) as talk:
            await jotted(talk, FEAR, "rädd för smärta", "BT 120/80", "hoppas på våren")
            await talk.press("s")
            assert "Jot 2 of 4" in talk.screen
            await talk.press("g")
            await talk.type("strength", "enter")
            assert talk.texts("strength") == ["rädd för smärta"]
            # Where nothing is proposed one types at once.
            assert "Jot 3 of 4" in talk.screen
            await talk.type("wellbeing", "enter")
            await talk.press("1")
            assert talk.texts("wellbeing") == ["BT 120/80"]
            assert talk.texts("hopes") == ["hoppas på våren"]
            assert talk.texts(OTHER) == [FEAR]

    run(story())


def test_a_jot_that_is_a_wish_or_a_decision_waits_for_a_number() -> None:
    async def story() -> None:
        async with talking(sit(way="jot")) as talk:
            await jotted(talk, "Pat vill ej ha HLR. Ej HLR.")
            assert "a medical decision" in talk.flat
            assert "the person's wish" in talk.flat
            await talk.press("enter")
            assert talk.texts(OTHER)
            await talk.press("2")
            assert talk.texts(OTHER) == []

    run(story())


def test_a_jot_filed_under_other_by_its_theme_waits_no_longer() -> None:
    async def story() -> None:
        async with talking(sit(way="jot")) as talk:
            await jotted(talk, "vill inte åka in till sjukhus igen", FEAR)
            await talk.press("enter", "s")
            await talk.letter("b")
            await talk.until(lambda: "Jot 1 of 1" in talk.screen)
            assert FEAR in talk.screen

    run(story())


def test_leaving_jot_says_that_jots_wait_and_by_which_key() -> None:
    async def story() -> None:
        async with talking(sit(way="jot")) as talk:
            await talk.type(FEAR, "enter")
            await talk.letter("w")
            await talk.press("a")
            assert "1 jot has no step yet. Esc b" in talk.flat

    run(story())
