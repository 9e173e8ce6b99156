"""Into the journal: what is copied, what is asked before, and how it is marked afterwards."""

from pathlib import Path

from convoguide.core.parts import Action, Present
from convoguide.services import document
from convoguide.services.conduct import Sitting
from convoguide.services.keep import MemoryKeeper
from tests.tui.shelling import Paper, Running, kept, rich, run, running, sit


def _talk() -> Sitting:
    sitting = sit()
    sitting.fill(label="rum 12", actions=(Action(what="Ringa", responsible="Eva"),))
    sitting.note("Hinna till dopet", "patient", step="hopes")
    sitting.note("Natten", step="worries")
    return sitting


def _journal(sitting: Sitting, *, full: bool = False) -> str:
    talk = sitting.conversation
    return document.written(document.make(talk, document.journal_of(talk)), full=full)


async def _copied(app: Running, paper: Paper, key: str) -> str:
    paper.held = ""
    await app.press(key)
    await app.until(lambda: bool(paper.held))
    return paper.held


def test_before_the_first_copy_it_shows_whose_it_is_and_asks_for_the_right_journal() -> None:
    async def story() -> None:
        paper = Paper()
        async with running(kept(MemoryKeeper(), _talk()), copies=paper) as app:
            await app.press("j", "b")
            for words in ("Is the right journal open?", "rum 12", "20 Nov 2026", "13:05"):
                assert words in app.screen
            assert paper.held == ""
            await app.press("n")
            assert paper.held == ""
            await app.press("b")
            assert "Is the right journal open?" in app.screen
            assert "Vill" not in await _copied(app, paper, "y")

    run(story())


def test_the_whole_text_is_copied_as_the_document_gives_it() -> None:
    async def story() -> None:
        paper, sitting = Paper(), _talk()
        async with running(kept(MemoryKeeper(), sitting), copies=paper) as app:
            await app.press("j", "b")
            assert await _copied(app, paper, "y") == _journal(sitting)
            await app.press("u")
            assert await _copied(app, paper, "b") == _journal(sitting, full=True)

    run(story())


def test_one_key_copies_a_section_and_moves_on_until_all_have_been_copied() -> None:
    async def story() -> None:
        paper, sitting = Paper(), _talk()
        sections = document.section_texts(document.make(sitting.conversation, "journal-svas"))
        async with running(kept(MemoryKeeper(), sitting), copies=paper) as app:
            await app.press("j", "s")
            key = "y"
            for _heading, text in sections:
                assert await _copied(app, paper, key) == text
                key = "s"
            assert len(sections) >= 3

    run(story())


def test_when_it_was_and_who_was_there_is_the_first_piece_shown_and_copied() -> None:
    async def story() -> None:
        paper, sitting = Paper(), _talk()
        sitting.fill(present=(Present(who="patient"),))
        opening = _journal(sitting).splitlines()[0]
        async with running(kept(MemoryKeeper(), sitting), copies=paper) as app:
            await app.press("j")
            assert "2026-11-20. Närvarande: patienten" in app.screen
            await app.press("s")
            assert await _copied(app, paper, "y") == opening
            assert "At the top (copied)" in app.screen
            # the next piece is marked, and the first one is not copied again
            assert await _copied(app, paper, "s") != opening

    run(story())


def test_what_a_document_warns_of_is_copied_with_its_first_piece() -> None:
    made = document.make(_talk().conversation, "palliative-plan")
    assert made.notices
    heading, first = document.section_texts(made)[0]
    assert heading == "At the top"
    assert all(line.text in first for line in made.notices)


def test_an_empty_conversation_gives_nothing_to_copy_not_even_its_date() -> None:
    async def story() -> None:
        paper = Paper()
        async with running(kept(MemoryKeeper(), sit()), copies=paper) as app:
            await app.press("j", "b")
            assert "2026-11-20" not in app.screen
            assert "Nothing has been recorded yet" in app.screen
            assert paper.held == ""

    run(story())


def test_a_narrow_heading_still_tells_when_the_conversation_was() -> None:
    async def story() -> None:
        sitting = _talk()
        async with running(kept(MemoryKeeper(), sitting), size=(80, 24)) as app:
            await app.press("j")
            first, second = app.lines()[:2]
            assert "Serious illness conversation" in first
            assert "rum 12" in first
            assert "20 Nov 2026 13:05" in second
            assert "memory only, nothing is kept" in second

    run(story())


