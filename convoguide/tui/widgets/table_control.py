"""A field of a form that is a list with a form of its own: shown in words, opened with Enter."""

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from convoguide.i18n import gettext as _
from convoguide.tui.widgets.form_fields import Steered
from convoguide.tui.wrapping import wrapped


class TableControl(Widget, can_focus=True):
    """What the list holds, in words."""

    DEFAULT_CSS = """
    TableControl { height: auto; }
    TableControl:focus { text-style: reverse; }
    """
    ALLOW_SELECT = False

    class Opened(Message):
        """The list was asked for."""

        def __init__(self, opened: "TableControl") -> None:
            super().__init__()
            self.opened = opened

    def __init__(self, said: str, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._said = said

    def tell(self, said: str) -> None:
        """Show these words."""
        self._said = said
        # Said outright: Textual may keep a height that it found between two changes.
        self.styles.height = len(self._lines(self.size.width))
        self.refresh()

    def on_key(self, event: events.Key) -> None:
        if event.key in ("enter", "space"):
            self.post_message(self.Opened(self))
        elif event.key in ("up", "down", "tab", "shift+tab"):
            self.post_message(Steered(1 if event.key in ("down", "tab") else -1))
        else:
            return
        event.stop()
        event.prevent_default()

    def on_click(self) -> None:
        self.post_message(self.Opened(self))

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def _lines(self, width: int) -> list[str]:
        return wrapped(self._said or _("nobody (Enter opens the list)"), width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        return len(self._lines(width))

    def render_line(self, y: int) -> Strip:
        lines = self._lines(self.size.width)
        line = lines[y] if y < len(lines) else ""
        return Strip([Segment(line, self.rich_style)]).adjust_cell_length(
            self.size.width, self.rich_style
        )
