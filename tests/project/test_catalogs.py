import gettext
import io
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from convoguide import quotation
from i18n import check, extract
from i18n.catalogs import (
    LANGUAGES,
    bring_up_to_date,
    content_template,
    forms_of,
    messages,
    po_path,
    read_catalog,
)
from i18n.compile import compile_catalog, compile_stale
from i18n.yaml_extractor import ContentFile, Text, UnknownKeyError, read_content
from i18n.yaml_extractor import extract as babel_extract

ROOT = Path(__file__).resolve().parents[2]

GUIDE = """\
kind: conversation
id: talk
language: sv
country: SE
title: Samtal
journal: journal
source:
  title: En källa
  copyright: © någon
  wording: Egna ord.
reminders:
  - Lyssna.
  - text: Vänta.
    only_if: {led_by: [nurse]}
stages:
  - id: open
    title: Inled
    aim: Be om lov.
    steps:
      - id: hopes
        kind: spoken
        title: Hopp
        theme: hopes
        takes: [note, choice]
        phrases:
          - Vad hoppas
            du på?
          - "no"
        choices:
          - {id: some, text: Något, hint: Eller mycket}
"""

OUTLINE = """\
id: journal
language: sv
title: Journal
reader: journal
formats: [txt]
sections:
  - id: hopes
    heading: Förhoppningar
    themes: [hopes]
"""

CODE = """\
from convoguide.i18n import gettext as _, ngettext, pgettext

SAVED = _("Saved as {name}.")
# Translators: a key, not a lock
KEY = pgettext("keyboard", "Key")


def count(n: int) -> str:
    return ngettext("One note", "{n} notes", n).format(n=n)
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small checkout: one guide, one outline, one module."""
    content = tmp_path / "convoguide" / "content"
    for folder, name, text in (("guides", "talk", GUIDE), ("documents", "journal", OUTLINE)):
        (content / folder).mkdir(parents=True)
        (content / folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "convoguide" / "words.py").write_text(CODE, encoding="utf-8")
    return tmp_path


def texts(root: Path, part: str = "guides/talk.yaml") -> dict[str, list[tuple[int, str]]]:
    found: dict[str, list[tuple[int, str]]] = {}
    for text in read_content(root / "convoguide/content" / part, "talk.yaml").texts:
        found.setdefault(text.context, []).append((text.line, text.text))
    return found


def test_each_text_is_found_with_its_place_and_line(root: Path) -> None:
    assert texts(root) == {
        "talk/title": [(5, "Samtal")],
        "talk/source/wording": [(10, "Egna ord.")],
        "talk/reminder": [(12, "Lyssna."), (13, "Vänta.")],
        "talk/stage:open/title": [(17, "Inled")],
        "talk/stage:open/aim": [(18, "Be om lov.")],
        "talk/hopes/title": [(22, "Hopp")],
        "talk/hopes/phrase": [(26, "Vad hoppas du på?"), (28, "no")],
        "talk/hopes/choice:some/text": [(30, "Något")],
        "talk/hopes/choice:some/hint": [(30, "Eller mycket")],
    }


def test_an_outlines_headings_are_found_by_section(root: Path) -> None:
    assert texts(root, "documents/journal.yaml") == {
        "journal/title": [(3, "Journal")],
        "journal/hopes/heading": [(8, "Förhoppningar")],
    }


def test_a_key_that_nobody_has_sorted_is_an_error_with_its_line(root: Path) -> None:
    path = root / "convoguide/content/guides/talk.yaml"
    path.write_text(GUIDE + "afterword: Tack\n", encoding="utf-8")
    with pytest.raises(UnknownKeyError, match=r"talk\.yaml:31: .*«afterword»"):
        read_content(path, "talk.yaml")
    assert extract.main(root) == 2


def test_babel_itself_can_drive_the_extractor() -> None:
    found = list(babel_extract(io.BytesIO(OUTLINE.encode()), None, None, None))
    assert found == [
        (3, "pgettext", ("journal/title", "Journal"), []),
        (8, "pgettext", ("journal/hopes/heading", "Förhoppningar"), []),
    ]


def test_what_was_written_in_a_language_is_left_out_of_its_catalog() -> None:
    files = [
        ContentFile("talk", "sv", (Text("talk.yaml", 1, "talk/title", "Samtal"),)),
        ContentFile("identify", "sv", (Text("identify.sv.yaml", 1, "identify/title", "Bör?"),)),
        ContentFile("identify", "nb", (Text("identify.nb.yaml", 1, "identify/title", "Bør?"),)),
    ]
    words = {
        language: {message.id for message in content_template(files, language) if message.id}
        for language in ("sv", "nb", "nn", "en")
    }
    # The checklist is there in Swedish and in Norwegian: neither translates the other's.
    assert words == {
        "sv": set(),
        "nb": {"Samtal"},
        "nn": {"Samtal", "Bör?", "Bør?"},
        "en": {"Samtal", "Bör?", "Bør?"},
    }


