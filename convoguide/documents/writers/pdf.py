"""PDF by typst: tagged for screen readers (PDF/UA-1), with its own fonts, the same everywhere.

What a person wrote is handed over as data beside the template, never inside it, so nothing of it
acts. Nothing is fetched: no packages, no fonts of the machine.
"""

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from convoguide.documents.assembled import Document, FilledSection, Line, Table
from convoguide.documents.writers import glyphs
from convoguide.documents.writers.footnotes import NO_TITLES, Footnotes
from convoguide.documents.writers.picture import Picture
from convoguide.documents.writers.pieces import are_items, pieces
from convoguide.errors import ConvoGuideError
from convoguide.i18n import N_, Language
from convoguide.i18n import gettext as _

COMMON = "document"
_HELD_APART = N_("Held apart from the journal text.")
_SPELLED = N_("A character that this page has no picture of stands as its number: ⟦U+…⟧.")
# A number to call: digits in one run, with the signs that people put between them.
_NUMBER = re.compile(r"\+?\d(?:[\d \u00a0()/–-]*\d)+")
# What a contact is called by: it begins as a number does.
_IS_CALLED = re.compile(r"[(+]*\d")
_PLACE = re.compile(r"^\s*┌─ (?:.*/)?(?P<name>[\w.-]+\.typ):(?P<line>\d+):\d+\s*$", re.MULTILINE)
_TICKS = {"[x] ": True, "[ ] ": False}


def write(
    document: Document,
    *,
    full: bool = False,
    apart: bool = False,
    footnotes: bool = False,
    templates: Path,
    steps: Mapping[str, str] = NO_TITLES,
    logo: Picture | None = None,
) -> bytes:
    """The document as a PDF, by the template of its own name or else by the common one.

    Journals have a paragraph a section unless `full`; `apart` gives the notes held apart, alone;
    `footnotes` says of each line where it comes from, its step by the name it has in `steps`;
    `logo` stands at the head, unless it cannot be drawn. The fonts lie beside the templates.
    Raises `ConvoGuideError`, never with a note in its message.
    """
    fonts = templates.parent / "fonts"
    notes = Footnotes(document.language, on=footnotes, steps=steps)
    view = _view(document, full, apart, notes)
    shown = spelled(view, fonts)
    if shown != view:
        shown["remark"] = Language(document.language).gettext(_SPELLED)
    own = templates / f"{Path(document.id).name}.typ"
    template = own if own.is_file() and not apart else templates / f"{COMMON}.typ"
    if logo is not None:
        with suppress(ConvoGuideError):
            return compiled(template, fonts, {**shown, "logo": _as_numbers(logo)})
    return compiled(template, fonts, shown)


def _as_numbers(logo: Picture) -> dict[str, Any]:
    """The picture for the template, which has no other way to be handed bytes."""
    return {"kind": logo.kind, "bytes": list(logo.content), "alt": logo.alt}


def compiled(template: Path, fonts: Path, view: dict[str, Any]) -> bytes:
    """The view set by a template. Raises `ConvoGuideError` that names a place in the template."""
    try:
        import typst
    except ImportError:
        raise ConvoGuideError(
            _("PDF needs the package typst; it comes with the extra pdf of ConvoGuide.")
        ) from None
    if not template.is_file():
        raise ConvoGuideError(_("The template {name} is missing.").format(name=template.name))
    try:
        made = typst.compile(
            template,
            root=template.parent,
            font_paths=[fonts],
            ignore_system_fonts=True,
            sys_inputs={"view": _as_json(view)},
            format="pdf",
            pdf_standards=["ua-1"],
        )
    except Exception as error:  # noqa: BLE001  # its messages may quote the text: none is passed on
        raise ConvoGuideError(_fault(template, str(getattr(error, "diagnostic", "")))) from None
    if not isinstance(made, bytes):
        raise ConvoGuideError(_fault(template, ""))
    return made


def _fault(template: Path, diagnostic: str) -> str:
    """What is wrong in words of our own: of typst's, the place in the template alone."""
    place = _PLACE.search(diagnostic)
    if place and (template.parent / place["name"]).is_file():
        return _("The PDF could not be made: the template {name} fails at line {line}.").format(
            name=place["name"], line=place["line"]
        )
    return _("The PDF could not be made by the template {name}.").format(name=template.name)


def _as_json(view: dict[str, Any]) -> str:
    """The view as JSON, without byte order marks: nothing to see, and refused in PDF/UA."""
    return json.dumps(view, ensure_ascii=False).replace("\ufeff", "")


