"""The store on the command line: where the passphrase comes from, and nothing asked in a pipe."""

import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from convoguide import config
from convoguide.errors import ConvoGuideError, InputError
from convoguide.i18n import gettext as _

if TYPE_CHECKING:
    from convoguide.services.keep_store import StoreKeeper


@contextmanager
def opened(*, unlock: bool = True, create: bool = False) -> Iterator["StoreKeeper"]:
    """The store of this home, unlocked unless told otherwise, closed at the end.

    `create` makes a store where there is none; otherwise that is an error.
    """
    from convoguide.services.keep_store import StoreKeeper

    home = config.home()
    keeper = StoreKeeper(home, config.read_settings(home))
    try:
        if unlock:
            _unlock(keeper, create=create)
        yield keeper
    finally:
        keeper.close()


def _unlock(keeper: "StoreKeeper", *, create: bool) -> None:
    if not keeper.exists and not create:
        begin = _("To begin: {command}").format(command="convoguide start svas-kronoberg")
        nothing = _("Nothing has been saved here yet: {path}").format(path=keeper.place)
        raise ConvoGuideError(f"{nothing} ({begin})")
    given = from_environment()
    if given is None:
        if keeper.unlock_from_keychain():
            return
        if not sys.stdin.isatty():
            raise InputError(no_passphrase())
        given = _asked(new=not keeper.exists)
    if keeper.exists:
        keeper.unlock(given)
    else:
        keeper.create(given)


def no_passphrase() -> str:
    """What to do where there is no one to ask."""
    return _(
        "No passphrase: set CONVOGUIDE_PASSPHRASE or CONVOGUIDE_PASSPHRASE_FILE, "
        "or keep nothing with --no-save."
    )


def from_environment() -> str | None:
    """The passphrase that the environment gives, or None."""
    given = os.environ.get("CONVOGUIDE_PASSPHRASE")
    if given:
        return given
    path = os.environ.get("CONVOGUIDE_PASSPHRASE_FILE")
    if not path:
        return None
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or _("this is not UTF-8")
        raise InputError(f"CONVOGUIDE_PASSPHRASE_FILE: {path}: {reason}") from None
    passphrase = text.rstrip("\r\n")
    if not passphrase:
        raise InputError(_("CONVOGUIDE_PASSPHRASE_FILE: {path}: is empty").format(path=path))
    return passphrase


def _asked(*, new: bool) -> str:
    if not new:
        return getpass.getpass(_("Passphrase: "))
    print(
        _("Choose a passphrase for your drafts. A forgotten one cannot be recovered."),
        file=sys.stderr,
    )
    return new_passphrase()


def new_passphrase() -> str:
    """A new passphrase, asked for twice at the terminal."""
    while True:
        first = getpass.getpass(_("New passphrase: "))
        if first and first == getpass.getpass(_("Once more: ")):
            return first
        print(_("The two were not the same, or empty. Try again."), file=sys.stderr)
