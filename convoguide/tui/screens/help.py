"""Help where one stands: what the screen is for, its keys, one example."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from convoguide.i18n import gettext as _
from convoguide.tui.bindings import HELP, HOME, actions_of
from convoguide.tui.helps import HELPS, Help, help_of
from convoguide.tui.place import Commanding, keys_of
from convoguide.tui.screens.listing import Listing, gap, told
from convoguide.tui.widgets.action_line import ActionLine

if TYPE_CHECKING:
    from textual.screen import Screen

    from convoguide.tui.widgets.line_view import Row

_KEYS = 14
"""Cells of the column of keys; a longer name of a key takes what it needs."""


class HelpScreen(Listing[None]):
    """Help for the screen it was called from."""

    PLACE = HELP
    BINDINGS = keys_of(HELP)

    def __init__(
        self,
        place: str = HOME,
        help: Help = HELPS["HomeScreen"],  # noqa: A002  # what it is
        *,
        typing: bool = False,
        without: frozenset[str] = frozenset(),
    ) -> None:
        """`typing`: letters are text there, and a command is Escape and its letter."""
        super().__init__()
        self._of, self._help, self._typing, self._without = place, help, typing, without

    @classmethod
    def about(cls, screen: Screen[object]) -> HelpScreen:
        """The help for this screen, as it is now."""
        typing = any(line.typing for line in screen.query(ActionLine))
        without = set()
        if isinstance(screen, Commanding) and not screen.available("palette"):
            without.add("palette")
        place = getattr(screen, "PLACE", HOME)
        return cls(place, help_of(screen), typing=typing, without=frozenset(without))

    def heading(self) -> str:
        return _("Help")

    def rows(self, width: int) -> list[Row]:
        found = self._help
        rows = [*told(_(found.about), width), gap()]
        rows += [*told(_(found.example), width, style="quiet"), gap()]
        rows += told(_("Keys"), width, style="heading")
        named = [(_(key), _(words)) for key, words in found.keys]
        column = max([_KEYS, *(cell_len(key) + 2 for key, _words in named)])
        for key, words in (*named, *self._actions()):
            rows += told(words, width, lead=key + " " * (column - cell_len(key)))
        return rows

    def _actions(self) -> list[tuple[str, str]]:
        """The keys of the table, each with what it does."""
        found = []
        for each in actions_of(self._of):
            if each.id in self._without:
                continue
            keys = [each.key.upper()] if each.key else []
            if each.letter:
                keys.append(f"Esc {each.letter}" if self._typing else each.letter)
            if each.id == "help":
                keys.append("?")
            found.append((", ".join(keys), f"{_(each.label)} – {_(each.help)}"))
        return found

    def available(self, action_id: str) -> bool:
        """In the tour there is no other one."""
        if action_id == "tour":
            names = [type(screen).__name__ for screen in self.app.screen_stack]
            return not any(name.startswith("Tour") for name in names)
        return super().available(action_id)

    def action_home(self) -> None:
        """Back to where help was called from."""
        self.dismiss(None)

    def action_help(self) -> None:
        """F1 once more: back."""
        self.dismiss(None)
