"""A debrief, or the picture of one's progress, in a file of one's own choice."""

import os
from collections.abc import Sequence
from pathlib import Path

from convoguide.errors import ConvoGuideError, InputError
from convoguide.i18n import gettext as _
from convoguide.practice.progress import Attempt
from convoguide.services import debrief_text, progress
from convoguide.services.rehearse import Practice

_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def debrief_as(practice: Practice, path: Path, name: str | None = None) -> bytes:
    """The debrief in the form that the file's ending says; `name` is the trainee's, if wanted."""
    form = _form(path, debrief_text.FORMS)
    made = practice.debrief()
    return debrief_text.exported(practice.case, practice.rehearsal, made, form, name)


def picture_as(attempts: Sequence[Attempt], path: Path) -> bytes:
    """The line of progress in the form that the file's ending says."""
    return progress.picture(attempts, _form(path, progress.FORMS))


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


def _form(path: Path, forms: Sequence[str]) -> str:
    form = path.suffix.lower().removeprefix(".")
    if form not in forms:
        raise InputError(
            _("The file's name must end in one of: {endings}").format(
                endings=", ".join(f".{each}" for each in forms)
            )
        )
    return form
