"""Help where one stands: what the screen is for, its keys, one example."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.widgets import Static

from convoguide.i18n import gettext as _
from convoguide.tui.bindings import HELP, HOME, Action, actions_of
from convoguide.tui.helps import HELPS, Help, help_of
from convoguide.tui.place import Commanding, keys_of
from convoguide.tui.screens.listing import Listing, gap, told
from convoguide.tui.widgets.action_line import ActionLine

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.screen import Screen

    from convoguide.tui.widgets.line_view import Row

_KEYS = 14
"""Cells of the column of keys; a longer name of a key takes what it needs."""


def _name_on(screen: Screen[object]) -> str:
    """What the screen calls itself at its top: a heading up to its first dot, or a title."""
    if isinstance(screen, Listing):
        return screen.heading().partition(" · ")[0]
    for title in screen.query(".title").results(Static):
        return str(title.content)
    return ""


def grouped(
    actions: Sequence[Action], groups: Sequence[tuple[str, tuple[str, ...]]]
) -> Iterator[tuple[str, list[Action]]]:
    """The actions under their groups' headings; those of none come first, without a heading."""
    held = {action_id for _name, ids in groups for action_id in ids}
    yield "", [each for each in actions if each.id not in held]
    for name, ids in groups:
        found = [each for each in actions if each.id in ids]
        if found:
            yield _(name), found


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
        named: str = "",
    ) -> None:
        """`typing`: letters are text there, and a command is Escape and its letter.

        `named`: what the screen is called.
        """
        super().__init__()
        self._named = named
        self._of, self._help, self._typing, self._without = place, help, typing, without

    @classmethod
    def about(cls, screen: Screen[object]) -> HelpScreen:
        """The help for this screen, as it is now."""
        typing = any(line.typing for line in screen.query(ActionLine))
        without = set()
        if isinstance(screen, Commanding) and not screen.available("palette"):
            without.add("palette")
        place = getattr(screen, "PLACE", HOME)
        found = help_of(screen)
        named = _(found.name) if found.name else _name_on(screen)
        return cls(place, found, typing=typing, without=frozenset(without), named=named)

    def heading(self) -> str:
        return " · ".join(filter(None, (_("Help"), self._named)))

    def rows(self, width: int) -> list[Row]:
        found = self._help
        rows = [*told(_(found.about), width), gap()]
        rows += [*told(_(found.example), width, style="quiet"), gap()]
        rows += told(_("Keys"), width, style="heading")
        named = [(_(key), _(words)) for key, words in found.keys]
        column = max([_KEYS, *(cell_len(key) + 2 for key, _words in named)])
        for key, words in named:
            rows += told(words, width, lead=key + " " * (column - cell_len(key)))
        for heading, actions in grouped(self._actions(), self._help.groups):
            if heading:
                rows += [gap(), *told(heading, width, style="heading")]
            for each in actions:
                words = f"{_(each.label)} – {_(each.help)}"
                rows += told(words, width, lead=f"{self._keys(each):<{column}}")
        return rows

    def _actions(self) -> list[Action]:
        return [each for each in actions_of(self._of) if each.id not in self._without]

    def _keys(self, each: Action) -> str:
        """The keys of an action. `?` helps too, where it is not what one types."""
        keys = [each.key.upper()] if each.key else []
        if each.letter:
            keys.append(f"Esc {each.letter}" if self._typing else each.letter)
        if each.id == "help" and not self._typing:
            keys.append("?")
        return ", ".join(keys)

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