def _view(document: Document, full: bool, apart: bool, notes: Footnotes) -> dict[str, Any]:
    """What the template is handed; footnotes are numbered in the order of the pages."""
    language = Language(document.language)
    said = language.gettext
    compact = apart or (document.reader == "journal" and not full)
    notices = [line.text for line in document.notices if line.text != document.banner]
    opening = () if apart else document.opening
    night = () if compact else document.for_the_night
    view: dict[str, Any] = {
        "id": document.id,
        "language": document.language.split("-")[0],
        "rtl": language.right_to_left,
        "logo": None,
        "reader": document.reader,
        "title": document.title,
        "banner": document.banner,
        "compact": compact,
        "notices": [{"text": text} for text in (*notices, *([said(_HELD_APART)] if apart else []))],
        "opening": [_line(line, document, notes) for line in opening],
        "night": [_line(line, document, notes) for line in night],
        "sections": [
            _section(section, document, notes, compact=compact)
            for section in (document.apart if apart else document.sections)
            if not section.empty
        ],
        "remark": "",
        "words": {"name": said("Name"), "phone": said("Phone")},
    }
    view["sources"] = {"heading": notes.heading, "texts": [list(each) for each in notes.texts()]}
    return view


def _section(
    section: FilledSection, document: Document, notes: Footnotes, *, compact: bool
) -> dict[str, Any]:
    right_to_left = Language(document.language).right_to_left
    return {
        "id": section.id,
        "heading": section.heading,
        "items": are_items(section.lines),
        "lines": [_line(line, document, notes, compact=compact) for line in section.lines],
        "table": _table(section.table, notes, right_to_left) if section.table else None,
    }


def _line(
    line: Line, document: Document, notes: Footnotes, *, compact: bool = False
) -> dict[str, Any]:
    told = pieces(line, document.language, compact=compact)
    ours = line.step is None and (line.path is None or line.path.startswith("/attachments/"))
    right_to_left = Language(document.language).right_to_left
    tick = _TICKS.get(told.text[:4]) if ours else None
    return {
        "label": told.label.rstrip(),
        "before": told.before,
        "text": apart_in_direction(told.text if tick is None else told.text[4:], right_to_left),
        "after": told.after,
        "blank": told.blank,
        "standing": line.standing,
        "rtl": _right_to_left(told.text),
        "tick": tick,
        "source": notes.of_line(line),
        "call": _call(line) if document.reader == "home" else None,
    }


def _table(table: Table, notes: Footnotes, right_to_left: bool) -> dict[str, Any]:
    return {
        "columns": list(table.columns),
        "rows": [
            {
                "cells": [apart_in_direction(cell, right_to_left) for cell in cells],
                "source": notes.of_path(path),
            }
            for cells, path in zip(table.rows, table.paths, strict=True)
        ],
    }


def _call(line: Line) -> dict[str, Any]:
    """The line taken apart for a sheet whose numbers are read from across the room.

    A contact is `name`, `role` and `number`; any other line is `parts`, told apart by whether
    each is a number. What does not read as a contact stands whole as the name.
    """
    if line.path is None or not line.path.startswith("/contacts/"):
        return {"parts": _parts(line.text)}
    name, inner = _bracketed(line.text)
    details = inner.split(", ") if inner else []
    number = ""
    if details and not line.blank and _IS_CALLED.match(details[-1]):
        number = details.pop()
    return {"name": name, "role": ", ".join(details), "number": number}


def _bracketed(text: str) -> tuple[str, str]:
    """What stands before the last bracket of the line, and what stands in it."""
    depth = 0
    for place in range(len(text) - 1, -1, -1):
        depth += (text[place] == ")") - (text[place] == "(")
        if depth == 0:
            if place == len(text) - 1 or place == 0:
                break
            return text[:place].rstrip(), text[place + 1 : -1]
    return text, ""


def _parts(text: str) -> list[dict[str, Any]]:
    parts: list[dict[str, Any]] = []
    end = 0
    for match in _NUMBER.finditer(text):
        if sum(character.isdigit() for character in match[0]) < 3:
            continue
        parts.append({"text": text[end : match.start()], "number": False})
        parts.append({"text": match[0], "number": True})
        end = match.end()
    parts.append({"text": text[end:], "number": False})
    return [part for part in parts if part["text"]]


def _right_to_left(text: str) -> bool:
    """Whether the first letter with a direction of its own reads from the right."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return False


def apart_in_direction(text: str, right_to_left: bool) -> str:
    """The text set apart (FSI … PDI) where it could turn the direction of what stands beside it.

    On a page that reads from the right any text could.
    """
    if right_to_left:
        return f"\u2068{text}\u2069" if text else text
    turning = ("R", "AL", "AN", "RLE", "RLO", "LRE", "LRO", "RLI", "LRI", "FSI", "PDF", "PDI")
    if text.isascii() or not any(unicodedata.bidirectional(each) in turning for each in text):
        return text
    return f"\u2068{text}\u2069"


def spelled(value: Any, fonts: Path) -> Any:
    """The value with every text as the fonts can show it."""
    if isinstance(value, str):
        return glyphs.spelled(value, fonts)
    if isinstance(value, Mapping):
        return {key: spelled(each, fonts) for key, each in value.items()}
    if isinstance(value, Sequence):
        return [spelled(each, fonts) for each in value]
    return value
