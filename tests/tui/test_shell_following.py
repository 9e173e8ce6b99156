"""A conversation that follows an earlier one: from home, from the journal's text, from a file."""

import json
from pathlib import Path

import pytest

from convoguide import i18n
from convoguide.config import Settings
from convoguide.core.conversation import Conversation
from convoguide.services import document
from convoguide.services.conduct import Sitting
from convoguide.services.keep import MemoryKeeper
from convoguide.tui.screens.conversation import ConversationScreen
from tests.making import IDENTITY
from tests.making import talk as made
from tests.tui.shelling import PASSPHRASE, Locked, Paper, Running, kept, run, running, sit

EARLIER = made(
    id=IDENTITY,
    held_on="2026-05-04",
    entries={
        "hopes": {"notes": [{"text": "Se våren", "voice": "patient"}]},
        "treatment_limits": {"notes": ["Ej intensivvård"]},
    },
)


def _talk(app: Running) -> Sitting:
    screen = app.app.screen
    assert isinstance(screen, ConversationScreen), app.screen
    return screen.sitting


def _earlier() -> Sitting:
    sitting = sit()
    sitting.fill(label="rum 12")
    sitting.note("See the spring", "patient", step="hopes")
    return sitting


def _journal(conversation: Conversation) -> str:
    return document.written(document.make(conversation, document.journal_of(conversation)))


def test_a_talk_chosen_at_home_is_followed_up_by_one_key() -> None:
    async def story() -> None:
        first = _earlier()
        async with running(kept(MemoryKeeper(), first)) as app:
            await app.press("f")
            talk = _talk(app)
            assert talk.conversation.previous == first.conversation.id
            assert not talk.conversation.entries
            app.app.screen.go_to("hopes")  # type: ignore[attr-defined]
            await app.settle()
            assert "Patient: See the spring" in app.screen

    run(story())


def test_a_follow_up_that_is_gone_on_with_tells_last_time_again() -> None:
    async def story() -> None:
        keeper = kept(MemoryKeeper(), _earlier())
        async with running(keeper) as app:
            await app.press("f")
            talk = _talk(app)
            talk.note("new", step="hopes")
            talk.jump("hopes")
            await app.press("escape", "q")
            app.app._earlier.clear()
            await app.press("home")
            app.app.go_on(str(talk.conversation.id))
            await app.settle()
            assert "Patient: See the spring" in app.screen

    run(story())


def test_behind_a_passphrase_it_is_asked_for_before_the_earlier_talk_is_read() -> None:
    async def story() -> None:
        keeper = kept(Locked(), _earlier())
        async with running(keeper) as app:
            await app.press("f")
            assert app.name == "PassphraseDialog"
            await app.type(PASSPHRASE, "enter")
            await app.until(lambda: app.name == "ConversationScreen")
            assert _talk(app).conversation.previous

    run(story())


def test_a_journal_text_is_pasted_shown_and_followed() -> None:
    async def story() -> None:
        keeper = MemoryKeeper()
        async with running(keeper) as app:
            await app.press("p")
            assert app.name == "PasteDialog"
            await app.paste(_journal(EARLIER) + "\nEn rad utan rubrik som ingen placerar\n")
            await app.press("f2")
            assert app.name == "ReadDialog"
            assert "4 May 2026" in app.screen
            assert "Se våren" in app.screen
            assert not keeper.drafts()
            await app.press("y")
            talk = _talk(app)
            app.app.screen.go_to("hopes")  # type: ignore[attr-defined]
            await app.settle()
            assert "Last time, 4 May 2026" in app.screen
            assert "Se våren" in app.screen
            assert not talk.conversation.entries
            stored = keeper.read(str(talk.conversation.previous))
            assert stored.documented is not None
            assert not stored.entry("treatment_limits").decided

    run(story())


def test_what_finds_no_place_is_shown_as_it_stands() -> None:
    async def story() -> None:
        text = "Löst skrivet [/] ovanför\n\n" + _journal(EARLIER)
        async with running() as app:
            await app.press("p")
            await app.paste(text)
            await app.press("f2")
            assert "as it stands" in app.screen
            assert "Löst skrivet [/] ovanför" in app.screen

    run(story())


def test_a_text_without_our_headings_is_refused_and_stays_in_the_field() -> None:
    async def story() -> None:
        async with running() as app:
            await app.press("p")
            await app.type("Just words", "enter")
            await app.press("f2")
            assert app.name == "PasteDialog"
            assert "No heading of a journal text" in app.screen
            assert "Just words" in app.screen
            await app.press("escape", "escape")
            assert app.name == "HomeScreen"

    run(story())


def test_saying_no_to_what_was_read_keeps_nothing() -> None:
    async def story() -> None:
        keeper = MemoryKeeper()
        async with running(keeper) as app:
            await app.press("p")
            await app.paste(_journal(EARLIER))
            await app.press("f2", "n")
            assert app.name == "HomeScreen"
            assert not keeper.drafts()

    run(story())


