"""Asking for the passphrase, or choosing one for a new store; a PIN for the cover if wanted."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.widgets import Input, Static

from convoguide.i18n import gettext as _
from convoguide.tui.bindings import DIALOG
from convoguide.tui.dialogs.fields import NamedInput, Wrong
from convoguide.tui.place import Dialog
from convoguide.tui.widgets.action_line import ActionLine

if TYPE_CHECKING:
    from textual.app import ComposeResult


@dataclass(frozen=True)
class Secret:
    """What was given. `anew`: set the store aside and begin a new one with this passphrase.

    `later`: nothing was; go on without it for now, unsaved.
    """

    passphrase: str = field(repr=False)
    pin: str = field(default="", repr=False)
    anew: bool = False
    later: bool = False


class PassphraseDialog(Dialog[Secret]):
    """Gives a `Secret`, or None where it was cancelled: nothing is begun or opened then."""

    AUTO_FOCUS = "#passphrase"

    def __init__(
        self, *, new: bool, said: str = "", may_start_anew: bool = False, may_wait: bool = False
    ) -> None:
        """`may_wait`: what is to be opened can be begun without the passphrase."""
        super().__init__()
        self._new, self._said, self._may_start_anew = new, said, may_start_anew
        self._may_wait = may_wait

    def compose(self) -> ComposeResult:
        with Vertical(classes="box"):
            title = _("Choose a passphrase") if self._new else _("Passphrase")
            yield Static(title, markup=False, classes="title")
            yield Static(self._words(), markup=False, classes="said")
            yield NamedInput(_("passphrase"), "passphrase", secret=True)
            if self._new:
                yield NamedInput(_("repeat it"), "again", secret=True)
            yield NamedInput(_("PIN for the curtain, if you want one"), "pin", secret=True)
            if self._new:
                said = _("Enter goes on to the next line. Esc twice goes back.")
                yield Static(said, markup=False)
            yield Wrong()
        yield ActionLine(DIALOG, typing=True)

    def _words(self) -> str:
        if self._said:
            return self._said
        if self._new:
            return _(
                "It opens your drafts. A forgotten passphrase cannot be recovered: what "
                "is kept can then never be read again."
            )
        words = _("Enter opens. Esc twice goes back.")
        if self._may_wait:
            words = _("Enter opens. Esc twice goes on without saving for now.")
        if self._may_start_anew:
            words += " " + _("Forgotten? Leave it empty to start a new store beside the old one.")
        return words

    @on(Input.Submitted)
    def _given(self, message: Input.Submitted) -> None:
        passphrase = self.query_one("#passphrase", Input).value
        pin = self.query_one("#pin", Input).value
        if self._new:
            again = self.query_one("#again", Input).value
            if not passphrase or not again:
                self._next_empty(message.input.id or "")
                return
            if passphrase != again:
                self._once_more()
                return
            if message.input.id != "pin" and not pin:
                self._wrong("")
                self.query_one("#pin", Input).focus()
                return
        elif not passphrase:
            if self._may_start_anew:
                self.dismiss(Secret("", anew=True))
            else:
                self._wrong(_("Type a passphrase first."))
            return
        self.dismiss(Secret(passphrase, pin))

    def _next_empty(self, left: str) -> None:
        """To the first field that has nothing; says what it needs if Enter was pressed in it."""
        empty = next(
            name for name in ("passphrase", "again") if not self.query_one(f"#{name}", Input).value
        )
        needed = {
            "passphrase": _("Type a passphrase first."),
            "again": _("Type the same passphrase once more."),
        }
        # Arriving at the second line says nothing: that it is empty is no fault yet.
        arrived = empty == "again" and left == "passphrase"
        self._wrong("" if arrived else needed[empty])
        self.query_one(f"#{empty}", Input).focus()

    def _once_more(self) -> None:
        """Begin anew: which of two hidden texts was mistyped cannot be seen."""
        for name in ("again", "passphrase"):
            self.query_one(f"#{name}", Input).value = ""
        self._wrong(_("The two are not the same. Type both again."))
        self.query_one("#passphrase", Input).focus()

    def escaped_twice(self) -> None:
        if self._may_wait and not self._new:
            self.dismiss(Secret("", later=True))
        else:
            super().escaped_twice()

    def _wrong(self, words: str) -> None:
        self.query_one(Wrong).tell(words)
