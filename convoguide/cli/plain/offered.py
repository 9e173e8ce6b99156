"""What is offered where a part is filled in, taken only when asked, by a number behind a plus sign.

.f contacts          lists the contacts of local packs
.f contacts +1,3     takes the first and the third over
.f letter            lists the notes that may be worded for the letter home
.f letter +2 …       a line of the letter, in these plain words, from the second of them
"""

import re
from collections.abc import Iterator
from typing import Any

from convoguide.cli.plain import words
from convoguide.cli.plain.form import Part
from convoguide.cli.plain.parts_shown import item_text
from convoguide.cli.plain.talk import RefusedError, Talk
from convoguide.core.parts import LetterLine
from convoguide.core.text import collapse
from convoguide.i18n import gettext as _
from convoguide.services import content, letter

_WORDED = re.compile(r"\+(\d{1,4})\s*(.*)", re.DOTALL)
_TAKEN = re.compile(r"\+\d{1,2}(\s*,\s*\+?\d{1,2})*")


def offers(talk: Talk, part: Part) -> Iterator[str]:
    """A line for each thing on offer for the part, and how one is taken; none for most parts."""
    if part.name == "letter":
        yield from _lines_to_word(talk)
    if part.name != "contacts":
        return
    found = content.own_contacts()
    for number, (pack, contact) in enumerate(found, 1):
        yield _("+{n}, offered by {organisation}: {contact}").format(
            n=number, organisation=pack.organisation, contact=item_text(part, contact)
        )
    if found:
        yield _("Taken over with .f contacts and a plus sign: .f contacts +1")


def _lines_to_word(talk: Talk) -> Iterator[str]:
    found = letter.offers(talk.sitting.conversation)
    for number, each in enumerate(found, 1):
        about = f"{talk.title(each.step)}, {words.voice_words(each.voice)}"
        yield f"+{number}, {about}: {collapse(each.text)}"
    if found:
        yield _("Put into the letter in your own plain words: .f letter +1 and the words")


def taken(talk: Talk, part: Part, now: tuple[Any, ...], text: str) -> tuple[Any, ...] | None:
    """The list with what the text takes of what is on offer; None where it takes nothing so."""
    if part.name == "letter" and (found := _WORDED.fullmatch(text)):
        return _with_line(talk, now, int(found[1]), found[2])
    if part.name != "contacts" or not _TAKEN.fullmatch(text):
        return None
    return _with_contacts(now, [int(each) for each in re.findall(r"\d+", text)])


def _with_line(talk: Talk, now: tuple[Any, ...], number: int, text: str) -> tuple[Any, ...]:
    found = letter.offers(talk.sitting.conversation)
    if not 1 <= number <= len(found):
        raise RefusedError(
            _("No line of that number is on offer; there are {n}.").format(n=len(found))
        )
    if not text.strip():
        raise RefusedError(_("Type the line in plain words after the number."))
    return (*now, LetterLine(step=found[number - 1].step, text=text.strip()))


def _with_contacts(now: tuple[Any, ...], numbers: list[int]) -> tuple[Any, ...]:
    found = [contact for _pack, contact in content.own_contacts()]
    items = list(now)
    for number in numbers:
        if not 1 <= number <= len(found):
            raise RefusedError(
                _("No contact of that number is on offer; there are {n}.").format(n=len(found))
            )
        if found[number - 1] not in items:
            items.append(found[number - 1])
    return tuple(items)
