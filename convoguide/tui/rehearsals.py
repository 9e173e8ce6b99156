"""What the app does with rehearsals: choosing a person, meeting them, seeing how it went.

Nothing of the practice rooms is imported here; the screens load it in threads, after their first
frame.
"""

from __future__ import annotations

import secrets
import threading
from typing import TYPE_CHECKING

from textual import work

from convoguide.errors import ConvoGuideError
from convoguide.i18n import gettext as _
from convoguide.tui.talks import Talks

if TYPE_CHECKING:
    from collections.abc import Callable

    from convoguide.services.attempts import Attempts
    from convoguide.services.rehearse import Practice

PRACTICE = "practice"
"""What the app is started with to rehearse: alone, or with a colon and a case or rehearsal."""
MOST_SEEDS = 1_000_000


class Rehearsals(Talks):
    """Rehearsals are kept apart from conversations, and need no passphrase."""

    _attempts: Attempts | None = None
    _finding = threading.Lock()

    @property
    def attempts(self) -> Attempts:
        """The rehearsals of this home; found when they are first needed, in a thread."""
        with self._finding:
            if self._attempts is None:
                from convoguide.services.attempts import of_home

                self._attempts = of_home(self.home, in_memory=self.in_memory)
            return self._attempts

    def new_seed(self) -> int:
        """What decides the wordings of one rehearsal."""
        return secrets.randbelow(MOST_SEEDS)

    def practise(self, named: str) -> None:
        """The list of cases; a case's page; or, by its id, a rehearsal to go on with."""
        self.action_practice()
        if not named:
            return
        from convoguide.services.cases import case_ids

        if named in case_ids():
            self.meet(named)
        else:
            self.go_on_rehearsing(named)

    def action_practice(self) -> None:
        """With whom one can rehearse."""
        from convoguide.tui.screens.cases import CasesScreen

        self.push_screen(CasesScreen())

    def meet(self, case_id: str) -> None:
        """The page of a case."""
        from convoguide.tui.screens.case import CaseScreen

        self.push_screen(CaseScreen(case_id))

    def rehearse(self, case_id: str, *, choosing: bool = False) -> None:
        """A new rehearsal with the person of that case."""
        seed = self.new_seed()
        self._talk(lambda: self.attempts.begin(case_id, seed), choosing=choosing)

    def go_on_rehearsing(self, rehearsal_id: str, turn: int | None = None) -> None:
        """A kept rehearsal, at its end or with one turn marked."""
        self._talk(lambda: self.attempts.open(rehearsal_id), turn=turn)

    def _talk(
        self, load: Callable[[], Practice], *, choosing: bool = False, turn: int | None = None
    ) -> None:
        from convoguide.tui.screens.rehearsal import RehearsalScreen

        self.push_screen(RehearsalScreen(load, choosing=choosing, turn=turn))

    def open_debrief(
        self, practice: Practice, told: Callable[[int | None], None], *, over_talk: bool
    ) -> None:
        """How it went; `told` gets the turn that was asked for, if any."""
        from convoguide.tui.screens.debrief import DebriefScreen

        self.push_screen(DebriefScreen(practice, over_talk=over_talk), told)

    @work(thread=True, exclusive=True, group="practice", exit_on_error=False)
    def look_back(self, rehearsal_id: str) -> None:
        """The debrief of a kept rehearsal; a turn of it opens the talk."""
        try:
            practice = self.attempts.open(rehearsal_id)
        except ConvoGuideError as error:
            self.call_from_thread(self.notify, str(error), severity="error", markup=False)
            return

        def told(turn: int | None) -> None:
            if turn is not None:
                self._talk(lambda: practice, turn=turn)

        self.call_from_thread(self.open_debrief, practice, told, over_talk=False)

    def ask_forget(self, rehearsal_id: str, then: Callable[[], object]) -> None:
        """Delete an attempt for good, after a question."""
        from convoguide.tui.dialogs.letters import Choice, LetterDialog

        def answered(answer: str | None) -> None:
            if answer != "yes":
                return
            try:
                self.attempts.delete(rehearsal_id)
            except ConvoGuideError as error:
                self.notify(str(error), severity="error", markup=False)
            then()

        choices = [Choice("no", "n", _("No, keep it")), Choice("yes", "y", _("Yes, delete it"))]
        self.push_screen(LetterDialog(_("Really delete this attempt?"), choices), answered)

    def open_progress(self, case_id: str | None = None) -> None:
        """One's attempts, in order; with one person, or with all."""
        from convoguide.tui.screens.progress import ProgressScreen

        self.push_screen(ProgressScreen(case_id))
