"""Templates of packs: what they may do, and that nothing they try costs more than a moment."""

import os
import time
from pathlib import Path
from typing import Any

import pytest

from convoguide.documents.assembled import Document, FilledSection, Line
from convoguide.documents.local_template import TemplateFaultError, write
from convoguide.errors import ConvoGuideError
from convoguide.library.faults import FaultyFileError
from convoguide.services import document, formats, packs
from convoguide.services.conduct import local_now
from convoguide.services.local import forget
from tests.making import HOSTILE, talk
from tests.packing import BOARD, EXAMPLE, pack_data, written


def made(*notes: str, **changes: Any) -> Document:
    lines = tuple(Line(each, quoted=True, step="hopes", note=n) for n, each in enumerate(notes))
    start: dict[str, Any] = {
        "id": "board",
        "title": "Tavlan",
        "language": "sv",
        "reader": "home",
        "opening": (Line("20 november 2026"),),
        "sections": (FilledSection("matters", "Viktigt", lines),),
    }
    return Document(**{**start, **changes})


EVERYTHING = (
    "{% for s in document.sections %}{{ s.heading }}: "
    "{% for line in s.lines %}{{ line }}{% endfor %}{% endfor %}"
)


@pytest.mark.parametrize("note", HOSTILE)
def test_a_note_is_literal_on_the_page_and_in_the_text(note: str) -> None:
    plain = write(made(note), EVERYTHING, html=False)
    assert plain == f"Viktigt: ”{note}”"
    page = write(made(note), f"<p>{EVERYTHING}</p>", html=True)
    assert "<script>" not in page
    from html import unescape

    assert note in unescape(page)


@pytest.mark.parametrize(
    ("template", "says", "line"),
    [
        ("\n{{ document.nothing }}", "not known", 2),
        ("{{ nothing }}", "not known", 1),
        ("a\nb\n{% for x in %}", "no valid template", 3),
        ("{% import 'os' as os %}", "other files", 1),
        ("{% include '/etc/passwd' %}", "other files", 1),
        ("{% extends 'x' %}", "other files", 1),
        ("\n{% from 'x' import y %}", "other files", 2),
        ("{{ document.__class__ }}", "", 1),
        ("{{ ''.__class__.__mro__[1].__subclasses__() }}", "", 1),
        ("{{ document['__class__'] }}", "not allowed", 1),
        ("{{ ''|attr('__class__') }}", "filter", 1),
        ("{{ namespace.__init__.__globals__ }}", "", 1),
        ("{{ cycler.__init__.__globals__.os.environ }}", "", 1),
        ("{{ self.__init__ }}", "", 1),
        ("{{ document.sections.append(1) }}", "", 1),
        ("{{ document.update({}) }}", "", 1),
        ("{{ '{0.__class__}'.format(document) }}", "", 1),
        ("{{ '%s' % document }}", "", 1),
        ("{{ document.title|safe }}", "filter", 1),
        ("{% autoescape false %}{{ document.title }}{% endautoescape %}", "", 1),
        ("{{ lipsum() }}", "not known", 1),
        ("{{ 'x' * 10**9 }}", "", 1),
        ("{{ 9 ** 9 ** 9 }}", "", 1),
        ("{{ 'x' * 999999999 }}", "", 1),
        ("{{ [0] * 999999999 }}", "", 1),
        ("{{ range(999999999)|list }}", "", 1),
        ("{{ 'x'.center(999999999) }}", "", 1),
    ],
)
def test_what_a_template_must_not_reach_is_refused_with_its_line(
    template: str, says: str, line: int
) -> None:
    begun = time.monotonic()
    with pytest.raises(TemplateFaultError) as error:
        write(made("x"), template, html=True)
    assert says in error.value.message
    assert error.value.line == line
    assert time.monotonic() - begun < 8


LOOP = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"


def test_a_loop_without_end_is_ended() -> None:
    begun = time.monotonic()
    with pytest.raises(TemplateFaultError, match="too long; look for loops"):
        write(made("x"), LOOP, html=False, seconds=2)
    assert time.monotonic() - begun < 10


@pytest.mark.skipif(os.name == "nt", reason="the system bounds no memory here")
def test_a_text_that_doubles_without_end_is_ended() -> None:
    doubling = (
        "{% set ns = namespace(x='x') %}"
        "{% for a in range(99) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}"
    )
    with pytest.raises(TemplateFaultError):
        write(made("x"), doubling, html=False, seconds=8)


def test_a_document_without_end_is_ended() -> None:
    long = "{% for a in range(9999) %}{% for b in range(999) %}xxxxxxxx{% endfor %}{% endfor %}"
    with pytest.raises(TemplateFaultError, match="too long"):
        write(made("x"), long, html=False)


