"""A guide for reading: in full, or as a prompt card."""

from convoguide import i18n
from convoguide.core.guide import Checklist, Guide
from convoguide.documents.card import card_html, card_text, guide_text
from convoguide.documents.guide_text import GuideText
from convoguide.errors import InputError
from convoguide.i18n import gettext as _
from convoguide.services import content, two_languages


def texts(
    guide: Guide | Checklist, locale: str | None = None, second: str | None = None
) -> GuideText:
    """The guide's texts in a language; without one, in its source language.

    With a second language what is said aloud can be had in both.
    """
    if second is not None:
        two_languages.checked(second, "--and")
    return GuideText(
        guide,
        content.language(locale or guide.language),
        content.language(second) if second else None,
    )


def shown(
    guide_id: str,
    locale: str | None,
    *,
    card: bool,
    format_id: str = "txt",
    second: str | None = None,
) -> str:
    """The guide, or its card, in a language; without one, in its source language.

    On the card, what is said aloud stands in the second language too, one under the other. The
    checklist, which is not said aloud, comes without a language in the one nearest to the
    interface's.
    """
    if second is not None and guide_id == content.IDENTIFY:
        raise InputError(_("The checklist is not said aloud, so it has no second language."))
    if guide_id == content.IDENTIFY:
        text = texts(content.checklist(locale or i18n.current()), locale)
    else:
        text = texts(content.guide(guide_id), locale, second)
    if format_id == "html":
        return card_html(text, content.folder() / "templates" / "card.html.j2")
    return card_text(text) if card else guide_text(text)


def page(
    guide_id: str, locale: str | None, *, second: str | None = None, paper: str = "a4"
) -> bytes:
    """The card of a guide as a PDF of one page, in one language or two."""
    from convoguide.documents.writers import card_pdf

    if guide_id == content.IDENTIFY:
        raise InputError(_("The checklist has no card as pdf; use --format html, and print that."))
    guide = content.guide(guide_id)
    templates = content.folder() / "templates"
    return card_pdf.write(texts(guide, locale, second), guide, paper=paper, templates=templates)
