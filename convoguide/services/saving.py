"""Documents as clear-text files: one or several, told one by one, and stopped between any two.

Each file appears whole or not at all, so that stopping leaves nothing half written.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from convoguide.config import Home
from convoguide.core.conversation import Conversation
from convoguide.errors import ConvoGuideError, InputError
from convoguide.i18n import Language, current
from convoguide.services import content, document, formats, identity
from convoguide.services.conduct import Sitting

FORMATS = ("txt", "docx", "pdf")
"""What is offered for the clinician's own use; the command line makes the others too."""


@dataclass
class Saved:
    """What became of it."""

    paths: list[Path] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)
    """(document, why in words): the person does not want it, or its format needs what is not
    here."""
    stopped: bool = False
    """Whether somebody asked to stop before all was done."""


def in_format(format_id: str) -> list[str]:
    """The documents that can be made in that format."""
    return [each for each in content.document_ids() if format_id in content.outline(each).formats]


def title_of(document_id: str) -> str:
    """A document's title in the interface's language."""
    outline = content.outline(document_id)
    return Language(current()).content(f"{document_id}/title", outline.title, outline.language)


def texts_of(
    conversation: Conversation, document_ids: Sequence[str], locale: str | None = None
) -> str:
    """All that would stand in these documents, for looking it through before it goes out."""
    texts = []
    for each in document_ids:
        try:
            texts.append(document.written(document.make(conversation, each, locale)))
        except ConvoGuideError:
            continue  # it will be refused, with the reason, when its turn comes
    return "\n".join(texts)


def without_numbers(conversation: Conversation, sitting: Sitting) -> Conversation:
    """The conversation with all identity numbers masked, and the sitting as it was."""
    copy = Sitting(sitting.guide, conversation, now=sitting.now)
    identity.mask_all(copy)
    return copy.conversation


def save(
    home: Home,
    conversation: Conversation,
    document_ids: Sequence[str],
    format_id: str,
    *,
    now: datetime,
    locale: str | None = None,
    since: Conversation | None = None,
    full: bool = False,
    told: Callable[[int, str], None] = lambda _place, _title: None,
    stopped: Callable[[], bool] = lambda: False,
) -> Saved:
    """Write each document into the conversation's folder; slow, so call it in a thread.

    `told` hears the place and title of each before it is made; `stopped` is asked before and
    after. A document that is refused does not stop the others. A journal text says what changed
    `since` an earlier conversation, where one is given.
    """
    from convoguide.adapters.files import write_clear_file

    saved = Saved()
    folder = home.exports / str(conversation.id)
    for place, document_id in enumerate(document_ids):
        if stopped():
            saved.stopped = True
            break
        told(place, title_of(document_id))
        try:
            compares = content.outline(document_id).reader == "journal"
            earlier = since if compares else None
            made = document.make(conversation, document_id, locale, since=earlier)
            data = formats.rendered(conversation, made, format_id, now=now, full=full)
            if stopped():
                saved.stopped = True
                break
            saved.paths.append(write_clear_file(folder, f"{document_id}.{format_id}", data))
        except InputError:
            raise
        except ConvoGuideError as error:
            saved.refused.append((document_id, str(error)))
    return saved