@pytest.mark.parametrize("locale", ["sv", "nb", "nn", "en"])
def test_the_dialogs_are_whole_on_80_by_24(locale: str) -> None:
    i18n.use(locale)

    async def story() -> None:
        async with running(settings=Settings(keep="memory", locale=locale)) as app:
            await app.press("p")
            await app.paste("rad\n" * 40 + _journal(EARLIER))
            for key in ("f2", None):
                dialog = app.app.screen
                for widget in dialog.query(".box, .box > *"):
                    assert dialog.region.contains_region(widget.region), widget
                assert "F8" in app.lines()[-1]
                if key:
                    await app.press(key)
            assert app.name == "ReadDialog"

    run(story())


# --- opened with what it follows


def test_the_app_begins_in_a_guide_with_the_talk_it_was_opened_to_follow() -> None:
    async def story() -> None:
        async with running(start="svas-kronoberg", after=EARLIER) as app:
            assert _talk(app).conversation.previous == IDENTITY
            assert app.app.after is None

    run(story())


def test_a_kept_one_is_named_by_its_id_and_read_once_the_store_is_open() -> None:
    async def story() -> None:
        first = _earlier()
        keeper = kept(Locked(), first)
        identity = str(first.conversation.id)
        async with running(keeper, start="svas-kronoberg", after=identity) as app:
            await app.type(PASSPHRASE, "enter")
            await app.until(lambda: app.name == "ConversationScreen")
            assert _talk(app).conversation.previous == identity

    run(story())


def test_a_draft_that_follows_another_one_is_not_opened_with_this() -> None:
    async def story() -> None:
        draft = _earlier()
        keeper = kept(MemoryKeeper(), draft)
        async with running(keeper, start=str(draft.conversation.id), after=EARLIER) as app:
            assert app.name == "HomeScreen"
            assert "names another conversation" in " ".join(app.screen.split())

    run(story())


# --- what changed since then


def _following() -> Sitting:
    sitting = sit()
    sitting.follow(IDENTITY)
    sitting.note("Sova om natten", "patient", step="hopes")
    return sitting


def _keeping(*sittings: Sitting) -> MemoryKeeper:
    keeper = kept(MemoryKeeper(), *sittings)
    keeper.put(EARLIER, replacing=False)
    return keeper


def test_the_review_says_what_changed_when_asked_and_the_copy_does_too() -> None:
    async def story() -> None:
        paper, sitting = Paper(), _following()
        async with running(_keeping(sitting), copies=paper, size=(80, 60)) as app:
            app.app.go_on(str(sitting.conversation.id))
            await app.settle()
            await app.press("f9")
            assert "Se våren" not in app.screen
            await app.press("w")
            assert "Se våren" in app.screen
            await app.press("j", "b", "y")
            await app.until(lambda: bool(paper.held))
            assert "Se våren" in paper.held
            paper.held = ""
            await app.press("w", "b")
            await app.until(lambda: bool(paper.held))
            assert "Se våren" not in paper.held

    run(story())


def test_only_a_journal_text_of_a_talk_that_follows_one_can_say_it() -> None:
    async def story() -> None:
        async with running(kept(MemoryKeeper(), _earlier())) as app:
            await app.press("enter", "f9", "escape")
            assert "What changed" not in app.screen
        sitting = _following()
        async with running(_keeping(sitting)) as app:
            app.app.go_on(str(sitting.conversation.id))
            await app.settle()
            await app.press("f9", "escape")
            assert "What changed" in app.screen
            await app.press("escape", "x", "c", "escape")
            assert app.app.screen.document_id == "patient-letter"  # type: ignore[attr-defined]
            assert "What changed" not in app.screen

    run(story())


# --- the command line hands it on


def _opened_with(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> dict[str, object]:
    from convoguide.cli.main import main

    opened: dict[str, object] = {}

    def open_app(**options: object) -> int:
        opened.update(options)
        return 0

    for stream in ("stdin", "stdout"):
        monkeypatch.setattr(f"sys.{stream}.isatty", lambda: True, raising=False)
    opened["status"] = main(["--locale", "en", "start", *arguments], open_app)
    return opened


def test_start_after_a_file_opens_the_app_with_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "earlier.json"
    path.write_text(json.dumps(EARLIER.model_dump(mode="json", exclude_unset=True)), "utf-8")
    opened = _opened_with(monkeypatch, "svas-kronoberg", "--after", str(path))
    assert opened["after"] == EARLIER
    assert opened["start"] == "svas-kronoberg"


def test_start_after_what_is_not_there_is_refused_before_the_app_opens(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for given in ("nowhere.json", "019bbca0-0000"):
        opened = _opened_with(monkeypatch, "svas-kronoberg", "--after", given)
        assert opened == {"status": 2}
        assert capsys.readouterr().err
