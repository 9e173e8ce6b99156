"""The lines around the conversation: what it is and how safe it is, and what the field is for."""

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from convoguide.i18n import gettext as _
from convoguide.services.keep import SaveState
from convoguide.tui.bindings import TALK
from convoguide.tui.widgets.typing_line import TypingLine
from convoguide.tui.wrapping import cut, wrapped


def save_words(state: SaveState, reason: str = "") -> str:
    """How safe the conversation is, in words; why, where it could not be saved."""
    match state:
        case SaveState.MEMORY:
            return _("memory only, nothing is kept")
        case SaveState.WAITING:
            return _("not yet saved")
        case SaveState.SAVING:
            return _("saving …")
        case SaveState.SAVED:
            return _("saved")
        case SaveState.READ_ONLY:
            return _("read-only, open in another window")
        case SaveState.FAILED:
            return _("not saved: {reason}").format(reason=reason) if reason else _("not saved")


class TalkHeader(Widget):
    """On the left which conversation and which way, on the right the save state, never cut."""

    DEFAULT_CSS = "TalkHeader { height: auto; }"
    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self._left = self._right = ""

    def tell(self, left: str, right: str) -> None:
        """Show these two."""
        if (left, right) != (self._left, self._right):
            taller = len(self._lines(self.size.width))
            self._left, self._right = left, right
            self.refresh(layout=taller != len(self._lines(self.size.width)))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        return len(self._lines(width))

    def _lines(self, width: int) -> list[str]:
        room = width - cell_len(self._right) - 4
        if room >= min(16, cell_len(self._left)):
            left = cut(self._left, room)
            return [f" {left}{' ' * (room - cell_len(left))}  {self._right} "]
        lines = [cut(self._left, width - 2), *wrapped(self._right, width - 2)]
        return [f" {line}" for line in lines]

    def render(self) -> Content:
        return Content("\n".join(self._lines(self.size.width)))


class TalkLine(TypingLine):
    """The last line; in the quiet way it says nothing but how safe the jots are."""

    def __init__(self) -> None:
        super().__init__(TALK)
        self._quiet: str | None = None

    def hush(self, said: str | None) -> None:
        """Say only this while no letter is waited for; None: the keys again."""
        if said != self._quiet:
            self._quiet = said
            self.set_class(said is not None, "-quiet")
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        if self._quiet is not None and not self.commanding:
            return len(wrapped(self._quiet, width - 2))
        return super().get_content_height(container, viewport, width)

    def render(self) -> Content:
        if self._quiet is not None and not self.commanding:
            return Content("\n".join(f" {x}" for x in wrapped(self._quiet, self.size.width - 2)))
        return super().render()
