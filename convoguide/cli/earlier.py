"""`--after`: the earlier conversation: a kept one, one in a file, or a journal text of ours."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from convoguide.cli.compare import conversation_of
from convoguide.errors import InputError
from convoguide.i18n import gettext as _
from convoguide.i18n import ngettext

if TYPE_CHECKING:
    from convoguide.core.conversation import Conversation
    from convoguide.services.journal_text import ReadBack
    from convoguide.services.keep import Keeper
    from convoguide.services.keep_store import StoreKeeper

TYPED = "-"
"""In place of a file: the text comes as lines, before those of the conversation."""
END = "."
"""A line of its own that ends the text."""

Say = Callable[[str], None]


def is_text(given: str) -> bool:
    """Whether a journal text is meant: typed, or a file that is no conversation file."""
    if given == TYPED:
        return True
    path = Path(given)
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return not file.read(1024).removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")


def read_text(
    given: str, lines: Iterator[str], say: Say, *, interactive: bool
) -> "ReadBack | None":
    """What a journal text tells of, said line by line; None where the person leaves it."""
    from convoguide.services import journal_text

    if given == TYPED:
        name, text = _("standard input"), _typed(lines, say if interactive else None)
    else:
        name = given
        text = journal_text.decoded(Path(given).read_bytes(), name)
    try:
        read = journal_text.conversation_from_text(text)
    except InputError as error:
        raise InputError(f"{name}: {error}") from None
    _tell(read, say)
    return read if not interactive or _agreed(lines, say) else None


def follow(read: "ReadBack", keeper: "Keeper") -> "Conversation":
    """Keep what was read, so that the new conversation can name it as the one it follows."""
    from convoguide.services.conduct import local_now
    from convoguide.services.follow_on import take_in

    return take_in(keeper, read.conversation, local_now().date())


def kept_or_in_file(given: str, store: "StoreKeeper | None" = None) -> "Conversation":
    """The kept conversation of that id, or the one in a conversation file."""
    if is_text(given):
        raise InputError(_("A journal text can be followed with --plain; in the app, p at home."))
    return conversation_of(given, store)


def _typed(lines: Iterator[str], ask: Say | None) -> str:
    if ask is not None:
        ask(
            _("Paste the journal text of the earlier conversation; a line with only a dot ends it.")
        )
    taken: list[str] = []
    for line in lines:
        if line.strip() == END:
            return "\n".join(taken)
        taken.append(line)
    if sys.stdin.isatty():
        return "\n".join(taken)
    raise InputError(_("The text of the earlier conversation is ended by a line with only a dot."))


def _tell(read: "ReadBack", say: Say) -> None:
    """Which talk it was, how much was read, and as it stands what found no place."""
    from convoguide.cli.plain.words import guide_words
    from convoguide.dates import told_day
    from convoguide.services import content

    talk = read.conversation
    guide = content.guide(talk.guide)
    topics = len(talk.entries)
    say(
        _("{guide}, {date}: {topics}.").format(
            guide=guide_words(guide, "title", guide.title),
            date=told_day(talk.held_on) if talk.held_on else _("without a date"),
            topics=ngettext("{n} topic read", "{n} topics read", topics).format(n=topics),
        )
    )
    for heading, lines in (
        (_("Kept under “other”, as it stands:"), read.unplaced),
        (_("Not taken in, since it tells of an earlier conversation:"), read.passed_over),
    ):
        for line in lines:
            say(f"{heading} {line}")


def _agreed(lines: Iterator[str], say: Say) -> bool:
    yes, no = _("yes"), _("no")
    say(_("Begin the conversation that follows it? Type {yes} or {no}.").format(yes=yes, no=no))
    for line in lines:
        answer = line.strip().casefold()
        if answer and yes.startswith(answer):
            return True
        if answer and no.startswith(answer):
            return False
        say(_("Type {yes} or {no}.").format(yes=yes, no=no))
    return False
