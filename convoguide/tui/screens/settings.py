"""The settings, each with what it means; Enter changes the marked one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convoguide.i18n import gettext as _
from convoguide.services import settings
from convoguide.tui.bindings import SETTINGS
from convoguide.tui.dialogs.letters import Choice, LetterDialog
from convoguide.tui.place import keys_of
from convoguide.tui.screens.listing import Listing, gap, named, told

if TYPE_CHECKING:
    from collections.abc import Hashable

    from convoguide.tui.app import ConvoGuideApp
    from convoguide.tui.widgets.line_view import Row

SETTINGS_SHOWN = settings.SHOWN
_NAMES_WIDE, _ROOMY = 40, 90
"""Cells of the column of names, and from which width on there is room for what each means."""


class SettingsScreen(Listing[None]):
    """What the user chose, and what else there is."""

    PLACE = SETTINGS
    BINDINGS = keys_of(SETTINGS)

    app: ConvoGuideApp

    def heading(self) -> str:
        return _("Settings: press Enter to change one")

    def rows(self, width: int) -> list[Row]:
        rows: list[Row] = []
        for name, (label, meaning, _choices) in SETTINGS_SHOWN.items():
            value = settings.worded(name, getattr(self.app.settings, name))
            shown = f"{value} – {_(meaning)}" if width > _ROOMY else value
            rows += named(_(label), shown, width, _NAMES_WIDE, name)
        kept = _("Settings are kept in {path}").format(path=self.app.home.data)
        rows += [gap(), *told(kept, width, style="quiet")]
        return rows

    def choose(self, tag: Hashable) -> None:
        name = str(tag)
        label, meaning, values = SETTINGS_SHOWN[name]
        if name == "second_locale":
            values = (None, *settings.second_languages())
        letters = "abcdefghijklmnoprstuvwxyz"
        choices = [
            Choice(str(place), letters[place], settings.worded(name, value))
            for place, value in enumerate(values[: len(letters)])
        ]
        now = getattr(self.app.settings, name)

        def chosen(answer: str | None) -> None:
            if answer is not None:
                self.app.change_settings(**{name: values[int(answer)]})
                self.show_rows(name)

        dialog = LetterDialog(
            _(label),
            choices,
            now=str(values.index(now)) if now in values else None,
            said=_(meaning),
        )
        self.app.push_screen(dialog, chosen)

    def available(self, action_id: str) -> bool:
        return action_id != "passphrase" or not self.app.in_memory

    def action_passphrase(self) -> None:
        """Change the passphrase; no conversation is rewritten."""
        from convoguide.tui.dialogs.change_passphrase import change

        change(self.app, self.say)
