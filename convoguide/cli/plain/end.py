"""Text out of a conversation by lines: documents on request, and what is said at the end."""

from convoguide.cli.plain.numbers import pointed_out
from convoguide.cli.plain.talk import RefusedError, Talk, not_saved
from convoguide.cli.plain.to_file import FORMATS, to_file
from convoguide.errors import ConvoGuideError
from convoguide.i18n import gettext as _
from convoguide.i18n import ngettext
from convoguide.services import content, document, on_limits
from convoguide.services.keep import SaveState, is_blank

_LONG = 30.0
"""Seconds to wait for the last save; nobody types behind it any more."""


def print_document(talk: Talk, rest: str) -> None:
    """`.r`: a document as plain text; the guide's journal unless another is named."""
    typed = rest.casefold().split()
    for format_id in FORMATS:
        if format_id in typed:
            typed.remove(format_id)
            to_file(talk, typed, format_id, _document)
            return
    talked = talk.sitting.conversation
    wanted, full, apart = document.journal_of(talked), False, False
    for word in rest.split():
        if word.casefold() == "full":
            full = True
        elif word.casefold() == "apart":
            apart = True
        else:
            wanted = _document(word.casefold())
    made = document.make(talked, wanted)
    if apart:
        text = document.written(made, apart=True)
        talk.say(text or _("Nothing is held apart."))
        talk.say(pointed_out(text))
        return
    text = document.written(made, full=full)
    talk.say(text)
    talk.say(pointed_out(text))
    if is_blank(talk.sitting):
        talk.say(_("Nothing was recorded yet. Every line that you type is a note under its step."))
    for line in on_limits.told(talked, talk.sitting.guide):
        talk.say(f"! {line}")
    if made.apart_count:
        talk.say(_apart_words(made.apart_count) + " " + _(".r apart prints it."))


def _document(word: str) -> str:
    ids = content.document_ids()
    found = [each for each in ids if each.startswith(word)]
    if word in ids:
        return word
    if len(found) != 1:
        raise RefusedError(
            _("There is no document of that name. Documents: {ids}").format(ids=", ".join(ids))
        )
    return found[0]


def _apart_words(count: int) -> str:
    return ngettext(
        "{n} note is held apart from this text.", "{n} notes are held apart from this text.", count
    ).format(n=count)


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
        made = document.make(talked, document.journal_of(talked))
    except ConvoGuideError as error:
        talk.say(str(error))
        return
    talk.say(document.written(made))
    if made.apart_count:
        talk.say(_("Held apart, not for the journal text:"))
        talk.say(document.written(made, apart=True))
