"""The curtain: hides everything at once and loses nothing. It says nothing of any patient."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from convoguide.i18n import gettext as _
from convoguide.tui.widgets.clean_input import StillInput

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from convoguide.tui.app import ConvoGuideApp

TRIES = 5


class CurtainScreen(ModalScreen[None]):
    """Opened by the session's PIN where there is one, by the passphrase after five wrong tries,
    by any key where nothing is kept."""

    CSS = """
    CurtainScreen { background: $background 100%; align: center middle; }
    CurtainScreen Vertical { width: 60; max-width: 100%; height: auto; }
    CurtainScreen Static { height: auto; text-align: center; }
    CurtainScreen Input { margin-top: 1; background: $panel; }
    """

    app: ConvoGuideApp

    def __init__(self) -> None:
        super().__init__()
        self.add_class("-curtain")
        self._wrong = 0
        self._checking = False
        self._locked = False

    def compose(self) -> ComposeResult:
        # Told once: a key that is ready only now must not lock out who covered without one.
        self._locked = self.app.curtain_is_locked
        with Vertical():
            yield Static(self._words(), markup=False, id="words")
            if self._locked:
                yield StillInput(password=True, compact=True, id="secret")

    @property
    def _by_pin(self) -> bool:
        return self.app.pin is not None and self._wrong < TRIES

    def _words(self) -> str:
        if not self._locked:
            return _("Press any key to go on.")
        return _("PIN:") if self._by_pin else _("Passphrase:")

    def on_key(self, event: events.Key) -> None:
        if not self._locked:
            event.stop()
            event.prevent_default()
            self.any_key()

    def on_click(self) -> None:
        self.any_key()

    def any_key(self) -> None:
        """Draw it back, where no secret is needed."""
        if not self._locked and self.is_current:
            self.dismiss(None)

    @on(Input.Submitted)
    def _given(self, message: Input.Submitted) -> None:
        given, field = message.value, message.input
        field.value = ""
        if self._checking or not given:
            return
        if self._by_pin:
            if self.app.pin_fits(given):
                self.dismiss(None)
                return
            self._wrong += 1
            left = TRIES - self._wrong
            self._say(_("Wrong PIN.") + " " + self._words() if left else self._words())
            return
        self._checking = True
        self._say(_("one moment …"))
        self.app.check_passphrase(given, self._checked)

    def _checked(self, fits: bool) -> None:
        self._checking = False
        if fits:
            self._wrong = 0
            self.dismiss(None)
        else:
            self._say(_("That is not the passphrase. Try again."))

    def _say(self, words: str) -> None:
        self.query_one("#words", Static).update(words)
