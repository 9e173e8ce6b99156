"""What works on this computer, and what to mind: the facts behind `convoguide doctor`."""

import locale
import os
import platform
import shutil
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Literal

from convoguide import __version__, config, i18n
from convoguide.errors import ConvoGuideError
from convoguide.i18n import gettext as _

Verdict = Literal["ok", "note", "problem"]


@dataclass(frozen=True)
class Fact:
    """One thing that was looked at: what, how it is, and what follows."""

    about: str
    verdict: Verdict
    text: str


def facts(environ: Mapping[str, str] = os.environ) -> Iterator[Fact]:
    """Look at one thing after the other."""
    python = f"Python {platform.python_version()}, {platform.system()} {platform.machine()}"
    yield Fact(_("Program"), "ok", f"ConvoGuide {__version__}, {python}")
    yield from _terminal(environ)
    yield from _language(environ)
    yield from _clipboard()
    yield from _store(environ)
    yield from _encryption()
    yield from _packs()


def _terminal(environ: Mapping[str, str]) -> Iterator[Fact]:
    about = _("Terminal")
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        yield Fact(about, "note", _("not a terminal here; plain mode works all the same"))
    else:
        columns, rows = shutil.get_terminal_size()
        size = _("{columns} columns, {rows} rows").format(columns=columns, rows=rows)
        if columns < 80 or rows < 24:
            hint = _("the screens want 80 by 24; make the window larger or use --plain")
            yield Fact(about, "problem", f"{size}: {hint}")
        else:
            yield Fact(about, "ok", f"{environ.get('TERM', '')}, {size}")
    if environ.get("TERM") == "dumb":
        yield Fact(about, "note", _("this terminal draws no screens; use --plain"))
    yield Fact(_("Colours"), "ok", _colours(environ))
    encoding = (sys.stdout.encoding or "").lower().replace("-", "")
    if encoding != "utf8":
        yield Fact(about, "problem", _("output is not UTF-8; å, ä, ö, æ and ø may be wrong"))


def _colours(environ: Mapping[str, str]) -> str:
    if environ.get("NO_COLOR"):
        return _("none, as NO_COLOR asks")
    if environ.get("COLORTERM") in ("truecolor", "24bit"):
        return _("all")
    return "256" if "256" in environ.get("TERM", "") else "16"


def _language(environ: Mapping[str, str]) -> Iterator[Fact]:
    tag = environ.get("LC_ALL") or environ.get("LC_MESSAGES") or environ.get("LANG") or ""
    told = locale.getlocale()[0] or tag or "C"
    missing = [
        each
        for each in i18n.LOCALES
        if not (i18n.locale_folder() / each / "LC_MESSAGES" / "convoguide.mo").exists()
    ]
    yield Fact(_("Language"), "ok", f"{i18n.current()} ({told})")
    if missing:
        text = _("catalogs are missing: {languages}").format(languages=", ".join(missing))
        yield Fact(_("Language"), "problem", text)


def _clipboard() -> Iterator[Fact]:
    from convoguide.adapters.clipboard import find_clipboard
    from convoguide.adapters.clipboard_history import SystemProbe, find_keepers

    about = _("Clipboard")
    name = find_clipboard().name
    if name:
        yield Fact(about, "ok", name)
    else:
        yield Fact(about, "note", _("none found; text is sent to the terminal (OSC 52) instead"))
    words = {
        "history": _("keeps a history of what is copied"),
        "cloud": _("sends what is copied to other devices"),
        "remote": _("passes what is copied on to another computer"),
    }
    for keeper in find_keepers(SystemProbe()):
        perhaps = "" if keeper.certain else " " + _("(if it is switched on)")
        yield Fact(about, "problem", f"{keeper.name}: {words[keeper.kind]}{perhaps}")


def _store(environ: Mapping[str, str]) -> Iterator[Fact]:
    from convoguide.services.conduct import local_now
    from convoguide.store.opening import open_store

    about = _("Store")
    home = config.home(environ)
    try:
        settings = config.read_settings(home)
        if settings.keep == "memory":
            yield Fact(about, "note", _("by your choice nothing is kept on disk"))
        with open_store(home.data, now=local_now) as store:
            if store.is_new:
                yield Fact(about, "ok", _("none yet; it will be {path}").format(path=store.path))
                return
            count = len(store.listing())
        text = i18n.ngettext("{n} conversation", "{n} conversations", count).format(n=count)
        yield Fact(about, "ok", f"{store.path}: {text}")
        exports = sum(1 for each in home.exports.rglob("*") if each.is_file())
        if exports:
            files = i18n.ngettext(
                "{n} clear-text file in {path}", "{n} clear-text files in {path}", exports
            )
            yield Fact(about, "note", files.format(n=exports, path=home.exports))
    except ConvoGuideError as error:
        yield Fact(about, "problem", str(error))


def _encryption() -> Iterator[Fact]:
    about = _("Encryption")
    try:
        from cryptography import __version__ as version
        from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
    except ImportError:
        yield Fact(about, "problem", _("cryptography is missing or too old; nothing can be kept"))
        return
    yield Fact(about, "ok", f"AES-256-GCM, {Argon2id.__name__} (cryptography {version})")
    if find_spec("keyring") is None:
        text = _("not installed; the passphrase is asked each time")
        yield Fact(_("Keychain"), "note", text)
        return
    from convoguide.adapters.keychain import SystemKeychain

    if SystemKeychain().available():
        yield Fact(_("Keychain"), "ok", _("available"))
    else:
        yield Fact(_("Keychain"), "note", _("none here; the passphrase is asked each time"))


def _packs() -> Iterator[Fact]:
    from convoguide.services.local import local

    about = _("Packs")
    try:
        found = local()
    except ConvoGuideError as error:
        yield Fact(about, "problem", str(error))
        return
    if found.installed:
        text = ", ".join(f"{each.pack.id} {each.pack.version}" for each in found.installed)
        yield Fact(about, "ok", text)
    for _layer, _path, faults in found.faults:
        yield Fact(about, "problem", str(faults[0]))
