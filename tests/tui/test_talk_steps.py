"""Step by step: what to ask, ways to say it, and every kind of answer, by keyboard alone."""

from datetime import date

import pytest

from convoguide.core.text import collapse
from convoguide.services.content import guide
from convoguide.tui.guide_text import GuideText
from convoguide.tui.large import large_lines
from tests.tui.talking import FORHAND, SMALL, SVAS, TALL, WIDE, Talking, run, sit, talking

NOTES = {
    "right_time": "Sykere siste måned, sønnen spurte.",
    "what_matters": "Å sitte ute i hagen.",
    "permission": "Greit å snakke nå.",
    "illness_thoughts": "Vet at lungene er slitne.",
    "hopes": "Å rekke konfirmasjonen.",
    "worries": "Å bli liggende alene.",
    "information_needs": "Vil vite det viktigste, ingen tall.",
    "acutely_ill_wishes": "Helst hjelp hjemme først.",
    "hospital_admission": "Bare hvis det ikke går hjemme.",
    "end_of_life_priorities": "Stille, og familien i huset.",
    "live_long": "Gode dager framfor mange.",
    "people_present": "Sønnen og søsteren.",
    "people_to_talk_to": "Gjerne presten.",
    "unwanted_care": "Ikke respirator.",
    "spokesperson": "Sønnen Ola.",
    "home_time": "Vil være hjemme så lenge sønnen orker.",
    "plan_b": "Sykehjemmet ved parken.",
    "summary": "Hjemme, trygg, ikke alene.",
    "treatment_limits": "Ikke hjerte-lunge-redning.",
    "symptom_strategy": "Lindring mot tung pust.",
    "plan": "Vi skriver en plan sammen.",
    "may_change": "Vet at alt kan endres.",
    "document": "Ført samme dag.",
}


def test_a_whole_conversation_is_held_step_by_step_by_keyboard_alone() -> None:
    async def story() -> None:
        async with talking(sit(FORHAND, "steps")) as talk:
            for step in talk.sitting.guide.steps():
                assert talk.sitting.step == step.id
                await ANSWERS.get(step.id, _nothing)(talk)
                if step.id in NOTES:
                    await talk.type(NOTES[step.id], "enter")
                await talk.press("enter")
            assert talk.sitting.step == "other"
            for step_id, text in NOTES.items():
                assert text in talk.texts(step_id)
            held = talk.sitting.conversation
            assert talk.texts("offered") == ["Vil helst snakke med en gang"]
            assert held.capacity is not None
            assert held.capacity.able == "yes"
            assert [(each.who, each.name) for each in held.present] == [
                ("patient", None),
                ("relative", "Ola"),
            ]
            assert talk.texts("relatives_needs") == [
                "Pårørende kan og vil gi behovsmedisin; Det er barn under 18 år i familien"
            ]
            assert held.entry("prognosis").outcome == "deferred"
            assert held.entry("prognosis").again_on == date(2026, 12, 4)
            assert [each.name for each in held.contacts] == ["Hjemmesykepleien"]
            assert held.contacts[0].hours == ("day", "night")
            assert held.follow_up == date(2026, 12, 4)
            limit = held.entry("treatment_limits")
            assert limit.decided
            assert limit.decided_by is not None
            assert limit.decided_by.name == "Berg"
            assert talk.texts("team") == ["Hjemmetjenesten har fått beskjed; Gitt på telefon"]
            journal = collapse(talk.journal())
            for _step, _index, note in held.notes():
                assert note.text.rstrip(".") in journal

    run(story())


async def _nothing(_talk: Talking) -> None:
    pass


async def _choose(talk: Talking) -> None:
    await talk.press("escape", "2")


async def _capacity(talk: Talking) -> None:
    await talk.press("tab", "enter")


async def _who(talk: Talking) -> None:
    await talk.letter("f")
    await talk.press("right", "enter", "enter")
    await talk.letter("a")
    await talk.press("right", "right")
    await talk.press("enter")
    await talk.type("Ola", "enter")
    await talk.letter("q")


async def _later(talk: Talking) -> None:
    await talk.letter("o")
    await talk.press("l")
    await talk.type("4/12", "enter")
    await talk.press("up")


async def _ticks(talk: Talking) -> None:
    await talk.press("tab", "enter", "down", "down", "space", "tab")


async def _decision(talk: Talking) -> None:
    await talk.letter("f")
    await talk.press("right", "enter")
    await talk.type("Berg", "enter")
    await talk.type("20/11", "f2")


async def _contact(talk: Talking) -> None:
    await talk.letter("f")
    await talk.press("enter")
    await talk.type("Hjemmesykepleien", "enter")
    await talk.press("enter", "enter", "enter")
    await talk.type("51 00 00 00", "enter")
    await talk.press("space", "right", "right", "space", "f2")
    await talk.letter("q")


async def _again(talk: Talking) -> None:
    await talk.letter("f")
    await talk.type("om 2 uker", "enter")


async def _told(talk: Talking) -> None:
    await talk.press("escape", "2", "escape", "8")


ANSWERS = {
    "offered": _choose,
    "capacity": _capacity,
    "who_takes_part": _who,
    "prognosis": _later,
    "relatives_needs": _ticks,
    "treatment_limits": _decision,
    "contacts": _contact,
    "follow_up": _again,
    "team": _told,
}


