"""The first start asks for the language and how to keep drafts, and nothing else."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from convoguide import i18n
from convoguide.config import changed
from convoguide.i18n import gettext as _
from convoguide.tui.dialogs.letters import Choice, LetterDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from convoguide.tui.app import ConvoGuideApp

# Each in its own language: who looks for theirs cannot read the others.
LANGUAGES = (
    Choice("sv", "s", "Svenska"),
    Choice("nb", "b", "Norsk bokmål"),
    Choice("nn", "n", "Norsk nynorsk"),
    Choice("en", "e", "English"),
)


def ask(app: ConvoGuideApp, then: Callable[[], None]) -> None:
    """Ask both, one after the other, and save the answers; put off, they are asked next time."""

    def language_chosen(locale: str | None) -> None:
        if locale is not None:
            app.settings = changed(app.settings, locale=locale)
            i18n.use(locale)
        app.push_screen(_keeping(), keeping_chosen)

    def keeping_chosen(keep: str | None) -> None:
        if keep is None:
            app.no_save = True  # nothing was chosen: nothing is kept
        else:
            app.change_settings(keep=keep, locale=app.settings.locale)
        from convoguide.tui.screens.home import HomeScreen

        for screen in app.screen_stack:
            if isinstance(screen, HomeScreen):
                screen.show_rows()
        then()

    dialog = LetterDialog("Språk · Language", LANGUAGES, now=i18n.current())
    app.push_screen(dialog, language_chosen)


def _keeping() -> LetterDialog:
    choices = [
        Choice("passphrase", "p", _("Encrypted on this computer, opened by a passphrase")),
        Choice("memory", "m", _("Nothing on disk: gone when the program is closed")),
    ]
    if find_spec("keyring") is not None:
        keychain = Choice("keychain", "k", _("Encrypted, and this computer's keychain opens it"))
        choices.insert(1, keychain)
    return LetterDialog(
        _("How should drafts be kept?"),
        choices,
        said=_(
            "Conversations are among the most sensitive texts there are. A forgotten "
            "passphrase cannot be recovered. This can be changed in the settings."
        ),
        help_id="keeping",
    )
