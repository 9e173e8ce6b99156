"""Settings and folders. Plain frozen dataclasses: this is read before the first frame."""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from convoguide.errors import ConvoGuideError, InputError
from convoguide.i18n import gettext as _

KEEP = ("passphrase", "keychain", "memory")
THEMES = ("dark", "light", "contrast")
WAYS = ("steps", "afterwards", "jot")


@dataclass(frozen=True)
class Settings:
    """What the user chose; a new home has these defaults and is asked for `locale` and `keep`."""

    locale: str | None = None
    """Language of the interface: sv, nb, nn or en; None follows the environment."""
    document_locale: str | None = None
    """Language of documents; None is the conversation's own."""
    second_locale: str | None = None
    """A second language for what is said aloud, one of a pack too; None: one language."""
    keep: str | None = None
    """How drafts are kept: under a passphrase, with the key in the system's keychain, or not at
    all (memory). None: not asked yet."""
    theme: str = "dark"
    way: str = "afterwards"
    """The way a conversation opens: step by step, afterwards, or jot."""
    offer_steps: bool = True
    """Whether a note is offered the step where it belongs by what it says."""
    large_text: bool = False
    ascii_symbols: bool = False
    """Only symbols that every terminal has; a terminal that has few gets them by itself."""
    clock: bool = False
    idle_minutes: int = 5
    """Minutes without a key until the cover, outside an open conversation."""
    idle_minutes_talk: int = 30
    """The same in an open conversation; 0 turns either cover off."""
    retention_days: int = 7
    """Days until a conversation marked as documented is deleted."""
    clear_clipboard_minutes: int = 10
    organisation_packs: str | None = None
    """A folder with the packs of the organisation; None: `packs` in the home."""


_ALLOWED: dict[str, tuple[str, ...]] = {
    "locale": ("sv", "nb", "nn", "en"),
    "document_locale": ("sv", "nb", "nn", "en"),
    "keep": KEEP,
    "theme": THEMES,
    "way": WAYS,
}


@dataclass(frozen=True)
class Home:
    """Where everything lies; nothing is made before it is needed."""

    settings_file: Path
    data: Path

    @property
    def exports(self) -> Path:
        """The one folder for clear-text files; a folder a conversation, deleted with it."""
        return self.data / "exports"

    @property
    def packs(self) -> Path:
        """The folder of local packs; the organisation's lie in it, one's own in `own`."""
        return self.data / "packs"


def home(environ: Mapping[str, str] = os.environ) -> Home:
    """The home that `CONVOGUIDE_HOME` names, else the platform's own user folders."""
    named = environ.get("CONVOGUIDE_HOME")
    if named:
        root = Path(named).expanduser()
        return Home(root / "settings.json", root)
    import platformdirs

    config = Path(platformdirs.user_config_dir("convoguide", appauthor=False))
    return Home(
        config / "settings.json", Path(platformdirs.user_data_dir("convoguide", appauthor=False))
    )


def read_settings(place: Home) -> Settings:
    """The saved settings, the defaults where there are none; `InputError` names a wrong key."""
    try:
        text = place.settings_file.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or _("this is not UTF-8")
        raise InputError(f"{place.settings_file}: {reason}") from None
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        raise _wrong(place, "", _("this is not valid JSON")) from None
    if not isinstance(data, dict):
        raise _wrong(place, "", _("must be an object in braces"))
    known = {field.name: field for field in fields(Settings)}
    for key, value in data.items():
        if key not in known:
            raise _wrong(place, key, _("this key is not known here"))
        _check(place, key, value)
    return Settings(**data)


def write_settings(place: Home, settings: Settings) -> None:
    """Save the settings, 0600 in a folder of the user's own; atomic."""
    try:
        place.settings_file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        scratch = place.settings_file.with_suffix(".new")
        descriptor = os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(asdict(settings), file, indent=2)
            file.write("\n")
            file.flush()
            os.fsync(file.fileno())
        scratch.replace(place.settings_file)
    except OSError as error:
        raise ConvoGuideError(f"{place.settings_file}: {error.strerror}") from None


def changed(settings: Settings, **changes: Any) -> Settings:
    """The settings with these changes."""
    return replace(settings, **changes)


def _check(place: Home, key: str, value: Any) -> None:
    default = getattr(Settings(), key)
    if key in _ALLOWED:
        allowed = _ALLOWED[key]
        if value is None and default is None:
            return
        if value not in allowed:
            message = _("must be one of: {allowed}").format(allowed=", ".join(allowed))
            raise _wrong(place, key, message)
    elif default is None:
        if value is not None and not isinstance(value, str):
            raise _wrong(place, key, _("must be a text in quotation marks"))
    elif isinstance(default, bool):
        if not isinstance(value, bool):
            raise _wrong(place, key, _("must be true or false, without quotation marks"))
    elif isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= 100_000:
        raise _wrong(place, key, _("must be a whole number"))


def _wrong(place: Home, key: str, message: str) -> InputError:
    where = f"{place.settings_file}: {key}" if key else str(place.settings_file)
    return InputError(f"{where}: {message}")
