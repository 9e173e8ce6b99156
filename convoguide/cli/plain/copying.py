"""`.r copy`: the text on the clipboard, whole or by section, once it was asked for twice.

The first time it is said whose text it is, since the right journal has to be open; and where an
identity number stands in the text, that is said before it goes out. The same command again does it.
"""

from collections.abc import Set as AbstractSet

from convoguide.cli.plain.talk import RefusedError, Talk
from convoguide.dates import told_moment
from convoguide.i18n import gettext as _
from convoguide.services import document, identity


def copy(
    talk: Talk, made: document.Document, how: AbstractSet[str], section: int | None = None
) -> None:
    """Copy the document, what is held apart from it, or one section by its number."""
    if talk.clip is None:
        raise RefusedError(_("Nothing can be copied from here; .r prints the text."))
    after = ""
    if "apart" in how:
        text = document.written(made, apart=True)
        said = _("What is held apart was copied: for an exempt keyword, or not at all.")
    elif section is not None:
        text, said, after = _section(made, section)
    else:
        text, said = document.written(made, full="full" in how), _("The whole text was copied.")
    if not text.strip():
        raise RefusedError(_("There is nothing to copy."))
    if not (_knows_whose(talk) and _knows_of_numbers(talk, text)):
        return
    went = talk.clip.copy(text)
    if went == "none":
        raise RefusedError(_("Nothing can be copied from here; .r prints the text."))
    talk.say(said)
    if went == "terminal":
        talk.say(_("Sent to the terminal: check by pasting."))
    talk.say(after)


def _section(made: document.Document, number: int) -> tuple[str, str, str]:
    """The text of a section, that it was copied, and which one is the next."""
    sections = document.section_texts(made)
    if not 1 <= number <= len(sections):
        named = "; ".join(f"{n} {heading}" for n, (heading, _text) in enumerate(sections, 1))
        raise RefusedError(_("The sections: {sections}").format(sections=named))
    heading, text = sections[number - 1]
    after = ""
    if number < len(sections):
        after = _("Next: .j copy {n}, “{heading}”.").format(
            n=number + 1, heading=sections[number][0]
        )
    return text, _("“{heading}” was copied.").format(heading=heading), after


def _knows_whose(talk: Talk) -> bool:
    if "whose" in talk.told:
        return True
    talk.told.add("whose")
    talked = talk.sitting.conversation
    talk.say(
        _("This conversation: {label}, begun {when}.").format(
            label=talked.label or _("without a label"),
            when=told_moment(talked.started) if talked.started else "–",
        )
    )
    talk.say(_("Is the right journal open? Then the same command again copies."))
    return False


def _knows_of_numbers(talk: Talk, text: str) -> bool:
    if "numbers" in talk.told or not identity.stands_in(text):
        return True
    talk.told.add("numbers")
    talk.say(
        _(
            "An identity number stands in this text, so it was not copied: .# masks it; the same"
            " command again copies it as it stands."
        )
    )
    return False
