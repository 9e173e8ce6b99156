"""How it went: what went well, one thing to try, each criterion with the words it saw.

Every quotation opens its turn. What did not happen is not spoken of.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from convoguide.errors import ConvoGuideError
from convoguide.i18n import gettext as _
from convoguide.quotation import quoted
from convoguide.tui.bindings import DEBRIEF
from convoguide.tui.dialogs.asking import ask_text
from convoguide.tui.place import keys_of
from convoguide.tui.screens.case import attempt_words
from convoguide.tui.screens.listing import gap, named, told
from convoguide.tui.screens.loaded import Loaded

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from convoguide.services.attempts import Attempt
    from convoguide.services.coaching import Debrief
    from convoguide.services.rehearse import Practice
    from convoguide.tui.widgets.line_view import Row

_SHOWN = 3
"""How many places of each kind a criterion shows."""
_NAMES = 18


class DebriefScreen(Loaded[int]):
    """Gives the turn to show in the talk, or None where one only comes back."""

    PLACE = DEBRIEF
    BINDINGS = keys_of(DEBRIEF)

    found: tuple[Debrief, tuple[Attempt, ...]] | None = None

    def __init__(self, practice: Practice, *, over_talk: bool) -> None:
        """`over_talk`: it was opened from the talk, which lies behind it."""
        super().__init__()
        self.practice = practice
        self._over_talk = over_talk
        self.teaching = False
        self._groups: dict[Any, str] = {}

    def heading(self) -> str:
        from convoguide.services import case_page

        return " · ".join((_("Debrief"), case_page.title(self.practice.case)))

    def find(self) -> tuple[Debrief, tuple[Attempt, ...]]:
        from convoguide.services.debrief_text import GROUPS

        self._groups = {group: _(name) for group, name in GROUPS.items()}
        return self.practice.debrief(), self.app.attempts.others_of(self.practice)

    # --- what it shows ---------------------------------------------------------------------------

    def found_rows(self, width: int) -> list[Row]:
        if self.found is None:
            return []
        made, others = self.found
        rows = [*self._total(made, others, width), *self._went_well(made, width)]
        rows += self._try_next(made, width)
        for group, score in made.groups:
            if score is not None:
                rows += self._group(made, group, score, width)
        if self.teaching:
            from convoguide.services import case_page

            rows += told(_("The teacher's page"), width, ("teacher",), "heading")
            for name, text in case_page.teachers_page(self.practice.case):
                rows += named(name, text, width, _NAMES)
        return rows

    def _total(self, made: Debrief, others: tuple[Attempt, ...], width: int) -> Iterator[Row]:
        words = _("{score} of 100, for comparing your own attempts; it is not a grade.")
        yield from told(words.format(score=round(made.score)), width, style="title")
        if others:
            words = _("Your other attempts with this person: {scores}")
            scores = ", ".join(str(round(each.score)) for each in others)
            yield from told(words.format(scores=scores), width)
        if made.hints:
            words = _("With a hint: {n}. A hint costs nothing.")
            yield from told(words.format(n=made.hints), width)
        yield gap()

    def _went_well(self, made: Debrief, width: int) -> Iterator[Row]:
        if not made.went_well:
            return
        yield from told(_("What went well"), width, style="heading")
        # Each has a tag of its own: two may quote the same turn.
        for n, each in enumerate(made.went_well):
            yield from told(each.text, width)
            yield from _quoted(each.evidence.turn, each.evidence.quote, ("well", n), width)
        yield gap()

    def _try_next(self, made: Debrief, width: int) -> Iterator[Row]:
        tried = made.try_next
        if tried is None:
            return
        yield from told(_("One thing to try next"), width, style="heading")
        yield from told(tried.text, width)
        yield from _quoted(tried.turn, tried.quote, ("try",), width)
        words = _("One way to say it: “{phrase}”").format(phrase=tried.phrase)
        yield from told(words, width, style="title", lead="  ")
        yield gap()

    def _group(self, made: Debrief, group: Any, score: float, width: int) -> Iterator[Row]:
        from convoguide.services.debrief_text import score_words

        yield from told(f"{self._groups[group]} ({score_words(score)})", width, style="heading")
        for each in made.results:
            if each.criterion.group != group or each.score is None:
                continue
            yield from told(f"{each.name}: {score_words(each.score)}", width)
            for good, sign in ((True, "+ "), (False, "- ")):
                shown = [e for e in each.evidence if e.good is good and e.quote][:_SHOWN]
                for place, seen in enumerate(shown):
                    tag = (each.criterion.id, good, place)
                    yield from _quoted(seen.turn, seen.quote, tag, width, sign)
        yield gap()

    # --- actions ---------------------------------------------------------------------------------

    def choose(self, tag: Hashable) -> None:
        match tag:
            case ("turn", int(turn), *_rest):
                self.dismiss(turn)

    def available(self, action_id: str) -> bool:
        if action_id == "to_turn":
            return isinstance(self.marked, tuple) and self.marked[0] == "turn"
        if action_id == "compare":
            return bool(self.found and self.found[1])
        return super().available(action_id)

    def action_to_turn(self) -> None:
        """The turn of the marked line."""
        self.choose(self.marked)

    def action_to_talk(self) -> None:
        """The talk, where one was."""
        self.dismiss(None if self._over_talk else self.practice.rehearsal.turns[-1].n)

    def action_home(self) -> None:
        """Back."""
        self.dismiss(None)

    def action_progress(self) -> None:
        """One's attempts with this person."""
        self.app.open_progress(self.practice.case.id)

    def action_teacher(self) -> None:
        """What the person held back, and what would have opened it."""
        self.teaching = not self.teaching
        self.show_rows(("teacher",) if self.teaching else None)

    def action_compare(self) -> None:
        """Beside another attempt: the only one, or the one that is chosen."""
        from convoguide.tui.dialogs.picking import PickDialog

        others = self.found[1] if self.found else ()

        def chosen(at: int | None) -> None:
            if at is not None:
                self._compare(others[at])

        if len(others) == 1:
            chosen(0)
            return
        texts = [(n, attempt_words(each)) for n, each in enumerate(others, start=1)]
        dialog = PickDialog(_("Compare with which attempt?"), texts, len(texts) - 1)
        self.app.push_screen(dialog, chosen)

    def _compare(self, other: Attempt) -> None:
        from convoguide.services import coaching, debrief_text
        from convoguide.tui.screens.compared import ComparedScreen

        try:
            theirs = self.app.attempts.open(other.rehearsal).debrief()
        except ConvoGuideError as error:
            self.say(str(error))
            return
        mine = self.practice.debrief()
        started = self.practice.rehearsal.started or ""
        later = (started, self.practice.rehearsal.id) >= (other.started or "", other.rehearsal)
        both = coaching.compare(theirs, mine) if later else coaching.compare(mine, theirs)
        self.app.push_screen(ComparedScreen(debrief_text.compared(both)))

    def action_keep_file(self) -> None:
        """The debrief in a file; a name stands on it only where one is given."""

        def named_file(path: str | None) -> None:
            if path:
                title = _("Your name on it? Leave it empty for none")
                ask_text(self.app, title, "", lambda name: self._write(path, name))  # type: ignore[arg-type]

        title = _("Name of the file: it ends in .md, .docx or .pdf")
        ask_text(self.app, title, "~/convoguide-debrief.md", named_file)  # type: ignore[arg-type]

    def _write(self, path: str, name: str | None) -> None:
        if name is None:
            return
        from convoguide.services import debrief_file, new_file

        target = Path(path).expanduser()
        try:
            data = debrief_file.debrief_as(self.practice, target, name or None)
            where = new_file.written(target, data)
        except ConvoGuideError as error:
            self.say(str(error))
        else:
            self.say(_("Written: {path}").format(path=where))


def _quoted(
    turn: int, quote: str, tag: tuple[object, ...], width: int, sign: str = "  "
) -> Iterator[Row]:
    """A turn's number and its words; choosing it opens the turn."""
    if quote:
        words = _("Turn {n}").format(n=turn)
        yield from told(f"{words}: {quoted(quote)}", width, ("turn", turn, *tag), lead=f"  {sign}")
