"""Packs in use: what they change, in which order, and that all else goes on working."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from convoguide import config
from convoguide.core.conversation import Note
from convoguide.core.guide import Guide, SpokenStep
from convoguide.core.localise import texts_of
from convoguide.core.text import collapse
from convoguide.documents.writers import fhir
from convoguide.errors import InputError
from convoguide.i18n import Language
from convoguide.library.faults import FaultyFileError
from convoguide.services import card, check, content, document, packs
from convoguide.services.conduct import Sitting, from_draft, new_conversation, to_draft
from convoguide.services.files import conversation_from, file_text
from convoguide.services.keep import MemoryKeeper, is_blank
from convoguide.services.local import forget, local, own_folder
from tests.documents.whole import whole
from tests.making import talk
from tests.packing import BOARD, EXAMPLE, SVAS, extra, pack_data, step_words, written

NOW = datetime(2026, 11, 20, 13, 5, tzinfo=UTC)


@pytest.fixture(autouse=True)
def forgetting() -> Iterator[None]:
    """The texts of packs are the process's own; the next test has others."""
    yield
    forget()


def added(tmp_path: Path, data: dict[str, Any], files: dict[str, Any] | None = None) -> None:
    packs.add(written(tmp_path / f"given-{data['id']}", data, files))


def phrases(step_id: str, guide_id: str = SVAS) -> tuple[str, ...]:
    step = content.guide(guide_id).step(step_id)
    assert isinstance(step, SpokenStep)
    return step.phrases


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


# --- documents, limits, contacts


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
    sitting = MemoryKeeper(now=lambda: NOW).begin(SVAS, "steps")
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


# --- layers


def organisations(home: Path, data: dict[str, Any], folder: Path | None = None) -> None:
    written((folder or home / "packs") / data["id"], data)


def test_ones_own_words_lie_over_those_of_the_organisation(home: Path, tmp_path: Path) -> None:
    shipped = phrases("hopes")
    organisations(home, pack_data("region", guides=step_words("hopes", phrases={1: "R1", 2: "R2"})))
    forget()
    assert phrases("hopes")[:2] == ("R1", "R2")
    added(tmp_path, pack_data("aaa", guides=step_words("hopes", phrases={2: "Egen 2"})))
    assert phrases("hopes") == ("R1", "Egen 2", *shipped[2:])
    assert [each["layer"] for each in packs.listed()] == ["organisation", "own"]
    packs.remove("aaa")
    assert phrases("hopes")[:2] == ("R1", "R2")


def test_a_pack_takes_the_place_of_one_with_its_id_beneath(home: Path, tmp_path: Path) -> None:
    shipped = phrases("hopes")
    organisations(home, pack_data("kalmar", guides=step_words("hopes", phrases={1: "R1"})))
    added(tmp_path, pack_data("kalmar", guides=step_words("hopes", phrases={2: "E2"})))
    assert phrases("hopes") == (shipped[0], "E2", *shipped[2:])


def test_the_settings_name_another_folder_for_the_organisation(home: Path, tmp_path: Path) -> None:
    share = tmp_path / "share"
    organisations(home, pack_data("region", guides=step_words("hopes", title="R")), share)
    place = config.home()
    config.write_settings(place, config.Settings(organisation_packs=str(share)))
    forget()
    assert content.guide(SVAS).packs == {"region": "1.0"}


def test_a_faulty_pack_is_told_and_the_others_work(home: Path, tmp_path: Path) -> None:
    organisations(home, pack_data("broken", guides=step_words("hope", title="x")))
    organisations(home, pack_data("region", guides=step_words("hopes", title="Hopp")))
    forget()
    assert content.guide(SVAS).packs == {"region": "1.0"}
    faulty = [each for each in packs.listed() if each["faults"]]
    assert [Path(each["path"]).name for each in faulty] == ["broken"]
    added(tmp_path, pack_data("kalmar"))
    assert len(local().installed) == 2


def test_an_own_pack_that_broke_leaves_the_organisations_in_its_place(home: Path) -> None:
    organisations(home, pack_data("kalmar", guides=step_words("hopes", title="Hopp")))
    written(own_folder() / "kalmar", pack_data("kalmar", guides=step_words("hope", title="x")))
    forget()
    step = content.guide(SVAS).step("hopes")
    assert step is not None
    assert step.title == "Hopp"
    packs.remove("kalmar")
    assert [each["layer"] for each in packs.listed()] == ["organisation"]


def test_what_is_kept_is_what_was_checked_and_nothing_else_of_the_folder(tmp_path: Path) -> None:
    given = written(tmp_path / "p", pack_data(), {"private.txt": "x", "sub/a.yaml": "a: 1\n"})
    packs.add(given)
    kept = own_folder() / "kalmar"
    assert [path.name for path in kept.rglob("*")] == ["pack.yaml"]
    assert sorted(path.name for path in own_folder().iterdir()) == ["kalmar"]


