"""A new file where the user asks for one: its form by its ending, nothing replaced."""

import os
from collections.abc import Sequence
from pathlib import Path

from convoguide.errors import ConvoGuideError, InputError
from convoguide.i18n import gettext as _

_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def form_of(path: Path, forms: Sequence[str]) -> str:
    """The form that the file's ending says, without its dot; `InputError` names those there are."""
    form = path.suffix.lower().removeprefix(".")
    if form not in forms:
        raise InputError(
            _("The file's name must end in one of: {endings}").format(
                endings=", ".join(f".{each}" for each in forms)
            )
        )
    return form


def written(path: Path, data: bytes) -> Path:
    """Write a new file for its owner alone; one that is there already stays as it is."""
    try:
        descriptor = os.open(path, _FLAGS, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
    except OSError as error:
        raise ConvoGuideError(
            _("{path}: could not be written ({reason})").format(path=path, reason=error.strerror)
        ) from None
    return path
