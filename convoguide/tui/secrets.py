"""Unlocking: asking for the passphrase, deriving its key while one types, the session's PIN."""

from __future__ import annotations

import hashlib
import hmac
import os
from typing import TYPE_CHECKING, Any

from textual import work

from convoguide.errors import ConvoGuideError
from convoguide.i18n import gettext as _
from convoguide.tui.base import AppBase

if TYPE_CHECKING:
    from collections.abc import Callable

    from convoguide.tui.dialogs.passphrase import Secret


class Secrets(AppBase):
    """What the app knows of the passphrase: nothing but whether the keeper is locked."""

    _pin: bytes | None = None
    _salt = b""
    deriving = False
    """Whether a key is being derived just now."""

    @property
    def pin(self) -> bytes | None:
        """Whether there is a PIN in this session: only its salted hash is kept."""
        return self._pin

    def pin_fits(self, given: str) -> bool:
        """Whether this is the session's PIN."""
        return self._pin is not None and hmac.compare_digest(self._pin, self._hash(given))

    def _keep_pin(self, given: str) -> None:
        if given:
            self._salt = os.urandom(16)
            self._pin = self._hash(given)

    def _hash(self, given: str) -> bytes:
        return hashlib.scrypt(given.encode(), salt=self._salt, n=2**12, r=8, p=1)

    # --- asking ----------------------------------------------------------------------------------

    def unlocked(
        self, then: Callable[[], None], *, put_off: Callable[[], None] | None = None
    ) -> None:
        """Do `then` as soon as the keeper is open; `put_off` where the person would rather not now.

        For a new conversation both are the same: one types while the key is derived. Neither is
        done where the person cancels.
        """
        if not self.keeper.locked:
            then()
            return
        if self._from_keychain():
            then()
            return
        self._ask(then, put_off)

    def _from_keychain(self) -> bool:
        from_keychain = getattr(self.keeper, "unlock_from_keychain", None)
        return bool(from_keychain and from_keychain())

    def _ask(
        self,
        then: Callable[[], None],
        put_off: Callable[[], None] | None,
        said: str = "",
    ) -> None:
        from convoguide.tui.dialogs.passphrase import PassphraseDialog

        exists = self.keeper.exists

        def given(secret: Secret | None) -> None:
            if secret is None:
                return
            if secret.later:
                if put_off is not None:
                    put_off()
            elif secret.anew:
                self._start_anew(then, put_off)
            else:
                self.deriving = True
                if put_off is not None:
                    put_off()  # one types already while the key is derived
                self._derive(secret, then if put_off is None else _nothing, then, put_off)

        dialog = PassphraseDialog(
            new=not exists, said=said, may_start_anew=exists, may_wait=put_off is not None
        )
        self.push_screen(dialog, given)

    def ask_again(self) -> None:
        """The passphrase for what waits unsaved."""
        if self.keeper.locked:
            self._ask(_nothing, _nothing)

    @work(thread=True, group="unlock", exit_on_error=False)
    def _derive(
        self,
        secret: Secret,
        done: Callable[[], None],
        then: Callable[[], None],
        put_off: Callable[[], None] | None,
    ) -> None:
        try:
            if self.keeper.exists:
                self.keeper.unlock(secret.passphrase)
            else:
                self.keeper.create(secret.passphrase)
        except ConvoGuideError as error:
            refusal = error
            self.deriving = False
            self.call_from_thread(
                self.when_uncovered, lambda: self._refused(refusal, then, put_off)
            )
            return
        self.deriving = False
        self._keep_pin(secret.pin)
        self.call_from_thread(self.when_uncovered, done)
        self.list_drafts()

    def _refused(
        self,
        error: ConvoGuideError,
        then: Callable[[], None],
        put_off: Callable[[], None] | None,
    ) -> None:
        from convoguide.services.keep import is_wrong_passphrase

        # The conversation is open by now where one could be begun without the key.
        after = then if put_off is None else _nothing
        if is_wrong_passphrase(error):
            self._ask(after, None if put_off is None else _nothing, str(error))
        else:
            self._store_trouble(error, after)

    def _start_anew(self, then: Callable[[], None], put_off: Callable[[], None] | None) -> None:
        from convoguide.tui.dialogs.letters import Choice, LetterDialog

        def answered(answer: str | None) -> None:
            if answer != "yes":
                self._ask(then, put_off)
                return
            keeper: Any = self.keeper
            try:
                where = keeper.start_anew()
            except ConvoGuideError as error:
                self._ask(then, put_off, str(error))
                return
            said = _("The old store is kept, untouched: {path}").format(path=where)
            self._ask(then, put_off, said)

        self.push_screen(
            LetterDialog(
                _("Start a new store?"),
                [
                    Choice("no", "n", _("No, try the passphrase again")),
                    Choice("yes", "y", _("Yes")),
                ],
                said=_(
                    "The drafts in the old one stay encrypted in a file of their own. Without "
                    "the passphrase they can never be read."
                ),
            ),
            answered,
        )

    @work(thread=True, group="unlock", exit_on_error=False)
    def check_passphrase(self, given: str, told: Callable[[bool], None]) -> None:
        """Whether this is the passphrase, for the curtain; changes nothing either way."""
        try:
            self.keeper.unlock(given)
        except ConvoGuideError:
            self.call_from_thread(told, False)
        else:
            self.call_from_thread(told, True)


def _nothing() -> None:
    """Nothing is left to do."""
