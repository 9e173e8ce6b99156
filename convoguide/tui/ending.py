"""How the app ends: on its own, told to from outside, or on a fault of its own."""

from __future__ import annotations

import os
import sys
import traceback
from contextlib import suppress
from pathlib import Path
from typing import Any

from convoguide import signals
from convoguide.i18n import gettext as _
from convoguide.tui.rehearsals import Rehearsals


class Ending(Rehearsals):
    """Whatever the end is, what was recorded is saved before anything else."""

    def let_go(self) -> None:
        """Leave nothing behind: what waits is saved, our text goes from the clipboard."""
        keeper, self._keeper = self._keeper, None
        if keeper is not None:
            keeper.close()
        copies, self._copies = self._copies, None
        if copies is not None:
            copies.clear()

    def told_to_end(self, number: int) -> None:
        """A signal has come: end once what is under way allows. To be called by its handler."""
        loop = self._loop
        if loop is None:
            os._exit(signals.status_of(number))  # nothing has begun yet
        if not loop.is_closed():
            loop.call_soon_threadsafe(self._end_now, number)

    def _end_now(self, number: int) -> None:
        """Save first, a half-typed line too; then tidy up, as far as there is a terminal."""
        status = signals.status_of(number)
        self._keep_half_lines()
        self.let_go()
        if signals.terminal_is_gone():
            # Textual would wait for a terminal that takes nothing any more.
            os._exit(status)
        self.exit(0, return_code=status)

    def _keep_half_lines(self) -> None:
        for screen in self.screen_stack:
            keep = getattr(screen, "keep_half_line", None)
            if keep is not None:
                keep()

    # --- when something breaks -------------------------------------------------------------------

    def _fatal_error(self) -> None:
        """End with where it broke and of what kind; no value, no text of any patient."""
        if self._exit_renderables:
            return  # what breaks while all ends says nothing new
        kind, _error, trace = sys.exc_info()
        where = ""
        if trace is not None:
            # Ours, where there is one: a place inside a library says nothing to who mends it.
            frames = traceback.extract_tb(trace)
            ours = [each for each in frames if "convoguide" in Path(each.filename).parts]
            last = (ours or frames)[-1]
            where = f" ({Path(last.filename).name}:{last.lineno})"
        name = kind.__name__ if kind is not None else "Exception"
        with suppress(Exception):  # nothing may stand in the way of what is saved already
            self._keep_half_lines()
        if self._keeper is not None:
            self._keeper.flush(5)
        from rich.text import Text

        words = _("ConvoGuide stopped on a fault of its own: {kind}{where}.").format(
            kind=name, where=where
        )
        saved = _("What was said to be saved is saved; the next start offers to go on.")
        self._exit_renderables.append(Text(f"{words}\n{saved}"))
        self._close_messages_no_wait()

    def panic(self, *_renderables: Any) -> None:
        """Textual's other way out would print what it is handed; ours says the same as above."""
        self._fatal_error()
