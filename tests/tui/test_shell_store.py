"""The app with the real store: going on where one was, troubles of the disk, what is due."""

from datetime import timedelta
from pathlib import Path

import pytest

from convoguide import config
from convoguide.config import Settings
from convoguide.core.parts import Documented
from convoguide.services.conduct import local_now
from convoguide.services.keep_store import StoreKeeper
from convoguide.store.errors import DiskFull, NotWritable
from convoguide.tui.screens.conversation import ConversationScreen
from tests.keeping import new_store
from tests.tui.shelling import KEPT, PASSPHRASE, Running, run, running

OPEN = Settings(keep="passphrase", locale="en")


def _keeper(home: Path, *, unlocked: bool = True) -> StoreKeeper:
    where = config.Home(home / "settings.json", home)
    if unlocked and not StoreKeeper(where, OPEN).exists:
        new_store(home, PASSPHRASE)
    keeper = StoreKeeper(where, OPEN)
    if unlocked:
        keeper.unlock(PASSPHRASE)
    return keeper


def _file(home: Path) -> Path:
    """The database."""
    return next(home.rglob("conversations.sqlite3"))


def _contents(home: Path) -> set[bytes]:
    """What every file below the home holds."""
    return {each.read_bytes() for each in home.rglob("*") if each.is_file()}


def _talk(app: Running) -> ConversationScreen:
    screen = app.app.screen
    assert isinstance(screen, ConversationScreen), app.screen
    return screen


def test_a_draft_is_gone_on_with_exactly_where_it_was_left(tmp_path: Path) -> None:
    async def first() -> None:
        async with running(_keeper(tmp_path), settings=KEPT, folder=tmp_path) as app:
            await app.press("enter")
            talk = _talk(app)
            talk.go_to("worries")
            await app.type("Rädd för natten", "enter")
            await app.press("escape", "w")
            await app.press("s")
            await app.pilot.pause(2.2)  # where one rests is kept a moment later

    async def second() -> None:
        keeper = _keeper(tmp_path, unlocked=False)
        async with running(keeper, settings=KEPT, folder=tmp_path) as app:
            assert "1 conversation not yet in the journal" in app.screen
            await app.press("enter")
            await app.type(PASSPHRASE, "enter")
            await app.until(lambda: app.name == "ConversationScreen")
            sitting = _talk(app).sitting
            assert (sitting.step, sitting.way) == ("worries", "steps")
            assert sitting.conversation.entry("worries").notes[0].text == "Rädd för natten"

    run(first())
    run(second())


def test_a_new_conversation_is_on_the_disk_when_home_is_seen_again(tmp_path: Path) -> None:
    async def story() -> None:
        async with running(_keeper(tmp_path), settings=KEPT, folder=tmp_path) as app:
            await app.press("enter")
            await app.type("Vill hem", "enter")
            await app.press("escape", "q")
            await app.until(lambda: "1 conversation not yet in the journal" in app.screen)

    run(story())


def test_a_second_window_reads_only_and_says_why(tmp_path: Path) -> None:
    first = _keeper(tmp_path)
    sitting = first.begin("svas-kronoberg", "afterwards")
    sitting.note("Vill hem")
    assert first.flush(5)

    async def story() -> None:
        async with running(_keeper(tmp_path), settings=KEPT, folder=tmp_path) as app:
            await app.press("enter")
            assert "Open in another window" in app.screen
            assert "read-only, open in another window" in app.screen
            await app.type("nej", "enter")
            assert _talk(app).sitting.conversation == sitting.conversation
            assert _talk(app).field.text == "nej"
            await app.press("escape", "j", "b", "y", "d")
            assert "reading only" in app.screen

    try:
        run(story())
    finally:
        first.close()


def test_a_file_that_is_no_store_is_said_and_set_aside_only_after_a_yes(tmp_path: Path) -> None:
    async def story() -> None:
        _keeper(tmp_path).close()
        store = _file(tmp_path)
        store.write_bytes(b"no store at all " * 300)
        async with running(None, settings=KEPT, folder=tmp_path, own_keeper=True) as app:
            assert "cannot be opened" in app.screen
            assert store.read_bytes() == b"no store at all " * 300
            await app.press("a")
            assert b"no store at all " * 300 in _contents(tmp_path)
            await app.press("enter")
            assert "Choose a passphrase" in app.screen

    run(story())


