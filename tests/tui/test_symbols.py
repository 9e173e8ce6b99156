"""Every symbol has an ASCII form, and none other is used."""

import ast
import io
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from textual.drivers.headless_driver import HeadlessDriver

from convoguide import i18n, quotation, symbols
from convoguide.config import Settings
from convoguide.services import content
from convoguide.tui import drawing, large
from tests.tui.shelling import run, running

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "convoguide"
DRAWN = frozenset(map(chr, range(0x2500, 0x25A0)))


@pytest.fixture(autouse=True)
def own_symbols() -> Iterator[None]:
    yield
    symbols.use(ascii_forms=False)


def signs(text: str) -> set[str]:
    """The characters that are neither ASCII nor letters, nor without a picture at all."""
    return {
        each for each in text if not each.isascii() and unicodedata.category(each)[0] not in "LMC"
    }


def literals(path: Path) -> Iterator[str]:
    """The texts in a source, without its docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


SOURCES = [*sorted((PACKAGE / "tui").rglob("*.py")), *sorted((PACKAGE / "cli").rglob("*.py"))]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_source_uses_no_symbol_without_an_ascii_form(path: Path) -> None:
    used = signs("".join(literals(path)))
    if path.name == "large.py":
        used -= DRAWN | set(large._LETTERS)  # these are drawn, not printed
    elif path.name == "keys.py":
        used -= set("¡")  # typed, not printed
    assert used <= symbols.SYMBOLS.keys(), path


@pytest.mark.parametrize("locale", i18n.LOCALES)
def test_no_translation_uses_a_symbol_without_an_ascii_form(locale: str) -> None:
    for domain in ("convoguide", "content"):
        path = ROOT / "locales" / locale / "LC_MESSAGES" / f"{domain}.po"
        with path.open("rb") as file:
            for message in read_po(file, locale=locale):
                said = message.string
                if message.id and said:
                    assert signs("".join(said)) <= symbols.SYMBOLS.keys(), message.id


def test_no_guide_uses_a_symbol_without_an_ascii_form() -> None:
    for text in [each for texts in content.places(None).values() for each in texts]:
        assert signs(text) <= symbols.SYMBOLS.keys(), text


def test_every_form_is_ascii_and_as_wide_in_a_cell_as_its_symbol() -> None:
    everything = "".join((*symbols.SYMBOLS, *sorted(DRAWN)))
    assert symbols.cells(everything).isascii()
    assert len(symbols.cells(everything)) == len(everything)
    symbols.use(ascii_forms=True)
    assert symbols.shown("".join(symbols.SYMBOLS)).isascii()


def test_letters_stay_what_they_are() -> None:
    symbols.use(ascii_forms=True)
    assert symbols.shown("Åse, Øyvind, Æ, é, Łukasz – «ja»") == 'Åse, Øyvind, Æ, é, Łukasz - "ja"'
    assert symbols.cells("råd …") == "råd ~"


@pytest.mark.parametrize(
    ("term", "encoding", "needed"),
    [
        ("xterm-256color", "utf-8", False),
        ("xterm-256color", "UTF8", False),
        ("linux", "utf-8", True),
        ("xterm", "iso-8859-1", True),
        ("screen", "ascii", True),
        ("tmux", None, False),
    ],
)
def test_the_terminal_decides_when_nobody_else_does(
    term: str, encoding: str | None, *, needed: bool
) -> None:
    assert symbols.needed(encoding, {"TERM": term}) is needed


def test_what_reaches_the_terminal_is_ascii_behind_all_layout() -> None:
    written = io.StringIO()

    class Kept(HeadlessDriver):
        def write(self, data: str) -> None:
            written.write(data)

    made = drawing.in_ascii(Kept)
    driver = object.__new__(made)
    driver.write("│ … │")
    symbols.use(ascii_forms=True)
    driver.write("\x1b[1m│ … │\x1b[0m")
    assert written.getvalue() == "│ … │\x1b[1m| ~ |\x1b[0m"


def test_the_interface_is_worded_in_ascii_before_its_room_is_measured() -> None:
    symbols.use(ascii_forms=True)
    assert i18n.gettext("saving …") == "saving ..."


def test_a_document_keeps_its_symbols() -> None:
    symbols.use(ascii_forms=True)
    assert i18n.Language("nb").gettext("see “{section}”") == "se «{section}»"
    assert quotation.within("ja – nei", "nb") == "«ja – nei»"


@pytest.mark.parametrize("ascii_forms", [True, False])
def test_large_letters_fit_and_are_drawn_in_what_there_is(*, ascii_forms: bool) -> None:
    symbols.use(ascii_forms)
    lines = large.large_lines("Hur mår du?", 76, 20)
    assert all(len(line) <= 76 for line in lines)
    assert len(lines) <= 20
    assert ("#" in "".join(lines)) is ascii_forms
    assert "".join(lines).isascii() is ascii_forms


def test_the_setting_takes_effect_at_once() -> None:
    async def story() -> None:
        async with running(settings=Settings(keep="memory", locale="en")) as app:
            assert not symbols.in_ascii()
            app.app.change_settings(ascii_symbols=True)
            assert symbols.in_ascii()
            app.app.change_settings(ascii_symbols=False)
            assert not symbols.in_ascii()

    run(story())
