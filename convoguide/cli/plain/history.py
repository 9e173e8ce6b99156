"""Undo and redo by lines: what was undone is said, for nobody sees it change."""

from convoguide.cli.plain import words
from convoguide.cli.plain.parts import PARTS
from convoguide.cli.plain.talk import Talk
from convoguide.core.conversation import Conversation
from convoguide.i18n import gettext as _


def undo(talk: Talk, _rest: str) -> None:
    """`.z`: the conversation as it was before, and what that changed."""
    before = talk.sitting.conversation
    if talk.sitting.undo():
        talk.done(_("Undone: {what}.").format(what=_differing(talk, before)))
    else:
        talk.say(_("There is nothing to undo."))


def redo(talk: Talk, _rest: str) -> None:
    """`.y`: take the undo back."""
    before = talk.sitting.conversation
    if talk.sitting.redo():
        talk.done(_("Done again: {what}.").format(what=_differing(talk, before)))
    else:
        talk.say(_("There is nothing to do again."))


def _differing(talk: Talk, before: Conversation) -> str:
    """The steps and parts in which the conversation is another than before, with their state."""
    after = talk.sitting.conversation
    told = [
        _("{title}, {state}").format(
            title=talk.quoted(step), state=words.state_words(after.entry(step), step)
        )
        for step in dict.fromkeys((*before.entries, *after.entries))
        if before.entry(step) != after.entry(step)
    ]
    for part in PARTS:
        key = part.path[0]
        if len(part.path) == 1 and part.place == "conversation":
            told += [_(part.label)] if getattr(before, key) != getattr(after, key) else []
    return "; ".join(told)
