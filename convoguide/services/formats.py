"""A document as the bytes of any of its formats. Each library is loaded where it is used."""

from datetime import datetime
from typing import Any

from convoguide.core.conversation import Conversation
from convoguide.documents.assembled import Document
from convoguide.errors import ConvoGuideError, InputError
from convoguide.i18n import Language
from convoguide.i18n import gettext as _
from convoguide.services import content, document
from convoguide.services.logo import logo

NOT_FOR_A_TERMINAL = ("docx", "pdf")
_WITH_LOGO = ("html", "docx", "pdf")


def rendered(
    conversation: Conversation,
    made: Document,
    format_id: str,
    *,
    now: datetime,
    full: bool = False,
    apart: bool = False,
    footnotes: bool = False,
    crlf: bool = False,
) -> bytes:
    """The document in one of its formats, UTF-8 where it is text.

    Raises `InputError` for a format the document does not have, `ConvoGuideError` where the
    library of the format is not installed.
    """
    check_format(made.id, format_id)
    if format_id == "txt" or (format_id == "md" and not footnotes):
        text = document.written(made, format_id, full=full, apart=apart, crlf=crlf)
        return text.encode()
    try:
        return _by_library(conversation, made, format_id, now, (full, apart, footnotes))
    except ImportError as error:
        raise ConvoGuideError(
            _("The format {format} needs the package {name}, which is not installed here.").format(
                format=format_id, name=error.name
            )
        ) from None


def _by_library(
    conversation: Conversation,
    made: Document,
    format_id: str,
    now: datetime,
    how: tuple[bool, bool, bool],
) -> bytes:
    from convoguide.documents.writers import footnotes as notes

    full, apart, footnotes = how
    guide, language = content.guide(conversation.guide), Language(made.language)
    templates = content.folder() / "templates"
    steps = notes.titles(guide, language)
    options: dict[str, Any] = {"full": full, "apart": apart, "footnotes": footnotes, "steps": steps}
    if format_id == "md":
        from convoguide.documents.writers import md

        return md.write(made, **options).encode()
    if format_id in _WITH_LOGO:
        options["logo"] = logo()
    if format_id == "html":
        from convoguide.documents.writers import html

        own = None if apart or footnotes else document.by_template(made, "html", full=full)
        if own is not None:
            return own.encode()
        template = templates / "document.html.j2"
        return html.write(made, template=template, **options).encode()
    if format_id == "docx":
        from convoguide.documents.writers import docx
        from convoguide.documents.writers.picture import as_png

        found = options["logo"]
        options["logo"] = as_png(found, templates) if found else None
        return docx.write(made, **options)
    if format_id == "pdf":
        from convoguide.documents.writers import pdf

        return pdf.write(made, templates=templates, **options)
    from convoguide.documents.writers import fhir

    return fhir.write(made, conversation, guide, language, now).encode()


def check_format(document_id: str, format_id: str) -> None:
    """Raise where the document has no such format."""
    formats = content.outline(document_id).formats
    if format_id not in formats:
        raise InputError(
            _("This document can be made as: {formats}").format(formats=", ".join(formats))
        )


def calendar(conversation: Conversation, locale: str | None, now: datetime) -> bytes:
    """The dates that were agreed on, as a calendar file; no text of the patient but the label."""
    from convoguide.documents.writers import ics

    return ics.write(conversation, Language(locale or conversation.language), now)
