"""The conversation: one sitting, shown step by step, afterwards on one list, or as an empty line.

Whatever the way, one types in the same field, which keeps its text when the way, the step or the
pane changes. The field always has the focus, so that there is no mode to be in the wrong one of.
"""

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Static

from convoguide.core.conversation import OTHER, Conversation
from convoguide.i18n import gettext as _
from convoguide.services.conduct import Sitting
from convoguide.services.keep import Keeper, is_blank
from convoguide.tui.bindings import TALK
from convoguide.tui.guide_text import order
from convoguide.tui.keys import settle_escape
from convoguide.tui.place import keys_of
from convoguide.tui.screens.talk_base import CLINICIAN
from convoguide.tui.screens.talk_mouse import MouseActions
from convoguide.tui.widgets.answers_view import AnswersView
from convoguide.tui.widgets.large_line import LargeLine
from convoguide.tui.widgets.last_time import LastTimeView
from convoguide.tui.widgets.line_view import LineView
from convoguide.tui.widgets.note_field import NoteField
from convoguide.tui.widgets.number_line import NumberLine
from convoguide.tui.widgets.offer_line import OfferLine
from convoguide.tui.widgets.summary_pane import SummaryPane
from convoguide.tui.widgets.talk_frame import PromptLine, TalkHeader, TalkLine

WIDE = 120
_DIGITS: list[BindingType] = [
    # Escape and a digit, where a terminal hands both over at once.
    Binding(f"alt+{n}", f"digit('{n}')", show=False, priority=True)
    for n in range(10)
]
_OF_A_STEP = ("next", "previous", "next_open", "outcome", "facts", "phrase", "large", "pane")
_OF_A_NOTE = ("edit", "move", "retract", "private")
_NOT_IN_JOT = frozenset((*_OF_A_STEP, *_OF_A_NOTE))


