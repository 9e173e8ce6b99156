"""Carrying on from an earlier talk: what was said is shown, and nothing of it copied."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from convoguide.config import Home, Settings
from convoguide.core.conversation import Conversation
from convoguide.errors import ConvoGuideError
from convoguide.services import content, document, follow_on
from convoguide.services.conduct import Sitting
from convoguide.services.keep import MemoryKeeper, is_blank
from convoguide.services.keep_store import StoreKeeper
from tests.keeping import new_store
from tests.making import IDENTITY, talk

GUIDE = content.guide("svas-kronoberg")
EARLIER = talk(
    id=IDENTITY,
    held_on="2026-05-04",
    entries={
        "hopes": {"notes": [{"text": "Se våren", "voice": "patient"}]},
        "worries": {"outcome": "declined"},
        "treatment_limits": {
            "notes": ["Ej intensivvård"],
            "decided_by": {"role": "physician", "name": "Siv Alm"},
            "decided_on": "2026-05-04",
        },
        "other": {"notes": [{"text": "hemma", "theme": "hopes"}]},
    },
)


def now() -> datetime:
    return datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


@pytest.fixture
def sitting() -> Sitting:
    return follow_on.begin_after(MemoryKeeper(now), EARLIER, "svas-kronoberg", "steps")


def test_a_conversation_that_follows_holds_nothing_of_the_earlier_one(sitting: Sitting) -> None:
    assert sitting.conversation.previous == IDENTITY
    assert not sitting.conversation.entries
    assert is_blank(sitting)
    assert not sitting.undo()


def test_an_earlier_conversation_without_an_id_cannot_be_followed() -> None:
    with pytest.raises(ConvoGuideError, match="import"):
        follow_on.begin_after(MemoryKeeper(now), talk(), "svas-kronoberg", "steps")


def test_last_time_says_by_theme_what_was_said_and_how_a_step_was_left() -> None:
    said = follow_on.last_time(EARLIER, GUIDE, "hopes")
    assert [(each.on, each.voice, each.text) for each in said] == [
        (date(2026, 5, 4), "patient", "Se våren"),
        (date(2026, 5, 4), "clinician", "hemma"),
    ]
    assert [each.outcome for each in follow_on.last_time(EARLIER, GUIDE, "worries")] == ["declined"]
    norwegian = content.guide("forhandssamtale")
    assert follow_on.last_time(EARLIER, norwegian, "hopes") == said
    assert follow_on.last_time(EARLIER, GUIDE, "own_words") == []


def test_words_of_today_are_marked_and_taken_back_together(sitting: Sitting) -> None:
    follow_on.change(sitting, "hopes", "Orkar inte längre")
    entry = sitting.conversation.entry("hopes")
    assert (entry.since, [note.text for note in entry.notes]) == ("changed", ["Orkar inte längre"])
    assert entry.notes[0].voice == "patient"
    sitting.undo()
    assert not sitting.conversation.entries


def test_a_confirmation_alone_raises_the_step_and_copies_no_words(sitting: Sitting) -> None:
    follow_on.confirm(sitting, "hopes")
    follow_on.withdraw(sitting, "treatment_limits")
    entry = sitting.conversation.entry("hopes")
    assert (entry.since, entry.state, entry.notes) == ("confirmed", "noted", ())
    limit = sitting.conversation.entry("treatment_limits")
    assert (limit.since, limit.notes, limit.decided) == ("withdrawn", (), False)


def test_a_declined_step_stays_declined_when_it_is_marked(sitting: Sitting) -> None:
    sitting.leave("declined", step="hopes")
    follow_on.confirm(sitting, "hopes")
    assert sitting.conversation.entry("hopes").state == "declined"


def test_a_change_without_words_or_without_an_earlier_talk_is_refused(sitting: Sitting) -> None:
    with pytest.raises(ConvoGuideError):
        follow_on.change(sitting, "hopes", "  ")
    alone = MemoryKeeper(now).begin("svas-kronoberg", "steps")
    with pytest.raises(ConvoGuideError):
        follow_on.confirm(alone, "hopes")


# --- what documents say of it

NEWER = talk(
    previous=IDENTITY,
    held_on="2026-11-20",
    entries={
        "hopes": {"notes": [{"text": "Sova om natten", "voice": "patient"}]},
        "worries": {"outcome": "noted", "since": "confirmed"},
        "family": {"notes": ["Pratat med systern"]},
        "treatment_limits": {"notes": ["Ej HLR"]},
        "strength": {"notes": [{"text": "HEMLIGT", "private": True}]},
    },
)


def since_lines(
    older: Conversation = EARLIER, newer: Conversation = NEWER, locale: str = "en"
) -> list[str]:
    made = document.make(newer, "journal-svas", locale, since=older)
    return [line.text for line in made.sections[-1].lines if made.sections[-1].id == "since"]


def test_a_journal_says_theme_by_theme_what_changed() -> None:
    lines = since_lines()
    assert lines[0] == "Hopes: changed. Before: “Se våren”; hemma. Now: “Sova om natten”"
    assert lines[1] == "Worries: confirmed"
    assert lines[2] == "Family: new. Now: Pratat med systern"
    assert lines[3].endswith("Now: Applies as a wish, not decided by a physician: Ej HLR")
    assert len(lines) == 4


def test_it_is_worded_in_the_documents_language() -> None:
    told = {locale: since_lines(locale=locale)[0] for locale in ("sv", "nb", "en")}
    assert told["sv"].startswith("Förhoppningar: ")
    assert len(set(told.values())) == 3


def test_held_apart_notes_of_either_talk_have_no_part_in_it() -> None:
    private = {"notes": [{"text": "HEMLIGT", "private": True}]}
    older = talk(entries={"hopes": private, "prognosis": {"notes": ["DAGAR"]}})
    newer = talk(
        previous=IDENTITY,
        entries={
            "hopes": {"notes": ["åka hem"]},
            "strength": {**private, "since": "changed"},
            "prognosis": {"outcome": "declined", "notes": ["VECKOR"]},
        },
    )
    lines = since_lines(older, newer)
    said = " ".join(lines)
    assert not [word for word in ("HEMLIGT", "DAGAR", "VECKOR") if word in said]
    assert "Strength" not in said
    assert lines[0] == "Hopes: new. Now: åka hem"


def test_only_journals_say_it_and_only_the_right_way_round() -> None:
    with pytest.raises(ConvoGuideError):
        document.make(NEWER, "plan", since=EARLIER)
    with pytest.raises(ConvoGuideError):
        document.make(EARLIER, "journal-svas", since=NEWER)


@pytest.mark.parametrize("full", [False, True])
def test_it_is_passed_over_when_the_text_is_read_back(full: bool) -> None:
    from convoguide.services.journal_text import conversation_from_text

    made = document.make(NEWER, "journal-svas", since=EARLIER)
    read = conversation_from_text(document.written(made, full=full))
    texts = [note.text for _step, _index, note in read.conversation.notes()]
    assert "Se våren" not in " ".join(texts)
    assert "Se våren" in " ".join(read.passed_over)


def test_all_of_last_time_is_told_by_the_steps_it_bears_on() -> None:
    found = follow_on.all_last_time(EARLIER, GUIDE)
    assert found["hopes"] == follow_on.last_time(EARLIER, GUIDE, "hopes")
    assert "strength" not in found
    assert all(found.values())


def test_the_words_of_last_time_are_no_new_words(sitting: Sitting) -> None:
    before = follow_on.last_time(EARLIER, GUIDE, "hopes")[0]
    with pytest.raises(ConvoGuideError, match="words of last time"):
        follow_on.change(sitting, "hopes", " Se  våren ", before=before)
    assert not sitting.conversation.entries


def test_new_words_for_what_was_held_apart_are_held_apart(sitting: Sitting) -> None:
    before = follow_on.last_time(EARLIER, GUIDE, "hopes")[0]._replace(private=True)
    follow_on.change(sitting, "hopes", "Något annat", before=before)
    assert sitting.conversation.entry("hopes").notes[0].private


def test_what_a_conversation_follows_is_found_where_it_is_kept() -> None:
    keeper = MemoryKeeper(now)
    begun = follow_on.begin_after(keeper, EARLIER, "svas-kronoberg", "steps")
    assert follow_on.followed(keeper, begun, None) is None
    assert follow_on.followed(keeper, begun, EARLIER) is EARLIER
    keeper.put(EARLIER, replacing=False)
    assert follow_on.followed(keeper, begun, None) == EARLIER
    with pytest.raises(ConvoGuideError, match="another conversation"):
        follow_on.followed(keeper, begun, talk(id=IDENTITY.replace("019b", "019c")))


def test_a_talk_from_the_journal_is_kept_as_standing_there_and_not_counted(tmp_path: Path) -> None:
    new_store(tmp_path, "en lång fras")
    keeper = StoreKeeper(Home(tmp_path / "settings.json", tmp_path), Settings(), now)
    keeper.unlock("en lång fras")
    known = follow_on.take_in(keeper, EARLIER.having(id=None), date(2026, 11, 20))
    begun = follow_on.begin_after(keeper, known, "svas-kronoberg", "steps")
    begun.note("I dag", step="hopes")
    assert keeper.flush(10)
    assert follow_on.followed(keeper, begun, None) == known
    assert known.documented is not None
    assert known.documented.on == date(2026, 11, 20)
    assert sum(draft.documented is not None for draft in keeper.drafts()) == 1
    assert not [each for each in keeper.due() if each.id == known.id]
    keeper.close()
