"""What was said last time, beside each step: shown, and answered by a key, never copied."""

import pytest

from convoguide import i18n
from convoguide.core.conversation import Conversation
from convoguide.services.conduct import Sitting
from convoguide.tui.widgets.last_time import LastTimeView
from tests.making import IDENTITY
from tests.making import talk as made
from tests.tui.talking import SMALL, WIDE, Talking, run, sit, talking

EARLIER = made(
    id=IDENTITY,
    held_on="2026-05-04",
    entries={
        "hopes": {"notes": [{"text": "See the spring", "voice": "patient"}]},
        "worries": {"notes": [{"text": "The nights", "voice": "patient"}, "Being alone"]},
        "family": {"outcome": "declined"},
        "treatment_limits": {
            "notes": ["No intensive care"],
            "decided_by": {"role": "physician", "name": "Siv Alm"},
            "decided_on": "2026-05-04",
        },
        "plan": {"notes": [{"text": "Only for me", "private": True}]},
    },
)


def _sitting(way: str = "afterwards", step: str = "hopes") -> Sitting:
    sitting = sit(way=way)
    sitting.follow(IDENTITY)
    sitting.jump(step)
    return sitting


def _since(talk: Talking, step: str) -> tuple[str | None, list[str]]:
    return talk.sitting.conversation.entry(step).since, talk.texts(step)


@pytest.mark.parametrize("size", [SMALL, WIDE])
@pytest.mark.parametrize("way", ["steps", "afterwards", "jot"])
def test_what_was_said_stands_beside_the_step_with_date_and_voice(
    way: str, size: tuple[int, int]
) -> None:
    async def story() -> None:
        async with talking(_sitting(way), size=size, earlier=EARLIER) as talk:
            for words in ("Last time, 4 May 2026", "Patient: See the spring", "Esc + Still so"):
                assert words in talk.screen, words
            assert talk.field == ""
            assert not talk.sitting.conversation.entries

    run(story())


@pytest.mark.parametrize("way", ["steps", "afterwards", "jot"])
def test_still_so_records_the_mark_and_no_words(way: str) -> None:
    async def story() -> None:
        async with talking(_sitting(way), earlier=EARLIER) as talk:
            await talk.letter("+")
            assert _since(talk, "hopes") == ("confirmed", [])
            assert "today: confirmed" in talk.screen
            await talk.letter("z")
            assert not talk.sitting.conversation.entries

    run(story())


def test_words_typed_before_the_key_are_those_of_today_in_the_voice_that_is_shown() -> None:
    async def story() -> None:
        async with talking(_sitting(), earlier=EARLIER) as talk:
            await talk.press("f2")
            await talk.type("Yes, the spring")
            await talk.letter("+")
            assert _since(talk, "hopes") == ("confirmed", ["Yes, the spring"])
            assert talk.sitting.conversation.entry("hopes").notes[0].voice == "patient"
            assert talk.field == ""
            talk.app.talk.go_to("worries")
            await talk.letter("-")
            assert _since(talk, "worries") == ("withdrawn", [])

    run(story())


@pytest.mark.parametrize("way", ["steps", "afterwards", "jot"])
def test_changing_puts_the_words_into_the_field_and_records_only_new_ones(way: str) -> None:
    async def story() -> None:
        async with talking(_sitting(way), earlier=EARLIER) as talk:
            await talk.letter("*")
            assert talk.field == "See the spring"
            assert not talk.sitting.conversation.entries
            await talk.press("enter")
            assert not talk.sitting.conversation.entries
            assert "words of last time" in talk.flat
            assert talk.field == "See the spring"
            await talk.type(" at home", "enter")
            assert _since(talk, "hopes") == ("changed", ["See the spring at home"])
            assert talk.sitting.conversation.entry("hopes").notes[0].voice == "patient"
            assert talk.field == ""
            assert talk.app.talk.voice == "clinician"

    run(story())


def test_leaving_the_step_takes_last_times_words_out_of_the_field() -> None:
    async def story() -> None:
        async with talking(_sitting(), earlier=EARLIER) as talk:
            await talk.letter("*")
            talk.app.talk.go_to("worries")
            assert talk.field == ""
            await talk.type("new", "enter")
            assert _since(talk, "worries") == (None, ["new"])
            talk.app.talk.go_to("hopes")
            await talk.letter("*")
            await talk.press(*["ctrl+w"] * 3, "enter")
            assert talk.app.talk.rewording is None
            assert talk.sitting.step == "hopes"
            assert "hopes" not in talk.sitting.conversation.entries

    run(story())


def test_of_several_notes_one_is_chosen_to_be_changed() -> None:
    async def story() -> None:
        async with talking(_sitting(step="worries"), earlier=EARLIER) as talk:
            await talk.letter("*")
            assert "What is seen differently now?" in talk.screen
            await talk.press("up", "enter")
            assert talk.field == "The nights"
            assert talk.app.talk.voice == "patient"

    run(story())


