import re
import shutil
import sys
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("typst", reason="the package typst (extra pdf) is not installed")
pytest.importorskip("pypdf", reason="the package pypdf is not installed")

from convoguide.core.conversation import Conversation
from convoguide.core.text import clean, collapse
from convoguide.documents.assembled import Document
from convoguide.documents.writers import glyphs, pdf
from convoguide.errors import ConvoGuideError
from convoguide.services import content, document
from tests.documents import printed, rich
from tests.documents.printed import FONTS, TEMPLATES, made, plain, reader, text
from tests.making import HOSTILE, talk

DOCUMENTS = content.document_ids()
TALKS = {"svas": rich.svas, "forhandssamtale": rich.forhandssamtale}
# What typst would act on if it ever read a note as markup or as code.
MARKUP = (
    '#panic("x") #set text(red) #let a = 1',
    "$x^2$ @ref <label> \\ \\u{41} \\#",
    "= rubrik // bort /* bort */ *fet* _kursiv_ `rå` - a + b / c: d",
    "\"citat\" 'enkelt' -- --- ... ~ http://example.org 1/2 (c) -> <=",
    "fi ff ffi ﬁ e\u0301 ŋ ŧ č ≥ → ☒ я",
)
SMALLEST, SMALLEST_NUMBER = 11, 18


def noted(*notes: str, **parts: Any) -> Document:
    return document.make(talk(entries={"hopes": {"notes": list(notes)}}, **parts), "journal-svas")


def sheet(**parts: Any) -> bytes:
    return made(document.make(rich.svas(**parts), "contact-sheet"))


def seen(note: str) -> str:
    """The note as pdftotext gives it back: on one line, without its marks of direction."""
    return plain(collapse(clean(note)))


# --- what a reader sees


# pdftotext orders right-to-left text by its own guess: letters that are joined to one shape (لا)
# come back in the order of the eye. So here only words without such shapes stand.
@pytest.mark.parametrize("note", [*HOSTILE, *MARKUP, "هو في البيت"])
@pytest.mark.parametrize("full", [False, True])
def test_a_notes_own_characters_stand_on_the_page(note: str, full: bool) -> None:
    shown = text(made(noted(note), full=full))
    assert seen(note) in shown
    assert "⟦" not in shown


@pytest.mark.parametrize("note", MARKUP)
def test_nothing_of_typsts_markup_acts_anywhere_in_a_document(note: str) -> None:
    conversation = talk(
        entries={
            "what_matters": {"notes": [note]},
            "treatment_limits": {
                "notes": ["x"],
                "decided_by": {"role": "physician", "name": note},
                "decided_on": "2026-11-20",
            },
        },
        actions=[{"what": note, "responsible": note}],
        contacts=[{"name": note, "phone": "070", "hours": ["day"], "needs": ["emergency"]}],
        acute=[{"situation": "x", "do": note}],
        present=[{"who": "relative", "name": note}],
    )
    for document_id in ("plan", "palliative-plan", "contact-sheet", "sbar", "sip-request"):
        shown = text(made(document.make(conversation, document_id)))
        assert seen(note).replace(" ", "") in shown.replace(" ", ""), document_id


@pytest.mark.parametrize("name", TALKS)
@pytest.mark.parametrize("document_id", DOCUMENTS)
@pytest.mark.parametrize("locale", ["sv", "nb"])
def test_every_line_of_a_document_is_found_on_its_pages(
    name: str, document_id: str, locale: str
) -> None:
    found = document.make(TALKS[name](), document_id, locale)
    shown = text(made(found, full=True))
    lines = [*found.opening, *(line for section in found.sections for line in section.lines)]
    for line in lines:
        ticked = re.sub(r"^\[[x ]\] ", "", line.text)
        if found.reader != "home":
            assert seen(ticked) in shown
        for word in re.findall(r"\w+", ticked):
            assert word in shown
    for section in found.sections:
        assert section.empty or seen(section.heading) in shown
        for row in section.table.rows if section.table else ():
            for word in " ".join(row).split():
                assert word in shown


@settings(max_examples=60)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60))
def test_any_text_can_be_printed(note: str) -> None:
    assert made(noted(clean(note))).startswith(b"%PDF")


def test_a_character_without_a_picture_stands_as_its_number_and_the_page_says_so() -> None:
    shown = text(made(noted("Hon skrev 中 och a\u0591")))
    assert "Hon skrev ⟦U+4E2D⟧ och a⟦U+0591⟧" in shown
    assert "⟦U+…⟧" in shown