def catalog(root: Path, domain: str, language: str) -> Catalog:
    with po_path(root, domain, language).open("rb") as file:
        return read_po(file, locale=language, domain=domain)


def test_extraction_writes_templates_and_four_catalogs(root: Path) -> None:
    assert extract.main(root) == 0
    template = (root / "locales/convoguide.pot").read_text(encoding="utf-8")
    assert "#: convoguide/words.py:3" in template
    assert "#. a key, not a lock" in template
    assert 'msgctxt "keyboard"' in template
    assert "#: convoguide/content/guides/talk.yaml:26" in (root / "locales/content.pot").read_text(
        encoding="utf-8"
    )
    for language in ("sv", "nb", "nn", "en"):
        assert len(catalog(root, "convoguide", language)) == 3
    assert len(catalog(root, "content", "sv")) == 0
    assert len(catalog(root, "content", "nn")) == 13


def test_the_english_catalog_fills_itself(root: Path) -> None:
    extract.main(root)
    english = catalog(root, "convoguide", "en")
    assert english["One note"].string == ("One note", "{n} notes")
    assert not catalog(root, "convoguide", "sv")["Saved as {name}."].string


def test_extracting_again_changes_no_byte(root: Path) -> None:
    extract.main(root)
    files = {path: path.read_bytes() for path in root.glob("locales/**/*.po*")}
    assert len(files) == 10
    extract.main(root)
    assert {path: path.read_bytes() for path in root.glob("locales/**/*.po*")} == files
    assert not any(b"Date" in content or b"Babel" in content for content in files.values())


def test_a_moved_line_changes_no_catalog(root: Path) -> None:
    extract.main(root)
    before = po_path(root, "convoguide", "sv").read_bytes()
    (root / "convoguide/words.py").write_text("\n\n\n" + CODE, encoding="utf-8")
    extract.main(root)
    assert po_path(root, "convoguide", "sv").read_bytes() == before


def translate(
    root: Path, language: str, msgid: str, msgstr: str, domain: str = "convoguide"
) -> None:
    path = po_path(root, domain, language)
    text = path.read_text(encoding="utf-8")
    blank = f'msgid "{msgid}"\nmsgstr ""\n'
    assert blank in text
    path.write_text(text.replace(blank, f'msgid "{msgid}"\nmsgstr "{msgstr}"\n'), encoding="utf-8")


def test_a_translation_stays_and_is_taken_over_by_equal_words_only(root: Path) -> None:
    extract.main(root)
    translate(root, "sv", "Saved as {name}.", "Sparat som {name}.")
    extract.main(root)
    assert catalog(root, "convoguide", "sv")["Saved as {name}."].string == "Sparat som {name}."
    changed = CODE.replace("Saved as {name}.", "Saved as {name}!")
    (root / "convoguide/words.py").write_text(changed, encoding="utf-8")
    extract.main(root)
    message = catalog(root, "convoguide", "sv")["Saved as {name}!"]
    assert message is not None
    assert not message.string
    assert not message.fuzzy
    (root / "convoguide/words.py").write_text(CODE, encoding="utf-8")
    extract.main(root)
    assert catalog(root, "convoguide", "sv")["Saved as {name}."].string == "Sparat som {name}."


def template_and_catalog(msgid: str | tuple[str, str], msgstr: object) -> tuple[Catalog, Catalog]:
    template, filled = Catalog(domain="convoguide"), Catalog("sv", domain="convoguide")
    template.add(msgid, locations=[("convoguide/x.py", 1)])
    filled.add(msgid, msgstr, locations=[("convoguide/x.py", 1)])  # type: ignore[arg-type]
    return filled, template


