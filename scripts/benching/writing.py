"""A process that writes one document after another in one format, and says what each cost."""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from pathlib import Path

FORMATS = ("txt", "md", "html", "docx", "pdf", "fhir", "ics", "json")
DOCUMENT = "journal-svas"
"""The one document that there is in every format."""


def run(format_id: str, *talks: str) -> None:
    """Write the document of each conversation file in turn; prints the list of what it cost."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # as the program's entry does
    told = []
    for talk in talks:
        begun = time.monotonic()
        if not written(format_id, Path(talk)):
            raise SystemExit(f"{format_id}: nothing was written")
        done = time.monotonic()
        told.append((done, done - begun, peak()))
    json.dump(told, sys.stdout)


def written(format_id: str, talk: Path) -> bytes:
    """The conversation file at that path, read and checked, as a document of that format."""
    from convoguide.services.files import conversation_from, file_text

    conversation = conversation_from(talk.read_bytes(), talk.name)
    if format_id == "json":
        return file_text(conversation).encode()
    from convoguide.services.conduct import local_now
    from convoguide.services.formats import calendar, rendered

    if format_id == "ics":
        return calendar(conversation, None, local_now())
    from convoguide.services import document

    made = document.make(conversation, DOCUMENT)
    return rendered(conversation, made, format_id, now=local_now())


def peak() -> float:
    """The most memory this process has had so far, in KiB.

    Where the system tells it of this program alone, that is taken: what `getrusage` says may be
    that of the process this one was forked from.
    """
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return most / 1024 if sys.platform == "darwin" else most
    return next(float(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))