def test_a_quotation_keeps_its_marks_and_a_label_stands_before_its_line() -> None:
    notes = [{"text": "Våren", "voice": "patient"}, {"text": "Båten", "voice": "relative"}]
    found = document.make(talk(entries={"hopes": {"notes": notes}}), "journal-svas", "en")
    assert "“Våren” • Relative: Båten" in text(made(found, full=True))
    assert "“Våren”; Båten (relative)" in text(made(found))


def test_what_is_held_apart_is_printed_alone_and_says_what_it_is() -> None:
    found = document.make(rich.svas(), "journal-svas", "en")
    shown = text(made(found, apart=True))
    assert "Held apart from the journal text." in shown
    assert "Konflikt med sonen om huset." in shown
    assert "Hunden heter" not in shown
    assert "Konflikt" not in text(made(found, full=True))


def test_footnotes_say_where_the_lines_come_from() -> None:
    found = document.make(rich.svas(), "sbar", "en")
    shown = text(made(found, footnotes=True, steps={"hopes": "Hopes", "plan": "The plan"}))
    assert "Step “The plan”, note 1" in shown
    assert "Where the lines come from" in shown
    assert "Where the lines come from" not in text(made(found))


# --- for every reader


@pytest.mark.parametrize("name", TALKS)
@pytest.mark.parametrize("document_id", DOCUMENTS)
def test_a_document_is_tagged_and_has_title_language_and_its_own_fonts(
    name: str, document_id: str
) -> None:
    ours = {path.stem for path in FONTS.glob("*.ttf")}
    for locale in ("sv", "nb", "nn", "en"):
        found = document.make(TALKS[name](), document_id, locale)
        pages = reader(made(found))
        root: Any = pages.trailer["/Root"]
        assert root["/MarkInfo"]["/Marked"]
        assert "/StructTreeRoot" in root
        assert root["/Lang"] == locale
        assert root["/ViewerPreferences"]["/DisplayDocTitle"]
        assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
        assert pages.metadata is not None
        assert pages.metadata.title == found.title
        fonts: list[Any] = [
            font.get_object()["/DescendantFonts"][0].get_object()
            for page in pages.pages
            for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
        ]
        assert fonts
        for font in fonts:
            assert "/FontFile2" in font["/FontDescriptor"].get_object()
            assert font["/BaseFont"].split("+")[1] in ours


@pytest.mark.parametrize("name", TALKS)
@pytest.mark.parametrize("document_id", DOCUMENTS)
def test_nothing_is_set_smaller_than_can_be_read(name: str, document_id: str) -> None:
    sizes = [size for _run, size in printed.pieces(made(document.make(TALKS[name](), document_id)))]
    assert min(sizes) >= SMALLEST


def test_every_colour_of_text_stands_out_seven_to_one() -> None:
    source = (TEMPLATES / "sheet.typ").read_text(encoding="utf-8")
    colours = dict(re.findall(r'#let (\w+) = rgb\("#([0-9a-f]{6})"\)', source)) | {
        "white": "ffffff"
    }

    def light(name: str) -> float:
        parts = [int(colours[name][place : place + 2], 16) / 255 for place in (0, 2, 4)]
        linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    pairs = [(a, b) for a in ("ink", "accent", "alarm") for b in ("white", "tint")]
    for dark, bright in pairs:
        assert (light(bright) + 0.05) / (light(dark) + 0.05) >= 7, (dark, bright)


def test_each_page_says_which_it_is_and_of_how_many() -> None:
    pages = reader(made(noted(*(["ordet " * 200] * 12)))).pages
    assert len(pages) > 2
    for number, page in enumerate(pages, start=1):
        assert f"{number} ({len(pages)})" in page.extract_text()


def test_the_same_document_is_the_same_file() -> None:
    found = document.make(rich.svas(), "plan")
    assert made(found) == made(found)


# --- long ones


