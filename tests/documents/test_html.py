import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2.exceptions import SecurityError, UndefinedError

from convoguide.core.text import clean, collapse
from convoguide.documents.assembled import Document, FilledSection, Line
from convoguide.documents.writers import html, txt
from convoguide.services import content, document
from tests.documents.page import Element, read
from tests.documents.whole import SIGNED, cells, lines, own, whole
from tests.making import HOSTILE, talk

TEMPLATE = content.folder() / "templates" / "document.html.j2"
TAGS = {
    *("html", "head", "meta", "title", "style", "body", "main", "div", "section"),
    *("h1", "h2", "p", "ul", "ol", "li", "b", "bdi", "span", "sup", "a"),
    *("table", "caption", "thead", "tbody", "tr", "th", "td"),
}
VOICES = ("patient", "relative", "clinician")
LOCALES = ("sv", "nb", "nn", "en")


def page(made: Document, **options: Any) -> Element:
    return read(html.write(made, template=TEMPLATE, **options))


def written(element: Element) -> list[str]:
    """The texts that stand apart, as what a person wrote does."""
    return [each.text for each in element.all("bdi")]


@pytest.mark.parametrize("document_id", ["journal-svas", "journal-forhandssamtale", "plan"])
@pytest.mark.parametrize("full", [False, True])
def test_a_reader_of_the_page_sees_a_notes_own_characters(document_id: str, full: bool) -> None:
    notes = [{"text": note, "voice": voice} for note in HOSTILE for voice in VOICES]
    entries = {"strength": {"notes": notes}}
    found = page(document.make(talk(entries=entries), document_id), full=full)
    for note in HOSTILE:
        assert written(found).count(collapse(note)) == len(VOICES)
        assert found.seen.count(collapse(note)) >= len(VOICES)
    assert {each.tag for each in found.all()} <= TAGS


@settings(max_examples=40)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_text_stands_on_the_page_as_it_is(text: str) -> None:
    note = collapse(clean(text))
    made = Document("x", note, "sv", "plan", (), (FilledSection("s", note, (Line(note),)),))
    found = page(made)
    assert written(found) == [note]
    assert [each.text for each in found.all("h1", "h2")] == [note, note]


@pytest.mark.parametrize("document_id", content.document_ids())
@pytest.mark.parametrize("guide_id", content.conversation_guide_ids())
@pytest.mark.parametrize("full", [False, True])
def test_every_line_and_cell_of_every_document_is_on_its_page(
    document_id: str, guide_id: str, full: bool
) -> None:
    made = document.make(whole(guide_id), document_id)
    found = page(made, full=full)
    columns = [each.text for head in found.all("thead") for each in head.all("th")]
    shown = own(made, full=full)
    expected = [*(line.text for line in shown), *cells(made)]
    assert sorted(filter(None, [*written(found), *columns])) == sorted(filter(None, expected))


@pytest.mark.parametrize("locale", LOCALES)
def test_the_page_says_in_which_language_it_is(locale: str) -> None:
    found = page(document.make(whole(), "plan", locale))
    assert found.all("html")[0].attributes["lang"] == locale


def test_a_compact_journal_says_what_the_plain_text_says() -> None:
    made = document.make(whole(), "journal-svas")
    compact = [each.seen for each in page(made).of_class("compact")]
    assert compact == [
        collapse(txt.compact_section(each, "sv")) for each in made.sections if not each.empty
    ]


@pytest.mark.parametrize("document_id", content.document_ids())
def test_a_line_that_stands_alone_says_what_the_plain_text_says(document_id: str) -> None:
    made = document.make(whole(), document_id)
    shown = [each.seen for each in page(made, full=True).all("p", "li")]
    for line in lines(made):
        assert collapse(txt.told(line, "sv").replace(txt.TO_WRITE_ON, "")) in shown


@pytest.mark.parametrize("document_id", content.document_ids())
@pytest.mark.parametrize("full", [False, True])
def test_the_headings_are_in_order_and_name_every_section(document_id: str, full: bool) -> None:
    made = document.make(whole(), document_id)
    headings = page(made, full=full, footnotes=True).all("h1", "h2", "h3", "h4")
    assert [each.tag for each in headings] == ["h1"] + ["h2"] * (len(headings) - 1)
    assert headings[0].text == made.title
    sections = [each.heading for each in made.sections if not each.empty]
    assert [each.text.removesuffix(":") for each in headings[1:-1]] == sections


def test_every_heading_of_a_table_says_what_it_is_the_heading_of() -> None:
    for document_id in ("plan", "palliative-plan"):
        tables = page(document.make(whole(), document_id)).all("table")
        assert tables
        for table in tables:
            assert table.all("caption")[0].text
            head, body = table.all("thead")[0], table.all("tbody")[0]
            assert {each.attributes.get("scope") for each in head.all("th")} == {"col"}
            assert {each.attributes.get("scope") for each in body.all("th")} == {"row"}
            for row in body.all("tr"):
                assert len(row.all("th", "td")) == len(head.all("th"))
                named = [each.attributes["data-label"] for each in row.all("td")]
                assert named == [each.text for each in head.all("th")][1:]


