"""The rehearsal itself: saying, keeping silent, going back, choosing, and what is refused."""

from pathlib import Path

import pytest

from convoguide import i18n
from convoguide.config import Settings
from convoguide.services.rehearsals_kept import all_kept
from convoguide.store.rehearsals import RehearsalFolder
from tests.tui.practising import ASKS, attempts, meet, practice, rehearsing, say, turns
from tests.tui.shelling import run
from tests.tui.talking import HOSTILE

SYNTHETIC = "19121212-1212"
ROOMY = (100, 60)


def test_what_is_typed_is_said_and_answered() -> None:
    async def story() -> None:
        async with rehearsing(size=ROOMY) as app:
            await meet(app)
            assert "made up" in app.lines()[0]
            await say(app, *ASKS[:2])
            assert turns(app) == list(ASKS[:2])
            assert f"You: {ASKS[1]}" in app.screen
            answer = practice(app).rehearsal.last.text
            assert answer.split(".")[0][:40] in app.screen.replace("\n", " ")
            assert app.app.screen.field.blank  # type: ignore[attr-defined]

    run(story())


def test_silence_is_a_key_and_leaves_what_is_half_typed() -> None:
    async def story() -> None:
        async with rehearsing(size=ROOMY) as app:
            await meet(app)
            await app.type("Jag", "f2")
            assert practice(app).rehearsal.trainee_turns()[0].silent
            assert "You: (silence)" in app.screen
            assert app.app.screen.field.text == "Jag"  # type: ignore[attr-defined]
            await app.press("escape", "t")
            assert len(turns(app)) == 2

    run(story())


def test_enter_in_the_empty_field_says_nothing_and_tells_how_to_be_silent() -> None:
    async def story() -> None:
        async with rehearsing() as app:
            await meet(app)
            await app.press("enter")
            assert turns(app) == []
            assert "F2 stays silent" in app.screen

    run(story())


def test_an_identity_number_is_refused_and_what_was_typed_stays() -> None:
    async def story() -> None:
        async with rehearsing(size=ROOMY) as app:
            await meet(app)
            await say(app, f"Du är {SYNTHETIC}?")
            assert turns(app) == []
            assert "This holds an identity number" in app.screen
            assert SYNTHETIC in app.app.screen.field.text  # type: ignore[attr-defined]

    run(story())


def test_a_hint_and_the_mood_are_shown_only_when_asked_for() -> None:
    async def story() -> None:
        async with rehearsing(size=ROOMY) as app:
            await meet(app)
            await say(app, ASKS[0])
            assert "One thing to try" not in app.screen
            assert "Trust" not in app.screen
            await app.press("escape", "i", "escape", "m")
            assert "One thing to try" in app.screen
            assert "Trust" in app.screen
            await say(app, ASKS[1])
            assert "One thing to try" not in app.screen
            assert "Trust" in app.screen
            assert practice(app).rehearsal.trainee_turns()[1].hinted
            await app.press("escape", "m")
            assert "Trust" not in app.screen

    run(story())


def test_one_goes_back_to_a_turn_and_to_the_line_that_was_left() -> None:
    async def story() -> None:
        async with rehearsing(size=ROOMY) as app:
            await meet(app)
            await say(app, *ASKS[:3])
            await app.press("f4", "3")
            assert turns(app) == [ASKS[0]]
            assert "What you left is kept" in app.screen
            await say(app, ASKS[3])
            assert len(practice(app).lines) == 2
            await app.press("escape", "y", "1")
            assert turns(app) == list(ASKS[:3])

    run(story())


def test_a_turn_marked_with_the_arrow_keys_is_where_one_goes_back_to() -> None:
    async def story() -> None:
        async with rehearsing(size=ROOMY) as app:
            await meet(app)
            await say(app, *ASKS[:3])
            await app.press("up", "up", "up")
            assert any(line.startswith(" >   5 ") for line in app.lines())
            await app.press("f4", "enter")
            assert turns(app) == list(ASKS[:2])

    run(story())


def test_going_back_offers_the_turn_before_the_last_one() -> None:
    async def story() -> None:
        async with rehearsing(size=ROOMY) as app:
            await meet(app)
            await app.press("f4", "enter")
            assert turns(app) == []
            await say(app, *ASKS[:3])
            await app.press("f4", "enter")
            assert turns(app) == list(ASKS[:2])

    run(story())


def test_the_last_turn_is_taken_back_and_its_words_stand_in_the_field() -> None:
    async def story() -> None:
        async with rehearsing(size=ROOMY) as app:
            await meet(app)
            await say(app, *ASKS[:2])
            await app.press("escape", "z")
            assert turns(app) == [ASKS[0]]
            assert app.app.screen.field.text == ASKS[1]  # type: ignore[attr-defined]

    run(story())


