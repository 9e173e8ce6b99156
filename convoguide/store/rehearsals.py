"""Rehearsals on disk, apart from all drafts: a file each in a folder of their own.

They hold made-up persons and the trainee's own words, no patient, so they are not encrypted;
still they are for their owner alone (folder 0700, files 0600). A file appears whole or not at
all. What a rehearsal is made of is not known here: `payload` is plain data.
"""

import json
import os
import re
import secrets
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from convoguide.errors import ConvoGuideError, InputError
from convoguide.i18n import gettext as _
from convoguide.store.errors import worded

FORMAT = "convoguide/rehearsal@1"
_SERIES = "convoguide/rehearsal@"
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,63}")


class RehearsalFolder:
    """The rehearsals of one home. Nothing is made before the first is saved."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def save(self, rehearsal: str, payload: Mapping[str, Any]) -> Path:
        """Write it, in place of an earlier state of the same id; say where it is."""
        target = self._path(rehearsal)
        data = {"format": FORMAT, "id": rehearsal, **payload}
        text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
        with worded(target):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            scratch = self.folder / f".{rehearsal}.{secrets.token_hex(4)}.new"
            try:
                descriptor = os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
                with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                    file.write(text)
                    file.flush()
                    os.fsync(file.fileno())
                scratch.replace(target)
            finally:
                scratch.unlink(missing_ok=True)
            _sync(self.folder)
        return target

    def ids(self) -> tuple[str, ...]:
        """The ids of all that are kept."""
        if not self.folder.is_dir():
            return ()
        with worded(self.folder):
            return tuple(sorted(p.stem for p in self.folder.glob("*.json") if _fits(p.stem)))

    def load(self, rehearsal: str) -> dict[str, Any]:
        """What was saved. `InputError` where there is none, `ConvoGuideError` where it cannot be
        read by this version."""
        path = self._path(rehearsal)
        try:
            text = path.read_text(encoding="utf-8")
        except FileNotFoundError:
            raise InputError(_("There is no saved rehearsal {id}.").format(id=rehearsal)) from None
        except UnicodeDecodeError:
            raise _damaged(path) from None
        except OSError as error:
            raise ConvoGuideError(f"{path}: {error.strerror}") from None
        try:
            data = json.loads(text)
        except (ValueError, RecursionError):
            raise _damaged(path) from None
        form = data.get("format") if isinstance(data, dict) else None
        if form == FORMAT:
            return dict(data)
        if isinstance(form, str) and form.startswith(_SERIES):
            raise ConvoGuideError(
                _("A later version of ConvoGuide made this rehearsal: {path}.").format(path=path)
            )
        raise _damaged(path)

    def delete(self, rehearsal: str) -> bool:
        """Take it away; whether there was one. Its branches are rehearsals of their own, and
        stay."""
        path = self._path(rehearsal)
        with worded(path):
            try:
                path.unlink()
            except FileNotFoundError:
                return False
            _sync(self.folder)
        return True

    def _path(self, rehearsal: str) -> Path:
        if not _fits(rehearsal):
            raise InputError(_("A rehearsal's id holds letters, digits and hyphens only."))
        return self.folder / f"{rehearsal}.json"


def _fits(rehearsal: str) -> bool:
    return _ID.fullmatch(rehearsal) is not None


def _damaged(path: Path) -> ConvoGuideError:
    return ConvoGuideError(
        _("This rehearsal is damaged and cannot be read: {path}.").format(path=path)
    )


def _sync(folder: Path) -> None:
    """A new name is durable once its folder is written. Windows neither can nor need do so."""
    if os.name == "nt":
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
