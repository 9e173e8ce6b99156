"""Reading what the caller names and writing where the caller asks."""

import json
import os
import sys
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
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
    except OSError as error:
        raise ConvoGuideError(f"{path}: {error.strerror}") from None
