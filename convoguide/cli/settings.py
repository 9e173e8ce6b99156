"""`settings`: what can be chosen on the settings' screen, by lines."""

import argparse
import sys
from getpass import getpass
from typing import TYPE_CHECKING, Any

from convoguide import config
from convoguide.cli.output import print_json
from convoguide.cli.plain.words import match
from convoguide.cli.unlocking import new_passphrase, opened
from convoguide.errors import InputError
from convoguide.i18n import N_
from convoguide.i18n import gettext as _
from convoguide.services import settings

if TYPE_CHECKING:
    from convoguide.services.keep_store import StoreKeeper

PASSPHRASE = "passphrase"  # noqa: S105  # its name
"""In place of a setting: the passphrase of the store is changed."""
ANEW = "anew"
"""After it: the passphrase is forgotten, and a new store is begun."""
PACKS = "organisation_packs"
_DEFAULT = "-"
"""Typed as a value: as it was before anything was chosen."""
_LARGEST = 100_000
_SAYS = {True: N_("yes"), False: N_("no")}


def run(options: argparse.Namespace) -> int:
    """Say all settings or one, or change one."""
    if options.name is None:
        return _all(as_json=options.json)
    if options.name == PASSPHRASE:
        return _passphrase(options)
    name = _name(options.name)
    if options.value is None:
        return _one(name, as_json=options.json)
    home = config.home()
    value = _read(name, options.value)
    config.write_settings(home, config.changed(config.read_settings(home), **{name: value}))
    if options.json:
        print_json({name: value})
    else:
        print(
            _("{setting}: {value}. Saved.").format(setting=_label(name), value=_worded(name, value))
        )
    return 0


def _all(*, as_json: bool) -> int:
    now = _now()
    if as_json:
        print_json({"settings": now})
        return 0
    for name, value in now.items():
        print(f"{name}, {_label(name)}: {_worded(name, value)}")
    print(
        _("One is changed by its name and a value: {command}").format(
            command="convoguide settings theme light"
        ),
        file=sys.stderr,
    )
    return 0


def _one(name: str, *, as_json: bool) -> int:
    value = _now()[name]
    if as_json:
        print_json({"name": name, "value": value, "offered": list(_offered(name))})
        return 0
    print(f"{name}, {_label(name)}: {_worded(name, value)}")
    meaning = settings.SHOWN[name][1] if name in settings.SHOWN else ""
    if meaning:
        print(_(meaning))
    print(_allowed(name))
    return 0


def _now() -> dict[str, Any]:
    kept = config.read_settings(config.home())
    return {name: getattr(kept, name) for name in (*settings.SHOWN, PACKS)}


def _name(given: str) -> str:
    named = {name: label for name, (label, _meaning, _values) in settings.SHOWN.items()}
    found = match(given, named | {PACKS: _PACKS_LABEL})
    if found is None:
        names = ", ".join((*named, PACKS, PASSPHRASE))
        raise InputError(
            _("There is no setting of that name. Settings: {names}").format(names=names)
        )
    return found


_PACKS_LABEL = N_("Folder of the organisation's packs")


def _label(name: str) -> str:
    return _(settings.SHOWN[name][0] if name in settings.SHOWN else _PACKS_LABEL)


def _worded(name: str, value: Any) -> str:
    if name == PACKS:
        return value or _("none")
    return settings.worded(name, value)


# --- what may be chosen


def _offered(name: str) -> tuple[Any, ...]:
    if name == PACKS:
        return (None,)
    if name == "second_locale":
        return (None, *settings.second_languages())
    return settings.SHOWN[name][2]


def _is_number(name: str) -> bool:
    default = getattr(config.Settings(), name)
    return isinstance(default, int) and not isinstance(default, bool)


def _allowed(name: str) -> str:
    """What may be typed, in one sentence."""
    if name == PACKS:
        return _("Allowed: a folder, or - for none.")
    if _is_number(name):
        return _("Allowed: a whole number from 0 to {n}.").format(n=_LARGEST)
    told = [f"{typed} ({_worded(name, value)})" for typed, value in _typed_values(name).items()]
    return _("Allowed: {values}.").format(values=", ".join(told))


def _typed_values(name: str) -> dict[str, Any]:
    """What is typed for each value that is offered."""
    found = {}
    for value in _offered(name):
        if isinstance(value, bool):
            found["yes" if value else "no"] = value
        else:
            found[_DEFAULT if value is None else str(value)] = value
    return found


def _read(name: str, given: str) -> Any:
    if given == _DEFAULT:
        return getattr(config.Settings(), name)
    if name == PACKS:
        return given
    if _is_number(name):
        if given.isdecimal() and int(given[:7]) <= _LARGEST:
            return int(given)
        raise InputError(f"{name}: {_allowed(name)}")
    values = _typed_values(name)
    found = match(given, {typed: _worded(name, value) for typed, value in values.items()})
    if found is None:
        raise InputError(f"{name}: {_allowed(name)}")
    return values[found]


# --- the passphrase


def _passphrase(options: argparse.Namespace) -> int:
    """Change it, or begin a new store where it is forgotten; at a terminal alone."""
    if options.value not in (None, ANEW) or options.json:
        raise InputError(_("The passphrase is asked for, and never typed on the command line."))
    if not sys.stdin.isatty():
        raise InputError(_("The passphrase can be changed at a terminal alone."))
    with opened(unlock=False) as keeper:
        if not keeper.exists:
            raise InputError(_("Nothing has been saved here yet: {path}").format(path=keeper.place))
        if options.value == ANEW:
            return _begin_anew(keeper)
        old = getpass(_("passphrase until now") + ": ")
        keeper.change_passphrase(old, new_passphrase())
    print(_("The passphrase was changed."))
    return 0


def _begin_anew(keeper: "StoreKeeper") -> int:
    """A new store beside the old one, which stays as it is and can be opened by its passphrase."""
    print(_("Start a new store?"))
    print(
        _(
            "The drafts in the old one stay encrypted in a file of their own. Without "
            "the passphrase they can never be read."
        )
    )
    yes, no = _("yes"), _("no")
    answer = input(_("Type {yes} or {no}.").format(yes=yes, no=no) + " ")
    if answer.strip().casefold() != yes:
        print(_("Nothing was changed."))
        return 0
    print(_("The old store is kept, untouched: {path}").format(path=keeper.start_anew()))
    keeper.create(new_passphrase())
    print(_("The passphrase was changed."))
    return 0
