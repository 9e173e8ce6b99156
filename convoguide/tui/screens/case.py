"""A person's page: who one will meet, what to practise, and one's attempts with them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from convoguide.dates import told_moment
from convoguide.i18n import gettext as _
from convoguide.i18n import ngettext
from convoguide.tui.bindings import CASE
from convoguide.tui.dialogs.letters import Choice, LetterDialog
from convoguide.tui.place import keys_of
from convoguide.tui.screens.listing import gap, named, told
from convoguide.tui.screens.loaded import Loaded

if TYPE_CHECKING:
    from collections.abc import Hashable

    from convoguide.services.attempts import Attempt
    from convoguide.tui.widgets.line_view import Row

_NAMES = 18
"""Cells of the column of names."""


class CaseScreen(Loaded[None]):
    """Enter begins, or opens how an attempt went."""

    PLACE = CASE
    BINDINGS = keys_of(CASE)

    found: tuple[Any, tuple[Attempt, ...]] | None = None

    def __init__(self, case_id: str) -> None:
        super().__init__()
        self.case_id = case_id
        self.teaching = False
        """Whether the teacher's page is shown."""

    def heading(self) -> str:
        if self.found is None:
            return _("Rehearse with a made-up person")
        from convoguide.services import case_page

        return case_page.title(self.found[0])

    def find(self) -> tuple[Any, tuple[Attempt, ...]]:
        from convoguide.services import cases

        return cases.case(self.case_id), self.app.attempts.every(self.case_id)

    def found_rows(self, width: int) -> list[Row]:
        from convoguide.services import case_page

        if self.found is None:
            return []
        case, attempts = self.found
        rows = [*told(case_page.facts(case), width, style="quiet"), gap()]
        rows += told(_("Begin, in your own words"), width, ("own_words",))
        rows += told(_("Begin, choosing from three phrasings"), width, ("phrasings",))
        rows.append(gap())
        for name, text in case_page.who(case):
            rows += named(name, text, width, _NAMES)
        rows += [gap(), *told(_(case_page.FICTION), width, style="quiet")]
        if attempts:
            rows += [gap(), *told(_("Your attempts"), width, style="heading")]
        for each in reversed(attempts):
            rows += told(attempt_words(each), width, ("attempt", each.rehearsal))
        if self.teaching:
            rows += [gap(), *told(_("The teacher's page"), width, ("teacher",), "heading")]
            for name, text in case_page.teachers_page(case):
                rows += named(name, text, width, _NAMES)
        return rows

    # --- actions ---------------------------------------------------------------------------------

    def choose(self, tag: Hashable) -> None:
        match tag:
            case ("own_words",):
                self.action_own_words()
            case ("phrasings",):
                self.action_phrasings()
            case ("attempt", str(rehearsal)):
                self.app.look_back(rehearsal)

    def available(self, action_id: str) -> bool:
        if action_id == "forget":
            return isinstance(self.marked, tuple) and self.marked[0] == "attempt"
        return self.found is not None or action_id not in ("teacher", "own_words", "phrasings")

    def action_own_words(self) -> None:
        """Begin."""
        self.app.rehearse(self.case_id)

    def action_phrasings(self) -> None:
        """Begin by choosing."""
        self.app.rehearse(self.case_id, choosing=True)

    def action_progress(self) -> None:
        """One's attempts with this person."""
        self.app.open_progress(self.case_id)

    def action_teacher(self) -> None:
        """The teacher's page; before the first attempt only after a question."""
        if self.teaching or (self.found is not None and self.found[1]):
            self._teach("yes")
            return
        choices = [
            Choice("no", "n", _("No, I meet the person first")),
            Choice("yes", "y", _("Yes, I lead the rehearsal")),
        ]
        said = _("It tells what the person holds back, and what opens it.")
        self.app.push_screen(
            LetterDialog(_("Show the teacher's page?"), choices, said=said), self._teach
        )

    def _teach(self, answer: str | None) -> None:
        if answer == "yes":
            self.teaching = not self.teaching
            self.show_rows(("teacher",) if self.teaching else None)

    def action_forget(self) -> None:
        """Delete the marked attempt."""
        if isinstance(self.marked, tuple) and self.marked[0] == "attempt":
            self.app.ask_forget(str(self.marked[1]), self._look)


def attempt_words(attempt: Attempt) -> str:
    """When it was, and how it went, on one line."""
    from convoguide.services.attempts import counts
    from convoguide.services.debrief_text import score_words

    when = told_moment(datetime.fromisoformat(attempt.started)) if attempt.started else "?"
    turns = ngettext("{n} turn", "{n} turns", attempt.turns).format(n=attempt.turns)
    if not counts(attempt):
        return f"{when}  {turns}"
    score = score_words(attempt.score)
    return f"{when}  {score}, {turns}"
