"""The conversation as lines on standard input and output.

For screen readers, pipes and terminals that can do nothing. A command is a dot and a letter, `?`
alone explains, every other line is a note as it stands. Nothing is drawn: each line that is said
makes sense by itself, and every change of state is said in words.
"""

from collections.abc import Callable, Iterator

from convoguide.cli.plain import notes, offers, words
from convoguide.cli.plain.clip import Clip
from convoguide.cli.plain.command import obey, take_lines
from convoguide.cli.plain.commands import BY_LETTER
from convoguide.cli.plain.end import finish
from convoguide.cli.plain.explaining import explain
from convoguide.cli.plain.last_time import follows
from convoguide.cli.plain.steps import open_step, progress, prompt
from convoguide.cli.plain.talk import Talk
from convoguide.cli.plain.tour import WORDS, hold_tour
from convoguide.core.conversation import Conversation
from convoguide.core.text import clean
from convoguide.errors import ConvoGuideError
from convoguide.i18n import gettext as _
from convoguide.services.conduct import Sitting
from convoguide.services.keep import Keeper

_SECONDS_TYPING, _SECONDS_IN_A_PIPE = 2.0, 10.0
"""How long a save is waited for before a note is said to be not yet saved."""


def hold(
    sitting: Sitting,
    keeper: Keeper,
    *,
    lines: Iterator[str],
    out: Callable[[str], None],
    interactive: bool,
    earlier: Conversation | None = None,
    second: str | None = None,
    offers_steps: bool = True,
    documents_in: str | None = None,
    clip: Clip | None = None,
) -> int:
    """Hold the conversation until the lines end; the exit status.

    `out` is handed one line at a time, without its end. Every note is in the keeper's hands, and
    as safe as is said, before the next line is read. The caller, who opened the sitting, leaves
    it and closes the keeper. What `earlier` holds, which the sitting follows, is said step by step.
    What is said aloud comes in the language `second` too, where one is given. With
    `offers_steps` it is said of a note where it may belong. Documents are made in the language
    `documents_in`, else in the conversation's own; what is copied goes to `clip`.

    0: done. 1: what was recorded could not be saved, or not be said where nothing is kept.
    2: the input was not UTF-8.
    """
    patience = _SECONDS_TYPING if interactive else _SECONDS_IN_A_PIPE
    talk = Talk(
        sitting,
        keeper,
        out,
        patience,
        earlier,
        second=second,
        offers_steps=offers_steps,
        documents_in=documents_in,
        clip=clip,
    )
    before = keeper.on_state
    keeper.on_state = talk.listen(before)
    readable = True
    try:
        _greet(talk, fresh=interactive and not keeper.locked and not keeper.drafts())
        readable = _converse(talk, lines)
    finally:
        # Whatever ended it: what was recorded is saved, or said where it is not.
        status = finish(talk, name_lines=not interactive)
        keeper.on_state = before
    return status or (0 if readable else 2)


def _greet(talk: Talk, *, fresh: bool) -> None:
    sitting = talk.sitting
    talk.say(words.guide_words(sitting.guide, "title", sitting.guide.title))
    if sitting.conversation.entries:
        talk.say(progress(talk))
    if talk.earlier is not None:
        talk.say(follows(talk.earlier))
    if sitting.read_only:
        talk.say(_("This conversation is open in another window: reading only."))
    elif not talk.keeper.keeps:
        talk.say(_("Nothing is kept on disk: the text is printed at the end."))
    talk.say(_("Every line is a note. ? explains, .h lists the commands, .q ends."))
    if fresh:
        talk.say(_("New here? .?tour is a tour with a made-up person."))
    _half_line(talk)
    open_step(talk, moved=False)


def _half_line(talk: Talk) -> None:
    """Say what was half typed in the app when that was ended, and how it becomes a note."""
    if talk.sitting.typed is None:
        return
    talk.refused, _voice = talk.sitting.typed
    line = " ".join(talk.refused.split())
    talk.say(_("A line was not finished last time: {line}").format(line=line))
    talk.say(_("To take it as a note, type .t."))


def _converse(talk: Talk, lines: Iterator[str]) -> bool:
    def take(line: str) -> bool:
        if line.strip().casefold() in WORDS:
            hold_tour(talk, lines, _take)
            return True
        return _take(talk, line)

    return take_lines(talk, lines, take)


def _take(talk: Talk, raw: str) -> bool:
    """Do what one line says; False where it ends the conversation."""
    line = clean(raw.rstrip("\r\n")).replace("\r\n", "\n").replace("\r", "\n")
    if talk.line == 1:
        line = line.removeprefix("\ufeff")  # what some editors put before the first character
    try:
        return _do(talk, line)
    except ConvoGuideError as error:
        talk.say(str(error))
        talk.refused = line
        talk.not_taken.append(talk.line)
    return True


def _do(talk: Talk, line: str) -> bool:
    if not line.strip():
        talk.say(prompt(talk))
    elif line.strip() == "?":
        explain(talk)
    elif line.startswith(".."):
        notes.take(talk, line[1:])
    elif offers.takes(talk, line):
        offers.take(talk, line)
    elif line.startswith("."):
        return _command(talk, line)
    else:
        notes.take(talk, line)
    return True


def _command(talk: Talk, line: str) -> bool:
    notes.refuse_half_characters(line)
    unknown = _(
        "This is no command, and it was not recorded. "
        "To take it as a note, type .t, or begin it with two dots. .h lists the commands."
    )
    return obey(talk, line, BY_LETTER, unknown)
