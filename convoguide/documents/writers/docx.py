"""A Word document with real headings, tables and language, by python-docx (extra `docx`)."""

from collections.abc import Mapping

from convoguide.documents.assembled import Document
from convoguide.documents.writers.footnotes import NO_TITLES, Footnotes
from convoguide.documents.writers.picture import Picture


def write(
    document: Document,
    *,
    full: bool = False,
    apart: bool = False,
    footnotes: bool = False,
    steps: Mapping[str, str] = NO_TITLES,
    logo: Picture | None = None,
) -> bytes:
    """The document as a .docx file, the same bytes for the same document.

    Journals have a paragraph a section unless `full`; `apart` gives the notes held apart, alone.
    `footnotes` numbers the lines and lists at the end where each comes from, its step by the name
    it has in `steps`; `logo`, a PNG, stands at the head.
    """
    from convoguide.documents.writers import docx_page
    from convoguide.documents.writers.docx_body import Body

    word = docx_page.new(document.title, document.language, large=document.reader == "home")
    docx_page.running(word, document.title, document.banner)
    notes = Footnotes(document.language, on=footnotes, steps=steps)
    body = Body(word, document, notes)
    if logo is not None:
        body.logo(logo)
    body.fill(full=full, apart=apart)
    return docx_page.packed(word)
