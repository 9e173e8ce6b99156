"""Making documents from a conversation: what the command line, the review and the copying use."""

from dataclasses import replace
from functools import partial
from typing import Any

from convoguide.core.conversation import Conversation
from convoguide.core.text import collapse
from convoguide.documents.assemble import assemble
from convoguide.documents.assembled import Document, FilledSection, Line
from convoguide.documents.rules import Material
from convoguide.documents.since import section
from convoguide.documents.writers import txt
from convoguide.errors import ConvoGuideError, InputError
from convoguide.i18n import gettext as _
from convoguide.services import content
from convoguide.services.compare import refuse_turned_round
from convoguide.services.local import local
from convoguide.services.theme_names import theme_name

__all__ = ["Document"]  # the screens hold one without knowing the room it is made in


def make(
    conversation: Conversation,
    document_id: str,
    locale: str | None = None,
    *,
    since: Conversation | None = None,
) -> Document:
    """The document, filled; in `locale`, else in the conversation's own language.

    With `since`, an earlier conversation, a journal says in a last section what changed.
    """
    guide, outline = content.guide(conversation.guide), content.outline(document_id)
    language = content.language(locale or conversation.language)
    made = assemble(conversation, guide, outline, language)
    if since is None:
        return made
    if outline.reader != "journal":
        raise InputError(_("Only a journal text says what changed since an earlier conversation."))
    refuse_turned_round(since, conversation)
    changed = section(
        Material(since, content.guide(since.guide), outline, language),
        Material(conversation, guide, outline, language),
        partial(theme_name, language=language),
    )
    return replace(made, sections=(*made.sections, changed)) if changed else made


def journal_of(conversation: Conversation) -> str:
    """The id of the journal document that belongs to the conversation's guide."""
    return content.guide(conversation.guide).journal


def refuse_receiver(conversation: Conversation, receiver: str) -> None:
    """Raise where the person has said that this receiver is not to have it."""
    consent = conversation.consent
    asked = collapse(receiver).casefold()
    for other in consent.not_with if consent else ():
        if collapse(other.who).casefold() == asked:
            raise ConvoGuideError(
                _("The person does not want this shared with that receiver (consent.not_with).")
            )


def written(
    document: Document,
    format_id: str = "txt",
    *,
    full: bool = False,
    apart: bool = False,
    crlf: bool = False,
) -> str:
    """The document in a text format: txt or md. `crlf` ends each line with CR LF (txt)."""
    if format_id not in content.outline(document.id).formats:
        formats = ", ".join(content.outline(document.id).formats)
        raise InputError(_("This document can be made as: {formats}").format(formats=formats))
    if format_id == "md":
        from convoguide.documents.writers import md

        return md.write(document, full=full, apart=apart)
    text = None if apart else by_template(document, "txt", full=full)
    text = text or txt.write(document, full=full, apart=apart)
    return text.replace("\n", "\r\n") if crlf else text


def by_template(document: Document, format_id: str, *, full: bool = False) -> str | None:
    """The document by the template of the pack that it comes from; None where there is none."""
    found = local().template(document.id, format_id)
    if found is None:
        return None
    from convoguide.documents.local_template import TemplateFaultError, write
    from convoguide.services.pack_check import about

    pack, template = found
    try:
        html = format_id == "html"
        return write(document, template.text, html=html, full=full, about=about(pack.pack))
    except TemplateFaultError as error:
        where = f"{pack.path / template.file}" + (f":{error.line}" if error.line else "")
        raise ConvoGuideError(f"{where}: {error.message}") from None


def as_data(document: Document, *, apart: bool = False) -> dict[str, Any]:
    """The document with the origin of every line, for `render --json`."""
    sections = document.apart if apart else document.sections
    return {
        "document": document.id,
        "language": document.language,
        "title": document.title,
        "notices": [line.text for line in document.notices],
        "opening": [
            _line(line, document.language) for line in (*document.opening, *document.for_the_night)
        ],
        "sections": [_section(each, document.language) for each in sections if not each.empty],
        "held_apart": document.apart_count,
        "left_out": list(document.left_out),
    }


def _section(section: FilledSection, language: str) -> dict[str, Any]:
    data: dict[str, Any] = {
        "id": section.id,
        "heading": section.heading,
        "lines": [_line(line, language) for line in section.lines],
    }
    if section.table:
        rows = zip(section.table.rows, section.table.paths, strict=True)
        data["table"] = {
            "columns": list(section.table.columns),
            "rows": [{"cells": list(cells), "path": path} for cells, path in rows],
        }
    return data


def _line(line: Line, language: str) -> dict[str, Any]:
    return {
        "text": txt.told(line, language),
        "step": line.step,
        "note": line.note,
        "path": line.path,
    }


def line_text(line: Line, language: str) -> str:
    """A line of a document as it stands by itself."""
    return txt.told(line, language)


def section_texts(document: Document) -> list[tuple[str, str]]:
    """(heading, text) of each section that holds something, for copying one at a time.

    What stands above the sections comes first, under a heading of the interface: without it the
    date, who led and who was there would be lost on the way. Table rows are tab-separated, so that
    they paste into cells.
    """
    sections = [
        (section.heading, _pasted(section, document.language))
        for section in document.sections
        if not section.empty
    ]
    above = "\n".join(above_sections(document)) if sections else ""
    return [(_("At the top"), above), *sections] if above else sections


def above_sections(document: Document) -> list[str]:
    """What stands above the first section, a line each: notices, the opening, what to do at night.

    A journal that is a line a section has no lines for the night: they repeat what it says below.
    One that holds nothing has its date all the same; whether to show it is for who shows it.
    """
    night = () if document.reader == "journal" else document.for_the_night
    lines = (*document.notices, *document.opening, *night)
    return [txt.told(line, document.language) for line in lines]


def _pasted(section: FilledSection, language: str) -> str:
    lines = [txt.told(line, language) for line in section.lines]
    if section.table:
        lines += ["\t".join(row) for row in section.table.rows]
    return "\n".join(lines)
