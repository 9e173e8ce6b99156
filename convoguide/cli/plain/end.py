"""The end of a conversation by lines: what there is, is kept or said, and it is told which."""

from convoguide.cli.plain.talk import Talk, not_saved
from convoguide.errors import ConvoGuideError
from convoguide.i18n import gettext as _
from convoguide.services import document
from convoguide.services.keep import SaveState, is_blank

_LONG = 30.0
"""Seconds to wait for the last save; nobody types behind it any more."""


def finish(talk: Talk, *, name_lines: bool) -> int:
    """Save what there is, say where, and give the exit status.

    Where nothing is kept, or could not be, the text itself is said, so that it is not lost.
    """
    if name_lines and talk.not_taken:
        numbers = ", ".join(str(each) for each in talk.not_taken)
        talk.say(_("Lines that were not taken: {numbers}").format(numbers=numbers))
    if talk.sitting.read_only:
        talk.say(_("This conversation is open in another window, so nothing was changed here."))
        return 1 if talk.not_taken else 0
    if not talk.keeper.keeps:
        _whole_text(talk)
        talk.say(_("Nothing was kept: the text above is the only one there is."))
        return int(talk.deaf)
    if is_blank(talk.sitting):
        talk.say(_("Nothing was recorded, so nothing was kept."))
        return 0
    return _kept(talk)


def _kept(talk: Talk) -> int:
    keeper = talk.keeper
    if talk.sitting.step != talk.kept_at or keeper.state(talk.id) is SaveState.FAILED:
        # Where one stands is kept too; and what failed before may go well now.
        keeper.save(talk.sitting)
    keeper.flush(_LONG)
    if keeper.state(talk.id) is SaveState.SAVED:
        place = str(getattr(keeper, "place", ""))
        if place:
            talk.say(_("Saved in {place}.").format(place=place))
        else:
            talk.say(_("Saved."))
        command = f"convoguide start {talk.id} --plain"
        talk.say(_("To go on: {command}").format(command=command))
        return 0
    talk.say(not_saved(talk.reason))
    talk.say(_("This is the text, so that nothing is lost:"))
    _whole_text(talk)
    return 1


def _whole_text(talk: Talk) -> None:
    """The guide's journal, and after it, under a heading of its own, what it holds apart."""
    talked = talk.sitting.conversation
    try:
        made = document.make(talked, document.journal_of(talked), talk.documents_in)
    except ConvoGuideError as error:
        talk.say(str(error))
        return
    talk.say(document.written(made))
    if made.apart_count:
        talk.say(_("Held apart, not for the journal text:"))
        talk.say(document.written(made, apart=True))
