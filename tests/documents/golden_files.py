"""Every document as text, from two fixed conversations in every language: what the files hold.

`scripts/golden` writes the files, a test holds them against what the program makes. The gallery
in the docs shows the same two conversations.
"""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from convoguide.core.conversation import Conversation
from convoguide.i18n import LOCALES
from convoguide.services import content, document
from tests.documents import rich

FOLDER = Path(__file__).with_name("golden")

TALKS: dict[str, Callable[[], Conversation]] = {
    "svas": rich.svas,
    # She is assessed with ESAS-r every week, so its form goes along.
    "forhandssamtale": partial(
        rich.forhandssamtale, attachments=["treatment_plan", "esas_r", "pain_chart"]
    ),
}


class Golden(NamedTuple):
    """One document from one of the conversations, in one language."""

    talk: str
    document: str
    locale: str
    full: bool = False

    @property
    def name(self) -> str:
        """Its file inside the folder."""
        form = "full.txt" if self.full else "txt"
        return f"{self.talk}/{self.document}.{self.locale}.{form}"

    @property
    def path(self) -> Path:
        """Its file."""
        return FOLDER / self.name

    def made(self) -> str:
        """The text as the program makes it."""
        found = document.make(TALKS[self.talk](), self.document, self.locale)
        return document.written(found, full=self.full)


def every() -> Iterator[Golden]:
    """All there are: journals in both of their forms, other documents in the one they have."""
    for talk in TALKS:
        for document_id in content.shipped_document_ids():
            is_journal = content.shipped_outline(document_id).reader == "journal"
            for locale in LOCALES:
                yield Golden(talk, document_id, locale)
                if is_journal:
                    yield Golden(talk, document_id, locale, full=True)
