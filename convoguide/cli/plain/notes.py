"""Notes by lines: taking them, and changing, moving and taking back those there are."""

import re
from collections.abc import Callable

from convoguide.cli.plain import offers, words
from convoguide.cli.plain.find import find
from convoguide.cli.plain.numbers import pointed_out
from convoguide.cli.plain.steps import note_line, options_of
from convoguide.cli.plain.talk import RefusedError, Talk
from convoguide.core.conversation import OTHER, Note, Voice
from convoguide.core.guide import AnyStep
from convoguide.i18n import Language
from convoguide.i18n import gettext as _
from convoguide.services import document

_NUMBERED = re.compile(r"(\d{1,6})(?:\s+(.*))?", re.DOTALL)


def take(talk: Talk, text: str, voice: Voice | None = None, *, own_words: bool = True) -> None:
    """Record a line as a note where one stands, and say so once it is as safe as it is said.

    Of own words it is said where they may belong; the answer to a step belongs there.
    """
    refuse_half_characters(text)
    voice = voice or talk.voice
    talk.sitting.note(text, voice)
    said = _("Noted under {title}, as {voice}.").format(
        title=talk.quoted(), voice=words.voice_words(voice)
    )
    entry = talk.sitting.conversation.entry(talk.sitting.step)
    if entry.state != "noted":
        said += " " + _("The step stays as: {state}.").format(
            state=words.outcome_words(entry.state)
        )
    if is_apart(talk, talk.sitting.step, len(entry.notes) - 1):
        said += " " + _("Held apart from the journal text.")
    talk.done(said)
    talk.say(pointed_out(text))
    if own_words and text.strip():
        offers.offer_for(talk)


