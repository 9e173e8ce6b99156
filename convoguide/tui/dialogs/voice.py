"""Whose words the next note holds."""

from convoguide.core.conversation import Voice
from convoguide.i18n import N_
from convoguide.i18n import gettext as _
from convoguide.tui.dialogs.letters import Choice, LetterDialog
from convoguide.tui.words import VOICES, WAYS


def voice_dialog(now: Voice) -> LetterDialog:
    """Gives the voice that was chosen."""
    choices = [Choice(voice, letter, _(words)) for letter, (voice, words) in VOICES.items()]
    return LetterDialog(_("Whose words?"), choices, now=now, help_id="voice")


def way_dialog(now: str) -> LetterDialog:
    """Gives the way to show the conversation."""
    choices = [Choice(way, letter, _(_EXPLAINED[way])) for letter, (way, _words) in WAYS.items()]
    return LetterDialog(_("How do you want to go through it?"), choices, now=now, help_id="way")


_EXPLAINED = {
    "steps": N_("Step by step: what to ask, one step at a time"),
    "afterwards": N_("Afterwards: all topics on one list"),
    "jot": N_("Jot: an empty line, to be put in order later"),
}