def crowded() -> Conversation:
    """Long notes, long words and many rows in every kind of place."""
    long = "Hon berättar länge om sommaren vid sjön. " * 100
    actions = [
        {
            "what": f"Åtgärd {n} {'lång ' * n}",
            "why": long if n == 3 else None,
            "responsible": "Sjuksköterska" + "n" * n,
            "due": "2026-12-01",
        }
        for n in range(50)
    ]
    contact = {
        "name": "Hemsjukvårdsmottagningen" * 2,
        "role": "rehabiliteringskoordinatorerna",
        "phone": "+46 480 123 45 67",
        "hours": ["day", "night"],
        "for": "läkemedelsfrågor",
    }
    acute = {"situation": "Andnödsattacker" * 3, "do": long, "call": "0480-123 45 67"}
    what_matters = [long, "x" * 400, {"text": long, "voice": "patient"}, "هو في البيت " * 60]
    return rich.svas(
        entries={
            "what_matters": {"notes": what_matters},
            "symptom_strategy": {"notes": [long]},
        },
        actions=actions,
        contacts=[contact] * 10,
        acute=[acute] * 3,
    )


@pytest.mark.parametrize("document_id", ["plan", "palliative-plan", "sbar", "sip-request"])
def test_long_text_flows_over_the_pages_and_nothing_overlaps(document_id: str) -> None:
    pages = printed.words(made(document.make(crowded(), document_id)))
    assert len(pages) > 2
    for page in pages:
        for word in page:
            assert word.left >= 30
            assert word.right <= 595 - 30
            assert word.bottom <= 842 - 25
        for one, other in combinations(page, 2):
            assert not one.covers(other), (one, other)


def test_a_word_is_split_only_where_it_is_wider_than_its_line() -> None:
    words = ["Flaggstångsknoppsförgyllare", "Hemsjukvårdsmottagningen"]
    acute = {"situation": words[0], "do": "x " * 200, "call": words[1], "medication": "y " * 200}
    shown = text(made(document.make(rich.svas(acute=[acute]), "palliative-plan")))
    assert all(word in shown for word in words)
    shown = text(made(noted("y" * 300)))
    assert "y" * 300 in shown.replace(" ", "")


# --- the sheets


def test_a_plan_that_no_one_signed_says_so_on_every_page() -> None:
    found = document.make(rich.svas(), "palliative-plan")
    pages = reader(made(found)).pages
    assert len(pages) > 1
    for page in pages:
        assert page.extract_text().count(found.banner) == 1


def test_a_signed_plan_says_nothing_of_the_kind() -> None:
    plan = {"signed_by": "Dr Jönsson", "signed_on": "2026-11-21"}
    unsigned = document.make(rich.svas(), "palliative-plan")
    shown = text(made(document.make(rich.svas(palliative_plan=plan), "palliative-plan")))
    assert unsigned.banner not in shown
    assert "2026-11-21" in shown


def test_the_attachments_of_a_plan_are_ticked_boxes() -> None:
    found = document.make(rich.svas(), "plan", "en")
    shown = text(made(found))
    assert "☒ ESAS-r with progress form" in shown
    assert "☐ Pain chart" in shown


def test_a_persons_own_brackets_are_no_ticked_box() -> None:
    conversation = talk(actions=[{"what": "[x] ring"}], entries={"hopes": {"notes": ["[x] båten"]}})
    assert "[x] ring" in text(made(document.make(conversation, "sbar")))
    assert "[x] båten" in text(made(document.make(conversation, "plan")))


@pytest.mark.parametrize("locale", ["sv", "nb", "nn", "en"])
@pytest.mark.parametrize("name", TALKS)
def test_the_contact_sheet_is_one_page_with_large_numbers(name: str, locale: str) -> None:
    plan = {"signed_by": "Dr Sæther", "signed_on": "2026-11-21"}
    sheet_made = made(document.make(TALKS[name](palliative_plan=plan), "contact-sheet", locale))
    assert len(reader(sheet_made).pages) == 1
    numbers = [
        size for run, size in printed.pieces(sheet_made) if re.fullmatch(r"\W*[\d +-]{3,}", run)
    ]
    assert len(numbers) >= 6
    assert min(numbers) >= SMALLEST_NUMBER


def test_a_fuller_sheet_is_set_closer_and_stays_one_page() -> None:
    hours, needs = ["day", "evening", "night", "weekend"], ["relief", "emergency"]
    contact = {"role": "sjuksköterska på mottagningen", "phone": "+46 480 123 45 67"}
    contacts = [
        {**contact, "name": f"Avdelning {n} på sjukhuset", "hours": hours, "needs": needs}
        for n in (1, 2)
    ]
    full = sheet(contacts=contacts)
    assert len(reader(full).pages) == 1
    assert min(size for run, size in printed.pieces(full) if "+46" in run) >= SMALLEST_NUMBER
    assert min(size for _run, size in printed.pieces(full)) >= SMALLEST


