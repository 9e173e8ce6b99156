"""One's attempts in order: no grade, and nothing to compare with anyone else's."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from rich.cells import cell_len

from convoguide.errors import ConvoGuideError
from convoguide.i18n import gettext as _
from convoguide.tui.bindings import PROGRESS
from convoguide.tui.dialogs.asking import ask_text
from convoguide.tui.place import keys_of
from convoguide.tui.screens.case import attempt_words
from convoguide.tui.screens.listing import gap, told
from convoguide.tui.screens.loaded import Loaded
from convoguide.tui.widgets.line_view import Row
from convoguide.tui.wrapping import cut

if TYPE_CHECKING:
    from collections.abc import Hashable

    from convoguide.services.attempts import Attempt

_BAR = 20
"""Cells of a bar of 100."""
_ROOMY = 70


class ProgressScreen(Loaded[None]):
    """Enter opens how an attempt went."""

    PLACE = PROGRESS
    BINDINGS = keys_of(PROGRESS)

    found: tuple[tuple[Attempt, ...], dict[str, str], str, str] | None = None

    def __init__(self, case_id: str | None = None) -> None:
        super().__init__()
        self.case_id = case_id

    def heading(self) -> str:
        if self.case_id is None or self.found is None:
            return _("Progress")
        return " · ".join((_("Progress"), self.found[1].get(self.case_id, self.case_id)))

    def find(self) -> tuple[tuple[Attempt, ...], dict[str, str], str, str]:
        from convoguide.services import case_page, cases, progress

        counted = self.app.attempts.counted(self.case_id)
        ids = {each.case for each in counted} | ({self.case_id} if self.case_id else set())
        titles = {each: case_page.title(cases.case(each)) for each in ids}
        left_out = progress.left_out(self.app.attempts.short(self.case_id))
        return counted, titles, progress.as_lines(counted)[0], left_out

    def found_rows(self, width: int) -> list[Row]:
        attempts, titles, line, left_out = self.found or ((), {}, "", "")
        if not attempts:
            words = _("A rehearsal is listed here once it has three turns.")
            words += " " + _("q goes back; on the page of a person, b begins one.")
            words = " ".join(filter(None, (left_out, words)))
            return [*told(line, width, style="title"), gap(), *told(words, width)]
        rows = [*told(line, width, style="title"), gap()]
        for each in attempts:
            before = ""
            if width >= _ROOMY:
                drawn = "#" * max(1, round(_BAR * each.score / 100))
                before = f"{drawn:{_BAR}}  "
            words = before + attempt_words(each)
            if self.case_id is None:
                words = f"{words}  {cut(titles[each.case], max(width - cell_len(words) - 2, 8))}"
            rows.append(Row(((cut(words, width), "plain"),), each.rehearsal))
        words = _(
            "The score compares your own attempts. It is not a grade, and there is no pass mark."
        )
        words = " ".join(filter(None, (left_out, words)))
        return [*rows, gap(), *told(words, width, style="quiet")]

    def choose(self, tag: Hashable) -> None:
        self.app.look_back(str(tag))

    def available(self, action_id: str) -> bool:
        if action_id in ("draw", "forget"):
            return bool(self.found and self.found[0])
        return True

    def action_forget(self) -> None:
        """Delete the marked attempt."""
        if self.marked is not None:
            self.app.ask_forget(str(self.marked), self._look)

    def action_draw(self) -> None:
        """The line as a picture."""
        attempts = self.found[0] if self.found else ()

        def named(path: str | None) -> None:
            if not path:
                return
            from convoguide.services import debrief_file, new_file

            target = Path(path).expanduser()
            try:
                where = new_file.written(target, debrief_file.picture_as(attempts, target))
            except ConvoGuideError as error:
                self.say(str(error))
            else:
                self.say(_("Written: {path}").format(path=where))

        title = _("Name of the file: it ends in .svg or .png")
        ask_text(self.app, title, "~/convoguide-progress.svg", named)  # type: ignore[arg-type]
