"""The tally in a file to pass on: a chart, a table or data, by the ending of its name."""

import json
from datetime import date
from pathlib import Path

from convoguide.core.tally import Book, Report
from convoguide.i18n import current
from convoguide.services import tally
from convoguide.services.new_file import form_of, written

FORMS = ("svg", "png", "csv", "json")


def pass_on(book: Book, today: date, path: Path) -> Path:
    """Write what may be passed on to a new file; no group under five is in it.

    The ending says what it is. A file that is there already is left as it is: `ConvoGuideError`.
    """
    form = form_of(path, FORMS)
    return written(path, _data(tally.exported(book, today), form))


def _data(found: Report, form: str) -> bytes:
    if form == "csv":
        return tally.as_csv(found, tally.delimiter_of(current())).encode()
    if form == "json":
        data = json.dumps(tally.as_data(found), ensure_ascii=False, indent=2)
        return f"{data}\n".encode()
    from convoguide.services.tally_chart import chart

    return chart(found, form)
