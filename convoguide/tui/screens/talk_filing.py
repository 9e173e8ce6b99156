"""A note that says something else than its step asks: offered the step where it belongs.

Quietly, after it was recorded, and only as long as nothing else is done: who types on has kept it
where it is. Nothing is moved without a key.
"""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual import on

from convoguide.core.conversation import OTHER, Conversation, Note
from convoguide.core.theme import DECISION_THEMES
from convoguide.i18n import gettext as _
from convoguide.i18n import ngettext
from convoguide.quotation import quoted
from convoguide.tui.guide_text import place_title
from convoguide.tui.screens.talk_last import LastTimeActions
from convoguide.tui.widgets.offer_line import OfferLine

if TYPE_CHECKING:
    # The rules and the reader behind them are loaded beside the talk, never before it is shown.
    from convoguide.services.filing import Proposal

TAKES, LEAVES = "tab", "backspace"
WISH, DECISION = "left", "right"
ANOTHER = "right"


@dataclass(frozen=True)
class Offer:
    """The steps offered to the note recorded last, in a conversation that has not changed since."""

    conversation: Conversation
    step: str
    found: "tuple[Proposal, ...]"
    asks: bool
    """Whether it asks if this is a wish or a decision; then no answer is ready."""
    marked: int = 0


class FilingActions(LastTimeActions):
    """The offer after a note, and the walk through the jots."""

    _offer: Offer | None = None

    @property
    def offers_steps(self) -> bool:
        """Whether steps are proposed at all: by the settings, and in languages that are read."""
        return self.settings.offer_steps and self.sitting.conversation.language != "en"

    def warm_reader(self) -> None:
        """Load what reads the notes, so that the first offer does not keep one waiting."""

        def warm() -> None:
            from convoguide.services import filing

            filing.proposals("-", self.sitting.guide, "sv", OTHER)

        if self.offers_steps:
            self.run_worker(warm, thread=True, group="reader", exit_on_error=False)

    # --- the offer -------------------------------------------------------------------------------

    def offer_step(self) -> None:
        """Read the note recorded last where one stands, and offer what it may belong to."""
        conversation, step, guide = self.sitting.conversation, self.sitting.step, self.sitting.guide
        notes = conversation.entry(step).notes
        if not notes or not self.offers_steps:
            return
        note = notes[-1]

        def look() -> None:
            from convoguide.services import filing

            found = filing.proposals(note.text, guide, conversation.language, step, note.voice)
            if found:
                offer = Offer(conversation, step, tuple(found), filing.is_question(found))
                self.app.call_from_thread(self._show_offer, offer)

        # In a thread: the key that comes next must not wait for it.
        self.run_worker(look, thread=True, exclusive=True, group="filing", exit_on_error=False)

    def _show_offer(self, offer: Offer) -> None:
        if self.is_attached and self.field.blank and self._stands(offer):
            self._offer = offer
            self.query_one(OfferLine).tell(self._words(offer))

    def _stands(self, offer: Offer) -> bool:
        same = offer.conversation is self.sitting.conversation and offer.step == self.sitting.step
        return same and self.sitting.way != "jot"

    def _words(self, offer: Offer) -> str:
        titles = [quoted(place_title(self.text, each.step, each.theme)) for each in offer.found]
        if offer.asks:
            wish, decision = titles if not _is_decision(offer.found[0]) else titles[::-1]
            return _(
                "The person's wish or a medical decision? Left: a wish, {wish}. "
                "Right: a decision, {decision}. Backspace leaves it here."
            ).format(wish=wish, decision=decision)
        words = _("Move it to {title}? Tab moves it, Backspace leaves it here.")
        said = words.format(title=titles[offer.marked])
        if len(titles) > 1:
            following = titles[(offer.marked + 1) % len(titles)]
            said += " " + _("Right: {title}.").format(title=following)
        return said

    def drop_offer(self) -> None:
        """The note stays where it is."""
        if self._offer is not None:
            self._offer = None
            self.query_one(OfferLine).tell("")

    def show_talk(self) -> None:
        super().show_talk()
        if self._offer is not None and self.is_attached and not self._stands(self._offer):
            self.drop_offer()

    def answer_offer(self, key: str) -> bool:
        """Do what a key in the empty field means to the offer; False where it means nothing."""
        offer = self._offer
        if offer is None:
            return False
        if key == LEAVES:
            self.drop_offer()
        elif offer.asks and key in (WISH, DECISION):
            wanted = key == DECISION
            self._take(offer, next(n for n in offer.found if _is_decision(n) == wanted))
        elif not offer.asks and key == TAKES:
            self._take(offer, offer.found[offer.marked])
        elif not offer.asks and key == ANOTHER and len(offer.found) > 1:
            self._offer = replace(offer, marked=(offer.marked + 1) % len(offer.found))
            self.query_one(OfferLine).tell(self._words(self._offer))
        else:
            return False
        return True

    @on(OfferLine.Clicked)
    def _offer_clicked(self) -> None:
        self.answer_offer(TAKES)

    def _take(self, offer: Offer, proposal: "Proposal") -> None:
        from convoguide.services import filing

        index = len(offer.conversation.entry(offer.step).notes) - 1
        if self.change(lambda: filing.place(self.sitting, offer.step, index, proposal)):
            title = place_title(self.text, proposal.step, proposal.theme)
            self.say(_("It is now under “{title}”.").format(title=title))

    # --- jots ------------------------------------------------------------------------------------

    def jots_waiting(self) -> str:
        """That jots wait for a step, and the key that walks through them; empty without any."""
        waiting = sum(note.theme is None for note in self.sitting.conversation.entry(OTHER).notes)
        if not waiting:
            return ""
        return ngettext(
            "{n} jot has no step yet. Esc b: one key puts it under one.",
            "{n} jots have no step yet. Esc b: one key each puts them under one.",
            waiting,
        ).format(n=waiting)

    def open_filing(self) -> None:
        """The walk through the jots, with what is proposed for each."""
        if not self.offers_steps:
            self._walk({})
            return
        conversation, guide = self.sitting.conversation, self.sitting.guide

        def look() -> None:
            from convoguide.services import filing

            found = {
                note: filing.proposals(note.text, guide, conversation.language, OTHER, note.voice)
                for note in conversation.entry(OTHER).notes
            }
            self.app.call_from_thread(self._walk, found)

        self.run_worker(look, thread=True, exclusive=True, group="filing", exit_on_error=False)

    def _walk(self, found: "dict[Note, list[Proposal]]") -> None:
        from convoguide.tui.dialogs.filing import FilingDialog

        if self.is_attached and self.app.screen is self:

            def walked(_none: None) -> None:
                self.say("")
                self.show_talk()

            self.app.push_screen(FilingDialog(self.sitting, self.text, found), walked)


def _is_decision(proposal: "Proposal") -> bool:
    return proposal.theme in DECISION_THEMES
