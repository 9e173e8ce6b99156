"""What the whole app stands on: settings, who keeps what is recorded, where text is copied to."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import work
from textual.app import App
from textual.binding import Binding

from convoguide import config
from convoguide.errors import ConvoGuideError
from convoguide.i18n import ngettext
from convoguide.tui import themes
from convoguide.tui.screens.home import HomeScreen

if TYPE_CHECKING:
    from textual.binding import BindingType

    from convoguide.services.clipboard import Copies
    from convoguide.services.keep import Keeper


class AppBase(App[int], inherit_bindings=False):
    """`start` is what the app opens with; `no_save` keeps nothing on disk."""

    TITLE = "ConvoGuide"
    CSS_PATH: ClassVar[Any] = [Path(__file__).parent / "dialogs" / "dialog.tcss"]
    # The keys stand in the table of the screens. Textual's own quit keys are a browser's or close
    # everything in the middle of a conversation.
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c", "nothing", show=False, system=True)]
    COMMAND_PALETTE_BINDING = "f24"

    def __init__(
        self,
        home: config.Home,
        settings: config.Settings,
        *,
        start: str | None = None,
        no_save: bool = False,
        keeper: Keeper | None = None,
        copies: Copies | None = None,
    ) -> None:
        super().__init__()
        self.home = home
        self.settings = settings
        self.start = start
        self.no_save = no_save
        self._keeper = keeper
        self._copies = copies
        self._last_key = time.monotonic()
        for theme in themes.BY_SETTING.values():
            self.register_theme(theme)
        self.theme = themes.BY_SETTING[settings.theme].name

    @property
    def in_memory(self) -> bool:
        """Whether nothing is kept on disk, by choice."""
        return self.no_save or self.settings.keep == "memory"

    @property
    def keeper(self) -> Keeper:
        """Who keeps what is recorded; made when it is first needed, after the first frame."""
        if self._keeper is None:
            if self.in_memory:
                from convoguide.services.keep import MemoryKeeper

                self._keeper = MemoryKeeper()
            else:
                from convoguide.services.keep_store import StoreKeeper

                self._keeper = StoreKeeper(self.home, self.settings)
        return self._keeper

    @property
    def copies(self) -> Copies:
        """Where text is copied to."""
        if self._copies is None:
            from convoguide.services.clipboard import SystemCopies

            self._copies = SystemCopies()
        return self._copies

    # --- drafts

    @work(thread=True, exclusive=True, group="drafts", exit_on_error=False)
    def list_drafts(self) -> None:
        """List the drafts on the home screen; what is due to go goes first."""
        try:
            keeper = self.keeper
            purge = getattr(keeper, "purge", None)
            gone = purge() if purge is not None and keeper.exists else []
            drafts = keeper.drafts() if keeper.exists else []
        except ConvoGuideError as error:
            self.call_from_thread(self._store_trouble, error)
            return
        self.call_from_thread(self._show_drafts, drafts, len(gone))

    def _show_drafts(self, drafts: list[Any], gone: int) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, HomeScreen):
                screen.show_drafts(drafts)
                if gone:
                    screen.say(
                        ngettext(
                            "{n} conversation that stands in the journal was deleted here.",
                            "{n} conversations that stand in the journal were deleted here.",
                            gone,
                        ).format(n=gone)
                    )

    def _store_trouble(self, error: ConvoGuideError) -> None:
        """The store cannot be opened: say so, and offer what can be done about it."""
        from convoguide.tui.dialogs.trouble import offer

        offer(self, error)
