"""The lines around the conversation: what it is and how safe it is, and what the field is for."""

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

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


def shorter(title: str, short: str = "") -> list[str]:
    """A guide's title, then shorter and shorter forms: without what is in brackets, that alone,
    its short name, nothing."""
    before, _bracket, inside = title.partition(" (")
    forms = [title, before, inside.rstrip(")"), short]
    return [*sorted({each for each in forms if each}, key=cell_len, reverse=True), ""]


class TalkHeader(Widget):
    """On the left which conversation and which way, on the right the save state, never cut."""

    DEFAULT_CSS = "TalkHeader { height: 1; }"
    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self._title = self._about = self._saved = self._short = ""

    def tell(self, title: str, about: str, saved: str, short: str = "") -> None:
        """Show these; where they do not fit, the title is told in a shorter form, or as `short`."""
        if (title, about, saved) != (self._title, self._about, self._saved):
            self._title, self._about, self._saved, self._short = title, about, saved, short
            self._fit()
            self.refresh()

    def on_resize(self) -> None:
        self._fit()

    def _fit(self) -> None:
        # Said outright: Textual may keep a height that it found between two changes.
        self.styles.height = len(self._lines(self.size.width or self.screen.size.width))

    def _lines(self, width: int) -> list[str]:
        room = width - cell_len(self._saved) - 4
        if room >= cell_len(self._about):
            left = self._left(room)
            return [f" {left}{' ' * (room - cell_len(left))}  {self._saved} "]
        return [f" {each}" for each in (self._left(width - 2), *wrapped(self._saved, width - 2))]

    def _left(self, room: int) -> str:
        """The longest form that fits; a word is never cut as long as the rest has room."""
        for title in shorter(self._title, self._short):
            left = f"{title} · {self._about}" if title else self._about
            if cell_len(left) <= room:
                return left
        return cut(self._about, room)

    def render(self) -> Content:
        return Content("\n".join(self._lines(self.size.width)))


class PromptLine(Static):
    """What the field is for: the step, and whose words. A click asks whose words they are."""

    class Clicked(Message):
        """The line was clicked."""

    def __init__(self) -> None:
        super().__init__("", markup=False, id="prompt")
        self._words = ""

    def tell(self, words: str) -> None:
        """Say this, on as many lines as it takes."""
        if words != self._words:
            self._words = words
            self._fit()

    def on_resize(self) -> None:
        self._fit()

    def _fit(self) -> None:
        width = self.size.width or self.screen.size.width - 2
        lines = wrapped(self._words, max(width, 8)) or [""]
        self.styles.height = len(lines)
        # Its height is said already, so that nothing has to be laid out for a key.
        self.update("\n".join(lines), layout=False)

    def on_click(self) -> None:
        self.post_message(self.Clicked())


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
