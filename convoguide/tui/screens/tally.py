"""The tally: conversations by month and guide, themes, what stands in the journal, follow-ups.

The exact numbers, for whoever could open the store; what is passed on holds no group under five.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from textual import work

from convoguide.dates import told_month
from convoguide.errors import ConvoGuideError
from convoguide.i18n import gettext as _
from convoguide.services import tally
from convoguide.services.conduct import local_now
from convoguide.services.theme_names import theme_name
from convoguide.tui.bindings import TALLY
from convoguide.tui.dialogs.asking import ask_text
from convoguide.tui.place import keys_of
from convoguide.tui.screens.listing import Listing, gap, told
from convoguide.tui.widgets.line_view import Row
from convoguide.tui.wrapping import cut

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from convoguide.core.tally import Book, Report
    from convoguide.tui.app import ConvoGuideApp

_ROOMY = 66
"""Cells from which on the themes stand in columns."""
_THEMES_WIDE, _COLUMN_WIDE = 30, 15
_BAR = 20
"""Cells of the longest bar of months."""


class TallyScreen(Listing[None]):
    """What was held, and what came of it, in numbers. Empty, it says how one comes to be there."""

    PLACE = TALLY
    BINDINGS = keys_of(TALLY)

    app: ConvoGuideApp
    book: Book | None = None
    """None until it was counted, or where there is no store yet."""
    _counting = True

    def on_mount(self) -> None:
        super().on_mount()
        self._count()

    @work(thread=True, group="tally", exit_on_error=False)
    def _count(self) -> None:
        keeper = self.app.keeper
        try:
            book = keeper.tally() if keeper.exists else None
        except ConvoGuideError as error:
            self.app.call_from_thread(self._counted, None, str(error))
            return
        self.app.call_from_thread(self._counted, book, "")

    def _counted(self, book: Book | None, trouble: str) -> None:
        self.book, self._counting = book, False
        self.show_rows()
        self.say(trouble)

    def today(self) -> date:
        """The day up to which follow-ups are overdue."""
        return local_now().date()

    def report(self) -> Report | None:
        """The exact numbers; None where nothing was counted yet."""
        found = tally.for_the_owner(self.book, self.today()) if self.book is not None else None
        return found if found is not None and found.conversations else None

    def heading(self) -> str:
        return _("Tally")

    def rows(self, width: int) -> list[Row]:
        if self._counting:
            return [*told(_("counting …"), width, style="quiet")]
        found = self.report()
        if found is None:
            return list(_empty(width))
        total = _("Conversations: {n}").format(n=found.conversations)
        rows = [*told(total, width, style="title"), gap()]
        rows += told(_("Conversations held, by month"), width, style="heading")
        rows += [*_months(found, width), gap()]
        rows += told(_("What came of them"), width, style="heading")
        for place, line in enumerate(tally.came_of_it(found)):
            rows += told(line, width, ("came", place))
        rows += [gap(), *_themes(found, width), gap()]
        words = _(
            "These are the exact numbers, for your eyes only. A file leaves out groups under five."
        )
        return [*rows, *told(words, width, style="quiet")]

    def available(self, action_id: str) -> bool:
        return action_id != "pass_on" or self.report() is not None

    def action_pass_on(self) -> None:
        """A chart or a table to pass on, without groups under five."""
        book = self.book
        if book is None:
            return

        def named(path: str | None) -> None:
            if not path:
                return
            from convoguide.services.tally_file import pass_on

            try:
                where = pass_on(book, self.today(), Path(path).expanduser())
            except ConvoGuideError as error:
                self.say(str(error))
            else:
                self.say(_("Written: {path}").format(path=where))

        title = _("Name of the file: .svg or .png is a chart, .csv a table, .json data")
        ask_text(self.app, title, f"~/convoguide-{self.today():%Y-%m}.svg", named)


def _empty(width: int) -> Iterator[Row]:
    yield from told(_("Nothing has been counted yet."), width, style="title")
    yield gap()
    yield from told(
        _(
            "A conversation counts once something has been raised in it. Begin one "
            "on the home screen; it is then counted here, and stays counted when it "
            "is deleted."
        ),
        width,
    )


def _months(found: Report, width: int) -> Iterator[Row]:
    """A month and a guide a line: the number, a bar as long as it is large, the guide."""
    most = max(int(count) for count in found.held.values())
    bar = _BAR if width >= _ROOMY else 0
    names = {month: told_month(month) for month, _guide in found.held}
    room = max(map(cell_len, names.values()))
    for (month, guide), count in found.held.items():
        drawn = "#" * max(1, round(bar * int(count) / most)) if bar else ""
        name = set_cell_size(names[month], room)
        before = f"{name}  {count:>4}  {drawn:{bar}}  " if bar else f"{name}  {count:>4}  "
        title = cut(tally.guide_title(guide), max(width - cell_len(before), 4))
        yield Row(((before, "plain"), (title, "plain")), ("held", month, guide))


def _themes(found: Report, width: int) -> Iterator[Row]:
    """The themes in columns, or each on a line of words where these do not fit."""
    yield from told(_("What was talked about"), width, style="heading")
    if width < _ROOMY:
        for theme in found.themes:
            yield from told(tally.told_of(found, theme), width, ("theme", theme))
        return
    yield _columns("", [_("talked about"), _("declined"), _("deferred")], "quiet")
    for theme, parts in found.themes.items():
        cells = [
            tally.with_share(found, parts["talked"]),
            str(parts["declined"]),
            str(parts["deferred"]),
        ]
        yield _columns(theme_name(theme), cells, "plain", theme)


def _columns(name: str, cells: list[str], style: str, theme: str = "") -> Row:
    right = "".join(" " * max(_COLUMN_WIDE - cell_len(each), 1) + each for each in cells)
    left = set_cell_size(cut(name, _THEMES_WIDE - 1), _THEMES_WIDE)
    return Row(((left + right, style),), ("theme", theme) if theme else None)