def test_adding_again_replaces_what_was_there(tmp_path: Path) -> None:
    added(tmp_path, pack_data(version="1"), {"documents/board.yaml": BOARD})
    packs.add(written(tmp_path / "next", pack_data(version="2")))
    assert [each["version"] for each in packs.listed()] == ["2"]
    assert "board" not in content.document_ids()


@pytest.mark.parametrize("name", ["..", "../..", "/", "", ".new-x", "nothing"])
def test_nothing_is_removed_that_is_no_own_pack(home: Path, tmp_path: Path, name: str) -> None:
    added(tmp_path, pack_data())
    (own_folder() / ".new-x").mkdir()
    with pytest.raises(InputError):
        packs.remove(name)
    assert (own_folder() / "kalmar" / "pack.yaml").is_file()
    assert home.is_dir()


def test_a_pack_of_the_organisation_is_removed_where_it_lies(home: Path) -> None:
    organisations(home, pack_data("region"))
    forget()
    with pytest.raises(InputError, match="organisation"):
        packs.remove("region")


# --- languages


def test_a_further_language_is_read_from_right_to_left_and_keeps_the_notes(tmp_path: Path) -> None:
    packs.add(EXAMPLE)
    arabic = content.language("ar")
    assert arabic.right_to_left
    assert not content.language("sv").right_to_left
    page = card.shown(SVAS, "ar", card=True, format_id="html")
    assert '<html lang="ar" dir="rtl">' in page
    assert "ما أكثر ما تتمناه من الفترة القادمة؟" in page
    note = "\u202bكلب\u202c Hunden \u200f(3)"
    conversation = talk(entries={"hopes": {"notes": [{"voice": "patient", "text": note}]}})
    made = document.make(conversation, "journal-svas", "ar")
    text = document.written(made)
    assert collapse(note) in text
    assert "الآمال:" in text
    declined = talk(entries={"hopes": {"outcome": "declined"}})
    assert "لا يرغب في الحديث عن الآمال." in document.written(
        document.make(declined, "journal-svas", "ar")
    )


def test_a_language_that_no_pack_brings_is_refused_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"sv, nb, nn, en$"):
        content.language("ar")
    packs.add(EXAMPLE)
    assert content.locales() == ("sv", "nb", "nn", "en", "ar")
    packs.remove("storvik")
    with pytest.raises(InputError):
        document.make(talk(), "journal-svas", "ar")


def test_a_language_of_the_program_can_be_translated_anew(tmp_path: Path) -> None:
    texts = {f"{SVAS}/hopes/title": "Forhåpninger", f"{SVAS}/hopes/phrase": {1: "Hva håper du?"}}
    added(tmp_path, pack_data(texts={"nb": {"texts": texts}}))
    text = card.shown(SVAS, "nb", card=True)
    assert "Forhåpninger" in text
    assert "Hva håper du?" in text
    assert "Förhoppningar" in card.shown(SVAS, "sv", card=True)


def test_the_fixed_words_of_a_language_of_the_program_stay_as_they_are(tmp_path: Path) -> None:
    wish = "Applies as a wish, not decided by a physician"
    added(tmp_path, pack_data(texts={"en": {"words": {wish: "Decided"}}}))
    made = document.make(talk(entries={"treatment_limits": {"notes": ["x"]}}), "journal-svas", "en")
    assert f"{wish}: x" in document.written(made)


def test_texts_of_packs_do_not_outlive_their_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packs.add(EXAMPLE)
    assert content.language("ar").right_to_left
    title = content.guide(SVAS).step("wellbeing")
    assert title is not None
    assert title.title == "En bra dag"
    monkeypatch.setenv("CONVOGUIDE_HOME", str(tmp_path / "another"))
    again = content.guide(SVAS).step("wellbeing")
    assert again == content.shipped_guide(SVAS).step("wellbeing")
    assert content.locales() == ("sv", "nb", "nn", "en")


def test_a_note_stays_literal_whatever_a_pack_says(tmp_path: Path) -> None:
    added(tmp_path, pack_data(guides=step_words("hopes", title="{0} %s {{ 7 * 7 }} [/]")))
    conversation = talk(entries={"hopes": {"notes": [{"text": "x", "private": True}]}})
    made = document.make(conversation, "journal-svas")
    assert made.apart[0].heading == "{0} %s {{ 7 * 7 }} [/]"
    sitting = Sitting(content.guide(SVAS), conversation)
    sitting.change(conversation.note("hopes", Note(text="{{ 1 }}")))
    assert "{{ 1 }}" in document.written(document.make(sitting.conversation, "journal-svas"))
