"""Writing documents to files from a screen: a line says how far it is, and Esc stops it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work
from textual.worker import Worker, get_current_worker

from convoguide.errors import ConvoGuideError
from convoguide.i18n import gettext as _
from convoguide.i18n import ngettext
from convoguide.services import content, document
from convoguide.services.clipboard import save_clear_text
from convoguide.tui.dialogs.letters import Choice, LetterDialog
from convoguide.tui.screens.listing import R
from convoguide.tui.screens.since import Since

if TYPE_CHECKING:
    from convoguide.core.conversation import Conversation
    from convoguide.services.saving import Saved

_ALL = "all"


class Saving(Since[R]):
    """A screen with a document that can be written to a file. `full`: a paragraph a section."""

    full = False
    _writing: Worker[None] | None = None

    def available(self, action_id: str) -> bool:
        """A document that the person does not want gives nothing to write."""
        if action_id == "save_file":
            return self.refusal() is None
        return super().available(action_id)

    def refusal(self) -> str | None:
        """Why the document cannot be made; None where it can."""
        try:
            self.made()
        except ConvoGuideError as error:
            return str(error)
        return None

    def action_save_file(self) -> None:
        """A clear-text file, after a yes: as text, for Word, as pdf, or every document as pdf."""
        formats = content.outline(self.document_id).formats
        choices = [
            Choice("no", "n", _("No")),
            Choice("txt", "y", _("Yes, as text")),
            Choice("docx", "w", _("Yes, for Word (docx)")),
            Choice("pdf", "p", _("Yes, as PDF")),
            Choice(_ALL, "a", _("Yes, and every other document too, as PDF")),
        ]
        offered = [each for each in choices if each.value in ("no", _ALL, *formats)]
        said = _(
            "Anyone who can read your files can read it. It is deleted with the "
            "conversation. It goes to {folder}"
        ).format(folder=self.app.home.exports)
        dialog = LetterDialog(
            _("Write the text to a file, unencrypted?"), offered, said=said, help_id="to_file"
        )
        self.app.push_screen(dialog, self._chosen)

    def _chosen(self, answer: str | None) -> None:
        if answer == "txt":
            text = document.written(self.made(), full=self.full)
            self.without_numbers(text, self._write_text)
        elif answer in ("docx", "pdf", _ALL):
            self._ask_numbers("pdf" if answer == _ALL else answer, every=answer == _ALL)

    def _write_text(self, text: str) -> None:
        identity = str(self.sitting.conversation.id)
        try:
            path = save_clear_text(self.app.home, identity, f"{self.document_id}.txt", text)
        except ConvoGuideError as error:
            self.say(str(error))
        else:
            self.say(_("Written: {path}").format(path=path))

    def _ask_numbers(self, format_id: str, *, every: bool) -> None:
        """Write them, after a word on identity numbers; masked ones are masked in the files too."""
        from convoguide.services import saving

        wanted = saving.in_format(format_id) if every else [self.document_id]
        talk, locale = self.sitting.conversation, self.app.settings.document_locale
        text = saving.texts_of(talk, wanted, locale)

        def write(safe: str) -> None:
            now = self.sitting.conversation
            masked = saving.without_numbers(now, self.sitting) if safe != text else now
            self._writing = self._write(masked, wanted, format_id, locale)

        self.without_numbers(text, write)

    @work(thread=True, group="save", exclusive=True, exit_on_error=False)
    def _write(
        self, talk: Conversation, wanted: list[str], format_id: str, locale: str | None
    ) -> None:
        from convoguide.services import saving

        worker = get_current_worker()

        def told(place: int, title: str) -> None:
            words = _("Writing {n} of {total}: {title}. Esc stops it.").format(
                n=place + 1, total=len(wanted), title=title
            )
            self.app.call_from_thread(self.say, words)

        try:
            saved = saving.save(
                self.app.home,
                talk,
                wanted,
                format_id,
                now=self.sitting.now(),
                locale=locale,
                since=self.earlier if self.since else None,
                full=self.full,
                told=told,
                stopped=lambda: worker.is_cancelled,
            )
        except ConvoGuideError as error:
            self.app.call_from_thread(self._written, str(error))
        else:
            self.app.call_from_thread(self._written, _outcome(saved, len(wanted)))

    def _written(self, words: str) -> None:
        self._writing = None
        self.say(words)

    def action_command(self) -> None:
        """Escape: while files are written, it stops that; else the next letter is a command."""
        if self._writing is not None and not self._writing.is_cancelled:
            self._writing.cancel()
            self.say(_("Stopping after the file in hand …"))
        else:
            super().action_command()


def _outcome(saved: Saved, wanted: int) -> str:
    """How it went, in a few sentences: what was written and where, what was not and why."""
    if saved.stopped:
        words = _("Stopped: {n} of {total} files were written, each of them whole.")
        return words.format(n=len(saved.paths), total=wanted)
    told = []
    if len(saved.paths) == 1:
        told.append(_("Written: {path}").format(path=saved.paths[0]))
    elif saved.paths:
        count, folder = len(saved.paths), saved.paths[0].parent
        words = ngettext(
            "{n} file was written in {folder}.", "{n} files were written in {folder}.", count
        )
        told.append(words.format(n=count, folder=folder))
    told += dict.fromkeys(why for _document, why in saved.refused)
    return " ".join(told)
