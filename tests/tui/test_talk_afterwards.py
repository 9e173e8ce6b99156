"""Afterwards: all topics on one list, and a whole conversation in a few keys a topic."""

from convoguide.core.text import collapse
from tests.tui.talking import run, sit, talking

SAID = {
    "offered": "Fick frågan i telefon, ville gärna komma.",
    "relatives_present": "Dottern är med.",
    "importance": "Att få vara hemma.",
    "understanding": "Vet att det inte går att bota.",
    "wellbeing": "Sitta i köket och höra radion.",
    "what_matters": "Barnbarnen, och katten.",
    "strength": "Klarade cancern förra gången tack vare systern.",
    "information_needs": "Vill veta det stora hela, inga siffror.",
    "hopes": "Hinna till dopet i maj.",
    "worries": "Att inte få luft om natten.",
    "critical_abilities": "Kunna prata med de sina.",
    "family": "Har talat med dottern, inte med sonen.",
    "spokesperson": "Dottern Eva.",
    "summary": "Hemma så länge det går, lugn om natten.",
    "plan": "Kommunsköterskan kommer på torsdag.",
    "follow_up": "Nytt samtal om två veckor.",
    "teach_back": "Ska ringa om andningen blir tung.",
}


def test_a_whole_conversation_is_written_by_keyboard_alone() -> None:
    async def story() -> None:
        async with talking(sit()) as talk:
            for step in talk.sitting.guide.steps():
                assert talk.sitting.step == step.id
                if step.id == "worries":
                    await talk.press("f2")
                if step.id in SAID:
                    await talk.type(SAID[step.id], "enter")
                if step.id == "unwanted_care":
                    await talk.letter("o")
                    await talk.press("d")
                elif step.id != "team":
                    await talk.press("enter")
            journal = collapse(talk.journal())
            for step_id, text in SAID.items():
                assert talk.texts(step_id) == [text]
                assert text.rstrip(".") in journal
            worry = talk.sitting.conversation.entry("worries").notes[0]
            assert worry.voice == "patient"
            assert talk.sitting.conversation.entry("unwanted_care").outcome == "declined"

    run(story())


def test_enter_in_the_empty_field_goes_to_the_next_topic_and_notes_stay_where_they_were_typed() -> (
    None
):
    async def story() -> None:
        async with talking() as talk:
            assert talk.sitting.step == "offered"
            await talk.press("enter")
            assert talk.sitting.step == "capacity"
            await talk.type("Ja", "enter")
            assert talk.sitting.step == "capacity"
            assert talk.texts("capacity") == ["Ja"]
            await talk.type("och en till", "enter", "enter")
            assert talk.texts("capacity") == ["Ja", "och en till"]
            assert talk.sitting.step == "relatives_present"

    run(story())


def test_notes_stand_under_their_topic_with_whose_words_they_are() -> None:
    async def story() -> None:
        async with talking() as talk:
            await talk.press("f2")
            assert "the patient's words" in talk.screen
            await talk.type("Jag vill hem", "enter")
            lines, marked = talk.lines(), f"[x] {talk.title('offered')}"
            title = next(n for n, line in enumerate(lines) if marked in line)
            assert "Patient: Jag vill hem" in lines[title + 1]
            await talk.press("enter")
            assert "the clinician's note" in talk.screen

    run(story())


def test_up_down_home_and_end_walk_the_list_while_the_field_is_empty() -> None:
    async def story() -> None:
        async with talking() as talk:
            await talk.press("down", "down", "up")
            assert talk.sitting.step == "capacity"
            await talk.press("end")
            assert talk.sitting.step == "other"
            assert "This is the end of the list" in talk.screen
            await talk.press("enter")
            assert "F9 shows the finished text" in talk.screen
            await talk.press("home")
            assert talk.sitting.step == "offered"

    run(story())


def test_in_a_field_with_text_up_and_down_move_the_caret_and_never_the_topic() -> None:
    async def story() -> None:
        async with talking() as talk:
            await talk.paste("one\ntwo")
            await talk.press("up", "up", "x", "down", "down", "y")
            assert talk.field == "xone\ntwoy"
            assert talk.sitting.step == "offered"

    run(story())


def test_the_marked_topic_is_always_in_sight() -> None:
    async def story() -> None:
        async with talking() as talk:
            for _press in range(35):
                await talk.press("enter")
                title = talk.app.talk.text.title(talk.sitting.step)
                assert any(line.lstrip().startswith(">") for line in talk.lines()), title

    run(story())


def test_a_long_note_is_told_by_its_beginning_and_shown_whole_where_it_is_changed() -> None:
    async def story() -> None:
        async with talking() as talk:
            long = "word " * 300 + "the very end"
            await talk.paste(long)
            await talk.press("enter")
            assert "more lines" in talk.screen
            assert talk.texts("offered") == [long]
            await talk.letter("e")
            assert "the very end" in talk.screen

    run(story())