@pytest.mark.parametrize(
    "template",
    [
        "<script>1</script>",
        "<SCRIPT src=x>",
        "<p onclick='x'>",
        "<iframe src=x>",
        "<meta http-equiv=refresh content='0;url=//example.org'>",
        "<a href='javascript:x'>a</a>",
        "<form action=x>",
        "<link rel=stylesheet href=x>",
        "<scr{{ '' }}ipt>",
        "<p title={{ document.sections[0].lines[0] }}>",
    ],
)
def test_a_page_that_would_run_or_send_anything_is_refused(template: str) -> None:
    with pytest.raises(TemplateFaultError, match="scripts"):
        write(made("x onclick=alert(1)"), template, html=True)


def test_words_like_those_of_a_script_in_a_note_are_no_script() -> None:
    note = "hon sa: javascript: onclick= http-equiv <form>"
    assert "&lt;form&gt;" in write(made(note), f"<p>{EVERYTHING}</p>", html=True)


def test_a_browser_is_told_to_fetch_nothing_before_it_reads_the_template() -> None:
    page = write(made("x"), "<!DOCTYPE html>\n<html><body><p>x</p></body></html>", html=True)
    policy = page.index("Content-Security-Policy")
    assert policy < page.index("<html>")
    assert page.lower().count("<!doctype") == 1
    assert "default-src 'none'" in page


@pytest.mark.parametrize("html", [True, False])
def test_a_template_cannot_leave_out_that_it_is_a_draft(html: bool) -> None:
    draft = made("x", notices=(Line('Utkast: ej signerat av "läkare" & co'),))
    with pytest.raises(TemplateFaultError, match="notices"):
        write(draft, "{{ document.title }}", html=html)
    told = write(draft, "{% for n in document.notices %}{{ n }}{% endfor %}", html=html)
    assert "Utkast" in told


def test_the_secrets_of_the_environment_are_not_handed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONVOGUIDE_PASSPHRASE", "fyra små ord")
    seen: dict[str, str] = {}
    import subprocess

    real = subprocess.run

    def watching(*arguments: Any, **options: Any) -> Any:
        seen.update(options["env"])
        return real(*arguments, **options)

    monkeypatch.setattr(subprocess, "run", watching)
    assert write(made("x"), "{{ document.title }}", html=False) == "Tavlan"
    assert seen
    assert not [name for name in seen if name.startswith("CONVOGUIDE")]


# --- in a pack


def test_the_example_packs_page_is_made_by_its_template() -> None:
    packs.add(EXAMPLE)
    conversation = talk(
        entries={"what_matters": {"notes": [{"voice": "patient", "text": "A & B"}]}}
    )
    made_of_it = document.make(conversation, "storvik-board")
    page = formats.rendered(conversation, made_of_it, "html", now=local_now()).decode()
    assert "Region Storvik" in page
    assert "”A &amp; B”" in page
    text = document.written(made_of_it)
    assert "”A & B”" in text


def test_a_text_template_is_used_wherever_the_text_is_made(tmp_path: Path) -> None:
    files = {
        "documents/board.yaml": BOARD,
        "templates/board.txt.j2": "{{ pack.organisation }}|{{ document.sections|length }}\n",
    }
    packs.add(written(tmp_path / "p", pack_data(), files))
    conversation = talk(entries={"what_matters": {"notes": ["x"]}})
    made_of_it = document.make(conversation, "board")
    assert document.written(made_of_it) == "Provregionen|1\n"
    assert document.written(made_of_it, crlf=True) == "Provregionen|1\r\n"
    assert formats.rendered(conversation, made_of_it, "txt", now=local_now()) == b"Provregionen|1\n"
    # What is held apart is never set by a pack.
    assert "Provregionen" not in document.written(made_of_it, apart=True)


@pytest.mark.parametrize(
    ("name", "template", "line"),
    [
        ("board.html.j2", "<p>\n{{ document.titel }}", 2),
        ("board.html.j2", "{% if document.sections %}{{ x }}{% endif %}", 1),
        ("board.txt.j2", "{% include 'x' %}", 1),
        ("plan.html.j2", "x", None),
        ("nothing.html.j2", "x", None),
    ],
)
def test_a_faulty_template_is_found_when_the_pack_is_added(
    tmp_path: Path, name: str, template: str, line: int | None
) -> None:
    files = {"documents/board.yaml": BOARD, f"templates/{name}": template}
    with pytest.raises(FaultyFileError) as error:
        packs.add(written(tmp_path / "p", pack_data(), files))
    fault = error.value.faults[0]
    assert (Path(fault.file).name, fault.line) == (name, line)


def test_a_template_that_was_spoilt_later_is_a_clear_error(home: Path) -> None:
    files = {"documents/board.yaml": BOARD, "templates/board.txt.j2": "\n{{ nothing }}"}
    written(home / "packs" / "kalmar", pack_data(), files)
    forget()
    made_of_it = document.make(talk(entries={"what_matters": {"notes": ["x"]}}), "board")
    with pytest.raises(ConvoGuideError, match=r"board\.txt\.j2:2: "):
        document.written(made_of_it)