def test_a_limit_is_never_taken_over_as_decided() -> None:
    async def story() -> None:
        async with talking(_sitting(step="treatment_limits"), earlier=EARLIER) as talk:
            assert "a physician decides anew" in talk.flat
            await talk.letter("+")
            entry = talk.sitting.conversation.entry("treatment_limits")
            assert (entry.since, entry.decided, entry.decided_by) == ("confirmed", False, None)
            await talk.letter("*")
            await talk.type(" at all", "enter")
            entry = talk.sitting.conversation.entry("treatment_limits")
            assert (entry.since, entry.decided) == ("changed", False)

    run(story())


def test_what_was_held_apart_stays_so_in_its_new_words() -> None:
    async def story() -> None:
        async with talking(_sitting(step="plan"), earlier=EARLIER) as talk:
            assert "held apart: Only for me" in talk.screen
            await talk.letter("*")
            await talk.type(" now", "enter")
            assert talk.sitting.conversation.entry("plan").notes[0].private

    run(story())


def test_how_a_step_was_left_is_told_and_can_be_answered() -> None:
    async def story() -> None:
        async with talking(_sitting(step="family"), earlier=EARLIER) as talk:
            assert "declined" in talk.screen
            await talk.letter("*")
            await talk.type("Now we can talk of it", "enter")
            assert _since(talk, "family") == ("changed", ["Now we can talk of it"])

    run(story())


def test_on_the_list_each_topic_has_last_time_in_a_line_and_jot_walks_through_them() -> None:
    async def story() -> None:
        async with talking(_sitting(), earlier=EARLIER, size=(80, 90)) as talk:
            assert "< last time: Patient: The nights · – Being alone" in talk.screen
        async with talking(_sitting("jot"), earlier=EARLIER) as talk:
            assert "1/5 Hopes" in talk.screen
            await talk.press("down")
            assert "2/5" in talk.screen
            assert "The nights" in talk.screen
            await talk.letter("-")
            assert _since(talk, "worries") == ("withdrawn", [])
            await talk.type("a jot", "enter")
            assert talk.texts("other") == ["a jot"]

    run(story())


def test_more_than_there_is_room_for_is_one_key_away_and_changes_nothing_unasked() -> None:
    async def story() -> None:
        notes = [f"note {n} " + "word " * 20 for n in range(12)]
        earlier = made(id=IDENTITY, held_on="2026-05-04", entries={"hopes": {"notes": notes}})
        async with talking(_sitting("steps"), earlier=earlier) as talk:
            assert "more lines  Esc , Last time" in talk.screen
            assert talk.app.talk.query_one(LastTimeView).size.height <= 6
            await talk.letter(",")
            assert "note 1 word" in talk.screen
            await talk.press("pagedown", "pagedown", "pagedown")
            assert "note 11 word" in talk.screen
            await talk.press("enter")
            assert not talk.sitting.conversation.entries
            await talk.letter(",")
            await talk.press("+")
            assert _since(talk, "hopes") == ("confirmed", [])

    run(story())


def test_without_an_earlier_talk_nothing_of_it_is_shown_or_offered() -> None:
    async def story() -> None:
        async with talking() as talk:
            assert not talk.app.talk.query_one(LastTimeView).display
            await talk.press("escape")
            assert "Still so" not in talk.screen

    run(story())


def _hostile() -> Conversation:
    texts = ["[@click=app.exit()]x[/] [bold]", "{0} %s {{ 7 }}", "שלום \u202e evil"]
    notes = [{"text": each, "voice": "patient"} for each in texts]
    return made(id=IDENTITY, entries={"hopes": {"notes": notes}})


@pytest.mark.parametrize("locale", ["sv", "nb", "nn", "en"])
@pytest.mark.parametrize("way", ["steps", "afterwards", "jot"])
def test_it_fits_80_by_24_in_every_language_and_is_shown_as_it_stands(
    locale: str, way: str
) -> None:
    i18n.use(locale)

    async def story() -> None:
        async with talking(_sitting(way, "treatment_limits"), earlier=EARLIER) as talk:
            for step in ("hopes", "treatment_limits"):
                talk.app.talk.go_to(step)
                await talk.settle()
                view = talk.app.talk.query_one(LastTimeView).region
                field = talk.app.talk.field
                assert talk.app.talk.region.contains_region(view)
                assert field.size.height >= 3
                assert field.region.bottom <= 24
                assert talk.app.talk.query_one("#feed").size.height >= (8 if way == "steps" else 0)
        async with talking(_sitting(way), earlier=_hostile()) as talk:
            assert "[@click=app.exit()]x[/] [bold]" in talk.screen
            assert "{0} %s {{ 7 }}" in talk.screen

    run(story())
    i18n.use("en")
