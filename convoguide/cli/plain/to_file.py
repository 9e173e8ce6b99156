"""`.r plan pdf`: a document, or all of them, as clear-text files; each is said as it is made."""

from collections.abc import Callable, Sequence

from convoguide import config
from convoguide.cli.plain.numbers import pointed_out
from convoguide.cli.plain.talk import Talk
from convoguide.core.conversation import Conversation
from convoguide.i18n import gettext as _
from convoguide.services import document, saving

FORMATS = ("pdf", "docx", "txt")
EVERY = "all"


def to_file(
    talk: Talk,
    words: Sequence[str],
    format_id: str,
    named: Callable[[str], str],
    since: Conversation | None = None,
) -> None:
    """Write what the words name, the journal text unless told otherwise; Ctrl+C stops it.

    `named` finds a document by the beginning of its id. A journal text says what changed `since`
    an earlier conversation, where one is given.
    """
    talked, full = talk.sitting.conversation, "full" in words
    others = [word for word in words if word not in ("full", "since", EVERY)]
    if EVERY in words:
        wanted = saving.in_format(format_id)
    else:
        wanted = [named(word) for word in others] or [document.journal_of(talked)]

    def told(place: int, title: str) -> None:
        talk.say(
            _("Writing {n} of {total}: {title}.").format(
                n=place + 1, total=len(wanted), title=title
            )
        )

    try:
        saved = saving.save(
            config.home(),
            talked,
            wanted,
            format_id,
            now=talk.sitting.now(),
            locale=talk.documents_in,
            since=since,
            full=full,
            told=told,
        )
    except KeyboardInterrupt:
        talk.say(_("Stopped. Each file that was written is whole."))
        return
    for path in saved.paths:
        talk.say(_("Written: {path}").format(path=path))
    for why in dict.fromkeys(why for _document, why in saved.refused):
        talk.say(why)
    if saved.paths:
        talk.say(_("Unencrypted: anyone who can read your files can read it."))
        talk.say(pointed_out(saving.texts_of(talked, wanted, talk.documents_in)))
