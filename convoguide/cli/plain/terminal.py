"""Where the lines come from and go to: standard input and output, a terminal's or a pipe's.

At a terminal a long answer is said page by page and a curtain can hide everything. In a pipe every
line goes straight through, and what comes out is plain text without a single control character.
"""

import shutil
import sys
from collections.abc import Callable, Iterator
from getpass import getpass

from convoguide import config
from convoguide.cli.plain.clip import Clip
from convoguide.cli.plain.cover import Cover, wipe
from convoguide.cli.plain.pages import Pages
from convoguide.i18n import gettext as _


class Terminal:
    """One sitting by lines. `idle_minutes` without a line bring the curtain; 0: never."""

    def __init__(self, idle_minutes: int = 0, clear_clipboard_minutes: int = 0) -> None:
        self.interactive = sys.stdin.isatty()
        """Whether a person types the lines."""
        self.lines: Iterator[str] = typed()
        self.say: Callable[[str], None] = spoken
        self.check: Callable[[str], None] | None = None
        """Raises where a text is not the passphrase; None: nothing is locked."""
        screen = self.interactive and sys.stdout.isatty()
        self.clip = Clip(clear_clipboard_minutes, send=_written if screen else None)
        self._pages: Pages | None = None
        if screen:
            cover = Cover(
                self.lines,
                out=spoken,
                hide=self._hide,
                unlock=self._unlock,
                locked=lambda: self.check is not None,
                idle=idle_minutes * 60,
            )
            self._pages = Pages(cover.lines(), spoken)
            self.lines, self.say = self._pages.lines(), self._pages.say

    def end(self) -> None:
        """Say what still waits, for no line can ask for it any more; and nothing stays copied."""
        if self._pages is not None:
            self._pages.rest()
        self.clip.clear()

    def _hide(self) -> None:
        self.clip.clear()
        _written(wipe(shutil.get_terminal_size().lines))

    def _unlock(self) -> None:
        if self.check is not None:
            self.check(getpass(_("Passphrase: ")))


def begun(settings: config.Settings, *, talk: bool) -> Terminal:
    """The terminal or pipe of this process, as the settings say; `talk`: a real conversation.

    Nothing comes by itself over a rehearsal: it has no secret, and who reads by finger, or thinks
    about what to say, types no line for a long time.
    """
    idle = settings.idle_minutes_talk if talk else 0
    return Terminal(idle, settings.clear_clipboard_minutes)


def typed() -> Iterator[str]:
    """The lines of standard input, without their ends."""
    for line in sys.stdin:
        yield line.rstrip("\r\n")


def spoken(text: str) -> None:
    """A line on standard output, at once."""
    print(text, flush=True)


def _written(sequence: str) -> None:
    sys.stdout.write(sequence)
    sys.stdout.flush()
