"""Adding, listing and removing local packs."""

import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

from convoguide.core.pack import Pack
from convoguide.errors import ConvoGuideError, InputError
from convoguide.i18n import gettext as _
from convoguide.services.local import Installed, forget, local, own_folder
from convoguide.services.pack_check import Files, checked


def add(path: Path) -> tuple[Pack, str | None]:
    """Check the pack at that path and keep a copy as one's own; it replaces one with its id.

    Gives the pack, and the version it replaced. What was checked is what is kept: the files are
    read once, and nothing else of the folder comes along.
    """
    if not path.exists():
        raise InputError(_("{path}: no such file or folder").format(path=path))
    files = checked(path, local().installed)
    earlier = _own(files.pack.id)
    try:
        _keep(files, own_folder())
    except OSError as error:
        raise ConvoGuideError(f"{own_folder()}: {error.strerror}") from None
    forget()
    return files.pack, earlier.pack.version if earlier else None


def remove(pack_id: str) -> Path:
    """Take one of one's own packs away; where it lay. Conversations keep what they hold of it."""
    own = _own(pack_id)
    # A pack that cannot be used goes by its folder's name, which is looked for among those there,
    # so that none can lead elsewhere.
    names = [each.name for each in own_folder().iterdir()] if own_folder().is_dir() else []
    folder = own.path if own else own_folder() / pack_id
    if own is None and (pack_id not in names or pack_id.startswith(".")):
        if any(each.pack.id == pack_id for each in local().installed):
            raise InputError(
                _("This pack comes from the organisation's folder; it is removed there.")
            )
        known = ", ".join(sorted(n for n in names if not n.startswith("."))) or _("none")
        raise InputError(_("There is no pack of that name. Own packs: {ids}").format(ids=known))
    try:
        if folder.is_dir() and not folder.is_symlink():
            shutil.rmtree(folder)
        else:
            folder.unlink()
    except OSError as error:
        raise ConvoGuideError(f"{folder}: {error.strerror}") from None
    forget()
    return folder


def listed() -> list[dict[str, Any]]:
    """All packs as `packs list --json` gives them, lowest layer first; faulty ones with why."""
    found = local()
    usable = [
        {
            "id": each.pack.id,
            "version": each.pack.version,
            "title": each.pack.title,
            "organisation": each.pack.organisation,
            "language": each.pack.language,
            "languages": sorted(each.pack.languages),
            "layer": each.layer,
            "path": str(each.path),
            "guides": list(each.pack.guides),
            "documents": list(each.content.documents),
            "cases": list(each.content.cases),
            "contacts": len(each.pack.contacts),
            "logo": str(each.path / each.pack.logo) if each.pack.logo else None,
            "faults": [],
        }
        for each in found.installed
    ]
    broken = [
        {
            "id": None,
            "layer": layer,
            "path": str(path),
            "faults": [str(fault) for fault in faults],
        }
        for layer, path, faults in found.faults
    ]
    return [*usable, *broken]


def _own(pack_id: str) -> Installed | None:
    return next((e for e in local().installed if e.layer == "own" and e.pack.id == pack_id), None)


def _keep(files: Files, folder: Path) -> None:
    """Write the pack's files into a folder of its own, all of them or none."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    scratch = Path(tempfile.mkdtemp(prefix=".new-", dir=folder))
    target = folder / files.pack.id
    try:
        for name, content in files.files.items():
            path = scratch / name
            path.parent.mkdir(exist_ok=True, mode=0o700)
            with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
                out.write(content)
        if target.exists():
            old = scratch.with_name(scratch.name.replace(".new-", ".old-"))
            target.rename(old)
            scratch.rename(target)
            shutil.rmtree(old, ignore_errors=True)
        else:
            scratch.rename(target)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