def test_with_a_store_that_cannot_be_opened_one_goes_on_in_memory_and_it_says_so(
    tmp_path: Path,
) -> None:
    async def story() -> None:
        _keeper(tmp_path).close()
        store = _file(tmp_path)
        store.write_bytes(b"no store at all " * 300)
        async with running(
            None, settings=KEPT, folder=tmp_path, own_keeper=True, start="svas-kronoberg"
        ) as app:
            assert "cannot be opened" in app.screen
            await app.press("m")
            assert app.name == "ConversationScreen"
            assert "memory only" in app.screen

    run(story())


def test_a_home_that_may_only_be_read_refuses_the_store_and_says_where(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_passphrase: str) -> None:
        raise NotWritable(Path("/home/kajsa/store.db"))

    async def story() -> None:
        keeper = _keeper(tmp_path, unlocked=False)
        monkeypatch.setattr(keeper, "create", refuse)  # a mode stops nobody who is root
        async with running(keeper, settings=KEPT, folder=tmp_path, start="svas-kronoberg") as app:
            await app.type("lösen", "enter")
            await app.type("lösen", "enter", "enter")
            assert "/home/kajsa" in app.screen
            await app.press("m")
            assert app.name == "ConversationScreen"
            assert "not yet saved" in app.screen
            await app.type("Vill hem", "enter")
            await app.press("escape", "q")
            assert "This conversation is not saved" in app.screen
            await app.press("w")
            assert _talk(app).sitting.conversation.entry("offered").notes

    run(story())


def test_a_full_disk_is_said_and_the_conversation_is_not_left_without_a_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story() -> None:
        keeper = _keeper(tmp_path)
        async with running(keeper, settings=KEPT, folder=tmp_path) as app:
            await app.press("enter")
            await app.type("Vill hem", "enter")
            assert keeper.flush(5)

            def full(*_parts: object) -> None:
                raise DiskFull(tmp_path / "store.db")

            with monkeypatch.context() as patched:
                patched.setattr(keeper._store, "save", full)
                await app.type("Och sova", "enter")
                await app.until(lambda: "not saved" in app.screen)
                await app.press("escape", "q")
                assert "This conversation is not saved" in app.screen
            await app.press("p")
            await app.until(lambda: keeper.flush(1))
            await app.press("escape", "q")
            assert app.name == "HomeScreen"
            draft = keeper.drafts()[0]
            texts = [note.text for _s, _i, note in keeper.read(draft.id).notes()]
            assert texts == ["Vill hem", "Och sova"]

    run(story())


def test_what_is_due_goes_at_the_start_and_that_is_said(tmp_path: Path) -> None:
    keeper = _keeper(tmp_path)
    sitting = keeper.begin("svas-kronoberg", "afterwards")
    sitting.note("Vill hem")
    long_ago = (local_now() - timedelta(days=30)).date()
    sitting.fill(documented=Documented(on=long_ago, where="Cosmic"))
    other = keeper.begin("svas-kronoberg", "afterwards")
    other.note("Inte i journalen")
    keeper.leave(sitting)
    keeper.leave(other)
    keeper.close()

    async def story() -> None:
        async with running(
            _keeper(tmp_path, unlocked=False), settings=KEPT, folder=tmp_path
        ) as app:
            assert "1 conversation that is in the journal was deleted here" in app.screen
            assert "1 conversation not yet in the journal" in app.screen

    run(story())


def test_a_forgotten_passphrase_begins_a_new_store_and_keeps_the_old_file(tmp_path: Path) -> None:
    _keeper(tmp_path).close()
    before = _file(tmp_path).read_bytes()

    async def story() -> None:
        keeper = _keeper(tmp_path, unlocked=False)
        async with running(keeper, settings=KEPT, folder=tmp_path) as app:
            await app.press("enter", "enter", "y")
            assert "The old store is kept, untouched" in app.screen
            assert not keeper.exists
            assert before in _contents(tmp_path)

    run(story())
