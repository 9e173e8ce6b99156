"""A debrief, or the picture of one's progress, in a file of one's own choice."""

from collections.abc import Sequence
from pathlib import Path

from convoguide.practice.progress import Attempt
from convoguide.services import debrief_text, progress
from convoguide.services.new_file import form_of
from convoguide.services.rehearse import Practice


def debrief_as(practice: Practice, path: Path, name: str | None = None) -> bytes:
    """The debrief in the form that the file's ending says; `name` is the trainee's, if wanted."""
    form = form_of(path, debrief_text.FORMS)
    made = practice.debrief()
    return debrief_text.exported(practice.case, practice.rehearsal, made, form, name)


def picture_as(attempts: Sequence[Attempt], path: Path) -> bytes:
    """The line of progress in the form that the file's ending says."""
    return progress.picture(attempts, form_of(path, progress.FORMS))
