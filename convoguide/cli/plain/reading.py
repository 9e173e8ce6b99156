"""`.r`: the finished text by lines: read, looked through, copied, or written to a file."""

from dataclasses import dataclass

from convoguide.cli.plain import words
from convoguide.cli.plain.copying import copy
from convoguide.cli.plain.numbers import pointed_out
from convoguide.cli.plain.read_aloud import as_said
from convoguide.cli.plain.talk import RefusedError, Talk
from convoguide.cli.plain.to_file import EVERY, FORMATS, to_file
from convoguide.core.conversation import Conversation
from convoguide.core.text import collapse
from convoguide.i18n import gettext as _
from convoguide.i18n import ngettext
from convoguide.services import content, document, on_limits, saving
from convoguide.services.keep import is_blank

_HOW = ("full", "apart", "since", "copy", "check", "from")


@dataclass(frozen=True)
class Asked:
    """What is to be read, and how."""

    wanted: str
    """The id of the document."""
    how: frozenset[str]
    section: int | None
    since: Conversation | None

    def made(self, talk: Talk) -> document.Document:
        """The document, in the language that documents are wanted in."""
        talked = talk.sitting.conversation
        return document.make(talked, self.wanted, talk.documents_in, since=self.since)


def read_out(talk: Talk, rest: str) -> None:
    """Do what follows `.r`; the guide's journal unless another document is named."""
    typed = rest.casefold().split()
    for format_id in FORMATS:
        if format_id in typed:
            typed.remove(format_id)
            to_file(talk, typed, format_id, document_of, earlier_of(talk, "since" in typed))
            return
    asked = _asked(talk, typed)
    if "check" in asked.how:
        _check(talk, asked)
    elif "from" in asked.how:
        _say_origins(talk, asked)
    elif "copy" in asked.how:
        copy(talk, asked.made(talk), asked.how, asked.section)
    elif "apart" in asked.how:
        made = asked.made(talk)
        text = document.written(made, apart=True)
        talk.say(as_said(made, text) or _("Nothing is held apart."))
        talk.say(pointed_out(text))
    else:
        _say(talk, asked)


def _asked(talk: Talk, typed: list[str]) -> Asked:
    named = [each for each in typed if each not in (*_HOW, EVERY) and not each.isdecimal()]
    numbers = [each for each in typed if each.isdecimal()]
    if numbers and "copy" not in typed:
        raise RefusedError(_no_document())
    return Asked(
        document_of(" ".join(named)) if named else document.journal_of(talk.sitting.conversation),
        frozenset(typed) & frozenset(_HOW),
        int(numbers[0][:4]) if numbers else None,
        earlier_of(talk, "since" in typed),
    )


def document_of(named: str) -> str:
    """The document that is meant by its id or title, or the beginning of either."""
    found = words.match(named, _titles())
    if found is None:
        raise RefusedError(_no_document())
    return found


def earlier_of(talk: Talk, wanted: bool) -> Conversation | None:  # a plain question
    """The conversation that the text compares with, where that is wanted."""
    if wanted and talk.earlier is None:
        raise RefusedError(
            _("No earlier conversation is at hand. Begin with --after and its id or file.")
        )
    return talk.earlier if wanted else None


def _titles() -> dict[str, str]:
    return {each: saving.title_of(each) for each in content.document_ids()}


def _no_document() -> str:
    named = ", ".join(f"{each} ({title})" for each, title in _titles().items())
    return _("There is no document of that name. Documents: {ids}").format(ids=named)


def _say(talk: Talk, asked: Asked) -> None:
    made = asked.made(talk)
    text = document.written(made, full="full" in asked.how)
    talk.say(as_said(made, text))
    talk.say(pointed_out(text))
    if is_blank(talk.sitting):
        talk.say(
            _("Nothing has been recorded yet. Every line that you type is a note under its step.")
        )
    for line in on_limits.told(talk.sitting.conversation, talk.sitting.guide):
        if line not in talk.told:  # with each of many documents it would be heard no more
            talk.told.add(line)
            talk.say(line)
    if made.apart_count:
        talk.say(apart_words(made.apart_count) + " " + _(".r apart prints it."))


def _check(talk: Talk, asked: Asked) -> None:
    """What is worth a look before signing."""
    from convoguide.services import check

    found = check.findings(talk.sitting.conversation, asked.wanted)
    for each in found:
        for line in each.lines():
            talk.say(line)
    if not found:
        talk.say(_("Nothing to put right."))


def _say_origins(talk: Talk, asked: Asked) -> None:
    """Each line with the step that it came from, under the command that goes there."""
    numbers = {step.id: n for n, step in enumerate(talk.sitting.steps(), 1)}
    made = asked.made(talk)
    for section in document.as_data(made)["sections"]:
        for line in section["lines"]:
            told = f"{section['heading']}: {collapse(as_said(made, line['text']))}"
            step = line["step"]
            talk.say(f".g {numbers.get(step, step)}, {told}" if step else told)


def apart_words(count: int) -> str:
    """How much is held apart from a text."""
    return ngettext(
        "{n} note is held apart from this text.", "{n} notes are held apart from this text.", count
    ).format(n=count)
