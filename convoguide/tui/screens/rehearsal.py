"""A rehearsal: the person's words and one's own, and a field to answer in. Silence is a key.

One types in the field, or chooses among three phrasings; nothing else changes between the two.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Static

from convoguide.i18n import gettext as _
from convoguide.tui.bindings import REHEARSAL
from convoguide.tui.keys import settle_escape
from convoguide.tui.place import keys_of
from convoguide.tui.screens.rehearsal_base import RehearsalBase
from convoguide.tui.widgets.head_line import HeadLine
from convoguide.tui.widgets.line_view import LineView
from convoguide.tui.widgets.note_field import NoteField
from convoguide.tui.widgets.typing_line import TypingLine

if TYPE_CHECKING:
    from textual.app import ComposeResult

WIDE = 120
_OFFERS = 3
_DIGITS: list[BindingType] = [
    Binding(f"alt+{n}", f"digit('{n}')", show=False, priority=True) for n in range(1, _OFFERS + 1)
]
_WITH_WORDS = ("debrief", "take_back")


class RehearsalScreen(RehearsalBase):
    """Every turn is kept as it is said; going back keeps the line that is left."""

    PLACE = REHEARSAL
    BINDINGS = keys_of(REHEARSAL) + _DIGITS
    CSS_PATH: ClassVar[Path] = Path(__file__).parent / "rehearsal.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012  # as Textual has it
    VERTICAL_BREAKPOINTS = [(0, "-low"), (32, "-high")]  # noqa: RUF012
    AUTO_FOCUS = ""  # where one chooses, nothing takes keys as text

    def compose(self) -> ComposeResult:
        yield HeadLine(id="head")
        with Horizontal(id="body"):
            yield LineView(pointed=True, id="talk")
            yield LineView(id="stages")
        yield Static("", markup=False, id="said")
        yield Static("", markup=False, id="mood")
        yield HeadLine(id="prompt")
        yield LineView(pointed=True, id="offers")
        yield NoteField(_("Type what you say; Enter says it. F2 stays silent."), id="field")
        yield TypingLine(REHEARSAL)

    def on_mount(self) -> None:
        settle_escape()
        self.query_one("#head", HeadLine).tell(_("Rehearse with a made-up person"))
        self.query_one("#prompt", HeadLine).tell(_("One moment …"))
        self.field.focus()
        self.load()

    # --- saying something ------------------------------------------------------------------------

    @on(NoteField.Taken)
    def _taken(self, message: NoteField.Taken) -> None:
        if not self.do(lambda practice: practice.say(message.text)):
            self.field.put(message.text)

    @on(NoteField.Passed)
    def _passed(self) -> None:
        self.say(_("Nothing was typed. F2 stays silent."))

    @on(NoteField.Typed)
    def _typed(self) -> None:
        if self.turn is not None:
            self.mark_turn(None)

    @on(NoteField.Steered)
    def _steered(self, message: NoteField.Steered) -> None:
        self._steer(message.key)

    def _steer(self, key: str) -> None:
        if key in ("pageup", "pagedown"):
            self.talk.page(1 if key == "pagedown" else -1)
        elif key in ("up", "down", "home", "end") and self.practice is not None:
            turns = [each.n for each in self.practice.rehearsal.turns]
            now = turns.index(self.turn) if self.turn in turns else len(turns)
            step = {"up": now - 1, "down": now + 1, "home": 0, "end": len(turns) - 1}[key]
            self.mark_turn(turns[max(0, step)] if step < len(turns) else None)

    def on_key(self, event: events.Key) -> None:
        """Where one chooses, nothing takes keys but this."""
        if not self.has_class("-choosing") or self.commanding or self.focused is not None:
            return
        if event.key in ("up", "down"):
            self.offer = (self.offer - 1 + (1 if event.key == "down" else -1)) % _OFFERS + 1
            self.query_one("#offers", LineView).mark(self.offer)
        elif event.key == "enter":
            self._choose(self.offer)
        elif event.character and event.character in "123":
            self._choose(int(event.character))
        elif event.key in ("pageup", "pagedown", "home", "end"):
            self._steer(event.key)
        else:
            return
        event.stop()
        event.prevent_default()

    @on(LineView.Picked)
    def _picked(self, message: LineView.Picked) -> None:
        match message.tag:
            case int(n):
                self._choose(n)
            case ("turn", int(n)):
                self.mark_turn(n)

    def digit(self, digit: str) -> None:
        if self.has_class("-choosing") and digit in "123":
            self._choose(int(digit))

    def action_digit(self, digit: str) -> None:
        """Say the phrasing of that number."""
        self.leave_command_state()
        self.digit(digit)

    def _choose(self, n: int) -> None:
        self.do(lambda practice: practice.choose(practice.offers()[n - 1]))

    # --- actions ---------------------------------------------------------------------------------

    def available(self, action_id: str) -> bool:
        practice = self.practice
        if action_id in _WITH_WORDS:
            return practice is not None and bool(practice.rehearsal.trainee_turns())
        if action_id == "lines":
            return practice is not None and len(practice.lines) > 1
        return super().available(action_id)

    def action_silence(self) -> None:
        """Say nothing; what is half typed stays."""
        self.do(lambda practice: practice.say(""))

    def action_hint(self) -> None:
        """What the person may feel, and one thing to try."""
        if self.practice is None:
            return
        from convoguide.services.rehearsal_words import hint_lines

        self.say("\n".join(hint_lines(self.practice.hint())))

    def action_mood(self) -> None:
        """Show or hide how it is with the person."""
        self.with_mood = not self.with_mood
        self.show_talk()

    def action_stage(self) -> None:
        """Where in the guide the talk is, and what is left there."""
        if self.practice is None:
            return
        from convoguide.services.rehearsal_words import stages

        here = next(each for each in stages(self.practice) if each.here)
        left = ", ".join(name for name, touched in here.topics if not touched)
        words = [here.title, here.aim]
        if left:
            words.append(_("Not yet spoken of here: {topics}").format(topics=left))
        self.say("\n".join(words))

    def action_choosing(self) -> None:
        """Choose among phrasings, or type again."""
        self.choosing = not self.choosing
        self.offer = 1
        self.show_talk()

    def action_take_back(self) -> None:
        """The last turn once more."""
        if self.practice is None:
            return
        said = self.practice.rehearsal.trainee_turns()[-1]
        if self.do(lambda practice: practice.back_to(said.n)) and self.field.blank:
            # Its words stand in the field, to be worded anew.
            self.field.put("" if said.chosen else said.text)

    def action_back_to(self) -> None:
        """Try again from a turn."""
        if self.practice is None:
            return
        from convoguide.services.rehearse import transcript
        from convoguide.tui.dialogs.picking import PickDialog

        turns = [(n, f"{who}: {text}") for n, who, text in transcript(self.practice) if who]
        numbers = [n for n, _text in turns]
        # After the last turn one is already: unless another is marked, it is the one before it.
        marked = self.turn if self.turn is not None else numbers[-2:][0]
        place = max(at for at, n in enumerate(numbers) if n <= max(marked, numbers[0]))

        def chosen(at: int | None) -> None:
            if at is not None:
                self._go_back(numbers[at])

        title = _("Try again after which turn?")
        self.app.push_screen(PickDialog(title, turns, place), chosen)

    def _go_back(self, n: int) -> None:
        before = self.practice.rehearsal if self.practice is not None else None
        done = self.do(lambda practice: practice.back_to(n))
        if done and self.practice is not None and self.practice.rehearsal is not before:
            self.say(_("What you left is kept: Esc y goes on with it."))

    def action_lines(self) -> None:
        """Go on with another line."""
        if self.practice is None:
            return
        from convoguide.services.rehearsal_words import line_words
        from convoguide.tui.dialogs.picking import PickDialog

        ids = list(self.practice.lines)
        now = self.practice.rehearsal.id
        texts = []
        for n, each in enumerate(self.practice.lines.values(), start=1):
            told = line_words(each)
            texts.append((n, " ".join((told, _("(this one)"))) if each.id == now else told))

        def chosen(at: int | None) -> None:
            if at is not None:
                self.do(lambda practice: practice.switch(ids[at]))

        dialog = PickDialog(_("Go on with which line?"), texts, ids.index(now))
        self.app.push_screen(dialog, chosen)

    def action_debrief(self) -> None:
        """How it went; a turn asked for there is marked here."""
        if self.practice is None:
            return

        def told(turn: int | None) -> None:
            if turn is not None:
                self.mark_turn(turn)

        self.app.open_debrief(self.practice, told, over_talk=True)

    def action_home(self) -> None:
        """Leave; a half-typed line is never dropped without a word."""
        if self.field.blank:
            self.dismiss(None)
            return
        from convoguide.tui.dialogs.letters import Choice, LetterDialog

        choices = [
            Choice("drop", "l", _("Leave without it")),
            Choice("stay", "w", _("Go on writing")),
        ]

        def answered(answer: str | None) -> None:
            if answer == "drop":
                self.dismiss(None)

        self.app.push_screen(LetterDialog(_("There is an unfinished line"), choices), answered)
