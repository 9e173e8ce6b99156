"""Large text: the phrase, what was noted on the step, and what is being typed, to be read from far.

In the step-by-step way the phrase and the step's notes have the whole width; in the afterwards way
the topic one stands on has it, beside the list where there is room. The quiet way stays quiet.
"""

from collections.abc import Hashable

from textual import events

from convoguide.i18n import gettext as _
from convoguide.tui.screens.talk_base import TalkBase
from convoguide.tui.widgets.large_line import LargeLine
from convoguide.tui.widgets.line_view import LineView, Rows
from convoguide.tui.widgets.step_card import large_note_rows, large_rows, large_title_rows

PANES = {"steps": ("step", "steps", "summary"), "afterwards": ("step", "summary"), "jot": ()}
"""What there is to see in each way, one at a time where the window is narrow."""


class LargeText(TalkBase):
    """What large text changes about the screen; `large` says whether it is asked for."""

    large = False
    _large_of: tuple[str, int] = ("", 0)
    """The step that was shown large last, and how many notes it had."""

    @property
    def is_large(self) -> bool:
        """Whether this way shows large text now."""
        return self.large and self.sitting.way != "jot"

    def panes(self) -> tuple[str, ...]:
        """The panes of the way; with a topic in large letters its list is one of them."""
        return PANES["steps" if self.is_large else self.sitting.way]

    def action_large(self) -> None:
        """The phrase and the notes in large letters, or the whole step again."""
        self.large = not self.large
        if self.pane not in self.panes():
            self.pane = "step"
        self._large_of = ("", 0)
        self.show_talk()
        self.field.show()

    # --- what stands there -----------------------------------------------------------------------

    def show_large(self) -> None:
        """Show the step one stands on large; a note that has just come is brought into sight."""
        feed = self.query_one("#feed", LineView)
        feed.show(self._large_rows)
        step, notes = self.sitting.step, self.sitting.conversation.entry(self.sitting.step).notes
        before, self._large_of = self._large_of, (step, len(notes))
        if step != before[0]:
            feed.reveal(self._first_tag())
        elif len(notes) > before[1]:
            feed.reveal((step, len(notes) - 1))
        self.call_after_refresh(self.show_frame)

    def _first_tag(self) -> Hashable:
        says = self.sitting.way == "steps" and self.sitting.here is not None
        return "phrase" if says else ("card", self.sitting.step)

    def _large_rows(self, width: int) -> Rows:
        step = self.sitting.here
        if self.sitting.way == "steps" and step is not None:
            rows = large_rows(self.text, step, width, self._room(), self.phrase)
        else:
            rows = list(large_title_rows(self.text, self.sitting.step, width))
        return [*rows, *large_note_rows(self.sitting, width)]

    def _room(self) -> int:
        """The height there is while nothing is typed: the letters keep their size all the time."""
        strip = self.query_one(LargeLine)
        return self.query_one("#feed", LineView).size.height + strip.size.height * strip.display

    def watch_for_more(self) -> None:
        """Say anew whether there is more to read whenever what is shown begins or ceases to fit."""

        def changed() -> None:
            self.call_later(self.show_frame)

        feed = self.query_one("#feed", LineView)
        self.watch(feed, "show_vertical_scrollbar", changed, init=False)

    def large_more(self) -> str:
        """Where there is more to read than is in sight, how to get there."""
        feed = self.query_one("#feed", LineView)
        more = self.is_large and feed.display and feed.show_vertical_scrollbar
        return _("Page Down reads on") if more else ""

    # --- what is being typed ---------------------------------------------------------------------

    def mirror(self, text: str, caret: int) -> None:
        """Show large what the field holds, while it holds anything."""
        strip = self.query_one(LargeLine)
        needed = strip.needed(self.app.size)
        shown = self.is_large and bool(text) and needed > 0
        if strip.display != shown:
            strip.styles.height = needed
            strip.display = shown
            self.call_after_refresh(self.show_frame)
        if shown:
            strip.tell(text, caret)

    def on_resize(self, event: events.Resize) -> None:
        """Another window has room for other letters."""
        strip = self.query_one(LargeLine)
        strip.styles.height = strip.needed(event.size)
        strip.display = strip.display and strip.needed(event.size) > 0
        self.call_after_refresh(self._resized)

    def _resized(self) -> None:
        self.field.show()
        # Whether there is more to read is known once the rows for this size are laid out.
        self.call_after_refresh(self.show_frame)
