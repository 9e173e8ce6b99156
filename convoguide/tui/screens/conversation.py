"""The conversation: one sitting, shown step by step, afterwards on one list, or as an empty line.

Whatever the way, one types in the same field, which keeps its text when the way, the step or the
pane changes. The field always has the focus, so that there is no mode to be in the wrong one of.
"""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Static

from convoguide.config import Settings
from convoguide.core.conversation import OTHER
from convoguide.i18n import gettext as _
from convoguide.services.conduct import Sitting
from convoguide.services.keep import Keeper, SaveState, is_blank
from convoguide.tui.answers import NONE, answers_of, toggle
from convoguide.tui.bindings import TALK
from convoguide.tui.dialogs.jump import JumpDialog
from convoguide.tui.dialogs.letters import Choice, LetterDialog
from convoguide.tui.dialogs.voice import way_dialog
from convoguide.tui.guide_text import order
from convoguide.tui.keys import settle_escape
from convoguide.tui.place import keys_of
from convoguide.tui.screens.talk_base import CLINICIAN
from convoguide.tui.screens.talk_notes import NoteActions
from convoguide.tui.widgets.answers_view import AnswersView
from convoguide.tui.widgets.feed import feed_rows
from convoguide.tui.widgets.line_view import LineView
from convoguide.tui.widgets.note_field import NoteField
from convoguide.tui.widgets.step_card import large_rows
from convoguide.tui.widgets.steps_pane import step_rows
from convoguide.tui.widgets.summary_pane import SummaryPane
from convoguide.tui.widgets.talk_frame import TalkHeader, TalkLine, save_words
from convoguide.tui.widgets.topics import empty_hint, topic_rows
from convoguide.tui.words import voice_words, way_words
from convoguide.tui.wrapping import cut

WIDE = 120
_LABEL = 20
"""Cells of the label that the first line has room for; the facts show it whole."""
_PANES = {"steps": ("step", "steps", "summary"), "afterwards": ("step", "summary"), "jot": ()}
_OF_A_STEP = ("next", "previous", "next_open", "outcome", "facts", "phrase", "large", "pane")
_OF_A_NOTE = ("edit", "move", "retract", "private")
_NOT_IN_JOT = frozenset((*_OF_A_STEP, *_OF_A_NOTE))


