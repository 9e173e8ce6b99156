"""What was said last time where one stands, above the field, and the keys that answer it."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from convoguide.core.conversation import Entry, Note, Since
from convoguide.core.text import collapse
from convoguide.dates import told_day
from convoguide.i18n import gettext as _
from convoguide.i18n import ngettext
from convoguide.services.follow_on import LastSaid
from convoguide.tui.bindings import action
from convoguide.tui.words import SINCE, lead_of, state_words
from convoguide.tui.wrapping import wrapped

ANSWERS = ("still_so", "change_last", "no_longer")
"""The actions that answer it, in the order in which they are named."""


def told(said: LastSaid) -> str:
    """One thing that was said, or how the step was left, as a line tells it."""
    if said.outcome is not None:
        return state_words(Entry.model_validate({"outcome": said.outcome}))
    note = Note(text=said.text, voice=said.voice or "clinician", private=said.private)
    return lead_of(note) + collapse(said.text)


def heading(said: Sequence[LastSaid], since: Since | None, title: str, *, changing: bool) -> str:
    """When it was said, and what became of it today; after the step's title, where one is given."""
    date = told_day(said[0].on) if said and said[0].on else _("without a date")
    if changing:
        words = _("Last time, {date}: Enter keeps the new words").format(date=date)
    elif since is not None:
        words = _("Last time, {date}; today: {state}").format(date=date, state=_(SINCE[since]))
    else:
        words = _("Last time, {date}").format(date=date)
    return f"{title} · {words}" if title else words


def answer_keys() -> str:
    """The keys that answer it, with what each does."""
    return "  ".join(f"Esc {each.letter} {_(each.label)}" for each in map(action, ANSWERS))


class LastTimeView(Widget):
    """Never higher than it was told; what has no room there is one key away."""

    DEFAULT_CSS = "LastTimeView { height: 1; display: none; padding: 0 1; }"
    ALLOW_SELECT = False

    class Clicked(Message):
        """The view was clicked."""

    def __init__(self) -> None:
        super().__init__()
        self._heading = self._keys = self._notice = ""
        self._said: tuple[str, ...] = ()
        self._most = 3

    def tell(self, heading: str, keys: str, said: Sequence[str], notice: str, most: int) -> None:
        """Show these lines, `most` of them; nothing is shown where nothing was said."""
        before = self._heading, self._keys, self._said, self._notice, self._most
        now = heading, keys, tuple(said), notice, most
        if now != before:
            self._heading, self._keys, self._said, self._notice, self._most = now
            self.display = bool(said)
            self._fit()
            self.refresh()

    def on_resize(self) -> None:
        self._fit()

    def on_click(self) -> None:
        self.post_message(self.Clicked())

    def _fit(self) -> None:
        # Said outright: Textual may keep a height that it found between two changes.
        width = self.size.width or self.screen.size.width - 2
        self.styles.height = len(self._lines(width)) or 1

    def _lines(self, width: int) -> list[str]:
        if not self._said:
            return []
        both = " · ".join(filter(None, (self._heading, self._keys)))
        first = [both] if cell_len(both) <= width else []
        first = first or [*wrapped(self._heading, width), *wrapped(self._keys, width)]
        lines = [f"  {line}" for each in self._said for line in wrapped(each, width - 2)]
        left = len(lines) - self._most
        if left > 1:  # the line that says so takes the room of one
            words = ngettext("… {n} more line", "… {n} more lines", left + 1).format(n=left + 1)
            all_of_it = action("last_time")
            lines[self._most - 1 :] = [f"  {words}  Esc {all_of_it.letter} {_(all_of_it.label)}"]
        notice = wrapped(self._notice, width - 2) if self._notice else []
        return [*first, *lines, *(f"  {line}" for line in notice)]

    def render(self) -> Content:
        lines = self._lines(self.size.width)
        content = Content("\n".join(lines))
        return content.stylize("bold", 0, len(lines[0]) if lines else 0)