def test_beginners_choose_among_three_by_digit_or_by_mark() -> None:
    async def story() -> None:
        async with rehearsing(size=ROOMY) as app:
            await app.press("w")
            await app.until(lambda: "What do you say?" in app.screen)
            offers = practice(app).offers()
            for each in offers:
                assert each.text[:30] in app.screen
            await app.press("2")
            assert turns(app) == [offers[1].text]
            third = practice(app).offers()[2].text
            await app.press("down", "down", "enter")
            assert turns(app)[-1] == third
            assert all(each.chosen for each in practice(app).rehearsal.trainee_turns())
            await app.press("escape", "1")
            assert len(turns(app)) == 3
            await app.press("f9", "q", "i")
            assert app.app.screen.field.blank  # type: ignore[attr-defined]
            await app.press("t")
            assert practice(app).rehearsal.trainee_turns()[-1].silent
            await app.press("w")
            await say(app, ASKS[1])
            assert turns(app)[-1] == ASKS[1]

    run(story())


def test_the_guides_stages_stand_beside_it_where_there_is_room() -> None:
    async def story() -> None:
        async with rehearsing(size=(120, 40)) as app:
            await meet(app)
            await say(app, "Vad hoppas du på framöver?")
            assert "[x] Hopes" in app.screen
            assert "[ ] Worries" in app.screen
            assert "Stage 4 of 6" in app.screen
            await app.resize(80, 24)
            assert "[x] Hopes" not in app.screen
            assert "Stage 4 of 6" in app.screen
            await app.press("escape", "b")
            assert "Not yet spoken of here" in app.screen

    run(story())


def test_when_the_person_has_had_enough_it_is_said_and_one_can_go_back() -> None:
    async def story() -> None:
        async with rehearsing(size=ROOMY) as app:
            await meet(app)
            harsh = "Sluta nu, det är inget att oroa sig för, vi har ont om tid."
            while not practice(app).ended:
                practice(app).say(harsh)
            await say(app, harsh)
            assert "Maj-Britt wants to stop here." in app.screen
            await app.press("f4", "home", "enter")
            assert "wants to stop here" not in app.screen
            assert turns(app) == []

    run(story())


def test_every_turn_is_on_disk_at_once_and_a_half_line_is_not_dropped(tmp_path: Path) -> None:
    folder = RehearsalFolder(tmp_path / "rehearsals")

    async def story() -> None:
        async with rehearsing(within=attempts(folder), size=ROOMY) as app:
            await meet(app)
            assert not folder.folder.exists()
            await say(app, ASKS[0])
            assert all_kept(folder) == (practice(app).rehearsal,)
            assert app.lines()[0].rstrip().endswith("saved")
            await app.type("Och", "escape", "q")
            assert app.name == "LetterDialog"
            await app.press("w")
            assert app.app.screen.field.text == "Och"  # type: ignore[attr-defined]
            await app.press("escape", "q", "l")
            assert app.name == "CaseScreen"

    run(story())


def test_a_disk_that_takes_nothing_is_said_and_the_talk_goes_on(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    folder = RehearsalFolder(blocked / "rehearsals")

    async def story() -> None:
        async with rehearsing(within=attempts(folder), size=ROOMY) as app:
            await meet(app)
            await say(app, ASKS[0])
            assert app.lines()[0].rstrip().endswith("not saved")
            await say(app, ASKS[1])
            assert len(turns(app)) == 2

    run(story())


def test_in_memory_it_is_said_that_nothing_is_kept(tmp_path: Path) -> None:
    async def story() -> None:
        async with rehearsing(
            folder=tmp_path, settings=Settings(keep="memory", locale="en")
        ) as app:
            app.app._attempts = None
            await meet(app)
            await say(app, ASKS[0])
            assert "memory only, nothing is kept" in app.lines()[0]

    run(story())
    assert not list(tmp_path.rglob("rehearsals"))


def test_whatever_is_typed_is_shown_as_it_stands() -> None:
    async def story() -> None:
        async with rehearsing(size=(120, 60)) as app:
            await meet(app)
            for text in HOSTILE:
                await app.paste(text)
                await app.press("enter")
            assert len(turns(app)) == len(HOSTILE)
            assert "BP 120/80 [/] ok" in app.screen
            await app.press("f9")
            await app.settle()
            assert app.name == "DebriefScreen"
            assert "\x1b[2J" not in app.markup()

    run(story())


def test_one_can_type_before_the_person_is_there_and_nothing_is_lost() -> None:
    async def story() -> None:
        async with rehearsing() as app:
            await meet(app)
            held = practice(app)
            app.app.screen.practice = None  # type: ignore[attr-defined]
            await app.type("Hej", "enter", "f2", "escape", "i", "f9")
            assert "One moment" in app.screen
            assert app.app.screen.field.text == "Hej"  # type: ignore[attr-defined]
            app.app.screen._met(held)  # type: ignore[attr-defined]
            await app.press("enter")
            assert turns(app) == ["Hej"]

    run(story())


@pytest.mark.parametrize("locale", i18n.LOCALES)
def test_the_last_line_names_the_help_and_the_debrief(locale: str) -> None:
    i18n.use(locale)

    async def story() -> None:
        async with rehearsing(size=(80, 24)) as app:
            await meet(app)
            await say(app, ASKS[0])
            line = app.lines()[-1]
            assert "F1 " in line
            assert "F9 " in line

    try:
        run(story())
    finally:
        i18n.use("en")