class ConversationScreen(MouseActions):
    """Holds one sitting. The app hears of `ReviewAsked`, `JournalAsked`, … and `Left`."""

    PLACE = TALK
    BINDINGS = keys_of(TALK) + _DIGITS
    CSS_PATH: ClassVar[Path] = Path(__file__).parent / "conversation.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012  # as Textual has it
    VERTICAL_BREAKPOINTS = [(0, "-low"), (32, "-high")]  # noqa: RUF012
    AUTO_FOCUS = "#field"

    class _Asked(Message):
        def __init__(self, sitting: Sitting) -> None:
            super().__init__()
            self.sitting = sitting

    class ReviewAsked(_Asked):
        """The finished text was asked for."""

    class JournalAsked(_Asked):
        """Copying into the journal was asked for."""

    class LetterAsked(_Asked):
        """Wording the letter home was asked for."""

    class Left(_Asked):
        """The screen was left; what was recorded is kept."""

    def __init__(
        self, sitting: Sitting, keeper: Keeper, earlier: Conversation | None = None
    ) -> None:
        """`earlier` is the conversation that this one follows, where it is at hand."""
        super().__init__(sitting, keeper, earlier)
        self._place_timer: Timer | None = None

    def compose(self) -> ComposeResult:
        yield TalkHeader()
        with Horizontal(id="body"):
            yield LineView(pointed=True, centred=True, id="steps")
            yield LineView(id="feed")
            yield LineView(pointed=True, id="topics")
            yield SummaryPane(id="summary")
        yield LastTimeView()
        yield AnswersView()
        yield LargeLine()
        yield Static("", markup=False, id="said")
        yield OfferLine()
        yield PromptLine()
        yield NoteField(id="field")
        yield NumberLine()
        yield TalkLine()

    def on_mount(self) -> None:
        settle_escape()
        settings = self.settings
        self.large = settings.large_text
        self.field.mirror = self._follow
        self.speak_two(settings.second_locale)
        self.listen()
        self.watch_for_more()
        if settings.clock:
            self.set_interval(20, self.show_frame)
        self.show_talk()
        self.bring_back_half_line()
        self.call_after_refresh(self.warm_reader)

    def on_screen_resume(self) -> None:
        self.show_talk()  # it may have been changed on another screen

    # --- typing ----------------------------------------------------------------------------------

    def _follow(self, text: str, caret: int) -> None:
        """What is typed, large; and whose words it is, which quotation marks may have changed."""
        self.mirror(text, caret)
        _text, voice = self.as_said(text)
        if voice != self.told_voice:
            self.show_frame()

    @on(NoteField.Taken)
    def _taken(self, message: NoteField.Taken) -> None:
        record = self.sitting.jot if self.sitting.way == "jot" else self.sitting.note
        self.say("")
        if self.rewording is not None:
            self.reworded(message.text)
        elif not self.change(lambda: record(*self.as_said(message.text))):
            self.field.put(message.text)
        elif self.sitting.way == "jot":
            self.voice = CLINICIAN
            self.show_talk()
        else:
            self.offer_step()

    @on(NoteField.Passed)
    def _passed(self) -> None:
        if self.rewording is not None:
            self.stop_rewording()
            self.show_talk()
            return
        if self.sitting.way == "jot":
            return
        if self.pane != "step" and not self.has_class("-wide"):
            self.pane = "step"
            self.show_talk()
        else:
            self.action_next()

    @on(NoteField.Typed)
    def _typed(self) -> None:
        self.say("")
        self.drop_offer()

    @on(NoteField.Steered)
    def _steered(self, message: NoteField.Steered) -> None:
        ids = order(self.sitting)
        match message.key:
            case key if self.answer_offer(key):
                pass
            case _ if self.sitting.way == "jot":
                if message.key in ("up", "down"):
                    self.remember(1 if message.key == "down" else -1)
            case "up" | "down":
                self.step_by(1 if message.key == "down" else -1)
            case "ctrl+home" | "ctrl+end" | "home" | "end":
                self.go_to(ids[0 if message.key.endswith("home") else -1])
            case "pageup" | "pagedown":
                self.view().page(1 if message.key == "pagedown" else -1)
            case "tab" | "shift+tab" if self.query_one(AnswersView).display:
                self.query_one(AnswersView).focus()

    # --- actions ---------------------------------------------------------------------------------

    def available(self, action_id: str) -> bool:
        way = self.sitting.way
        if action_id == "phrase" and self.text.second is not None:
            return True  # an interpreter needs it whatever is on the screen
        if way == "jot" and action_id in _NOT_IN_JOT:
            return False
        if action_id == "phrase":
            return way == "steps"
        if action_id == "pane":
            return not self.has_class("-wide")
        if action_id == "unlock":
            return self.keeper.locked
        if action_id == "file_jots":
            return bool(self.sitting.conversation.entry(OTHER).notes)
        return super().available(action_id)

    def action_next(self) -> None:
        """The next step; at the end, how to go on from there."""
        if not self.step_by(1):
            self.say(_("This is the end of the list. F9 shows the finished text."))

    def action_previous(self) -> None:
        """The step before."""
        if not self.step_by(-1):
            self.say(_("This is the first step."))

    def action_next_open(self) -> None:
        """The next step not yet raised."""
        before = self.sitting.step
        if self.sitting.next_open():
            after, self.sitting.step = self.sitting.step, before
            self.go_to(after)
        else:
            self.say(_("Every step has been raised."))

    def action_jump(self) -> None:
        """Any step, by a few letters."""
        from convoguide.tui.dialogs.jump import JumpDialog

        def jumped(step_id: str | None) -> None:
            if step_id is not None:
                if self.sitting.way == "jot":
                    self._go_way("afterwards")
                self.pane = "step"
                self.go_to(step_id)

        self.app.push_screen(JumpDialog(self.sitting, self.text), jumped)

    def action_way(self) -> None:
        """Another way through the same conversation."""
        from convoguide.tui.dialogs.voice import way_dialog

        self.app.push_screen(
            way_dialog(self.sitting.way), lambda way: None if way is None else self._go_way(way)
        )

    def _go_way(self, way: str) -> None:
        self.stop_rewording()
        left, self.sitting.way = self.sitting.way, way
        self.pane = "step"
        self.say(self.jots_waiting() if left == "jot" != way else "")
        self.show_talk()
        self.field.focus()
        self._keep_place()

    def action_pane(self) -> None:
        """The next pane, where only one has room."""
        panes = self.panes()
        if panes and not self.has_class("-wide"):
            here = panes.index(self.pane) if self.pane in panes else 0
            self.pane = panes[(here + 1) % len(panes)]
            self.show_talk()

    def action_review(self) -> None:
        """The finished text."""
        self.post_message(self.ReviewAsked(self.sitting))

    def action_journal(self) -> None:
        """Into the journal."""
        self.post_message(self.JournalAsked(self.sitting))

    def action_letter_home(self) -> None:
        """The letter home."""
        self.post_message(self.LetterAsked(self.sitting))

    def action_home(self) -> None:
        """Leave; a half-typed line is never dropped without a word."""
        from convoguide.tui.dialogs.letters import Choice, LetterDialog

        if self.field.blank:
            self.forget_half_line()
            self.post_message(self.Left(self.sitting))
            return
        choices = [
            Choice("keep", "s", _("Keep it as a note, then leave")),
            Choice("drop", "l", _("Leave without it")),
            Choice("stay", "w", _("Go on writing")),
        ]
        dialog = LetterDialog(_("There is an unfinished line"), choices)
        self.app.push_screen(dialog, self._leave_with_line)

    def _leave_with_line(self, answer: str | None) -> None:
        if answer == "keep":
            record = self.sitting.jot if self.sitting.way == "jot" else self.sitting.note
            text = self.field.text
            if not self.change(lambda: record(*self.as_said(text))):
                return
        if answer in ("keep", "drop"):
            self.field.put("")
            self.forget_half_line()
            self.post_message(self.Left(self.sitting))

    def go_to(self, step_id: str) -> None:
        moved = step_id != self.sitting.step
        super().go_to(step_id)
        if moved:
            self._keep_place()

    def _keep_place(self) -> None:
        """Let the keeper know where one stands, a moment after one has come to rest there."""
        if self._place_timer is not None:
            self._place_timer.stop()
        if not self.sitting.read_only and not is_blank(self.sitting):
            self._place_timer = self.set_timer(2, lambda: self.keeper.save(self.sitting))
