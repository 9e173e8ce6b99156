"""The last line of a screen: which keys do what. After Escape it lists every command there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from convoguide.i18n import gettext as _
from convoguide.tui.bindings import FOOTERS, Action, action, actions_of

if TYPE_CHECKING:
    from textual import events
    from textual.geometry import Size

    from convoguide.tui.place import Commanding

GAP = 2


class ActionLine(Widget):
    """Labels of our own only, each a target for the mouse.

    `typing`: a screen with a note field shows a letter as `Esc o`, others as `o` alone.
    """

    DEFAULT_CSS = """
    ActionLine { dock: bottom; height: auto; background: $panel; color: $foreground; }
    ActionLine.-commanding { background: $primary; color: $background; }
    """

    commanding = reactive(False, layout=True)

    class Chosen(Message):
        """An action was chosen, by its letter or by the mouse; `command` asks for all of them."""

        def __init__(self, action_id: str) -> None:
            super().__init__()
            self.action_id = action_id

    class Left(Message):
        """The focus went elsewhere while a letter was waited for."""

    def __init__(self, place: str, *, typing: bool = False, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.place = place
        self.typing = typing
        self._targets: list[list[tuple[int, int, str]]] = []

    def watch_commanding(self, commanding: bool) -> None:
        self.set_class(commanding, "-commanding")

    # --- what it shows ---------------------------------------------------------------------------

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        return len(self._rows(width))

    def render(self) -> Content:
        rows = self._rows(self.size.width)
        self._targets = []
        lines = []
        for row in rows:
            targets, text = [], " "
            for key, label, action_id in row:
                piece = f"{key} {label}"
                targets.append((len(text), len(text) + len(piece), action_id))
                text += piece + " " * GAP
            self._targets.append(targets)
            lines.append(text.rstrip())
        content = Content("\n".join(lines))
        keys = "bold reverse" if self._bold_is_lost else "bold"
        start = 0
        for line, row in zip(lines, rows, strict=True):
            place = 1
            for key, label, _action_id in row:
                content = content.stylize(keys, start + place, start + place + len(key))
                place += len(key) + 1 + len(label) + GAP
            start += len(line) + 1
        return content

    @property
    def _bold_is_lost(self) -> bool:
        """Whether the terminal would show bold as another ink, so that it is taken out."""
        few = self.app.has_class("-sixteen") and not self.app.current_theme.dark
        return few and not self.commanding

    def _rows(self, width: int) -> list[list[tuple[str, str, str]]]:
        rows: list[list[tuple[str, str, str]]] = [[]]
        used = 1
        for item in self._items():
            size = len(item[0]) + 1 + len(item[1])
            if rows[-1] and used + size > width:
                if not self.commanding:
                    break
                rows.append([])
                used = 1
            rows[-1].append(item)
            used += size + GAP
        return rows

    def _items(self) -> list[tuple[str, str, str]]:
        if self.commanding:
            back = _("back to typing") if self.typing else _("back")
            waiting = [("Esc", back, "command")]
            return waiting + [
                (each.letter, _(each.label), each.id)
                for each in actions_of(self.place)
                if each.letter and self._available(each.id)
            ]
        # «All commands» comes first, so that a narrow window never cuts it off.
        shown = [("Esc", _("all commands"), "command")]
        return shown + [
            (self._key(each), _(each.label), each.id)
            for each in map(action, FOOTERS.get(self.place, ()))
            if self._available(each.id)
        ]

    def _key(self, each: Action) -> str:
        if each.key:
            return each.key.upper()
        return f"Esc {each.letter}" if self.typing else each.letter or ""

    def _available(self, action_id: str) -> bool:
        screen: Commanding = self.screen  # type: ignore[assignment]  # only such screens have one
        return screen.available(action_id)

    # --- what it hears ---------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        """Every key that reaches the line while it has the focus is meant for it."""
        event.stop()
        event.prevent_default()
        letter = event.character or ""
        if letter == "?":  # where F1 is the terminal's own, this is the way to help
            self.post_message(self.Chosen("help"))
            return
        for each in actions_of(self.place):
            if each.letter == letter and self._available(each.id):
                self.post_message(self.Chosen(each.id))
                return

    def on_blur(self) -> None:
        if self.commanding:
            self.post_message(self.Left())

    def on_click(self, event: events.Click) -> None:
        event.stop()
        if not 0 <= event.y < len(self._targets):
            return
        for start, end, action_id in self._targets[event.y]:
            if start <= event.x < end:
                self.post_message(self.Chosen(action_id))
