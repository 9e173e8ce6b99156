"""A document by a template of a local pack: bounded in what it reaches, makes and takes.

The template is filled in Jinja's immutable sandbox with strict undefined, in a process of its own
that is ended when its time is over: a loop inside a template cannot be stopped otherwise. It is
handed plain data and reaches nothing else.
"""

import json
import os
import re
import subprocess
import sys
from html import escape
from pathlib import Path
from typing import Any

from convoguide.documents.assembled import Document, FilledSection, Line
from convoguide.documents.writers.txt import told
from convoguide.errors import ConvoGuideError
from convoguide.i18n import Language
from convoguide.i18n import gettext as _

SECONDS = 10.0
"""By the clock; a document takes a fraction of a second."""
MOST_CHARACTERS = 2_000_000

_CHILD = Path(__file__).resolve().parent / "_template_child.py"
# A browser is told to fetch nothing and to run nothing, before it reads a word of the template.
_POLICY = (
    '<!doctype html>\n<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" '
    "content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
    "base-uri 'none'; form-action 'none'\">\n"
)
_DOCTYPE = re.compile(r"^\s*<!doctype[^>]*>\s*", re.IGNORECASE)
_ACTIVE = re.compile(
    r"<\s*/?\s*(script|iframe|object|embed|base|form|link|frame|frameset|applet)\b"
    r"|<[^<>]*(http-equiv|\bon\w+\s*=|javascript\s*:)",
    re.IGNORECASE,
)


class TemplateFaultError(Exception):
    """What is wrong with a template, in words, and the line of the template where that is known."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.message, self.line = message, line


def write(
    document: Document,
    template: str,
    *,
    html: bool,
    full: bool = False,
    about: dict[str, str] | None = None,
    seconds: float = SECONDS,
) -> str:
    """The document as the template sets it; raises `TemplateFaultError`.

    `about` is what the pack says of itself. A page may hold nothing that runs or fetches, and
    neither page nor text may leave out what the document must say: that it is a draft, or that
    consent is missing.
    """
    text = _filled(template, _data(document, about or {}, full=full), html=html, seconds=seconds)
    for line in document.notices:
        wanted = escape(line.text) if html else line.text
        if _plain(wanted) not in _plain(text):
            raise TemplateFaultError(
                _("leaves out what the document must say; print each line of document.notices")
            )
    if not html:
        return text
    if _ACTIVE.search(text):
        raise TemplateFaultError(_("makes a page with scripts, forms or frames; leave them out"))
    return _POLICY + _DOCTYPE.sub("", text)


def _plain(text: str) -> str:
    return " ".join(text.replace("&#34;", "&quot;").replace("&#39;", "&#x27;").split())


def _filled(template: str, data: dict[str, Any], *, html: bool, seconds: float) -> str:
    asked = {"template": template, "data": data, "html": html, "most": MOST_CHARACTERS}
    try:
        done = subprocess.run(
            [sys.executable, "-P", str(_CHILD)],
            input=json.dumps(asked).encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={k: v for k, v in os.environ.items() if not k.startswith("CONVOGUIDE")},
            timeout=seconds,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired:
        raise TemplateFaultError(_("takes too long; look for loops inside loops")) from None
    except OSError as error:
        raise ConvoGuideError(str(error.strerror)) from None
    try:
        answer = json.loads(done.stdout)
    except ValueError:  # the system ended it: too much memory or work
        raise TemplateFaultError(_("takes too long; look for loops inside loops")) from None
    if "fault" in answer:
        raise TemplateFaultError(_words(answer), answer["line"])
    text: str = answer["text"]
    return text


def _words(answer: dict[str, Any]) -> str:
    words = {
        "syntax": _("this is no valid template; look for {{ and {% without their end"),
        "undefined": _("a name on this line is not known; docs/packs.md lists the names"),
        "forbidden": _("what this line reaches for is not allowed in a template"),
        "other_files": _("a template cannot take in other files"),
        "unescaped": _("a template cannot switch escaping off"),
        "unknown_filter": _("this filter is not known here: {name}"),
        "too_long": _("makes a document that is too long"),
        "too_much": _("takes too long; look for loops inside loops"),
        "failed": _("this line cannot be filled in"),
    }
    return words[answer["fault"]].replace("{name}", answer.get("about", ""))


def _data(document: Document, about: dict[str, str], *, full: bool) -> dict[str, Any]:
    """What a template is handed: texts, lists and yes or no, nothing that can be called upon."""
    return {
        "pack": about,
        "full": full,
        "document": {
            "id": document.id,
            "title": document.title,
            "language": document.language,
            "direction": "rtl" if Language(document.language).right_to_left else "ltr",
            "banner": document.banner,
            "notices": [line.text for line in document.notices],
            "opening": [_line(each, document.language) for each in document.opening],
            "for_the_night": [_line(each, document.language) for each in document.for_the_night],
            "sections": [
                _section(each, document.language) for each in document.sections if not each.empty
            ],
        },
    }


def _section(section: FilledSection, language: str) -> dict[str, Any]:
    table = section.table
    return {
        "id": section.id,
        "heading": section.heading,
        "lines": [_line(each, language) for each in section.lines],
        "columns": list(table.columns) if table else [],
        "rows": [list(row) for row in table.rows] if table else [],
    }


def _line(line: Line, language: str) -> str:
    return told(line, language)
