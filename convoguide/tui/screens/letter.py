"""The letter home: what stands in it by itself, and each other line to be worded and accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convoguide.core.conversation import Note
from convoguide.i18n import gettext as _
from convoguide.i18n import ngettext
from convoguide.services import document, letter
from convoguide.services.letter import LETTER as DOCUMENT
from convoguide.services.letter import Accepted, Offer
from convoguide.tui.bindings import LETTER
from convoguide.tui.dialogs.documents import title_of
from convoguide.tui.guide_text import text_of
from convoguide.tui.place import keys_of
from convoguide.tui.screens.listing import Listing, gap, told
from convoguide.tui.words import lead_of

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from convoguide.services.conduct import Sitting
    from convoguide.tui.app import ConvoGuideApp
    from convoguide.tui.widgets.line_view import Row


class LetterScreen(Listing[None]):
    """Enter on a line on offer words it, on an accepted one words it anew."""

    PLACE = LETTER
    BINDINGS = keys_of(LETTER)

    app: ConvoGuideApp

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting
        self._text = text_of(sitting.guide)
        self._worded: dict[tuple[str, int], str] = {}
        """The notes that were worded while this screen is open, each with the words it got."""

    def heading(self) -> str:
        label = self.sitting.conversation.label
        return " · ".join(filter(None, (title_of(DOCUMENT), label)))

    # --- what it shows ---------------------------------------------------------------------------

    def rows(self, width: int) -> list[Row]:
        talk = self.sitting.conversation
        lines, offered = letter.accepted(talk), letter.offers(talk)
        rows = self._letter(width)
        hidden = [each for each in lines if not each.stands]
        if hidden:
            words = _("Accepted, but not in the letter: it was declined, put off or held apart")
            rows += told(words, width, style="heading")
            for each in hidden:
                rows += told(each.text, width, ("line", each.place), lead="[x] ")
            rows.append(gap())
        count = ngettext(
            "{n} line to put into plain words for the letter",
            "{n} lines to put into plain words for the letter",
            len(offered),
        )
        rows += told(count.format(n=len(offered)), width, style="heading")
        for offer in offered:
            rows += self._offer_rows(offer, width)
        if not offered:
            words = _("Go back and type a note under a step; it will be offered here.")
            rows += told(words, width, style="quiet")
        return rows

    def _letter(self, width: int) -> list[Row]:
        """The letter, by section; what was worded is told from what stands by itself."""
        made = letter.standing(self.sitting.conversation, self.app.settings.document_locale)
        rows: list[Row] = []
        for section in made.sections:
            if section.empty:
                continue
            rows += told(section.heading, width, style="heading")
            for line in section.lines:
                path = line.path or ""
                mine = path.startswith("/letter/")
                tag = ("line", int(path.rpartition("/")[2])) if mine else None
                text = document.line_text(line, made.language)
                rows += told(text, width, tag, lead="[x] " if mine else "    ")
            for cells in section.table.rows if section.table else ():
                rows += told("  |  ".join(cells), width, lead="    ")
        return [*rows, gap()]

    def _offer_rows(self, offer: Offer, width: int) -> list[Row]:
        talk = self.sitting.conversation
        worded = self._is_worded(offer)
        lead = lead_of(Note(text=offer.text, voice=offer.voice))
        title = self._text.title(offer.step)
        tag = ("offer", offer.step, offer.note)
        rows = list(told(title, width, tag, "title", lead="[x] " if worded else "[ ] "))
        rows += told(lead + offer.text, width, tag, lead="    ")
        made = sum(1 for _line in letter.lines_of(talk, offer.step))
        if made:
            said = ngettext(
                "{n} line of this step is in the letter",
                "{n} lines of this step are in the letter",
                made,
            )
            rows += told(said.format(n=made), width, tag, "quiet", lead="    ")
        return rows

    def _is_worded(self, offer: Offer) -> bool:
        """Whether a line in the letter is known to be made of this note."""
        talk = self.sitting.conversation
        words = self._worded.get((offer.step, offer.note))
        return letter.is_worded(talk, offer) or words in list(letter.lines_of(talk, offer.step))

    # --- actions ---------------------------------------------------------------------------------

    def available(self, action_id: str) -> bool:
        if action_id == "take_away":
            return self._marked_line() is not None
        if action_id == "word_all":
            return bool(letter.offers(self.sitting.conversation))
        return True

    def choose(self, tag: Hashable) -> None:
        match tag:
            case ("line", int(place)):
                found = [x for x in letter.accepted(self.sitting.conversation) if x.place == place]
                self._word(found, 0)
            case ("offer", str(step), int(note)):
                offers = letter.offers(self.sitting.conversation)
                wanted = [n for n, x in enumerate(offers) if (x.step, x.note) == (step, note)]
                self._word(offers, wanted[0])

    def action_word_all(self) -> None:
        """Every line on offer that was not yet worded, one after the other, from the marked one."""
        offers = letter.offers(self.sitting.conversation)
        marked = next((n for n, each in enumerate(offers) if self._is_marked(each)), 0)
        wanted = [n for n, each in enumerate(offers) if not self._is_worded(each)]
        wanted = wanted or list(range(len(offers)))
        first = next((place for place, n in enumerate(wanted) if n >= marked), 0)
        self._word([offers[n] for n in wanted], first)

    def _is_marked(self, offer: Offer) -> bool:
        return self.marked == ("offer", offer.step, offer.note)

    def _word(self, lines: list[Offer] | list[Accepted], place: int) -> None:
        from convoguide.tui.dialogs.wording import WordingDialog

        if not self._may_change():
            return

        def accepted(offer: Offer, words: str) -> None:
            self._worded[offer.step, offer.note] = words

        dialog = WordingDialog(self.sitting, self._text, lines, place, accepted)
        self.app.push_screen(dialog, lambda _none: self.show_rows())

    def _marked_line(self) -> int | None:
        match self.marked:
            case ("line", int(place)):
                return place
        return None

    def action_take_away(self) -> None:
        """Take the marked line out of the letter; the note it came from stays."""
        place = self._marked_line()
        if place is not None and self._may_change():
            letter.take_away(self.sitting, place)
            self.show_rows()
            self.say(_("The line is out of the letter. z brings it back."))

    def action_undo(self) -> None:
        """The letter as it was before the last change."""
        self._travel(
            self.sitting.undo, self.sitting.redo, _("Undone."), _("There is nothing to undo.")
        )

    def action_redo(self) -> None:
        """Take the undo back."""
        self._travel(
            self.sitting.redo,
            self.sitting.undo,
            _("Done again."),
            _("There is nothing to do again."),
        )

    def _travel(
        self, go: Callable[[], bool], back: Callable[[], bool], done: str, nothing: str
    ) -> None:
        """Undo or redo what was done to the letter; what else was changed is not seen here."""
        before = self.sitting.conversation
        if not self._may_change():
            return
        moved = go()
        if moved and self.sitting.conversation.having(letter=before.letter) != before:
            back()
            moved = False
        self.say(done if moved else nothing)
        self.show_rows()

    def _may_change(self) -> bool:
        if self.sitting.read_only:
            self.say(_("This conversation can only be read here."))
        return not self.sitting.read_only

    def action_journal(self) -> None:
        """Copy the letter's text."""
        self.app.open_journal(self.sitting, DOCUMENT)

    def action_home(self) -> None:
        """Back; every line is kept already."""
        self.dismiss(None)
