import re
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("typst", reason="the package typst (extra pdf) is not installed")
pytest.importorskip("pypdf", reason="the package pypdf is not installed")

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
SMALLEST = 11


def noted(*notes: str, **parts: Any) -> Document:
    return document.make(talk(entries={"hopes": {"notes": list(notes)}}, **parts), "journal-svas")


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
