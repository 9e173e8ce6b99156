"""What packs bring to documents: headings, limits, contacts, own documents; and what is no pack."""

from pathlib import Path
from typing import Any

import pytest

from convoguide.library.faults import FaultyFileError
from convoguide.services import check, content, document, packs
from convoguide.services.keep import MemoryKeeper
from tests.making import talk
from tests.packing import BOARD, EXAMPLE, SVAS, added, extra, pack_data, step_words, written


def test_headings_and_their_order_are_the_organisations(tmp_path: Path) -> None:
    before = [section.id for section in content.outline("journal-svas").sections]
    words = {"title": "Svårt samtal", "headings": {"hopes": "Hopp"}, "order": ["plan", "hopes"]}
    added(tmp_path, pack_data(documents={"journal-svas": words}))
    outline = content.outline("journal-svas")
    rest = [each for each in before if each not in ("plan", "hopes")]
    assert [section.id for section in outline.sections] == ["plan", "hopes", *rest]
    made = document.make(talk(entries={"hopes": {"notes": ["Våren"]}}), "journal-svas")
    assert made.title == "Svårt samtal"
    assert "Hopp: Våren" in document.written(made)


@pytest.mark.parametrize("in_journal", [True, False])
def test_where_limits_are_registered_is_said_behind_limits_alone(
    tmp_path: Path, in_journal: bool
) -> None:
    sentence = "Registreras under Varningar."
    added(tmp_path, pack_data(limits={"registered": sentence, "in_journal": in_journal}))
    assert content.limits_registered() == sentence
    limits = talk(entries={"treatment_limits": {"notes": ["Ej IVA"]}})
    declined = talk(entries={"treatment_limits": {"outcome": "declined"}})
    for journal in ("journal-svas", "journal-cornerstones"):
        text = document.written(document.make(limits, journal))
        assert text.count(sentence) == int(in_journal)
        assert sentence not in document.written(document.make(declined, journal))
        assert sentence not in document.written(document.make(limits, "palliative-plan"))
    step = content.guide(SVAS).step("treatment_limits")
    assert step is not None
    assert sentence in [each.text for each in step.reminders]


def test_the_contact_ladder_is_offered_and_never_put_there_by_itself(tmp_path: Path) -> None:
    ladder = [{"name": "Jouren", "phone": "0999-1", "hours": ["night"], "needs": ["relief"]}]
    added(tmp_path, pack_data(contacts=ladder))
    assert [(p.id, c.name) for p, c in content.own_contacts()] == [("kalmar", "Jouren")]
    sitting = MemoryKeeper().begin(SVAS, "steps")
    sitting.note("x")
    assert sitting.conversation.contacts == ()
    assert "Jouren" not in document.written(document.make(sitting.conversation, "contact-sheet"))


def test_an_own_document_is_made_like_the_others(tmp_path: Path) -> None:
    added(tmp_path, pack_data(), {"documents/board.yaml": BOARD})
    assert content.document_ids()[-1] == "board"
    conversation = talk(
        entries={"what_matters": {"notes": ["Hunden"]}, "prognosis": {"notes": ["Kort"]}}
    )
    text = document.written(document.make(conversation, "board"))
    assert "Hunden" in text
    assert "Kort" not in text


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"holds": {"limits": True, "left_open": "nothing", "prognosis": "never"}}, "holds.limits"),
        ({"holds": {"limits": False, "left_open": "nothing", "prognosis": "raised"}}, "prognosis"),
        (
            {"holds": {"limits": False, "left_open": "sentence_and_notes", "prognosis": "never"}},
            "holds.left_open",
        ),
        ({"reader": "journal"}, "sections"),
        ({"formats": ["fhir"]}, "formats"),
        ({"id": "other-name"}, "id"),
        ({"id": "plan"}, "id"),
    ],
)
def test_an_own_document_may_show_no_reader_more_than_others_do(
    tmp_path: Path, changes: dict[str, Any], key: str
) -> None:
    name = changes["id"] if changes.get("id") == "plan" else "board"
    with pytest.raises(FaultyFileError) as error:
        added(tmp_path, pack_data(), {f"documents/{name}.yaml": {**BOARD, **changes}})
    assert any(each.key.endswith(key) and each.line for each in error.value.faults)


# --- what a pack names must be there


@pytest.mark.parametrize(
    ("parts", "key", "says"),
    [
        ({"guides": {"svas": {}}}, "guides.svas", SVAS),
        ({"guides": step_words("hope", title="x")}, "steps.hope", "guides show"),
        ({"guides": step_words("hopes", phrases={9: "x"})}, "phrases[9]", "there are 3"),
        ({"guides": step_words("hopes", phrases=["x"])}, "phrases", "2 to 4"),
        ({"guides": step_words("hopes", phrases={1: "x" * 300})}, "phrases[1]", "200"),
        ({"guides": step_words("capacity", phrases=["a", "b"])}, "phrases", "nothing is said"),
        ({"guides": extra(after="hope")}, "after", "no step"),
        ({"guides": extra(id="my pets")}, "step.id", "small letters"),
        ({"guides": extra(id="other")}, "step.id", "small letters"),
        ({"documents": {"journal": {}}}, "documents.journal", "journal-svas"),
        ({"documents": {"sbar": {"headings": {"hopes": "x"}}}}, "headings.hopes", "sections:"),
        ({"documents": {"sbar": {"order": ["situation", "situation"]}}}, "order[1]", "taken"),
        ({"languages": {"sv": {"name": "x"}}}, "languages.sv", "comes with the program"),
        ({"languages": {"ar": {"name": "x"}}}, "languages.ar", "texts/ar.yaml"),
        ({"texts": {"ar": {}}}, "texts.ar", "languages"),
        ({"texts": {"nb": {"texts": {"svas/x": "y"}}}}, "svas/x", "place"),
        ({"texts": {"nb": {"texts": {f"{SVAS}/hopes/phrase": "y"}}}}, "phrase", "must have 3"),
        ({"texts": {"sv": {"texts": {f"{SVAS}/title": "y"}}}}, "title", "written in this"),
        ({"texts": {"nb": {"words": {"A {topic}": "{topic.x}"}}}}, "{topic}", "braces"),
    ],
)
def test_what_a_pack_names_that_is_not_there_is_a_fault_with_what_is(
    tmp_path: Path, parts: dict[str, Any], key: str, says: str
) -> None:
    folder = written(tmp_path / "p", pack_data(**parts))
    faults = check.check_content([folder])
    assert len(faults) == 1, [str(each) for each in faults]
    assert faults[0].key.endswith(key)
    assert faults[0].line
    assert says in faults[0].message
    with pytest.raises(FaultyFileError):
        packs.add(folder)
    assert packs.listed() == []


def test_the_example_pack_has_no_fault() -> None:
    assert check.check_content([EXAMPLE]) == []
    assert check.check_content([EXAMPLE.parent]) == []
