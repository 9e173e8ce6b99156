"""Packs in use: what they change, in which order, and that all else goes on working."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from convoguide.core.guide import Guide, SpokenStep
from convoguide.core.localise import texts_of
from convoguide.documents.writers import fhir
from convoguide.i18n import Language
from convoguide.library.faults import FaultyFileError
from convoguide.services import card, check, content, document, packs
from convoguide.services.conduct import Sitting, from_draft, new_conversation, to_draft
from convoguide.services.files import conversation_from, file_text
from convoguide.services.keep import MemoryKeeper, is_blank
from tests.documents.whole import whole
from tests.making import talk
from tests.packing import SVAS, added, extra, pack_data, phrases, step_words

NOW = datetime(2026, 11, 20, 13, 5, tzinfo=UTC)


def steps() -> list[str]:
    return [step.id for step in content.guide(SVAS).steps()]


def test_without_packs_the_guides_and_documents_are_those_that_come_with_the_program() -> None:
    assert content.guide(SVAS) is content.shipped_guide(SVAS)
    assert content.outline("sbar") is content.shipped_outline("sbar")
    assert not content.guide(SVAS).packs


# --- own wording


def test_a_phrase_is_replaced_by_its_number_and_the_others_stay(tmp_path: Path) -> None:
    before = phrases("hopes")
    added(tmp_path, pack_data(guides=step_words("hopes", phrases={2: "Vad hoppas du på?"})))
    assert phrases("hopes") == (before[0], "Vad hoppas du på?", *before[2:])
    assert phrases("worries") == content.shipped_guide(SVAS).step("worries").phrases  # type: ignore[union-attr]


def test_a_list_takes_the_place_of_the_whole_list(tmp_path: Path) -> None:
    words = {
        "title": "Hopp",
        "purpose": "Höra om hoppet.",
        "phrases": ["En?", "Två?"],
        "reminders": ["Vänta.", {"text": "Tolk", "only_if": {"present": ["interpreter"]}}],
        "advice": ["Sitt ned."],
    }
    added(tmp_path, pack_data(guides=step_words("hopes", **words)))
    step = content.guide(SVAS).step("hopes")
    assert step is not None
    assert (step.title, step.purpose, phrases("hopes")) == (
        "Hopp",
        "Höra om hoppet.",
        ("En?", "Två?"),
    )
    assert [each.text for each in step.reminders] == ["Vänta.", "Tolk"]
    assert step.advice == ("Sitt ned.",)
    assert step.topic == content.shipped_guide(SVAS).step("hopes").topic  # type: ignore[union-attr]


def reworded(guide: Guide) -> dict[str, Any]:
    """Every text of every step in other words."""
    words: dict[str, Any] = {}
    for step in guide.steps():
        own: dict[str, Any] = {
            key: f"eget {key} {step.id}" for key in ("title", "topic", "purpose")
        }
        if isinstance(step, SpokenStep):
            own["phrases"] = [f"egen fras {n} {step.id}" for n in range(len(step.phrases))]
        if step.advice:
            own["advice"] = [f"eget råd {step.id}"]
        own["reminders"] = [f"egen påminnelse {step.id}"]
        words[step.id] = own
    return {guide.id: {"title": "egen titel", "summary": "eget", "steps": words}}


@pytest.mark.parametrize("guide_id", content.conversation_guide_ids())
def test_a_pack_that_replaces_every_phrase_keeps_all_else_working(
    tmp_path: Path, guide_id: str
) -> None:
    shipped = content.shipped_guide(guide_id)
    before = {
        each: document.make(whole(guide_id), each).sections for each in content.document_ids()
    }
    kinds = [each.finding.kind for each in check.findings(whole(guide_id, contacts=[]), "plan")]
    added(tmp_path, pack_data(language=shipped.language, guides=reworded(shipped)))
    guide = content.guide(guide_id)
    fields = ("title", "topic", "purpose", "phrase", "advice", "reminder")
    # Where limits are decided on nothing is added, since this pack says nothing of limits.
    kept = [
        text
        for place, text in texts_of(guide)
        if place.split("/")[-1] in fields and place.count("/") == 2 and "stage:" not in place
    ]
    assert all(text.startswith(("eget", "egen")) for text in kept)
    assert [step.theme for step in guide.steps()] == [step.theme for step in shipped.steps()]
    conversation = whole(guide_id)
    for each, sections in before.items():
        made = document.make(conversation, each)
        notes = [[line for line in s.lines if line.note is not None] for s in made.sections]
        assert notes == [[line for line in s.lines if line.note is not None] for s in sections]
    found = check.findings(whole(guide_id, contacts=[]), "plan")
    assert [each.finding.kind for each in found] == kinds != []
    assert "egen fras" in card.shown(guide_id, None, card=True)
    assert conversation_from(file_text(conversation).encode(), "x") == conversation
    response = fhir.questionnaire_response(conversation, guide, Language("sv"))
    back = fhir.from_questionnaire_response(response)
    assert set(back.entries) == set(conversation.entries)


def test_a_reader_of_another_language_sees_what_own_wording_replaced(tmp_path: Path) -> None:
    english = document.make(talk(entries={"worries": {"notes": ["x"]}}), "journal-svas", "en")
    heading = next(s.heading for s in english.sections if s.id == "worries")
    words = {"journal-svas": {"headings": {"worries": "Farhågor"}}}
    added(tmp_path, pack_data(documents=words))
    swedish = document.make(talk(entries={"worries": {"notes": ["x"]}}), "journal-svas")
    english = document.make(talk(entries={"worries": {"notes": ["x"]}}), "journal-svas", "en")
    assert next(s.heading for s in swedish.sections if s.id == "worries") == "Farhågor"
    shown = next(s.heading for s in english.sections if s.id == "worries")
    # Without compiled catalogs there is no English, and the own heading stands.
    assert shown == heading if heading != "Oro" else shown == "Farhågor"


# --- own steps


def test_an_own_step_stands_behind_the_step_it_follows(tmp_path: Path) -> None:
    data = pack_data()
    data["guides"] = {
        SVAS: {
            "extra_steps": [
                {"after": "hopes", "step": {**extra()[SVAS]["extra_steps"][0]["step"], "id": each}}
                for each in ("one", "two")
            ]
        }
    }
    third = {"after": "one", "step": {**data["guides"][SVAS]["extra_steps"][0]["step"], "id": "in"}}
    data["guides"][SVAS]["extra_steps"].append(third)
    added(tmp_path, data)
    at = steps().index("hopes")
    assert steps()[at : at + 5] == ["hopes", "kalmar:one", "kalmar:in", "kalmar:two", "worries"]


def test_what_is_noted_under_an_own_step_stands_in_every_document_that_gathers_its_theme(
    tmp_path: Path,
) -> None:
    added(tmp_path, pack_data(guides=extra(theme="what_matters")))
    conversation = talk(
        entries={"kalmar:pets": {"notes": [{"voice": "patient", "text": "Hunden"}]}}
    )
    assert not content.absent_steps(conversation)
    gathering = {
        each
        for each in content.document_ids()
        if "what_matters" in content.outline(each).gathered()
    }
    for each in content.document_ids():
        made = document.make(conversation, each)
        where = [s.id for s in made.sections for line in s.lines if line.text == "Hunden"]
        assert bool(where) == (each in gathering), each
        assert "other" not in where
    journal = document.written(document.make(conversation, "journal-svas"))
    assert journal.count("Hunden") == 1


def test_a_declined_own_step_has_its_sentence_with_its_topic(tmp_path: Path) -> None:
    added(tmp_path, pack_data(guides=extra()))
    conversation = talk(entries={"kalmar:pets": {"outcome": "declined"}})
    assert "djuren" in document.written(document.make(conversation, "journal-svas"))


def test_an_own_step_on_limits_is_a_limit_and_any_other_takes_no_decision(tmp_path: Path) -> None:
    added(tmp_path, pack_data("limits", guides=extra(theme="treatment_limits")))
    added(tmp_path, pack_data("pets", guides=extra()))
    decided = {"notes": ["Ej IVA"], "decided_by": {"role": "physician"}, "decided_on": "2026-11-20"}
    good = file_text(talk(entries={"limits:pets": decided}))
    conversation = conversation_from(good.encode(), "x")
    assert "2026-11-20" in document.written(document.make(conversation, "journal-svas"))
    assert "Ej IVA" not in document.written(document.make(conversation, "plan"))
    bad = file_text(talk(entries={"pets:pets": decided}))
    with pytest.raises(FaultyFileError, match="decision"):
        conversation_from(bad.encode(), "x")


def test_a_conversation_says_by_which_packs_it_was_held(tmp_path: Path) -> None:
    added(tmp_path, pack_data(guides=extra(), version="2026.1"))
    added(tmp_path, pack_data("elsewhere", guides={"forhandssamtale": {"title": "x"}}))
    sitting = MemoryKeeper(now=lambda: NOW).begin(SVAS, "steps")
    assert is_blank(sitting)
    sitting.jump("kalmar:pets")
    sitting.note("Hunden")
    assert sitting.conversation.packs == {"kalmar": "2026.1"}
    sitting.undo()
    assert is_blank(sitting)
    sitting.redo()
    sitting.retract("kalmar:pets", 0)
    assert is_blank(sitting)
    sitting.note("Hunden")
    assert from_draft(to_draft(sitting))[0].packs == {"kalmar": "2026.1"}


def test_a_conversation_without_packs_has_no_word_of_them() -> None:
    sitting = Sitting(content.guide(SVAS), new_conversation(content.guide(SVAS), NOW))
    sitting.note("Hunden")
    assert '"packs"' not in file_text(sitting.conversation)


def test_once_a_pack_is_gone_its_notes_stand_under_other_and_check_says_so(tmp_path: Path) -> None:
    added(tmp_path, pack_data(guides=extra(theme="what_matters")))
    text = file_text(talk(entries={"kalmar:pets": {"notes": ["Hunden"]}}, packs={"kalmar": "1.0"}))
    packs.remove("kalmar")
    conversation = conversation_from(text.encode(), "x")
    made = document.make(conversation, "journal-svas")
    assert [s.id for s in made.sections for line in s.lines if line.text == "Hunden"] == ["other"]
    assert content.absent_steps(conversation) == ["kalmar:pets"]
    found = [each for each in check.findings(conversation) if each.finding.kind == "pack_missing"]
    assert [each.finding.step for each in found] == ["kalmar:pets"]
    assert "kalmar" in found[0].mend
    # A pack that comes back finds its notes again.
    packs.add(tmp_path / "given-kalmar")
    assert not [e for e in check.findings(conversation) if e.finding.kind == "pack_missing"]


def test_a_step_of_a_conversation_under_no_pack_at_all_is_still_an_error() -> None:
    with pytest.raises(FaultyFileError, match="no step"):
        conversation_from(file_text(talk(entries={"pets": {"notes": ["x"]}})).encode(), "x")
