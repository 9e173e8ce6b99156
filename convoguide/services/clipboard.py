"""Copying for the journal: the system's clipboard, cleared later if it still holds our text."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from convoguide.config import Home


class Copies(Protocol):
    """Where text is copied to; each call may take a moment: make it off the drawing thread."""

    def copy(self, text: str) -> bool:
        """Whether the text is on the system's clipboard now; else it has to go another way."""
        ...

    def clear(self) -> bool:
        """Empty the clipboard if it still holds our text; whether it was emptied."""
        ...


class SystemCopies:
    """The clipboard of this computer, looked for at the first copy."""

    def __init__(self) -> None:
        self._clipboard: object | None = None

    def copy(self, text: str) -> bool:
        from convoguide.adapters.clipboard import SystemClipboard, find_clipboard

        if not isinstance(self._clipboard, SystemClipboard):
            self._clipboard = find_clipboard()
        return self._clipboard.copy(text).kind == "system"

    def clear(self) -> bool:
        from convoguide.adapters.clipboard import SystemClipboard

        held = self._clipboard
        return isinstance(held, SystemClipboard) and held.clear_if_ours()


def terminal_sequence(text: str) -> str:
    """What asks the terminal to copy; no answer comes, so it has to be checked by pasting."""
    from convoguide.adapters.clipboard import osc52

    return osc52(text)


def save_clear_text(home: Home, conversation_id: str, name: str, text: str) -> Path:
    """Write a clear-text file in the one listed folder; it goes with its conversation."""
    from convoguide.adapters.files import write_clear_text

    write: Callable[[Path, str, str], Path] = write_clear_text
    return write(home.exports / conversation_id, name, text)
