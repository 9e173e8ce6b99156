"""A list whose rows wait for what is found in a thread: the screen is there at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from textual import work
from textual.worker import get_current_worker

from convoguide.errors import ConvoGuideError
from convoguide.i18n import gettext as _
from convoguide.tui.screens.listing import Listing, told

if TYPE_CHECKING:
    from convoguide.tui.rehearsals import Rehearsals
    from convoguide.tui.widgets.line_view import Row

R = TypeVar("R")


class Loaded(Listing[R]):
    """Subclasses give `find` and `found_rows`; found anew whenever one comes back to the screen."""

    app: Rehearsals
    found: Any = None
    """None until it is found."""

    def find(self) -> Any:
        """What the rows tell of; runs in a thread."""
        raise NotImplementedError

    def found_rows(self, width: int) -> list[Row]:
        """The rows, once it is found."""
        raise NotImplementedError

    def rows(self, width: int) -> list[Row]:
        if self.found is None:
            return list(told(_("looking …"), width, style="quiet"))
        return self.found_rows(width)

    def on_screen_resume(self) -> None:
        self._look()

    @work(thread=True, exclusive=True, group="practice", exit_on_error=False)
    def _look(self) -> None:
        worker = get_current_worker()
        try:
            found, trouble = self.find(), ""
        except ConvoGuideError as error:
            found, trouble = None, str(error)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._show, found, trouble)

    def _show(self, found: Any, trouble: str) -> None:
        if found is not None:
            self.found = found
        self.show_rows()
        if trouble:
            self.say(trouble)
