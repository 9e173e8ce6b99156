"""Reading a journal text of ours back into a conversation: which document, language and guide."""

from convoguide.core.guide import Guide
from convoguide.core.rules import refusals
from convoguide.documents.outline import Outline
from convoguide.documents.reading_back import ReadBack, likeness, read_back
from convoguide.errors import InputError
from convoguide.i18n import LOCALES, Language
from convoguide.i18n import gettext as _
from convoguide.services import content

__all__ = ["ReadBack"]


def decoded(data: bytes, name: str) -> str:
    """The text in these bytes; `name` stands for the file in errors."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError(f"{name}: " + _("this is not UTF-8")) from None


def conversation_from_text(
    text: str, *, guide_id: str | None = None, document_id: str | None = None
) -> ReadBack:
    """The conversation that a journal text tells of, without an id.

    Document and language are found by the headings. The guide is the one that is named, else the
    one in whose words most of the text reads, the document's own before others. `InputError`
    where no heading of ours stands in the text.
    """
    outlines = [content.outline(document_id)] if document_id else journals()
    found = [
        (likeness(text, outline, Language(locale)), outline, Language(locale))
        for outline in outlines
        for locale in _languages_of(outline)
    ]
    score, outline, language = max(found, key=lambda each: each[0])
    if not score:
        names = ", ".join(each.id for each in outlines)
        raise InputError(
            _("No heading of a journal text was found here. Looked for those of: {ids}").format(
                ids=names
            )
        )
    guides = [content.guide(guide_id)] if guide_id else _guides_for(outline, language)
    readings = [read_back(text, outline, guide, language) for guide in guides]
    usable = [
        reading
        for guide, reading in zip(guides, readings, strict=True)
        if reading is not None and not list(refusals(reading.conversation, guide))
    ]
    return max(usable, key=lambda each: each.understood)


def journals() -> list[Outline]:
    """The documents that are journal texts."""
    outlines = map(content.outline, content.document_ids())
    return [outline for outline in outlines if outline.reader == "journal"]


def _languages_of(outline: Outline) -> list[str]:
    """The document's own language first: of two that fit as well, it is the likelier."""
    return sorted(LOCALES, key=lambda locale: locale != outline.language)


def _guides_for(outline: Outline, language: Language) -> list[Guide]:
    guides = [content.guide(each) for each in content.conversation_guide_ids()]
    likely = {"nn": "nb"}.get(language.locale, language.locale)
    return sorted(
        guides,
        key=lambda guide: (
            guide.journal != outline.id,
            guide.language != likely,
            guide.language != outline.language,
        ),
    )
