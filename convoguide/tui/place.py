"""What every screen and dialog shares: the keys of the table, and the state after Escape.

Escape does not close anything by itself: it says «the next letter is a command», so that a hand
that only wants the curtain never throws away what was being typed. Escape again goes back to
typing; in a dialog it cancels.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from textual import events
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen, Screen

from convoguide.tui.bindings import ANYWHERE, DIALOG, actions_of
from convoguide.tui.keys import SIGNS
from convoguide.tui.pointing import point
from convoguide.tui.widgets.action_line import ActionLine
from convoguide.tui.widgets.line_view import LineView
from convoguide.tui.widgets.number_watch import NumberWatch
from convoguide.tui.widgets.small_word import tell_if_small

if TYPE_CHECKING:
    from textual.widget import Widget

R = TypeVar("R")

if TYPE_CHECKING:

    class _Base(Screen[Any]):
        """Only screens have a command state."""

else:
    _Base = object


def keys_of(place: str) -> list[BindingType]:
    """The bindings of a screen, from the table.

    Function keys and Escape with a letter work wherever one types (`alt+` is how a terminal tells
    the two sent at once); a letter alone only where nothing takes it as text.
    """
    found: list[BindingType] = [
        Binding("escape", "command", show=False, priority=True),
        Binding("question_mark", "act('help')", show=False),
        Binding("alt+question_mark", "act('help')", show=False, priority=True),
    ]
    for each in actions_of(place):
        act = f"act('{each.id}')"
        if each.key:
            found.append(Binding(each.key, act, show=False, priority=True))
        if each.letter:
            name = SIGNS.get(each.letter, each.letter)
            found.append(Binding(name, act, show=False))
            found.append(Binding(f"alt+{name}", act, show=False, priority=True))
    return found


class Commanding(_Base):
    """The command state of a screen. A screen that has it yields one `ActionLine` at its foot.

    An action runs as `action_<id>` of the screen where it has one, else of the app; an app
    without it (a test's) does nothing.
    """

    PLACE: ClassVar[str] = ANYWHERE
    _came_from: Widget | None = None

    def on_resize(self, event: events.Resize) -> None:
        """Say so where the window has no room for the screen."""
        tell_if_small(self, event.size)

    def on_screen_resume(self) -> None:
        """Back from a dialog the terminal's cursor stands where it was before."""
        if self.focused is not None:
            self._point_at(self.focused)
            return
        for view in self.query(LineView):
            view.refresh()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The terminal's cursor goes along."""
        self._point_at(event.widget)

    def _point_at(self, widget: Widget) -> None:
        """Let the cursor stand at what has the focus; one with a caret says where itself."""
        if isinstance(widget, NumberWatch):
            widget.show()
        elif hasattr(widget, "cursor_screen_offset"):  # Textual's own fields
            self.app.cursor_position = widget.cursor_screen_offset
        else:
            point(widget)
        widget.refresh()

    @property
    def commanding(self) -> bool:
        """Whether the next letter is a command."""
        return any(line.commanding for line in self.query(ActionLine))

    def action_command(self) -> None:
        """Escape: the next letter is a command; Escape again: it is not."""
        if self.commanding:
            self.leave_command_state()
            self.escaped_twice()
            return
        for line in self.query(ActionLine):
            self._came_from = self.focused
            line.commanding = True
            line.can_focus = True
            self.set_focus(line, scroll_visible=False)

    def leave_command_state(self) -> None:
        """Back to typing, with the cursor where it was."""
        for line in self.query(ActionLine):
            if not line.commanding:
                continue
            line.commanding = False
            if self.focused is line:
                came_from = self._came_from
                there = came_from is not None and came_from.is_attached and came_from.focusable
                # As when the whole window comes back: an Input does not select all its text then.
                self.set_focus(
                    came_from if there else None, scroll_visible=False, from_app_focus=True
                )
            line.can_focus = False
            self._came_from = None

    def escaped_twice(self) -> None:
        """What a second Escape does beside going back to typing."""

    def available(self, action_id: str) -> bool:  # noqa: ARG002  # for screens to override
        """Whether the action can do anything now; one that cannot is not shown."""
        return True

    async def action_act(self, action_id: str) -> None:
        """Run an action of the table, here or in the app."""
        self.leave_command_state()
        if not self.available(action_id):
            return
        owner = self if hasattr(self, f"action_{action_id}") else self.app
        await self.app.run_action(action_id, owner)

    async def on_action_line_chosen(self, message: ActionLine.Chosen) -> None:
        """A letter after Escape, or a click on the last line."""
        message.stop()
        if message.action_id == "command":
            self.action_command()
        else:
            await self.action_act(message.action_id)

    def on_action_line_left(self, message: ActionLine.Left) -> None:
        """Something else was clicked while a letter was waited for."""
        message.stop()
        self.leave_command_state()


class Place(Commanding, Screen[R]):
    """A whole screen of the app. Subclasses set `PLACE` and `BINDINGS = keys_of(PLACE)`."""

    DEFAULT_CSS = """
    Place { layers: default small; }
    Place.-small { overflow: hidden; }
    """


class Dialog(Commanding, ModalScreen[R]):
    """A dialog with a typed result; Escape twice cancels, and gives None."""

    PLACE = DIALOG
    BINDINGS = keys_of(DIALOG)
    # Whole, for Textual looks beside the file of the subclass.
    CSS_PATH = Path(__file__).parent / "dialogs" / "dialog.tcss"

    def available(self, action_id: str) -> bool:
        return action_id != "palette"  # a dialog is answered or left; it has no commands to find

    def escaped_twice(self) -> None:
        self.action_cancel()

    def action_cancel(self) -> None:
        """Close without a result."""
        self.dismiss(None)
