"""Documents as files: one by one, told, stopped cleanly, and never half written."""

from pathlib import Path

import pytest

from convoguide.config import Home
from convoguide.services import content, saving
from convoguide.services.conduct import Sitting
from tests.tui.talking import sit


def _home(folder: Path) -> Home:
    return Home(folder / "settings.json", folder)


def _held() -> Sitting:
    sitting = sit()
    sitting.note("Hinna till dopet", step="hopes")
    return sitting


def test_every_document_is_told_before_it_is_made_and_written_whole(tmp_path: Path) -> None:
    sitting, told = _held(), []
    wanted = saving.in_format("txt")
    saved = saving.save(
        _home(tmp_path), sitting.conversation, wanted, "txt", now=sitting.now(),
        told=lambda place, title: told.append((place, title)),
    )  # fmt: skip
    assert [title for _place, title in told] == [saving.title_of(each) for each in wanted]
    assert [path.stem for path in saved.paths] + [each for each, _why in saved.refused] == wanted
    folder = tmp_path / "exports" / str(sitting.conversation.id)
    assert sorted(folder.iterdir()) == sorted(saved.paths)
    journal = folder / "journal-svas.txt"
    assert "Hinna till dopet" in journal.read_text(encoding="utf-8")
    assert journal.stat().st_mode & 0o777 == 0o600


def test_stopping_leaves_whole_files_and_nothing_else(tmp_path: Path) -> None:
    sitting, asked = _held(), iter([False, False, False, False, True])
    wanted = saving.in_format("txt")
    saved = saving.save(
        _home(tmp_path), sitting.conversation, wanted, "txt", now=sitting.now(),
        stopped=lambda: next(asked),
    )  # fmt: skip
    assert saved.stopped
    assert len(saved.paths) == 2
    assert sorted((tmp_path / "exports" / str(sitting.conversation.id)).iterdir()) == sorted(
        saved.paths
    )


def test_a_document_that_is_stopped_while_it_is_made_is_not_written(tmp_path: Path) -> None:
    sitting, asked = _held(), iter([False, True])
    saved = saving.save(
        _home(tmp_path), sitting.conversation, ["plan"], "txt", now=sitting.now(),
        stopped=lambda: next(asked),
    )  # fmt: skip
    assert saved.stopped
    assert saved.paths == []


def test_what_cannot_be_made_says_why_and_the_others_are_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from convoguide.errors import ConvoGuideError
    from convoguide.services import document

    made = document.make

    def refusing(conversation, document_id, *rest, **named):  # type: ignore[no-untyped-def]
        if document_id == "plan":
            raise ConvoGuideError("not this one")
        return made(conversation, document_id, *rest, **named)

    monkeypatch.setattr(document, "make", refusing)
    sitting = _held()
    wanted = ["journal-svas", "plan", "sbar"]
    saved = saving.save(_home(tmp_path), sitting.conversation, wanted, "txt", now=sitting.now())
    assert [path.stem for path in saved.paths] == ["journal-svas", "sbar"]
    assert saved.refused == [("plan", "not this one")]


def test_masked_for_a_file_the_sitting_stays_as_it_was() -> None:
    sitting = sit(read_only=False)
    sitting.note("pnr 19121212-1212", step="hopes")
    before = sitting.conversation
    masked = saving.without_numbers(before, sitting)
    assert "1212" not in saving.texts_of(masked, ["journal-svas"])
    assert sitting.conversation is before


def test_every_format_on_offer_is_one_that_documents_have() -> None:
    for format_id in saving.FORMATS:
        assert saving.in_format(format_id) == list(content.document_ids())