def test_when_it_was_documented_is_told_as_the_interface_writes_dates() -> None:
    async def story() -> None:
        async with running(kept(MemoryKeeper(), _talk()), size=(80, 50)) as app:
            await app.press("j", "d")
            await app.type("Cosmic", "enter")
            assert "In the journal: 20 Nov 2026 Cosmic" in app.screen

    run(story())


def test_rows_of_a_table_are_copied_with_tabs_between_their_cells() -> None:
    async def story() -> None:
        paper, sitting = Paper(), _talk()
        made = document.make(sitting.conversation, "plan")
        texts = [text for _heading, text in document.section_texts(made)]
        place = next(number for number, text in enumerate(texts) if "\t" in text)
        async with running(kept(MemoryKeeper(), sitting), copies=paper) as app:
            await app.press("j", "x")
            dialog = app.app.screen
            dialog.choose("plan")  # type: ignore[attr-defined]
            await app.settle()
            await app.press(*["down"] * place, "s")
            row = await _copied(app, paper, "y")
            assert any(line.startswith("Ringa\tEva") for line in row.splitlines())

    run(story())


def test_without_a_system_clipboard_the_terminal_gets_it_and_nothing_is_promised() -> None:
    async def story() -> None:
        paper, sitting = Paper(works=False), _talk()
        async with running(kept(MemoryKeeper(), sitting), copies=paper) as app:
            await app.press("j", "b", "y")
            await app.until(lambda: "Sent to the terminal: check by pasting" in app.screen)
            assert app.app.clipboard == _journal(sitting)

    run(story())


def test_what_is_held_apart_has_a_key_of_its_own_and_never_comes_with_the_rest() -> None:
    async def story() -> None:
        paper, sitting = Paper(), _talk()
        sitting.note("bara för oss", step="family")
        sitting.edit("family", 0, private=True)
        async with running(kept(MemoryKeeper(), sitting), copies=paper) as app:
            await app.press("j", "b")
            assert "bara för oss" not in await _copied(app, paper, "y")
            assert "bara för oss" in await _copied(app, paper, "a")
            assert "exempt keyword" in app.screen

    run(story())


def test_one_key_marks_it_as_documented_today_and_the_system_is_typed_once() -> None:
    async def story() -> None:
        first, second = _talk(), _talk()
        keeper = kept(MemoryKeeper(), first, second)
        async with running(keeper) as app:
            await app.press("j", "d")
            await app.type("Cosmic", "enter")
            marked = [each for each in (first, second) if each.conversation.documented]
            assert len(marked) == 1
            done = marked[0].conversation.documented
            assert done is not None
            assert (done.where, done.on) == ("Cosmic", marked[0].now().date())
            await app.press("q")
            if app.name == "ConversationScreen":
                await app.press("escape", "q")
            await app.until(lambda: "1 conversation not yet in the journal" in app.screen)

    run(story())


def test_a_file_in_clear_text_is_written_after_a_yes_only_and_for_the_owner_alone(
    home: Path,
) -> None:
    async def story() -> None:
        sitting = _talk()
        folder = home / "exports" / str(sitting.conversation.id)
        async with running(kept(MemoryKeeper(), sitting)) as app:
            await app.press("j", "f")
            assert "unencrypted" in app.screen
            await app.press("enter")
            assert not folder.exists()
            await app.press("f", "y")
            await app.settle()
            (path,) = folder.iterdir()
            assert path.read_text("utf-8") == _journal(sitting)
            assert path.stat().st_mode & 0o777 == 0o600

    run(story())


def test_the_clipboard_is_cleared_when_the_app_is_left() -> None:
    async def story() -> None:
        paper = Paper()
        async with running(kept(MemoryKeeper(), rich("x")), copies=paper) as app:
            await app.press("j", "b", "y")
            await app.until(lambda: bool(paper.held))
            await app.press("q")
            if app.name == "ConversationScreen":
                await app.press("escape", "q")
            assert paper.held
            await app.press("q")
        assert paper.held == ""

    run(story())