def test_a_key_goes_through_the_ways_to_say_it() -> None:
    async def story() -> None:
        async with talking(sit(SVAS, "steps")) as talk:
            phrases = talk.phrases("offered")
            for phrase in (*phrases, phrases[0]):
                assert phrase in talk.flat
                await talk.letter("i")

    run(story())


@pytest.mark.parametrize("size", [SMALL, TALL, WIDE])
def test_the_phrase_stands_alone_in_large_letters_when_asked(size: tuple[int, int]) -> None:
    async def story() -> None:
        async with talking(sit(SVAS, "steps"), size=size) as talk:
            await talk.press("down", "down")
            await talk.letter("l")
            await talk.settle()
            first = next(row for row in large_lines(talk.phrases("relatives_present")[0], 78, 17))
            assert "▌" in first or "█" in first
            shown = "".join(talk.lines()[1:-9])
            assert set(shown) & set("▌█▀▄")
            assert not any(character.isalpha() for character in shown)
            await talk.letter("i")
            assert "".join(talk.lines()[1:-9]) != shown
            await talk.letter("l")
            assert "Stage 1 of 6" in talk.screen

    run(story())


@pytest.mark.parametrize("guide_id", [SVAS, FORHAND])
def test_every_phrase_is_drawn_large_on_two_windows_at_most(guide_id: str) -> None:
    for locale in ("sv", "nb", "nn", "en"):
        text = GuideText(guide(guide_id), locale)
        for step in text.guide.steps():
            for phrase in text.phrases(step):
                for width, height in ((78, 18), (120, 60)):
                    lines = large_lines(phrase, width, height)
                    # Two windows at most: nobody scrolls far while someone waits for an answer.
                    assert len(lines) <= 2 * height
                    assert not any(each.isalpha() for line in lines for each in line), phrase


def test_a_text_with_letters_that_cannot_be_drawn_stands_far_apart_instead() -> None:
    assert large_lines("שלום hej", 40, 10)[0] == "ש ל ו ם   h e j"
    assert large_lines("a word too long for it " + "x" * 60, 20, 50)[0] == "a   w o r d   t o o"


def test_a_reminder_with_a_condition_is_shown_only_while_it_holds() -> None:
    async def story() -> None:
        async with talking(sit(SVAS, "steps"), size=TALL) as talk:
            await talk.press("down")
            text, step = talk.app.talk.text, talk.sitting.guide.step("capacity")
            assert step is not None
            before = text.reminders(step, talk.sitting.conversation)
            await talk.press("escape", "3")
            after = text.reminders(step, talk.sitting.conversation)
            assert after[:1] == before
            assert len(after) == 2
            assert after[1] in talk.flat

    run(story())


def test_the_feed_tells_what_was_asked_and_what_was_answered_in_the_order_it_came() -> None:
    async def story() -> None:
        async with talking(sit(SVAS, "steps"), size=(80, 60)) as talk:
            talk.app.talk.go_to("hopes")
            await talk.type("Dopet i maj", "enter")
            talk.app.talk.go_to("offered")
            await talk.type("Ja tack", "enter")
            talk.app.talk.go_to("plan")
            await talk.settle()
            hopes, offered = talk.title("hopes"), talk.title("offered")
            order = [hopes, "Dopet i maj", offered, "Ja tack", "Stage 5"]
            places = [talk.screen.index(each) for each in order]
            assert places == sorted(places)

    run(story())


@pytest.mark.parametrize("size", [(120, 40), (200, 60)])
def test_a_wide_window_shows_the_steps_the_step_and_the_summary_as_it_grows(
    size: tuple[int, int],
) -> None:
    async def story() -> None:
        async with talking(sit(SVAS, "steps"), size=size) as talk:
            await talk.type("Vill gärna prata", "enter")
            await talk.at_rest()
            assert f"[x] {talk.title('offered')}"[:20] in talk.screen
            assert "Stage 1 of 6" in talk.screen
            assert talk.screen.count("Vill gärna prata") == 2
            # The pane tells the whole of the journal text, the line above its sections too.
            assert "2026-11-20." in talk.screen

    run(story())


def test_a_narrow_window_shows_one_pane_at_a_time_and_a_key_changes_it() -> None:
    async def story() -> None:
        async with talking(sit(SVAS, "steps")) as talk:
            await talk.type("half a li")
            assert "Stage 1 of 6" in talk.screen
            await talk.letter("t")
            assert "Stage 1 of 6" not in talk.screen
            assert f"[ ] {talk.title('capacity')}" in talk.screen
            await talk.letter("t")
            await talk.at_rest()
            assert "The journal text grows here as you" in talk.screen
            assert "half a li" in talk.screen
            await talk.letter("t")
            assert "Stage 1 of 6" in talk.screen
            assert talk.field == "half a li"

    run(story())


def test_a_single_choice_is_one_note_and_another_choice_takes_its_place() -> None:
    async def story() -> None:
        async with talking(sit(SVAS, "steps")) as talk:
            await talk.press("escape", "1")
            await talk.press("escape", "3")
            assert talk.texts("offered") == ["Vill tänka på saken"]
            await talk.press("escape", "3")
            assert talk.texts("offered") == []

    run(story())


def test_typing_goes_back_to_the_field_from_the_answers() -> None:
    async def story() -> None:
        async with talking(sit(SVAS, "steps")) as talk:
            await talk.press("tab")
            await talk.type("J")
            await talk.type("a")
            assert talk.field == "Ja"
            assert talk.texts("offered") == []

    run(story())
