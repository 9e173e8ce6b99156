"""What was said last time, beside each step: saying it, and what the person says of it today."""

from collections.abc import Iterator

from convoguide.cli.plain import words
from convoguide.cli.plain.numbers import pointed_out
from convoguide.cli.plain.talk import RefusedError, Talk
from convoguide.core.conversation import Conversation
from convoguide.core.text import collapse
from convoguide.dates import told_day
from convoguide.i18n import gettext as _
from convoguide.services import follow_on


def follows(earlier: Conversation) -> str:
    """That the conversation follows an earlier one, in one line."""
    if earlier.held_on is None:
        return _("This follows an earlier conversation. Nothing of it is taken over.")
    on = told_day(earlier.held_on)
    return _("This follows the conversation of {date}. Nothing of it is taken over.").format(
        date=on
    )


def last_time_lines(talk: Talk) -> Iterator[str]:
    """What was said last time on what the step is about, each with its date and whose it is."""
    if talk.earlier is None:
        return
    for said in follow_on.last_time(talk.earlier, talk.sitting.guide, talk.sitting.step):
        on = told_day(said.on) if said.on else _("without a date")
        if said.outcome:
            told = words.outcome_words(said.outcome)
        else:
            about = [words.voice_words(said.voice or "clinician")]
            about += [_("held apart")] if said.private else []
            told = f"{', '.join(about)}: {collapse(said.text)}"
        yield _("Last time ({date}), {told}").format(date=on, told=told)


def say_or_change(talk: Talk, rest: str) -> None:
    """`.l`: what was said here last time; with a text, what the person says instead."""
    if rest:
        _need(talk)
        follow_on.change(talk.sitting, talk.sitting.step, rest)
        talk.done(_("{title} is now: {state}.").format(title=talk.quoted(), state=_("changed")))
        talk.say(pointed_out(rest))
        return
    lines = list(last_time_lines(talk))
    for line in lines:
        talk.say(line)
    if not lines:
        talk.say(_("Nothing is known here from last time."))


def confirm(talk: Talk, rest: str) -> None:
    """`.u`: still as last time."""
    _need(talk)
    follow_on.confirm(talk.sitting, talk.sitting.step, rest)
    talk.done(_("{title} is now: {state}.").format(title=talk.quoted(), state=_("confirmed")))
    talk.say(pointed_out(rest))


def withdraw(talk: Talk, rest: str) -> None:
    """`.x`: no longer so."""
    _need(talk)
    follow_on.withdraw(talk.sitting, talk.sitting.step, rest)
    talk.done(_("{title} is now: {state}.").format(title=talk.quoted(), state=_("withdrawn")))
    talk.say(pointed_out(rest))


def _need(talk: Talk) -> None:
    """Refuse where there is nothing that could be confirmed, changed or withdrawn."""
    earlier, here = talk.earlier, talk.sitting
    if earlier is None:
        raise RefusedError(
            _(
                "This was not recorded: no earlier conversation is at hand. "
                "Begin with --after and its id or file."
            )
        )
    if not follow_on.last_time(earlier, here.guide, here.step):
        raise RefusedError(
            _("This was not recorded: nothing was said here last time. A line is a note.")
        )
