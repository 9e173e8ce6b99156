"""Choosing one of a few things, each by a letter."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from convoguide import i18n
from convoguide.tui.bindings import DIALOG
from convoguide.tui.dialogs.pointed import PointedDialog
from convoguide.tui.widgets.action_line import ActionLine
from convoguide.tui.widgets.line_view import LineView, Row
from convoguide.tui.wrapping import wrapped

STYLES: list[Path] = [Path(__file__).parent / name for name in ("dialog.tcss", "talk.tcss")]


_YES = "y"


def in_language(choices: Sequence["Choice"]) -> tuple["Choice", ...]:
    """The choices, yes with the letter it begins with in the interface's language: «ja».

    Who has the `y` in the fingers may go on to press it.
    """
    letters = {each.letter for each in choices}
    if i18n.current() == "en" or "j" in letters:
        return tuple(choices)
    return tuple(replace(each, letter="j") if each.letter == _YES else each for each in choices)


@dataclass(frozen=True)
class Choice:
    """One thing to choose: what it gives, its letter, what it is called."""

    value: str
    letter: str
    label: str


class LetterDialog(PointedDialog[str]):
    """A title and a few lines; a letter chooses at once, Enter the marked one."""

    VIEW = "#choices"
    CSS_PATH: ClassVar[list[Path]] = STYLES  # type: ignore[assignment]

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice],
        *,
        now: str | None = None,
        said: str = "",
        help_id: str = "",
    ) -> None:
        """`now` is marked first; `help_id` names an entry of help for this very question."""
        super().__init__()
        self.help_id = help_id
        self._title, self._choices, self._said = title, in_language(choices), said
        values = [each.value for each in choices]
        self.place = values.index(now) if now in values else 0

    def compose(self) -> ComposeResult:
        with Vertical(classes="box"):
            yield Static(self._title, markup=False, classes="title")
            if self._said:
                yield Static(self._said, markup=False, classes="said")
            yield LineView(pointed=True, id="choices")
            yield from self.more()
        yield ActionLine(DIALOG)

    def more(self) -> ComposeResult:
        """What stands below the choices."""
        yield from ()

    def on_mount(self) -> None:
        self.view.show(self._rows)
        self.mark(self.place)

    def _rows(self, width: int) -> list[Row]:
        rows = []
        for each in self._choices:
            for number, line in enumerate(wrapped(each.label, width - 4)):
                lead = f"{each.letter}   " if number == 0 else "    "
                rows.append(Row(((lead, "voice"), (line, "plain")), each.value))
        return rows

    def _lettered(self, letter: str) -> Choice | None:
        return next((each for each in self._choices if each.letter == letter), None)

    def tags(self) -> Sequence[str]:
        return [each.value for each in self._choices]

    def take(self, tag: Hashable) -> None:
        self.choose(str(tag))

    def own_key(self, event: events.Key) -> bool:
        letter = (event.character or "").lower()
        found = self._lettered(letter) or (self._lettered("j") if letter == _YES else None)
        if found is not None:
            self.choose(found.value)
        return found is not None

    def choose(self, value: str) -> None:
        """What choosing does: close with it."""
        self.dismiss(value)
