"""The tally in a file to pass on: a chart, a table or data, by the ending of its name."""

import json
import os
from datetime import date
from pathlib import Path

from convoguide.core.tally import Book, Report
from convoguide.errors import ConvoGuideError, InputError
from convoguide.i18n import current
from convoguide.i18n import gettext as _
from convoguide.services import tally

_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
ENDINGS = (".svg", ".png", ".csv", ".json")


def pass_on(book: Book, today: date, path: Path) -> Path:
    """Write what may be passed on to a new file; no group under five is in it.

    The ending says what it is. A file that is there already is left as it is: `ConvoGuideError`.
    """
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise InputError(
            _("The file's name must end in one of: {endings}").format(endings=", ".join(ENDINGS))
        )
    data = _written(tally.exported(book, today), ending)
    try:
        descriptor = os.open(path, _FLAGS, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
    except OSError as error:
        raise ConvoGuideError(
            _("{path}: could not be written ({reason})").format(path=path, reason=error.strerror)
        ) from None
    return path


def _written(found: Report, ending: str) -> bytes:
    if ending == ".csv":
        return tally.as_csv(found, tally.delimiter_of(current())).encode()
    if ending == ".json":
        data = json.dumps(tally.as_data(found), ensure_ascii=False, indent=2)
        return f"{data}\n".encode()
    from convoguide.services.tally_chart import chart

    return chart(found, ending.removeprefix("."))
