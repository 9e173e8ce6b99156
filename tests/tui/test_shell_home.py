"""Home: what can be begun, what waits, and what a locked home may tell."""

from dataclasses import replace

from convoguide.core.parts import Documented
from convoguide.services import content
from convoguide.services.keep import MemoryKeeper
from convoguide.tui.screens.home import GUIDES, HomeScreen
from tests.tui.shelling import Locked, kept, rich, run, running, sit


def test_home_offers_every_guide_that_a_conversation_can_be_held_by() -> None:
    assert set(GUIDES) == set(content.conversation_guide_ids())


def test_home_says_what_can_be_done() -> None:
    async def story() -> None:
        async with running() as app:
            for words in ("SVAS", "forhåndssamtale", "offered?", "Documents", "Settings", "Help"):
                assert words in app.screen
            assert "Rehearse with a made-up person" in app.screen
            assert "memory only, nothing is kept" in app.screen
            assert "Not yet in the journal" in app.screen

    run(story())


def test_enter_on_a_guide_begins_and_leaving_a_blank_one_keeps_nothing() -> None:
    async def story() -> None:
        async with running() as app:
            await app.press("enter")
            assert app.name == "ConversationScreen"
            await app.press("escape", "q")
            assert app.name == "HomeScreen"
            assert "Not yet in the journal" in app.screen

    run(story())


def test_what_is_not_yet_in_the_journal_stands_at_home_and_is_gone_on_with() -> None:
    async def story() -> None:
        sitting = sit()
        sitting.fill(label="rum 12")
        sitting.note("Vill hem", step="hopes")
        sitting.jump("worries")
        async with running(kept(MemoryKeeper(), sitting)) as app:
            assert "1 conversation not yet in the journal" in app.screen
            assert "rum 12" in app.screen
            await app.press("enter")
            assert app.name == "ConversationScreen"
            assert app.app.screen.sitting.step == "worries"  # type: ignore[attr-defined]

    run(story())


def test_a_documented_conversation_is_listed_apart_with_what_becomes_of_it() -> None:
    async def story() -> None:
        sitting = rich("x")
        sitting.fill(documented=Documented(on=sitting.now().date(), where="Cosmic"))
        async with running(kept(MemoryKeeper(), sitting)) as app:
            assert "Nothing is waiting." in app.screen
            assert "In the journal; deleted here after some days" in app.screen

    run(story())


def test_home_tells_no_number_where_there_is_nothing_to_count() -> None:
    screen = HomeScreen()
    for drafts in (None, ()):
        screen.drafts = drafts
        words = ["".join(text for text, _style in row.parts) for row in screen.rows(80)]
        assert "Not yet in the journal" in words
        assert not any(each.startswith("0") for each in words)


def test_a_locked_conversation_is_named_by_its_time_before_it_is_deleted() -> None:
    async def story() -> None:
        async with running(kept(Locked(), rich("x"))) as app:
            await app.press("x")
            assert "This conversation, begun 20 Nov 2026 13:05." in " ".join(app.screen.split())

    run(story())


def test_a_locked_home_lists_drafts_by_time_only() -> None:
    async def story() -> None:
        sitting = sit()
        sitting.fill(label="rum 12")
        async with running(kept(Locked(), sitting)) as app:
            assert "1 conversation not yet in the journal" in app.screen
            assert "20 Nov 2026" in app.screen
            assert "rum 12" not in app.screen

    run(story())


def test_deleting_asks_first_and_says_that_it_is_not_in_the_journal() -> None:
    async def story() -> None:
        keeper = kept(MemoryKeeper(), rich("x"))
        async with running(keeper) as app:
            await app.press("x")
            assert "NOT been marked as in the journal" in app.screen
            assert "This conversation: x, begun 20 Nov 2026 13:05." in " ".join(app.screen.split())
            await app.press("enter")
            assert len(keeper.drafts()) == 1
            await app.press("x", "y")
            assert keeper.drafts() == []
            assert "Not yet in the journal" in app.screen

    run(story())


def test_a_draft_can_be_opened_by_the_beginning_of_its_id() -> None:
    async def story() -> None:
        sitting = rich("x")
        identity = str(sitting.conversation.id)
        async with running(kept(MemoryKeeper(), sitting), start=identity[:8]) as app:
            assert app.name == "ConversationScreen"

    run(story())


def test_an_unknown_draft_is_said_and_home_stays() -> None:
    async def story() -> None:
        class Empty(MemoryKeeper):
            def open(self, conversation_id: str):  # type: ignore[no-untyped-def]
                from convoguide.store.errors import NoSuchConversation

                raise NoSuchConversation(conversation_id)

        async with running(Empty(), start="nowhere") as app:
            assert app.name == "HomeScreen"
            assert "There is no saved conversation" in app.screen

    run(story())


def test_a_damaged_draft_is_listed_and_says_so() -> None:
    async def story() -> None:
        class Damaged(MemoryKeeper):
            def drafts(self):  # type: ignore[no-untyped-def]
                return [replace(each, damaged=True) for each in super().drafts()]

        async with running(kept(Damaged(), rich("x"))) as app:
            assert "damaged; it is left as it is" in app.screen

    run(story())


def test_the_last_line_names_what_can_be_done_with_the_marked_row() -> None:
    async def story() -> None:
        async with running() as app:
            assert "Go on" not in app.lines()[-1]
        async with running(kept(MemoryKeeper(), rich("x"))) as app:
            assert "g Go on" in app.lines()[-1]
            assert "j To the journal" in app.lines()[-1]
            await app.press("home")
            assert "j To the journal" not in app.lines()[-1]

    run(story())
