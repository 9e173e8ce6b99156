"""Putting jots under their steps, one after the other: a key each where the proposal is right."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from convoguide.core.conversation import OTHER, Note
from convoguide.core.theme import DECISION_THEMES
from convoguide.i18n import gettext as _
from convoguide.services import filing
from convoguide.services.conduct import Sitting
from convoguide.services.filing import Proposal
from convoguide.tui.bindings import FILING
from convoguide.tui.dialogs.jump import StepFinder, step_rows
from convoguide.tui.dialogs.letters import STYLES
from convoguide.tui.dialogs.room import ListRoom
from convoguide.tui.guide_text import GuideText, place_title
from convoguide.tui.place import Dialog, keys_of
from convoguide.tui.widgets.form_fields import Entered, Steered, TextControl
from convoguide.tui.widgets.line_view import LineView, Row
from convoguide.tui.widgets.typing_line import TypingLine, TypingPlace
from convoguide.tui.words import lead_of
from convoguide.tui.wrapping import wrapped


class FilingDialog(ListRoom, TypingPlace, Dialog[None]):
    """Shows one jot at a time, with the steps proposed for it: Enter takes the marked one.

    Where nothing is proposed, or another step is wanted, a few letters find it. Each filing is a
    change of its own, so undo takes back one at a time.
    """

    PLACE = FILING
    BINDINGS = keys_of(FILING)
    CSS_PATH: ClassVar[list[Path]] = STYLES  # type: ignore[assignment]
    AUTO_FOCUS = ""

    def __init__(
        self, sitting: Sitting, text: GuideText, proposed: Mapping[Note, Sequence[Proposal]]
    ) -> None:
        super().__init__()
        self._sitting, self._text, self._proposed = sitting, text, proposed
        self._finder = StepFinder(sitting, text)
        notes = sitting.conversation.entry(OTHER).notes
        # What stands there with its theme was put there; it comes up only when nothing else waits.
        self._waiting = [notes[place] for place in filing.unfiled(notes)] or list(notes)
        self._at = 0
        self._offered: Sequence[Proposal] = ()
        self._found: list[str] = []
        self._place = 0

    def compose(self) -> ComposeResult:
        with Vertical(classes="box"):
            yield Static("", markup=False, classes="title narrow-title", id="count")
            yield LineView(id="jot")
            yield Static("", markup=False, classes="said", id="asked")
            yield LineView(pointed=True, id="proposed")
            yield TextControl(hint=_("Under which step? A few letters, or a number"))
            yield LineView(pointed=True, centred=True, id="found")
        yield TypingLine(FILING)

    @property
    def beside(self) -> int:
        return super().beside + 3  # the jot

    def on_mount(self) -> None:
        self.query_one("#found").add_class("list")
        self._ask()

    def _ask(self) -> None:
        if self._at >= len(self._waiting):
            self.dismiss(None)
            return
        note = self._waiting[self._at]
        count = _("Jot {n} of {total}").format(n=self._at + 1, total=len(self._waiting))
        when = f"  {note.at:%H:%M}" if note.at else ""
        self.query_one("#count", Static).update(count + when)
        self.query_one("#jot", LineView).show(
            lambda width: [
                Row(((line, "plain"),)) for line in wrapped(lead_of(note) + note.text, width)
            ]
        )
        self._offered = self._proposed.get(note, ())
        if self._offered:
            self._propose()
        else:
            self.action_finder()

    # --- what is proposed ------------------------------------------------------------------------

    @property
    def _asks(self) -> bool:
        return filing.is_question(self._offered)

    def _propose(self) -> None:
        self._show(finding=False)
        self.set_focus(None)
        asked = _("Enter takes the marked step, s leaves it here, g finds another.")
        if self._asks:
            asked = _("The person's wish or a medical decision? The number says which.")
        self.query_one("#asked", Static).update(asked)
        self.query_one("#proposed", LineView).show(self._proposal_rows)
        self._mark_proposal(-1 if self._asks else 0)

    def _proposal_rows(self, width: int) -> list[Row]:
        rows = []
        for number, each in enumerate(self._offered, 1):
            title = place_title(self._text, each.step, each.theme)
            if self._asks:
                decision = each.theme in DECISION_THEMES
                title += " – " + (_("a medical decision") if decision else _("the person's wish"))
            for n, line in enumerate(wrapped(title, width - 4)):
                lead = f"{number}   " if n == 0 else "    "
                rows.append(Row(((lead, "voice"), (line, "plain")), number - 1))
        return rows

    def _mark_proposal(self, place: int) -> None:
        self._place = place
        self.query_one("#proposed", LineView).mark(None if place < 0 else place)

    def on_key(self, event: events.Key) -> None:
        if self.commanding or self.focused is not None:
            return
        character = event.character or ""
        if event.key == "enter" and self._place >= 0:
            self._take(self._place)
        elif character.isdecimal():
            self._take(int(character) - 1)
        elif event.key in ("up", "down"):
            step = 1 if event.key == "down" else -1
            self._mark_proposal((max(self._place, -1) + step) % len(self._offered))
        else:
            return
        event.stop()
        event.prevent_default()

    def digit(self, digit: str) -> None:
        if self.focused is None:
            self._take(int(digit) - 1)

    def _take(self, place: int) -> None:
        if 0 <= place < len(self._offered):
            self._file(self._offered[place])

    # --- any step --------------------------------------------------------------------------------

    def action_finder(self) -> None:
        """Any step, by a few letters."""
        self._show(finding=True)
        self.query_one(TextControl).focus()
        self.query_one(TextControl).put("")
        self._search()

    def _show(self, *, finding: bool) -> None:
        self.query_one("#asked").display = not finding
        self.query_one("#proposed").display = not finding
        self.query_one(TextControl).display = finding
        self.query_one("#found").display = finding

    @on(TextControl.Changed)
    def _search(self) -> None:
        typed = self.query_one(TextControl).text
        self._found = [each for each in self._finder.find(typed) if each != OTHER]
        # Where nothing was typed nothing is likelier than the rest: Enter must not file by chance.
        self._place = 0 if typed.strip() else -1
        view = self.query_one("#found", LineView)
        view.show(lambda width: step_rows(self._finder, self._sitting, self._found, width))
        self._mark()

    def _mark(self) -> None:
        view = self.query_one("#found", LineView)
        view.mark(self._found[self._place] if self._found and self._place >= 0 else None)

    @on(Steered)
    def _steered(self, message: Steered) -> None:
        if self._found:
            step = message.direction
            last = len(self._found)
            self._place = (self._place + step) % last if self._place >= 0 else min(step, 0) % last
            self._mark()

    @on(Entered)
    def _entered(self) -> None:
        if self._found and self._place >= 0:
            self._file_under(self._found[self._place])

    @on(LineView.Picked)
    def _picked(self, message: LineView.Picked) -> None:
        if message.view.id == "found":
            self._file_under(str(message.tag))
        elif isinstance(message.tag, int):
            self._take(message.tag)

    # --- filing ----------------------------------------------------------------------------------

    def _file_under(self, step_id: str) -> None:
        self._file(Proposal(step_id, "", 1.0))

    def _file(self, proposal: Proposal) -> None:
        note = self._waiting[self._at]
        notes = self._sitting.conversation.entry(OTHER).notes
        index = next(place for place, each in enumerate(notes) if each is note)
        filing.place(self._sitting, OTHER, index, proposal)
        self._at += 1
        self._ask()

    def action_skip(self) -> None:
        """Leave this jot where it is and go on with the next."""
        self._at += 1
        self._ask()

    def action_done(self) -> None:
        """Close; what was filed stays filed."""
        self.dismiss(None)
