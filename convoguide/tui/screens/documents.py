"""The documents, what each is for, and making one from a saved conversation or a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from convoguide.dates import told_moment
from convoguide.errors import ConvoGuideError
from convoguide.i18n import Language, current
from convoguide.i18n import gettext as _
from convoguide.services import content, papers
from convoguide.services.tour import guide_for
from convoguide.tui.bindings import DOCUMENTS
from convoguide.tui.dialogs.asking import ask_text
from convoguide.tui.dialogs.letters import Choice, LetterDialog
from convoguide.tui.place import keys_of
from convoguide.tui.screens.listing import Listing, gap, told

if TYPE_CHECKING:
    from collections.abc import Hashable

    from convoguide.services.conduct import Sitting
    from convoguide.tui.app import ConvoGuideApp
    from convoguide.tui.widgets.line_view import Row

_LETTERS = "abcdeghijklmn"
_FILE = "file"


class DocumentsScreen(Listing[None]):
    """Enter on a document asks from which conversation."""

    PLACE = DOCUMENTS
    BINDINGS = keys_of(DOCUMENTS)

    app: ConvoGuideApp

    def heading(self) -> str:
        return _("Documents: press Enter to make one")

    def rows(self, width: int) -> list[Row]:
        language = Language(current())
        rows: list[Row] = []
        for document_id in papers.in_order(guide_for(current())):
            outline = content.outline(document_id)
            about = language.content(f"{document_id}/summary", outline.summary, outline.language)
            rows += told(papers.named(document_id), width, document_id, "title")
            rows += [*told(about, width, document_id), gap()]
        return rows

    def choose(self, tag: Hashable) -> None:
        document_id = str(tag)
        try:
            drafts = [each for each in self.app.keeper.drafts() if not each.damaged]
        except ConvoGuideError:
            drafts = []  # a file will do; what ails the store is said at home
        choices = []
        for place, each in enumerate(drafts[: len(_LETTERS)]):
            when = told_moment(each.updated.astimezone()) if each.updated else "?"
            choices.append(Choice(each.id, _LETTERS[place], f"{when}  {each.label or ''}".strip()))
        choices.append(Choice(_FILE, "f", _("A conversation file …")))

        def chosen(answer: str | None) -> None:
            if answer == _FILE:
                ask_text(self.app, _("Path of the conversation file"), "", from_file)
            elif answer is not None:
                self.app.unlocked(lambda: self._from_draft(answer, document_id))

        def from_file(path: str | None) -> None:
            if path:
                self._from_file(path, document_id)

        said = "" if drafts else _("No conversation is kept here. Begin one first, or name a file.")
        dialog = LetterDialog(_("From which conversation?"), choices, said=said)
        self.app.push_screen(dialog, chosen)

    def _from_draft(self, draft_id: str, document_id: str) -> None:
        try:
            self._show(self.app.keeper.open(draft_id), document_id)
        except ConvoGuideError as error:
            self.say(str(error))

    def _from_file(self, path: str, document_id: str) -> None:
        from convoguide.services.conduct import Sitting
        from convoguide.services.files import conversation_from

        try:
            data = Path(path).expanduser().read_bytes()
            conversation = conversation_from(data, path)
        except OSError as error:
            self.say(f"{path}: {error.strerror}")
        except ConvoGuideError as error:
            self.say(str(error))
        else:
            guide = content.guide(conversation.guide)
            self._show(Sitting(guide, conversation, read_only=True), document_id, from_file=True)

    def _show(self, sitting: Sitting, document_id: str, *, from_file: bool = False) -> None:
        from convoguide.tui.screens.review import ReviewScreen

        def came_back(step: str | None) -> None:
            if step is not None and from_file:
                self.say(_("This one is a file: it can be read and copied here."))
            elif step is not None:
                sitting.jump(step)
                self.app.open_talk(sitting)
            elif not from_file:
                self.app.keeper.leave(sitting)

        self.app.push_screen(ReviewScreen(sitting, document_id), came_back)
