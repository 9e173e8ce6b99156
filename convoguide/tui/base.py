"""What the whole app stands on: settings, who keeps what is recorded, where text is copied to."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import work
from textual.app import App
from textual.binding import Binding
from textual.filter import Monochrome
from textual.worker import get_current_worker

from convoguide import config
from convoguide.errors import ConvoGuideError
from convoguide.i18n import ngettext
from convoguide.tui import drawing, few_colours, themes
from convoguide.tui.screens.home import HomeScreen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.binding import BindingType
    from textual.driver import Driver
    from textual.filter import LineFilter

    from convoguide.core.conversation import Conversation
    from convoguide.services.clipboard import Copies
    from convoguide.services.keep import Keeper


class AppBase(App[int], inherit_bindings=False):
    """`start` is what the app opens with; `no_save` keeps nothing on disk."""

    TITLE = "ConvoGuide"
    CSS_PATH: ClassVar[Any] = [
        Path(__file__).parent / "dialogs" / "dialog.tcss",
        Path(__file__).parent / "screens" / "listing.tcss",
    ]
    # The keys stand in the table of the screens. Textual's own quit keys are a browser's or close
    # everything in the middle of a conversation.
    # The curtain and help stand here too, for the palette and whatever else has no table.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "nothing", show=False, system=True),
        Binding("f8", "curtain", show=False, priority=True),
    ]
    # Text marked with the mouse would leave by a clipboard that nobody clears.
    ALLOW_SELECT = False
    ENABLE_COMMAND_PALETTE = False  # it speaks English only, and offers a picture of the screen

    def __init__(
        self,
        home: config.Home,
        settings: config.Settings,
        *,
        start: str | None = None,
        no_save: bool = False,
        after: Conversation | str | None = None,
        keeper: Keeper | None = None,
        copies: Copies | None = None,
    ) -> None:
        super().__init__()
        self.home = home
        self.settings = settings
        self.start = start
        self.no_save = no_save
        self.after = after
        """What the first conversation that is begun follows: itself, or the id of a kept one."""
        self.last_system = ""
        """The record system named last in this session, so that it is typed once."""
        self._keeper = keeper
        self._copies = copies
        self._making = threading.Lock()
        self._covered: list[Callable[[], None]] = []
        self._touched()
        # Nothing moves by itself: what slides and fades makes some eyes and heads ill.
        self.animation_level = "none"
        self._sixteen = few_colours.only_sixteen(self.console.color_system)
        self._plain_styles = few_colours.PlainStyles(
            os.environ, sixteen=self._sixteen, colourless=self.no_color
        )
        self.set_class(self._sixteen, "-sixteen")
        for theme in (*themes.BY_SETTING.values(), *themes.SIXTEEN.values()):
            self.register_theme(theme)
        self.use_theme()

    def use_theme(self) -> None:
        """Use the colours of the settings, as far as the terminal has them."""
        self.theme = themes.chosen(
            self.settings.theme, sixteen=self._sixteen, colourless=self.no_color
        ).name

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's, but without colours there are none: its shades of grey are colours too."""
        found = [each for each in super().get_line_filters() if not isinstance(each, Monochrome)]
        return [*found, self._plain_styles] if self._plain_styles.enabled else found

    def get_driver_class(self) -> type[Driver]:
        """Textual's driver for this platform, in symbols that the terminal has."""
        return drawing.in_ascii(super().get_driver_class())

    def _touched(self) -> None:
        """A person is here. Two clocks: one cannot be set, the other goes on while one sleeps."""
        self._last_touch = time.monotonic(), time.time()

    def idle_seconds(self) -> float:
        """How long nothing was pressed, the sleep of the computer included."""
        steady, wall = self._last_touch
        return max(time.monotonic() - steady, time.time() - wall)

    @property
    def in_memory(self) -> bool:
        """Whether nothing is kept on disk, by choice."""
        return self.no_save or self.settings.keep == "memory"

    @property
    def keeper(self) -> Keeper:
        """Who keeps what is recorded; made when it is first needed, after the first frame."""
        with self._making:  # asked for by the screen and by the thread that lists the drafts
            if self._keeper is None:
                if self.in_memory:
                    from convoguide.services.keep import MemoryKeeper

                    self._keeper = MemoryKeeper()
                else:
                    from convoguide.services.keep_store import StoreKeeper

                    self._keeper = StoreKeeper(self.home, self.settings)
            return self._keeper

    def go_in_memory(self) -> None:
        """Keep nothing from here on: the store cannot be used."""
        self.no_save = True
        keeper, self._keeper = self._keeper, None
        if keeper is not None:
            keeper.close()

    @property
    def copies(self) -> Copies:
        """Where text is copied to."""
        if self._copies is None:
            from convoguide.services.clipboard import SystemCopies

            self._copies = SystemCopies()
        return self._copies

    # --- under the curtain

    @property
    def is_covered(self) -> bool:
        """Whether the curtain is drawn."""
        return any(screen.has_class("-curtain") for screen in self.screen_stack)

    def when_uncovered(self, then: Callable[[], None]) -> None:
        """Do what shows something: now, or when the curtain is drawn back."""
        if self.is_covered:
            self._covered.append(then)
        else:
            then()

    def uncovered(self) -> None:
        """The curtain is gone: what waited for it happens."""
        waiting, self._covered = self._covered, []
        for then in waiting:
            then()

    # --- drafts

    @work(thread=True, exclusive=True, group="drafts", exit_on_error=False)
    def list_drafts(self) -> None:
        """List the drafts on the home screen; what is due to go goes first."""
        worker = get_current_worker()
        try:
            keeper = self.keeper
            keeper.flush(2)  # the one just left stands as it was left
            purge = getattr(keeper, "purge", None)
            gone = purge() if purge is not None and keeper.exists else []
            drafts = keeper.drafts() if keeper.exists else []
        except ConvoGuideError as error:
            if not worker.is_cancelled:
                self.call_from_thread(self._store_trouble, error)
            return
        if not worker.is_cancelled:
            self.call_from_thread(self._show_drafts, drafts, len(gone))

    def _show_drafts(self, drafts: list[Any], gone: int) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, HomeScreen):
                screen.show_drafts(drafts)
                if gone:
                    screen.say(
                        ngettext(
                            "{n} conversation that is in the journal was deleted here.",
                            "{n} conversations that are in the journal were deleted here.",
                            gone,
                        ).format(n=gone)
                    )

    def _store_trouble(
        self, error: ConvoGuideError, again: Callable[[], None] = lambda: None
    ) -> None:
        """The store cannot be used: say so, and offer what can be done; then do `again`."""
        from convoguide.tui.dialogs.trouble import TroubleDialog, offer

        if not any(isinstance(screen, TroubleDialog) for screen in self.screen_stack):
            self.when_uncovered(lambda: offer(self, error, again))
