"""The documents in the order in which they are used, and what each is, for choosing one."""

from convoguide.i18n import gettext as _
from convoguide.services import content
from convoguide.services.saving import title_of

_BY_READER = ("journal", "patient", "home", "plan", "handover", "request")
"""First what is written after every conversation, last what only some lead to."""
_COUNTRIES = {"sv": "SE", "nb": "NO", "nn": "NO"}
_CONTACT_SHEET = "contact-sheet"


def in_order(guide_id: str) -> list[str]:
    """The ids of all documents: the guide's own journal, its country's papers, then the others.

    Another country's journal text comes after all that is filled from any conversation, and what
    packs bring at the end, as everywhere.
    """
    guide = content.guide(guide_id)

    def place(document_id: str) -> tuple[bool, bool, bool, int, str]:
        outline = content.outline(document_id)
        foreign = _COUNTRIES.get(outline.language) != guide.country
        return (
            document_id != guide.journal,
            foreign and outline.reader == "journal",
            foreign,
            _BY_READER.index(outline.reader),
            document_id,
        )

    shipped = content.shipped_document_ids()
    own = [each for each in content.document_ids() if each not in shipped]
    return [*sorted(shipped, key=place), *own]


def named(document_id: str) -> str:
    """What it is, then its title, where the title alone does not tell.

    A journal text is called after its guide, and a letter speaks to who gets it.
    """
    title, reader = title_of(document_id), content.outline(document_id).reader
    if reader == "journal":
        return _("Journal text: {title}").format(title=title)
    if reader == "patient":
        return _("Letter home: {title}").format(title=title)
    if document_id == _CONTACT_SHEET:
        return _("Contact sheet: {title}").format(title=title)
    return title
