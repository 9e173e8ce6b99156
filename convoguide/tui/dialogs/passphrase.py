"""Asking for the passphrase, or choosing one for a new store; a PIN for the cover if wanted."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.widgets import Input, Static

from convoguide.i18n import gettext as _
from convoguide.tui.bindings import DIALOG
from convoguide.tui.place import Dialog
from convoguide.tui.widgets.action_line import ActionLine

if TYPE_CHECKING:
    from textual.app import ComposeResult


@dataclass(frozen=True)
class Secret:
    """What was given. `anew`: set the store aside and begin a new one with this passphrase."""

    passphrase: str = field(repr=False)
    pin: str = field(default="", repr=False)
    anew: bool = False


class PassphraseDialog(Dialog[Secret]):
    """Gives a `Secret`, or None where it was put off."""

    AUTO_FOCUS = "#passphrase"

    def __init__(self, *, new: bool, said: str = "", may_start_anew: bool = False) -> None:
        super().__init__()
        self._new, self._said, self._may_start_anew = new, said, may_start_anew

    def compose(self) -> ComposeResult:
        with Vertical(classes="box"):
            title = _("Choose a passphrase") if self._new else _("Passphrase")
            yield Static(title, markup=False, classes="title")
            yield Static(self._words(), markup=False, classes="said")
            yield Input(password=True, id="passphrase", placeholder=_("passphrase"))
            if self._new:
                yield Input(password=True, id="again", placeholder=_("once more"))
            yield Input(password=True, id="pin", placeholder=_("PIN for the cover, if you want"))
            yield Static("", markup=False, classes="wrong")
        yield ActionLine(DIALOG, typing=True)

    def _words(self) -> str:
        if self._said:
            return self._said
        if self._new:
            return _(
                "It opens your drafts. A forgotten passphrase cannot be helped: "
                "what is kept can then never be read again."
            )
        words = _("Enter opens. Escape twice goes on without saving for now.")
        if self._may_start_anew:
            words += " " + _("Forgotten? Leave it empty to start a new store beside the old one.")
        return words

    @on(Input.Submitted)
    def _given(self) -> None:
        passphrase = self.query_one("#passphrase", Input).value
        pin = self.query_one("#pin", Input).value
        if self._new:
            again = self.query_one("#again", Input).value
            if not passphrase or not again:
                self._next_empty()
                return
            if passphrase != again:
                self._wrong(_("The two are not the same."))
                return
        elif not passphrase:
            if self._may_start_anew:
                self.dismiss(Secret("", anew=True))
            return
        self.dismiss(Secret(passphrase, pin))

    def _next_empty(self) -> None:
        for name in ("#passphrase", "#again"):
            if not self.query_one(name, Input).value:
                self.query_one(name, Input).focus()
                return

    def _wrong(self, words: str) -> None:
        self.query_one(".wrong", Static).update(words)
