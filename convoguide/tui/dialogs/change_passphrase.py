"""Changing the passphrase: the old one, the new one twice, and the key rewrapped in a thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.widgets import Input, Static

from convoguide.errors import ConvoGuideError
from convoguide.i18n import gettext as _
from convoguide.tui.bindings import DIALOG
from convoguide.tui.dialogs.fields import NamedInput, Wrong
from convoguide.tui.place import Dialog
from convoguide.tui.widgets.action_line import ActionLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from convoguide.tui.app import ConvoGuideApp

_FIELDS = ("old", "new", "again")


class ChangeDialog(Dialog[tuple[str, str]]):
    """Gives the old and the new passphrase, or None."""

    AUTO_FOCUS = "#old"

    def compose(self) -> ComposeResult:
        words = (_("passphrase until now"), _("new passphrase"), _("new one once more"))
        with Vertical(classes="box"):
            yield Static(_("Change the passphrase"), markup=False, classes="title")
            for name, words_for_it in zip(_FIELDS, words, strict=True):
                yield NamedInput(words_for_it, name, secret=True)
            yield Static(_("Enter goes on to the next line."), markup=False)
            yield Wrong()
        yield ActionLine(DIALOG, typing=True)

    @on(Input.Submitted)
    def _given(self) -> None:
        old, new, again = (self.query_one(f"#{name}", Input).value for name in _FIELDS)
        empty = next(
            (name for name in _FIELDS if not self.query_one(f"#{name}", Input).value), None
        )
        if empty is not None:
            self.query_one(f"#{empty}", Input).focus()
        elif new != again:
            for name in ("again", "new"):
                self.query_one(f"#{name}", Input).value = ""
            self.query_one(Wrong).tell(_("The two are not the same. Type both again."))
            self.query_one("#new", Input).focus()
        else:
            self.dismiss((old, new))


def change(app: ConvoGuideApp, say: Callable[[str], None]) -> None:
    """Ask, and change it; `say` tells how it went."""

    def given(pair: tuple[str, str] | None) -> None:
        if pair is not None:
            say(_("one moment …"))
            app.run_worker(lambda: _do(app, pair, say), thread=True, exit_on_error=False)

    app.push_screen(ChangeDialog(), given)


def _do(app: ConvoGuideApp, pair: tuple[str, str], say: Callable[[str], None]) -> None:
    try:
        getattr(app.keeper, "change_passphrase")(*pair)  # noqa: B009  # the store's keeper has it
    except ConvoGuideError as error:
        app.call_from_thread(say, str(error))
    else:
        app.call_from_thread(say, _("The passphrase was changed."))
