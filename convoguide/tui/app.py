"""The app: which screens there are, who keeps what is recorded, and the curtain over it all.

Nothing heavier than Textual and the home screen is imported here; the rest comes after the first
frame, where it is used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import events, work
from textual.app import SystemCommand

from convoguide import config, i18n, symbols
from convoguide.errors import ConvoGuideError
from convoguide.tui.bindings import actions_of
from convoguide.tui.ending import Ending
from convoguide.tui.place import Commanding
from convoguide.tui.rehearsals import PRACTICE
from convoguide.tui.screens.home import GUIDES, HomeScreen
from convoguide.tui.screens.listing import Listing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.screen import Screen
    from textual.timer import Timer


_LOOK_EVERY = 5.0
"""Seconds between two looks at whether the cover is due."""


class ConvoGuideApp(Ending):
    """The terminal app."""

    _clearing: Timer | None = None

    # --- beginning and ending --------------------------------------------------------------------

    def get_default_screen(self) -> HomeScreen:
        """Home lies under everything: no empty screen is built and laid out first."""
        return HomeScreen()

    def on_mount(self) -> None:
        from convoguide.tui.keys import settle_escape

        settle_escape()
        self.set_interval(_LOOK_EVERY, self._cover_when_idle)
        # Asked for a conversation, its screen is the first frame.
        soon = self.call_after_refresh if self.start is None else self.call_later
        soon(self._after_first_frame)

    def _after_first_frame(self) -> None:
        if self.settings.keep is None and not self.no_save:
            from convoguide.tui.dialogs.first_start import ask

            ask(self, self._begin_with)
        else:
            self._begin_with()

    def _begin_with(self) -> None:
        start, self.start = self.start, None
        named, _colon, case = (start or "").partition(":")
        if start is None or start == "identify" or named == PRACTICE:
            self.list_drafts()
        if start is None:
            return
        if start == "identify":
            self.call_later(self.run_action, "identify", self)
        elif named == PRACTICE:
            self.practise(case)
        elif start in GUIDES:
            self.begin(start)
        else:
            self.go_on(start)

    def action_quit(self) -> None:  # type: ignore[override]  # Textual's is a coroutine
        """Close ConvoGuide; what waits is saved first."""
        self.exit(0)

    def action_nothing(self) -> None:
        """Ctrl+C: what a terminal copies with must not end a conversation."""

    def on_unmount(self) -> None:
        self.let_go()

    # --- the curtain -----------------------------------------------------------------------------

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key | events.Paste | events.MouseEvent):
            self._touched()
        await super().on_event(event)

    def _cover_when_idle(self) -> None:
        in_talk = any(getattr(screen, "sitting", None) for screen in self.screen_stack)
        minutes = self.settings.idle_minutes_talk if in_talk else self.settings.idle_minutes
        if minutes and self.idle_seconds() > minutes * 60:
            self._cover()

    def action_curtain(self) -> None:
        """Hide everything at once."""
        from convoguide.tui.screens.curtain import CurtainScreen

        if isinstance(self.screen, CurtainScreen):
            self.screen.any_key()
        else:
            self._cover()

    def _cover(self) -> None:
        from convoguide.tui.screens.curtain import CurtainScreen

        if self.is_covered:
            return
        if isinstance(self.screen, Commanding):
            self.screen.leave_command_state()
        self.clear_notifications()
        self.push_screen(CurtainScreen(), lambda _nothing: self.uncovered())
        self._clear_clipboard_soon()

    @property
    def curtain_is_locked(self) -> bool:
        """Whether a PIN or passphrase reopens: where something is kept and was opened."""
        return not self.in_memory and self._keeper is not None and not self._keeper.locked

    # --- the clipboard ---------------------------------------------------------------------------

    def copied(self) -> None:
        """Our text is on the clipboard: it goes after some minutes, if it is still ours then."""
        if self._clearing is not None:
            self._clearing.stop()  # the minutes begin anew with each copy
        minutes = self.settings.clear_clipboard_minutes
        if minutes:
            self._clearing = self.set_timer(minutes * 60, self._clear_clipboard_soon)

    def copy_to_clipboard(self, text: str) -> None:
        """Ask the terminal to copy, also through tmux and screen; nobody learns whether it did."""
        from convoguide.services.clipboard import terminal_sequence

        self._clipboard = text
        if self._driver is not None:
            self._driver.write(terminal_sequence(text))

    @work(thread=True, group="clipboard", exit_on_error=False)
    def _clear_clipboard_soon(self) -> None:
        self._clear_clipboard_now()

    def _clear_clipboard_now(self) -> None:
        self._clipboard = ""
        if self._copies is not None:
            self._copies.clear()

    # --- screens everywhere ----------------------------------------------------------------------

    async def action_help(self) -> None:
        """What this screen is for, and its keys."""
        from convoguide.tui.screens.help import HelpScreen

        await self.push_screen(HelpScreen.about(self.screen))

    async def action_tour(self) -> None:
        """A first conversation with a made-up person."""
        from convoguide.tui.screens.tour import TourScreen

        await self.push_screen(TourScreen.begun())

    async def action_home(self) -> None:
        """Leave this screen."""
        if len(self.screen_stack) > 1:
            self.pop_screen()

    async def action_documents(self) -> None:
        """The documents, and what each is for."""
        from convoguide.tui.screens.documents import DocumentsScreen

        await self.push_screen(DocumentsScreen())

    def action_tally(self) -> None:
        """How many conversations, and what came of them."""
        from convoguide.tui.screens.tally import TallyScreen

        def show() -> None:
            self.push_screen(TallyScreen())

        try:
            # Without a store there is nothing to open, and nothing that was counted.
            show() if not self.keeper.exists else self.unlocked(show)
        except ConvoGuideError as error:
            self._store_trouble(error)

    async def action_settings(self) -> None:
        """Language, colours, keeping, the curtain."""
        from convoguide.tui.screens.settings import SettingsScreen

        await self.push_screen(SettingsScreen())

    async def action_identify(self) -> None:
        """Should a conversation be offered?"""
        from convoguide.tui.screens.identify import IdentifyScreen

        await self.push_screen(IdentifyScreen())

    def _speak(self) -> None:
        """Say everything anew in the language of the settings."""
        from convoguide.tui.widgets.action_line import ActionLine

        i18n.use(self.settings.locale or i18n.from_environment())
        for screen in self.screen_stack:
            for line in screen.query(ActionLine):
                line.refresh(layout=True)
            if isinstance(screen, Listing):
                screen.show_rows()

    def change_settings(self, **changes: Any) -> None:
        """Save these settings and follow them at once; says so where they cannot be saved."""
        self.settings = config.changed(self.settings, **changes)
        self.use_theme()
        if "ascii_symbols" in changes:
            symbols.use(self.settings.ascii_symbols or symbols.needed())
            self.refresh()
        if "locale" in changes or "ascii_symbols" in changes:
            self._speak()
        if self.no_save and self.settings.keep is None:
            return
        try:
            config.write_settings(self.home, self.settings)
        except ConvoGuideError as error:
            self.notify(str(error), severity="error", markup=False)

    # --- the palette -----------------------------------------------------------------------------

    def action_palette(self) -> None:
        """Find any command of the screen by a few letters."""
        from convoguide.tui.dialogs.palette import PaletteDialog
        from convoguide.tui.widgets.action_line import ActionLine

        screen = self.screen
        if not isinstance(screen, Commanding) or screen.is_modal:
            return

        async def chosen(action_id: str | None) -> None:
            if action_id is not None:
                await screen.action_act(action_id)

        found = [
            each
            for each in actions_of(screen.PLACE)
            if each.id != "palette" and screen.available(each.id)
        ]
        typing = any(line.typing for line in screen.query(ActionLine))
        self.push_screen(PaletteDialog(found, typing=typing), chosen)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:  # noqa: ARG002
        """None: Textual's own would write the screen to disk as a picture."""
        return ()
