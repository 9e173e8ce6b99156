"""Reading what the caller names and writing where the caller asks."""

import json
import os
import secrets
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from convoguide.core.conversation import Conversation
from convoguide.errors import ConvoGuideError, InputError
from convoguide.i18n import gettext as _


def read_input(name: str) -> bytes:
    """The bytes of a file, or of standard input for `-`."""
    if name == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise InputError(f"{name}: {error.strerror}") from None


def read_conversation(name: str) -> Conversation:
    """The conversation in a file or on standard input, checked against its guide."""
    from convoguide.services.files import conversation_from

    return conversation_from(read_input(name), name if name != "-" else _("standard input"))


def print_row(cells: Sequence[str]) -> None:
    """A row of a list: tabs between its cells in a pipe, commas at a terminal, where it is read."""
    filled = [each for each in cells if each]
    print(", ".join(filled) if sys.stdout.isatty() else "\t".join(cells).rstrip("\t"))


def agreed_to_delete(identity: str) -> bool:
    """Ask at the terminal whether this is to go; in a pipe nobody can be asked, so it may not."""
    if not sys.stdin.isatty():
        raise InputError(_("Nothing was deleted; --yes deletes without asking."))
    answer = input(_("Really delete {id}? It cannot be recovered. (yes/no) ").format(id=identity))
    agreed = answer.strip().casefold() == _("yes")
    if not agreed:
        print(_("Nothing was deleted."))
    return agreed


def print_json(data: Any) -> None:
    """One JSON document, UTF-8, nothing else."""
    print(json.dumps(data, ensure_ascii=False, indent=2))


def write_output(path: str | None, content: str | bytes, *, is_text: bool = True) -> None:
    """The content on standard output, or in a file that only its owner can read."""
    data = content.encode() if isinstance(content, str) else content
    if path is None:
        if not is_text and sys.stdout.isatty():
            raise InputError(_("This format is no text; give a file with -o"))
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
        return
    try:
        _write_whole(Path(path), data)
    except OSError as error:
        raise ConvoGuideError(f"{path}: {error.strerror}") from None


def _write_whole(path: Path, data: bytes) -> None:
    """All of it, or the file as it was: whatever comes in between leaves nothing half written."""
    target = path.resolve()
    if target.exists() and not target.is_file():  # a device or a pipe cannot be put in place
        with target.open("wb") as file:
            file.write(data)
        return
    scratch = target.parent / f".{secrets.token_hex(8)}.part"
    try:
        descriptor = os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        scratch.replace(target)
    except BaseException:
        with suppress(OSError):
            scratch.unlink()
        raise
