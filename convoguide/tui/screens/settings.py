"""The settings, each with what it means; Enter changes the marked one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from convoguide.i18n import N_
from convoguide.i18n import gettext as _
from convoguide.tui.bindings import SETTINGS
from convoguide.tui.dialogs.first_start import LANGUAGES
from convoguide.tui.dialogs.letters import Choice, LetterDialog
from convoguide.tui.place import keys_of
from convoguide.tui.screens.listing import Listing, gap, named, told

if TYPE_CHECKING:
    from collections.abc import Hashable

    from convoguide.tui.app import ConvoGuideApp
    from convoguide.tui.widgets.line_view import Row

_NAMES = {each.value: each.label for each in LANGUAGES}
_NAMES_WIDE, _ROOMY = 40, 90
"""Cells of the column of names, and from which width on there is room for what each means."""
_YES_NO = {True: N_("yes"), False: N_("no")}
_OFF = {0: N_("never")}
# name → label, what it means, what can be chosen (None: as the environment or conversation says)
SETTINGS_SHOWN: dict[str, tuple[str, str, tuple[Any, ...]]] = {
    "locale": (
        N_("Language of the program"),
        N_("Documents have a language of their own."),
        (None, *_NAMES),
    ),
    "document_locale": (
        N_("Language of documents"),
        N_("Without a choice it is the conversation's own."),
        (None, *_NAMES),
    ),
    "keep": (
        N_("How drafts are kept"),
        N_("Takes effect at the next start; what is kept already stays."),
        ("passphrase", "keychain", "memory"),
    ),
    "theme": (
        N_("Colours"),
        N_("All have a contrast of 7:1 or more."),
        ("dark", "light", "contrast"),
    ),
    "way": (
        N_("A conversation opens"),
        N_("Any way can be changed to any other."),
        ("afterwards", "steps", "jot"),
    ),
    "offer_steps": (
        N_("Offer the step a note belongs to"),
        N_("In Swedish and Norwegian; in English nothing is offered. Moved only by a key."),
        (True, False),
    ),
    "large_text": (N_("Large phrase"), N_("For reading it at arm's length."), (False, True)),
    "ascii_symbols": (
        N_("Plain symbols"),
        N_("For terminals with few glyphs; the Linux console has them by itself."),
        (False, True),
    ),
    "second_locale": (
        N_("Second language, said aloud"),
        N_("For a talk through an interpreter: both, one under the other."),
        (None,),
    ),
    "clock": (
        N_("Clock in the conversation"),
        N_("Off by default: it is seen by the person too."),
        (False, True),
    ),
    "idle_minutes": (
        N_("Minutes until the cover"),
        N_("Outside a conversation."),
        (1, 2, 5, 10, 0),
    ),
    "idle_minutes_talk": (
        N_("Minutes until the cover, in a conversation"),
        N_("Longer: one listens without a key being touched."),
        (10, 20, 30, 60, 0),
    ),
    "retention_days": (
        N_("Days until a documented conversation is deleted"),
        N_("One that is not in the journal is never deleted by itself."),
        (0, 1, 3, 7, 14, 30),
    ),
    "clear_clipboard_minutes": (
        N_("Minutes until the clipboard is cleared"),
        N_("Only if it still holds our text."),
        (1, 5, 10, 30, 0),
    ),
}
_WORDS = {
    "passphrase": N_("encrypted, opened by a passphrase"),
    "keychain": N_("encrypted, opened by this computer's keychain"),
    "memory": N_("not at all"),
    "dark": N_("dark"),
    "light": N_("light"),
    "contrast": N_("high contrast"),
    "afterwards": N_("afterwards"),
    "steps": N_("step by step"),
    "jot": N_("jot"),
}


class SettingsScreen(Listing[None]):
    """What the user chose, and what else there is."""

    PLACE = SETTINGS
    BINDINGS = keys_of(SETTINGS)

    app: ConvoGuideApp

    def heading(self) -> str:
        return _("Settings: Enter changes")

    def rows(self, width: int) -> list[Row]:
        rows: list[Row] = []
        for name, (label, meaning, _choices) in SETTINGS_SHOWN.items():
            value = _worded(name, getattr(self.app.settings, name))
            shown = f"{value} – {_(meaning)}" if width > _ROOMY else value
            rows += named(_(label), shown, width, _NAMES_WIDE, name)
        kept = _("Kept in {path}").format(path=self.app.home.data)
        rows += [gap(), *told(kept, width, style="quiet")]
        return rows

    def choose(self, tag: Hashable) -> None:
        name = str(tag)
        label, meaning, values = SETTINGS_SHOWN[name]
        if name == "second_locale":
            values = (None, *_second_languages())
        letters = "abcdefghijklmnoprstuvwxyz"
        choices = [
            Choice(str(place), letters[place], _worded(name, value))
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


def _second_languages() -> dict[str, str]:
    from convoguide.services.two_languages import names

    return names()


def _worded(name: str, value: Any) -> str:
    if name == "second_locale":
        return _second_languages().get(value, value) if value else _("none")
    if value is None:
        return _("as the computer says") if name == "locale" else _("as the conversation")
    if isinstance(value, bool):
        return _(_YES_NO[value])
    if value in _OFF and name != "retention_days" and isinstance(value, int):
        return _(_OFF[value])
    if value in _NAMES:
        return _NAMES[value]
    return _(_WORDS[value]) if value in _WORDS else str(value)
