"""The prompt card as a PDF of one page: A4 for the table, A6 for the pocket.

How much there is room for depends on the guide and on the languages, so the template is handed
everything and takes as many phrases a step as fit in letters that can be read.
"""

from pathlib import Path
from typing import Any

from convoguide.core.guide import Guide
from convoguide.documents.card import Said, card_stages, source_line
from convoguide.documents.guide_text import GuideText
from convoguide.documents.writers import pdf
from convoguide.errors import ConvoGuideError
from convoguide.i18n import Language
from convoguide.i18n import gettext as _


def write(text: GuideText, guide: Guide, *, paper: str, templates: Path) -> bytes:
    """The card on one page, `a4` or `a6`; `ConvoGuideError` where a language cannot be set.

    A card that an interpreter cannot read helps no one, so letters without a font are an error
    here and not a number in brackets as in documents, where each note has to be there.
    """
    view = _view(text, guide, paper)
    fonts = templates.parent / "fonts"
    if pdf.spelled(view, fonts) != view:
        raise ConvoGuideError(
            _("The PDF has no letters for this language; use --format html, and print that.")
        )
    return pdf.compiled(templates / "card.typ", fonts, view)


def _view(text: GuideText, guide: Guide, paper: str) -> dict[str, Any]:
    turned = text.language.right_to_left
    title = Said(text.of("title", guide.title), text.beside("title", guide.title))
    return {
        "paper": paper,
        "logo": None,
        **_language(text.language),
        "second": _language(text.second) if text.second else None,
        "title": title.text,
        "second_title": title.second,
        "stages": [
            {
                "title": _both(stage.title, turned),
                "steps": [
                    {
                        "title": _both(step.title, turned),
                        "phrases": [_both(each, turned) for each in step.phrases],
                    }
                    for step in stage.steps
                ],
            }
            for stage in card_stages(text, guide)
        ],
        "source": source_line(text),
    }


def _language(language: Language) -> dict[str, Any]:
    return {"language": language.locale.split("-")[0], "rtl": language.right_to_left}


def _both(said: Said, turned: bool) -> list[str | None]:
    """The text, set apart in its direction where nobody has translated it, and the second."""
    return [pdf.apart_in_direction(said.text, turned), said.second]
