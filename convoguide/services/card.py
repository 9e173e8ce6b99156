"""A guide for reading: in full, or as a prompt card."""

from convoguide import i18n
from convoguide.core.guide import Checklist, Guide
from convoguide.documents.card import card_html, card_text, guide_text
from convoguide.documents.guide_text import GuideText
from convoguide.services import content


def texts(guide: Guide | Checklist, locale: str | None = None) -> GuideText:
    """The guide's texts in a language; without one, in its source language."""
    return GuideText(guide, content.language(locale or guide.language))


def shown(guide_id: str, locale: str | None, *, card: bool, format_id: str = "txt") -> str:
    """The guide, or its card, in a language; without one, in its source language.

    The checklist without a language comes in the one nearest to the interface's.
    """
    if guide_id == content.IDENTIFY:
        text = texts(content.checklist(locale or i18n.current()), locale)
    else:
        text = texts(content.guide(guide_id), locale)
    if format_id == "html":
        return card_html(text, content.folder() / "templates" / "card.html.j2")
    return card_text(text) if card else guide_text(text)
