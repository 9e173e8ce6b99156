"""With whom one can rehearse: a person a row, the easy ones first."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from convoguide.i18n import current, ngettext
from convoguide.i18n import gettext as _
from convoguide.tui.bindings import CASES
from convoguide.tui.dialogs.letters import Choice, LetterDialog
from convoguide.tui.place import keys_of
from convoguide.tui.screens.listing import gap, told
from convoguide.tui.screens.loaded import Loaded

if TYPE_CHECKING:
    from collections.abc import Hashable

    from convoguide.tui.widgets.line_view import Row

_LEVELS = ("easy", "medium", "hard")
_FIRST = {"sv": ("sv",), "nb": ("nb", "nn"), "nn": ("nn", "nb")}
"""Whom readers of a language see first; all others by a key."""
_ALL = "all"


@dataclass(frozen=True)
class _Told:
    id: str
    language: str
    level: str
    title: str
    facts: str


class CasesScreen(Loaded[None]):
    """Enter opens the page of a person."""

    PLACE = CASES
    BINDINGS = keys_of(CASES)

    found: tuple[list[_Told], Counter[str]] | None = None

    def __init__(self) -> None:
        super().__init__()
        self.languages = _FIRST.get(current(), ())
        """Whose cases are shown; empty: all."""

    def heading(self) -> str:
        return _("Rehearse with a made-up person")

    def find(self) -> tuple[list[_Told], Counter[str]]:
        from convoguide.services import case_page, cases

        every = [
            _Told(each.id, each.language, each.level, case_page.title(each), case_page.facts(each))
            for each in cases.all_cases()
        ]
        every.sort(key=lambda each: (_LEVELS.index(each.level), each.title))
        return every, Counter(each.case for each in self.app.attempts.all())

    def found_rows(self, width: int) -> list[Row]:
        every, tried = self.found or ([], Counter())
        shown = [each for each in every if not self.languages or each.language in self.languages]
        shown = shown or every
        rows: list[Row] = []
        for each in shown:
            rows += told(each.title, width, each.id, "title")
            facts = each.facts
            if tried[each.id]:
                words = ngettext("{n} attempt", "{n} attempts", tried[each.id])
                facts = f"{facts} · {words.format(n=tried[each.id])}"
            rows += told(facts, width, each.id, lead="  ")
        left = len(every) - len(shown)
        rows.append(gap())
        if left:
            words = ngettext(
                "{n} person speaks another language: l shows the person.",
                "{n} people speak another language: l shows them.",
                left,
            )
            rows += told(words.format(n=left), width, style="quiet")
        words = _("None of these people exists. Nothing about anyone real belongs in a rehearsal.")
        return [*rows, *told(words, width, style="quiet")]

    def choose(self, tag: Hashable) -> None:
        self.app.meet(str(tag))

    def action_language(self) -> None:
        """Choose whose language."""
        from convoguide.services.names import LANGUAGES

        choices = [Choice(_ALL, "a", _("All of them"))]
        choices += [
            Choice(each, letter, _(LANGUAGES[each]))
            for each, letter in (("sv", "s"), ("nb", "b"), ("nn", "n"))
        ]

        def chosen(language: str | None) -> None:
            if language is not None:
                self.languages = () if language == _ALL else (language,)
                self.show_rows()

        now = self.languages[0] if len(self.languages) == 1 else _ALL
        self.app.push_screen(
            LetterDialog(_("Who speaks which language?"), choices, now=now), chosen
        )

    def action_progress(self) -> None:
        """All one's attempts."""
        self.app.open_progress()