class ConversationScreen(NoteActions):
    """Holds one sitting. The app hears of `ReviewAsked`, `JournalAsked` and `Left`."""

    PLACE = TALK
    BINDINGS = keys_of(TALK)
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

    class Left(_Asked):
        """The screen was left; what was recorded is kept."""

    class _SaveTold(Message):
        def __init__(self, conversation: str, state: SaveState, reason: str) -> None:
            super().__init__()
            self.conversation, self.state, self.reason = conversation, state, reason

    def __init__(self, sitting: Sitting, keeper: Keeper) -> None:
        super().__init__(sitting, keeper)
        self.pane = "step"
        self.large = False
        self._save: tuple[SaveState, str] = (SaveState.MEMORY, "")
        self._shown: tuple[object, ...] = ()
        self._listed: object = None
        self._restore: Callable[[], None] = lambda: None
        self._place_timer: Timer | None = None

    def compose(self) -> ComposeResult:
        yield TalkHeader()
        with Horizontal(id="body"):
            yield LineView(pointed=True, id="steps")
            yield LineView(id="feed")
            yield LineView(pointed=True, id="topics")
            yield SummaryPane(id="summary")
        yield AnswersView()
        yield Static("", markup=False, id="said")
        yield Static("", markup=False, id="prompt")
        yield NoteField(id="field")
        yield TalkLine()

    def on_mount(self) -> None:
        settle_escape()
        settings = self.settings
        self.large = settings.large_text
        self._listen()
        if settings.clock:
            self.set_interval(20, self._show_frame)
        self.show_talk()

    @property
    def settings(self) -> Settings:
        """The app's settings; the defaults under an app that has none."""
        found = getattr(self.app, "settings", None)
        return found if isinstance(found, Settings) else Settings()

    # --- how safe it is --------------------------------------------------------------------------

    def _listen(self) -> None:
        keeper, told_before = self.keeper, self.keeper.on_state

        def told(conversation: str, state: SaveState, reason: str) -> None:
            told_before(conversation, state, reason)
            self.post_message(self._SaveTold(conversation, state, reason))

        def restore() -> None:
            if keeper.on_state is told:
                keeper.on_state = told_before

        keeper.on_state = told
        self._restore = restore
        self._save = (keeper.state(str(self.sitting.conversation.id)), "")
        if self.sitting.read_only:
            self._save = (SaveState.READ_ONLY, "")

    def on_unmount(self) -> None:
        self._restore()

    @on(_SaveTold)
    def _save_told(self, message: _SaveTold) -> None:
        if message.conversation == str(self.sitting.conversation.id):
            self._save = (message.state, message.reason)
            self._show_frame()

    # --- showing ---------------------------------------------------------------------------------

    def show_talk(self) -> None:
        if not self.is_attached:
            return
        way = self.sitting.way
        for each in _PANES:
            self.set_class(way == each, f"-{each}")
        for pane in _PANES["steps"]:
            self.set_class(self.pane == pane, f"-pane-{pane}")
        same_step = bool(self._shown) and self._shown[0] == self.sitting.step
        now = (self.sitting.step, self.sitting.conversation, way, self.phrase, self.large)
        if now != self._shown:
            self._shown = now
            if way == "steps":
                self._show_steps()
            elif way == "afterwards":
                self._show_topics()
            if way != "jot":
                self.query_one(SummaryPane).tell(self.sitting.conversation)
        jotting = way == "jot"
        answers = NONE if jotting else answers_of(self.sitting, self.text, self.sitting.step)
        self.query_one(AnswersView).show(answers, same_step=same_step)
        self._show_frame()

    def _show_steps(self) -> None:
        step = self.sitting.here
        feed, pane = self.query_one("#feed", LineView), self.query_one("#steps", LineView)
        if self.large and step is not None:
            feed.show(
                lambda width: large_rows(self.text, step, width, feed.size.height, self.phrase)
            )
        else:
            feed.show(lambda width: feed_rows(self.sitting, self.text, width, self.phrase))
            feed.reveal(("card", self.sitting.step), with_end=True)
        pane.show(lambda width: step_rows(self.sitting, self.text, width))
        pane.mark(self.sitting.step)

    def _show_topics(self) -> None:
        topics = self.query_one("#topics", LineView)
        if self._listed is not self.sitting.conversation:
            self._listed = self.sitting.conversation
            topics.show(lambda width: topic_rows(self.sitting, self.text, width))
        topics.mark(self.sitting.step)

    def _show_frame(self) -> None:
        talk, way = self.sitting.conversation, self.sitting.way
        saved = save_words(*self._save)
        label = cut(talk.label or "", _LABEL)
        clock = f"{self.sitting.now():%H:%M}" if self.settings.clock else ""
        about = " · ".join(each for each in (label, way_words(way), clock) if each)
        self.query_one(TalkHeader).tell(self.text.guide_title, about, saved)
        voice = voice_words(self.voice)
        jotting = way == "jot"
        quiet = saved if self.voice == CLINICIAN else f"{voice} · {saved}"
        self.query_one(TalkLine).hush(quiet if jotting else None)
        ids = order(self.sitting)
        here = ids.index(self.sitting.step) + 1 if self.sitting.step in ids else 0
        room = max(self.size.width - len(voice) - 12, 8)
        title = cut(self.text.title(self.sitting.step), room)
        prompt = self.query_one("#prompt", Static)
        prompt.update(f"{here}/{len(ids)} {title} · {voice}", layout=False)
        prompt.set_class(self.voice != CLINICIAN, "-voiced")
        self.field.hint("" if jotting else empty_hint(self.sitting, last=here == len(ids)))

    def say(self, message: str) -> None:
        said = self.query_one("#said", Static)
        said.update(message)
        said.display = bool(message)

    # --- typing ----------------------------------------------------------------------------------

    @on(NoteField.Taken)
    def _taken(self, message: NoteField.Taken) -> None:
        record = self.sitting.jot if self.sitting.way == "jot" else self.sitting.note
        self.say("")
        if not self.change(lambda: record(message.text, self.voice)):
            self.field.put(message.text)
        elif self.sitting.way == "jot":
            self.voice = CLINICIAN
            self.show_talk()

    @on(NoteField.Passed)
    def _passed(self) -> None:
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

    @on(NoteField.Steered)
    def _steered(self, message: NoteField.Steered) -> None:
        ids = order(self.sitting)
        match message.key:
            case _ if self.sitting.way == "jot":
                return
            case "up" | "down":
                self.step_by(1 if message.key == "down" else -1)
            case "ctrl+home" | "ctrl+end" | "home" | "end":
                self.go_to(ids[0 if message.key.endswith("home") else -1])
            case "pageup" | "pagedown":
                self._view().page(1 if message.key == "pagedown" else -1)
            case "tab" | "shift+tab" if self.query_one(AnswersView).display:
                self.query_one(AnswersView).focus()

    def _view(self) -> LineView:
        """The view that one reads now."""
        narrow = not self.has_class("-wide")
        if narrow and self.pane == "summary":
            name = "summary"
        elif self.sitting.way == "afterwards":
            name = "topics"
        else:
            name = "steps" if narrow and self.pane == "steps" else "feed"
        return self.query_one(f"#{name}", LineView)

    # --- answers ---------------------------------------------------------------------------------

    @on(AnswersView.Ticked)
    def _ticked(self, message: AnswersView.Ticked) -> None:
        step = self.sitting.step
        done = self.change(lambda: toggle(self.sitting, self.text, step, message.index))
        if done and message.done:
            self.field.focus()

    @on(AnswersView.Left)
    def _left_answers(self, message: AnswersView.Left) -> None:
        self.field.focus()
        if message.character:
            self.field.insert(message.character)

    def digit(self, digit: str) -> None:
        if not self.query_one(AnswersView).display or not self.query_one(AnswersView).tick_number(
            digit
        ):
            self.say(_("There is nothing of that number to tick here."))

    # --- actions ---------------------------------------------------------------------------------

    def available(self, action_id: str) -> bool:
        way = self.sitting.way
        if way == "jot" and action_id in _NOT_IN_JOT:
            return False
        if action_id in ("phrase", "large"):
            return way == "steps"
        if action_id == "pane":
            return not self.has_class("-wide")
        if action_id == "unlock":
            return self.keeper.locked
        if action_id == "file_jots":
            return bool(self.sitting.conversation.entry(OTHER).notes)
        return True

    def action_next(self) -> None:
        """The next step; at the end, how to go on from there."""
        if not self.step_by(1):
            self.say(_("This is the end of the list. F9 shows the finished text."))
        self._keep_place()

    def action_previous(self) -> None:
        """The step before."""
        if not self.step_by(-1):
            self.say(_("This is the first step."))
        self._keep_place()

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

        def jumped(step_id: str | None) -> None:
            if step_id is not None:
                if self.sitting.way == "jot":
                    self._go_way("afterwards")
                self.pane = "step"
                self.go_to(step_id)

        self.app.push_screen(JumpDialog(self.sitting, self.text), jumped)

    def action_way(self) -> None:
        """Another way through the same conversation."""
        self.app.push_screen(
            way_dialog(self.sitting.way), lambda way: None if way is None else self._go_way(way)
        )

    def _go_way(self, way: str) -> None:
        self.sitting.way = way
        self.pane = "step"
        self.say("")
        self.show_talk()
        self.field.focus()
        self._keep_place()

    def action_phrase(self) -> None:
        """Another way to say it."""
        self.phrase += 1
        self.show_talk()

    def action_large(self) -> None:
        """The phrase in large letters, or the whole step again."""
        self.large = not self.large
        self.show_talk()

    def action_pane(self) -> None:
        """The next pane, where only one has room."""
        panes = _PANES[self.sitting.way]
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

    def action_home(self) -> None:
        """Leave; a half-typed line is never dropped without a word."""
        if self.field.blank:
            self.post_message(self.Left(self.sitting))
            return
        choices = [
            Choice("keep", "s", _("Keep it as a note, then leave")),
            Choice("drop", "l", _("Leave without it")),
            Choice("stay", "w", _("Go on writing")),
        ]
        self.app.push_screen(
            LetterDialog(_("A line is not finished"), choices), self._leave_with_line
        )

    def _leave_with_line(self, answer: str | None) -> None:
        if answer == "keep":
            record = self.sitting.jot if self.sitting.way == "jot" else self.sitting.note
            text = self.field.text
            if not self.change(lambda: record(text, self.voice)):
                return
        if answer in ("keep", "drop"):
            self.field.put("")
            self.post_message(self.Left(self.sitting))

    def _keep_place(self) -> None:
        """Let the keeper know where one stands, a moment after one has come to rest there."""
        if self._place_timer is not None:
            self._place_timer.stop()
        if not self.sitting.read_only and not is_blank(self.sitting):
            self._place_timer = self.set_timer(2, lambda: self.keeper.save(self.sitting))

    # --- mouse -----------------------------------------------------------------------------------

    @on(events.Click, "#prompt")
    def _prompt_clicked(self) -> None:
        self.action_voice()

    @on(LineView.Picked)
    def _picked(self, message: LineView.Picked) -> None:
        tag = message.tag
        if tag == "phrase":
            self.action_phrase()
        elif isinstance(tag, str):
            self.pane = "step"
            self.go_to(tag)
        elif isinstance(tag, tuple) and tag[0] != "card":
            self.go_to(tag[0])
            if isinstance(tag[1], int):
                self.edit_note(tag[1])
            else:
                self.action_facts()