def refuse_half_characters(text: str) -> None:
    """What no file can hold: bytes that were no UTF-8 arrive as half characters."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise RefusedError(_("This line is not UTF-8. It was not recorded.")) from None


def is_apart(talk: Talk, step: str, index: int) -> bool:
    """Whether the journal holds the note apart; asked of the journal itself, where it may be."""
    talked = talk.sitting.conversation
    entry = talked.entry(step)
    if not entry.notes[index].private and entry.state not in ("declined", "deferred"):
        return False
    made = document.make(talked, document.journal_of(talked))
    apart = (line for section in made.apart for line in section.lines)
    return any((line.step, line.note) == (step, index) for line in apart)


def list_notes(talk: Talk, _rest: str) -> None:
    """`.s`: the notes of the step, numbered."""
    notes = _notes(talk)
    for number, note in enumerate(notes, 1):
        talk.say(note_line(number, note))
    if not notes:
        talk.say(_("No notes under {title}.").format(title=talk.quoted()))


def set_voice(talk: Talk, rest: str) -> None:
    """`.v`: the voice of the next lines, of one line, or of a note there is."""
    letters = {letter: voice for letter, (voice, _words) in words.VOICES.items()}
    first, _space, text = rest.partition(" ")
    if first.isdecimal():
        index, letter = _numbered(talk, rest)
        note = talk.sitting.conversation.entry(talk.sitting.step).notes[index]
        voice = _voice(letters, letter)
        if note.voice != voice:
            talk.sitting.edit(talk.sitting.step, index, voice=voice)
        said = _("Note {n} is {voice}.")
        talk.done(said.format(n=index + 1, voice=words.voice_words(voice)))
        return
    if not first:
        talk.say(_("Now: {voice}.").format(voice=words.voice_words(talk.voice)))
        talk.say(_voices_there_are())
        return
    voice = _voice(letters, first)
    if text.strip():
        take(talk, text.strip(), voice)
        return
    talk.voice = voice
    said = _("The next lines of this step are {voice}.")
    talk.say(said.format(voice=words.voice_words(voice)))


def _voice(letters: dict[str, Voice], typed: str) -> Voice:
    """The voice of a letter, or of its id in full."""
    wanted = words.fold(typed)
    for letter, voice in letters.items():
        if wanted in (letter, voice):
            return voice
    raise RefusedError(_voices_there_are())


def _voices_there_are() -> str:
    named = ", ".join(f"{letter} {_(told)}" for letter, (_voice, told) in words.VOICES.items())
    return _("The voices: {voices}.").format(voices=named)


def edit(talk: Talk, rest: str) -> None:
    """`.e 2 text`: another text for a note, in the voice it has."""
    index, text = _numbered(talk, rest)
    if not text:
        raise RefusedError(_("Type the new text after the number: .e {n} text").format(n=index + 1))
    talk.sitting.edit(talk.sitting.step, index, text=text)
    talk.done(_("Note {n} has its new text.").format(n=index + 1))
    talk.say(pointed_out(text))


def move(talk: Talk, rest: str) -> None:
    """`.m 2 hopes`: put a note under another step; alone under `other`: walk through the jots."""
    if not rest and talk.sitting.step == OTHER and _notes(talk):
        offers.walk(talk)
        return
    index, wanted = _numbered(talk, rest)
    if not wanted:
        raise RefusedError(_("Say where to, by number or name: .m {n} 12").format(n=index + 1))
    to = find(talk, wanted)
    if to == talk.sitting.step:
        raise RefusedError(_("The note is already there."))
    talk.sitting.move(talk.sitting.step, index, to)
    said = _("Note {n} is now under {title}.")
    talk.done(said.format(n=index + 1, title=talk.quoted(to)))
    if talk.walk and talk.sitting.step == OTHER:
        offers.walk_on(talk)


def retract(talk: Talk, rest: str) -> None:
    """`.d 2`: take a note back."""
    index = _number_alone(talk, rest)
    talk.sitting.retract(talk.sitting.step, index)
    said = _("Note {n} is taken back from {title}; .z brings it back.")
    talk.done(said.format(n=index + 1, title=talk.quoted()))


def toggle_private(talk: Talk, rest: str) -> None:
    """`.a 2`: keep a note out of the journal text, or put it back in."""
    index = _number_alone(talk, rest)
    private = not _notes(talk)[index].private
    talk.sitting.edit(talk.sitting.step, index, private=private)
    if is_apart(talk, talk.sitting.step, index):
        said = _("Note {n} is held apart from the journal text.")
    else:
        said = _("Note {n} is in the journal text.")
    talk.done(said.format(n=index + 1))


def _notes(talk: Talk) -> tuple[Note, ...]:
    return talk.sitting.conversation.entry(talk.sitting.step).notes


def _numbered(talk: Talk, rest: str) -> tuple[int, str]:
    """The place of the note that is named by its number, and what follows the number.

    Without a number the only note is meant, where there is only one and nothing follows.
    """
    notes = _notes(talk)
    if not notes:
        raise RefusedError(_("This step has no notes."))
    if not rest and len(notes) == 1:
        return 0, ""
    found = _NUMBERED.fullmatch(rest)
    if found is None or not 1 <= int(found[1]) <= len(notes):
        raise RefusedError(
            _("Say which note by its number, from 1 to {n}; .s lists them.").format(n=len(notes))
        )
    return int(found[1]) - 1, (found[2] or "").strip()


def _number_alone(talk: Talk, rest: str) -> int:
    index, more = _numbered(talk, rest)
    if more:
        raise RefusedError(_("Only the number of a note belongs here, so this line was not taken."))
    return index


# --- answers to choices and checklists


def answer(talk: Talk, rest: str, fill: Callable[[Talk, str], None], part: str | None) -> None:
    """`.c`: answer a step by the numbers of its options, or by the part it fills."""
    step = talk.sitting.here
    options = list(options_of(step)) if step else []
    if step and options:
        take(talk, _chosen(talk, step, rest), "clinician", own_words=False)
    elif part is not None:
        if not rest:
            raise RefusedError(_("Type the answer after .c"))
        fill(talk, f"{part} {rest}")
    else:
        raise RefusedError(_("This step has nothing to choose; a line is a note."))


def _chosen(talk: Talk, step: AnyStep, rest: str) -> str:
    """The texts of the options of these numbers, in the language of the conversation."""
    guide, options = talk.sitting.guide, list(options_of(step))
    language = Language(talk.sitting.conversation.language)
    numbers = [int(each) if len(each) < 4 else 0 for each in re.findall(r"\d+", rest)]
    only_numbers = re.fullmatch(r"[\d\s,;]+", rest)
    if not only_numbers or not all(1 <= each <= len(options) for each in numbers) or not numbers:
        raise RefusedError(
            _("Choose by number, from 1 to {n}: .c 1 or .c 1,3").format(n=len(options))
        )
    texts = []
    for number in dict.fromkeys(numbers):
        kind, option = options[number - 1]
        context = f"{step.id}/{kind}:{option.id}/text"
        texts.append(words.guide_words(guide, context, option.text, language).rstrip("."))
    return "; ".join(texts)


def refuse_outcome_of_other(talk: Talk) -> None:
    """`other` holds what fits no step: it is never declined or left."""
    if talk.sitting.step == OTHER:
        raise RefusedError(_("{title} holds notes only.").format(title=talk.quoted()))