@pytest.mark.parametrize(
    ("msgid", "msgstr", "fault"),
    [
        ("Saved.", "Sparat.", None),
        ("Saved.", "", "is not translated"),
        ("Saved as {name}.", "Sparat som {name}.", None),
        ("Saved as {name}.", "Sparat.", "«{name}» is missing"),
        ("Saved as {name}.", "Sparat som {namn}.", "«{namn}» is not in the source"),
        ("On {day:%d}, {n}", "{n} den {day}", None),
        ("One line", "Två\nrader", "another number of lines"),
        (("One note", "{n} notes"), ("En anteckning", "{n} anteckningar"), None),
        (("One note", "{n} notes"), ("{n} anteckning", "{n} anteckningar"), None),
        (("One note", "{n} notes"), ("En anteckning", "Anteckningar"), "«{n}» is missing"),
        (("One note", "{n} notes"), ("En anteckning", ""), "is not translated"),
        (("{n} note", "{n} notes"), ("En anteckning", "{n} anteckningar"), "«{n}» is missing"),
        ("Open { or }", "Öppna { eller }", None),
    ],
)
def test_a_faulty_translation_is_named(
    msgid: str | tuple[str, str], msgstr: object, fault: str | None
) -> None:
    faults = list(check.faults_of(*template_and_catalog(msgid, msgstr)))
    assert bool(faults) == (fault is not None)
    assert fault is None or any(fault in each for each in faults)


def test_a_fuzzy_a_missing_and_a_left_over_message_are_named() -> None:
    filled, template = template_and_catalog("Saved.", "Sparat.")
    message = filled["Saved."]
    assert message is not None
    message.flags.add("fuzzy")
    template.add("New.", locations=[("convoguide/x.py", 2)])
    filled.add("Old.", "Gammal.", locations=[("convoguide/x.py", 3)])
    faults = " ".join(check.faults_of(filled, template))
    assert "«Saved.»: is marked fuzzy" in faults
    assert "«New.»: is not there" in faults
    assert "«Old.»: is no longer in the program" in faults


def test_guides_and_documents_have_to_be_translated_whole(root: Path) -> None:
    extract.main(root)
    template = content_template(
        [
            read_content(path, path.relative_to(root).as_posix())
            for path in (
                root / "convoguide/content/guides/talk.yaml",
                root / "convoguide/content/documents/journal.yaml",
            )
        ],
        "nb",
    )
    faults = list(check.faults_of(catalog(root, "content", "nb"), template))
    assert len(faults) == len(template)
    assert "«Förhoppningar» (journal/hopes/heading): is not translated" in faults
    assert "«Vad hoppas du på?» (talk/hopes/phrase): is not translated" in faults


def test_the_check_fails_until_everything_is_translated(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "convoguide/words.py").write_text('_("Saved.")\n', encoding="utf-8")
    extract.main(root)
    assert check.main(root) == 1
    assert "locales/nb/LC_MESSAGES/convoguide.po: «Saved.»: is not translated" in (
        capsys.readouterr().err
    )
    for language in ("sv", "nb", "nn"):
        translate(root, language, "Saved.", "Sparat.")
    for language in ("nb", "nn", "en"):
        for message in messages(catalog(root, "content", language)):
            translate(root, language, str(message.id), "journal", "content")
    assert check.main(root) == 0


def test_filling_keeps_what_is_already_there() -> None:
    filled, template = template_and_catalog("Colour", "Colour scheme")
    bring_up_to_date(filled, template, fill=True)
    assert filled["Colour"].string == "Colour scheme"


def test_a_compiled_catalog_translates_and_is_the_same_every_time(root: Path) -> None:
    extract.main(root)
    translate(root, "sv", "Saved as {name}.", "Sparat som {name}.")
    source = po_path(root, "convoguide", "sv")
    compile_catalog(source, root / "one.mo")
    compile_catalog(source, root / "two.mo")
    assert (root / "one.mo").read_bytes() == (root / "two.mo").read_bytes()
    with (root / "one.mo").open("rb") as file:
        translations = gettext.GNUTranslations(file)
    assert translations.gettext("Saved as {name}.") == "Sparat som {name}."
    assert translations.pgettext("keyboard", "Key") == "Key"


def test_only_what_is_newer_than_its_compiled_form_is_compiled(root: Path) -> None:
    extract.main(root)
    assert len(compile_stale(root / "locales")) == 8
    assert compile_stale(root / "locales") == []
    po_path(root, "content", "nn").with_suffix(".mo").unlink()
    assert compile_stale(root / "locales") == [po_path(root, "content", "nn")]
    assert [path.name for path in root.rglob("*.mo.*")] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_quotation_in_the_interface_has_the_marks_of_its_language(language: str) -> None:
    allowed = set(quotation.MARKS[language])
    catalog = read_catalog(po_path(ROOT, "convoguide", language), language, "convoguide")
    wrong = [
        form
        for message in messages(catalog)
        for form in forms_of(message.string)
        if set(form) & set("«»“”„") - allowed
    ]
    assert wrong == []
