"""Showing a conversation in each of its ways, and how safe it is, as it is told."""

from collections.abc import Callable

from textual import on
from textual.message import Message
from textual.widgets import Static

from convoguide.config import Settings
from convoguide.i18n import gettext as _
from convoguide.services.conduct import Sitting
from convoguide.services.keep import Keeper, SaveState
from convoguide.tui.answers import NONE, answers_of
from convoguide.tui.guide_text import order
from convoguide.tui.screens.home import GUIDES
from convoguide.tui.screens.talk_base import CLINICIAN
from convoguide.tui.screens.talk_large import PANES, LargeText
from convoguide.tui.widgets.answers_view import AnswersView
from convoguide.tui.widgets.feed import feed_rows
from convoguide.tui.widgets.line_view import LineView
from convoguide.tui.widgets.steps_pane import step_rows
from convoguide.tui.widgets.summary_pane import SummaryPane
from convoguide.tui.widgets.talk_frame import PromptLine, TalkHeader, TalkLine, save_words
from convoguide.tui.widgets.topics import empty_hint, topic_rows
from convoguide.tui.words import voice_words, way_words
from convoguide.tui.wrapping import cut

_LABEL = 20
"""Cells of the label that the first line has room for; the facts show it whole."""


class TalkViews(LargeText):
    """What the screen shows. Rows are made anew only where what they tell has changed."""

    class _SaveTold(Message):
        def __init__(self, conversation: str, state: SaveState, reason: str) -> None:
            super().__init__()
            self.conversation, self.state, self.reason = conversation, state, reason

    def __init__(self, sitting: Sitting, keeper: Keeper) -> None:
        super().__init__(sitting, keeper)
        self._save: tuple[SaveState, str] = (SaveState.MEMORY, "")
        self._shown: tuple[object, ...] = ()
        self._listed: object = None
        self._restore: Callable[[], None] = lambda: None

    @property
    def settings(self) -> Settings:
        """The app's settings; the defaults under an app that has none."""
        found = getattr(self.app, "settings", None)
        return found if isinstance(found, Settings) else Settings()

    # --- how safe it is --------------------------------------------------------------------------

    def listen(self) -> None:
        """Hear how safe the conversation is, from any thread, until the screen goes."""
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
            self.show_frame()

    # --- showing ---------------------------------------------------------------------------------

    def show_talk(self) -> None:
        if not self.is_attached:
            return
        way = self.sitting.way
        for each in PANES:
            self.set_class(way == each, f"-{each}")
        for pane in PANES["steps"]:
            self.set_class(self.pane == pane, f"-pane-{pane}")
        self.set_class(self.is_large, "-large")
        same_step = bool(self._shown) and self._shown[0] == self.sitting.step
        talk, second = self.sitting.conversation, self.text.second
        now = (self.sitting.step, talk, way, self.phrase, self.large, second)
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
        self.show_frame()

    def _show_steps(self) -> None:
        feed, pane = self.query_one("#feed", LineView), self.query_one("#steps", LineView)
        if self.is_large:
            self.show_large()
        else:
            feed.show(lambda width: feed_rows(self.sitting, self.text, width, self.phrase))
            feed.reveal(("card", self.sitting.step), with_end=True)
        pane.show(lambda width: step_rows(self.sitting, self.text, width))
        pane.mark(self.sitting.step)

    def _show_topics(self) -> None:
        topics = self.query_one("#topics", LineView)
        if self._listed is not self.sitting.conversation:
            self._listed = self.sitting.conversation
            topics.show(lambda width: topic_rows(self.sitting, self.text, width, self.last_of))
        topics.mark(self.sitting.step)
        if self.is_large:
            self.show_large()

    def show_frame(self) -> None:
        """Show the lines around the conversation."""
        talk, way = self.sitting.conversation, self.sitting.way
        saved = save_words(*self._save)
        label = cut(talk.label or "", _LABEL)
        clock = f"{self.sitting.now():%H:%M}" if self.settings.clock else ""
        about = " · ".join(each for each in (label, way_words(way), clock) if each)
        name = GUIDES.get(self.sitting.guide.id)
        short = _(name).partition(" (")[2].rstrip(")") if name else ""
        self.query_one(TalkHeader).tell(self.text.guide_title, about, saved, short)
        _text, self.told_voice = self.as_said(self.field.text)
        voice = voice_words(self.told_voice)
        jotting = way == "jot"
        quiet = saved if self.told_voice == CLINICIAN else f"{voice} · {saved}"
        self.query_one(TalkLine).hush(quiet if jotting else None)
        ids = order(self.sitting)
        here = ids.index(self.sitting.step) + 1 if self.sitting.step in ids else 0
        title = self.text.title(self.sitting.step)
        more = self.large_more()
        prompt = self.query_one(PromptLine)
        prompt.tell(" · ".join(filter(None, (f"{here}/{len(ids)} {title}", voice, more))))
        prompt.set_class(self.told_voice != CLINICIAN, "-voiced")
        jot_hint = _("Enter keeps a jot. Esc shows the commands.")
        self.field.hint(jot_hint if jotting else empty_hint(self.sitting, last=here == len(ids)))

    def say(self, message: str) -> None:
        said = self.query_one("#said", Static)
        said.update(message)
        said.display = bool(message)

    def last_of(self, step_id: str) -> list[str]:  # noqa: ARG002  # for those who know of it
        """What was said last time on a step, a line each."""
        return []

    def view(self) -> LineView:
        """The view that one reads now."""
        narrow = not self.has_class("-wide")
        if narrow and self.pane == "summary":
            name = "summary"
        elif self.sitting.way == "afterwards":
            name = "feed" if self.is_large and not (narrow and self.pane == "steps") else "topics"
        else:
            name = "steps" if narrow and self.pane == "steps" else "feed"
        return self.query_one(f"#{name}", LineView)
