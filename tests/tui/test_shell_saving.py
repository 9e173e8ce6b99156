"""Files from the journal screen: each format, every document at once, and Escape stops it."""

import threading
from pathlib import Path

import pytest

from convoguide.services import formats, saving
from convoguide.services.conduct import Sitting
from convoguide.services.keep import MemoryKeeper
from tests.tui.shelling import Running, kept, run, running, sit


def _held(text: str = "Hinna till dopet") -> Sitting:
    sitting = sit()
    sitting.note(text, step="hopes")
    return sitting


def _files(folder: Path) -> list[str]:
    return sorted(each.name for each in (folder / "exports").rglob("*") if each.is_file())


def _says(app: Running, text: str) -> bool:
    return text in " ".join(app.screen.split())


@pytest.mark.parametrize(
    ("letter", "name", "magic"),
    [("w", "journal-svas.docx", b"PK"), ("p", "journal-svas.pdf", b"%PDF")],
)
def test_the_document_is_written_in_the_format_that_was_chosen(
    letter: str, name: str, magic: bytes, tmp_path: Path
) -> None:
    async def story() -> None:
        async with running(kept(MemoryKeeper(), _held()), folder=tmp_path, size=(120, 40)) as app:
            await app.press("j", "f", letter)
            await app.until(lambda: _says(app, "Written: "))
            assert _files(tmp_path) == [name]
            path = next((tmp_path / "exports").rglob(name))
            assert path.read_bytes().startswith(magic)
            assert path.stat().st_mode & 0o777 == 0o600

    run(story())


def test_the_review_writes_the_document_that_is_open_there(tmp_path: Path) -> None:
    async def story() -> None:
        async with running(kept(MemoryKeeper(), _held()), folder=tmp_path, size=(120, 40)) as app:
            await app.press("enter", "f9")
            app.app.screen.document_id = "plan"  # type: ignore[attr-defined]
            await app.press("f", "w")
            await app.until(lambda: _says(app, "Written: "))
            assert app.name == "ReviewScreen"
            assert _files(tmp_path) == ["plan.docx"]
            await app.press("f", "y")
            await app.until(lambda: "plan.txt" in _files(tmp_path))

    run(story())


def test_every_document_is_written_and_the_line_says_how_far_it_is(tmp_path: Path) -> None:
    async def story() -> None:
        async with running(kept(MemoryKeeper(), _held()), folder=tmp_path, size=(120, 40)) as app:
            await app.press("j", "f", "a")
            await app.until(lambda: _says(app, "files were written in"))
            assert _files(tmp_path) == sorted(f"{each}.pdf" for each in saving.in_format("pdf"))

    run(story())


def test_escape_stops_it_and_leaves_whole_files_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_second, go_on, made = threading.Event(), threading.Event(), []

    def slow(_talk: object, document: object, *_rest: object, **_named: object) -> bytes:
        made.append(document)
        if len(made) == 2:
            at_second.set()
            go_on.wait(20)
        return b"whole"

    monkeypatch.setattr(formats, "rendered", slow)

    async def story() -> None:
        async with running(kept(MemoryKeeper(), _held()), folder=tmp_path, size=(120, 40)) as app:
            await app.press("j", "f", "a")
            await app.until(at_second.is_set)
            await app.until(lambda: _says(app, "Writing 2 of "))
            assert _says(app, "Esc stops it.")
            await app.press("escape")
            assert _says(app, "Stopping after the file in hand")
            go_on.set()
            await app.until(lambda: _says(app, "Stopped: 1 of "))
            assert len(_files(tmp_path)) == 1
            # The next Escape is for commands again.
            await app.press("escape", "q")
            assert app.name == "ConversationScreen"

    run(story())


def test_an_identity_number_is_asked_about_and_masked_in_the_file(tmp_path: Path) -> None:
    async def story() -> None:
        sitting = _held("pnr 19121212-1212")
        async with running(kept(MemoryKeeper(), sitting), folder=tmp_path, size=(120, 40)) as app:
            await app.press("j", "f", "w")
            assert _says(app, "There is an identity number in this text")
            await app.type("#")
            await app.until(lambda: _says(app, "Written: "))
            from docx import Document

            path = next((tmp_path / "exports").rglob("*.docx"))
            text = "\n".join(each.text for each in Document(str(path)).paragraphs)
            assert "1212" not in text
            assert "pnr XXXXXXXX-XXXX" in text

    run(story())


def test_no_writes_nothing(tmp_path: Path) -> None:
    async def story() -> None:
        async with running(kept(MemoryKeeper(), _held()), folder=tmp_path) as app:
            await app.press("j", "f", "n")
            await app.press("f", "escape", "escape")
            assert not (tmp_path / "exports").exists()

    run(story())