@pytest.mark.parametrize("document_id", content.document_ids())
def test_nothing_on_the_page_reaches_outside_or_acts(document_id: str) -> None:
    made = document.make(whole(), document_id)
    source = html.write(made, template=TEMPLATE, full=True, footnotes=True)
    found = read(source)
    for element in found.all():
        assert element.tag in TAGS
        for name, value in element.attributes.items():
            assert not name.startswith("on")
            assert name not in ("src", "srcset", "style", "action", "background")
            if name == "href":
                assert (value or "").startswith("#")
    style = "".join(each.text for each in found.all("style"))
    assert "url(" not in style
    assert "@import" not in style
    policy = [each.attributes.get("content") for each in found.all("meta")]
    assert any("default-src 'none'" in (each or "") for each in policy)


def test_where_something_is_missing_there_is_a_line_to_write_on() -> None:
    made = document.make(talk("forhandssamtale", "nb"), "contact-sheet")
    rooms = page(made).of_class("room")
    assert len(rooms) == sum(line.blank for line in lines(made)) > 0
    assert all(each.attributes["aria-label"] for each in rooms)


def test_what_is_held_apart_is_a_page_of_its_own_that_says_so() -> None:
    made = document.make(whole(), "journal-svas")
    found = page(made, apart=True)
    assert written(found) == [line.text for section in made.apart for line in section.lines]
    assert len(found.of_class("notice")) == 1
    assert "hemligt" not in page(made).seen


# --- the banner


def test_the_banner_stands_once_above_the_title_and_print_repeats_it() -> None:
    made = document.make(whole(consent=None), "palliative-plan")
    found = page(made)
    (banner,) = found.of_class("banner")
    assert banner.text == made.banner
    (notice,) = found.of_class("notice")
    shown = found.all("main")[0].seen
    assert shown.index(notice.seen) == 0
    assert shown.index(notice.seen) < shown.index(made.banner) < shown.index(made.title)
    printed = css().split("@media print", 1)[1]
    assert re.search(r"\.banner \{[^}]*position: fixed; top: 0;", printed)
    assert "size: A4" in printed


def test_a_signed_plan_has_no_banner() -> None:
    found = page(document.make(whole(palliative_plan=SIGNED), "palliative-plan"))
    assert found.of_class("banner") == []
    assert found.of_class("headroom") == []


@pytest.mark.skipif(
    not (shutil.which("chromium") and shutil.which("pdftotext")),
    reason="chromium and pdftotext are not installed",
)
def test_every_printed_page_bears_the_banner_and_no_note_is_lost(tmp_path: Path) -> None:
    made = document.make(whole(), "palliative-plan", "en")
    source, target = tmp_path / "plan.html", tmp_path / "plan.pdf"
    source.write_text(html.write(made, template=TEMPLATE), encoding="utf-8")
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")
    subprocess.run(
        [
            "chromium",
            *options,
            f"--user-data-dir={tmp_path / 'profile'}",
            f"--print-to-pdf={target}",
            source.as_uri(),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    text = subprocess.run(
        ["pdftotext", "-layout", target, "-"], check=True, capture_output=True, timeout=60
    ).stdout.decode()
    pages = text.rstrip("\f").split("\f")
    assert len(pages) > 1
    assert all(each.count(made.banner) == 1 for each in pages)
    for line in lines(made):
        if line.text.startswith(("anteckning", "en närståendes")):
            assert line.text in text


# --- what it looks like


def css() -> str:
    return "".join(each.text for each in page(document.make(talk(), "plan")).all("style"))


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_every_colour_of_text_stands_out_from_every_background() -> None:
    texts = set(re.findall(r"(?<![-\w])color: (#\w+)", css()))
    backgrounds = set(re.findall(r"background: (#\w+)", css()))
    assert texts
    assert backgrounds
    for text in texts:
        for background in backgrounds:
            lighter, darker = sorted((luminance(text), luminance(background)), reverse=True)
            assert (lighter + 0.05) / (darker + 0.05) >= 7


def test_every_colour_is_written_so_that_it_can_be_measured() -> None:
    named = re.findall(r"(?:^|[;{ ])(?:color|background): ([^;}]+)", css())
    assert named
    assert all(re.fullmatch(r"#[0-9a-f]{6}", each) for each in named)


def test_a_phone_is_told_to_show_the_page_at_its_own_width() -> None:
    metas = page(document.make(talk(), "plan")).all("meta")
    assert any("width=device-width" in (each.attributes.get("content") or "") for each in metas)


# --- templates of others


def test_a_template_reaches_nothing_of_the_program(tmp_path: Path) -> None:
    template = tmp_path / "own.html.j2"
    template.write_text("{{ title.__class__.__mro__ }}", encoding="utf-8")
    with pytest.raises(SecurityError):
        html.write(document.make(talk(), "plan"), template=template)


def test_a_template_that_asks_for_what_is_not_there_is_an_error(tmp_path: Path) -> None:
    template = tmp_path / "own.html.j2"
    template.write_text("{{ label }}", encoding="utf-8")
    with pytest.raises(UndefinedError):
        html.write(document.make(talk(), "plan"), template=template)