def test_a_sheet_that_cannot_be_one_page_loses_nothing() -> None:
    contacts = [
        {
            "name": f"Avdelning {n}",
            "phone": f"0480-123 45 {n}",
            "hours": ["day", "night", "weekend"],
        }
        for n in range(10, 34)
    ]
    shown = text(sheet(contacts=contacts))
    assert all(shown.count(f"0480-123 45 {n}") == 3 for n in range(10, 34))


def test_a_row_without_a_number_has_room_to_write_on() -> None:
    empty = document.make(talk(), "contact-sheet", "en")
    shown = text(made(empty))
    # Day, evening, night, weekend and relief: each with room for a name and a number.
    assert shown.count("Name") == 5
    assert shown.count("Phone") == 5
    named = document.make(talk(contacts=[{"name": "Pål", "hours": ["day"]}]), "contact-sheet", "en")
    shown = text(made(named))
    assert shown.count("Name") == 4
    assert shown.count("Phone") == 5
    assert "Pål" in shown


@pytest.mark.parametrize(
    ("contact", "shown"),
    [
        ({"name": "Kari (nabo)", "phone": "(+47) 912 34 567"}, ["Kari (nabo)", "(+47) 912 34 567"]),
        (
            {"name": "Åsa", "role": "a, b (c)", "phone": "070-1 (växel)"},
            ["a, b (c)", "070-1 (växel)"],
        ),
        ({"name": "Jour", "phone": "fråga på avdelning 4"}, ["fråga på avdelning 4"]),
        ({"name": "(bara)", "phone": "070, 071"}, ["(bara)", "070", "071"]),
        ({"name": "A (b", "phone": "112"}, ["A (b", "112"]),
    ],
)
def test_a_contact_is_whole_however_it_is_written(
    contact: dict[str, str], shown: list[str]
) -> None:
    found = text(sheet(contacts=[{**contact, "hours": ["night"]}]))
    for each in shown:
        assert each in found


# --- what can go wrong


def templates(tmp_path: Path, source: str) -> Path:
    folder = tmp_path / "templates"
    folder.mkdir()
    shutil.copytree(FONTS, tmp_path / "fonts")
    (folder / "document.typ").write_text(source, encoding="utf-8")
    return folder


VIEW = "#let view = json(bytes(sys.inputs.view))\n"


@pytest.mark.parametrize(
    "source",
    [
        f"{VIEW}#panic(view.sections.first().lines.first().text)",
        f"{VIEW}#int(view.sections.first().lines.first().text)",
        "= no title\n#(",
    ],
)
def test_a_fault_in_a_template_names_its_place_and_never_a_note(
    tmp_path: Path, source: str
) -> None:
    folder = templates(tmp_path, source)
    with pytest.raises(ConvoGuideError) as raised:
        pdf.write(noted("hemlig.typ:7:7 text"), templates=folder)
    assert "document.typ" in str(raised.value)
    assert "line 2" in str(raised.value)
    assert "hemlig" not in str(raised.value)


def test_a_template_reads_nothing_outside_its_folder(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("x")
    folder = templates(tmp_path, '#read("../secret.txt")')
    with pytest.raises(ConvoGuideError):
        pdf.write(noted("x"), templates=folder)


def test_a_missing_template_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConvoGuideError, match=r"document\.typ"):
        pdf.write(noted("x"), templates=tmp_path)


def test_without_typst_it_says_what_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(ConvoGuideError, match="typst"):
        made(noted("x"))


def test_no_template_fetches_anything() -> None:
    for path in TEMPLATES.glob("*.typ"):
        assert "@" not in path.read_text(encoding="utf-8"), path.name


# --- the fonts


def test_the_fonts_are_small_and_each_is_named_in_the_licence() -> None:
    files = list(FONTS.iterdir())
    licence = (FONTS / "OFL.txt").read_text(encoding="utf-8")
    assert sum(path.stat().st_size for path in files) < 600_000
    for path in files:
        if path.suffix == ".ttf":
            assert path.name in licence


@pytest.mark.parametrize(
    "letters",
    [
        "åäöæøÅÄÖÆØéü",
        "áčđŋšŧžÁČĐŊŠŦŽ",
        "«»”’–—…€",
        "אבגד",
        "ابتثپچژگ",
        "абвїєґ",
        "ąęłńőřşť",
        "😀❤💊☒☐≥→",
    ],
)
def test_the_letters_of_the_north_and_of_many_patients_can_be_shown(letters: str) -> None:
    assert glyphs.spelled(letters, FONTS) == letters
