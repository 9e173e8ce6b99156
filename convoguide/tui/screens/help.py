"""Help where one stands: what the screen is for, its keys, one example."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convoguide.i18n import N_
from convoguide.i18n import gettext as _
from convoguide.tui.bindings import (
    DOCUMENTS,
    HELP,
    HOME,
    IDENTIFY,
    JOURNAL,
    LETTER,
    PASTING,
    REVIEW,
    SETTINGS,
    TALK,
    TALLY,
    WORDING,
    actions_of,
)
from convoguide.tui.place import keys_of
from convoguide.tui.screens.listing import Listing, gap, told

if TYPE_CHECKING:
    from convoguide.tui.widgets.line_view import Row

_TYPING = (TALK, "form", "filing", WORDING, PASTING)
_ABOUT = {
    HOME: (
        N_(
            "Begin a conversation, or go on with one. What is not yet in the journal stands"
            " here until it is."
        ),
        N_("Example: arrow keys mark a line, Enter opens it."),
    ),
    TALK: (
        N_(
            "Write what was said, under the step it belongs to, in any order. Enter saves a note; "
            "Enter in an empty field goes to the next step. Nothing is forced: any step can"
            " be left."
        ),
        N_("Example: type a note, Enter. Escape, v, p before it makes it the patient's own words."),
    ),
    REVIEW: (
        N_(
            "The finished text, section by section. Enter on a line opens the step it came "
            "from; F9 returns."
        ),
        N_("Example: k shows what the self-check found; x chooses another document."),
    ),
    JOURNAL: (
        N_(
            "Copy the text into the journal: the whole, or a section at a time. Mark it as "
            "documented afterwards."
        ),
        N_("Example: s copies the marked section and goes to the next; paste it; s again."),
    ),
    DOCUMENTS: (
        N_("Every document can be made from every conversation, saved or in a file."),
        N_("Example: mark a document, Enter, choose a conversation."),
    ),
    LETTER: (
        N_(
            "The letter home. Some lines stand in it by themselves; every other one is offered "
            "to be worded in plain words."
        ),
        N_("Example: w goes through all lines on offer; Enter accepts one, Tab skips it."),
    ),
    IDENTIFY: (
        N_(
            "Tick what you see. The list gives no score and no verdict: assess together "
            "with the responsible physician."
        ),
        N_("Example: space ticks; b begins a conversation with what is ticked."),
    ),
    TALLY: (
        N_(
            "How many conversations were held, what was talked about in them, and what came of"
            " it. No text is counted, and the numbers stay when a conversation is deleted."
        ),
        N_("Example: f writes a chart or a table to pass on, without groups under five."),
    ),
    SETTINGS: (
        N_("What you can change, and what it means."),
        N_("Example: mark a line, Enter, choose."),
    ),
}


_IN_A_DIALOG = (
    N_("Answer the question, or close it: Escape twice changes nothing."),
    N_("Example: a letter chooses its line; arrow keys and Enter do the same."),
)


class HelpScreen(Listing[None]):
    """Help for the screen it was called from."""

    PLACE = HELP
    BINDINGS = keys_of(HELP)

    def __init__(self, place: str) -> None:
        super().__init__()
        self._of = place

    def heading(self) -> str:
        return _("Help")

    def rows(self, width: int) -> list[Row]:
        about, example = _ABOUT.get(self._of, _IN_A_DIALOG)
        rows = [*told(_(about), width), gap(), *told(_(example), width, style="quiet"), gap()]
        rows += told(_("Keys"), width, style="heading")
        for each in actions_of(self._of):
            keys = []
            if each.key:
                keys.append(each.key.upper())
            if each.letter:
                keys.append(f"Esc {each.letter}" if self._of in _TYPING else each.letter)
            words = f"{_(each.label)} – {_(each.help)}"
            rows += told(words, width, lead=f"{', '.join(keys):14}")
        if self._of == TALK:
            rows += told(_("A new line inside a note"), width, lead=f"{'Esc Enter':14}")
        return rows

    def action_home(self) -> None:
        """Back to where help was called from."""
        self.dismiss(None)
