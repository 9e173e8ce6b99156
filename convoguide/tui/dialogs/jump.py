"""Finding a step by a few letters, or by its number."""

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.fuzzy import FuzzySearch
from textual.widgets import Static

from convoguide.core.conversation import Note
from convoguide.i18n import gettext as _
from convoguide.services.conduct import Sitting
from convoguide.tui.bindings import DIALOG
from convoguide.tui.dialogs.letters import STYLES
from convoguide.tui.dialogs.room import ListRoom
from convoguide.tui.facts_told import step_lines
from convoguide.tui.guide_text import GuideText, order
from convoguide.tui.place import Dialog
from convoguide.tui.widgets.action_line import ActionLine
from convoguide.tui.widgets.form_fields import Entered, Steered, TextControl
from convoguide.tui.widgets.line_view import LineView, Row
from convoguide.tui.words import lead_of, mark_of
from convoguide.tui.wrapping import cut, wrapped

_NOTE_ROWS = 2


class StepFinder:
    """The steps that fit what was typed, the best first; all of them where nothing was."""

    def __init__(self, sitting: Sitting, text: GuideText) -> None:
        self._search = FuzzySearch()
        self._names = {
            step_id: f"{text.title(step_id)} {text.topic(step_id)} {step_id}"
            for step_id in order(sitting)
        }
        self.titles = {step_id: text.title(step_id) for step_id in self._names}
        self.numbers = {step_id: number for number, step_id in enumerate(self._names, 1)}

    def find(self, typed: str) -> list[str]:
        """The ids, best first. A number is the step's place in the guide."""
        typed = typed.strip()
        if not typed:
            return list(self._names)
        if typed.isdecimal():
            return [each for each, n in self.numbers.items() if str(n).startswith(typed)]
        folded = typed.casefold()
        scored = []
        for step_id, name in self._names.items():
            title = self.titles[step_id].casefold()
            score, _offsets = self._search.match(typed, name)
            if folded in title:
                # Letters that stand together mean more than the same letters strewn about.
                score += 100 + (50 if title.startswith(folded) else 0)
            if score > 0:
                scored.append((-score, self.numbers[step_id], step_id))
        return [step_id for _score, _number, step_id in sorted(scored)]


def step_rows(finder: StepFinder, sitting: Sitting, found: list[str], width: int) -> list[Row]:
    """The steps found, each with its number and the mark of its state; else how to find one."""
    if not found:
        words = _("No step matches. Try fewer letters, or a number.")
        return [Row(((line, "quiet"),)) for line in wrapped(words, width)]
    return [
        Row(
            (
                (f"{finder.numbers[each]:>2} ", "quiet"),
                (f"{_mark(sitting, each)} ", "quiet"),
                (cut(finder.titles[each], width - 7), "plain"),
            ),
            each,
        )
        for each in found
    ]


def _mark(sitting: Sitting, step_id: str) -> str:
    return mark_of(sitting.conversation.entry(step_id), filled=bool(step_lines(sitting, step_id)))


def _note_rows(note: Note, width: int) -> list[Row]:
    """The beginning of a note, and a line below it."""
    lines = wrapped(lead_of(note) + note.text, width)
    if len(lines) > _NOTE_ROWS:
        lines[_NOTE_ROWS - 1 :] = [cut(" ".join(lines[_NOTE_ROWS - 1 :]), width)]
    return [Row(((line, "quiet"),)) for line in (*lines, "")]


class JumpDialog(ListRoom, Dialog[str]):
    """Gives the id of the step that was chosen."""

    CSS_PATH: ClassVar[list[Path]] = STYLES  # type: ignore[assignment]

    def __init__(
        self, sitting: Sitting, text: GuideText, title: str = "", note: Note | None = None
    ) -> None:
        """`note` is what goes to the step, shown above the list by its beginning."""
        super().__init__()
        self._sitting, self._note = sitting, note
        self._title = title or _("Go to which step?")
        self._finder = StepFinder(sitting, text)
        self._found: list[str] = []
        self._place = 0

    def compose(self) -> ComposeResult:
        with Vertical(classes="box"):
            yield Static(self._title, markup=False, classes="title")
            if self._note is not None:
                yield LineView(id="note")
            yield TextControl(hint=_("A few letters, or a number"))
            yield LineView(pointed=True, centred=True, id="found")
        yield ActionLine(DIALOG, typing=True)

    @property
    def beside(self) -> int:
        return super().beside + (3 if self._note is not None else 0)

    def on_mount(self) -> None:
        note = self._note
        if note is not None:
            self.query_one("#note", LineView).show(lambda width: _note_rows(note, width))
        self.query_one(TextControl).focus()
        self.query_one("#found").add_class("list")
        self._search()

    @on(TextControl.Changed)
    def _search(self) -> None:
        self._found = self._finder.find(self.query_one(TextControl).text)
        typed = bool(self.query_one(TextControl).text.strip())
        self._place = 0 if typed or self._sitting.step not in self._found else -1
        if self._place < 0:
            self._place = self._found.index(self._sitting.step)
        view = self.query_one("#found", LineView)
        view.show(lambda width: step_rows(self._finder, self._sitting, self._found, width))
        self._mark()

    def _mark(self) -> None:
        view = self.query_one("#found", LineView)
        view.mark(self._found[self._place] if self._found else None)

    @on(Steered)
    def _steered(self, message: Steered) -> None:
        if self._found:
            self._place = (self._place + message.direction) % len(self._found)
            self._mark()

    @on(Entered)
    def _entered(self) -> None:
        if self._found:
            self.dismiss(self._found[self._place])

    @on(LineView.Picked)
    def _picked(self, message: LineView.Picked) -> None:
        self.dismiss(str(message.tag))
