"""The review: the finished text by section. A line opens the step it came from, and F9 returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convoguide.errors import ConvoGuideError
from convoguide.i18n import gettext as _
from convoguide.i18n import ngettext
from convoguide.services import check, document, letter, on_limits
from convoguide.tui.bindings import REVIEW
from convoguide.tui.dialogs.documents import ask_document, title_of
from convoguide.tui.place import keys_of
from convoguide.tui.screens.listing import gap, told
from convoguide.tui.screens.saving import Saving
from convoguide.tui.screens.since import nothing_yet
from convoguide.tui.widgets.line_view import Row

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from convoguide.services.conduct import Sitting


class ReviewScreen(Saving[str]):
    """Gives the id of the step to open, or None where one only comes back."""

    PLACE = REVIEW
    BINDINGS = keys_of(REVIEW)

    def __init__(self, sitting: Sitting, document_id: str | None = None) -> None:
        super().__init__()
        self.sitting = sitting
        self.document_id = document_id or document.journal_of(sitting.conversation)
        self._folded = True
        self._mark: Hashable = None

    @property
    def place(self) -> tuple[str, Hashable]:
        """Which document, and the line one stood on: where F9 comes back to."""
        return self.document_id, self.marked

    def come_back(self, place: tuple[str, Hashable]) -> None:
        """Stand where one was; before it is shown."""
        self.document_id, self._mark = place

    def first_mark(self) -> Hashable:
        return self._mark

    def heading(self) -> str:
        label = self.sitting.conversation.label
        return " · ".join(filter(None, (_("Review"), title_of(self.document_id), label)))

    def rows(self, width: int) -> list[Row]:
        try:
            made = self.made()
        except ConvoGuideError as error:
            return list(told(str(error), width))
        empty = all(section.empty for section in made.sections)
        rows = [*self.unfinished_rows(width), *self.number_rows(width), *self._limits(width)]
        rows += self._findings(width, empty=empty)
        rows += self._more_for_the_letter(width)
        for above in () if empty else document.above_sections(made):
            rows += told(above, width)
        rows += [] if empty else [gap()]
        for section in made.sections:
            if section.empty:
                continue
            rows += told(section.heading, width, style="heading")
            for place, line in enumerate(section.lines):
                tag = ("line", section.id, place, line.step) if line.step else None
                rows += told(document.line_text(line, made.language), width, tag)
            for cells in section.table.rows if section.table else ():
                rows += told("  |  ".join(cells), width)
            rows.append(gap())
        if empty:
            rows += told(nothing_yet(), width)
        return [*rows, *self._held_back(width, made.apart_count, made.left_out)]

    def _more_for_the_letter(self, width: int) -> list[Row]:
        """Where the letter is worked on: what is shown here is only what stands in it."""
        if self.document_id != letter.LETTER:
            return []
        count = len(letter.offers(self.sitting.conversation))
        words = ngettext(
            "Word the letter: {n} line on offer", "Word the letter: {n} lines on offer", count
        )
        return [*told(words.format(n=count), width, ("letter",), "heading", lead="+ "), gap()]

    def _limits(self, width: int) -> list[Row]:
        """What everyone must know of a limit that was recorded."""
        lines = on_limits.told(self.sitting.conversation, self.sitting.guide)
        rows = [row for each in lines for row in told(each, width, style="title", lead="! ")]
        return [*rows, gap()] if rows else []

    def _findings(self, width: int, *, empty: bool) -> list[Row]:
        """What to look at; over an empty text no word that all is well."""
        found = check.findings(self.sitting.conversation, self.document_id)
        mending = [each for each in found if each.finding.category != "not_talked_about"]
        if empty and not mending:
            return []
        count = ngettext(
            "Self-check: {n} thing to look at", "Self-check: {n} things to look at", len(mending)
        )
        words = count.format(n=len(mending)) if mending else _("Self-check: nothing to put right")
        mark = "+" if self._folded else "-"
        rows = [*told(f"{mark} {words}", width, ("findings",), "heading")]
        if not self._folded:
            for place, each in enumerate(found):
                if each.left:
                    rows += self._left_over(each, width)
                    continue
                tag = ("finding", str(place), 0, each.finding.step)
                rows += told(f"{each.message} {each.mend}", width, tag)
        return [*rows, gap()]

    def _left_over(self, found: check.Worded, width: int) -> Iterator[Row]:
        """The topics that were not reached, by stage; each opens its step."""
        yield from told(_("For another conversation:"), width)
        for stage in found.left:
            yield from told(stage.title, width, style="quiet", lead="  ")
            for step, title in stage.topics:
                yield from told(title, width, ("finding", "left", 0, step), lead="    ")
        yield from told(found.mend, width, style="quiet")

    def _held_back(self, width: int, apart: int, left_out: tuple[str, ...]) -> list[Row]:
        rows: list[Row] = []
        if apart:
            words = ngettext("{n} note is held apart.", "{n} notes are held apart.", apart)
            rows += told(words.format(n=apart), width, style="quiet")
        if left_out:
            words = _("Not in this document: {names}.").format(names=", ".join(left_out))
            rows += told(words, width, style="quiet")
        return rows

    # --- actions ---------------------------------------------------------------------------------

    def choose(self, tag: Hashable) -> None:
        match tag:
            case ("findings",):
                self.action_findings()
            case ("letter",):
                self.action_letter()
            case (_, _, _, str(step)) if self.sitting.guide.knows(step):
                self.dismiss(step)

    def action_open_step(self) -> None:
        """Go to the step that the marked line came from."""
        if self.marked is not None:
            self.choose(self.marked)

    def action_findings(self) -> None:
        """Show or fold what to look at."""
        self._folded = not self._folded
        self.show_rows(("findings",))

    def action_back_to_step(self) -> None:
        """To the conversation, where one was."""
        self.dismiss(None)

    def action_home(self) -> None:
        """The same."""
        self.dismiss(None)

    def action_journal(self) -> None:
        """Copy the text."""
        self.app.open_journal(self.sitting, self.document_id, since=self.since)

    def action_letter(self) -> None:
        """Word the letter home."""
        self.app.open_letter(self.sitting, self.show_rows)

    def action_document(self) -> None:
        """Another document of the same conversation."""

        def chosen(document_id: str | None) -> None:
            if document_id is not None:
                self.document_id = document_id
                self.show_rows()

        ask_document(self.app, self.sitting.guide.id, self.document_id, chosen)
