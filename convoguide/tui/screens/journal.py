"""Into the journal: copy the whole, or section by section, and mark it as documented."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from convoguide.core.parts import Documented
from convoguide.dates import told_day, told_moment
from convoguide.errors import ConvoGuideError
from convoguide.i18n import gettext as _
from convoguide.services import document
from convoguide.tui.bindings import JOURNAL
from convoguide.tui.dialogs.asking import ask_text
from convoguide.tui.dialogs.documents import ask_document, title_of
from convoguide.tui.dialogs.letters import Choice, LetterDialog
from convoguide.tui.place import keys_of
from convoguide.tui.screens.listing import gap, told
from convoguide.tui.screens.saving import Saving
from convoguide.tui.screens.since import nothing_yet
from convoguide.tui.widgets.line_view import Row

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from convoguide.services.conduct import Sitting


class JournalScreen(Saving[None]):
    """The text in the pieces in which it is pasted."""

    PLACE = JOURNAL
    BINDINGS = keys_of(JOURNAL)

    def __init__(self, sitting: Sitting, document_id: str | None = None) -> None:
        super().__init__()
        self.sitting = sitting
        self.document_id = document_id or document.journal_of(sitting.conversation)
        self._right_journal = False
        self._copied: set[int] = set()

    def heading(self) -> str:
        talk = self.sitting.conversation
        when = told_moment(talk.started) if talk.started else ""
        parts = (_("To the journal"), title_of(self.document_id), talk.label or "", when)
        return " · ".join(part for part in parts if part)

    def rows(self, width: int) -> list[Row]:
        try:
            sections = document.section_texts(self.made())
        except ConvoGuideError as error:
            return list(told(str(error), width))
        rows = [*self.unfinished_rows(width), *self.number_rows(width)]
        for place, (heading, text) in enumerate(sections):
            state = " " + _("(copied)") if place in self._copied else ""
            rows += told(f"{heading}{state}", width, place, "heading")
            for line in text.splitlines():
                rows += told(line.replace("\t", "  |  "), width, place)
            rows.append(gap())
        if not sections:
            rows += told(nothing_yet(), width)
        talk = self.sitting.conversation
        if talk.documented is not None:
            on = told_day(talk.documented.on) if talk.documented.on else ""
            where = talk.documented.where or ""
            words = _("In the journal: {when} {where}").format(when=on, where=where)
            rows += told(words.rstrip(), width, style="title")
        return rows

    def available(self, action_id: str) -> bool:
        """A document that the person does not want, or an empty one, gives nothing to copy."""
        if action_id == "copy_apart":
            return self.refusal() is None and self.made().apart_count > 0
        if action_id in ("copy_next", "copy_all", "full"):
            return self.refusal() is None
        return super().available(action_id)

    # --- copying ---------------------------------------------------------------------------------

    def choose(self, tag: Hashable) -> None:  # noqa: ARG002  # it is the marked one
        self.action_copy_next()

    def action_copy_next(self) -> None:
        """Copy the marked section and go to the next."""
        place = self.marked
        if not isinstance(place, int):
            return
        heading, text = document.section_texts(self.made())[place]

        def done() -> None:
            self._copied.add(place)
            self.show_rows(place + 1 if place + 1 in self.tags() else place)

        self._copy(text, _("“{heading}” was copied.").format(heading=heading), done)

    def action_copy_all(self) -> None:
        """Copy the whole text."""
        if not document.section_texts(self.made()):
            self.say(nothing_yet())
            return
        text = document.written(self.made(), full=self.full)

        def done() -> None:
            self._copied.update(range(len(self.tags())))
            self.show_rows()

        self._copy(text, _("The whole text was copied."), done)

    def action_copy_apart(self) -> None:
        """Copy what is held apart: for an exempt keyword, or not at all."""
        text = document.written(self.made(), apart=True)
        said = _("What is held apart was copied: for an exempt keyword, or not at all.")
        self._copy(text, said, lambda: None)

    def _copy(self, text: str, said: str, done: Callable[[], None]) -> None:
        """Copy, after a word on identity numbers and the question for the right journal."""
        self.without_numbers(text, lambda safe: self._ask_journal(safe, said, done))

    def _ask_journal(self, text: str, said: str, done: Callable[[], None]) -> None:
        """Ask once whether the right journal is open."""
        if self._right_journal:
            self._copy_now(text, said, done)
            return
        talk = self.sitting.conversation
        when = told_moment(talk.started) if talk.started else "–"

        def answered(answer: str | None) -> None:
            if answer == "yes":
                self._right_journal = True
                self._copy_now(text, said, done)

        self.app.push_screen(
            LetterDialog(
                _("Is the right journal open?"),
                [Choice("yes", "y", _("Yes, copy")), Choice("no", "n", _("No, not yet"))],
                said=_("This conversation: {label}, begun {when}.").format(
                    label=talk.label or _("without a label"), when=when
                ),
            ),
            answered,
        )

    @work(thread=True, group="copy", exit_on_error=False)
    def _copy_now(self, text: str, said: str, done: Callable[[], None]) -> None:
        self.app.call_from_thread(self._told, self.app.copies.copy(text), text, said, done)

    def _told(self, by_system: bool, text: str, said: str, done: Callable[[], None]) -> None:
        if by_system:
            self.app.copied()
        else:
            self.app.copy_to_clipboard(text)
            said += " " + _("Sent to the terminal: check by pasting.")
        done()
        self.say(said)

    # --- the rest --------------------------------------------------------------------------------

    def action_full(self) -> None:
        """A line a section, or a paragraph, when the whole is copied."""
        self.full = not self.full
        words = _("Copy all gives a paragraph a section.")
        self.say(words if self.full else _("Copy all gives a line a section."))

    def action_document(self) -> None:
        """Another document of the same conversation."""

        def chosen(document_id: str | None) -> None:
            if document_id is not None:
                self.document_id = document_id
                self._copied.clear()
                self.show_rows(0)

        ask_document(self.app, self.sitting.guide.id, self.document_id, chosen)

    def action_letter(self) -> None:
        """Word the letter home."""
        self.app.open_letter(self.sitting, self.show_rows)

    def action_documented(self) -> None:
        """Mark as in the journal: today, and in which system."""
        if self.sitting.read_only:
            self.say(_("This conversation is open in another window: reading only."))
            return
        before = self.sitting.conversation.documented
        system = "Cosmic" if self.sitting.guide.country == "SE" else "DIPS"
        said = _("For example {system}; it may stay empty. Enter marks it.").format(system=system)
        now = (before.where if before else None) or self.app.last_system

        def told_where(where: str | None) -> None:
            if where is None:
                return
            self.app.last_system = where
            on = self.sitting.now().date()
            self.sitting.fill(documented=Documented(on=on, where=where or None))
            self.show_rows()
            self.say(_("Marked as in the journal."))

        ask_text(self.app, _("Which record system is it in?"), now, told_where, said)
