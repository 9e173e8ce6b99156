"""Identity numbers by lines: pointed out after what was typed, masked by a command."""

from convoguide.cli.plain.talk import Talk
from convoguide.i18n import gettext as _
from convoguide.services import identity


def pointed_out(text: str) -> str:
    """What is said of an identity number in the text, never repeating it; empty without one."""
    if not identity.stands_in(text):
        return ""
    return _("There is an identity number in it; .# masks it.")


def mask(talk: Talk, _rest: str) -> None:
    """`.#`: mask every identity number in what is recorded."""
    steps = identity.steps_with(talk.sitting.conversation)
    if not identity.mask_all(talk.sitting):
        talk.say(_("No identity number is recorded."))
        return
    names = ", ".join(talk.quoted(step) for step in steps) or _("the facts")
    talk.done(_("Masked, under: {steps}. .z brings it back.").format(steps=names))
